//! What is written where, and why it cannot be.

use std::io::ErrorKind;

/// A file was written.
pub fn written(path: &str) -> String {
    format!("Geschrieben: {path}")
}

/// A file cannot be written.
pub fn cannot_write(path: &str, kind: ErrorKind) -> String {
    let (what, remedy) = match kind {
        ErrorKind::NotFound => (
            "lässt sich nicht schreiben, der Ordner fehlt",
            "Legen Sie den Ordner an oder nennen Sie einen anderen.",
        ),
        ErrorKind::IsADirectory => ("ist ein Ordner", "Nennen Sie eine Datei darin."),
        ErrorKind::NotADirectory => (
            "lässt sich nicht schreiben: ein Teil des Weges ist eine Datei",
            "Nennen Sie einen Ordner, den es gibt.",
        ),
        ErrorKind::PermissionDenied => (
            "darf nicht geschrieben werden",
            "Prüfen Sie die Zugriffsrechte oder wählen Sie einen Ordner, in den Sie schreiben dürfen.",
        ),
        ErrorKind::ReadOnlyFilesystem => (
            "liegt auf einem schreibgeschützten Datenträger",
            "Wählen Sie einen Ordner, in den Sie schreiben dürfen.",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => (
            "lässt sich nicht schreiben, auf dem Datenträger ist kein Platz mehr",
            "Schaffen Sie Platz oder wählen Sie einen anderen Ordner. Die bisherige Datei ist unverändert.",
        ),
        ErrorKind::InvalidFilename => (
            "lässt sich nicht schreiben, der Name ist zu lang oder nicht erlaubt",
            "Nennen Sie einen kürzeren Namen.",
        ),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::WouldBlock => (
            "ist gerade in einem anderen Programm geöffnet",
            "Schließen Sie die Datei dort und versuchen Sie es noch einmal.",
        ),
        _ => (
            "lässt sich nicht schreiben, der Datenträger meldet einen Fehler",
            "Ist er noch verbunden? Die bisherige Datei ist unverändert.",
        ),
    };
    format!("Fehler: „{path}“ {what}.\n  {remedy}")
}

/// Standard output cannot take what is written.
pub fn cannot_say(kind: ErrorKind) -> String {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "Fehler: Die Ausgabe passt nicht mehr auf den Datenträger, auf den sie umgeleitet ist.\n  Schaffen Sie Platz oder leiten Sie sie anderswohin um.".into()
        }
        _ => "Fehler: Die Ausgabe lässt sich nicht schreiben, ihr Ziel meldet einen Fehler.\n  Prüfen Sie, wohin sie umgeleitet ist.".into(),
    }
}

/// An output would replace what is being read.
pub fn output_is_an_input(option: &str, path: &str, input: &str) -> String {
    let read = if path == input { String::new() } else { format!(" (dieselbe Datei wie „{input}“)") };
    format!(
        "Fehler: „{option}“ würde „{path}“{read} überschreiben, und daraus wird gerade gelesen.\n  Nennen Sie eine andere Datei für das Ergebnis. Es wurde nichts geschrieben."
    )
}

/// Standard output goes into a file that is being read.
pub fn stdout_is_an_input(input: &str) -> String {
    format!(
        "Fehler: Die Ausgabe ist nach „{input}“ umgeleitet, und daraus wird gerade gelesen.\n  Leiten Sie sie in eine andere Datei um."
    )
}

/// An output would become one of the files a folder is read for.
pub fn output_in_an_input(option: &str, path: &str, folder: &str) -> String {
    format!(
        "Fehler: „{option}“ würde „{path}“ in den Ordner „{folder}“ schreiben, aus dem gerade gelesen wird.\n  Nennen Sie einen anderen Ordner oder einen Namen, der nicht auf .toml endet. Es wurde nichts geschrieben."
    )
}

/// Two outputs share one target.
pub fn outputs_collide(first: &str, second: &str, path: &str) -> String {
    let target = if path == "-" { "die Standardausgabe".to_owned() } else { format!("„{path}“") };
    format!(
        "Fehler: „{first}“ und „{second}“ schreiben beide auf {target}.\n  Nennen Sie zwei verschiedene Ziele. Es wurde nichts geschrieben."
    )
}

/// A paper would fill a screen with signs nobody can read.
pub fn no_paper_on_a_screen(option: &str) -> String {
    format!(
        "Fehler: „{option} -“ würde ein PDF auf den Bildschirm schreiben.\n  Nennen Sie eine Datei, zum Beispiel {option} bericht.pdf, oder leiten Sie die Ausgabe um."
    )
}
