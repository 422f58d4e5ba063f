//! How measures are carried out, and the systems firms use.

use super::check::Check;
use crate::catalogue::raw;
use crate::catalogue::{Fault, Noun};
use crate::model::{Deliverables, HowTo, HowToTier, MeasureId, SettingLine, StopgapSheet, System, SystemId};

/// Instructions a sheet has: fewer say too little, more do not fit half a page.
const STEPS: std::ops::RangeInclusive<usize> = 4..=6;

impl Check<'_> {
    /// How a measure is carried out.
    pub fn how_to(&mut self, raw: &raw::HowTo) -> HowTo {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::HowTo, raw.replaced_by.as_ref());
        let measure: MeasureId = self.reference(Noun::Measure, &raw.id);
        let mut tiers: Vec<HowToTier> = Vec::new();
        for it in raw.tiers.iter() {
            let tier = self.how_to_tier(it);
            if tiers.last().is_some_and(|last| last.level >= tier.level) {
                let id = tier.level.as_str().to_owned();
                self.fault(&it.level.span, Fault::OrderNotAscending { noun: Noun::Tier, id });
            }
            tiers.push(tier);
        }
        HowTo {
            measure,
            tiers,
            stopgap: raw.stopgap.as_ref().map(|it| self.stopgap_sheet(it)),
            settings: raw.settings.iter().map(|it| self.setting_line(it)).collect(),
            reviewed: self.day_or_first(&raw.reviewed),
        }
    }

    fn how_to_tier(&mut self, raw: &raw::HowToTier) -> HowToTier {
        let deliverables = raw
            .deliverables
            .iter()
            .map(|it| Deliverables { by: it.by, items: it.items.iter().map(|it| self.text(it)).collect() });
        let deliverables = deliverables.collect();
        HowToTier {
            level: raw.level.value,
            steps: self.steps(&raw.steps),
            proof: self.text(&raw.proof),
            deliverables,
            mistake: raw.mistake.as_ref().map(|it| self.text(it)),
            alone: raw.alone.as_ref().map(|it| self.text(it)),
            team: raw.team.as_ref().map(|it| self.text(it)),
        }
    }

    fn stopgap_sheet(&mut self, raw: &raw::StopgapSheet) -> StopgapSheet {
        StopgapSheet {
            title: self.text(&raw.title),
            steps: self.steps(&raw.steps),
            proof: self.text(&raw.proof),
            team: raw.team.as_ref().map(|it| self.text(it)),
        }
    }

    fn steps(&mut self, raw: &raw::At<Vec<raw::At<String>>>) -> Vec<String> {
        if !STEPS.contains(&raw.len()) {
            let nearest = raw.len().clamp(*STEPS.start(), *STEPS.end());
            let fault = Fault::WrongCount { noun: Noun::Instruction, found: raw.len(), expected: nearest };
            self.fault(&raw.span, fault);
        }
        raw.iter().map(|it| self.text(it)).collect()
    }

    fn setting_line(&mut self, raw: &raw::SettingLine) -> SettingLine {
        SettingLine {
            system: raw.system.as_ref().map(|it| self.reference(Noun::System, it)),
            level: raw.level.as_ref().map(|it| it.value),
            text: self.text(&raw.text),
            sources: self.sources(&raw.sources),
        }
    }

    /// The systems firms use.
    pub fn systems(&mut self, raw: &raw::Systems) -> Vec<System> {
        self.format(&raw.format);
        let system = |it: &raw::System| {
            self.id(&it.id);
            System { id: SystemId::new(&*it.id), title: self.text(&it.title), used_for: it.used_for }
        };
        raw.systems.iter().map(system).collect()
    }
}
