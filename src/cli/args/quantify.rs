//! Arguments of `waage quantify`.

use std::path::PathBuf;

use clap::Args;

/// One real call.
pub const EXAMPLE: &str = "Beispiel:\n  waage quantify szenarien.toml --quantile 0.98 --verify\n\nDie Datei, mit einem Szenario (Euro je Jahr und je Vorfall):\n  format = 1\n  reserve_eur = 60_000\n  [[scenario]]\n  id = \"ransomware\"\n  frequency = { mean = 0.08, low = 0.03, high = 0.2 }\n  severity = { median = 20_000, p95 = 200_000 }";

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
