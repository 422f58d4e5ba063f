//! Pages on the order of steps and on what happened to others.

use crate::decision::Window;
use crate::german::number::signed_euros;

/// Heading of the steps in time.
pub const TITLE: &str = "Wann was geschieht";
/// Under the heading: own hours set the pace.
pub fn lead(hours: &str) -> String {
    format!(
        "Zuerst kommt, was je eigener Stunde am meisten bringt, und was ein Schritt braucht, vor ihm. Ihre eigenen Stunden geben das Tempo vor: {hours} im Monat."
    )
}
/// Heads of the table.
pub const HEADS: [&str; 4] = ["Schritt", "eigene Zeit", "Geld", "Gewinn"];

/// A window of the first year.
pub fn window(window: Window) -> &'static str {
    match window {
        Window::Month => "In den ersten 30 Tagen",
        Window::Quarter => "In den ersten 90 Tagen",
        Window::HalfYear => "Im ersten halben Jahr",
        Window::Year => "Im ersten Jahr",
        Window::Later => "Danach",
    }
}

/// What a step brings beyond its cost.
pub fn gain(net: f64) -> String {
    signed_euros(net)
}

/// Explains the last column.
pub const NOTE: &str = "Eigene Zeit und Geld im ersten Jahr. Gewinn im Jahr: vermiedener Schaden und leichtere schlimme Jahre, abzüglich Geld und eigener Zeit, wenn die Schritte davor getan sind. Schätzung.";

/// Heading of the cases.
pub const CASES_TITLE: &str = "Was anderen passiert ist";
/// Above the case that went badly, and above the one that went well.
pub const CASES: [&str; 2] = ["So ging es schlecht aus", "So ging es gut aus"];
/// Before what came of it, and what to learn.
pub const CASE_PARTS: [&str; 2] = ["Ausgang: ", "Lehre: "];

/// Heading of what has worn off.
pub const AGEING_TITLE: &str = "Was nachlässt und was ansteht";
/// Its bookmark.
pub const AGEING_BOOKMARK: &str = "Auffrischen und Termine";
