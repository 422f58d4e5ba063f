//! Many clients, in words.

use super::number::{count, date, euros, one_in};
use crate::model::{Catalogue, MeasureId};
use crate::report::portfolio::Client;

/// Heads of the table.
pub const HEADER: [&str; 6] =
    ["Kunde", "Schaden im Jahr", "mehr als die Reserve", "zuerst", "steht an", "Verlauf"];

/// Heads of the table for spreadsheets.
pub const CSV_HEADS: [&str; 8] = [
    "Ordner",
    "Betrieb",
    "Antworten vom",
    "Mittlerer Schaden im Jahr (Schätzung)",
    "Mit Plan",
    "Tragbar",
    "Erster Schritt",
    "Steht an",
];

/// A client as a row.
pub fn row(catalogue: &Catalogue, it: &Client, course: &str) -> [String; 6] {
    [
        it.firm.clone().unwrap_or_else(|| it.key.clone()),
        euros(it.expected_annual_loss.value),
        format!("{}, {}", one_in(it.above_reserve), bearable(it.is_bearable)),
        step(catalogue, it.first_step.as_ref()),
        it.next_due.map_or_else(String::new, date),
        course.to_owned(),
    ]
}

/// Whether the risk can be borne.
pub fn bearable(is_bearable: bool) -> &'static str {
    if is_bearable { "tragbar" } else { "nicht tragbar" }
}

/// The title of a step.
pub fn step(catalogue: &Catalogue, step: Option<&MeasureId>) -> String {
    match step {
        None => "nichts zu tun".to_owned(),
        Some(id) => catalogue.measure(id).map(|it| it.title.clone()).unwrap_or_default(),
    }
}

/// How many, and what they lose together.
pub fn closing(clients: &[Client]) -> String {
    let sum = clients.iter().map(|it| it.expected_annual_loss.value).sum();
    let unbearable = clients.iter().filter(|it| !it.is_bearable).count();
    format!(
        "{}, zusammen {} mittlerer Schaden im Jahr (Schätzung), {unbearable} davon nicht tragbar.",
        count(clients.len(), "Kunde", "Kunden"),
        euros(sum)
    )
}

/// No client fits.
pub const NOBODY: &str = "Kein Kunde passt dazu.";

/// A folder without clients.
pub fn no_clients(path: &str) -> String {
    format!(
        "Fehler: Im Ordner „{path}“ liegt kein Kunde.\n  Je Kunde ein Ordner mit Antwortdateien darin, zum Beispiel {path}/tischlerei/2026-11-21.waage.toml"
    )
}

/// A client without a result.
pub fn faulty(key: &str, message: &str) -> String {
    format!("Ohne Ergebnis: {key}\n{message}")
}

/// How far it is.
pub fn reports(done: usize, all: usize) -> String {
    format!("{done} von {all} Kunden")
}

/// Where the reports are.
pub fn reports_written(reports: usize, folder: &str) -> String {
    format!("{} geschrieben in {folder}", count(reports, "Bericht", "Berichte"))
}
