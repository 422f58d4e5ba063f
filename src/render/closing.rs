//! The calm end of a check: three figures, five steps, what comes next.

use typeset::wrap::wrap;
use unicode_width::UnicodeWidthStr;

use crate::german::conversation::closing as words;
use crate::model::Catalogue;
use crate::report::Report;

/// The closing lines in at most `width` columns; `last` are lines that only the caller knows.
pub fn closing(catalogue: &Catalogue, report: &Report, width: usize, last: &[String]) -> String {
    let mut out = vec![words::done(catalogue, report), String::new()];
    out.extend(figures(report, width));
    out.push(String::new());
    out.extend(words::ladder(catalogue, report));
    let steps = words::first_steps(catalogue, report);
    if steps.is_empty() {
        out.push(words::NO_STEPS.to_owned());
    } else {
        out.push(words::FIRST.to_owned());
        out.extend(steps.iter().enumerate().map(|(at, it)| format!("  {} {it}", at + 1)));
    }
    out.push(String::new());
    out.extend(words::differences(report));
    out.extend(last.iter().cloned());
    out.push(words::next_check(catalogue, report));
    out.push(words::ESTIMATES.to_owned());
    let lines: Vec<String> = out.iter().flat_map(|it| folded(it, width)).collect();
    lines.join("\n") + "\n"
}

/// Label, today and with the plan in columns; one under the other where the window is narrow.
fn figures(report: &Report, width: usize) -> Vec<String> {
    let figures = words::figures(report);
    let widest =
        |text: fn(&words::Figure) -> &str| figures.iter().map(|it| text(it).width()).max().unwrap_or(0);
    let (label, today, then) = (widest(|it| &it.label), widest(|it| &it.today), widest(|it| &it.with_plan));
    let plan = words::WITH_PLAN;
    let right = |text: &str, columns: usize| format!("{}{text}", " ".repeat(columns - text.width()));
    figures
        .iter()
        .map(|it| {
            let (now, planned) = (right(&it.today, today), right(&it.with_plan, then));
            if 2 + label + 3 + today + 3 + plan.width() + 2 + then <= width {
                let gap = " ".repeat(label - it.label.width());
                format!("  {}{gap}   {now}   {plan}  {planned}", it.label)
            } else {
                format!("  {}\n    {now}   {plan}  {planned}", it.label)
            }
        })
        .collect()
}

/// Breaks a line between words; what follows stands under its first word.
fn folded(line: &str, width: usize) -> Vec<String> {
    let lines = line.split('\n').flat_map(|part| {
        let indentation = part.len() - part.trim_start().len();
        wrap(part, width, if indentation > 0 { indentation + 2 } else { 0 }, false)
    });
    lines.collect()
}
