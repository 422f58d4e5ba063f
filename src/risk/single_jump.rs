//! The tail of a year in its single-jump form: a bad year is one bad event.
//!
//! Embrechts, Klueppelberg, Mikosch, Modelling Extremal Events, section 1.3: for heavy tails the sum of a year exceeds a large
//! amount about as often as one of its events does.

use super::lognormal::Lognormal;

/// Scenarios as events a year and euros per event.
pub(super) struct SingleJump {
    events: Vec<(f64, Lognormal)>,
}

/// Halvings in the search for a loss: to a part in a million of a span of many decades.
const HALVINGS: usize = 32;

impl SingleJump {
    pub fn new(events: Vec<(f64, Lognormal)>) -> Self {
        Self { events }
    }

    /// Events a year above an amount.
    fn above(&self, loss: f64) -> f64 {
        self.events.iter().map(|(frequency, severity)| frequency * severity.exceedance(loss)).sum()
    }

    /// Probability of a year with an event above an amount.
    pub fn probability_above(&self, loss: f64) -> f64 {
        -libm::expm1(-self.above(loss))
    }

    /// The amount that some event of a year exceeds with probability `rare`; zero where hardly anything happens.
    pub fn value_at_risk(&self, rare: f64) -> f64 {
        let target = -libm::log1p(-rare);
        if self.above(0.0) <= target {
            return 0.0;
        }
        let most = self.events.iter().map(|it| it.1.cap()).fold(1.0, f64::max);
        // Below a cent nothing is lost.
        let (mut low, mut high) = (-4.6, libm::log(most.min(1e15)));
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            if self.above(libm::exp(middle)) > target { low = middle } else { high = middle }
        }
        libm::exp(high)
    }

    /// Mean of the worst share `rare` of years.
    pub fn worst_years(&self, rare: f64) -> f64 {
        let from = self.value_at_risk(rare);
        let beyond = |(frequency, severity): &(f64, Lognormal)| {
            frequency * (severity.mean() - severity.limited_mean(from)).max(0.0)
        };
        from + self.events.iter().map(beyond).sum::<f64>() / rare
    }
}
