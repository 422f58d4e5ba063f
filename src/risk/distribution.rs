//! What can be asked of an annual loss.

use super::annual_loss::{AnnualLoss, RAREST_DRAWN, SelfCheck};
use super::layer::Layer;

impl AnnualLoss {
    /// The finest grid that reaches that loss, else the one that reaches farthest.
    fn reaching(&self, loss: f64) -> Option<&Layer> {
        let farthest = || self.layers.iter().max_by(|a, b| a.reach().total_cmp(&b.reach()));
        self.layers.iter().find(|it| it.reach() >= loss).or_else(farthest)
    }

    /// Expected loss a year, euros; closed form.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// Standard deviation of the loss a year, euros; closed form.
    pub fn sd(&self) -> f64 {
        self.sd
    }

    /// Probability of a year without any loss; closed form.
    pub fn probability_no_loss(&self) -> f64 {
        1.0 - self.some
    }

    /// Probability of a year that costs more than `loss` euros.
    ///
    /// As accurate as quantiles at the thresholds of the request; elsewhere good enough for a drawing. Beyond
    /// everything that was asked for this is the probability at the farthest grid's end, an upper bound.
    pub fn probability_above(&self, loss: f64) -> f64 {
        match self.reaching(loss) {
            Some(layer) => layer.exceedance(loss.min(layer.reach())).min(self.some),
            None => 0.0,
        }
    }

    /// Probability that at least one of `years` independent years costs more than `loss` euros.
    ///
    /// What is uncertain but the same every year makes bad years come together, so this is cautious.
    pub fn probability_above_within(&self, loss: f64, years: u32) -> f64 {
        -libm::expm1(f64::from(years) * libm::log1p(-self.probability_above(loss)))
    }

    /// Smallest loss in euros that a year stays at or below with probability `p`.
    pub fn value_at_risk(&self, p: f64) -> f64 {
        let rare = 1.0 - p;
        if self.some <= rare {
            return 0.0;
        }
        let holding = self.layers.iter().find(|it| it.holds(rare)).or(self.layers.last());
        holding.map_or(0.0, |it| it.quantile(rare))
    }

    /// Mean loss in euros of the worst share `1 - p` of years, with the analytic mean of the far tail.
    ///
    /// Rockafellar, Uryasev, Journal of Banking and Finance 26 (2002), 1443-1471: the mean beyond a quantile
    /// from the stop-loss premium at it.
    pub fn tail_value_at_risk(&self, p: f64) -> f64 {
        let from = self.value_at_risk(p);
        from + self.stop_loss(from) / (1.0 - p)
    }

    /// E\[max(S - loss, 0)\], euros a year.
    pub fn stop_loss(&self, loss: f64) -> f64 {
        match self.reaching(loss) {
            Some(layer) => (self.mean - layer.limited_mean(loss.min(layer.reach()))).max(0.0),
            None => 0.0,
        }
    }

    /// Losses with the probability of exceeding them, from frequent to rare, for drawing.
    ///
    /// Probabilities fall in equal ratios from that of any loss down to one year in 1,000.
    pub fn exceedance(&self, points: usize) -> Vec<(f64, f64)> {
        let rarest = RAREST_DRAWN.min(0.5 * self.some);
        if self.layers.is_empty() || points < 2 {
            return Vec::new();
        }
        let ratio = libm::log(rarest / self.some) / (points - 1) as f64;
        (0..points)
            .map(|it| {
                let probability = self.some * libm::exp(ratio * it as f64);
                (self.value_at_risk(1.0 - probability), probability)
            })
            .collect()
    }

    /// Expected loss a year per component, euros, in the order they were given.
    pub fn component_means(&self) -> &[f64] {
        &self.component_means
    }

    /// Share of each component in the mean of the worst twentieth of years (Euler allocation of the tail value
    /// at risk, Tasche 1999: its mean in those years); the shares add up to one.
    pub fn tail_shares(&self) -> &[f64] {
        &self.tail_shares
    }

    /// How the result compares with what is known in closed form.
    pub fn self_check(&self) -> &SelfCheck {
        &self.check
    }
}
