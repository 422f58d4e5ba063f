//! Words of the table of measures for spreadsheets.

use super::decision::advice;
use crate::decision::Advice;
use crate::model::RungId;

/// Heads of the columns.
pub const HEADS: [&str; 14] = [
    "Maßnahme",
    "Entscheidung",
    "Stufe",
    "Grund",
    "Was zu tun ist",
    "zuständig",
    "fällig am",
    "Geld im Jahr (Euro, Schätzung)",
    "eigene Stunden im Jahr (Schätzung)",
    "vermeidet im Jahr (Euro, Schätzung)",
    "Spanne von",
    "Spanne bis",
    "erledigt am",
    "Kennung",
];

/// The decision in one or two words.
pub fn verdict(of: Advice) -> &'static str {
    advice(of)
}

/// A rung by its number and name.
pub fn rung(id: RungId) -> &'static str {
    super::ladder::rung(id)
}

/// The reason, and what management has decided.
pub fn why(reason: &str, status: Option<&str>) -> String {
    status.map_or_else(|| reason.to_owned(), |status| format!("{reason} {status}"))
}

/// A number as a German spreadsheet reads it: no thousands point, decimal comma.
pub fn number(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}").replace('.', ",")
}
