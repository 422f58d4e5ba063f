//! Arguments of `waage check`.

use std::path::PathBuf;

use clap::Args;

/// One real call.
pub const EXAMPLE: &str = "Beispiele:\n  waage check                                  beginnt oder setzt firma.waage.toml fort\n  waage check tischlerei.waage.toml --short    die zwölf wichtigsten Fragen\n  waage check firma.waage.toml --role it-dienstleister";

/// Arguments of `waage check`.
#[derive(Args, Clone, Debug)]
pub struct CheckArgs {
    /// Antwortdatei, die begonnen oder fortgesetzt wird
    #[arg(value_name = "DATEI", default_value = "firma.waage.toml")]
    pub file: PathBuf,
    /// Kurzer Check: zuerst die Fragen, die für Ihren Betrieb am meisten entscheiden
    #[arg(long, conflicts_with_all = ["topic", "role", "again"])]
    pub short: bool,
    /// Nur die Fragen zu einem Thema, zum Beispiel datensicherung
    #[arg(long, value_name = "THEMA", conflicts_with_all = ["role", "again"])]
    pub topic: Option<String>,
    /// Nur die Fragen, die diese Rolle beantworten kann, zum Beispiel it-dienstleister
    #[arg(long, value_name = "ROLLE", conflicts_with = "again")]
    pub role: Option<String>,
    /// Wiederholung: übernimmt die Antworten aus ALT und fragt nur, was fehlt oder nachlässt
    #[arg(long, value_name = "ALT")]
    pub again: Option<PathBuf>,
    /// Für Beratung vor Ort: fragt zu jeder Antwort nach Nachweis und Notiz
    #[arg(long)]
    pub consultant: bool,
    /// Schlichte Zeilen ohne Rahmen und Farben, für Vorleseprogramme und einfache Terminals
    #[arg(long)]
    pub plain: bool,
}
