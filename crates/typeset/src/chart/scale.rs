//! Axes: from values to places, with round numbers on them.

use super::pen::{Hold, Pen, Type};
use crate::drawing::Point;

/// A logarithmic axis between two values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LogScale {
    pub(super) low: f64,
    pub(super) high: f64,
    /// Places of `low` and `high`.
    pub(super) from: f64,
    pub(super) to: f64,
}

impl LogScale {
    /// Where a value stands; values beyond the ends stand at the ends.
    pub(super) fn place(&self, value: f64) -> f64 {
        let value = value.clamp(self.low, self.high);
        let share = libm::log(value / self.low) / libm::log(self.high / self.low);
        self.from + share * (self.to - self.from)
    }
}

/// A linear axis between two values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LinearScale {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

impl LinearScale {
    pub(super) fn place(&self, value: f64) -> f64 {
        let share = (value.clamp(self.low, self.high) - self.low) / (self.high - self.low);
        self.from + share * (self.to - self.from)
    }
}

impl LinearScale {
    /// Writes round amounts below a horizontal axis, each where it fits beside the one before.
    pub(super) fn amounts(&self, pen: &mut Pen, baseline: f64, width: f64) {
        let mut taken = f64::NEG_INFINITY;
        for tick in round_ticks(self.high, 6) {
            let words = (pen.language.amount)(tick);
            let half = pen.width(&words, Type::AXIS) / 2.0;
            let middle = self.place(tick).min(width - half);
            if middle - half > taken + 6.0 {
                taken = middle + half;
                pen.text(&words, Point::new(middle, baseline), Hold::Middle, Type::AXIS);
            }
        }
    }
}

/// 1, 3, 10, 30, ... : the round number of this series that is not above (or not below) a value.
pub(super) fn threefold(value: f64, up: bool) -> f64 {
    let value = value.clamp(1e-9, 1e15);
    let decade = libm::pow(10.0, libm::floor(libm::log10(value) + 1e-9));
    let steps = [decade, 3.0 * decade, 10.0 * decade];
    if up {
        steps.into_iter().find(|step| *step >= value * (1.0 - 1e-9)).unwrap_or(10.0 * decade)
    } else {
        steps.into_iter().rev().find(|step| *step <= value * (1.0 + 1e-9)).unwrap_or(decade)
    }
}

/// The series 1, 3, 10, 30, ... between two of its members.
pub(super) fn threefold_ticks(low: f64, high: f64) -> Vec<f64> {
    let mut ticks = Vec::new();
    let mut tick = threefold(low, false);
    while tick <= high * (1.0 + 1e-9) {
        ticks.push(tick);
        tick = threefold(tick * 1.5, true);
    }
    ticks
}

/// A round step (1, 2 or 5 times a power of ten) that divides a span into at most `most` parts.
pub(super) fn round_step(span: f64, most: u32) -> f64 {
    let rough = (span / f64::from(most.max(1))).max(1e-9);
    let decade = libm::pow(10.0, libm::floor(libm::log10(rough)));
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * decade)
        .find(|step| *step >= rough * (1.0 - 1e-9))
        .unwrap_or(10.0 * decade)
}

/// Round numbers from zero up to a value.
pub(super) fn round_ticks(high: f64, most: u32) -> Vec<f64> {
    let step = round_step(high, most);
    (0..=most)
        .map(|number| f64::from(number) * step)
        .take_while(|tick| *tick <= high * (1.0 + 1e-9))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_of_threes_is_round() {
        assert_eq!(threefold_ticks(1_000.0, 300_000.0), [1e3, 3e3, 1e4, 3e4, 1e5, 3e5]);
        assert!((threefold(2_900.0, true) - 3_000.0).abs() < 1e-6);
        assert!((threefold(2_900.0, false) - 1_000.0).abs() < 1e-6);
        assert!((threefold(1_000.0, false) - 1_000.0).abs() < 1e-6);
    }

    #[test]
    fn a_round_step_divides_as_asked() {
        assert!((round_step(2_900.0, 6) - 500.0).abs() < 1e-9);
        assert!((round_step(1.0, 4) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn the_ends_of_a_scale_are_where_they_should_be() {
        let scale = LogScale { low: 10.0, high: 1_000.0, from: 0.0, to: 100.0 };
        assert!((scale.place(100.0) - 50.0).abs() < 1e-9);
        assert!((scale.place(1e9) - 100.0).abs() < 1e-9);
    }
}
