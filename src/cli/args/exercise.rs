//! Arguments of `waage exercise`.

use clap::{Args, ValueEnum};

/// One real call.
pub const EXAMPLE: &str = "Beispiel:\n  waage exercise messages";

/// Arguments of `waage exercise`.
#[derive(Args, Debug)]
pub struct ExerciseArgs {
    /// Welche Übung; ohne Angabe fragt das Programm
    #[arg(value_name = "ÜBUNG", value_enum)]
    pub part: Option<ExercisePart>,
    /// Schlichte Zeilen ohne Rahmen und Farben, für Vorleseprogramme und einfache Terminals
    #[arg(long)]
    pub plain: bool,
}

/// The exercises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExercisePart {
    /// Acht erfundene Nachrichten beurteilen
    Messages,
    /// Ein Notfall am Tisch in zehn Entscheidungen
    Emergency,
    /// Selbstcheck: zehn Aussagen für Ihre Aufgabe im Betrieb
    SelfCheck,
}
