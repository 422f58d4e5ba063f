//! Who knows what: open points for the person who can close them, and answers on which people differ.

use super::standing::Standings;
use crate::model::{Answer, Answers, Catalogue, Question, QuestionId, RoleId};

/// A question that is still open for this company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPoint {
    /// The question.
    pub question: QuestionId,
    /// Who knows it best; whoever has already said that they do not know is passed over for the next who might;
    /// whoever it was handed over to goes first.
    pub role: RoleId,
    /// True where it was asked and nobody knew; false where it has not been asked.
    pub nobody_knew: bool,
}

/// What is open, by the order of roles and then of questions.
pub fn open_points(catalogue: &Catalogue, answers: &Answers) -> Vec<OpenPoint> {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let mut points: Vec<OpenPoint> = standings
        .open(catalogue)
        .filter_map(|question| {
            let voices = voices(answers, question);
            if voices.iter().any(|it| *it.1 != Answer::Unknown) {
                return None;
            }
            let asked = |role: &RoleId| voices.iter().any(|it| it.0 == Some(role));
            let knows = catalogue.who_knows(question, &answers.company);
            let next = knows.iter().map(|it| &it.id).find(|it| !asked(it)).or(question.knows.first());
            let next = answers.handed_over.get(&question.id).filter(|it| !asked(it)).or(next);
            let role = next.expect("a resolved question names who knows it").clone();
            Some(OpenPoint { question: question.id.clone(), role, nobody_knew: !voices.is_empty() })
        })
        .collect();
    let rank = |role: &RoleId| catalogue.roles.iter().position(|it| &it.id == role);
    points.sort_by_key(|it| rank(&it.role));
    points
}

/// Who said what to a question.
fn voices<'a>(answers: &'a Answers, question: &Question) -> Vec<(Option<&'a RoleId>, &'a Answer)> {
    let Some(record) = answers.records.get(&question.id) else {
        return Vec::new();
    };
    let others = record.also.iter().map(|it| (Some(&it.by), &it.answer));
    std::iter::once((record.by.as_ref(), &record.answer)).chain(others).collect()
}

/// One question on which people differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The question.
    pub question: QuestionId,
    /// Who said what; nobody named where one person spoke for the firm.
    pub voices: Vec<(Option<RoleId>, Answer)>,
}

/// The questions that count and on which people gave different answers. Not knowing differs from nothing.
pub fn disagreements(catalogue: &Catalogue, answers: &Answers) -> Vec<Disagreement> {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let mut found = Vec::new();
    for question in standings.open(catalogue) {
        let voices = voices(answers, question);
        let said: Vec<&Answer> = voices.iter().map(|it| it.1).filter(|it| **it != Answer::Unknown).collect();
        if said.windows(2).any(|it| !same(it[0], it[1])) {
            let voices = voices.into_iter().map(|it| (it.0.cloned(), it.1.clone())).collect();
            found.push(Disagreement { question: question.id.clone(), voices });
        }
    }
    found
}

/// Reasons may be worded differently.
fn same(a: &Answer, b: &Answer) -> bool {
    match (a, b) {
        (Answer::NotApplicable { .. }, Answer::NotApplicable { .. }) => true,
        _ => a == b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::fixture::{TODAY, answers, catalogue, chosen, unknown};
    use crate::model::{Evidence, Proof, Record, Voice};

    fn voice(by: &str, answer: Answer) -> Voice {
        Voice {
            answer,
            evidence: Evidence::Claimed,
            proof: Proof::default(),
            date: TODAY,
            by: by.into(),
            note: None,
        }
    }

    fn with(mut record: Record, voices: &[Voice]) -> Record {
        record.also = voices.into();
        record
    }

    #[test]
    fn an_open_point_goes_to_who_knows_best_and_then_to_the_next() {
        let role = |record: Record| {
            let points = open_points(&catalogue(), &answers(&[("backup-exists", record)]));
            let point = points.into_iter().find(|it| it.question.as_str() == "backup-exists");
            point.map(|it| (it.role.as_str().to_owned(), it.nobody_knew))
        };
        assert_eq!(role(unknown()), Some(("it-provider".to_owned(), true)));
        let asked = with(unknown(), &[voice("it-provider", Answer::Unknown)]);
        assert_eq!(role(asked), Some(("management".to_owned(), true)));
    }

    #[test]
    fn what_was_not_asked_is_open_and_nobody_is_to_blame() {
        let points = open_points(&catalogue(), &answers(&[]));
        assert!(points.iter().any(|it| it.question.as_str() == "mfa" && !it.nobody_knew));
        let answered = open_points(&catalogue(), &answers(&[("mfa", chosen("all"))]));
        assert!(answered.iter().all(|it| it.question.as_str() != "mfa"));
    }

    #[test]
    fn a_point_is_closed_when_somebody_knew() {
        let answered = with(unknown(), &[voice("it-provider", Answer::Chosen("daily".into()))]);
        let points = open_points(&catalogue(), &answers(&[("backup-exists", answered)]));
        assert!(points.iter().all(|it| it.question.as_str() != "backup-exists"));
    }

    #[test]
    fn different_answers_are_named_and_equal_ones_are_not() {
        let differ = with(chosen("all"), &[voice("it-provider", Answer::Chosen("some".into()))]);
        let agree = with(chosen("daily"), &[voice("it-provider", Answer::Chosen("daily".into()))]);
        let given = answers(&[("mfa", differ), ("backup-exists", agree)]);
        let found = disagreements(&catalogue(), &given);
        assert_eq!(found.iter().map(|it| it.question.as_str()).collect::<Vec<_>>(), ["mfa"]);
        let unsure = with(chosen("all"), &[voice("it-provider", Answer::Unknown)]);
        assert!(disagreements(&catalogue(), &answers(&[("mfa", unsure)])).is_empty());
    }
}
