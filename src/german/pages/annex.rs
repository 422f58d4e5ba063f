//! The annex: every answer, and what is open.

use jiff::civil::Date;

use crate::german::number::date;
use crate::model::{Answer, Evidence, Proof, Question, Record, Visit};

/// Heading.
pub const TITLE: &str = "Anhang: alle Antworten";
/// Bookmark.
pub const BOOKMARK: &str = "Anhang: alle Antworten";
/// Under the heading: what stands where.
pub const INTRO: &str = "Jede Antwort, wie sie in der Antwortdatei steht: die Frage, fett die Antwort, dann die Kennung, der Beleg, der Tag und wer es gesagt hat. Was nicht mitzählt, betrifft Sie nicht oder wurde ersetzt.";

/// The support most answers share, so that it need not stand with each.
pub fn usual_support(support: &str) -> String {
    format!(" Wo nichts anderes steht: {support}.")
}

/// An answer in words.
pub fn answer(question: &Question, given: &Answer) -> String {
    match given {
        Answer::Chosen(option) => {
            question.option(option).map_or_else(|| option.to_string(), |it| it.text.clone())
        }
        Answer::Unknown => "weiß ich nicht".into(),
        Answer::NotApplicable { because } if because.trim().is_empty() => "betrifft uns nicht".into(),
        Answer::NotApplicable { because } => format!("betrifft uns nicht: {because}"),
    }
}

/// How well it is supported, in one word.
pub fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Claimed => "gesagt",
        Evidence::Shown => "gezeigt",
        Evidence::Tested => "ausprobiert",
    }
}

/// Support, day and who answered.
pub fn support(record: &Record, today: Date, role: Option<&str>) -> String {
    let by = role.map(|it| format!(", {it}")).unwrap_or_default();
    let day = if record.date > today { "mit einem Tag nach dem Stichtag".into() } else { date(record.date) };
    format!("{}, {day}{by}", evidence(record.evidence))
}

/// What it is supported with, in words; none where nobody wrote it down.
pub fn proof(proof: &Proof) -> Option<String> {
    let person = proof.person.as_ref().map(|it| format!("von {it}"));
    let day = proof.date.map(|it| format!("gesehen am {}", date(it)));
    let parts: Vec<String> =
        [proof.document.clone(), person, proof.place.clone(), day].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("Beleg: {}", parts.join(", ")))
}

/// The talks in which answers were given.
pub fn visits(visits: &[Visit]) -> Vec<String> {
    let told = |it: &Visit| {
        let place = it.place.as_ref().map(|it| format!(", {it}")).unwrap_or_default();
        let with = if it.participants.is_empty() {
            String::new()
        } else {
            format!(", mit {}", it.participants.join(", "))
        };
        format!("Gespräch am {}{place}{with}.", date(it.date))
    };
    visits.iter().map(told).collect()
}

/// What someone else answered.
pub fn other_voice(role: &str, answer: &str) -> String {
    format!("{role}: {answer}")
}

/// Marks an answer that no longer counts.
pub const NOT_COUNTED: &str = "zählt nicht mit";

/// Before the note of an answer.
pub const NOTE: &str = "Notiz: ";

/// Heading above what a provider answered.
pub const QUOTES: &str = "Antworten auf die Anfrage";
/// What such an answer is worth.
pub const QUOTES_NOTE: &str = "So steht es in den Antworten des Anbieters. Wo er einen Preis nennt, rechnen wir damit. Was nach seiner Angabe erledigt ist, zählt erst, wenn Sie es in der Befragung bestätigen.";

/// Heading above what is open.
pub const OPEN: &str = "Offene Punkte, nach dem, der es weiß";
/// Said where many are.
pub fn many_open(open: usize) -> String {
    format!(" Die {open} offenen Fragen stehen auf dem Blatt „Offene Punkte“.")
}

/// Said where nothing is open.
pub const NOTHING_OPEN: &str = "Keine Frage ist offen.";
/// Above the answers whose questions are not known.
pub const STRANGERS: &str = "Antworten zu Fragen, die diese Ausgabe der Inhalte nicht kennt. Sie bleiben in der Datei und zählen nicht:";
