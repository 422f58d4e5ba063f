//! What belongs to a question besides its own text.

use jiff::civil::Date;

use crate::german::number::date;
use crate::model::{Answer, Case, Catalogue, Evidence, Example, Question, Record, RoleId, Term};

/// Nobody in the room knows.
pub const UNKNOWN: &str = "weiß ich nicht";

/// It does not apply.
pub const NOT_APPLICABLE: &str = "trifft auf uns nicht zu";

/// Why it is asked.
pub fn why(question: &Question) -> String {
    format!("Warum wir fragen: {}", question.why)
}

/// How the answer can be recognised.
pub fn help(question: &Question) -> String {
    format!("Woran Sie es erkennen: {}", question.help)
}

/// Who knows it.
pub fn who(roles: &[String]) -> String {
    match roles {
        [] => String::new(),
        [one] => format!("Das weiß am ehesten: {one}."),
        [best, others @ ..] => format!("Das weiß am ehesten: {best}, sonst {}.", others.join(" oder ")),
    }
}

/// Things named as an example; more make no picture.
const NAMED: usize = 3;

/// An example from the trade.
pub fn example(example: Example<'_>) -> String {
    match example {
        Example::Sentence(text) => text.to_owned(),
        Example::List(things) => {
            format!(
                "Zum Beispiel: {}.",
                things.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ")
            )
        }
        Example::One(thing) => format!("Zum Beispiel {thing}."),
    }
}

/// There is no example from this trade.
pub const NO_EXAMPLE: &str = "Für Ihre Branche haben wir hier noch kein Beispiel.";

/// The note as it stands.
pub fn note(note: &str) -> String {
    format!("Notiz: {note}")
}

/// Asks for a note.
pub const NOTE_QUESTION: &str = "Was möchten Sie sich zu dieser Frage merken?";

/// What is typed for it.
pub const NOTE_LABEL: &str = "Notiz:";

/// How a note is removed.
pub const NOTE_HINT: &str = "leere Zeile: keine Notiz";

/// Asks what was seen, and what is typed for it.
pub const DOCUMENT: (&str, &str) = ("Was haben Sie gesehen? Protokoll, Einstellung, Vertrag", "Dokument:");

/// The same for whoever said or showed it.
pub const PERSON: (&str, &str) = ("Wer hat es gesagt oder gezeigt?", "Person:");

/// The same for the place.
pub const PLACE: (&str, &str) = ("Wo haben Sie es gesehen, oder wo liegt es?", "Ort:");

/// Nothing has to be typed; what stands there holds.
pub const PROOF_HINT: &str = "Enter übernimmt, was dasteht · ein Strich heißt nichts";

/// Asks how well an answer is supported.
pub const EVIDENCE_QUESTION: &str = "Worauf stützt sich die Antwort?";

/// Why it matters.
pub const EVIDENCE_ASIDE: &str = "Je besser belegt, desto enger wird die Spanne der Schätzung.";

/// The kinds of evidence, in the order of the list.
pub const EVIDENCES: [(Evidence, &str); 3] = [
    (Evidence::Claimed, "es wurde so gesagt"),
    (Evidence::Shown, "es wurde gezeigt, zum Beispiel ein Protokoll oder eine Einstellung"),
    (Evidence::Tested, "es wurde ausprobiert"),
];

/// The evidence as it stands.
pub fn evidence(evidence: Evidence) -> String {
    let text = EVIDENCES.iter().find(|it| it.0 == evidence).map_or("", |it| it.1);
    format!("Nachweis: {text}")
}

/// What happened to others, shortly, with where it can be read.
pub fn case(case: &Case) -> String {
    let source = case.sources.first().map(|it| {
        let year = it.year.map_or_else(String::new, |year| format!(", {year}"));
        format!(" Nachzulesen: {}{year}.", it.publisher)
    });
    format!(
        "Ein wahrer Fall: {}. {} {} Was daraus folgt: {}{}",
        case.title,
        case.what,
        case.outcome,
        case.lesson,
        source.unwrap_or_default()
    )
}

/// A technical word with its meaning.
pub fn term(term: &Term) -> String {
    format!("{}: {}", term.word, term.meaning)
}

/// What was answered last time.
pub fn before(question: &Question, record: &Record) -> String {
    format!("Zuletzt am {}: {}", date(record.date), said(question, &record.answer))
}

fn said<'q>(question: &'q Question, answer: &Answer) -> &'q str {
    match answer {
        Answer::Chosen(option) => question.option(option).map_or("", |it| it.text.as_str()),
        Answer::Unknown => UNKNOWN,
        Answer::NotApplicable { .. } => NOT_APPLICABLE,
    }
}

/// What somebody of a role answered, and when.
pub fn voice(
    catalogue: &Catalogue,
    question: &Question,
    (by, day, answer): (&RoleId, Date, &Answer),
) -> String {
    let role = catalogue.role(by).map_or(by.as_str(), |it| it.title.as_str());
    format!("{role} am {}: {}", date(day), said(question, answer))
}

/// What others answered to the same question.
pub fn voices(voices: &[String]) -> String {
    format!("Das haben andere geantwortet: {}.", voices.join("; "))
}
