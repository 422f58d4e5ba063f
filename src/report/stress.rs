//! Does the advice hold where the world is harsher than we think?

use super::risk::tail_value;
use crate::decision::Decision;
use crate::model::{Catalogue, MeasureId, StressLine};
use crate::risk::{AnnualLoss, BadYears, FirmModel, Refusal, TAIL_PROBABILITY};

/// The year under one line, and which advice turns.
#[derive(Clone, Debug, PartialEq)]
pub struct StressFacts {
    /// Names the line.
    pub line: String,
    /// What it is, for people.
    pub title: String,
    /// Today.
    pub today: StressedYear,
    /// With the plan.
    pub with_plan: StressedYear,
    /// Measures of the plan that pay under the central values, the price of bad years counted.
    pub paying: usize,
    /// Those of them that no longer do.
    pub turns: Vec<MeasureId>,
    /// Measures outside the plan that would pay.
    pub enters: Vec<MeasureId>,
}

impl StressFacts {
    /// True where every measure that pays still does.
    pub fn plan_holds(&self) -> bool {
        self.turns.is_empty()
    }
}

/// A year in a harsher world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StressedYear {
    /// Expected loss, euros.
    pub expected: f64,
    /// Mean loss of the worst twentieth of years, euros.
    pub worst_years: f64,
    /// Probability of a loss above the reserve.
    pub above_reserve: f64,
}

impl StressedYear {
    fn of(firm: &FirmModel, loss: &AnnualLoss) -> Self {
        Self {
            expected: loss.mean(),
            worst_years: tail_value(loss),
            above_reserve: loss.probability_above(firm.reserve_eur()),
        }
    }
}

/// Every line, with today's posture and with the plan; nothing is searched anew.
pub fn stress(
    catalogue: &Catalogue,
    firm: &FirmModel,
    decision: &Decision,
    today: &[f64],
) -> Result<Vec<StressFacts>, Refusal> {
    let lines = catalogue.calibration.stress.iter();
    lines.map(|it| under(catalogue, firm, decision, today, &it.value)).collect()
}

fn under(
    catalogue: &Catalogue,
    firm: &FirmModel,
    decision: &Decision,
    today: &[f64],
    line: &StressLine,
) -> Result<StressFacts, Refusal> {
    let firm = firm.stressed(line);
    let planned = &decision.plan.degrees;
    let (loss_today, loss_planned) = (firm.annual_loss_in_short(today)?, firm.annual_loss_in_short(planned)?);
    let around = BadYears::around(&firm, planned, loss_planned.value_at_risk(TAIL_PROBABILITY))?;
    let loading = catalogue.constants.risk_loading.value;
    let value = |degrees: &[f64]| -> Result<f64, Refusal> {
        let expected = firm.expected_annual_loss(degrees);
        Ok(expected + loading * (around.of(degrees)?.worst_years - expected))
    };
    let with = value(planned)?;
    let (mut paying, mut turns, mut enters) = (0, Vec::new(), Vec::new());
    for it in decision.measures.iter().filter_map(|it| it.weighed.as_ref()) {
        let pays_now = it.balance.net_with_bad_years() > 0.0;
        if it.tier.is_none() || it.in_plan && !pays_now {
            continue;
        }
        let mut other = planned.clone();
        other[it.place] = if it.in_plan { it.today } else { it.target };
        let gain = if it.in_plan { value(&other)? - with } else { with - value(&other)? };
        let pays_then = gain > it.balance.annual.total().likely;
        paying += usize::from(it.in_plan);
        if it.in_plan && !pays_then {
            turns.push(it.measure.clone());
        } else if !it.in_plan && !pays_now && pays_then {
            enters.push(it.measure.clone());
        }
    }
    Ok(StressFacts {
        line: line.id.clone(),
        title: line.title.clone(),
        today: StressedYear::of(&firm, &loss_today),
        with_plan: StressedYear::of(&firm, &loss_planned),
        paying,
        turns,
        enters,
    })
}
