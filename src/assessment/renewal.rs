//! What a repetition should ask again, and why.
//!
//! Four things make an answer due: something happened in the firm (a trigger of the content), time wore it off, the
//! content changed what it asks, or nobody knew. A repetition asks in that order.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::interview::ProfileItem;
use super::posture::{DAYS_PER_MONTH, lasting, left_after, months_between};
use super::standing::Standings;
use crate::model::{
    Ageing, Answer, Answers, Catalogue, CompanyFact, MeasureId, Question, QuestionId, Record, Trigger,
    TriggerId,
};

/// Share of a degree that may wear off before its question is asked again (judgement, grade C): with a
/// half-life of a year that is after five months.
const WEAR_TO_RENEW: f64 = 0.25;

/// Why a question is due. The order of the variants is the order of asking.
#[derive(Clone, Debug, PartialEq)]
pub enum Renewal {
    /// Something happened that changes what was true.
    Happened {
        /// What happened.
        trigger: TriggerId,
    },
    /// A step that was planned is done, so the earlier answer no longer holds.
    StepDone {
        /// What was done.
        measure: MeasureId,
    },
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
    /// It took the place of a question that was answered and has been withdrawn since.
    Replaces {
        /// The withdrawn question.
        question: QuestionId,
    },
    /// The content has it only since.
    New,
    /// Nobody knew.
    Unknown,
    /// It has no answer yet.
    NotAnswered,
}

impl Renewal {
    fn rank(&self) -> u8 {
        match self {
            Self::StepDone { .. } => 0,
            Self::Happened { .. } => 1,
            Self::WornOff { .. } => 2,
            Self::Old { .. } => 3,
            Self::Reworded => 4,
            Self::Replaces { .. } => 5,
            Self::New => 6,
            Self::Unknown => 7,
            Self::NotAnswered => 8,
        }
    }
}

/// True where a question was answered before; the others are asked for the first time.
pub fn is_repeated(renewal: &Renewal) -> bool {
    !matches!(renewal, Renewal::New | Renewal::NotAnswered)
}

/// The questions that are due on that day: what was done and happened first, then what aged, what the content changed, what
/// nobody knew, and what was never answered; within one reason in catalogue order.
pub fn due(
    catalogue: &Catalogue,
    answers: &Answers,
    happened: &BTreeSet<TriggerId>,
    steps_done: &BTreeSet<MeasureId>,
    date: Date,
) -> Vec<(QuestionId, Renewal)> {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let review_months = f64::from(catalogue.size(answers.company.size()).review_months);
    let happened: Vec<&Trigger> = triggers(catalogue, happened).collect();
    let open = standings.open(catalogue);
    let mut due: Vec<(QuestionId, Renewal)> = open
        .filter_map(|question| {
            let renewal = match answers.records.get(&question.id) {
                None => Some(unanswered(catalogue, answers, question)),
                Some(record) => done(steps_done, question)
                    .or_else(|| reopened(&happened, question))
                    .or_else(|| renewal(catalogue, answers, question, record, date, review_months)),
            };
            Some((question.id.clone(), renewal?))
        })
        .collect();
    // A stable sort keeps the catalogue's order within one reason.
    due.sort_by_key(|it| it.1.rank());
    due
}

/// The day by which every measure that wears off should be renewed: where a quarter of it has worn off since the
/// oldest answer that says it is there. Measures nobody answered for have none.
pub fn renewal_days(catalogue: &Catalogue, answers: &Answers) -> BTreeMap<MeasureId, Date> {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let size = catalogue.firm_size(&answers.company);
    let ageing = &catalogue.calibration.ageing.value;
    let mut days: BTreeMap<MeasureId, Date> = BTreeMap::new();
    for question in standings.open(catalogue) {
        let Some(record) = answers.records.get(&question.id) else { continue };
        let Answer::Chosen(option) = record.best(question) else { continue };
        let Some(option) = question.option(option) else { continue };
        for informs in option.informs.iter().filter(|it| size.degree(&it.degree) > 0.0) {
            let half_life = catalogue.measure(&informs.measure).and_then(|it| it.half_life_months);
            let Some(day) = half_life.and_then(|it| worn_on(record, it, ageing)) else { continue };
            days.entry(informs.measure.clone()).and_modify(|it| *it = day.min(*it)).or_insert(day);
        }
    }
    days
}

