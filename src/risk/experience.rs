//! What a firm has lived through, against what was to be expected of it: formula in `docs/method.md`, section 2.

use crate::model::{Catalogue, Company, IncidentId};

/// A kind of incident that somebody has spoken about.
#[derive(Clone, Debug, PartialEq)]
pub struct Lived {
    /// The kind.
    pub kind: IncidentId,
    /// How often it happened, as the firm says.
    pub events: u32,
    /// How often it was to be expected of a firm like this with average protection.
    pub expected: f64,
    /// What its scenarios' frequencies are multiplied by.
    pub factor: f64,
}

/// Factor per scenario, one where nothing was said, and what they come from.
///
/// `frequencies` are those of the firm at average posture, in catalogue order: what it had in place in those years nobody
/// knows, and a factor that moved with every answer could not be told apart from the answer.
pub(super) fn experience(
    catalogue: &Catalogue,
    company: &Company,
    frequencies: &[f64],
) -> (Vec<f64>, Vec<Lived>) {
    let rule = &catalogue.calibration.experience.value;
    let mut factors = vec![1.0; frequencies.len()];
    let mut lived = Vec::new();
    for kind in &rule.kinds {
        let Some(&events) = company.past_incidents.get(&kind.id) else { continue };
        let places: Vec<usize> =
            kind.scenarios.iter().filter_map(|it| catalogue.scenario_index(it)).collect();
        let expected = rule.years * places.iter().map(|it| frequencies[*it]).sum::<f64>();
        let factor = rule.factor(events, expected);
        for place in places {
            factors[place] = factor;
        }
        lived.push(Lived { kind: kind.id.clone(), events, expected, factor });
    }
    (factors, lived)
}
