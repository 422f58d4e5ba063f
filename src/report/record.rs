//! What remains of a report in a list of many firms: classes and figures, no name, no notes, no head count.

use jiff::civil::Date;

use super::Report;
use super::build::build;
use super::coverage::Coverage;
use crate::decision::Options;
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

/// A firm's record, taken from its report, so that every figure is that of the report.
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
    // Nobody looks at the frontier in a list.
    let report = build(catalogue, given, &Options { frontier_points: 0, ..options.clone() })?;
    Ok(Record {
        segment: report.answers.company.segment.clone(),
        size: report.answers.company.size(),
        level: report.digitalisation.1,
        expected_annual_loss: report.today.expected_annual_loss,
        value_at_risk_95: report.today.value_at_risk_95,
        above_reserve: report.today.above_reserve,
        is_bearable: report.is_bearable_today(),
        din_points: report.din.points,
        coverage: report.coverage,
        answered: report.provenance.answered,
        plan: with_plan.then(|| plan(&report)),
    })
}

fn plan(report: &Report) -> PlanRecord {
    let steps = report.decision.first_steps().take(FIRST_STEPS).map(|it| it.measure.clone());
    PlanRecord { expected_annual_loss: report.with_plan.expected_annual_loss, first_steps: steps.collect() }
}
