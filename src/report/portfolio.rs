//! Many clients of one consultant: what each of them needs next, in a line.

use jiff::civil::Date;

use super::Report;
use crate::model::{Interval, MeasureId};

/// One client.
#[derive(Clone, Debug, PartialEq)]
pub struct Client {
    /// The folder's name.
    pub key: String,
    /// The firm's name, where its answers give one.
    pub firm: Option<String>,
    /// Day of the newest answers.
    pub answered: Option<Date>,
    /// Expected loss a year today, euros.
    pub expected_annual_loss: Interval,
    /// The same with the plan.
    pub with_plan: Interval,
    /// Probability a year of a loss above the reserve.
    pub above_reserve: f64,
    /// True where that is no likelier than the owner can bear.
    pub is_bearable: bool,
    /// What the plan begins with.
    pub first_step: Option<MeasureId>,
    /// The next day on which something comes up, also one that has passed.
    pub next_due: Option<Date>,
    /// Expected loss a year at every dated state, the oldest first, euros.
    pub course: Vec<(Date, f64)>,
}

impl Client {
    /// A client from the report on the newest answers and the course of all.
    pub fn new(key: String, report: &Report, course: Vec<(Date, f64)>) -> Self {
        Self {
            key,
            firm: report.answers.company.name.clone(),
            answered: report.provenance.answered.map(|it| it.1),
            expected_annual_loss: report.today.expected_annual_loss,
            with_plan: report.with_plan.expected_annual_loss,
            above_reserve: report.today.above_reserve,
            is_bearable: report.is_bearable_today(),
            first_step: report.decision.first_steps().next().map(|it| it.measure.clone()),
            next_due: report.ageing.calendar.first().map(|it| it.0),
            course,
        }
    }
}
