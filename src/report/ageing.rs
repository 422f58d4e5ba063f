//! What has worn off, what renewing it is worth, and what comes up when.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::assessment::{posture, renewal_days};
use crate::decision::Decision;
use crate::model::{Answers, Catalogue, ContractCheck, MeasureId, Verdict};
use crate::risk::FirmModel;

/// A measure part of which has worn off.
#[derive(Clone, Debug, PartialEq)]
pub struct WornMeasure {
    /// The measure.
    pub measure: MeasureId,
    /// Degree on the day of the answers.
    pub fresh: f64,
    /// Degree today.
    pub today: f64,
    /// What renewing it alone takes off the expected loss, euros a year.
    pub renewing_eur: f64,
    /// Day by which it should be renewed; it may have passed.
    pub due: Option<Date>,
}

/// What comes up on a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// A measure was to be done by then.
    Due(MeasureId),
    /// A measure that wears off should be renewed by then: a training, a test, a look at the accounts.
    Renew(MeasureId),
    /// An accepted risk is looked at again.
    Review(MeasureId),
    /// The contract with the IT provider is read again.
    Contract,
    /// The whole check is repeated.
    Repeat,
}

/// What has worn off and what comes up.
#[derive(Clone, Debug, PartialEq)]
pub struct AgeingFacts {
    /// Measures part of which has worn off, the one most worth renewing first.
    pub worn: Vec<WornMeasure>,
    /// What renewing all of them takes off the expected loss, euros a year.
    pub renewing_eur: f64,
    /// Months after which a firm of this size and risk repeats the check.
    pub review_months: u32,
    /// Days on which something comes up, also those that have passed, in their order.
    pub calendar: Vec<(Date, Matter)>,
}

/// Less wear is not told: it is smaller than the doubt about any answer (judgement).
const NOTICEABLE: f64 = 0.01;

/// Least months between two checks: below, repeating costs more than it tells (judgement).
const LEAST_MONTHS: u32 = 3;

/// What has worn off on that day. `is_bearable` says whether a loss above the reserve is rare enough for the owner;
/// where it is not, the firm looks again twice as often.
pub fn ageing(
    catalogue: &Catalogue,
    answers: &Answers,
    firm: &FirmModel,
    today: &[f64],
    date: Date,
    is_bearable: bool,
    decision: &Decision,
) -> AgeingFacts {
    let fresh = posture(catalogue, &as_of(answers, date), date).expected();
    let now = firm.expected_annual_loss(today);
    let months = catalogue.size(answers.company.size()).review_months;
    let review_months = if is_bearable { months } else { (months / 2).max(LEAST_MONTHS) };
    let mut renewals = renewal_days(catalogue, answers);
    // What was never there is not refreshed but done, by the road map; what is borne is not renewed either.
    let first =
        |at: usize| catalogue.measures[at].tiers.first().map_or(1.0, |it| it.degree[answers.company.size()]);
    let is_there = |at: usize| firm.is_relevant(at) && fresh[at] >= catalogue.ladder.gap_share * first(at);
    let is_borne = |id: &MeasureId| answers.decisions.get(id).is_some_and(|it| it.verdict == Verdict::Accept);
    renewals.retain(|id, _| {
        catalogue.measure_index(id).is_some_and(is_there)
            && decision.roadmap.day_of(id).is_none()
            && !is_borne(id)
    });
    let mut worn: Vec<WornMeasure> = (0..today.len())
        .filter(|it| firm.is_relevant(*it) && fresh[*it] - today[*it] >= NOTICEABLE)
        .map(|it| {
            let mut renewed = today.to_vec();
            renewed[it] = fresh[it];
            WornMeasure {
                measure: catalogue.measures[it].id.clone(),
                fresh: fresh[it],
                today: today[it],
                renewing_eur: now - firm.expected_annual_loss(&renewed),
                due: renewals.get(&catalogue.measures[it].id).copied(),
            }
        })
        .collect();
    worn.sort_by(|a, b| b.renewing_eur.total_cmp(&a.renewing_eur).then_with(|| a.measure.cmp(&b.measure)));
    AgeingFacts {
        worn,
        renewing_eur: now - firm.expected_annual_loss(&fresh),
        review_months,
        calendar: calendar(answers, review_months, renewals, decision, date),
    }
}

/// The same answers as if all had been given on that day.
fn as_of(answers: &Answers, date: Date) -> Answers {
    let mut answers = answers.clone();
    for record in answers.records.values_mut() {
        record.date = date;
        record.also.iter_mut().for_each(|it| it.date = date);
    }
    answers
}

fn calendar(
    answers: &Answers,
    review_months: u32,
    renewals: BTreeMap<MeasureId, Date>,
    decision: &Decision,
    today: Date,
) -> Vec<(Date, Matter)> {
    let mut calendar = Vec::new();
    let dated = |measure: &MeasureId| answers.decisions.get(measure).is_some_and(|it| it.due.is_some());
    for gap in decision.gaps.open.iter().filter(|it| !dated(&it.measure)) {
        let day = decision.roadmap.day_of(&gap.measure);
        #[expect(clippy::cast_possible_truncation, reason = "at most a year")]
        let day = day.and_then(|it| today.checked_add((it.ceil() as i64).days()).ok());
        calendar.extend(day.map(|it| (it, Matter::Due(gap.measure.clone()))));
    }
    for (measure, taken) in &answers.decisions {
        match (taken.verdict, &taken.acceptance, taken.due) {
            (Verdict::Accept, Some(it), _) => calendar.push((it.review, Matter::Review(measure.clone()))),
            (Verdict::Do, _, Some(due)) => calendar.push((due, Matter::Due(measure.clone()))),
            _ => {}
        }
    }
    calendar.extend(renewals.into_iter().map(|(measure, day)| (day, Matter::Renew(measure))));
    let contract = answers.contract.as_ref().and_then(ContractCheck::again);
    calendar.extend(contract.map(|it| (it, Matter::Contract)));
    let months = i64::from(review_months);
    let repeat = answers.date_range(today).and_then(|it| it.1.checked_add(months.months()).ok());
    calendar.extend(repeat.map(|it| (it, Matter::Repeat)));
    calendar.sort();
    calendar
}
