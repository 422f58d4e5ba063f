//! A form for suggestions, sent by whoever wants to; the program sends nothing.

use jiff::civil::Date;

use crate::german::number::date;
use crate::german::report::{level, size};
use crate::model::{Level, SizeClass};

/// Heading.
pub const TITLE: &str = "Ihr Vorschlag für die nächste Ausgabe";
/// What it is about, for the metadata.
pub const SUBJECT: &str = "Was fehlt, was nicht stimmt, was anders besser ginge";
/// How to use it.
pub const LEAD: &str = "Sie wissen, was im Betrieb wirklich passiert; Hochschulen wissen, was gemessen wurde. Beides macht die Inhalte besser. Das Programm verschickt nichts: Sie entscheiden, ob und an wen dieses Blatt geht.";
/// Heading over what it is about.
pub const ABOUT_TITLE: &str = "Worum es geht";
/// What it can be about.
pub const ABOUT: [&str; 8] = [
    "Eine Frage ist unklar, fehlt oder passt nicht zu uns",
    "Ein Betrag oder eine Häufigkeit passt nicht zu unserer Erfahrung",
    "Eine Maßnahme kostet bei uns mehr oder weniger",
    "Ein Fall, gut oder schlecht ausgegangen (ohne Namen)",
    "Eine Anlaufstelle, eine Nummer oder ein Zuschuss stimmt nicht mehr",
    "Eine Lerneinheit hat geholfen oder nicht geholfen",
    "Eine Studie oder Statistik, die fehlt",
    "Ein Wort ist schwer zu verstehen",
];
/// Heading over the lines.
pub const DETAILS_TITLE: &str = "In Ihren Worten";
/// Lines to write on.
pub const DETAILS: [&str; 6] = [
    "Stelle im Bericht oder Frage",
    "So steht es da",
    "So wäre es richtig oder besser",
    "Was Sie erlebt oder gemessen haben",
    "Quelle, falls es eine gibt (Titel, Jahr, Adresse)",
    "Für Rückfragen (freiwillig)",
];
/// Heading over what is filled in.
pub const FILLED_TITLE: &str = "Damit man es zuordnen kann";
/// Where it goes.
pub const NOTE: &str = "Bitte keine Namen von Kunden, keine Passwörter, keine Zugänge. Wohin: an die Stelle, von der Sie das Programm haben, oder als Vorschlag beim Projekt.";

/// What can be said of the firm without naming it.
pub fn filled(version: &str, day: Date, segment: &str, class: SizeClass, degree: Level) -> [String; 4] {
    [
        format!("Inhalte {version}, Bericht vom {}", date(day)),
        format!("Branche: {segment}"),
        format!("Größe: {}", size(class)),
        format!("Digitalisierung: {}", level(degree)),
    ]
}
