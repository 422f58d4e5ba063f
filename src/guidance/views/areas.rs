//! The ten areas of section 30 BSIG and article 32 GDPR, laid on the measures.

use crate::model::{Basis, Catalogue, MeasureId, Posture};
use crate::risk::FirmModel;

/// How far a firm is in one area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaView {
    /// Number of the area in section 30 (2) BSIG; none for the whole of article 32 GDPR.
    pub area: Option<u8>,
    /// Measures that belong to it and are relevant here.
    pub measures: Vec<MeasureId>,
    /// Mean degree of these measures, 0 to 1.
    pub share: f64,
    /// True where most of them rest on no answer: the share is then what is usual, not the firm's own standing.
    pub is_open: bool,
}

/// All ten areas of section 30 (2) BSIG, as a voluntary yardstick for firms outside the law.
pub fn bsig_areas(catalogue: &Catalogue, firm: &FirmModel, posture: &Posture) -> Vec<AreaView> {
    (1..=10).map(|area| view(catalogue, firm, posture, Some(area))).collect()
}

/// Article 32 GDPR: everything that protects personal data.
pub fn gdpr_area(catalogue: &Catalogue, firm: &FirmModel, posture: &Posture) -> AreaView {
    view(catalogue, firm, posture, None)
}

fn view(catalogue: &Catalogue, firm: &FirmModel, posture: &Posture, area: Option<u8>) -> AreaView {
    let mut measures = Vec::new();
    let (mut sum, mut unknown) = (0.0, 0);
    for (place, it) in catalogue.measures.iter().enumerate() {
        let duties = &it.duties;
        let belongs = area.map_or(duties.gdpr_art_32, |area| duties.bsig_30.contains(&area));
        // Of measures that replace each other only the ones in use count; a missing stronger one is no gap.
        let replaced = it.exclusive.is_some() && posture.degrees[place].expected < 0.05;
        if belongs && firm.is_relevant(place) && !replaced {
            sum += posture.degrees[place].expected;
            unknown += usize::from(matches!(posture.degrees[place].basis, Basis::Unknown | Basis::NotAsked));
            measures.push(it.id.clone());
        }
    }
    let share = if measures.is_empty() { 0.0 } else { sum / measures.len() as f64 };
    let is_open = 2 * unknown > measures.len();
    AreaView { area, measures, share, is_open }
}
