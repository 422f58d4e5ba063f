//! How much was answered.

use crate::assessment::Standings;
use crate::model::{Answer, Answers, Catalogue};

/// How much of what concerns this firm was answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Questions that concern this firm.
    pub asked: usize,
    /// Answered with one of the options.
    pub answered: usize,
    /// Answered with "I do not know".
    pub unknown: usize,
    /// Answered with "does not apply here".
    pub not_applicable: usize,
}

impl Coverage {
    /// Questions whose answer is known; not knowing is no answer.
    pub fn known(&self) -> usize {
        self.answered + self.not_applicable
    }

    /// Questions without any answer yet.
    pub fn untouched(&self) -> usize {
        self.asked - self.answered - self.unknown - self.not_applicable
    }
}

/// Counts answers over the questions that concern this firm.
pub fn coverage(catalogue: &Catalogue, answers: &Answers) -> Coverage {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    standings.open(catalogue).fold(Coverage::default(), |mut sum, question| {
        sum.asked += 1;
        match answers.records.get(&question.id).map(|it| it.best(question)) {
            Some(Answer::Chosen(_)) => sum.answered += 1,
            Some(Answer::Unknown) => sum.unknown += 1,
            Some(Answer::NotApplicable { .. }) => sum.not_applicable += 1,
            None => {}
        }
        sum
    })
}
