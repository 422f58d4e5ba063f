//! What small firms stand on: knowledge, preparation, strong partners.
//!
//! The three pillars are a usual picture of resilience in programmes for small firms; which measures stand for which
//! is our selection.

use crate::model::{Catalogue, MeasureId, Point, PointId, Posture};
use crate::risk::FirmModel;

/// How strong a pillar is.
#[derive(Clone, Debug, PartialEq)]
pub struct PillarView {
    /// The pillar.
    pub pillar: PointId,
    /// Measures that stand for it and are relevant here.
    pub measures: Vec<MeasureId>,
    /// Mean degree of these measures, 0 to 1.
    pub share: f64,
}

/// The pillars of a firm.
pub fn pillars(catalogue: &Catalogue, firm: &FirmModel, posture: &Posture) -> Vec<PillarView> {
    let view = |pillar: &Point| {
        let places = pillar.measures.iter().filter_map(|it| catalogue.measure_index(it));
        let places: Vec<usize> = places.filter(|it| firm.is_relevant(*it)).collect();
        let sum: f64 = places.iter().map(|it| posture.degrees[*it].expected).sum();
        PillarView {
            pillar: pillar.id.clone(),
            share: if places.is_empty() { 0.0 } else { sum / places.len() as f64 },
            measures: places.into_iter().map(|it| catalogue.measures[it].id.clone()).collect(),
        }
    };
    catalogue.views.pillars.iter().map(view).collect()
}
