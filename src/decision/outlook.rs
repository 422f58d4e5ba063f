//! What a posture means for a year: the figures that decide.

use crate::risk::{AnnualLoss, FirmModel, Refusal, TAIL_PROBABILITY};

/// The annual loss in the few figures on which decisions rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook {
    /// Expected loss a year, euros.
    pub expected: f64,
    /// Loss of a year of which only one in twenty is worse, euros.
    pub bad_year: f64,
    /// Loss of a year of which only one in a hundred is worse, euros.
    pub very_bad_year: f64,
    /// Mean loss of the worst twentieth of years, euros.
    pub worst_years: f64,
    /// Probability a year of a loss above the reserve.
    pub ruin: f64,
    /// The same within the planning horizon.
    pub ruin_within_horizon: f64,
}

impl Outlook {
    /// The figures at these degrees, from the exact distribution.
    pub fn of(firm: &FirmModel, degrees: &[f64]) -> Result<Self, Refusal> {
        Ok(Self::from(&firm.annual_loss(degrees)?, firm.reserve_eur(), firm.horizon_years()))
    }

    /// The figures of a distribution.
    pub fn from(loss: &AnnualLoss, reserve: f64, years: u32) -> Self {
        Self {
            expected: loss.mean(),
            bad_year: loss.value_at_risk(0.95),
            very_bad_year: loss.value_at_risk(0.99),
            worst_years: loss.tail_value_at_risk(TAIL_PROBABILITY),
            ruin: loss.probability_above(reserve),
            ruin_within_horizon: loss.probability_above_within(reserve, years),
        }
    }

    /// Expected loss and the price of bearing bad years, euros a year.
    pub fn valued(&self, loading: f64) -> f64 {
        self.expected + loading * (self.worst_years - self.expected)
    }
}
