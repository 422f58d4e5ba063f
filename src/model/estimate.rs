//! Numbers that admit what they do not know.

use super::SourceId;

words! {
    /// How far a number can be trusted.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Grade {
        /// Measured in the population of interest.
        A = "A",
        /// Derived from measurements.
        B = "B",
        /// Judgement.
        C = "C",
    }
}

impl Grade {
    /// The letter used in content and reports.
    pub fn letter(self) -> char {
        match self {
            Self::A => 'A',
            Self::B => 'B',
            Self::C => 'C',
        }
    }
}

/// A three-point estimate: 5 %, most likely and 95 % point, in ascending order.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// 5 % point.
    pub low: f64,
    /// Most likely value, used as the expectation unless a section of `docs/method.md` says otherwise.
    pub likely: f64,
    /// 95 % point.
    pub high: f64,
}

impl Estimate {
    /// A known number: no spread.
    pub const fn exactly(value: f64) -> Self {
        Self { low: value, likely: value, high: value }
    }

    /// True when the points ascend and are finite.
    pub fn is_ordered(&self) -> bool {
        self.low.is_finite() && self.high.is_finite() && self.low <= self.likely && self.likely <= self.high
    }

    /// The value at `position` in -1..1: -1 gives `low`, 0 `likely`, 1 `high`, linear in between.
    pub fn at(&self, position: f64) -> f64 {
        if position < 0.0 {
            self.likely + position * (self.likely - self.low)
        } else {
            self.likely + position * (self.high - self.likely)
        }
    }

    /// Every point multiplied by `factor` (not negative).
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        Self { low: self.low * factor, likely: self.likely * factor, high: self.high * factor }
    }
}

/// A result with the range it may lie in (10 % to 90 % unless stated otherwise).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Central value.
    pub value: f64,
    /// Lower end of the range.
    pub low: f64,
    /// Upper end of the range.
    pub high: f64,
}

impl Interval {
    /// A number without spread.
    pub const fn exactly(value: f64) -> Self {
        Self { value, low: value, high: value }
    }
}

/// A value that says where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited<T> {
    /// The value itself.
    pub value: T,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Where it comes from; never empty.
    pub sources: Vec<SourceId>,
}
