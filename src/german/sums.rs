//! Amounts of one document that add up as they are printed.
//!
//! Sums are rounded once; every difference is taken from what is shown, and parts are rounded to their sum by largest
//! remainder, so that a reader with a pocket calculator finds no fault.

use super::number::{decimal, exact_euros};

/// The step to which the money of a document is rounded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Money {
    step: f64,
}

/// The step of hours.
const HALF_AN_HOUR: f64 = 0.5;

impl Money {
    /// The step for a firm that loses so much in a mean year: fine enough to compare measures, coarse enough for an
    /// estimate (judgement).
    pub fn of(expected_annual_loss: f64) -> Self {
        let step = match expected_annual_loss {
            it if it < 1_000.0 => 5.0,
            it if it < 10_000.0 => 10.0,
            it if it < 100_000.0 => 100.0,
            _ => 1_000.0,
        };
        Self { step }
    }

    /// An amount as it is shown.
    pub fn shown(self, value: f64) -> f64 {
        rounded(value, self.step)
    }

    /// Parts of a shown sum.
    pub fn parts(self, exact: &[f64], sum: f64) -> Vec<f64> {
        parts(exact, sum, self.step)
    }
}

/// Hours as they are shown.
pub fn shown_hours(value: f64) -> f64 {
    rounded(value, HALF_AN_HOUR)
}

/// Hours that are parts of a shown sum.
pub fn hour_parts(exact: &[f64], sum: f64) -> Vec<f64> {
    parts(exact, sum, HALF_AN_HOUR)
}

/// Hours in words, always with their decimal; what vanishes in the rounding is not nothing.
pub fn hours(shown: f64) -> String {
    if vanishes(shown) {
        "unter\u{a0}½\u{a0}Std.".into()
    } else {
        format!("{}\u{a0}Std.", decimal(shown, 1))
    }
}

/// The same in running text and at the end of a sentence, where an abbreviation would end it twice.
pub fn hours_spelled(shown: f64) -> String {
    if vanishes(shown) {
        "unter einer halben Stunde".into()
    } else {
        format!("{}\u{a0}Stunden", decimal(shown, 1))
    }
}

/// True of hours that are shown as none.
pub fn vanishes(shown: f64) -> bool {
    shown < HALF_AN_HOUR
}

/// A shown difference with its sign.
pub fn signed(shown: f64) -> String {
    let sign = if shown > 0.0 { "+" } else { "" };
    format!("{sign}{}", exact_euros(shown))
}

fn rounded(value: f64, step: f64) -> f64 {
    libm::round(value / step) * step
}

/// Every part is rounded down to the step; the steps missing to the sum go to the largest remainders, of equal ones to
/// the first.
fn parts(exact: &[f64], sum: f64, step: f64) -> Vec<f64> {
    let mut shown: Vec<f64> = exact.iter().map(|it| libm::floor(it / step) * step).collect();
    let missing = libm::round((sum - shown.iter().sum::<f64>()) / step);
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by(|a, b| (exact[*b] - shown[*b]).total_cmp(&(exact[*a] - shown[*a])).then(a.cmp(b)));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "fewer steps than parts")]
    let missing = missing.clamp(0.0, exact.len() as f64) as usize;
    for at in &order[..missing] {
        shown[*at] += step;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_to_their_sum() {
        let exact = [104.0, 33.0, 33.0, 29.0, 1.0];
        let sum = Money::of(5_000.0).shown(exact.iter().sum());
        let shown = Money::of(5_000.0).parts(&exact, sum);
        assert!((shown.iter().sum::<f64>() - sum).abs() < 1e-9);
        assert!(shown.iter().zip(exact).all(|(shown, exact)| (shown - exact).abs() < 10.0));
    }

    #[test]
    fn the_step_grows_with_the_loss() {
        assert!((Money::of(690.0).shown(432.0) - 430.0).abs() < 1e-9);
        assert!((Money::of(5_420.0).shown(3_567.0) - 3_570.0).abs() < 1e-9);
        assert!((Money::of(52_000.0).shown(46_321.0) - 46_300.0).abs() < 1e-9);
    }

    #[test]
    fn half_hours_keep_their_decimal() {
        assert_eq!(hours(shown_hours(7.9)), "8,0\u{a0}Std.");
        assert_eq!(hours(shown_hours(0.5)), "0,5\u{a0}Std.");
    }

    #[test]
    fn less_than_half_an_hour_is_told_in_words() {
        assert_eq!(hours(shown_hours(0.1)), "unter\u{a0}½\u{a0}Std.");
        assert_eq!(hours_spelled(shown_hours(0.2)), "unter einer halben Stunde");
    }
}
