//! A question with a negation: "yes" and "no" change places, and the answer is worth nothing.

use super::Subject;
use super::texts::Role;
use crate::catalogue::{Diagnostic, Fault};

/// Words that turn a sentence around.
const NEGATIONS: [&str; 6] = ["nicht", "nichts", "nie", "niemals", "ohne", "nirgends"];

/// Stems of words that turn a sentence around in all their forms.
const STEMS: [&str; 2] = ["kein", "niemand"];

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for text in subject.texts.iter().filter(|it| it.role == Role::Question) {
        if let Some(word) = text.at.split(|it: char| !it.is_alphanumeric()).find(|it| is_negation(it)) {
            out.push(subject.word(text, word, Fault::NegatedQuestion { word: word.to_owned() }));
        }
    }
}

/// True for words that turn a sentence around.
pub(super) fn is_negation(word: &str) -> bool {
    let word = word.to_lowercase();
    NEGATIONS.contains(&word.as_str()) || STEMS.iter().any(|stem| word.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_forms_count() {
        assert!(["nicht", "Keine", "keinem", "niemanden", "Ohne"].into_iter().all(is_negation));
        assert!(["Sie", "noch", "wer", "keimen"].into_iter().all(|it| !is_negation(it)));
    }
}
