//! The valued loss of a posture, kept up to date as single degrees change.
//!
//! A change touches the measure's own actor and those that lean on it, their rows, and the scenarios of those rows.
//! Sums are always taken anew over all their parts, so a value depends on the posture alone and not on the way there.

use super::memo::Memo;
use super::worth::Worth;

/// Every step of the computation of a posture's valued loss.
#[derive(Clone, Debug, Default)]
pub(in crate::decision) struct Ledger {
    degrees: Vec<f64>,
    /// Per act, row by row: what it contributes to its row.
    contributions: Vec<f64>,
    /// Per row: its `y`.
    y: Vec<f64>,
    /// Per row: the strongest single contribution.
    strongest: Vec<f64>,
    /// Per row: events a year or charge per event; the product of both is a scenario's valued loss a year.
    parts: Vec<f64>,
    touched: Touched,
    before: Before,
    memo: Memo,
}

/// What the changes under way have touched.
#[derive(Clone, Debug, Default)]
struct Touched {
    actors: Vec<usize>,
    is_actor: Vec<bool>,
    rows: Vec<usize>,
    is_row: Vec<bool>,
}

/// What stood there before the changes that are not kept yet.
#[derive(Clone, Debug, Default)]
struct Before {
    degrees: Vec<(usize, f64)>,
    contributions: Vec<(usize, f64)>,
    rows: Vec<(usize, [f64; 3])>,
}

impl Ledger {
    /// A posture from scratch.
    pub fn new(worth: &Worth, degrees: &[f64]) -> Self {
        let kernel = &worth.kernel;
        let rows = kernel.residuals.len();
        let mut ledger = Self {
            degrees: degrees.to_vec(),
            contributions: vec![0.0; kernel.acts()],
            y: vec![0.0; rows],
            strongest: vec![0.0; rows],
            parts: vec![0.0; rows],
            touched: Touched {
                is_actor: vec![false; kernel.actors.len()],
                is_row: vec![false; rows],
                ..Touched::default()
            },
            before: Before::default(),
            memo: Memo::new(kernel),
        };
        for (at, actor) in kernel.actors.iter().enumerate() {
            let own = ledger.memo.contributions(kernel, at, degrees);
            actor.acts.iter().zip(own).for_each(|(act, it)| ledger.contributions[act.place] = *it);
        }
        for row in 0..rows {
            (ledger.y[row], ledger.strongest[row]) = kernel.row(row, &ledger.contributions);
        }
        ledger.revalue(worth);
        ledger
    }

    /// Values the same posture anew, after [`Worth::revalue`].
    pub fn revalue(&mut self, worth: &Worth) {
        for row in 0..self.parts.len() {
            self.parts[row] = worth.part(row, self.y[row]);
        }
    }

    pub fn degrees(&self) -> &[f64] {
        &self.degrees
    }

    /// Per row: its `y`.
    pub(super) fn y(&self) -> &[f64] {
        &self.y
    }

    /// Per row: the strongest single contribution.
    pub(super) fn strongest(&self) -> &[f64] {
        &self.strongest
    }

    /// Per act, row by row: what it contributes to its row.
    pub(super) fn contributions(&self) -> &[f64] {
        &self.contributions
    }

    /// Valued loss a year, euros.
    pub fn value(&self, worth: &Worth) -> f64 {
        self.parts.chunks_exact(2).fold(worth.constant(), |sum, it| sum + it[0] * it[1])
    }

    /// Notes a degree; [`Self::settle`] draws the consequences.
    pub fn set(&mut self, worth: &Worth, measure: usize, degree: f64) {
        let old = self.degrees[measure];
        if old.to_bits() == degree.to_bits() {
            return;
        }
        self.before.degrees.push((measure, old));
        self.degrees[measure] = degree;
        let kernel = &worth.kernel;
        // What is not in place at all does nothing, whatever it leans on.
        let is_there = |it: &&usize| kernel.actors[**it].parts.iter().any(|it| self.degrees[*it] != 0.0);
        let leaners = kernel.leaners[measure].iter().filter(is_there);
        for actor in kernel.actor_of[measure].iter().chain(leaners) {
            if !std::mem::replace(&mut self.touched.is_actor[*actor], true) {
                self.touched.actors.push(*actor);
            }
        }
    }

    /// Brings everything that was touched up to date.
    pub fn settle(&mut self, worth: &Worth) {
        let kernel = &worth.kernel;
        let Self { degrees, contributions, touched, before, memo, .. } = self;
        while let Some(at) = touched.actors.pop() {
            touched.is_actor[at] = false;
            let own = memo.contributions(kernel, at, degrees);
            for (act, contribution) in kernel.actors[at].acts.iter().zip(own) {
                let place = &mut contributions[act.place];
                if place.to_bits() != contribution.to_bits() {
                    before.contributions.push((act.place, *place));
                    *place = *contribution;
                    if !std::mem::replace(&mut touched.is_row[act.row], true) {
                        touched.rows.push(act.row);
                    }
                }
            }
        }
        let rows = std::mem::take(&mut self.touched.rows);
        for &row in &rows {
            self.touched.is_row[row] = false;
            self.before.rows.push((row, [self.y[row], self.strongest[row], self.parts[row]]));
            (self.y[row], self.strongest[row]) = kernel.row(row, &self.contributions);
            self.parts[row] = worth.part(row, self.y[row]);
        }
        self.touched.rows = rows;
        self.touched.rows.clear();
    }

    /// Takes back everything since it was last kept.
    pub fn take_back(&mut self) {
        for (at, old) in self.before.degrees.drain(..).rev() {
            self.degrees[at] = old;
        }
        for (at, old) in self.before.contributions.drain(..).rev() {
            self.contributions[at] = old;
        }
        for (at, old) in self.before.rows.drain(..).rev() {
            [self.y[at], self.strongest[at], self.parts[at]] = old;
        }
    }

    /// Keeps everything.
    pub fn keep(&mut self) {
        self.before.degrees.clear();
        self.before.contributions.clear();
        self.before.rows.clear();
    }
}
