//! Whether the answers meet a check that a question carries.

use crate::assessment::{Closed, Standing, Standings};
use crate::model::{Answer, Answers, Catalogue, OptionId, QuestionId};

/// Where a check stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The answers meet it.
    Met,
    /// The answers do not meet it.
    NotMet,
    /// Nobody knew, or it has not been asked.
    Open,
    /// Its subject does not exist in this firm.
    Irrelevant,
}

/// A check and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The question that decides it.
    pub question: QuestionId,
    /// Where it stands.
    pub status: Status,
}

/// Judges the check that the question at `index` carries.
pub fn judge(
    catalogue: &Catalogue,
    answers: &Answers,
    standings: &Standings,
    index: usize,
    met_by: &[OptionId],
    irrelevant_by: &[OptionId],
) -> Status {
    let question = &catalogue.questions[index];
    match standings.at(index) {
        Standing::OtherFirms => {
            let company = &answers.company;
            let has_none = !question.when.traits.is_empty()
                && !question.when.traits.iter().any(|it| company.traits.contains(it));
            let excluded = question.when.without_traits.iter().any(|it| company.traits.contains(it));
            let elsewhere =
                !question.when.segments.is_empty() && !question.when.segments.contains(&company.segment);
            // A missing trait means there is nothing to protect; a question spared by size is merely not asked.
            if has_none || excluded || elsewhere { Status::Irrelevant } else { Status::Open }
        }
        Standing::Waiting | Standing::Closed(Closed::Unknown) => Status::Open,
        Standing::Closed(Closed::Worse) => Status::NotMet,
        Standing::Closed(Closed::NotApplicable | Closed::Elsewhere) => Status::Irrelevant,
        Standing::Open | Standing::Kept | Standing::Withdrawn => {
            match standings.counting(catalogue, &answers.records, index).map(|it| it.best(question)) {
                None | Some(Answer::Unknown) => Status::Open,
                Some(Answer::NotApplicable { .. }) => Status::Irrelevant,
                Some(Answer::Chosen(option)) if irrelevant_by.contains(option) => Status::Irrelevant,
                Some(Answer::Chosen(option)) if met_by.contains(option) => Status::Met,
                Some(Answer::Chosen(_)) => Status::NotMet,
            }
        }
    }
}

/// All-or-nothing over the relevant checks; a failed one decides before an open one.
pub fn together(checks: &[Check]) -> Status {
    let has = |status| checks.iter().any(|it| it.status == status);
    if has(Status::NotMet) {
        Status::NotMet
    } else if checks.is_empty() || has(Status::Open) {
        Status::Open
    } else if has(Status::Met) {
        Status::Met
    } else {
        Status::Irrelevant
    }
}
