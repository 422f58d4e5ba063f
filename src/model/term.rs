//! Words that owners may meet and that are explained to them.

/// A technical word with its meaning in everyday words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word as it is printed in a glossary.
    pub word: String,
    /// Other forms under which it appears in texts, such as plurals.
    pub also: Vec<String>,
    /// What it means, in one or two everyday sentences.
    pub meaning: String,
}

impl Term {
    /// True when one of the text's words, or one part of a word joined by dashes, is this term.
    pub fn appears_in(&self, text: &str) -> bool {
        text.split(|it: char| !it.is_alphanumeric())
            .any(|word| word == self.word || self.also.iter().any(|form| form == word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_as_a_word_and_in_joined_words_but_not_inside_others() {
        let term = Term { word: "Router".into(), also: vec!["Routern".into()], meaning: String::new() };
        assert!(term.appears_in("Ist Ihr Router aktuell?"));
        assert!(term.appears_in("Zugang zu den Routern, mit Passwort"));
        assert!(term.appears_in("das Router-Passwort"));
        assert!(!term.appears_in("Routerbau"));
    }
}
