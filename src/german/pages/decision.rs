//! The first page: what management decides.

use crate::decision::{Advice, Judged};
use crate::german::number::{count, euros, hours, month_of};
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

/// Heads of the table of first steps.
pub const STEP_HEADS: [&str; 5] =
    ["", "Schritt", "Geld im Jahr", "eigene Zeit im Jahr", "vermiedener Schaden"];

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

/// What is borne: the `most` that would avoid most by name, the rest counted.
pub fn borne(catalogue: &Catalogue, report: &Report, most: usize) -> String {
    let borne: Vec<&Judged> = report.decision.by_effect(|it| it == Advice::Bear).collect();
    if borne.is_empty() {
        return NOTHING_BORNE.into();
    }
    let title = |it: &&Judged| Some(catalogue.measure(&it.measure)?.title.clone());
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

/// What management can decide, each with its price a year; `shown` first steps stand above, `more` follow.
pub fn resolutions(report: &Report, shown: usize, more: usize) -> Vec<String> {
    let annual = &report.decision.plan.annual;
    let plan = format!(
        "Wir setzen den Plan um: {} Geld und {} eigene Arbeit im Jahr.",
        euros(annual.money_eur.likely),
        hours(annual.hours.likely)
    );
    let first =
        format!("Wir beginnen mit den {} Schritten oben und entscheiden über den Rest neu.", spelled(shown));
    let wait = format!(
        "Wir ändern vorerst nichts und tragen das Risiko von heute: im Mittel {} im Jahr.",
        euros(report.today.expected_annual_loss.value)
    );
    let mut choices = vec![plan];
    if shown > 1 && more > 0 {
        choices.push(first);
    }
    choices.push(wait);
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
