//! Arguments of `waage form`.

use std::path::PathBuf;

use clap::Args;

/// Real calls.
pub const EXAMPLE: &str = "Beispiele:\n  waage form --html selbstcheck.html\n  waage form firma.waage.toml --role it-dienstleister --html fragen.html\n  waage form firma.waage.toml --topic datensicherung --html fragen.html\n  waage form firma.waage.toml --quotes --html anfrage.html\n\nOhne Antwortdatei entsteht der ganze Selbstcheck als eine Seite, vom Gewerk bis zur letzten Frage.\nDie Datei braucht kein Internet, zeigt keinen Betrag und keine Antwort des Betriebs. Zurück kommt antworten.waage.toml; „waage merge“ übernimmt sie.";

/// Arguments of `waage form`.
#[derive(Args, Debug)]
pub struct FormArgs {
    /// Antwortdatei des Betriebs; nach ihr richtet sich, was gefragt wird. Ohne sie: der ganze Selbstcheck
    #[arg(value_name = "DATEI")]
    pub file: Option<PathBuf>,
    /// Fragen, die diese Rolle beantworten kann, zum Beispiel it-dienstleister
    #[arg(long, value_name = "ROLLE", conflicts_with_all = ["topic", "all"], requires = "file")]
    pub role: Option<String>,
    /// Fragen zu einem Thema, zum Beispiel datensicherung
    #[arg(long, value_name = "THEMA", conflicts_with = "all", requires = "file")]
    pub topic: Option<String>,
    /// Alle Fragen; gilt, wenn nichts anderes gesagt ist
    #[arg(long)]
    pub all: bool,
    /// Preise für die Maßnahmen des Plans erfragen, die ein IT-Dienstleister ausführt; mit --role, --topic oder --all dazu Fragen
    #[arg(long, requires = "file")]
    pub quotes: bool,
    /// Den Namen des Betriebs auf das Formular schreiben
    #[arg(long, requires = "file")]
    pub with_name: bool,
    /// Wohin das Formular geschrieben wird
    #[arg(long, value_name = "PFAD", required_unless_present = "csv")]
    pub html: Option<PathBuf>,
    /// Dieselben Fragen als Tabelle für die Tabellenkalkulation; ausgefüllt übernimmt sie „waage import“
    #[arg(long, value_name = "PFAD", requires = "file", conflicts_with = "quotes")]
    pub csv: Option<PathBuf>,
}
