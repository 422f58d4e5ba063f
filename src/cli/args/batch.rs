//! Arguments of `waage batch`.

use std::path::PathBuf;

use clap::Args;

/// Real calls.
pub const EXAMPLE: &str = "Beispiele:\n  waage batch betriebe.ndjson > ergebnisse.ndjson\n  find kunden -name '*.waage.toml' -print0 | waage batch --files0 > ergebnisse.ndjson\n\nEine Zeile je Betrieb: {\"key\": \"17\", \"answers\": …}, die Antworten als Text einer Antwortdatei oder als\nJSON-Objekt mit denselben Schlüsseln. Die Ergebnisse stehen in derselben Reihenfolge. Endet mit 0, wenn jeder\nBetrieb ein Ergebnis hat, sonst mit 3.";

/// Arguments of `waage batch`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Optionen")]
pub struct BatchArgs {
    /// Datei mit einer Zeile je Betrieb, „-“ liest von der Standardeingabe
    #[arg(value_name = "DATEI", default_value = "-")]
    pub input: PathBuf,
    /// Statt Zeilen Namen von Antwortdateien lesen, mit Nullzeichen getrennt (find -print0)
    #[arg(long)]
    pub files0: bool,
    /// Auch den Plan nennen: Schaden mit Plan und die ersten drei Schritte
    #[arg(long)]
    pub with_plan: bool,
    /// So viele erfundene Betriebe statt einer Eingabe, für Lasttests und Übungen
    #[arg(long, value_name = "ANZAHL", conflicts_with_all = ["files0", "input"], value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    pub synthesise: Option<u64>,
    /// Mit dieser Zahl beginnen die Zufallszahlen; dieselbe Zahl gibt dieselben Betriebe
    #[arg(long, value_name = "ZAHL", default_value_t = 1, requires = "synthesise")]
    pub seed: u64,
    /// Die erfundenen Betriebe selbst ausgeben statt ihrer Ergebnisse, als Eingabe für einen weiteren Lauf
    #[arg(long, requires = "synthesise")]
    pub answers: bool,
}
