//! Arguments of `waage peers`.

use std::path::PathBuf;

use clap::Args;

/// Real calls.
pub const EXAMPLE: &str = "Beispiele:\n  waage batch betriebe.ndjson > ergebnisse.ndjson\n  waage peers ergebnisse.ndjson --json vergleich.json\n  waage report firma.waage.toml --peers vergleich.json";

/// Arguments of `waage peers`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Optionen")]
pub struct PeersArgs {
    /// Ergebnisse von „waage batch“, „-“ liest von der Standardeingabe
    #[arg(value_name = "DATEI")]
    pub records: PathBuf,
    /// Jede Gruppe steht für mindestens so viele Betriebe
    #[arg(long, value_name = "ANZAHL", default_value_t = 5)]
    pub fewest: usize,
    /// Als JSON schreiben, „-“ schreibt auf die Standardausgabe
    #[arg(long, value_name = "PFAD")]
    pub json: Option<PathBuf>,
}
