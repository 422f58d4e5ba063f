//! Check list for management.

use crate::german::number::euros;

/// Heads of the table before the last column.
pub const HEADS: [&str; 2] = ["Punkt", "Ihre Antworten sagen"];
/// Options in the last column.
pub const TICKS: &str = "□ ja  □ bis";

/// The figures that call for a decision.
pub fn lead(today: f64, cost: f64, with_plan: f64) -> String {
    format!(
        "Schätzung für Ihren Betrieb: Schäden von im Mittel {} im Jahr. Die Schritte des Plans kosten {} im Jahr, eigene Stunden eingerechnet, und senken das auf {}.",
        euros(today),
        euros(cost),
        euros(with_plan)
    )
}
