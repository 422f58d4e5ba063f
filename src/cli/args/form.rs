//! Arguments of `waage form`.

use std::path::PathBuf;

use clap::Args;

/// Real calls.
pub const EXAMPLE: &str = "Beispiele:\n  waage form firma.waage.toml --role it-dienstleister --html fragen.html\n  waage form firma.waage.toml --topic datensicherung --html fragen.html\n\nDie Datei braucht kein Internet, zeigt keinen Betrag und keine Antwort des Betriebs. Zurück kommt antworten.waage.toml; „waage merge“ übernimmt sie.";

/// Arguments of `waage form`.
#[derive(Args, Debug)]
pub struct FormArgs {
    /// Antwortdatei des Betriebs; nach ihr richtet sich, was gefragt wird
    #[arg(value_name = "DATEI")]
    pub file: PathBuf,
    /// Fragen, die diese Rolle beantworten kann, zum Beispiel it-dienstleister
    #[arg(long, value_name = "ROLLE", conflicts_with_all = ["topic", "all"])]
    pub role: Option<String>,
    /// Fragen zu einem Thema, zum Beispiel datensicherung
    #[arg(long, value_name = "THEMA", conflicts_with = "all")]
    pub topic: Option<String>,
    /// Alle Fragen; gilt, wenn nichts anderes gesagt ist
    #[arg(long)]
    pub all: bool,
    /// Den Namen des Betriebs auf das Formular schreiben
    #[arg(long)]
    pub with_name: bool,
    /// Wohin das Formular geschrieben wird
    #[arg(long, value_name = "PFAD")]
    pub html: PathBuf,
}
