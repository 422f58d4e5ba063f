//! The form that others fill in.

use super::number::count;
use crate::model::Role;

/// Title of the page.
pub const PAGE: &str = "Fragen zur IT-Sicherheit";
/// Nobody knows.
pub const UNKNOWN: &str = "weiß ich nicht";
/// It does not apply.
pub const NOT_APPLICABLE: &str = "trifft hier nicht zu";
/// Opens why it is asked, how it is recognised, and the note.
pub const MORE: &str = "Warum, woran man es erkennt, Notiz";
/// A note.
pub const NOTE: &str = "Notiz ";
/// Gives the answers back.
pub const SAVE: &str = "Antworten speichern";
/// Takes up a file.
pub const RESUME: &str = "Früher Gespeichertes weiterführen:";
/// Keeps a draft.
pub const KEEP: &str = "Zwischenstand in diesem Browser merken";
/// Between done and asked.
pub const OF: &str = "von";
/// After the count.
pub const ANSWERED: &str = "beantwortet";
/// After saving.
pub const SAVED: &str = "Gespeichert als antworten.waage.toml. Bitte diese Datei zurückschicken.";
/// Where scripts are switched off.
pub const WITHOUT_SCRIPT: &str =
    "In diesem Browser laufen keine Skripte. Sie können die Seite drucken und von Hand ankreuzen.";

/// Heading: for whom and, where wanted, about whom.
pub fn title(role: Option<&Role>, firm: Option<&str>) -> String {
    let role = role.map(|it| format!(" für: {}", it.title)).unwrap_or_default();
    let firm = firm.map(|it| format!(" ({it})")).unwrap_or_default();
    format!("{PAGE}{role}{firm}")
}

/// What one should know before answering.
pub fn opening(questions: usize) -> Vec<String> {
    vec![
        format!(
            "Höchstens {}. Was Sie nicht wissen, lassen Sie offen oder kreuzen „weiß ich nicht“ an.",
            count(questions, "Frage", "Fragen")
        ),
        "Diese Seite arbeitet ohne Internet. Sie schickt nichts ab: Am Ende speichern Sie eine kleine Datei und geben sie zurück."
            .into(),
    ]
}

/// Nothing is asked.
pub const NO_QUESTIONS: &str = "Fehler: Dazu gibt es für diesen Betrieb keine Fragen.";

/// Written.
pub fn written(path: &str, questions: usize, file: &str) -> String {
    format!(
        "Formular mit {}: {path}\nWas zurückkommt, übernimmt: waage merge {file} antworten.waage.toml",
        count(questions, "Frage", "Fragen")
    )
}
