//! Check list for management.

use crate::german::number::euros;

/// Heading.
pub const TITLE: &str = "Checkliste für die Leitung";
/// What it is about, for the metadata.
pub const SUBJECT: &str = "Zwölf Punkte, die nur die Leitung entscheiden kann, mit Unterschrift";
/// Heads of the table.
pub const HEADS: [&str; 3] = ["Punkt", "Ihre Antworten sagen", "Entscheidung"];
/// Lines to sign.
pub const LINES: [&str; 3] = ["Ort, Datum", "Name", "Unterschrift"];
/// Below the table.
pub const NOTE: &str = "Die Unterschrift bestätigt, dass die Leitung diese Punkte gesehen und entschieden hat. Wiedervorlage in zwölf Monaten oder nach einem Vorfall.";
/// Options in the last column.
pub const TICKS: &str = "□ ja  □ bis";

/// The twelve points.
pub const POINTS: [&str; 12] = [
    "Eine Person und ihre Vertretung sind benannt und haben dafür Stunden im Monat.",
    "Ich kenne die drei Abläufe, ohne die wir nach Tagen Geld verlieren.",
    "Ich habe festgelegt, welches Risiko wir tragen, mit Datum und Grund.",
    "Es gibt ein Budget für das Jahr. Ich weiß, was ein Ausfalltag kostet.",
    "Ich halte mich selbst an die Regeln: zweiter Faktor, keine Verwaltungsrechte im Alltag.",
    "Ich habe gesagt: Rückfragen bei Zahlungen sind immer richtig, auch bei mir.",
    "Wer einen Fehler meldet, wird nicht bestraft. Das wissen alle.",
    "Ich habe in den letzten zwölf Monaten selbst eine Schulung besucht.",
    "Das Zurückholen der Daten wurde mir mit Uhrzeit vorgeführt.",
    "Die Notfallkarte hängt aus, von mir mit unterschrieben.",
    "Verträge mit IT-Dienstleister, Cloud und Versicherung sind gelesen.",
    "Das Thema steht mindestens zweimal im Jahr auf der Tagesordnung.",
];

/// The figures that call for a decision.
pub fn lead(today: f64, cost: f64, with_plan: f64) -> String {
    format!(
        "Schätzung für Ihren Betrieb: Schäden von im Mittel {} im Jahr. Die Schritte des Plans kosten {} im Jahr, eigene Stunden eingerechnet, und senken das auf {}.",
        euros(today),
        euros(cost),
        euros(with_plan)
    )
}
