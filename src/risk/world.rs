//! A posture in several worlds side by side, changed and put back: of a change only what it touches is computed.

use std::ops::Range;

use super::charge::Charge;
use super::effect::{Effects, contribution, strongest};
use super::elementary::exp;
use super::firm::Parameters;
use super::worlds::Drawn;

/// A number in every world.
type Lanes<const WORLDS: usize> = [f64; WORLDS];

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

/// The numbers of several sets of parameters side by side.
#[derive(Clone)]
struct Numbers<const WORLDS: usize> {
    /// Per action: 1 minus the factor of the measure fully in place.
    reductions: Vec<Lanes<WORLDS>>,
    /// Per leaning: share of the effect that survives without the prerequisite.
    attenuations: Vec<Lanes<WORLDS>>,
    /// Exponent with which all but the strongest measure count.
    overlap: Lanes<WORLDS>,
    /// Share that no measure removes: of frequencies, of severities.
    residuals: [Lanes<WORLDS>; 2],
    /// Per scenario: events a year at average posture.
    frequencies: Vec<Lanes<WORLDS>>,
    /// Per row: factor of the average posture.
    average: Vec<Lanes<WORLDS>>,
}

impl<const WORLDS: usize> Numbers<WORLDS> {
    fn new(of: [&Parameters; WORLDS], effects: &Effects) -> Self {
        let all = |count: usize, number: &dyn Fn(&Parameters, usize) -> f64| -> Vec<Lanes<WORLDS>> {
            (0..count).map(|at| of.map(|it| number(it, at))).collect()
        };
        let average = |it: &Parameters, row: usize| {
            let factors = it.average[row / 2];
            if row.is_multiple_of(2) { factors.frequency } else { factors.severity }
        };
        Self {
            reductions: all(effects.actions().len(), &|it, at| it.strengths.reduction(at)),
            attenuations: all(effects.leanings().len(), &|it, at| it.strengths.attenuation(at)),
            overlap: of.map(|it| it.strengths.overlap),
            residuals: [0, 1].map(|row| of.map(|it| it.strengths.residual(row))),
            frequencies: all(effects.rows().len() / 2, &|it, at| it.frequencies[at]),
            average: all(effects.rows().len(), &average),
        }
    }
}

/// A posture under several sets of parameters, with everything a change may leave as it is.
#[derive(Clone)]
pub(super) struct World<'a, const WORLDS: usize> {
    layout: &'a Layout<'a>,
    charges: &'a [Charge],
    numbers: Numbers<WORLDS>,
    /// Degrees here, and what prerequisites leave of them.
    degrees: Vec<Lanes<WORLDS>>,
    effective: Vec<Lanes<WORLDS>>,
    /// Per entry: what it contributes to its row's logarithm; negative where it does harm.
    contributions: Vec<Lanes<WORLDS>>,
    /// Per scenario: events a year, and what one costs.
    frequencies: Vec<Lanes<WORLDS>>,
    events: Vec<[Drawn; WORLDS]>,
    undo: Undo<WORLDS>,
}

/// What a change has touched, to be put back.
#[derive(Clone, Default)]
struct Undo<const WORLDS: usize> {
    degrees: Vec<(usize, Lanes<WORLDS>)>,
    effective: Vec<(usize, Lanes<WORLDS>)>,
    contributions: Vec<(usize, Lanes<WORLDS>)>,
    /// Per row.
    is_touched: Vec<bool>,
}

/// True where two numbers are the same to the bit in every world.
fn same<const WORLDS: usize>(one: &Lanes<WORLDS>, other: &Lanes<WORLDS>) -> bool {
    one.map(f64::to_bits) == other.map(f64::to_bits)
}

