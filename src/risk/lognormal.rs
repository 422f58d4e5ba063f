//! Loss per event: a lognormal limited to a cap, with the moments that are known in closed form.
//!
//! Klugman, Panjer, Willmot, Loss Models, appendix A: limited moments of the lognormal.

use super::elementary::ln;
use super::normal;

/// A lognormal loss per event, limited to `cap` (which may be infinite).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Lognormal {
    median: f64,
    sigma: f64,
    cap: f64,
    log_median: f64,
    /// Mean over median of the unlimited loss, `exp(sigma^2 / 2)`.
    mean_over_median: f64,
}

impl Lognormal {
    pub fn new(median: f64, sigma: f64, cap: f64) -> Self {
        let mean_over_median = libm::exp(0.5 * sigma * sigma);
        Self { median, sigma, cap, log_median: ln(median), mean_over_median }
    }

    /// The same shape around another median.
    pub fn with_median(self, median: f64) -> Self {
        Self { median, log_median: ln(median), ..self }
    }

    /// Another spread around the same uncapped mean.
    pub fn with_sigma(self, sigma: f64) -> Self {
        let shift = libm::exp(-0.5 * (sigma * sigma - self.sigma * self.sigma));
        Self::new(self.median * shift, sigma, self.cap)
    }

    /// A longer tail by `sigma_plus` and every loss multiplied by `factor`; the cap, a limit of what a firm can
    /// lose at all, stays.
    pub fn stressed(self, sigma_plus: f64, factor: f64) -> Self {
        Self::new(self.median * factor, self.sigma + sigma_plus, self.cap)
    }

    pub fn median(&self) -> f64 {
        self.median
    }

    pub fn sigma(&self) -> f64 {
        self.sigma
    }

    pub fn cap(&self) -> f64 {
        self.cap
    }

    /// E[X].
    pub fn mean(&self) -> f64 {
        self.limited_mean(self.cap)
    }

    /// E[min(X, limit)].
    pub fn limited_mean(&self, limit: f64) -> f64 {
        let limit = limit.min(self.cap);
        if limit <= 0.0 {
            return 0.0;
        }
        if limit.is_infinite() {
            return self.median * self.mean_over_median;
        }
        if self.sigma == 0.0 {
            return self.median.min(limit);
        }
        let at = self.standard_of_log(ln(limit));
        self.median * self.mean_over_median * normal::cdf(at - self.sigma) + limit * normal::cdf(-at)
    }

    /// E[min(X, limit)^2].
    pub fn limited_square(&self, limit: f64) -> f64 {
        let limit = limit.min(self.cap);
        if limit <= 0.0 {
            return 0.0;
        }
        let mean_square = self.median * self.median * libm::exp(2.0 * self.sigma * self.sigma);
        if limit.is_infinite() {
            return mean_square;
        }
        if self.sigma == 0.0 {
            let loss = self.median.min(limit);
            return loss * loss;
        }
        let at = self.standard_of_log(ln(limit));
        mean_square * normal::cdf(at - 2.0 * self.sigma) + limit * limit * normal::cdf(-at)
    }

    /// P(X > loss).
    pub fn exceedance(&self, loss: f64) -> f64 {
        if loss >= self.cap {
            return 0.0;
        }
        if loss <= 0.0 {
            return 1.0;
        }
        if self.sigma == 0.0 {
            return if loss < self.median { 1.0 } else { 0.0 };
        }
        normal::cdf(-self.standard_of_log(ln(loss)))
    }

    /// Standard deviations by which a loss of that logarithm exceeds the median.
    pub fn standard_of_log(&self, log: f64) -> f64 {
        (log - self.log_median) / self.sigma
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limited_mean_is_the_area_under_the_survival_function() {
        let loss = Lognormal::new(1000.0, 1.2, 20_000.0);
        let steps = 200_000;
        let width = 5000.0 / f64::from(steps);
        let survival = |x: f64| normal::cdf(-(libm::log(x) - libm::log(1000.0)) / 1.2);
        let area: f64 = (0..steps).map(|it| survival((f64::from(it) + 0.5) * width) * width).sum();
        assert!((loss.limited_mean(5000.0) - area).abs() < 1e-4, "{area}");
        assert!(loss.limited_mean(1e9) <= loss.mean(), "the cap holds");
    }

    #[test]
    fn without_spread_every_event_costs_the_median() {
        let check = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-12, "{found}");
        check(Lognormal::new(700.0, 0.0, 500.0).mean(), 500.0);
        check(Lognormal::new(700.0, 0.0, 500.0).limited_mean(100.0), 100.0);
        check(Lognormal::new(700.0, 0.0, f64::INFINITY).mean(), 700.0);
    }
}
