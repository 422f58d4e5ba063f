//! The figures two assessments are compared by.

use std::ops::{Add, Sub};

/// Figures of the risk at one moment; differences of figures have the same shape.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// Expected loss a year, euros.
    pub expected_annual_loss: f64,
    /// Probability of a year without loss.
    pub probability_no_loss: f64,
    /// Loss of a bad year, exceeded in one year of twenty, euros.
    pub value_at_risk_95: f64,
    /// Loss exceeded in one year of a hundred, euros.
    pub value_at_risk_99: f64,
    /// Mean of the worst twentieth of years, euros.
    pub tail_value_at_risk_95: f64,
    /// Mean of the worst hundredth of years, euros.
    pub tail_value_at_risk_99: f64,
    /// Probability a year of a loss above the reserve.
    pub probability_above_reserve: f64,
    /// Probability over the planning horizon of at least one such year.
    pub probability_above_reserve_horizon: f64,
}

impl Figures {
    /// The figures as a list, in the order of the fields.
    pub fn to_array(self) -> [f64; 8] {
        [
            self.expected_annual_loss,
            self.probability_no_loss,
            self.value_at_risk_95,
            self.value_at_risk_99,
            self.tail_value_at_risk_95,
            self.tail_value_at_risk_99,
            self.probability_above_reserve,
            self.probability_above_reserve_horizon,
        ]
    }

    /// The figures from a list in the order of the fields.
    pub fn from_array(values: [f64; 8]) -> Self {
        let [a, b, c, d, e, f, g, h] = values;
        Self {
            expected_annual_loss: a,
            probability_no_loss: b,
            value_at_risk_95: c,
            value_at_risk_99: d,
            tail_value_at_risk_95: e,
            tail_value_at_risk_99: f,
            probability_above_reserve: g,
            probability_above_reserve_horizon: h,
        }
    }

    /// Every figure multiplied.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self::from_array(self.to_array().map(|it| it * factor))
    }

    fn with(self, other: Self, each: impl Fn(f64, f64) -> f64) -> Self {
        let (a, b) = (self.to_array(), other.to_array());
        Self::from_array(std::array::from_fn(|it| each(a[it], b[it])))
    }
}

impl Add for Figures {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.with(other, |a, b| a + b)
    }
}

impl Sub for Figures {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.with(other, |a, b| a - b)
    }
}
