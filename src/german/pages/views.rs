//! The page that lays other people's yardsticks on the answers.

use crate::german::number::{count, integer};
use crate::guidance::views::DinView;

/// Heading.
pub const TITLE: &str = "Andere Maßstäbe auf dieselben Antworten";
/// Bookmark.
pub const BOOKMARK: &str = "Andere Maßstäbe";
/// Under the heading.
pub const INTRO: &str =
    "Zur Orientierung. Diese Seite ist keine Prüfung, kein Zertifikat und keine Rechtsberatung.";

/// Heading of the check's part.
pub const DIN: &str = "CyberRisikoCheck nach DIN SPEC 27076";

/// The points in one sentence.
pub fn din_points(points: i32, maximum: i32) -> String {
    format!("Nach Ihren Antworten {} von {maximum} Punkten.", integer(i64::from(points)))
}

/// What is open among the requirements with triple weight.
pub fn din_open_top(view: &DinView) -> String {
    let open = view.missing().filter(|it| it.requirement.top).count();
    if open == 0 {
        "Alle fünf Anforderungen mit dreifachem Gewicht sind erfüllt.".into()
    } else {
        format!(
            "{} mit dreifachem Gewicht nicht erfüllt oder offen.",
            count(open, "Anforderung", "Anforderungen")
        )
    }
}

/// Heads of the table of requirements.
pub const DIN_HEADS: [&str; 3] = ["Nr.", "Anforderung in unseren Worten", "Stand"];

/// Marks a requirement with triple weight.
pub const TOP: &str = "dreifach";

/// Heading of the insurers' part.
pub const INSURER: &str = "Was Cyberversicherer üblicherweise verlangen";

/// Heads of the table of duties.
pub const INSURER_HEADS: [&str; 2] = ["Pflicht", "Stand nach Ihren Antworten"];

/// Why a wrong application is dangerous.
pub const INSURER_NOTE: &str = "Beantworten Sie einen Versicherungsantrag nicht anders als diesen Bogen. Falsche Angaben können die Leistung kosten. Maßgeblich ist Ihr Vertrag.";

/// Points of one topic.
pub fn din_points_of(points: i32, maximum: i32) -> String {
    format!("{} von {maximum} Punkten", integer(i64::from(points)))
}
