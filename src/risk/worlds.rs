//! One posture and variants of it in every world thought possible: of a variant only what it touches is computed.

use std::ops::Range;

use rayon::prelude::*;

use super::draws::Draws;
use super::effect::{Effects, Strengths, contribution};
use super::elementary::{exp, ln};
use super::firm::Parameters;
use super::lognormal::Lognormal;

/// Loss a year under one draw, euros.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Drawn {
    /// Expected loss.
    pub expected: f64,
    /// Expected loss beyond the threshold per event.
    pub excess: f64,
}

impl Draws {
    /// Expected loss and excess beyond `threshold` euros per event under every draw: of a posture first, then of each
    /// of its variants. Postures are expected degrees; what they mean in a draw says [`Draws`].
    pub fn compared(&self, posture: &[f64], variants: &[&[f64]], threshold: f64) -> Vec<Vec<Drawn>> {
        let layout = Layout::new(&self.firm.effects);
        let charges: Vec<Charge> =
            self.firm.scenarios.iter().map(|it| Charge::new(it.severity, threshold)).collect();
        let changes: Vec<Vec<usize>> = variants
            .iter()
            .map(|it| (0..it.len()).filter(|at| it[*at].to_bits() != posture[*at].to_bits()).collect())
            .collect();
        (0..self.len())
            .into_par_iter()
            .with_min_len(25)
            .map(|draw| {
                let held = |measure: usize, degrees: &[f64]| self.held(draw, measure, degrees[measure]);
                let degrees = (0..posture.len()).map(|it| held(it, posture)).collect();
                let mut world = World::new(&self.parameters[draw], &layout, &charges, degrees);
                let mut all = Vec::with_capacity(1 + variants.len());
                all.push(world.total());
                all.extend(variants.iter().zip(&changes).map(|(variant, changed)| {
                    world.change(changed.iter().map(|it| (*it, held(*it, variant))));
                    let total = world.changed_total();
                    world.take_back();
                    total
                }));
                all
            })
            .collect()
    }
}

impl Drawn {
    /// With so many events a year more.
    fn plus(self, frequency: f64, event: &Self) -> Self {
        Self {
            expected: self.expected + frequency * event.expected,
            excess: self.excess + frequency * event.excess,
        }
    }
}

/// Who is touched by what: the same in every draw.
pub(super) struct Layout<'a> {
    effects: &'a Effects,
    /// Per measure: its leanings.
    leanings: Vec<Range<usize>>,
    /// Per measure: measures that lean on it.
    leaners: Vec<Vec<usize>>,
    /// What acts on rows, row by row.
    entries: Vec<Entry>,
    /// Per row: its entries.
    rows: Vec<Range<usize>>,
    /// Per measure: entries it is part of.
    entries_of: Vec<Vec<usize>>,
}

/// One actor of a row.
struct Entry {
    row: usize,
    actions: Range<usize>,
    is_group: bool,
}

impl<'a> Layout<'a> {
    pub fn new(effects: &'a Effects) -> Self {
        let measures = effects.measures();
        let (mut leanings, mut leaners) = (vec![0..0; measures], vec![Vec::new(); measures]);
        for (at, it) in effects.leanings().iter().enumerate() {
            let own: &mut Range<usize> = &mut leanings[it.measure];
            *own = if own.start == own.end { at..at + 1 } else { own.start..at + 1 };
            leaners[it.on].push(it.measure);
        }
        let (mut entries, mut rows) = (Vec::new(), Vec::new());
        for (at, row) in effects.rows().iter().enumerate() {
            let from = entries.len();
            let alone = row.alone.clone().map(|it| Entry { row: at, actions: it..it + 1, is_group: false });
            entries.extend(alone);
            let groups = row.groups.iter().map(|it| Entry { row: at, actions: it.clone(), is_group: true });
            entries.extend(groups);
            rows.push(from..entries.len());
        }
        let mut entries_of = vec![Vec::new(); measures];
        for (at, entry) in entries.iter().enumerate() {
            for action in entry.actions.clone() {
                let own: &mut Vec<usize> = &mut entries_of[effects.actions()[action].measure];
                if own.last() != Some(&at) {
                    own.push(at);
                }
            }
        }
        Self { effects, leanings, leaners, entries, rows, entries_of }
    }
}

