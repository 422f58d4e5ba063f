//! Arguments of `waage gate`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::typed;

/// Real calls.
pub const EXAMPLE: &str = "Beispiele:\n  waage gate firma.waage.toml --max-expected-loss 8000 --max-age-days 365\n  waage gate firma.waage.toml --format junit > waage.xml\n\nGrenzen können auch in der Datei stehen, unter [gate]. Endet mit 0, wenn alle Grenzen\neingehalten sind, mit 1, wenn nicht, mit 2 bei falschem Aufruf, mit 3 bei fehlerhafter Datei.\nOhne Antworten, mit Antworten nach dem Stichtag oder zu unbekannten Inhalten ist nichts eingehalten.";

/// Arguments of `waage gate`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Optionen")]
pub struct GateArgs {
    /// Antwortdateien; „-“ liest eine von der Standardeingabe
    #[arg(value_name = "DATEI", required = true)]
    pub files: Vec<PathBuf>,
    /// Höchster mittlerer Schaden im Jahr
    #[arg(long, value_name = "EURO", allow_negative_numbers = true, value_parser = typed::euros)]
    pub max_expected_loss: Option<f64>,
    /// Höchster Schaden in einem schlechten Jahr, dem Mittel der schlimmsten 5 von 100
    #[arg(long, value_name = "EURO", allow_negative_numbers = true, value_parser = typed::euros)]
    pub max_bad_year: Option<f64>,
    /// Höchste Wahrscheinlichkeit im Jahr für einen Schaden über der Reserve, 0 bis 1
    #[arg(long, value_name = "ANTEIL", allow_negative_numbers = true, value_parser = typed::share)]
    pub max_ruin_probability: Option<f64>,
    /// Wenigste Punkte nach DIN SPEC 27076
    #[arg(long, value_name = "PUNKTE", allow_negative_numbers = true)]
    pub min_din_points: Option<i32>,
    /// Höchstes Alter der ältesten Antwort
    #[arg(long, value_name = "TAGE")]
    pub max_age_days: Option<u32>,
    /// Höchstes Alter der Inhalte: Tage, seit Zahlen und Recht geprüft wurden
    #[arg(long, value_name = "TAGE")]
    pub max_content_age_days: Option<u32>,
    /// Nichts darf fehlen, was Gesetz oder Vertrag verlangen
    #[arg(long)]
    pub no_open_duty: bool,
    /// Keine Entscheidung darf über ihren Termin sein
    #[arg(long)]
    pub no_overdue_decision: bool,
    /// Nicht schlechter als diese ältere Antwortdatei
    #[arg(long, value_name = "ALT")]
    pub baseline: Option<PathBuf>,
    /// Form der Ausgabe
    #[arg(long, value_enum, value_name = "FORM", default_value = "text")]
    pub format: GateFormat,
}

/// How the verdict is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GateFormat {
    /// Für Menschen, eine Zeile je Grenze
    Text,
    /// Für Programme
    Json,
    /// Für Testberichte von CI-Systemen (JUnit XML)
    Junit,
    /// Für die Code-Ansicht von Entwicklungsplattformen (SARIF 2.1.0)
    Sarif,
}
