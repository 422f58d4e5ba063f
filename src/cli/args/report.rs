//! Arguments of `waage report`.

use std::path::PathBuf;

use clap::Args;

use super::typed;

/// One real call.
pub const EXAMPLE: &str = "Beispiel:\n  waage report firma.waage.toml --pdf bericht.pdf --budget 2000";

/// Arguments of `waage report`.
#[derive(Args, Debug)]
pub struct ReportArgs {
    /// Antwortdatei, „-“ liest von der Standardeingabe
    #[arg(value_name = "DATEI")]
    pub file: PathBuf,
    /// Auf dem Bildschirm ausführlich: jeder Grund, was wann dran ist, Fristen, Fälle, Hilfe und Recht
    #[arg(long, conflicts_with_all = ["with", "without", "set", "leave_out"])]
    pub full: bool,
    /// Managementbericht als PDF schreiben
    #[arg(long, value_name = "PFAD", conflicts_with_all = ["with", "without", "set", "leave_out"])]
    pub pdf: Option<PathBuf>,
    /// Denselben Bericht als eine HTML-Datei schreiben, für Bildschirm und Browser
    #[arg(long, value_name = "PFAD", conflicts_with_all = ["with", "without", "set", "leave_out"])]
    pub html: Option<PathBuf>,
    /// Alle Zahlen als JSON schreiben, „-“ schreibt auf die Standardausgabe
    #[arg(long, value_name = "PFAD", conflicts_with_all = ["with", "without", "set", "leave_out"])]
    pub json: Option<PathBuf>,
    /// Die Maßnahmen als Tabelle schreiben, mit Zuständigen und Terminen (CSV für Tabellenprogramme)
    #[arg(long, value_name = "PFAD", conflicts_with_all = ["with", "without", "set", "leave_out"])]
    pub csv: Option<PathBuf>,
    /// Im Bericht zeigen, was sich seit dieser älteren Antwortdatei geändert hat
    #[arg(long, value_name = "ALT", conflicts_with_all = ["with", "without", "set", "leave_out"])]
    pub since: Option<PathBuf>,
    /// Zeigen, was Betriebe wie Ihrer schätzen: Datei aus „waage peers --json“
    #[arg(long, value_name = "PFAD")]
    pub peers: Option<PathBuf>,
    /// Zum Weitergeben: ohne Name, Notizen, Personen, Abläufe und Umsatz; statt der Beschäftigten die kleinste Zahl der Größenklasse
    #[arg(long)]
    pub anonymous: bool,
    /// Eigenes Aussehen für PDF und HTML: Name, Fußzeile, Logo und Farbe aus dieser Datei
    #[arg(long, value_name = "PFAD", conflicts_with_all = ["with", "without", "set", "leave_out"])]
    pub brand: Option<PathBuf>,
    /// Höchstens so viele Euro im Jahr für Maßnahmen ausgeben
    #[arg(long, value_name = "EURO", allow_negative_numbers = true, value_parser = typed::euros, conflicts_with_all = ["with", "without", "set"])]
    pub budget: Option<f64>,
    /// Höchstens so viele eigene Stunden im Jahr einsetzen
    #[arg(long, value_name = "STUNDEN", allow_negative_numbers = true, value_parser = typed::hours, conflicts_with_all = ["with", "without", "set"])]
    pub hours: Option<f64>,
    /// Mit diesem Zins im Jahr rechnen, in Prozent
    #[arg(long, value_name = "PROZENT", allow_negative_numbers = true, value_parser = typed::percent)]
    pub rate: Option<f64>,
    /// Über so viele Jahre muss die Reserve reichen
    #[arg(long, value_name = "JAHRE", allow_negative_numbers = true, value_parser = typed::years)]
    pub horizon: Option<u32>,
    /// Was wäre mit dieser Maßnahme? Auch mit Stufe: mfa:standard
    #[arg(long, value_name = "MASSNAHME")]
    pub with: Vec<String>,
    /// Was wäre ohne diese Maßnahme?
    #[arg(long, value_name = "MASSNAHME")]
    pub without: Vec<String>,
    /// Was ist der Plan ohne diese Maßnahme? Was dafür dazukommt, was er dann kostet und was bleibt
    #[arg(long, value_name = "MASSNAHME", conflicts_with_all = ["with", "without"])]
    pub leave_out: Vec<String>,
    /// Was wäre, wenn sich diese Angabe ändert? Zum Beispiel employees=30, state=BY, home-office=ja
    #[arg(long, value_name = "NAME=WERT")]
    pub set: Vec<String>,
}
