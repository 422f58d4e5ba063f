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

use crate::risk::{Line, Structure};

pub use best::{BestSet, Goal, ReserveLimit, best_set};
pub use frontier::{FrontierPoint, frontier};
pub(super) use kernel::Rows;
pub use worth::Valuation;
pub(super) use worth::Worth;

/// Expected loss a year under a loss function laid open, possibly changed, in euros.
pub(super) fn expected_loss(structure: &Structure, degrees: &[f64]) -> f64 {
    let kernel = kernel::Kernel::new(structure, degrees.len());
    let mut rows = kernel::Rows::default();
    kernel.rows(degrees, &mut rows);
    let each = structure.at_factor_one.iter().enumerate().map(|(scenario, line)| {
        let frequency = line.frequency * kernel.factor(2 * scenario, rows.y[2 * scenario]);
        let median = line.median * kernel.factor(2 * scenario + 1, rows.y[2 * scenario + 1]);
        Line { frequency, median, ..line.clone() }.expected_annual_loss()
    });
    each.sum()
}

/// A plan good enough to order questions by: a few passes of single steps from nothing.
pub(super) fn quick_plan(
    offers: &super::Offers,
    firm: &crate::risk::FirmModel,
    loading: f64,
) -> (Worth, Vec<f64>) {
    let goal = Goal { loading, tolerable_ruin: 1.0, money_eur: None, own_hours: None };
    let problem = best::problem(offers, firm, &goal);
    let whole = domain::Domain::whole(&problem);
    let plan = climb::settle(&problem, &whole, &problem.nothing(), QUICK_PASSES);
    let degrees = problem.degrees(&plan);
    (problem.worth, degrees)
}

/// Passes of a quick plan.
const QUICK_PASSES: usize = 3;
