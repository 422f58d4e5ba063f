//! Arguments of `waage quantify`.

use std::path::PathBuf;

use clap::Args;

/// One real call.
pub const EXAMPLE: &str = "Beispiel:\n  waage quantify szenarien.toml --quantile 0.98 --verify";

/// Arguments of `waage quantify`.
#[derive(Args, Debug)]
pub struct QuantifyArgs {
    /// Datei mit Szenarien, „-“ liest von der Standardeingabe
    #[arg(value_name = "DATEI")]
    pub model: PathBuf,
    /// Alle Zahlen als JSON schreiben, „-“ schreibt auf die Standardausgabe
    #[arg(long, value_name = "PFAD")]
    pub json: Option<PathBuf>,
    /// Weiterer Punkt der Verteilung, zum Beispiel 0.98; mehrmals möglich
    #[arg(long = "quantile", value_name = "P")]
    pub quantiles: Vec<String>,
    /// Mit einer Million simulierter Jahre nachrechnen
    #[arg(long)]
    pub verify: bool,
}
