//! What happens if a measure is left out: the scenario it stands against, how often, how bad (`docs/method.md`,
//! "What if we leave it").

use super::search::Valuation;
use crate::model::ScenarioId;
use crate::risk::{BadYears, FirmModel, Line, Refusal};

/// The scenario that leaving a measure out of the plan moves most.
#[derive(Clone, Debug, PartialEq)]
pub struct IfLeft {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Events a year with the measure and without.
    pub frequency_with: f64,
    /// Events a year without the measure.
    pub frequency_without: f64,
    /// A bad event with the measure, euros: one of twenty is worse.
    pub bad_event_with: f64,
    /// A bad event without it, euros.
    pub bad_event_without: f64,
    /// Loss a year that comes on top over all scenarios, euros.
    pub more: f64,
    /// Mean of the worst twentieth of years with it, euros.
    pub worst_years_with: f64,
    /// The same without it, euros.
    pub worst_years_without: f64,
    /// Probability a year of a loss above the reserve without it.
    pub ruin_without: f64,
}

/// Looks at plans with one measure at another degree.
pub(super) struct Leaver<'a> {
    firm: &'a FirmModel,
    around: BadYears<'a>,
    planned: Vec<f64>,
}

impl<'a> Leaver<'a> {
    pub fn new(firm: &'a FirmModel, planned: &[f64], valuation: Valuation) -> Result<Self, Refusal> {
        let around = BadYears::around(firm, planned, valuation.threshold)?;
        Ok(Self { firm, around, planned: planned.to_vec() })
    }

    /// What a measure at `with` keeps away that at `without` comes, everything else as planned.
    pub fn leave(&self, measure: usize, with: f64, without: f64) -> Result<Option<IfLeft>, Refusal> {
        let at = |degree: f64| {
            let mut degrees = self.planned.clone();
            degrees[measure] = degree;
            degrees
        };
        let (kept, left) = (at(with), at(without));
        let (lines, lines_left) = (self.firm.lines(&kept), self.firm.lines(&left));
        let rise = |it: usize| lines_left[it].expected_annual_loss() - lines[it].expected_annual_loss();
        let most = (0..lines.len()).max_by(|a, b| rise(*a).total_cmp(&rise(*b)).then(b.cmp(a)));
        let Some(at) = most.filter(|it| rise(*it) > 0.0) else { return Ok(None) };
        let (bad, bad_left) = (self.around.of(&kept)?, self.around.of(&left)?);
        Ok(Some(IfLeft {
            scenario: lines[at].scenario.clone(),
            frequency_with: lines[at].frequency,
            frequency_without: lines_left[at].frequency,
            bad_event_with: bad_event(&lines[at]),
            bad_event_without: bad_event(&lines_left[at]),
            more: (0..lines.len()).map(rise).sum(),
            worst_years_with: bad.worst_years,
            worst_years_without: bad_left.worst_years,
            ruin_without: bad_left.ruin,
        }))
    }
}

/// 95 % point of a lognormal event, at most its cap. 1.6449 is the standard normal's 95 % point.
fn bad_event(line: &Line) -> f64 {
    (line.median * libm::exp(1.644_853_626_951_472_2 * line.sigma)).min(line.cap)
}
