//! Charts as vector drawings: data in, a [`Drawing`](crate::drawing::Drawing) out.
//!
//! Series are told apart by a label on the line, and by dashes or hollow marks for black-and-white prints; colour
//! comes last. Words arrive from outside, only figures on the axes are written here.

mod bars;
mod curve;
mod exceedance;
mod frontier;
mod labels;
mod pairs;
mod pen;
mod progress;
mod ranges;
mod rows;
mod scale;
mod topics;
mod trend;

pub use bars::{Bar, Bars};
pub use exceedance::{Exceedance, Reserve};
pub use frontier::{Frontier, Offer, Taken};
pub use pairs::{Pair, Pairs};
pub(crate) use pen::Pen;
pub use progress::Progress;
pub use ranges::{Ranges, Reach};
pub use topics::{TopicBar, Topics};
pub use trend::{Moment, Trend};
