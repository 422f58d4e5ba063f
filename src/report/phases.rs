//! How far a firm is before, while and after something happens.

use crate::decision::Decision;
use crate::model::{Acts, Basis, Catalogue, Class, Posture};

/// One phase.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseFacts {
    /// When its measures act.
    pub phase: Acts,
    /// Mean degree of its measures that concern this firm, 0 to 1, today.
    pub today: f64,
    /// The same with the plan.
    pub planned: f64,
    /// Its measures that the plan raises.
    pub steps: usize,
}

/// Before, while and after, in this order; a phase without a measure that concerns the firm is left out.
pub fn phases(catalogue: &Catalogue, posture: &Posture, decision: &Decision) -> Vec<PhaseFacts> {
    [Acts::Prevention, Acts::Detection, Acts::Reaction]
        .into_iter()
        .filter_map(|phase| {
            // What only informs or assures others takes off no loss in any phase.
            let places: Vec<usize> = (0..catalogue.measures.len())
                .filter(|it| catalogue.measures[*it].acts == phase)
                .filter(|it| catalogue.measures[*it].class != Class::Assessment)
                .filter(|it| posture.degrees[*it].basis != Basis::NotRelevant)
                .collect();
            let mean = |of: &dyn Fn(usize) -> f64| {
                places.iter().map(|it| of(*it)).sum::<f64>() / places.len() as f64
            };
            let today = |it: usize| posture.degrees[it].expected;
            let planned = |it: usize| decision.plan.degrees[it].max(today(it));
            let facts = || PhaseFacts {
                phase,
                today: mean(&today),
                planned: mean(&planned),
                steps: places.iter().filter(|it| planned(**it) > today(**it) + 1e-9).count(),
            };
            (!places.is_empty()).then(facts)
        })
        .collect()
}
