//! Percentile points to parameters.

use super::normal;

/// Squared coefficient of variation of a lognormal frequency with these 5 % and 95 % points.
pub fn frequency_cv2(low: f64, high: f64) -> f64 {
    let sigma = libm::log(high / low) / (2.0 * normal::quantile(0.95));
    libm::expm1(sigma * sigma)
}

/// Median and log standard deviation of the lognormal with these 5 % and 95 % points.
pub fn lognormal_between(low: f64, high: f64) -> (f64, f64) {
    let median = libm::sqrt(low) * libm::sqrt(high);
    (median, libm::log(high / low) / (2.0 * normal::quantile(0.95)))
}

/// Log standard deviation of the lognormal with this median and 95 % point.
pub fn lognormal_sigma(median: f64, high: f64) -> f64 {
    libm::log(high / median) / normal::quantile(0.95)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_points_come_back() {
        let (median, sigma) = lognormal_between(40_000.0, 900_000.0);
        let point = |p| median * libm::exp(sigma * normal::quantile(p));
        assert!((point(0.05) - 40_000.0).abs() < 1e-6 && (point(0.95) - 900_000.0).abs() < 1e-4);
        assert!((lognormal_sigma(median, 900_000.0) - sigma).abs() < 1e-14);
    }
}
