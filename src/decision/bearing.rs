//! Whether what is left can be borne.

use super::ladder::Rung;
use super::outlook::Outlook;

/// Whether what is not done can be borne: the probability a year of a loss above the reserve against the limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bearing {
    /// Highest bearable probability.
    pub tolerable: f64,
    /// Probability today.
    pub today: f64,
    /// Probability with the plan.
    pub with_plan: f64,
    /// Probability with the plan and a policy that counts: one in force, or one that the plan takes.
    pub insured: Option<f64>,
}

impl Bearing {
    pub(super) fn of(tolerable: f64, today: &Outlook, rung: &Rung) -> Self {
        let insured = rung.insured.map(|it| it.ruin);
        Self { tolerable, today: today.ruin, with_plan: rung.outlook.ruin, insured }
    }

    /// True where what is borne can be borne.
    pub fn holds(&self) -> bool {
        self.insured.unwrap_or(self.with_plan).min(self.with_plan) <= self.tolerable
    }
}
