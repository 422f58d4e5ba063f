//! Knowledge, preparation, strong partners.

use crate::german::number::whole_percent;
use crate::german::pages::joined;
use crate::guidance::views::{Pillar, PillarView};

/// Heading of the pillars.
pub const TITLE: &str = "Worauf Ihr Betrieb steht";
/// How to read the shares.
pub const NOTE: &str = "Anteil dessen, was möglich ist, nach Ihren Antworten.";

/// A pillar in words.
pub fn pillar(pillar: Pillar) -> &'static str {
    match pillar {
        Pillar::Knowledge => "Wissen der Leute",
        Pillar::Preparation => "Vorbereitung auf den schlechten Tag",
        Pillar::Partners => "starke Partner",
    }
}

/// All pillars in one sentence, and the weakest by name.
pub fn sentence(pillars: &[PillarView]) -> String {
    let parts: Vec<String> =
        pillars.iter().map(|it| format!("{} {}", pillar(it.pillar), whole_percent(it.share))).collect();
    let weakest = pillars.iter().min_by(|a, b| a.share.total_cmp(&b.share));
    let weakest =
        weakest.map(|it| format!(" Am wenigsten trägt: {}.", pillar(it.pillar))).unwrap_or_default();
    format!("{}.{weakest} {NOTE}", joined(&parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weakest_pillar_is_named() {
        let view = |pillar, share| PillarView { pillar, measures: vec![], share };
        let pillars =
            [view(Pillar::Knowledge, 0.6), view(Pillar::Preparation, 0.2), view(Pillar::Partners, 0.4)];
        assert!(sentence(&pillars).contains("Am wenigsten trägt: Vorbereitung"), "{}", sentence(&pillars));
    }
}
