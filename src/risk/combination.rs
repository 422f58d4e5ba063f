//! Degrees to the factor on every row, changed one degree at a time: of a change only what it touches is computed.
//!
//! Formula: `docs/method.md`, section on effects, in logarithms: what an actor leaves of a row is a summand, not a factor.

use super::effect::{Effects, Strengths, contribution, strongest};
use super::elementary::exp;

/// What a set of degrees does to every row, with the changes that are not kept yet.
#[derive(Clone)]
pub(super) struct Combination<'a> {
    effects: &'a Effects,
    strengths: &'a Strengths,
    degrees: Vec<f64>,
    /// Per measure: what prerequisites leave of its degree.
    effective: Vec<f64>,
    /// Per actor: what it contributes to its row's logarithm; negative where it does harm.
    contributions: Vec<f64>,
    before: Before,
}

/// What stood there before the changes that are not kept yet, in the order of changes.
#[derive(Clone, Default)]
struct Before {
    degrees: Vec<(usize, f64)>,
    effective: Vec<(usize, f64)>,
    contributions: Vec<(usize, f64)>,
}

impl<'a> Combination<'a> {
    pub fn new(effects: &'a Effects, strengths: &'a Strengths, degrees: Vec<f64>) -> Self {
        let mut it = Self {
            effects,
            strengths,
            effective: Vec::with_capacity(degrees.len()),
            contributions: Vec::with_capacity(effects.actors.len()),
            degrees,
            before: Before::default(),
        };
        for measure in 0..it.degrees.len() {
            it.effective.push(it.leaning(measure));
        }
        for actor in 0..effects.actors.len() {
            it.contributions.push(it.contribution(actor));
        }
        it
    }

    pub fn degrees(&self) -> &[f64] {
        &self.degrees
    }

    /// Changes one degree; calls `touched` with the place of every row whose factor may differ now.
    pub fn change(&mut self, measure: usize, degree: f64, mut touched: impl FnMut(usize)) {
        if degree.to_bits() == self.degrees[measure].to_bits() {
            return;
        }
        self.before.degrees.push((measure, self.degrees[measure]));
        self.degrees[measure] = degree;
        let effects = self.effects;
        for &place in std::iter::once(&measure).chain(&effects.leaners_of[measure]) {
            let effective = self.leaning(place);
            let old = std::mem::replace(&mut self.effective[place], effective);
            // What a group takes off depends on the degrees of all its members: the changed measure is looked at even
            // where its effective degree stays.
            if place != measure && old.to_bits() == effective.to_bits() {
                continue;
            }
            self.before.effective.push((place, old));
            for &actor in &effects.actors_of[place] {
                let contribution = self.contribution(actor);
                let old = std::mem::replace(&mut self.contributions[actor], contribution);
                if old.to_bits() != contribution.to_bits() {
                    self.before.contributions.push((actor, old));
                    touched(effects.actors[actor].row);
                }
            }
        }
    }

    /// Puts everything back to where it was last kept.
    pub fn take_back(&mut self) {
        let put_back = |all: &mut [f64], old: &mut Vec<(usize, f64)>| {
            old.drain(..).rev().for_each(|(at, old)| all[at] = old);
        };
        put_back(&mut self.degrees, &mut self.before.degrees);
        put_back(&mut self.effective, &mut self.before.effective);
        put_back(&mut self.contributions, &mut self.before.contributions);
    }

    /// Makes all changes stay.
    pub fn keep(&mut self) {
        self.before.degrees.clear();
        self.before.effective.clear();
        self.before.contributions.clear();
    }

    /// Factor on a row: even rows are frequencies, odd ones severities, two per scenario.
    pub fn factor(&self, row: usize) -> f64 {
        let (mut all, mut most, mut harm) = (0.0, 0.0, 0.0);
        for &it in &self.contributions[self.effects.rows[row].clone()] {
            if it > 0.0 {
                all += it;
                most = f64::max(most, it);
            } else {
                harm += it;
            }
        }
        let raw = exp(-(most + self.strengths.overlap * (all - most)) - harm);
        let residual = self.strengths.residual(row);
        if raw <= 1.0 { residual + (1.0 - residual) * raw } else { raw }
    }

    /// What prerequisites leave of a measure's degree.
    fn leaning(&self, measure: usize) -> f64 {
        let mut left = self.degrees[measure];
        for at in self.effects.leanings_of[measure].clone() {
            let attenuation = self.strengths.attenuation(at);
            left *= attenuation + (1.0 - attenuation) * self.degrees[self.effects.leanings[at].on];
        }
        left
    }

    /// What an actor contributes to its row.
    fn contribution(&self, actor: usize) -> f64 {
        let actor = &self.effects.actors[actor];
        let measure = |at: usize| self.effects.actions[at].measure;
        let share = |at: usize| self.strengths.reduction(at) * self.effective[measure(at)];
        let reduction = strongest(actor.actions.clone(), |at| self.degrees[measure(at)], share);
        contribution(reduction, self.strengths.residual(actor.row))
    }
}
