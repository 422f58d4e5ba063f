//! Exponential and logarithm for the innermost loops, from tables and short polynomials of multiplications and additions
//! in a fixed order: the same bits on every processor, two to three times as fast as the general functions.

/// Table steps of the exponential per doubling.
const EXP_STEPS: usize = 64;
/// Table steps of the logarithm between 1 and 2.
const LOG_STEPS: usize = 128;
/// Beyond, results overflow or lose bits and the general function answers.
const ORDINARY: f64 = 700.0;
/// Added to a number of moderate size, its last bits are the number rounded to a whole one.
const ROUNDING: f64 = 6_755_399_441_055_744.0;
/// `EXP_STEPS / ln 2`.
const STEPS_PER_UNIT: f64 = EXP_STEPS as f64 * std::f64::consts::LOG2_E;
/// `ln 2 / EXP_STEPS`, the part whose products with small whole numbers are exact, and the rest.
const STEP_HIGH: f64 = f64::from_bits(0x3F86_2E42_FEFA_0000);
const STEP_LOW: f64 = f64::from_bits(0x3D1C_F79A_BC9E_3B39);

/// Powers of two within one doubling.
static POWERS: [f64; EXP_STEPS] = powers();
/// For the `i`-th step: a centre near `1 + i / 128`, its inverse and its logarithm; from the root of two on the centre
/// is half as large, so that numbers just below a power of two lie near a centre of 1.
static CENTRES: [[f64; 3]; LOG_STEPS + 1] = centres();
/// The first step whose centre is halved.
const HALVED: usize = 53;

const fn powers() -> [f64; EXP_STEPS] {
    let mut all = [1.0; EXP_STEPS];
    let mut at = 0;
    while at < EXP_STEPS {
        let x = at as f64 * (std::f64::consts::LN_2 / EXP_STEPS as f64);
        // Taylor's series from its smallest term.
        let mut sum = 1.0;
        let mut order = 24;
        while order > 0 {
            sum = 1.0 + x / order as f64 * sum;
            order -= 1;
        }
        all[at] = sum;
        at += 1;
    }
    all
}

const fn centres() -> [[f64; 3]; LOG_STEPS + 1] {
    let mut all = [[1.0, 1.0, 0.0]; LOG_STEPS + 1];
    let mut at = 0;
    while at <= LOG_STEPS {
        let whole = 1.0 + at as f64 / LOG_STEPS as f64;
        let centre = if at >= HALVED { 0.5 * whole } else { whole };
        // ln c = 2 artanh((c - 1) / (c + 1)).
        let s = (centre - 1.0) / (centre + 1.0);
        let mut sum = 0.0;
        let mut order = 41;
        while order > 0 {
            sum = 1.0 / order as f64 + s * s * sum;
            order -= 2;
        }
        all[at] = [centre, 1.0 / centre, 2.0 * s * sum];
        at += 1;
    }
    all
}

/// `e^x`, relative error below 1e-15.
#[inline]
pub(crate) fn exp(x: f64) -> f64 {
    if x.is_nan() || x.abs() >= ORDINARY {
        return libm::exp(x);
    }
    let (power, small, scale) = split(x);
    (power + power * small) * scale
}

/// `e^x - 1`, near zero without cancellation: relative error below 5e-14, absolute error below 1e-15 of the larger of
/// one and the result.
#[inline]
pub(crate) fn exp_m1(x: f64) -> f64 {
    if x.is_nan() || x.abs() >= ORDINARY {
        return libm::expm1(x);
    }
    let (power, small, scale) = split(x);
    let power = power * scale;
    (power - 1.0) + power * small
}

