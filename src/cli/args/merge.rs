//! Arguments of `waage merge`.

use std::path::PathBuf;

use clap::Args;

/// Real calls.
pub const EXAMPLE: &str = "Beispiele:\n  waage merge firma.waage.toml antworten.waage.toml\n  waage merge firma.waage.toml antworten.waage.toml --by it-dienstleister\n\nBeide Stimmen bleiben stehen. Prüfen Sie mit „waage report“, was sich dadurch ändert.";

/// Arguments of `waage merge`.
#[derive(Args, Debug)]
pub struct MergeArgs {
    /// Antwortdatei des Betriebs, in die übernommen wird
    #[arg(value_name = "DATEI")]
    pub file: PathBuf,
    /// Dateien, die zurückgekommen sind
    #[arg(value_name = "ANTWORTEN", required = true)]
    pub returned: Vec<PathBuf>,
    /// Wer geantwortet hat, wo es nicht in der Datei steht, zum Beispiel it-dienstleister
    #[arg(long, value_name = "ROLLE")]
    pub by: Option<String>,
    #[command(flatten)]
    pub conflicts: ConflictArgs,
}

/// What holds where two sides differ, and whether it is asked.
#[derive(Args, Clone, Copy, Debug)]
pub struct ConflictArgs {
    /// Wo sich Angaben widersprechen: die eigenen behalten
    #[arg(long, conflicts_with = "theirs")]
    pub ours: bool,
    /// Wo sich Angaben widersprechen: die zurückgekommenen nehmen
    #[arg(long)]
    pub theirs: bool,
    /// Ohne Rückfrage übernehmen, was sich nicht widerspricht
    #[arg(long)]
    pub yes: bool,
}
