//! Arguments of `waage compare`.

use std::path::PathBuf;

use clap::Args;

/// Real calls.
pub const EXAMPLE: &str = "Beispiele:\n  waage compare firma/2026-11-21.waage.toml firma/2027-05-20.waage.toml\n  waage compare firma --pdf verlauf.pdf\n\nDer Tag jeder Datei ist der Tag in ihrem Namen, sonst der Tag der neuesten Antwort darin.";

/// Arguments of `waage compare`.
#[derive(Args, Debug)]
pub struct CompareArgs {
    /// Ältere Antwortdatei, ein früherer Bericht als JSON (dann steht der Anteil des Rechenwegs dabei), oder ein Ordner mit datierten Dateien
    #[arg(value_name = "ALT")]
    pub old: PathBuf,
    /// Neuere Antwortdatei; bei einem Ordner entfällt sie
    #[arg(value_name = "NEU")]
    pub new: Option<PathBuf>,
    /// Stichtag der älteren Datei (Jahr-Monat-Tag)
    #[arg(long, value_name = "DATUM")]
    pub old_date: Option<String>,
    /// Inhalte aus ORDNER für die ältere Seite benutzen; er enthält eine Fassung oder je Fassung einen Ordner
    #[arg(long, value_name = "ORDNER")]
    pub old_content: Option<PathBuf>,
    /// Vergleich als PDF schreiben
    #[arg(long, value_name = "PFAD")]
    pub pdf: Option<PathBuf>,
    /// Alle Zahlen als JSON schreiben, „-“ schreibt auf die Standardausgabe
    #[arg(long, value_name = "PFAD")]
    pub json: Option<PathBuf>,
}
