//! The best set: what to buy so that cost, expected loss and the price of bad years are least together.

mod attribution;
mod best;
mod branch;
mod cache;
mod candidate;
mod domain;
mod evaluation;
mod factored;
mod frontier;
mod local_search;
mod node;
mod problem;
mod relaxation;
mod shortfall;
#[cfg(test)]
mod tests;
mod valued_loss;

use crate::risk::{Line, Structure};

pub use best::{BestSet, Goal, best_set};
pub(super) use best::{Prepared, Wanted};
pub(super) use evaluation::Evaluation;
pub use frontier::{FrontierPoint, frontier};
pub(super) use problem::Floor;
pub(super) use shortfall::{Shortfall, events_above, very_bad_year};
pub use valued_loss::Valuation;
pub(super) use valued_loss::ValuedLoss;

/// Expected loss a year under a loss function laid open, possibly changed, in euros.
pub(super) fn expected_loss(structure: &Structure, degrees: &[f64]) -> f64 {
    let factored = factored::FactoredLoss::new(structure, degrees.len());
    let mut contributions = vec![0.0; factored.acts()];
    for actor in &factored.actors {
        let mut own = vec![0.0; actor.acts.len()];
        factored.contributions(actor, degrees, &mut own);
        actor.acts.iter().zip(own).for_each(|(act, it)| contributions[act.place] = it);
    }
    let factor = |row: usize| factored.factor(row, factored.row(row, &contributions).0);
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
) -> (ValuedLoss, Vec<f64>) {
    let problem = best::problem(offers, firm, loading);
    let whole = domain::Domain::whole(&problem);
    let mut plan = candidate::Candidate::at(&problem, &problem.nothing());
    local_search::settle(&mut plan, &whole, QUICK_PASSES);
    let degrees = plan.evaluation().degrees().to_vec();
    (problem.loss, degrees)
}

/// Passes of a quick plan.
const QUICK_PASSES: usize = 3;
