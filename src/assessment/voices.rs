//! Who knows what: open points for the person who can close them, and answers on which people differ.

use std::collections::BTreeMap;

use super::standing::Standings;
use crate::model::{Answer, Answers, Catalogue, QuestionId, RoleId};

/// Questions nobody in the room could answer, by the role that knows best, in catalogue order.
///
/// Whoever has already said that they do not know is passed over for the next who might.
pub fn open_points(catalogue: &Catalogue, answers: &Answers) -> BTreeMap<RoleId, Vec<QuestionId>> {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let mut points: BTreeMap<RoleId, Vec<QuestionId>> = BTreeMap::new();
    for question in standings.open(catalogue) {
        let Some(record) = answers.records.get(&question.id) else {
            continue;
        };
        let voices = std::iter::once(&record.answer).chain(record.also.iter().map(|it| &it.answer));
        if voices.into_iter().any(|it| *it != Answer::Unknown) {
            continue;
        }
        let asked =
            |role: &RoleId| record.by.as_ref() == Some(role) || record.also.iter().any(|it| &it.by == role);
        let role = question.knows.iter().find(|it| !asked(it)).or(question.knows.first());
        if let Some(role) = role {
            points.entry(role.clone()).or_default().push(question.id.clone());
        }
    }
    points
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
        let Some(record) = answers.records.get(&question.id) else {
            continue;
        };
        let mut voices = vec![(record.by.clone(), record.answer.clone())];
        voices.extend(record.also.iter().map(|it| (Some(it.by.clone()), it.answer.clone())));
        let said: Vec<&Answer> = voices.iter().map(|it| &it.1).filter(|it| **it != Answer::Unknown).collect();
        if said.windows(2).any(|it| !same(it[0], it[1])) {
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
    use crate::model::{Evidence, Record, Voice};

    fn voice(by: &str, answer: Answer) -> Voice {
        Voice { answer, evidence: Evidence::Claimed, date: TODAY, by: by.into(), note: None }
    }

    fn with(mut record: Record, voices: &[Voice]) -> Record {
        record.also = voices.into();
        record
    }

    #[test]
    fn an_open_point_goes_to_who_knows_best_and_then_to_the_next() {
        let points = open_points(&catalogue(), &answers(&[("backup-exists", unknown())]));
        assert_eq!(points, BTreeMap::from([("it-provider".into(), vec!["backup-exists".into()])]));
        let asked = with(unknown(), &[voice("it-provider", Answer::Unknown)]);
        let points = open_points(&catalogue(), &answers(&[("backup-exists", asked)]));
        assert!(points.contains_key("management"));
    }

    #[test]
    fn a_point_is_closed_when_somebody_knew() {
        let answered = with(unknown(), &[voice("it-provider", Answer::Chosen("daily".into()))]);
        assert!(open_points(&catalogue(), &answers(&[("backup-exists", answered)])).is_empty());
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