/// The day on which [`WEAR_TO_RENEW`] of what is above the average has worn off (the inverse of [`left_after`]).
fn worn_on(record: &Record, half_life_months: f64, ageing: &Ageing) -> Option<Date> {
    let half_life = half_life_months * lasting(record.evidence, ageing);
    let months = ageing.grace_months - half_life * libm::log2(1.0 - WEAR_TO_RENEW);
    #[expect(clippy::cast_possible_truncation, reason = "days of a few years")]
    let days = libm::ceil(months * DAYS_PER_MONTH) as i64;
    record.date.checked_add(days.days()).ok()
}

/// Facts about the company to be asked again after this happened, in the order in which they are asked.
pub fn reopened_facts(catalogue: &Catalogue, happened: &BTreeSet<TriggerId>) -> BTreeSet<ProfileItem> {
    triggers(catalogue, happened).flat_map(|it| &it.facts).map(|it| item(*it)).collect()
}

fn triggers<'a>(
    catalogue: &'a Catalogue,
    happened: &BTreeSet<TriggerId>,
) -> impl Iterator<Item = &'a Trigger> {
    catalogue.knowledge.triggers.iter().filter(|it| happened.contains(&it.id))
}

/// The first of the steps done that a question informs.
fn done(steps: &BTreeSet<MeasureId>, question: &Question) -> Option<Renewal> {
    let measure = question.informs().iter().map(|it| &it.measure).find(|it| steps.contains(*it))?;
    Some(Renewal::StepDone { measure: measure.clone() })
}

/// The first of the triggers that reopens a question: by name, or through a measure it informs.
fn reopened(happened: &[&Trigger], question: &Question) -> Option<Renewal> {
    let reopens = |it: &&&Trigger| {
        it.questions.contains(&question.id)
            || question.informs().iter().any(|own| it.measures.contains(&own.measure))
    };
    happened.iter().find(reopens).map(|it| Renewal::Happened { trigger: it.id.clone() })
}

fn unanswered(catalogue: &Catalogue, answers: &Answers, question: &Question) -> Renewal {
    let replaced = catalogue
        .questions
        .iter()
        .find(|it| it.replaced_by.as_ref() == Some(&question.id) && answers.records.contains_key(&it.id));
    match replaced {
        Some(old) => Renewal::Replaces { question: old.id.clone() },
        None if question.added.as_str() > answers.content.as_str() => Renewal::New,
        None => Renewal::NotAnswered,
    }
}

fn item(fact: CompanyFact) -> ProfileItem {
    match fact {
        CompanyFact::Employees => ProfileItem::Employees,
        CompanyFact::Turnover => ProfileItem::Turnover,
        CompanyFact::State => ProfileItem::State,
        CompanyFact::StandstillDay => ProfileItem::StandstillDay,
        CompanyFact::Traits => ProfileItem::Traits,
        CompanyFact::Digitalisation => ProfileItem::Digitalisation,
        CompanyFact::CrownJewels => ProfileItem::CrownJewels,
        CompanyFact::Reserve => ProfileItem::Reserve,
    }
}

