//! Choosing an IT provider, and looking at him again a year later.

/// Heading.
pub const TITLE: &str = "Einen IT-Dienstleister auswählen";
/// What it is about, for the metadata.
pub const SUBJECT: &str = "Drei Angebote nebeneinander, und die Fragen ein Jahr später";
/// How to use it.
pub const LEAD: &str = "Fragen Sie drei Anbieter dasselbe und schreiben Sie die Antworten nebeneinander. Wer eine Frage nicht versteht oder ihr ausweicht, hat sie beantwortet.";
/// Heads of the table.
pub const HEADS: [&str; 4] = ["Frage", "Angebot 1", "Angebot 2", "Angebot 3"];
/// What is asked.
pub const CRITERIA: [&str; 12] = [
    "Wer betreut uns, wer vertritt, und sind beide bei Ihnen angestellt?",
    "Wie schnell beginnen Sie bei einem Stillstand: werktags, nachts, am Wochenende?",
    "Drei Betriebe unserer Größe, die wir anrufen dürfen?",
    "Wie kommen Sie auf unsere Technik: eigenes Konto je Person, zweiter Faktor, Protokoll?",
    "Wie trennen Sie uns von Ihren anderen Kunden?",
    "Wer prüft unsere Sicherung, und wann haben Sie zuletzt eine zurückgeholt?",
    "Bis wann melden Sie uns einen Vorfall bei Ihnen?",
    "Was zeigt uns Ihr Bericht, und wie oft kommt er?",
    "Welche Fortbildung hatten die Betreuenden in den letzten zwölf Monaten?",
    "Was bekommen wir am Vertragsende: Zugänge, Daten, Unterlagen?",
    "Sind Sie für Schäden durch Ihre Arbeit versichert, bis zu welchem Betrag?",
    "Was kostet es einmalig und im Jahr, und was ist nicht enthalten?",
];
/// Heading of the second look.
pub const AGAIN_TITLE: &str = "Ein Jahr später: hält er, was vereinbart ist?";
/// Heads of that table.
pub const AGAIN_HEADS: [&str; 4] = ["Punkt", "ja", "nein", "Nachweis, Datum"];
/// What is looked at again.
pub const AGAIN: [&str; 8] = [
    "Die Reaktionszeit wurde im letzten Jahr eingehalten.",
    "Der vereinbarte Bericht kam pünktlich.",
    "Eine Rückholprobe wurde gezeigt.",
    "Die Liste seiner Zugänge ist aktuell, Ausgeschiedene sind gesperrt.",
    "Offene Updates waren nie älter als vereinbart.",
    "Ein Vorfall wurde in der Frist gemeldet, oder es gab keinen.",
    "Die Unterlagen liegen bei uns, nicht nur bei ihm.",
    "Wir würden ihn heute wieder wählen.",
];
/// Lines to write on.
pub const LINES: [&str; 3] = ["Entscheidung und Grund", "Nächste Durchsicht am", "Datum, Unterschrift"];
/// Below it.
pub const NOTE: &str = "Der günstigste Preis ist selten der günstigste Ausfall. Rechnen Sie mit dem, was ein Tag Stillstand Sie kostet.";
