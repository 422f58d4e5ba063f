//! What a year can cost, today and with the plan.

use crate::model::{BearingLimits, Interval, Posture, ScenarioId};
use crate::risk::{AnnualLoss, FirmModel, Line, ReserveVerdict, TAIL_PROBABILITY, Tails, interval};

/// Points of the curve that charts and JSON show.
const CURVE_POINTS: usize = 121;

/// The loss of a year at one posture.
#[derive(Clone, Debug, PartialEq)]
pub struct RiskFacts {
    /// Expected loss a year with its range, euros.
    pub expected_annual_loss: Interval,
    /// Probability of a year without loss.
    pub probability_no_loss: f64,
    /// Loss exceeded in one year of twenty, euros.
    pub value_at_risk_95: f64,
    /// Loss exceeded in one year of a hundred, euros.
    pub value_at_risk_99: f64,
    /// Mean of the worst twentieth of years, euros.
    pub tail_value_at_risk_95: f64,
    /// The same with its range.
    pub worst_years: Interval,
    /// Loss exceeded with the highest bearable probability, euros, with its range.
    pub rare_loss: Interval,
    /// Mean of the worst hundredth of years, euros.
    pub tail_value_at_risk_99: f64,
    /// Probability a year of a loss above the reserve.
    pub above_reserve: f64,
    /// The same with its range.
    pub above_reserve_range: Interval,
    /// Whether the reserve is enough.
    pub verdict: ReserveVerdict,
    /// The same over the planning horizon.
    pub above_reserve_horizon: f64,
    /// Losses with the probability that a year costs more.
    pub exceedance: Vec<(f64, f64)>,
    /// How far the computed distribution is from what is known in closed form: mass, mean, variance.
    pub self_check: [f64; 3],
}

/// One scenario of this firm.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioFacts {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Loss events a year today.
    pub frequency: f64,
    /// Loss events a year of a firm like this with average protection.
    pub frequency_average: f64,
    /// Loss events a year with the plan.
    pub frequency_with_plan: f64,
    /// Typical loss per event today, euros (median).
    pub median: f64,
    /// Typical loss per event of a firm like this with average protection, euros.
    pub median_average: f64,
    /// Bad loss per event today, euros (one event of twenty is worse).
    pub bad: f64,
    /// Expected loss a year today, euros.
    pub expected: f64,
    /// The same for a firm like this with average protection.
    pub expected_average: f64,
    /// The same with the plan.
    pub expected_with_plan: f64,
    /// Share in the mean of the worst twentieth of years.
    pub tail_share: f64,
}

/// Mean of the worst twentieth of years, euros.
pub(super) fn tail_value(loss: &AnnualLoss) -> f64 {
    loss.tail_value_at_risk(TAIL_PROBABILITY)
}

/// Puts a distribution into figures; `tails` is the same posture under every draw.
pub fn risk_facts(
    firm: &FirmModel,
    loss: &AnnualLoss,
    expected_annual_loss: Interval,
    tails: Tails,
    (tolerable_ruin, limits): (f64, &BearingLimits),
) -> RiskFacts {
    let reserve = firm.reserve_eur();
    let verdict = tails.verdict(firm.reserve(), limits);
    let check = loss.self_check();
    RiskFacts {
        expected_annual_loss,
        probability_no_loss: loss.probability_no_loss(),
        value_at_risk_95: loss.value_at_risk(0.95),
        value_at_risk_99: loss.value_at_risk(0.99),
        tail_value_at_risk_95: tail_value(loss),
        worst_years: interval(tail_value(loss), tails.worst_years),
        rare_loss: interval(loss.value_at_risk(1.0 - tolerable_ruin), tails.rare_loss),
        tail_value_at_risk_99: loss.tail_value_at_risk(0.99),
        above_reserve: loss.probability_above(reserve),
        above_reserve_range: interval(loss.probability_above(reserve), tails.ruin),
        verdict,
        above_reserve_horizon: loss.probability_above_within(reserve, firm.horizon_years()),
        exceedance: loss.exceedance(CURVE_POINTS),
        self_check: [check.mass_error, check.mean_error, check.variance_error],
    }
}

/// Every scenario, the most expensive first.
pub fn scenario_facts(
    firm: &FirmModel,
    today: &AnnualLoss,
    posture: &Posture,
    with_plan: &[f64],
) -> Vec<ScenarioFacts> {
    let degrees = posture.expected();
    let average = firm.average_degrees();
    let (own, peers, planned) = (firm.lines(&degrees), firm.lines(average), firm.lines(with_plan));
    let (own_loss, peer_loss, plan_loss) =
        (firm.scenario_losses(&degrees), firm.scenario_losses(average), firm.scenario_losses(with_plan));
    let mut facts: Vec<ScenarioFacts> = own
        .iter()
        .enumerate()
        .map(|(at, line)| ScenarioFacts {
            scenario: line.scenario.clone(),
            frequency: line.frequency,
            frequency_average: peers[at].frequency,
            frequency_with_plan: planned[at].frequency,
            median: line.median,
            median_average: peers[at].median,
            bad: bad_event(line),
            expected: own_loss[at],
            expected_average: peer_loss[at],
            expected_with_plan: plan_loss[at],
            tail_share: today.tail_shares().get(at).copied().unwrap_or(0.0),
        })
        .collect();
    facts.sort_by(|a, b| b.expected.total_cmp(&a.expected).then_with(|| a.scenario.cmp(&b.scenario)));
    facts
}

/// 95 % point of a lognormal event, at most its cap. 1.6449 is the standard normal's 95 % point.
fn bad_event(line: &Line) -> f64 {
    (line.median * libm::exp(1.644_853_626_951_472_2 * line.sigma)).min(line.cap)
}
