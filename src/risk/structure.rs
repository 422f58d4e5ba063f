//! The loss function laid open: what a search needs that has to bound it, not only to evaluate it.
//!
//! [`FirmModel::expected_annual_loss`] stays the reference; whoever rebuilds it from here tests the equality.

use super::firm::{FirmModel, Line};
use super::lognormal::Lognormal;
use super::profile::Baseline;

/// A measure that leans on another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leaning {
    /// Place of the measure that leans.
    pub measure: usize,
    /// Place of the measure it leans on.
    pub on: usize,
    /// Share of the effect that survives without the other, relief of the size applied.
    pub attenuation: f64,
}

/// What acts on the frequency or on the severity of one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Measures that act together: one, or the members of a group that replace each other. Per measure its
    /// place and its reduction fully in place (1 minus its factor).
    pub actors: Vec<Vec<(usize, f64)>>,
    /// Share that no measure removes.
    pub residual: f64,
}

/// The loss function of one firm at central values.
#[derive(Clone, Debug, PartialEq)]
pub struct Structure {
    /// Who leans on whom.
    pub leanings: Vec<Leaning>,
    /// Two per scenario, in catalogue order: frequency, severity.
    pub rows: Vec<Row>,
    /// Exponent with which all but the strongest actor of a row count.
    pub overlap: f64,
    /// The scenarios as they would be if both factors were 1, in catalogue order.
    pub at_factor_one: Vec<Line>,
}

impl FirmModel {
    /// The loss function at central values.
    pub fn structure(&self) -> Structure {
        let lines = self.profile.scenarios.iter().enumerate().map(|(index, it)| {
            let average = &self.central.average[2 * index..];
            let Baseline { frequency, severity } = self.central.baselines[index];
            Line {
                scenario: it.id.clone(),
                frequency: frequency / average[0],
                frequency_cv2: it.frequency_cv2,
                median: severity.median() / average[1],
                sigma: severity.sigma(),
                cap: severity.cap(),
                attack: it.attack,
            }
        });
        let at_factor_one = lines.collect();
        let (leanings, rows, overlap) = self.effects.laid_open(&self.central.strengths);
        Structure { leanings, rows, overlap, at_factor_one }
    }
}

impl Line {
    fn gross(&self) -> Lognormal {
        Lognormal::new(self.median, self.sigma, self.cap)
    }

    /// E\[min(X, limit)\] of one event, euros; never more than the cap.
    pub fn limited_mean(&self, limit: f64) -> f64 {
        self.gross().limited_mean(limit)
    }

    /// Expected loss a year from this scenario, euros.
    pub fn expected_annual_loss(&self) -> f64 {
        self.frequency * self.gross().mean()
    }

    /// Probability that one event costs more than `amount` euros.
    pub fn probability_above(&self, amount: f64) -> f64 {
        self.gross().exceedance(amount)
    }
}
