//! One question, one sentence; a reason in at most two.

use super::texts::{Role, sentences};
use super::{Subject, finding};
use crate::catalogue::{Diagnostic, Fault};

fn limit(role: Role) -> usize {
    match role {
        Role::Question
        | Role::Name
        | Role::Option
        | Role::Title
        | Role::Headline
        | Role::ScenarioTitle
        | Role::Tier
        | Role::Words => 1,
        Role::Why
        | Role::Example
        | Role::Statement
        | Role::Point
        | Role::Instruction
        | Role::Product
        | Role::Summary
        | Role::Meaning => 2,
        Role::Story => 3,
        Role::Help => 4,
    }
}

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for text in &subject.texts {
        let (found, limit) = (sentences(&text.at.value).len(), limit(text.role));
        if found > limit {
            out.push(finding(text.file, text.at, Fault::TooManySentences { found, limit }));
        }
    }
}
