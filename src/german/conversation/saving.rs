//! What the check says about saving: others at work on the file, and a disk that refuses.

use crate::german::shown::typed;

/// How messages about faults begin; in the conversation nobody is at fault.
pub const FAULT: &str = "Fehler: ";

/// What is noted beside the file for others to read.
pub fn at_work(person: &str, computer: &str, since: &str) -> String {
    let computer = if computer.is_empty() { String::new() } else { format!(" am Rechner {computer}") };
    let person = if person.is_empty() { "Jemand" } else { person };
    format!("{person}{computer} arbeitet seit {since} Uhr an dieser Datei.")
}

/// Somebody else is at work on the file.
pub fn somebody_at_work(note: &str) -> String {
    let note = note.trim();
    let note = if note.is_empty() { "Jemand arbeitet gerade an dieser Datei." } else { note };
    format!(
        "{note} Sie können trotzdem weitermachen: Was sich nicht widerspricht, kommt zusammen in die Datei, sonst fragen wir Sie."
    )
}

/// Something of others was taken over.
pub const TAKEN_OVER: &str =
    "In der Datei hat inzwischen noch jemand etwas geändert. Beides ist jetzt zusammen gespeichert.";

/// Two say different things.
pub fn which_holds(what: &str) -> String {
    format!("Zu „{what}“ steht in der Datei inzwischen etwas anderes. Was gilt?")
}

/// The two versions.
pub fn versions(ours: &str, theirs: &str) -> Vec<String> {
    vec![format!("Ihre Angabe: {ours}"), format!("die Angabe in der Datei: {theirs}")]
}

/// Both versions read alike.
pub const DIFFERS_IN_NOTES: &str = "Die Antwort ist dieselbe, Notiz, Nachweis oder Datum unterscheiden sich.";

/// What others wrote cannot be read.
pub fn unreadable(path: &str) -> String {
    format!(
        "In „{path}“ hat inzwischen jemand etwas geändert, das sich nicht lesen lässt. Vielleicht ist die Datei gerade in einem Editor offen. „waage report {}“ nennt in einem zweiten Fenster die Zeile.",
        typed(path)
    )
}

/// What is to be done.
pub const NOT_SAVED: &str = "Ihre letzte Antwort ist noch nicht gespeichert. Wie soll es weitergehen?";

/// Under it.
pub const KEPT: &str = "Sie geht nicht verloren, solange dieses Fenster offen ist.";

/// The ways on.
pub const WAYS: [&str; 3] =
    ["noch einmal versuchen", "an einer anderen Stelle speichern", "aufhören, ohne sie zu speichern"];

/// Where else.
pub fn elsewhere(path: &str) -> String {
    format!("Wohin statt nach {path}?")
}

/// Asks for it.
pub const ELSEWHERE_LABEL: &str = "Datei:";

/// What is there already is not replaced.
pub const NEW_NAME_NEEDED: &str =
    "Nennen Sie eine Datei, die es noch nicht gibt, zum Beispiel auf einem anderen Laufwerk.";

/// The end with something unsaved.
pub fn left_unsaved(path: &str) -> String {
    format!("Beendet. Die letzte Antwort steht nicht in {path}, alles davor ist gespeichert.")
}