/// A posture under one set of parameters, with everything a change may leave as it is.
#[derive(Clone)]
pub(super) struct World<'a> {
    layout: &'a Layout<'a>,
    charges: &'a [Charge],
    parameters: &'a Parameters,
    /// Degrees here, and what prerequisites leave of them.
    degrees: Vec<f64>,
    effective: Vec<f64>,
    /// Per entry: what it contributes to its row's logarithm; negative where it does harm.
    contributions: Vec<f64>,
    /// Per scenario: events a year, and what one costs.
    frequencies: Vec<f64>,
    events: Vec<Drawn>,
    undo: Undo,
}

/// What a change has touched, to be put back.
#[derive(Clone, Default)]
struct Undo {
    degrees: Vec<(usize, f64)>,
    effective: Vec<(usize, f64)>,
    contributions: Vec<(usize, f64)>,
    /// Per row.
    is_touched: Vec<bool>,
}

impl<'a> World<'a> {
    pub fn new(
        parameters: &'a Parameters,
        layout: &'a Layout<'a>,
        charges: &'a [Charge],
        degrees: Vec<f64>,
    ) -> Self {
        let mut world = Self {
            layout,
            charges,
            parameters,
            effective: vec![0.0; degrees.len()],
            contributions: vec![0.0; layout.entries.len()],
            frequencies: vec![0.0; charges.len()],
            events: vec![Drawn::default(); charges.len()],
            undo: Undo { is_touched: vec![false; 2 * charges.len()], ..Undo::default() },
            degrees,
        };
        for measure in 0..world.degrees.len() {
            world.effective[measure] = world.lean(measure);
        }
        for entry in 0..layout.entries.len() {
            world.contributions[entry] = world.contribution(entry);
        }
        for scenario in 0..charges.len() {
            world.frequencies[scenario] = world.frequency(scenario);
            world.events[scenario] = world.event(scenario);
        }
        world
    }

    fn strengths(&self) -> &Strengths {
        &self.parameters.strengths
    }

    fn lean(&self, measure: usize) -> f64 {
        let all = self.layout.effects.leanings();
        let its = self.layout.leanings[measure].clone();
        its.fold(self.degrees[measure], |left, it| left * self.strengths().left(it, self.degrees[all[it].on]))
    }

    fn contribution(&self, entry: usize) -> f64 {
        let (effects, entry) = (self.layout.effects, &self.layout.entries[entry]);
        let reduction = if entry.is_group {
            effects.strongest(entry.actions.clone(), self.strengths(), &self.degrees, &self.effective)
        } else {
            let action = entry.actions.start;
            self.strengths().reduction(action, self.effective[effects.actions()[action].measure])
        };
        contribution(reduction, self.strengths().residual(entry.row))
    }

    /// A row's factor.
    fn factor(&self, row: usize) -> f64 {
        let (mut all, mut strongest, mut harm) = (0.0, 0.0, 0.0);
        for it in &self.contributions[self.layout.rows[row].clone()] {
            if *it > 0.0 {
                all += it;
                strongest = f64::max(strongest, *it);
            } else {
                harm += it;
            }
        }
        let raw = exp(-(strongest + self.strengths().overlap * (all - strongest)) - harm);
        let residual = self.strengths().residual(row);
        if raw <= 1.0 { residual + (1.0 - residual) * raw } else { raw }
    }

    /// Events a year of a scenario.
    fn frequency(&self, scenario: usize) -> f64 {
        let average = self.parameters.average[scenario].frequency;
        self.parameters.frequencies[scenario] * (self.factor(2 * scenario) / average)
    }

    /// One event of a scenario.
    fn event(&self, scenario: usize) -> Drawn {
        let average = self.parameters.average[scenario].severity;
        self.charges[scenario].of(self.factor(2 * scenario + 1) / average)
    }

    pub fn total(&self) -> Drawn {
        let each = self.frequencies.iter().zip(&self.events);
        each.fold(Drawn::default(), |sum, (frequency, event)| sum.plus(*frequency, event))
    }

    /// Changes degrees; [`Self::changed_total`] and [`Self::take_back`] or [`Self::keep`] next.
    pub fn change(&mut self, changes: impl Iterator<Item = (usize, f64)>) {
        let layout = self.layout;
        let mut undo = std::mem::take(&mut self.undo);
        for (measure, degree) in changes {
            let old = std::mem::replace(&mut self.degrees[measure], degree);
            if old.to_bits() != degree.to_bits() {
                undo.degrees.push((measure, old));
            }
        }
        for &(at, _) in &undo.degrees {
            for &measure in std::iter::once(&at).chain(&layout.leaners[at]) {
                let effective = self.lean(measure);
                if measure != at && effective.to_bits() == self.effective[measure].to_bits() {
                    continue;
                }
                undo.effective.push((measure, self.effective[measure]));
                self.effective[measure] = effective;
            }
        }
        // What a group gives depends on the degrees of all its members, so that of a changed measure is looked at even
        // where its effective degree stays.
        for place in 0..undo.effective.len() {
            for &entry in &layout.entries_of[undo.effective[place].0] {
                let contribution = self.contribution(entry);
                let old = std::mem::replace(&mut self.contributions[entry], contribution);
                undo.contributions.push((entry, old));
                undo.is_touched[layout.entries[entry].row] |= old.to_bits() != contribution.to_bits();
            }
        }
        self.undo = undo;
    }

