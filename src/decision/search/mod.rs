//! The best set: what to buy so that cost, expected loss and the price of bad years are least together.

mod best;
mod book;
mod branch;
mod climb;
mod domain;
mod frontier;
mod kernel;
mod problem;
mod relax;
mod worth;

pub use best::{BestSet, Goal, ReserveLimit, best_set};
pub use frontier::{FrontierPoint, frontier};
pub use worth::Valuation;
