//! The best set: what to buy so that cost, expected loss and the price of bad years are least together.

mod branch;
mod climb;
mod domain;
mod kernel;
mod problem;
mod relax;
mod worth;

pub use worth::Valuation;