fn renewal(
    catalogue: &Catalogue,
    answers: &Answers,
    question: &Question,
    record: &Record,
    date: Date,
    review_months: f64,
) -> Option<Renewal> {
    if *record.best(question) == Answer::Unknown {
        return Some(Renewal::Unknown);
    }
    if question.reworded.as_ref().is_some_and(|it| it.as_str() > answers.content.as_str()) {
        return Some(Renewal::Reworded);
    }
    let months = months_between(record.date, date);
    let half_lives =
        question.informs().iter().filter_map(|it| catalogue.measure(&it.measure)?.half_life_months);
    let ageing = &catalogue.calibration.ageing.value;
    let worn = |it: f64| 1.0 - left_after(months, it, record.evidence, ageing) >= WEAR_TO_RENEW;
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
        due(&catalogue(), &given, &BTreeSet::new(), &BTreeSet::new(), TODAY)
            .into_iter()
            .find(|it| it.0.as_str() == question)
            .map(|it| it.1)
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
        let due = due(&catalogue(), &answers(&[]), &BTreeSet::new(), &BTreeSet::new(), TODAY);
        assert!(due.contains(&("mfa".into(), Renewal::NotAnswered)));
    }

    #[test]
    fn a_reworded_question_is_asked_again() {
        let mut catalogue = catalogue();
        catalogue.questions[0].reworded = Some("2026.2".into());
        let given = answers(&[("mfa", chosen("all"))]);
        let due = due(&catalogue, &given, &BTreeSet::new(), &BTreeSet::new(), TODAY);
        assert_eq!(due[0], ("mfa".into(), Renewal::Reworded));
    }

    fn trigger(id: &str, position: u32) -> Trigger {
        Trigger {
            id: id.into(),
            position,
            text: String::new(),
            why: String::new(),
            at_once: None,
            facts: vec![CompanyFact::Traits, CompanyFact::Employees],
            measures: Vec::new(),
            questions: Vec::new(),
            reviewed: TODAY,
        }
    }

    #[test]
    fn the_day_of_renewal_is_the_first_on_which_the_question_is_due_again() {
        let catalogue = catalogue();
        let given =
            answers(&[("backup-exists", chosen("daily")), ("backup-test", chosen("within-6-months"))]);
        let days = renewal_days(&catalogue, &given);
        let (_, day) = days.iter().next().expect("a rehearsal wears off");
        let is_due = |on: Date| {
            let due = due(&catalogue, &given, &BTreeSet::new(), &BTreeSet::new(), on);
            due.iter().any(|it| it.0.as_str() == "backup-test" && matches!(it.1, Renewal::WornOff { .. }))
        };
        assert!(is_due(*day) && !is_due(day.yesterday().expect("in range")), "{day}");
    }

    #[test]
    fn what_happened_reopens_fresh_answers_and_comes_first() {
        let mut catalogue = catalogue();
        let informed =
            catalogue.question(&"mfa".into()).expect("there").options[0].informs[0].measure.clone();
        catalogue.knowledge.triggers =
            vec![Trigger { measures: vec![informed], ..trigger("new-system", 1) }, trigger("growth", 2)];
        let given = answers(&[
            ("backup-exists", chosen("daily")),
            ("backup-test", aged("older", 6)),
            ("mfa", chosen("all")),
        ]);
        let of = |happened: &[&str]| {
            let happened = happened.iter().map(TriggerId::new).collect();
            (
                due(&catalogue, &given, &happened, &BTreeSet::new(), TODAY),
                reopened_facts(&catalogue, &happened),
            )
        };
        let (quiet, facts) = of(&[]);
        assert!(quiet.iter().all(|it| it.0.as_str() != "mfa") && facts.is_empty(), "{quiet:?}");
        let (due, facts) = of(&["new-system"]);
        assert_eq!(due[0], ("mfa".into(), Renewal::Happened { trigger: "new-system".into() }));
        assert!(matches!(due[1].1, Renewal::WornOff { .. }), "{due:?}");
        assert_eq!(facts, BTreeSet::from([ProfileItem::Employees, ProfileItem::Traits]));
        assert_eq!(of(&["growth"]).0, quiet, "a trigger without questions reopens facts only");
    }

    #[test]
    fn a_step_that_was_done_reopens_what_it_changed_and_comes_first() {
        let catalogue = catalogue();
        let done = catalogue.question(&"mfa".into()).expect("there").options[0].informs[0].measure.clone();
        let given = answers(&[("backup-exists", chosen("daily")), ("mfa", chosen("some"))]);
        let due = due(&catalogue, &given, &BTreeSet::new(), &BTreeSet::from([done.clone()]), TODAY);
        assert_eq!(due[0], ("mfa".into(), Renewal::StepDone { measure: done }));
        assert!(is_repeated(&due[0].1) && !is_repeated(&Renewal::NotAnswered));
    }

    #[test]
    fn new_questions_and_successors_of_withdrawn_ones_say_what_they_are() {
        let mut catalogue = catalogue();
        let given = answers(&[("mfa", chosen("all"))]);
        let old = catalogue.questions.iter().position(|it| it.id.as_str() == "mfa").expect("there");
        let mut successor = catalogue.questions[old].clone();
        successor.id = "mfa-everywhere".into();
        successor.added = "2099.1".into();
        catalogue.questions[old].withdrawn = Some("2099.1".into());
        catalogue.questions[old].replaced_by = Some(successor.id.clone());
        let mut added = successor.clone();
        added.id = "new-one".into();
        catalogue.questions.extend([successor, added]);
        let due = due(&catalogue, &given, &BTreeSet::new(), &BTreeSet::new(), TODAY);
        assert!(due.contains(&("mfa-everywhere".into(), Renewal::Replaces { question: "mfa".into() })));
        assert!(due.contains(&("new-one".into(), Renewal::New)), "{due:?}");
    }
}
