//! Differences between two assessments, ageing, due dates.

mod figures;
mod split;

pub use figures::Figures;
pub use split::{Cause, Split, split};
