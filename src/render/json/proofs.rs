//! What answers were supported with, and the talks in which they were given.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model;
use crate::report::Report;

/// A talk with people of the firm.
#[derive(Serialize, JsonSchema)]
pub struct Visit<'a> {
    date: String,
    place: Option<&'a str>,
    participants: &'a [String],
}

/// What an answer was supported with; answers without are left out.
#[derive(Serialize, JsonSchema)]
pub struct Proof<'a> {
    question: &'a str,
    /// Role whose answer it is; none where one person speaks for the firm.
    by: Option<&'a str>,
    evidence: &'static str,
    document: Option<&'a str>,
    person: Option<&'a str>,
    /// When it was seen: the day of the answer where no other was named.
    date: String,
    place: Option<&'a str>,
}

/// Collects the talks.
pub fn visits(report: &Report) -> Vec<Visit<'_>> {
    let each = report.answers.visits.iter().map(|it| Visit {
        date: it.date.to_string(),
        place: it.place.as_deref(),
        participants: &it.participants,
    });
    each.collect()
}

/// Collects what was written down, of every voice, by topic.
pub fn proofs(report: &Report) -> Vec<Proof<'_>> {
    let mut all = Vec::new();
    for it in report.answered.iter().flat_map(|it| &it.questions) {
        let record = &it.record;
        let own = (record.by.as_ref(), record.evidence, &record.proof, record.date);
        let others = record.also.iter().map(|it| (Some(&it.by), it.evidence, &it.proof, it.date));
        for (by, evidence, proof, answered) in std::iter::once(own).chain(others) {
            if !proof.is_empty() {
                all.push(Proof {
                    question: it.question.as_str(),
                    by: by.map(model::RoleId::as_str),
                    evidence: evidence.as_str(),
                    document: proof.document.as_deref(),
                    person: proof.person.as_deref(),
                    date: proof.date.unwrap_or(answered).to_string(),
                    place: proof.place.as_deref(),
                });
            }
        }
    }
    all
}
