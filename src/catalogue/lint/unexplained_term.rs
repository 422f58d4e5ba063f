//! Abbreviations that are neither everyday words nor explained in `profiles/wording.toml`. Names in German
//! quotation marks are what others call their things.

use super::Subject;
use super::texts::{Role, unquoted};
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let Some(Entry { raw, .. }) = &subject.content.wording else { return };
    let terms = raw.terms.iter().flat_map(|it| std::iter::once(&it.word).chain(&it.also));
    let known: Vec<&str> = raw.everyday.iter().chain(terms).map(|it| it.as_str()).collect();
    for text in subject.texts.iter().filter(|it| !matches!(it.role, Role::Name | Role::Product)) {
        let mut reported: Vec<&str> = Vec::new();
        for word in unquoted(&text.at.value).flat_map(|it| it.split(|it: char| !it.is_alphanumeric())) {
            if !is_abbreviation(word) {
                continue;
            }
            let base = word.strip_suffix('s').unwrap_or(word);
            if !known.contains(&word) && !known.contains(&base) && !reported.contains(&word) {
                reported.push(word);
                out.push(subject.word(text, word, Fault::UnexplainedTerm { word: word.to_owned() }));
            }
        }
    }
}

/// Two capital letters, or a capital letter and a digit, side by side; plain numbers are none.
fn is_abbreviation(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters
        .windows(2)
        .any(|pair| pair[0].is_uppercase() && (pair[1].is_uppercase() || pair[1].is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_told_from_words_and_numbers() {
        assert!(
            ["VPN", "WPA2", "DDoS", "GmbH", "SPF"].into_iter().filter(|it| is_abbreviation(it)).count() >= 4
        );
        assert!(
            ["Server", "CyberRisikoCheck", "27076", "a", "Mai"].into_iter().all(|it| !is_abbreviation(it))
        );
    }
}
