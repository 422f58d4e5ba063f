//! Planned projects, and what reopens answers.

use super::check::{Check, Limits};
use crate::catalogue::raw;
use crate::catalogue::{Fault, Noun};
use crate::model::{Exposure, Project, ProjectId, ProjectQuestion, Trigger, TriggerId};

/// A factor of a project on a scenario: a tenfold is more than any project of a small firm brings.
const FACTOR: Limits = Limits { low: 0.1, high: 10.0 };

impl Check<'_> {
    /// Something that reopens answers.
    pub fn trigger(&mut self, raw: &raw::Trigger) -> Trigger {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Trigger, raw.replaced_by.as_ref());
        Trigger {
            id: TriggerId::new(&*raw.id),
            position: self.count(&raw.position),
            text: self.text(&raw.text),
            why: self.text(&raw.why),
            at_once: raw.at_once.as_ref().map(|it| self.text(it)),
            facts: raw.facts.clone(),
            measures: self.references(Noun::Measure, &raw.measures),
            questions: self.references(Noun::Question, &raw.questions),
            reviewed: self.day_or_first(&raw.reviewed),
        }
    }

    /// A planned project.
    pub fn project(&mut self, raw: &raw::Project) -> Project {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Project, raw.replaced_by.as_ref());
        if raw.questions.is_empty() {
            self.fault(&raw.questions.span, Fault::NoEntry { noun: Noun::ProjectQuestion });
        }
        Project {
            id: ProjectId::new(&*raw.id),
            position: self.count(&raw.position),
            title: self.text(&raw.title),
            what: self.text(&raw.what),
            benefit: self.text(&raw.benefit),
            when: self.profile_when(&raw.when),
            adds: self.references(Noun::Trait, &raw.adds),
            removes: self.references(Noun::Trait, &raw.removes),
            exposures: raw.exposures.iter().map(|it| self.exposure(it)).collect(),
            grade: raw.grade,
            sources: self.sources(&raw.sources),
            measures: self.some_references(Noun::Measure, &raw.measures),
            laws: self.references(Noun::Law, &raw.laws),
            questions: raw.questions.iter().map(|it| self.project_question(it)).collect(),
            reviewed: self.day_or_first(&raw.reviewed),
        }
    }

    fn exposure(&mut self, raw: &raw::Exposure) -> Exposure {
        let mut factor = |it: &Option<raw::Triple>| it.as_ref().map(|it| self.estimate(it, FACTOR));
        let (frequency, severity) = (factor(&raw.frequency_factor), factor(&raw.severity_factor));
        Exposure { scenario: self.reference(Noun::Scenario, &raw.scenario), frequency, severity }
    }

    fn project_question(&mut self, raw: &raw::ProjectQuestion) -> ProjectQuestion {
        ProjectQuestion {
            text: self.text(&raw.text),
            asks: self.reference(Noun::Role, &raw.asks),
            next_step: self.text(&raw.next_step),
        }
    }
}
