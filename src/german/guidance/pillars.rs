//! Knowledge, preparation, strong partners.

use crate::german::number::whole_percent;
use crate::german::pages::joined;
use crate::guidance::views::PillarView;
use crate::model::{Catalogue, point_text};

/// Heading of the pillars.
pub const TITLE: &str = "Worauf Ihr Betrieb steht";
/// How to read the shares.
pub const NOTE: &str = "Anteil dessen, was möglich ist, nach Ihren Antworten.";

/// All pillars in one sentence, and the weakest by name.
pub fn sentence(catalogue: &Catalogue, pillars: &[PillarView]) -> String {
    let name = |it: &PillarView| point_text(&catalogue.views.pillars, it.pillar.as_str()).to_owned();
    let parts: Vec<String> =
        pillars.iter().map(|it| format!("{} {}", name(it), whole_percent(it.share))).collect();
    let weakest = pillars.iter().min_by(|a, b| a.share.total_cmp(&b.share));
    let weakest = weakest.map(|it| format!(" Am wenigsten trägt: {}.", name(it))).unwrap_or_default();
    format!("{}.{weakest} {NOTE}", joined(&parts))
}
