//! Answers on which people differ.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment;
use crate::model::{Answer, RoleId};

/// One question with who said what.
#[derive(Serialize, JsonSchema)]
pub(super) struct Disagreement<'a> {
    question: &'a str,
    voices: Vec<Voice<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Voice<'a> {
    by: Option<&'a str>,
    answer: &'a str,
}

pub(super) fn disagreement(found: &assessment::Disagreement) -> Disagreement<'_> {
    Disagreement {
        question: found.question.as_str(),
        voices: found
            .voices
            .iter()
            .map(|(by, answer)| Voice {
                by: by.as_ref().map(RoleId::as_str),
                answer: match answer {
                    Answer::Chosen(option) => option.as_str(),
                    Answer::Unknown => "unknown",
                    Answer::NotApplicable { .. } => "not-applicable",
                },
            })
            .collect(),
    }
}
