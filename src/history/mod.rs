//! Differences between two assessments, and the course over many.

mod compare;
mod content;
mod figures;
mod moves;
mod side;
mod split;
mod trend;

pub use compare::{Comparison, compare};
pub use content::{ContentChange, ContentKind, ContentNews, content_news};
pub use figures::Figures;
pub use moves::Move;
pub use side::{Incomparable, Side, figures, figures_of};
pub use split::{Cause, Split, split};
pub use trend::{Moment, trend};
