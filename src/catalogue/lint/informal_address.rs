//! Owners are addressed as Sie.

use super::Subject;
use crate::catalogue::{Diagnostic, Fault};

/// Forms of the informal address. "Ihr" is missing on purpose: capitalised it is the polite form.
const INFORMAL: [&str; 11] =
    ["du", "dir", "dich", "dein", "deine", "deinem", "deinen", "deiner", "deines", "euch", "euer"];

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for text in &subject.texts {
        let mut words = unquoted(&text.at.value).flat_map(|it| it.split(|it: char| !it.is_alphanumeric()));
        if let Some(word) = words.find(|it| INFORMAL.contains(&it.to_lowercase().as_str())) {
            out.push(subject.word(text, word, Fault::InformalAddress { word: word.to_owned() }));
        }
    }
}

/// The parts of a text outside German quotation marks: what people say to each other stays as they say it.
fn unquoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('\u{201c}').filter_map(|it| it.split('\u{201e}').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_stays_as_people_say_it() {
        let text = "Fragen Sie: \u{201e}Liest du das?\u{201c} Dann weiter.";
        assert_eq!(unquoted(text).collect::<Vec<_>>(), ["Fragen Sie: ", " Dann weiter."]);
    }
}
