//! The risk of a firm on a day before anything is decided: all that lists and thresholds need.

use jiff::civil::Date;

use crate::assessment::{in_effect, posture};
use crate::model::{Answers, Catalogue, Interval, Posture};
use crate::risk::{AnnualLoss, FirmModel, Refusal, TAIL_PROBABILITY, interval};

/// A firm and its year.
#[derive(Debug)]
pub struct Now {
    /// The answers that count.
    pub answers: Answers,
    /// Degree of every measure.
    pub posture: Posture,
    /// The same, expected.
    pub degrees: Vec<f64>,
    /// The firm's loss model.
    pub firm: FirmModel,
    /// The loss of a year.
    pub loss: AnnualLoss,
    /// Highest bearable probability a year of a loss above the reserve.
    pub tolerable_ruin: f64,
}

impl Now {
    /// Reckons the year.
    ///
    /// # Errors
    ///
    /// Refused where the inputs lie outside what the distribution can be computed for.
    pub fn of(catalogue: &Catalogue, given: &Answers, date: Date) -> Result<Self, Refusal> {
        let answers = in_effect(catalogue, given);
        let posture = posture(catalogue, &answers, date);
        let firm = FirmModel::new(catalogue, &answers.company);
        let degrees = posture.expected();
        let loss = firm.annual_loss(&degrees)?;
        let tolerable_ruin = catalogue.tolerable_ruin(&answers.company);
        Ok(Self { answers, posture, degrees, firm, loss, tolerable_ruin })
    }

    /// Expected loss a year, euros.
    pub fn expected_annual_loss(&self) -> f64 {
        self.firm.expected_annual_loss(&self.degrees)
    }

    /// The same with its range.
    pub fn expected_annual_loss_range(&self) -> Interval {
        let draws = self.firm.draws(&self.posture, self.firm.usual_draws());
        interval(self.expected_annual_loss(), draws.expected_annual_losses(&self.degrees))
    }

    /// Loss exceeded in one year of twenty, euros.
    pub fn value_at_risk_95(&self) -> f64 {
        self.loss.value_at_risk(0.95)
    }

    /// Mean of the worst twentieth of years, euros.
    pub fn bad_year(&self) -> f64 {
        self.loss.tail_value_at_risk(TAIL_PROBABILITY)
    }

    /// Probability a year of a loss above the reserve.
    pub fn above_reserve(&self) -> f64 {
        self.loss.probability_above(self.firm.reserve_eur())
    }
}
