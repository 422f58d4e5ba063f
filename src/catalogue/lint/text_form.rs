//! Questions ask, sentences end, titles do not, and quotation marks are German.

use super::texts::{CLOSING_QUOTE, Role, Text};
use super::{Subject, finding};
use crate::catalogue::{Diagnostic, Fault, Form};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for text in &subject.texts {
        if let Some(form) = wrong_form(text) {
            out.push(finding(text.file, text.at, Fault::TextForm { form }));
        }
    }
}

fn wrong_form(text: &Text<'_>) -> Option<Form> {
    let words = text.at.value.as_str();
    // A sentence may end inside a quotation.
    let ends = |marks: &[char]| words.trim_end_matches(CLOSING_QUOTE).ends_with(marks);
    match text.role {
        _ if words.is_empty() => None,
        _ if words.contains('"') || words.contains(" '") => Some(Form::GermanQuotes),
        _ if words.contains("  ") || words != words.trim() => Some(Form::SingleSpaces),
        _ if words.contains(" - ") => Some(Form::LongDash),
        Role::Question if !ends(&['?']) => Some(Form::QuestionMark),
        Role::Title | Role::Name | Role::Headline | Role::ScenarioTitle | Role::Option | Role::Words
            if ends(&['.', '!', '?']) =>
        {
            Some(Form::NoFullStop)
        }
        Role::Why
        | Role::Help
        | Role::Example
        | Role::Statement
        | Role::Instruction
        | Role::Product
        | Role::Summary
        | Role::Story
        | Role::Tier
        | Role::Meaning
            if !ends(&['.', '!', '?']) =>
        {
            Some(Form::FullStop)
        }
        _ => None,
    }
}
