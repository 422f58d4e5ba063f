//! The best set: what to buy so that cost, expected loss and the price of bad years are least together.

mod branch;
mod climb;
mod domain;
mod kernel;
mod problem;
mod relax;
mod worth;

use branch::{Effort, Search};
use climb::{climb, climb_from_everywhere};
use problem::Problem;
use worth::Worth;

use super::{Offers, Selection};
use crate::risk::FirmModel;

pub use worth::Valuation;

/// A solved search.
#[derive(Clone, Debug)]
pub struct Solved {
    /// The best selections with their values, best first.
    pub best: Vec<(f64, Selection)>,
    /// No selection has a lower value.
    pub bound: f64,
    /// Share of the best value that the proof leaves open.
    pub gap: f64,
    /// Parts looked into.
    pub parts: usize,
    /// Value of the start.
    pub start: f64,
}

/// Solves the search for one firm.
pub fn solve(offers: &Offers, firm: &FirmModel, valuation: Valuation, parts: usize) -> Solved {
    let worth = Worth::new(&firm.structure(), offers.present.len(), valuation);
    let problem = Problem::new(offers, worth);
    let (start_value, start) = climb_from_everywhere(&problem);
    let effort = Effort { parts, tolerance: 2e-4, keep: 100 };
    let found = Search::new(&problem, effort).run(&start);
    let gap = found.gap();
    let _ = climb;
    Solved { gap, best: found.best, bound: found.bound, parts: found.parts, start: start_value }
}
