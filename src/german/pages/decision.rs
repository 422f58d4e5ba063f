//! The first page: what management decides.

use crate::decision::{Advice, Judged, Rung, Status};
use crate::german::number::{count, euros, hours, month_of, one_in};
use crate::model::Catalogue;
use crate::report::Report;

/// Heading.
pub const TITLE: &str = "Was ein Jahr kosten kann und was hilft";
/// Bookmark.
pub const BOOKMARK: &str = "Entscheidung";

/// Heading above the first steps.
pub fn steps(number: usize) -> String {
    match number {
        1 => "Der erste Schritt".into(),
        _ => format!("Die ersten {} Schritte", spelled(number)),
    }
}

fn spelled(number: usize) -> String {
    match number {
        2 => "zwei".into(),
        3 => "drei".into(),
        4 => "vier".into(),
        5 => "fünf".into(),
        6 => "sechs".into(),
        _ => number.to_string(),
    }
}

/// Where the other steps are; the page follows. `unclear` measures of the plan hang on something to be found out.
pub fn more_steps(number: usize, unclear: usize) -> String {
    let more = count(number, "weitere Maßnahme", "weitere Maßnahmen");
    match unclear {
        0 => format!("{more} und die Gründe stehen "),
        1 => format!("{more}, dazu eine, die zuerst zu klären ist, und die Gründe stehen "),
        _ => format!("{more}, dazu {unclear}, die zuerst zu klären sind, und die Gründe stehen "),
    }
}

/// The same where there are no more steps.
pub const REASONS: &str = "Die Gründe stehen ";

/// Said where nothing asks for action.
pub const NOTHING_TO_DO: &str =
    "Nichts davon, was wir kennen, würde mehr sparen, als es kostet. Prüfen Sie in einem Jahr wieder.";

/// Heading above what is borne.
pub const BORNE: &str = "Was wir bewusst tragen";

/// Said where nothing is borne.
const NOTHING_BORNE: &str = "Kein Risiko bleibt bewusst offen.";

/// Accepted risks told in full here; the table of what is borne has them all.
const MOST_ACCEPTED: usize = 2;

/// What is borne: first what somebody answers for, then what the figures leave out, the `most` that would avoid most
/// by name, the rest counted.
pub fn borne(catalogue: &Catalogue, report: &Report, most: usize) -> String {
    let borne = report.decision.by_effect(|it| it == Advice::Bear);
    let (accepted, borne): (Vec<&Judged>, Vec<&Judged>) = borne.partition(|it| it.status == Status::Accepted);
    if accepted.is_empty() && borne.is_empty() {
        return NOTHING_BORNE.into();
    }
    let title = |it: &&Judged| Some(catalogue.measure(&it.measure)?.title.clone());
    let in_full = |it: &&Judged| Some(format!("{}: {}", title(it)?, super::super::ladder::status(it)?));
    let mut sentences: Vec<String> = accepted.iter().take(MOST_ACCEPTED).filter_map(in_full).collect();
    if accepted.len() > MOST_ACCEPTED {
        let more = count(accepted.len() - MOST_ACCEPTED, "weiteres Risiko", "weitere Risiken");
        sentences.push(format!("Dazu {more} mit Namen und Grund."));
    }
    if !borne.is_empty() {
        sentences.push(left_out(&borne, most, title));
    }
    sentences.join(" ")
}

fn left_out<'a>(borne: &[&'a Judged], most: usize, title: impl Fn(&&'a Judged) -> Option<String>) -> String {
    let mut items: Vec<String> = borne.iter().take(most).filter_map(title).collect();
    if borne.len() > most {
        items.push(format!("{} weitere", borne.len() - most));
    }
    let names = super::joined(&items);
    let review = borne.iter().filter_map(|it| it.review).min();
    let again = review.map(|it| format!(" Wiedervorlage {}.", month_of(it))).unwrap_or_default();
    format!("{names}: Das kostet hier mehr, als es im Mittel vermeidet.{again}")
}

/// Heading above what management can decide.
pub const RESOLUTION: &str = "Beschluss";

/// What management can decide: each rung with its price a year, or nothing for now. No box is ticked in advance.
pub fn resolutions(report: &Report) -> Vec<String> {
    let ladder = &report.decision.ladder;
    let rung = |it: &Rung| {
        let policy = if it.premium_eur > 0.0 { ", eine Versicherung eingerechnet" } else { "" };
        format!(
            "Wir gehen bis Stufe „{}“: {} Geld und {} eigene Arbeit im Jahr{policy}.",
            super::super::ladder::rung(it.id),
            euros(it.annual.money_eur.likely),
            hours(it.annual.hours.likely)
        )
    };
    let mut choices: Vec<String> =
        ladder.rungs.iter().filter(|it| it.same_as.is_none() && !it.is_empty()).map(rung).collect();
    if let Some(limited) = &ladder.limited {
        choices.push(format!(
            "Wir bleiben bei unserem Budget: {} Geld und {} eigene Arbeit im Jahr.",
            euros(limited.rung.annual.money_eur.likely),
            hours(limited.rung.annual.hours.likely)
        ));
    }
    choices.push(format!(
        "Wir ändern vorerst nichts und tragen das Risiko von heute: im Mittel {} im Jahr, in den schlimmsten fünf von hundert Jahren {}, über der Reserve in {} Jahren.",
        euros(report.today.expected_annual_loss.value),
        euros(report.today.tail_value_at_risk_95),
        one_in(report.today.above_reserve)
    ));
    choices
}

/// Under the lines to write on.
pub const SIGNATURES: [&str; 3] =
    ["Verantwortlich für die Umsetzung", "Ort, Datum", "Geschäftsführung, Unterschrift"];

/// Where the curve is; the page follows.
pub const CURVE_ON: &str = " Die Kurve dazu steht ";

/// Said where the risk was computed but few questions were answered.
pub fn thin(report: &Report) -> Option<String> {
    let coverage = &report.coverage;
    let open = coverage.unknown + coverage.untouched();
    (4 * open > coverage.asked).then(|| {
        format!(
            "{} sind offen. Dort rechnen wir mit dem Durchschnitt ähnlicher Betriebe; die Spannen sind deshalb weit.",
            count(open, "Frage", "Fragen")
        )
    })
}
