//! Words of the table of measures for spreadsheets.

use super::decision::advice;
use crate::decision::Advice;

/// Heads of the columns.
pub const HEADS: [&str; 13] = [
    "Maßnahme",
    "Entscheidung",
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

/// A number as a German spreadsheet reads it: no thousands point, decimal comma.
pub fn number(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}").replace('.', ",")
}
