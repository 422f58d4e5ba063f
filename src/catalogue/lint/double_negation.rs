//! Two negations in one clause: readers have to compute instead of read.

use super::Subject;
use super::negated_question::is_negation;
use super::texts::sentences;
use crate::catalogue::{Diagnostic, Fault};

/// What separates clauses or items of a list; negations on both sides of it add up without confusion.
const SEPARATORS: [&str; 5] = ["und", "oder", "aber", "sondern", "weder"];

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for text in &subject.texts {
        for sentence in sentences(&text.at.value) {
            for clause in sentence.split([',', ';', ':', '–', '(', ')']) {
                if let Some(words) = doubled(clause) {
                    let fault = Fault::DoubleNegation { words: words.map(str::to_owned) };
                    out.push(subject.word(text, words[1], fault));
                }
            }
        }
    }
}

/// "Without a call no money" is how people talk; nobody has to compute.
fn is_familiar(first: &str, second: &str) -> bool {
    first.eq_ignore_ascii_case("ohne") && second.to_lowercase().starts_with("kein")
}

fn doubled(clause: &str) -> Option<[&str; 2]> {
    let mut first = None;
    for word in clause.split(|it: char| !it.is_alphanumeric()) {
        if SEPARATORS.contains(&word.to_lowercase().as_str()) {
            first = None;
        } else if is_negation(word) {
            match first {
                Some(first) if !is_familiar(first, word) => return Some([first, word]),
                Some(_) => {}
                None => first = Some(word),
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_negations_that_meet_in_one_clause_count() {
        assert_eq!(doubled("Niemand arbeitet ohne Konto"), Some(["Niemand", "ohne"]));
        assert_eq!(doubled("kein Konto und kein Gast"), None);
        assert_eq!(doubled("noch nie"), None);
    }
}
