//! The comparison on the terminal.

use std::fmt::Write as _;

use comfy_table::{CellAlignment, Table};

use super::{Course, Pair};
use crate::german::change as words;
use crate::german::number;
use crate::render::terminal::{Screen, table, wrapped};

/// The comparison of two files as text.
pub fn terminal(pair: &Pair, screen: Screen) -> String {
    let it = pair.comparison;
    let mut out = format!("{}\n\n", words::title(pair.old.date, pair.new.date));
    out.push_str(&paragraph(&words::lead(it), screen));
    out.push_str(&rows(words::FIGURE_HEADS, words::figure_rows(it), screen));
    if it.is_unchanged() {
        out.push_str(&news(pair, screen));
        return out;
    }
    out.push('\n');
    out.push_str(&rows(words::CAUSE_HEADS, words::cause_rows(it), screen));
    out.push_str(&paragraph(words::CAUSE_NOTE, screen));
    for moved in pair.tables() {
        let _ = writeln!(out, "\n{}", moved.heading);
        out.push_str(&rows(moved.heads, moved.rows, screen));
        if moved.more > 0 {
            let _ = writeln!(out, "{}", words::and_more(moved.more));
        }
    }
    out.push_str(&news(pair, screen));
    out
}

/// What the content says anew; nothing where it is the same.
fn news(pair: &Pair, screen: Screen) -> String {
    let (lines, more) = pair.news();
    if lines.is_empty() {
        return String::new();
    }
    let mut out = format!("\n{}\n", words::NEWS);
    for line in lines {
        out.push_str(&paragraph(&format!("– {line}"), screen));
    }
    if more > 0 {
        let _ = writeln!(out, "{}", words::more_news(more));
    }
    out
}

/// The course over all dated files as text.
pub fn course_terminal(course: &Course, screen: Screen) -> String {
    let mut out = format!("{}\n\n", words::COURSE_TITLE);
    let euros_of = |it: &crate::history::Moment| (it.date, it.figures.expected_annual_loss);
    if let (Some(first), Some(last)) = (course.moments.first(), course.moments.last()) {
        out.push_str(&paragraph(
            &words::course_lead(euros_of(first), euros_of(last), course.moments.len()),
            screen,
        ));
    }
    let lines = course.moments.iter().map(|it| {
        [
            number::date(it.date),
            number::euros(it.figures.expected_annual_loss),
            number::euros(it.figures.value_at_risk_95),
            number::one_in(it.figures.probability_above_reserve),
            it.since.as_ref().map(words::step).unwrap_or_default(),
        ]
    });
    let mut table = filled(words::COURSE_HEADS, lines, screen);
    align(&mut table, 1..4);
    let _ = writeln!(out, "{table}");
    out.push_str(&bars(course));
    out
}

/// A bar per moment, so that the course is seen without a picture.
fn bars(course: &Course) -> String {
    const WIDTH: f64 = 40.0;
    let highest = course.moments.iter().map(|it| it.figures.expected_annual_loss).fold(1.0, f64::max);
    let mut out = String::from("\n");
    for it in course.moments {
        let loss = it.figures.expected_annual_loss;
        let length = libm::round(WIDTH * (loss / highest).clamp(0.0, 1.0));
        let bar: String = (1..=40_u8).filter(|it| f64::from(*it) <= length).map(|_| '█').collect();
        let _ = writeln!(out, "{}  {bar} {}", number::date(it.date), number::euros(loss));
    }
    out
}

fn paragraph(text: &str, screen: Screen) -> String {
    wrapped(text, usize::from(screen.width)).join("\n") + "\n"
}

fn rows<const N: usize>(
    heads: [&str; N],
    lines: impl IntoIterator<Item = [String; N]>,
    screen: Screen,
) -> String {
    let mut table = filled(heads, lines, screen);
    align(&mut table, 1..N);
    format!("{table}\n")
}

fn filled<const N: usize>(
    heads: [&str; N],
    lines: impl IntoIterator<Item = [String; N]>,
    screen: Screen,
) -> Table {
    let mut table = table(screen);
    table.set_header(heads);
    for line in lines {
        table.add_row(line);
    }
    table
}

fn align(table: &mut Table, columns: std::ops::Range<usize>) {
    for column in columns {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
}
