//! The common threat climate: one factor of mean 1 on the frequency of every attack scenario, gamma
//! distributed, integrated by a Gauss rule.
//!
//! Golub and Welsch, Calculation of Gauss quadrature rules, Math. Comp. 23 (1969), 221-230, for the
//! generalised Laguerre weight. A rule of `n` points is exact for mean and variance from two points on.

/// Points and weights; weights add up to one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Climate {
    pub factors: Vec<f64>,
    pub weights: Vec<f64>,
    pub cv: f64,
}

/// Numbers of points to choose from.
const SIZES: [usize; 10] = [3, 4, 5, 6, 8, 12, 16, 24, 40, 64];

/// Largest error of the generating function that a rule may have.
const TOLERANCE: f64 = 1e-10;

impl Climate {
    /// Every year alike.
    pub fn calm() -> Self {
        Self { factors: vec![1.0], weights: vec![1.0], cv: 0.0 }
    }

    /// The smallest rule that integrates `frequency` attack events a year to [`TOLERANCE`]; none where even
    /// the largest does not.
    ///
    /// Tried on `E exp(-Theta frequency (1 - z))`, known in closed form, for `z` around the unit circle.
    pub fn new(cv: f64, frequency: f64) -> Option<Self> {
        if cv == 0.0 || frequency == 0.0 {
            return Some(Self::calm());
        }
        SIZES.into_iter().map(|it| Self::rule(cv, it)).find(|it| it.error(frequency) <= TOLERANCE)
    }

    /// Factor and weight of every point.
    pub fn points(&self) -> impl Iterator<Item = (f64, f64)> {
        self.factors.iter().copied().zip(self.weights.iter().copied())
    }

    fn rule(cv: f64, points: usize) -> Self {
        let variance = cv * cv;
        // Recurrence of the orthogonal polynomials for the gamma density of mean 1 and this variance.
        let mut diagonal: Vec<f64> = (0..points).map(|it| 1.0 + 2.0 * it as f64 * variance).collect();
        let mut beside: Vec<f64> = (1..=points)
            .map(|it| {
                let j = it as f64;
                (j * variance * (1.0 + (j - 1.0) * variance)).sqrt()
            })
            .collect();
        beside[points - 1] = 0.0;
        let mut first = vec![0.0; points];
        first[0] = 1.0;
        eigen(&mut diagonal, &mut beside, &mut first);
        let mut rule: Vec<(f64, f64)> = diagonal.into_iter().zip(first.iter().map(|it| it * it)).collect();
        rule.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (factors, weights) = rule.into_iter().unzip();
        Self { factors, weights, cv }
    }

    /// Largest deviation from the closed form on the circle.
    fn error(&self, frequency: f64) -> f64 {
        let variance = self.cv * self.cv;
        let on_circle = |angle: f64| {
            let (sine, cosine) = libm::sincos(angle);
            let (re, im) = (frequency * (1.0 - cosine), -frequency * sine);
            let (mut sum_re, mut sum_im) = (0.0, 0.0);
            for (factor, weight) in self.factors.iter().zip(&self.weights) {
                let size = weight * libm::exp(-factor * re);
                let (sine, cosine) = libm::sincos(-factor * im);
                (sum_re, sum_im) = (sum_re + size * cosine, sum_im + size * sine);
            }
            // (1 + v s)^(-1 / v)
            let (one_re, one_im) = (1.0 + variance * re, variance * im);
            let size = libm::exp(-0.5 * libm::log(one_re * one_re + one_im * one_im) / variance);
            let (sine, cosine) = libm::sincos(-libm::atan2(one_im, one_re) / variance);
            (sum_re - size * cosine).abs().max((sum_im - size * sine).abs())
        };
        // Closest together near z = 1, where large frequencies turn fastest.
        (0..48)
            .map(|it| on_circle(std::f64::consts::PI * libm::exp(-0.25 * f64::from(it))))
            .fold(0.0, f64::max)
    }
}

/// Eigenvalues of a symmetric tridiagonal matrix into `diagonal`, first components of the eigenvectors into
/// `first` (implicit QL, Martin and Wilkinson, Numerische Mathematik 12 (1968), 377-383).
fn eigen(diagonal: &mut [f64], beside: &mut [f64], first: &mut [f64]) {
    let len = diagonal.len();
    for from in 0..len {
        // Each eigenvalue takes two or three rounds; sixty only stop a loop that cannot end otherwise.
        for _ in 0..60 {
            let small =
                |at: usize| beside[at].abs() <= f64::EPSILON * (diagonal[at].abs() + diagonal[at + 1].abs());
            let to = (from..len - 1).find(|it| small(*it)).unwrap_or(len - 1);
            if to == from {
                break;
            }
            let gap = (diagonal[from + 1] - diagonal[from]) / (2.0 * beside[from]);
            let root = (gap * gap + 1.0).sqrt();
            let mut shifted = diagonal[to] - diagonal[from] + beside[from] / (gap + root.copysign(gap));
            let (mut sine, mut cosine, mut lifted) = (1.0, 1.0, 0.0);
            for at in (from..to).rev() {
                let (f, b) = (sine * beside[at], cosine * beside[at]);
                let root = (f * f + shifted * shifted).sqrt();
                beside[at + 1] = root;
                (sine, cosine) = (f / root, shifted / root);
                let centre = diagonal[at + 1] - lifted;
                let turn = (diagonal[at] - centre) * sine + 2.0 * cosine * b;
                lifted = sine * turn;
                diagonal[at + 1] = centre + lifted;
                shifted = cosine * turn - b;
                let kept = first[at + 1];
                first[at + 1] = sine * first[at] + cosine * kept;
                first[at] = cosine * first[at] - sine * kept;
            }
            diagonal[from] -= lifted;
            beside[from] = shifted;
            beside[to] = 0.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_and_variance_are_exact() {
        for cv in [0.01, 0.3, 1.0, 3.0] {
            for points in SIZES {
                let rule = Climate::rule(cv, points);
                let moment = |power: i32| -> f64 {
                    let term = |(x, w): (&f64, &f64)| (0..power).fold(*w, |it, _| it * x);
                    rule.factors.iter().zip(&rule.weights).map(term).sum()
                };
                assert!((moment(0) - 1.0).abs() < 1e-13, "cv {cv}, {points} points");
                assert!((moment(1) - 1.0).abs() < 1e-12);
                assert!((moment(2) - 1.0 - cv * cv).abs() < 1e-11 * (1.0 + cv * cv));
                let third = (1.0 + cv * cv) * (1.0 + 2.0 * cv * cv);
                assert!((moment(3) - third).abs() < 1e-10 * third);
            }
        }
    }

    #[test]
    fn few_points_do_for_a_small_firm_and_too_many_events_are_refused() {
        assert_eq!(Climate::new(0.3, 0.2).map(|it| it.factors.len()), Some(4));
        assert!(Climate::new(0.3, 20.0).is_some());
        assert!(Climate::new(0.3, 1e5).is_none());
        assert_eq!(Climate::new(0.0, 1e5), Some(Climate::calm()));
    }
}
