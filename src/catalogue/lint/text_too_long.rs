//! Texts that outgrow their place: a prompt, a table column, a page.

use super::texts::Role;
use super::{Subject, finding};
use crate::catalogue::{Diagnostic, Fault};

/// Characters a text may have. Titles are bound by table columns, questions by two lines of a narrow terminal,
/// the rest by what people read while someone waits for their answer.
fn limit(role: Role) -> usize {
    match role {
        Role::ScenarioTitle => 40,
        Role::Title => 48,
        Role::Headline | Role::Name => 72,
        Role::Option => 110,
        Role::Question | Role::Example => 120,
        Role::Statement | Role::Instruction | Role::Words | Role::Point => 160,
        Role::Tier | Role::Why => 180,
        Role::Summary | Role::Product | Role::Meaning => 220,
        Role::Story => 320,
        Role::Help => 340,
    }
}

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for text in &subject.texts {
        let (length, limit) = (text.at.chars().count(), limit(text.role));
        if length > limit {
            out.push(finding(text.file, text.at, Fault::TextTooLong { length, limit }));
        }
    }
}
