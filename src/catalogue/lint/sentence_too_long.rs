//! Long sentences are read twice or not at all.

use super::texts::{Role, sentences, words};
use super::{Subject, finding};
use crate::catalogue::{Diagnostic, Fault};

/// Words a question may have: it is read aloud in the workshop.
const QUESTION: usize = 18;

/// Words any other sentence may have (common advice for plain German is 15 to 20; lists need a little more).
const OTHER: usize = 24;

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for text in subject.texts.iter().filter(|it| it.role != Role::Words) {
        let limit = if text.role == Role::Question { QUESTION } else { OTHER };
        let longest = sentences(&text.at.value).into_iter().map(|it| words(it).count()).max().unwrap_or(0);
        if longest > limit {
            out.push(finding(text.file, text.at, Fault::SentenceTooLong { words: longest, limit }));
        }
    }
}
