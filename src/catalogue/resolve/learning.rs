//! Learning units and the exercise.

use super::check::{Check, Limits};
use crate::catalogue::raw;
use crate::catalogue::{Fault, Noun};
use crate::model::{
    Choice, Drill, DrillId, LearningUnit, Message, MessageId, SelfCheck, SelfCheckId, Statement, Step, UnitId,
};

/// Minutes a unit may take: it has to fit beside the work (`docs/content.md`).
const MINUTES: Limits = Limits { low: 5.0, high: 60.0 };
/// Years of training.
const YEARS: Limits = Limits { low: 1.0, high: 4.0 };

impl Check<'_> {
    /// A learning unit.
    pub fn unit(&mut self, raw: &raw::Unit) -> LearningUnit {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Unit, raw.replaced_by.as_ref());
        self.within(f64::from(raw.minutes.value), &raw.minutes.span, MINUTES);
        if let Some(year) = &raw.apprentice_year {
            self.within(f64::from(year.value), &year.span, YEARS);
        }
        LearningUnit {
            id: UnitId::new(&*raw.id),
            title: self.text(&raw.title),
            goal: self.text(&raw.goal),
            roles: self.some_references(Noun::Role, &raw.roles),
            minutes: raw.minutes.value,
            setting: raw.setting,
            method: self.text(&raw.method),
            material: self.text(&raw.material),
            cost_eur: raw.cost_eur.as_ref().map_or(0.0, |it| self.number(it, Limits::NOT_NEGATIVE)),
            digcomp: raw.digcomp.iter().map(|it| self.versioned_competence(it)).collect(),
            measures: self.some_references(Noun::Measure, &raw.measures),
            when: self.profile_when(&raw.when),
            leadership_module: raw.leadership_module,
            apprentice_year: raw.apprentice_year.as_ref().map(|it| it.value),
            steps: raw.steps.iter().map(|it| self.text(it)).collect(),
            task: self.text(&raw.task),
            solution: self.text(&raw.solution),
            reviewed: self.day_or_first(&raw.reviewed),
        }
    }

    /// A message of the exercise.
    pub fn message(&mut self, raw: &raw::Message) -> Message {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Message, raw.replaced_by.as_ref());
        Message {
            id: MessageId::new(&*raw.id),
            when: self.profile_when(&raw.when),
            position: self.count(&raw.position),
            channel: self.text(&raw.channel),
            from: self.text(&raw.from),
            subject: self.text(&raw.subject),
            body: self.text(&raw.body),
            deceives: raw.deceives,
            levers: raw.levers.clone(),
            attack: raw.attack.as_ref().map(|it| self.reference(Noun::Attack, it)),
            signs: raw.signs.iter().map(|it| self.text(it)).collect(),
            unit: raw.unit.as_ref().map(|it| self.reference(Noun::Unit, it)),
            reflex: self.text(&raw.reflex),
            reviewed: self.day_or_first(&raw.reviewed),
        }
    }

    /// An emergency played at the table.
    pub fn drill(&mut self, raw: &raw::Drill) -> Drill {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Drill, raw.replaced_by.as_ref());
        Drill {
            id: DrillId::new(&*raw.id),
            title: self.text(&raw.title),
            opening: self.text(&raw.opening),
            unit: raw.unit.as_ref().map(|it| self.reference(Noun::Unit, it)),
            steps: raw.steps.iter().map(|it| self.step(it)).collect(),
            closing: self.text(&raw.closing),
            reviewed: self.day_or_first(&raw.reviewed),
        }
    }

    /// A check of one's own competence.
    pub fn self_check(&mut self, raw: &raw::SelfCheck) -> SelfCheck {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::SelfCheck, raw.replaced_by.as_ref());
        let statement = |check: &mut Self, it: &raw::Statement| Statement {
            text: check.text(&it.text),
            unit: check.reference(Noun::Unit, &it.unit),
        };
        SelfCheck {
            id: SelfCheckId::new(&*raw.id),
            title: self.text(&raw.title),
            role: self.reference(Noun::Role, &raw.role),
            statements: raw.statements.iter().map(|it| statement(self, it)).collect(),
            reviewed: self.day_or_first(&raw.reviewed),
        }
    }

    fn step(&mut self, raw: &raw::Step) -> Step {
        let best = raw.choices.iter().filter(|it| it.best).count();
        if best != 1 {
            self.fault(
                &raw.choices.span,
                Fault::WrongCount { noun: Noun::BestChoice, found: best, expected: 1 },
            );
        }
        let choices = raw.choices.iter().map(|it| Choice {
            text: self.text(&it.text),
            best: it.best,
            effect: self.text(&it.effect),
        });
        let choices = choices.collect();
        Step { time: self.text(&raw.time), situation: self.text(&raw.situation), choices }
    }
}
