//! What remains of a report in a list of many firms: classes and figures, no name, no notes, no head count.

use jiff::civil::Date;

use super::build::build;
use super::coverage::{Coverage, coverage};
use super::{Now, Report};
use crate::decision::Options;
use crate::guidance::views::din_view;
use crate::model::{Answers, Catalogue, Interval, Level, MeasureId, SegmentId, SizeClass};
use crate::risk::Refusal;

/// One firm in a list.
#[derive(Clone, Debug)]
pub struct Record {
    /// Market segment.
    pub segment: SegmentId,
    /// Size class.
    pub size: SizeClass,
    /// Degree of digitalisation.
    pub level: Level,
    /// Expected loss a year today, euros.
    pub expected_annual_loss: Interval,
    /// Loss exceeded in one year of twenty, euros.
    pub value_at_risk_95: f64,
    /// Probability a year of a loss above the reserve.
    pub above_reserve: f64,
    /// True where that is no likelier than the owner can bear.
    pub is_bearable: bool,
    /// Points of DIN SPEC 27076.
    pub din_points: i32,
    /// How much was answered.
    pub coverage: Coverage,
    /// Oldest and newest answer.
    pub answered: Option<(Date, Date)>,
    /// What the plan does, where it was asked for.
    pub plan: Option<PlanRecord>,
}

/// A plan in a list.
#[derive(Clone, Debug)]
pub struct PlanRecord {
    /// Expected loss a year with the plan in place, euros.
    pub expected_annual_loss: Interval,
    /// The measures named first.
    pub first_steps: Vec<MeasureId>,
}

/// Steps that are named.
const FIRST_STEPS: usize = 3;

/// A firm's record, with the figures of its report to the last digit. The report itself is made only where the plan is
/// asked for.
///
/// # Errors
///
/// As [`build`].
pub fn record(
    catalogue: &Catalogue,
    given: &Answers,
    options: &Options,
    with_plan: bool,
) -> Result<Record, Refusal> {
    let now = Now::of(catalogue, given, options.date)?;
    // Nobody looks at the frontier in a list.
    let options = Options { frontier_points: 0, ..options.clone() };
    let report = with_plan.then(|| build(catalogue, given, &options)).transpose()?;
    let company = &now.answers.company;
    Ok(Record {
        segment: company.segment.clone(),
        size: company.size(),
        level: catalogue.level(company),
        expected_annual_loss: now.expected_annual_loss_range(),
        value_at_risk_95: now.value_at_risk_95(),
        above_reserve: now.above_reserve(),
        is_bearable: now.above_reserve() <= now.tolerable_ruin,
        din_points: din_view(catalogue, &now.answers).points,
        coverage: coverage(catalogue, &now.answers),
        answered: given.date_range(options.date),
        plan: report.as_ref().map(plan),
    })
}

fn plan(report: &Report) -> PlanRecord {
    let steps = report.decision.first_steps().take(FIRST_STEPS).map(|it| it.measure.clone());
    PlanRecord { expected_annual_loss: report.with_plan.expected_annual_loss, first_steps: steps.collect() }
}
