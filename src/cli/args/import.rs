//! Arguments of `waage import`.

use std::path::PathBuf;

use clap::Args;

use super::merge::ConflictArgs;

/// Real calls.
pub const EXAMPLE: &str = "Beispiele:\n  waage form firma.waage.toml --csv fragen.csv\n  waage import firma.waage.toml fragen.csv --by büro\n  waage import firma.waage.toml versicherer.xlsx --mapping versicherer.toml\n\nZeilen, die sich nicht zuordnen lassen, werden mit ihrer Nummer genannt. Wie eine Zuordnung aussieht: docs/import.md";

/// Arguments of `waage import`.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// Antwortdatei des Betriebs, in die übernommen wird
    #[arg(value_name = "DATEI")]
    pub file: PathBuf,
    /// Ausgefüllte Tabelle, CSV oder XLSX
    #[arg(value_name = "TABELLE")]
    pub table: PathBuf,
    /// Zuordnung: was die Zeilen eines anderen Fragebogens bedeuten
    #[arg(long, value_name = "PFAD")]
    pub mapping: Option<PathBuf>,
    /// Wer geantwortet hat, zum Beispiel it-dienstleister
    #[arg(long, value_name = "ROLLE")]
    pub by: Option<String>,
    #[command(flatten)]
    pub conflicts: ConflictArgs,
}
