//! Arguments of `waage exercise`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// One real call.
pub const EXAMPLE: &str =
    "Beispiele:\n  waage exercise messages\n  waage exercise self-check --keep tischlerei.waage.toml";

/// Arguments of `waage exercise`.
#[derive(Args, Debug)]
pub struct ExerciseArgs {
    /// Welche Übung; ohne Angabe fragt das Programm
    #[arg(value_name = "ÜBUNG", value_enum)]
    pub part: Option<ExercisePart>,
    /// Ergebnis nach Rückfrage in diese Antwortdatei übernehmen: nur Summen je Aufgabe, keine Namen. Der nächste Lernplan richtet sich danach
    #[arg(long, value_name = "DATEI")]
    pub keep: Option<PathBuf>,
    /// Schlichte Zeilen ohne Rahmen und Farben, für Vorleseprogramme und einfache Terminals
    #[arg(long)]
    pub plain: bool,
}

/// The exercises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExercisePart {
    /// Erfundene Nachrichten beurteilen, mit --keep auch eine aus der eigenen Branche
    Messages,
    /// Ein Notfall am Tisch in zehn Entscheidungen
    Emergency,
    /// Selbstcheck: zehn Aussagen für Ihre Aufgabe im Betrieb
    SelfCheck,
}
