//! Every measure's decision with its reason, by decision.

use super::{Screen, wrapped};
use crate::decision::{Advice, Judged};
use crate::german::{decision as words, weighed};
use crate::model::Catalogue;
use crate::report::Report;

/// Indent of a reason below its measure, columns.
const INDENT: usize = 2;

/// Decisions in the order in which they are shown.
const ORDER: [Advice; 7] = [
    Advice::Duty,
    Advice::RecognisedMinimum,
    Advice::Do,
    Advice::Survival,
    Advice::Insure,
    Advice::ClarifyFirst,
    Advice::Bear,
];

/// The decisions and their reasons as text.
pub fn reasons(catalogue: &Catalogue, report: &Report, screen: Screen) -> String {
    let mut out = String::new();
    heading(&mut out, weighed::REASONS);
    for advice in ORDER {
        let mut measures: Vec<&Judged> =
            report.decision.measures.iter().filter(|it| it.advice == advice).collect();
        if measures.is_empty() {
            continue;
        }
        measures.sort_by(|a, b| avoided(b).total_cmp(&avoided(a)).then_with(|| a.measure.cmp(&b.measure)));
        heading(&mut out, &weighed::group(advice, measures.len()));
        for judged in measures {
            let title = catalogue.measure(&judged.measure).map_or("", |it| it.title.as_str());
            let mut text = format!("{title}. {}", words::why(catalogue, judged));
            let notes = weighed::waiting(judged).into_iter().chain(weighed::price_note(catalogue, judged));
            for note in notes {
                text.push(' ');
                text.push_str(&note);
            }
            entry(&mut out, &text, screen);
        }
    }
    if !report.decision.bundles.is_empty() {
        heading(&mut out, weighed::BUNDLES);
    }
    for bundle in &report.decision.bundles {
        let title = catalogue.bundles.iter().find(|it| it.id == bundle.bundle).map_or("", |it| &it.title);
        entry(&mut out, &format!("{title}. {}", words::why_bundle(bundle)), screen);
    }
    for advice in [Advice::Enough, Advice::InPlace, Advice::Informs] {
        let titles: Vec<String> = report
            .decision
            .measures
            .iter()
            .filter(|it| it.advice == advice)
            .filter_map(|it| Some(catalogue.measure(&it.measure)?.title.clone()))
            .collect();
        if titles.is_empty() {
            continue;
        }
        out.push('\n');
        let text = weighed::without_more(advice, &titles);
        for line in wrapped(&text, usize::from(screen.width)) {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}

fn heading(out: &mut String, text: &str) {
    out.push('\n');
    out.push_str(text);
    out.push('\n');
}

/// A paragraph whose lines after the first are indented.
fn entry(out: &mut String, text: &str, screen: Screen) {
    for (at, line) in wrapped(text, usize::from(screen.width).saturating_sub(INDENT)).iter().enumerate() {
        out.push_str(if at == 0 { "" } else { "  " });
        out.push_str(line);
        out.push('\n');
    }
}

fn avoided(judged: &Judged) -> f64 {
    judged.weighed.as_ref().map_or(0.0, |it| it.balance.avoided.value)
}