    /// The loss with the change under way.
    pub fn changed_total(&self) -> Drawn {
        let touched = self.undo.is_touched.chunks_exact(2).enumerate();
        touched.fold(Drawn::default(), |sum, (scenario, is_touched)| {
            let frequency = if is_touched[0] { self.frequency(scenario) } else { self.frequencies[scenario] };
            let event = if is_touched[1] { self.event(scenario) } else { self.events[scenario] };
            sum.plus(frequency, &event)
        })
    }

    /// Takes the change back.
    pub fn take_back(&mut self) {
        let Undo { degrees, effective, contributions, is_touched } = &mut self.undo;
        degrees.drain(..).rev().for_each(|(at, old)| self.degrees[at] = old);
        effective.drain(..).rev().for_each(|(at, old)| self.effective[at] = old);
        contributions.drain(..).rev().for_each(|(at, old)| self.contributions[at] = old);
        is_touched.fill(false);
    }

    /// Makes the change stay.
    pub fn keep(&mut self) {
        for row in 0..self.undo.is_touched.len() {
            if std::mem::take(&mut self.undo.is_touched[row]) {
                let scenario = row / 2;
                if row.is_multiple_of(2) {
                    self.frequencies[scenario] = self.frequency(scenario);
                } else {
                    self.events[scenario] = self.event(scenario);
                }
            }
        }
        self.undo.degrees.clear();
        self.undo.effective.clear();
        self.undo.contributions.clear();
    }
}

/// Mean and excess of one event of a scenario, tabulated over the factor on its median.
pub(super) struct Charge {
    severity: Lognormal,
    threshold: f64,
    table: Vec<Drawn>,
}

/// Factors within `exp(-LOGS)..exp(LOGS)` are tabulated: beyond what residuals and harm allow for usually.
const LOGS: f64 = 2.5;
/// Steps of the table per unit of the logarithm; the cubic between errs by less than 1e-5 of the excess.
const STEPS: f64 = 24.0;

impl Charge {
    fn new(severity: Lognormal, threshold: f64) -> Self {
        let mut charge = Self { severity, threshold, table: Vec::new() };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small constant")]
        let points = (2.0 * LOGS * STEPS) as usize + 1;
        charge.table = (0..points).map(|it| charge.exact(libm::exp(it as f64 / STEPS - LOGS))).collect();
        charge
    }

    /// The mean alone, without a table: nothing lies beyond an infinite threshold.
    pub fn exactly(severity: Lognormal) -> Self {
        Self { severity, threshold: f64::INFINITY, table: Vec::new() }
    }

    fn exact(&self, factor: f64) -> Drawn {
        let severity = self.severity.with_median(self.severity.median() * factor);
        let expected = severity.mean();
        if self.threshold == f64::INFINITY {
            return Drawn { expected, excess: 0.0 };
        }
        Drawn { expected, excess: (expected - severity.limited_mean(self.threshold)).max(0.0) }
    }

    /// Of one event whose median is `factor` times the average posture's: a cubic through the four points beside.
    fn of(&self, factor: f64) -> Drawn {
        if self.table.is_empty() {
            return self.exact(factor);
        }
        let place = (ln(factor) + LOGS) * STEPS;
        let last = (self.table.len() - 3) as f64;
        if !(1.0..last).contains(&place) {
            return self.exact(factor);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place of the table")]
        let at = place as usize;
        let t = place - at as f64;
        let weights = [
            -t * (t - 1.0) * (t - 2.0) / 6.0,
            (t + 1.0) * (t - 1.0) * (t - 2.0) / 2.0,
            -(t + 1.0) * t * (t - 2.0) / 2.0,
            (t + 1.0) * t * (t - 1.0) / 6.0,
        ];
        let beside = self.table[at - 1..at + 3].iter().zip(weights);
        beside.fold(Drawn::default(), |sum, (it, weight)| Drawn {
            expected: sum.expected + weight * it.expected,
            excess: sum.excess + weight * it.excess,
        })
    }
}