impl<'a, const WORLDS: usize> World<'a, WORLDS> {
    pub fn new(
        parameters: [&Parameters; WORLDS],
        layout: &'a Layout<'a>,
        charges: &'a [Charge],
        degrees: Vec<Lanes<WORLDS>>,
    ) -> Self {
        const { assert!(WORLDS > 0) };
        let mut world = Self {
            layout,
            charges,
            numbers: Numbers::new(parameters, layout.effects),
            effective: vec![[0.0; WORLDS]; degrees.len()],
            contributions: vec![[0.0; WORLDS]; layout.entries.len()],
            frequencies: vec![[0.0; WORLDS]; charges.len()],
            events: vec![[Drawn::default(); WORLDS]; charges.len()],
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

    /// What prerequisites leave of a measure's degree.
    fn lean(&self, measure: usize) -> Lanes<WORLDS> {
        let all = self.layout.effects.leanings();
        let mut left = self.degrees[measure];
        for it in self.layout.leanings[measure].clone() {
            let (attenuation, on) = (&self.numbers.attenuations[it], &self.degrees[all[it].on]);
            for world in 0..WORLDS {
                left[world] *= attenuation[world] + (1.0 - attenuation[world]) * on[world];
            }
        }
        left
    }

    fn contribution(&self, entry: usize) -> Lanes<WORLDS> {
        let entry = &self.layout.entries[entry];
        let actions = self.layout.effects.actions();
        let residual = &self.numbers.residuals[entry.row % 2];
        let share = |at: usize| {
            let (reduction, effective) = (&self.numbers.reductions[at], &self.effective[actions[at].measure]);
            let mut share = [0.0; WORLDS];
            for world in 0..WORLDS {
                share[world] = reduction[world] * effective[world];
            }
            share
        };
        let mut all = if entry.is_group {
            let degree = |at: usize, world: usize| self.degrees[actions[at].measure][world];
            std::array::from_fn(|world| {
                strongest(entry.actions.clone(), |at| degree(at, world), |at| share(at)[world])
            })
        } else {
            share(entry.actions.start)
        };
        for (place, residual) in all.iter_mut().zip(residual) {
            *place = contribution(*place, *residual);
        }
        all
    }

    /// A row's factor over that of the average posture.
    fn factor(&self, row: usize) -> Lanes<WORLDS> {
        let (mut all, mut most, mut harm) = ([0.0; WORLDS], [0.0; WORLDS], [0.0; WORLDS]);
        for it in &self.contributions[self.layout.rows[row].clone()] {
            for world in 0..WORLDS {
                // What does harm adds nothing to the help, and the other way round.
                let (help, hurt) = if it[world] > 0.0 { (it[world], 0.0) } else { (0.0, it[world]) };
                all[world] += help;
                most[world] = if help > most[world] { help } else { most[world] };
                harm[world] += hurt;
            }
        }
        let (overlap, residual) = (&self.numbers.overlap, &self.numbers.residuals[row % 2]);
        std::array::from_fn(|world| {
            let others = overlap[world] * (all[world] - most[world]);
            let raw = exp(-(most[world] + others) - harm[world]);
            let factor = if raw <= 1.0 { residual[world] + (1.0 - residual[world]) * raw } else { raw };
            factor / self.numbers.average[row][world]
        })
    }

    /// Events a year of a scenario.
    fn frequency(&self, scenario: usize) -> Lanes<WORLDS> {
        let (average, factor) = (&self.numbers.frequencies[scenario], self.factor(2 * scenario));
        std::array::from_fn(|world| average[world] * factor[world])
    }

    /// One event of a scenario.
    fn event(&self, scenario: usize) -> [Drawn; WORLDS] {
        self.factor(2 * scenario + 1).map(|factor| self.charges[scenario].of(factor))
    }

    pub fn total(&self) -> [Drawn; WORLDS] {
        let mut sum = [Drawn::default(); WORLDS];
        for (frequency, event) in self.frequencies.iter().zip(&self.events) {
            add(&mut sum, frequency, event);
        }
        sum
    }

    /// Changes degrees; [`Self::changed_total`] and [`Self::take_back`] or [`Self::keep`] next.
    pub fn change(&mut self, changes: impl Iterator<Item = (usize, Lanes<WORLDS>)>) {
        let layout = self.layout;
        let mut undo = std::mem::take(&mut self.undo);
        for (measure, degree) in changes {
            let old = std::mem::replace(&mut self.degrees[measure], degree);
            if !same(&old, &degree) {
                undo.degrees.push((measure, old));
            }
        }
        for &(at, _) in &undo.degrees {
            for &measure in std::iter::once(&at).chain(&layout.leaners[at]) {
                let effective = self.lean(measure);
                if measure != at && same(&effective, &self.effective[measure]) {
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
                undo.is_touched[layout.entries[entry].row] |= !same(&old, &contribution);
            }
        }
        self.undo = undo;
    }

    /// The loss with the change under way.
    pub fn changed_total(&self) -> [Drawn; WORLDS] {
        let mut sum = [Drawn::default(); WORLDS];
        for (scenario, is_touched) in self.undo.is_touched.chunks_exact(2).enumerate() {
            let frequency = if is_touched[0] { self.frequency(scenario) } else { self.frequencies[scenario] };
            let event = if is_touched[1] { self.event(scenario) } else { self.events[scenario] };
            add(&mut sum, &frequency, &event);
        }
        sum
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

/// Adds the events of a scenario to the losses of a year.
fn add<const WORLDS: usize>(sum: &mut [Drawn; WORLDS], frequency: &Lanes<WORLDS>, event: &[Drawn; WORLDS]) {
    for world in 0..WORLDS {
        sum[world] = sum[world].plus(frequency[world], &event[world]);
    }
}
