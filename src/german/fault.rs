//! What went wrong outside content and answers, and what to do about it.

use std::io::ErrorKind;

use super::shown::typed;
use crate::toml_file::BinaryKind;

/// A folder was named where a file is needed.
pub fn is_a_folder(path: &str) -> String {
    format!(
        "Fehler: „{path}“ ist ein Ordner, gebraucht wird eine Datei.\n  Nennen Sie die Datei darin, zum Beispiel {path}/firma.waage.toml"
    )
}

/// A folder that has to be empty is not.
pub fn folder_not_empty(path: &str) -> String {
    format!(
        "Fehler: Der Ordner „{path}“ ist nicht leer.\n  Nennen Sie einen neuen Ordner, damit nichts überschrieben wird."
    )
}

/// A file cannot be read.
pub fn cannot_read(path: &str, kind: ErrorKind) -> String {
    match kind {
        ErrorKind::NotFound => {
            let new = if path.ends_with(".waage.toml") {
                format!(" Eine neue Datei legt „waage check {}“ an.", typed(path))
            } else {
                String::new()
            };
            format!("Fehler: Die Datei „{path}“ gibt es nicht.\n  Prüfen Sie Schreibweise und Ordner.{new}")
        }
        ErrorKind::PermissionDenied => {
            format!("Fehler: Die Datei „{path}“ darf nicht gelesen werden.\n  Prüfen Sie die Zugriffsrechte.")
        }
        ErrorKind::NotADirectory => {
            format!(
                "Fehler: „{path}“ gibt es nicht, ein Teil des Weges ist eine Datei.\n  Prüfen Sie Schreibweise und Ordner."
            )
        }
        _ => format!(
            "Fehler: Die Datei „{path}“ lässt sich nicht lesen, der Datenträger meldet einen Fehler.\n  Ist er noch verbunden?"
        ),
    }
}

/// A file holds something other than UTF-8 text.
pub fn not_text(path: &str, kind: BinaryKind) -> String {
    let is = match kind {
        BinaryKind::Pdf => "ein PDF",
        BinaryKind::Zip => "ein Office-Dokument oder Archiv",
        BinaryKind::Picture => "ein Bild",
        BinaryKind::Utf16 | BinaryKind::Other => {
            return format!(
                "Fehler: „{path}“ ist keine Textdatei in UTF-8.\n  Speichern Sie die Datei im Editor mit der Kodierung UTF-8."
            );
        }
    };
    format!(
        "Fehler: „{path}“ ist {is}, gebraucht wird eine Textdatei.\n  Nennen Sie die Datei mit den Antworten; sie endet auf .waage.toml."
    )
}

/// A file is larger than anything of its kind.
pub fn too_large(path: &str, most: u64) -> String {
    format!(
        "Fehler: „{path}“ ist größer als {} MB und wurde nicht gelesen.\n  Prüfen Sie, ob es die richtige Datei ist; eine Antwortdatei hat weniger als ein MB.",
        most >> 20
    )
}

/// A folder does not exist.
pub fn no_folder(path: &str) -> String {
    format!("Fehler: Den Ordner „{path}“ gibt es nicht.\n  Prüfen Sie die Schreibweise.")
}

/// The zone of the computer is none.
pub fn unknown_zone(name: &str) -> String {
    format!(
        "Hinweis: Die Zeitzone „{name}“ ist unbekannt, gerechnet wird in UTC.\n  Prüfen Sie TZ, zum Beispiel TZ=Europe/Berlin, oder nennen Sie den Tag mit --date."
    )
}

/// A date is not a date.
pub fn bad_date(text: &str) -> String {
    format!(
        "Fehler: „{text}“ ist kein Datum.\n  Schreiben Sie Jahr-Monat-Tag, zum Beispiel --date 2026-11-21"
    )
}

/// Nobody sits at the terminal.
pub fn no_terminal(instead: &str) -> String {
    format!("Fehler: Hier kann niemand antworten, denn es gibt kein Terminal.\n  {instead}")
}

/// The terminal or a pipe to it is gone.
pub fn connection_lost() -> String {
    "Fehler: Die Verbindung zum Terminal ist abgerissen.\n  Was gespeichert war, ist gespeichert. Rufen Sie waage noch einmal auf.".into()
}

/// A fault without the word that opens it, for places that say themselves that something is wrong.
pub fn in_short(error: &anyhow::Error) -> String {
    let words = error.to_string();
    words.strip_prefix("Fehler: ").unwrap_or(&words).to_owned()
}

/// Something failed that we did not foresee.
pub fn unexpected(detail: &str) -> String {
    format!(
        "Fehler: Damit haben wir nicht gerechnet: {detail}\n  Ihre Dateien sind unverändert. Bitte melden Sie uns den Aufruf und diese Zeile."
    )
}

/// The program itself is at fault.
pub fn our_bug() -> String {
    "Fehler: Das ist unser Fehler, nicht Ihrer. Ihre gespeicherten Antworten sind unverändert.\n  Bitte melden Sie uns den Aufruf und die Zeilen darüber.".into()
}

/// A folder was asked for.
pub fn not_a_folder(path: &str) -> String {
    format!(
        "Fehler: „{path}“ ist kein Ordner.\n  Gebraucht wird ein Ordner mit questionnaires, profiles oder knowledge."
    )
}

/// A folder holds no content.
pub fn no_content(path: &str) -> String {
    format!(
        "Fehler: Im Ordner „{path}“ stehen keine Inhalte.\n  Darin gehören questionnaires, profiles oder knowledge mit Dateien auf .toml."
    )
}
