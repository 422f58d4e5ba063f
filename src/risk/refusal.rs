//! Why the engine refuses an input rather than print a number that cannot be trusted.

use super::annual_loss::SelfCheck;

/// A reason not to give a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// An input is negative, not finite, or so large that nothing follows from it.
    NotUsable {
        /// Which.
        quantity: Quantity,
        /// Of which component, by place; none where it belongs to none.
        component: Option<usize>,
    },
    /// So many events a year that the grid would have to be finer than is sensible.
    TooManyEvents,
    /// A quantile beyond what the transform's rounding leaves certain.
    TooFarOut(f64),
    /// The result disagrees with closed form.
    SelfCheck(SelfCheck),
}

/// An input of the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Events a year.
    Frequency,
    /// Squared coefficient of variation of the events a year.
    FrequencySpread,
    /// Euros per event.
    Severity,
    /// Spread of the threat climate.
    Climate,
    /// A loss whose exceedance is asked for.
    Threshold,
}