/// A power of two within one doubling, what `e^x` exceeds it by as a share of it, and the doublings.
#[inline]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bits taken apart")]
fn split(x: f64) -> (f64, f64, f64) {
    let shifted = x * STEPS_PER_UNIT + ROUNDING;
    let bits = shifted.to_bits();
    let steps = shifted - ROUNDING;
    let rest = (x - steps * STEP_HIGH) - steps * STEP_LOW;
    let small = rest + rest * rest * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest * (1.0 / 120.0))));
    let doublings = i64::from(bits as i32 >> 6);
    (POWERS[(bits % EXP_STEPS as u64) as usize], small, f64::from_bits(((1023 + doublings) as u64) << 52))
}

/// `ln x` of a positive number, absolute error below 1e-15 or relative error below 1e-15, whichever is larger.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "bits taken apart")]
pub(crate) fn ln(x: f64) -> f64 {
    if !(x.is_normal() && x > 0.0) {
        return libm::log(x);
    }
    let bits = x.to_bits();
    let mantissa = bits & ((1 << 52) - 1);
    let step = (((mantissa >> 44) + 1) >> 1) as usize;
    let is_halved = u64::from(step >= HALVED);
    let [centre, inverse, log] = CENTRES[step];
    let part = f64::from_bits(mantissa | (1023 - is_halved) << 52);
    let doublings = f64::from((bits >> 52) as i32 - 1023 + is_halved as i32);
    let r = (part - centre) * inverse;
    let tail = 1.0 / 3.0 + r * (-0.25 + r * (0.2 + r * (-1.0 / 6.0 + r * (1.0 / 7.0 - r * 0.125))));
    doublings * std::f64::consts::LN_2 + (log + (r + r * r * (-0.5 + r * tail)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_that_of_the_library() {
        for step in -20_000..20_000 {
            let x = f64::from(step) * 0.034_7;
            assert!((exp(x) / libm::exp(x) - 1.0).abs() < 1e-15, "{x}");
            let x = f64::from(step) * 1.3e-5;
            assert!((exp(x) / libm::exp(x) - 1.0).abs() < 1e-15, "{x}");
        }
        for x in [f64::INFINITY, f64::NEG_INFINITY, 710.0, -745.0, -800.0] {
            assert_eq!(exp(x).to_bits(), libm::exp(x).to_bits());
        }
        assert!(exp(f64::NAN).is_nan());
    }

    #[test]
    fn the_exponential_less_one_keeps_its_digits_near_zero() {
        for step in -20_000..20_000 {
            for x in [f64::from(step) * 0.034_7, f64::from(step) * 1.3e-5, f64::from(step) * 1e-12] {
                let (own, known) = (exp_m1(x), libm::expm1(x));
                assert!((own - known).abs() <= 5e-14 * known.abs(), "{x}");
                assert!((own - known).abs() <= 1e-15 * known.abs().max(1.0), "{x}");
            }
        }
        assert_eq!(exp_m1(0.0).to_bits(), 0.0_f64.to_bits());
        assert_eq!(exp_m1(-800.0).to_bits(), (-1.0_f64).to_bits());
    }

    #[test]
    fn the_logarithm_is_that_of_the_library() {
        for step in 1..40_000 {
            for x in [f64::from(step) * 7.3e-5, libm::exp(f64::from(step) * 0.017 - 340.0)] {
                assert!((ln(x) - libm::log(x)).abs() < 1e-15 * libm::log(x).abs().max(1.0), "{x}");
            }
        }
        // Near one, where the logarithm is small, its relative error stays small.
        for x in [1.0 - 1e-9, 1.0 + 1e-9, 1.0 - 1e-4, 1.0 + 1e-4] {
            assert!((ln(x) / libm::log(x) - 1.0).abs() < 1e-15, "{x}");
        }
        assert_eq!(ln(1.0).to_bits(), 0.0_f64.to_bits());
        for x in [0.0, f64::INFINITY, 1e-310] {
            assert_eq!(ln(x).to_bits(), libm::log(x).to_bits());
        }
        assert!(ln(-1.0).is_nan() && ln(f64::NAN).is_nan());
    }
}
