//! How much was answered, what is open, and who could close it.

use crate::assessment::Standings;
use crate::model::{Answer, Answers, Catalogue, QuestionId, RoleId};

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
    /// Questions without any answer yet.
    pub fn untouched(&self) -> usize {
        self.asked - self.answered - self.unknown - self.not_applicable
    }
}

/// A question nobody could answer yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPoint {
    /// The question.
    pub question: QuestionId,
    /// Who knows it best.
    pub role: RoleId,
    /// True where it was asked and nobody knew; false where it has not been asked.
    pub nobody_knew: bool,
}

/// Counts answers over the questions that concern this firm.
pub fn coverage(catalogue: &Catalogue, answers: &Answers) -> Coverage {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    standings.open(catalogue).fold(Coverage::default(), |mut sum, question| {
        sum.asked += 1;
        match answers.records.get(&question.id).map(|it| &it.answer) {
            Some(Answer::Chosen(_)) => sum.answered += 1,
            Some(Answer::Unknown) => sum.unknown += 1,
            Some(Answer::NotApplicable { .. }) => sum.not_applicable += 1,
            None => {}
        }
        sum
    })
}

/// What is open, by the order of roles and then of questions.
pub fn open_points(catalogue: &Catalogue, answers: &Answers) -> Vec<OpenPoint> {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let mut points: Vec<OpenPoint> = standings
        .open(catalogue)
        .filter_map(|question| {
            let nobody_knew = match answers.records.get(&question.id).map(|it| &it.answer) {
                None => false,
                Some(Answer::Unknown) => true,
                Some(_) => return None,
            };
            let role = question.knows.first().expect("a resolved question names who knows it").clone();
            Some(OpenPoint { question: question.id.clone(), role, nobody_knew })
        })
        .collect();
    let rank = |role: &RoleId| catalogue.roles.iter().position(|it| &it.id == role);
    points.sort_by_key(|it| rank(&it.role));
    points
}
