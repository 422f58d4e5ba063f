//! Every measure in use says how its tiers are carried out: advice nobody can follow stays advice.

use super::{Subject, finding};
use crate::catalogue::{Diagnostic, Fault};
use crate::model::TierLevel;

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let content = subject.content;
    for measure in content.measures.iter().filter(|it| it.raw.withdrawn.is_none()) {
        let id = &measure.raw.id;
        let sheet =
            content.how_to.iter().find(|it| it.raw.id.value == id.value && it.raw.withdrawn.is_none());
        let is_told = |level| sheet.is_some_and(|it| it.raw.tiers.iter().any(|it| it.level.value == level));
        for tier in &measure.raw.tiers {
            // The full solution is carried out by those who sell it.
            let level = match tier.level.value {
                TierLevel::Minimum => "minimum",
                TierLevel::Standard => "standard",
                TierLevel::Extended => continue,
            };
            if !is_told(tier.level.value) {
                let fault = Fault::MeasureWithoutSheet { measure: id.value.clone(), level };
                out.push(finding(measure.file, id, fault));
            }
        }
    }
}
