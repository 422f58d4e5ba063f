//! Cases and kinds of attack.

use super::check::{Check, Limits};
use crate::catalogue::raw;
use crate::catalogue::{Fault, Noun};
use crate::model::{AttackId, AttackType, Case, CaseId, Citation};

impl Check<'_> {
    /// A case.
    pub fn case(&mut self, raw: &raw::Case) -> Case {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Case, raw.replaced_by.as_ref());
        if raw.sources.is_empty() {
            self.fault(&raw.sources.span, Fault::MissingSource);
        }
        Case {
            id: CaseId::new(&*raw.id),
            kind: raw.kind,
            title: self.text(&raw.title),
            organisation: raw.organisation.as_ref().map(|it| self.text(it)),
            segment: self.reference(Noun::Segment, &raw.segment),
            also_segments: self.references(Noun::Segment, &raw.also_segments),
            size: raw.size,
            level: raw.level,
            scenario: self.reference(Noun::Scenario, &raw.scenario),
            attack: self.reference(Noun::Attack, &raw.attack),
            year: raw.year.as_ref().map(|it| it.value),
            what: self.text(&raw.what),
            path: self.text(&raw.path),
            human_factor: self.text(&raw.human_factor),
            human_factor_inferred: raw.human_factor_inferred,
            outcome: self.text(&raw.outcome),
            days: raw.days.as_ref().map(|it| self.number(it, Limits::POSITIVE)),
            loss_eur: raw.loss_eur.as_ref().map(|it| self.number(it, Limits::POSITIVE)),
            measures: self.some_references(Noun::Measure, &raw.measures),
            lesson: self.text(&raw.lesson),
            pair: raw.pair.as_ref().map(|it| self.reference(Noun::Case, it)),
            grade: raw.grade,
            reviewed: self.day_or_first(&raw.reviewed),
            sources: raw.sources.iter().map(|it| self.citation(it)).collect(),
        }
    }

    fn citation(&mut self, raw: &raw::Citation) -> Citation {
        Citation {
            title: self.text(&raw.title),
            publisher: self.text(&raw.publisher),
            year: raw.year.as_ref().map(|it| it.value),
            url: self.text(&raw.url),
        }
    }

    /// A kind of attack.
    pub fn attack(&mut self, raw: &raw::Attack) -> AttackType {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Attack, raw.replaced_by.as_ref());
        AttackType {
            id: AttackId::new(&*raw.id),
            title: self.text(&raw.title),
            plain: self.text(&raw.plain),
            human_factor: self.text(&raw.human_factor),
            levers: raw.levers.clone(),
            scenarios: self.some_references(Noun::Scenario, &raw.scenarios),
            measures: self.some_references(Noun::Measure, &raw.measures),
            when: self.profile_when(&raw.when),
            prominent_in: self.references(Noun::Segment, &raw.prominent_in),
            reviewed: self.day_or_first(&raw.reviewed),
        }
    }
}
