//! The first page: what management decides.

use crate::german::number::{count, month_of};
use crate::report::Report;
use jiff::civil::Date;

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

/// Where the other steps are; the page follows.
pub fn more_steps(number: usize) -> String {
    let more = count(number, "weitere Maßnahme", "weitere Maßnahmen");
    format!("{more} und die Gründe stehen ")
}

/// The same where there are no more steps.
pub const REASONS: &str = "Die Gründe stehen ";

/// Said where nothing asks for action.
pub const NOTHING_TO_DO: &str =
    "Nichts davon, was wir kennen, würde mehr sparen, als es kostet. Prüfen Sie in einem Jahr wieder.";

/// Heading above what is borne.
pub const BORNE: &str = "Was wir bewusst tragen";

/// Said where nothing is borne.
pub const NOTHING_BORNE: &str = "Kein Risiko bleibt bewusst offen.";

/// What is borne: some named, the rest counted.
pub fn borne(named: &[String], more: usize, review: Option<Date>) -> String {
    let mut items = named.to_vec();
    if more > 0 {
        items.push(format!("{more} weitere"));
    }
    let names = super::joined(&items);
    let again = review.map(|it| format!(" Wiedervorlage {}.", month_of(it))).unwrap_or_default();
    format!("{names}: Das kostet hier mehr, als es im Mittel vermeidet.{again}")
}

/// Under the lines to write on.
pub const SIGNATURES: [&str; 2] = ["Ort, Datum", "Entscheidung der Geschäftsführung, Unterschrift"];

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
