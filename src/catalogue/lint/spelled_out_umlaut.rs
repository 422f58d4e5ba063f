//! Umlauts written as two letters look like a machine wrote the text.

use super::Subject;
use crate::catalogue::{Diagnostic, Fault};

/// Beginnings of common words that never stand with two letters in German.
const SPELLED_OUT: [&str; 23] = [
    "fuer",
    "ueber",
    "koenn",
    "muess",
    "waehr",
    "pruef",
    "schluessel",
    "verschluessel",
    "geraet",
    "massnahm",
    "aender",
    "aeltere",
    "oeffn",
    "moegl",
    "naechst",
    "taegl",
    "jaehrl",
    "rueck",
    "zurueck",
    "gehoer",
    "haeufig",
    "schaed",
    "regelmaess",
];

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for text in &subject.texts {
        let mut words = text.at.split(|it: char| !it.is_alphanumeric());
        let spelled = |word: &&str| {
            let lower = word.to_lowercase();
            SPELLED_OUT.iter().any(|it| lower.starts_with(it))
        };
        if let Some(word) = words.find(spelled) {
            out.push(subject.word(text, word, Fault::SpelledOutUmlaut { word: word.to_owned() }));
        }
    }
}
