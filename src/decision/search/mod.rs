//! The best set: what to buy so that cost, expected loss and the price of bad years are least together.

mod book;
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
use crate::risk::{FirmModel, Line};

pub use worth::Valuation;

/// What the search is to reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// Price of bearing risk, a year, on the tail value at risk beyond the mean.
    pub loading: f64,
    /// Euros that can be lost without endangering the firm.
    pub reserve_eur: f64,
    /// Highest bearable probability a year of a loss above the reserve.
    pub tolerable_ruin: f64,
}

/// The best set found, with the proof's remainder.
#[derive(Clone, Debug)]
pub struct BestSet {
    /// What to buy.
    pub selection: Selection,
    /// Cost, expected loss and price of bad years together, euros a year.
    pub value: f64,
    /// No set has a lower value.
    pub bound: f64,
    /// Share of the value that the proof leaves open.
    pub gap: f64,
    /// Parts of the search space looked into.
    pub parts: usize,
    /// How posture was valued.
    pub valuation: Valuation,
    /// Other good sets, best first, the best included.
    pub candidates: Vec<(f64, Selection)>,
}

/// Parts of the search space looked into at most: enough for a proof in nearly all firms, and a second at worst.
const PARTS: usize = 3000;
/// Gap at which a part counts as settled.
const TOLERANCE: f64 = 2e-4;
/// Good sets kept for ranking by the exact distribution.
const KEPT: usize = 100;

/// Finds the best set for one firm.
pub fn best_set(offers: &Offers, firm: &FirmModel, goal: &Goal) -> BestSet {
    let structure = firm.structure();
    let mut valuation = Valuation {
        loading: goal.loading,
        threshold: bad_year(&firm.lines(&offers.present)),
        reserve: goal.reserve_eur,
        ruin_price: 0.0,
    };
    let worth = Worth::new(&structure, offers.present.len(), valuation);
    let mut problem = Problem::new(offers, worth);
    let (_, mut start) = climb_from_everywhere(&problem);
    // A bad year is judged where the firm will stand, not where it stands today.
    for _ in 0..ROUNDS {
        let threshold = bad_year(&firm.lines(&problem.degrees(&start)));
        if (threshold - valuation.threshold).abs() <= SETTLED * threshold {
            break;
        }
        valuation.threshold = threshold;
        problem.worth.revalue(valuation);
        start = climb(&problem, &start).1;
    }
    let found = Search::new(&problem, Effort { parts: PARTS, tolerance: TOLERANCE, keep: KEPT }).run(&start);
    let (value, selection) = found.best[0].clone();
    let gap = found.gap();
    BestSet {
        selection,
        value,
        bound: found.bound,
        gap,
        parts: found.parts,
        valuation,
        candidates: found.best,
    }
}

/// Rounds of moving the threshold of a bad year to the plan.
const ROUNDS: usize = 4;
/// Relative change at which the threshold counts as settled.
const SETTLED: f64 = 0.02;

/// Loss of a year of which only one in twenty is worse, in single-jump form: the level that single events exceed
/// with that probability a year.
fn bad_year(lines: &[Line]) -> f64 {
    let events_above =
        |level: f64| lines.iter().map(|it| it.frequency * it.probability_above(level)).sum::<f64>();
    let wanted = -libm::log(worth::TAIL_LEVEL);
    let (mut low, mut high) = (0.0, lines.iter().map(|it| it.cap.min(1e12)).fold(0.0, f64::max));
    if events_above(0.0) <= wanted {
        return 0.0;
    }
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if events_above(middle) > wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}
