//! What a repetition should ask again, and why.

use jiff::civil::Date;

use super::posture::months_between;
use super::standing::Standings;
use crate::model::{Answer, Answers, Catalogue, Question, QuestionId, Record};

/// Share of a degree that may wear off before its question is asked again (judgement, grade C): with a
/// half-life of a year that is after five months.
const WEAR_TO_RENEW: f64 = 0.25;

/// Why a question is due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Renewal {
    /// It has no answer yet.
    NotAnswered,
    /// Nobody knew.
    Unknown,
    /// What it asks about has worn off.
    WornOff {
        /// Months since the answer.
        months: f64,
    },
    /// The answer is older than the time after which a firm of this size looks again.
    Old {
        /// Months since the answer.
        months: f64,
    },
    /// Its wording was changed since.
    Reworded,
}

/// The questions that are due on that day, in catalogue order.
pub fn due(catalogue: &Catalogue, answers: &Answers, date: Date) -> Vec<(QuestionId, Renewal)> {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let review_months = f64::from(catalogue.size(answers.company.size()).review_months);
    let open = standings.open(catalogue);
    open.filter_map(|question| {
        let renewal = match answers.records.get(&question.id) {
            None => Some(Renewal::NotAnswered),
            Some(record) => renewal(catalogue, answers, question, record, date, review_months),
        };
        Some((question.id.clone(), renewal?))
    })
    .collect()
}

fn renewal(
    catalogue: &Catalogue,
    answers: &Answers,
    question: &Question,
    record: &Record,
    date: Date,
    review_months: f64,
) -> Option<Renewal> {
    if record.answer == Answer::Unknown {
        return Some(Renewal::Unknown);
    }
    if question.reworded.as_ref().is_some_and(|it| it.as_str() > answers.content.as_str()) {
        return Some(Renewal::Reworded);
    }
    let months = months_between(record.date, date);
    let informs = question.options.first().map_or(&[][..], |it| &it.informs);
    let half_lives = informs.iter().filter_map(|it| catalogue.measure(&it.measure)?.half_life_months);
    let worn = |half_life: f64| 1.0 - libm::exp2(-months / half_life) >= WEAR_TO_RENEW;
    if half_lives.into_iter().any(worn) {
        return Some(Renewal::WornOff { months });
    }
    (months >= review_months).then_some(Renewal::Old { months })
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::*;
    use crate::assessment::fixture::{TODAY, answers, catalogue, chosen, unknown};

    fn check(question: &str, record: Record) -> Option<Renewal> {
        let given = answers(&[("backup-exists", chosen("daily")), (question, record)]);
        due(&catalogue(), &given, TODAY).into_iter().find(|it| it.0.as_str() == question).map(|it| it.1)
    }

    fn aged(option: &str, months: i32) -> Record {
        Record { date: TODAY.checked_sub(months.months()).expect("in range"), ..chosen(option) }
    }

    #[test]
    fn fresh_answers_are_left_alone() {
        assert_eq!(check("mfa", aged("all", 3)), None);
        assert_eq!(check("backup-test", aged("older", 3)), None);
    }

    #[test]
    fn what_wears_off_is_due_before_what_merely_ages() {
        assert!(matches!(check("backup-test", aged("older", 6)), Some(Renewal::WornOff { .. })));
        assert_eq!(check("mfa", aged("all", 6)), None);
        assert!(matches!(check("mfa", aged("all", 13)), Some(Renewal::Old { .. })));
    }

    #[test]
    fn open_points_are_always_due() {
        assert_eq!(check("mfa", unknown()), Some(Renewal::Unknown));
        let due = due(&catalogue(), &answers(&[]), TODAY);
        assert!(due.contains(&("mfa".into(), Renewal::NotAnswered)));
    }

    #[test]
    fn a_reworded_question_is_asked_again() {
        let mut catalogue = catalogue();
        catalogue.questions[0].reworded = Some("2026.2".into());
        let given = answers(&[("mfa", chosen("all"))]);
        assert_eq!(due(&catalogue, &given, TODAY)[0], ("mfa".into(), Renewal::Reworded));
    }
}
