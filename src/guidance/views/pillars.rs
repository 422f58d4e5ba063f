//! What small firms stand on: knowledge, preparation, strong partners.
//!
//! The three pillars are a usual picture of resilience in programmes for small firms; which measures stand for which
//! is our selection.

use crate::model::{Catalogue, MeasureId, Posture};
use crate::risk::FirmModel;

/// A pillar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pillar {
    /// People know what to do.
    Knowledge,
    /// The bad day is prepared.
    Preparation,
    /// Somebody reliable helps.
    Partners,
}

const PILLARS: [(Pillar, &[&str]); 3] = [
    (Pillar::Knowledge, &["awareness-training", "admin-training", "reporting-channel", "policy"]),
    (Pillar::Preparation, &["backup-offline", "restore-test", "incident-plan", "incident-exercise"]),
    (Pillar::Partners, &["it-responsibility", "supplier-contracts", "supplier-fallback", "ir-retainer"]),
];

/// How strong a pillar is.
#[derive(Clone, Debug, PartialEq)]
pub struct PillarView {
    /// The pillar.
    pub pillar: Pillar,
    /// Measures that stand for it and are relevant here.
    pub measures: Vec<MeasureId>,
    /// Mean degree of these measures, 0 to 1.
    pub share: f64,
}

/// The three pillars of a firm.
pub fn pillars(catalogue: &Catalogue, firm: &FirmModel, posture: &Posture) -> Vec<PillarView> {
    let view = |(pillar, ids): (Pillar, &[&str])| {
        let places = ids.iter().filter_map(|it| catalogue.measure_index(&MeasureId::new(it)));
        let places: Vec<usize> = places.filter(|it| firm.is_relevant(*it)).collect();
        let sum: f64 = places.iter().map(|it| posture.degrees[*it].expected).sum();
        PillarView {
            pillar,
            share: if places.is_empty() { 0.0 } else { sum / places.len() as f64 },
            measures: places.into_iter().map(|it| catalogue.measures[it].id.clone()).collect(),
        }
    };
    PILLARS.into_iter().map(view).collect()
}
