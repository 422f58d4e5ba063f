//! Owners are addressed as Sie.

use super::Subject;
use super::texts::unquoted;
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
