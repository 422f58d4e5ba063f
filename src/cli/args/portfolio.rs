//! Arguments of `waage portfolio`.

use std::path::PathBuf;

use clap::Args;

/// Real calls.
pub const EXAMPLE: &str = "Beispiele:\n  waage portfolio kunden\n  waage portfolio kunden --unbearable --csv bestand.csv\n  waage portfolio kunden --reports berichte\n\nIm Ordner liegt je Kunde ein Ordner mit datierten Antwortdateien, zum Beispiel\nkunden/tischlerei/2026-11-21.waage.toml. Der neueste Stand zählt, ältere geben den Verlauf.";

/// Arguments of `waage portfolio`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Optionen")]
pub struct PortfolioArgs {
    /// Ordner mit einem Ordner je Kunde
    #[arg(value_name = "ORDNER")]
    pub folder: PathBuf,
    /// Nur Kunden, die ihr Risiko nicht tragen können
    #[arg(long)]
    pub unbearable: bool,
    /// Nur Kunden, bei denen bis zu diesem Tag etwas ansteht (Jahr-Monat-Tag)
    #[arg(long, value_name = "DATUM")]
    pub due_by: Option<String>,
    /// Nur Kunden, deren Name oder Ordner diesen Text enthält
    #[arg(long, value_name = "TEXT")]
    pub matching: Option<String>,
    /// Tabelle für Tabellenprogramme schreiben (CSV)
    #[arg(long, value_name = "PFAD")]
    pub csv: Option<PathBuf>,
    /// Alle Zahlen als JSON schreiben, „-“ schreibt auf die Standardausgabe
    #[arg(long, value_name = "PFAD")]
    pub json: Option<PathBuf>,
    /// Jedem Kunden seinen Bericht als PDF in diesen Ordner schreiben
    #[arg(long, value_name = "ORDNER")]
    pub reports: Option<PathBuf>,
}
