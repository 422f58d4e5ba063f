//! Every measure's decision with its reason, by decision.

use crate::decision::{Advice, Judged};
use crate::german::{decision as words, ladder, weighed};
use crate::model::Catalogue;
use crate::report::Report;
use typeset::terminal::Paper;

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

/// The decisions and their reasons.
pub fn reasons(paper: &mut Paper, catalogue: &Catalogue, report: &Report) {
    paper.heading(weighed::REASONS);
    for advice in ORDER {
        let measures: Vec<&Judged> = report.decision.by_effect(|it| it == advice).collect();
        if measures.is_empty() {
            continue;
        }
        paper.heading(&weighed::group(advice, measures.len()));
        for judged in measures {
            let title = catalogue.measure(&judged.measure).map_or("", |it| it.title.as_str());
            let mut text = format!("{title}. {}", words::why(catalogue, judged));
            let left = judged.if_left.as_ref().map(|it| ladder::if_left(catalogue, report, it, &[]));
            let notes =
                left.into_iter().chain(ladder::status(judged)).chain(weighed::price_note(catalogue, judged));
            for note in notes {
                text.push(' ');
                text.push_str(&note);
            }
            paper.entry(0, &text);
        }
    }
    if !report.decision.bundles.is_empty() {
        paper.heading(weighed::BUNDLES);
    }
    for bundle in &report.decision.bundles {
        let title = catalogue.bundle(&bundle.bundle).map_or("", |it| &it.title);
        paper.entry(0, &format!("{title}. {}", words::why_bundle(bundle)));
    }
    for advice in [Advice::Enough, Advice::InPlace, Advice::Informs] {
        let titles: Vec<String> = report
            .decision
            .measures
            .iter()
            .filter(|it| it.advice == advice)
            .filter_map(|it| Some(catalogue.measure(&it.measure)?.title.clone()))
            .collect();
        if !titles.is_empty() {
            paper.heading(&weighed::without_more(advice, &titles));
        }
    }
}
