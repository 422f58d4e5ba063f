//! Tables with answers: the headings of our own, and what is said about others.

use super::number::count;
use super::shown::typed;
use super::snippet::Weight;
use super::toml_file::{Words, listed};
use crate::assessment::import::{Columns, Imported, Left, MappingFault, Problem, Said, Unreadable, Why};
use crate::model::Catalogue;
use crate::toml_file::{Shape, Slip};

/// Headings of our own table.
pub const HEADS: [&str; 6] = ["Kennung", "Thema", "Frage", "Antworten", "Ihre Antwort", "Notiz"];

/// The columns of our own table that count.
pub const OWN_COLUMNS: Columns<'static> = Columns { key: HEADS[0], answer: HEADS[4], note: Some(HEADS[5]) };

/// What people write for the answers every question has.
pub const SAID: Said<'static> = Said {
    unknown: &[
        "weiß ich nicht",
        "weiss ich nicht",
        "weiß nicht",
        "weiss nicht",
        "unbekannt",
        "unklar",
        "?",
        "w",
    ],
    not_applicable: &[
        "trifft hier nicht zu",
        "trifft nicht zu",
        "betrifft uns nicht",
        "entfällt",
        "nicht zutreffend",
        "nicht relevant",
        "n. a.",
        "n.a.",
        "-",
    ],
};

/// The answers a question has, numbered, in one cell.
pub fn choices<'a>(options: impl Iterator<Item = &'a str>) -> String {
    let numbered = options.enumerate().map(|(place, it)| format!("{} {it}", place + 1));
    numbered.chain(["weiß ich nicht".into(), "trifft hier nicht zu".into()]).collect::<Vec<_>>().join(" | ")
}

/// The table was written.
pub fn table_written(path: &str, questions: usize, file: &str) -> String {
    format!(
        "Tabelle mit {}: {path}\nAusgefüllt wird die Spalte „{}“, mit der Nummer der Antwort oder ihren Worten. Was zurückkommt, übernimmt: waage import {} {}",
        count(questions, "Frage", "Fragen"),
        HEADS[4],
        typed(file),
        typed(path)
    )
}

/// The file is no table.
pub fn unreadable(path: &str, why: &Unreadable) -> String {
    let (what, remedy) = match why {
        Unreadable::NoTable => (
            "ist keine Tabelle, die ich lese".to_owned(),
            "Als CSV oder XLSX speichern, dann noch einmal.".to_owned(),
        ),
        Unreadable::Damaged => (
            "ist beschädigt oder mit einem Kennwort geschützt".to_owned(),
            "In der Tabellenkalkulation öffnen und ohne Kennwort neu speichern.".to_owned(),
        ),
        Unreadable::NoSuchSheet { sheets } => (
            "hat das genannte Blatt nicht".to_owned(),
            format!("In der Zuordnung unter sheet eines davon nennen: {}.", sheets.join(", ")),
        ),
        Unreadable::TooLarge => (
            "ist größer, als ein Fragebogen sein kann".to_owned(),
            "Nur das Blatt mit den Fragen speichern.".to_owned(),
        ),
    };
    format!("Fehler: {path} {what}.\n  {remedy}")
}

/// No row holds the headings.
pub fn no_headings(path: &str, columns: &Columns<'_>) -> String {
    format!(
        "Fehler: In {path} finde ich keine Zeile mit den Überschriften „{}“ und „{}“.\n  Überschriften prüfen, oder mit --mapping sagen, wie sie heißen (docs/import.md).",
        columns.key, columns.answer
    )
}

/// How much was read, and which rows were left out.
pub fn read(catalogue: &Catalogue, path: &str, imported: &Imported) -> String {
    let mut lines =
        vec![format!("Aus {path}: {}.", count(imported.draft.records.len(), "Antwort", "Antworten"))];
    if imported.blank > 0 {
        lines.push(format!("  {} ohne Antwort.", count(imported.blank, "Zeile", "Zeilen")));
    }
    lines.extend(imported.left.iter().map(|it| format!("  {}", left(catalogue, it))));
    lines.join("\n")
}

fn left(catalogue: &Catalogue, left: &Left) -> String {
    let text = |id| catalogue.question(id).map_or("", |it| it.text.as_str());
    let why = match &left.why {
        Why::Unmapped => "nicht zugeordnet".to_owned(),
        Why::NoSuchAnswer { answer, question } => {
            format!("„{answer}“ ist keine Antwort auf „{}“", text(question))
        }
        Why::Twice { question } => format!("„{}“ ist weiter oben schon anders beantwortet", text(question)),
    };
    format!("Zeile {} ({}): {why}. Nicht übernommen.", left.row, left.key)
}

/// All faults of a mapping with their lines.
pub fn faults(faults: &[MappingFault], path: &str, text: &str, colour: bool) -> String {
    let mut out = listed(faults, Weight::Error, path, text, colour, words);
    out.push_str(&count(faults.len(), "Fehler", "Fehler"));
    out.push_str(" in der Zuordnung. Übernommen wurde nichts.");
    out
}

fn words(problem: &Problem) -> Words {
    match problem {
        Problem::Slip(slip) => Words::of(slip, remedy(slip)),
        Problem::NoSuchQuestion(id) => Words::new(
            "unknown-question",
            format!("Eine Frage „{id}“ gibt es nicht"),
            "eine Kennung aus „waage content list questions“ nennen",
        ),
        Problem::NoSuchOption { id, known } => Words::new(
            "unknown-option",
            format!("Eine Antwort „{id}“ hat diese Frage nicht"),
            format!(
                "möglich sind: {}, dazu ? für „weiß ich nicht“ und - für „trifft nicht zu“",
                known.join(", ")
            ),
        ),
        Problem::NoSuchRole(id) => Words::new(
            "unknown-role",
            format!("Eine Rolle „{id}“ gibt es nicht"),
            "zum Beispiel it-provider, office oder management",
        ),
        Problem::NoRow => Words::new(
            "no-row",
            "Die Zuordnung nennt keine Zeile",
            "mindestens einen Abschnitt [[row]] schreiben, siehe docs/import.md",
        ),
    }
}

fn remedy(slip: &Slip) -> Option<&'static str> {
    Some(match slip {
        Slip::Missing { key: "key" } => "ergänzen, zum Beispiel key = \"Nr.\"",
        Slip::Missing { key: "answer" } => "ergänzen, zum Beispiel answer = \"Antwort\"",
        Slip::Missing { key: "question" } => "ergänzen, zum Beispiel question = \"backup-frequency\"",
        Slip::WrongShape { expected: Shape::Tables, .. } => {
            "jede Zeile mit [[row]] in doppelten Klammern beginnen"
        }
        Slip::WrongShape { expected: Shape::Table, .. } => {
            "zum Beispiel answers = { ja = \"daily\", nein = \"never\" }"
        }
        _ => return None,
    })
}
