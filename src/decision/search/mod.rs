//! The best set: what to buy so that cost, expected loss and the price of bad years are least together.

mod best;
mod book;
mod branch;
mod climb;
mod domain;
mod explore;
mod frontier;
mod kernel;
mod ledger;
mod memo;
mod problem;
mod relax;
mod standing;
mod worth;

use crate::risk::{Line, Structure};

pub(super) use best::Prepared;
pub use best::{BestSet, Goal, ReserveLimit, best_set};
pub use frontier::{FrontierPoint, frontier};
pub(super) use ledger::Ledger;
pub use worth::Valuation;
pub(super) use worth::Worth;

/// Expected loss a year under a loss function laid open, possibly changed, in euros.
pub(super) fn expected_loss(structure: &Structure, degrees: &[f64]) -> f64 {
    let kernel = kernel::Kernel::new(structure, degrees.len());
    let mut contributions = vec![0.0; kernel.acts()];
    for actor in &kernel.actors {
        let mut own = vec![0.0; actor.acts.len()];
        kernel.contributions(actor, degrees, &mut own);
        actor.acts.iter().zip(own).for_each(|(act, it)| contributions[act.place] = it);
    }
    let factor = |row: usize| kernel.factor(row, kernel.row(row, &contributions).0);
    let each = structure.at_factor_one.iter().enumerate().map(|(scenario, line)| {
        let frequency = line.frequency * factor(2 * scenario);
        let median = line.median * factor(2 * scenario + 1);
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
    let mut plan = standing::Standing::at(&problem, &problem.nothing());
    climb::settle(&mut plan, &whole, QUICK_PASSES);
    let degrees = plan.ledger().degrees().to_vec();
    (problem.worth, degrees)
}

/// Passes of a quick plan.
const QUICK_PASSES: usize = 3;
