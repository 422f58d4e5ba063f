//! Compound distributions on a lattice: any count, any severity given by its probabilities at whole steps.
//!
//! The textbook form of the engine. Exact up to rounding, because neither counts nor severities are
//! approximated; [`discretise`] turns a continuous severity into one on a lattice.

use super::fft::{Fft, Signal};
use super::severity::Severity;

/// How many events a year.
#[derive(Clone, Debug, PartialEq)]
pub enum Count {
    /// Poisson with that mean.
    Poisson(f64),
    /// Poisson whose mean is gamma distributed.
    NegativeBinomial {
        /// Mean.
        mean: f64,
        /// Squared coefficient of variation of the gamma distribution, above 0.
        cv2: f64,
    },
    /// Probabilities of 0, 1, 2, … events.
    Table(Vec<f64>),
}

impl Count {
    /// The generating function at a complex number.
    fn generate(&self, re: f64, im: f64) -> (f64, f64) {
        match self {
            Self::Poisson(mean) => exp(mean * (re - 1.0), mean * im),
            Self::NegativeBinomial { mean, cv2 } => {
                let (one_re, one_im) = (1.0 - mean * cv2 * (re - 1.0), -mean * cv2 * im);
                let log = 0.5 * libm::log(one_re * one_re + one_im * one_im);
                exp(-log / cv2, -libm::atan2(one_im, one_re) / cv2)
            }
            Self::Table(probabilities) => {
                probabilities.iter().rev().fold((0.0, 0.0), |(sum_re, sum_im), it| {
                    (sum_re * re - sum_im * im + it, sum_re * im + sum_im * re)
                })
            }
        }
    }
}

fn exp(re: f64, im: f64) -> (f64, f64) {
    let (sine, cosine) = libm::sincos(im);
    let size = libm::exp(re);
    (size * cosine, size * sine)
}

/// Probabilities of the sum at 0, 1, 2, … steps, from the severity's probabilities at the same steps.
///
/// The result has the smallest power of two of at least `cells` places; probability beyond wraps around, so
/// `cells` must reach beyond everything that matters.
pub fn compound_discrete(count: &Count, severity: &[f64], cells: usize) -> Vec<f64> {
    let fft = Fft::new(cells.max(severity.len()).max(4).next_power_of_two());
    let mut signal = Signal::zeros(fft.len());
    signal.re[..severity.len()].copy_from_slice(severity);
    fft.forward(&mut signal);
    for (re, im) in signal.re.iter_mut().zip(&mut signal.im) {
        (*re, *im) = count.generate(*re, *im);
    }
    fft.inverse(&mut signal);
    signal.re.iter().map(|it| it / fft.len() as f64).collect()
}

/// Probabilities at 0, 1, …, `last` steps whose mean is the severity's (linear method of local moments, called
/// "unbiased" in the R package actuar); what lies beyond the last step is put on it.
pub fn discretise(severity: &dyn Severity, step: f64, last: usize) -> Vec<f64> {
    let above = |cell: usize| {
        let mean = |at: usize| severity.limited_mean(at as f64 * step);
        (mean(cell + 1) - mean(cell)) / step
    };
    let mut before = 1.0;
    let mut masses: Vec<f64> = (0..last)
        .map(|node| {
            let here = above(node);
            let mass = before - here;
            before = here;
            mass
        })
        .collect();
    masses.push(before);
    masses
}
