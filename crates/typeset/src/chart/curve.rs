//! Smooth curves through points that never turn where the points do not.

/// A curve through points with rising x (Fritsch and Carlson 1980: monotone piecewise cubic interpolation).
pub(super) struct Curve {
    points: Vec<(f64, f64)>,
    slopes: Vec<f64>,
}

impl Curve {
    /// The curve through these points; x must rise. `None` for fewer than two points.
    pub(super) fn through(points: &[(f64, f64)]) -> Option<Self> {
        let mut points = points.to_vec();
        points.dedup_by(|later, earlier| later.0 <= earlier.0);
        if points.len() < 2 {
            return None;
        }
        let rises: Vec<f64> =
            points.windows(2).map(|pair| (pair[1].1 - pair[0].1) / (pair[1].0 - pair[0].0)).collect();
        let last = points.len() - 1;
        let slopes = (0..=last)
            .map(|at| match (at.checked_sub(1).map(|it| rises[it]), rises.get(at)) {
                (Some(left), Some(right)) if left * right <= 0.0 => 0.0,
                // The harmonic mean keeps the curve between its points.
                (Some(left), Some(right)) => 2.0 * left * right / (left + right),
                (Some(only), None) => only,
                (None, Some(only)) => *only,
                (None, None) => 0.0,
            })
            .collect();
        Some(Self { points, slopes })
    }

    /// Where it begins.
    pub(super) fn start(&self) -> f64 {
        self.points[0].0
    }

    /// Where it ends.
    pub(super) fn end(&self) -> f64 {
        self.points[self.points.len() - 1].0
    }

    /// Height at `x`; beyond the ends, that of the ends.
    pub(super) fn at(&self, x: f64) -> f64 {
        let after = self.points.partition_point(|point| point.0 <= x);
        if after == 0 {
            return self.points[0].1;
        }
        if after == self.points.len() {
            return self.points[after - 1].1;
        }
        let ((x0, y0), (x1, y1)) = (self.points[after - 1], self.points[after]);
        let (m0, m1) = (self.slopes[after - 1], self.slopes[after]);
        let width = x1 - x0;
        let t = (x - x0) / width;
        let (t2, t3) = (t * t, t * t * t);
        (2.0 * t3 - 3.0 * t2 + 1.0) * y0
            + (t3 - 2.0 * t2 + t) * width * m0
            + (3.0 * t2 - 2.0 * t3) * y1
            + (t3 - t2) * width * m1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_falling_series_gives_a_falling_curve() {
        let curve = Curve::through(&[(0.0, 5.0), (1.0, 4.0), (2.0, 1.0), (5.0, 0.9)]).expect("points");
        let heights: Vec<f64> = (0..=50).map(|step| curve.at(f64::from(step) / 10.0)).collect();
        assert!(heights.windows(2).all(|pair| pair[1] <= pair[0] + 1e-12));
        assert!((curve.at(1.0) - 4.0).abs() < 1e-12);
        assert!((curve.at(9.0) - 0.9).abs() < 1e-12);
    }

    #[test]
    fn one_point_is_no_curve() {
        assert!(Curve::through(&[(1.0, 1.0), (1.0, 2.0)]).is_none());
    }
}
