//! What one event costs where the median moves: mean and excess, from a table.

use super::elementary::ln;
use super::lognormal::Lognormal;
use super::worlds::Drawn;

/// Mean and excess of one event of a scenario, tabulated over the factor on its median.
pub(super) struct Charge {
    severity: Lognormal,
    threshold: f64,
    table: Vec<Drawn>,
}

/// Factors within `exp(-LOGS)..exp(LOGS)` are tabulated: beyond what residuals and harm allow for usually.
const LOGS: f64 = 2.5;
/// Steps of the table per unit of the logarithm; the cubic between errs by less than 1e-5 of the excess.
const STEPS: f64 = 24.0;

impl Charge {
    pub fn new(severity: Lognormal, threshold: f64) -> Self {
        let mut charge = Self { severity, threshold, table: Vec::new() };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small constant")]
        let points = (2.0 * LOGS * STEPS) as usize + 1;
        charge.table = (0..points).map(|it| charge.exact(libm::exp(it as f64 / STEPS - LOGS))).collect();
        charge
    }

    /// The mean alone, without a table: nothing lies beyond an infinite threshold.
    pub fn exactly(severity: Lognormal) -> Self {
        Self { severity, threshold: f64::INFINITY, table: Vec::new() }
    }

    fn exact(&self, factor: f64) -> Drawn {
        let severity = self.severity.with_median(self.severity.median() * factor);
        let expected = severity.mean();
        if self.threshold == f64::INFINITY {
            return Drawn { expected, excess: 0.0 };
        }
        Drawn { expected, excess: (expected - severity.limited_mean(self.threshold)).max(0.0) }
    }

    /// Of one event whose median is `factor` times the average posture's: a cubic through the four points beside.
    pub fn of(&self, factor: f64) -> Drawn {
        if self.table.is_empty() {
            return self.exact(factor);
        }
        let place = (ln(factor) + LOGS) * STEPS;
        let last = (self.table.len() - 3) as f64;
        if !(1.0..last).contains(&place) {
            return self.exact(factor);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place of the table")]
        let at = place as usize;
        let t = place - at as f64;
        let weights = [
            -t * (t - 1.0) * (t - 2.0) / 6.0,
            (t + 1.0) * (t - 1.0) * (t - 2.0) / 2.0,
            -(t + 1.0) * t * (t - 2.0) / 2.0,
            (t + 1.0) * t * (t - 1.0) / 6.0,
        ];
        let beside = self.table[at - 1..at + 3].iter().zip(weights);
        beside.fold(Drawn::default(), |sum, (it, weight)| Drawn {
            expected: sum.expected + weight * it.expected,
            excess: sum.excess + weight * it.excess,
        })
    }
}
