//! The valued loss of a posture, kept up to date as single degrees change.
//!
//! A change touches the measure's own actor and those that lean on it, their rows, and the scenarios of those rows.
//! Sums are always taken anew over all their parts, so a value depends on the posture alone and not on the way there.

use super::cache::Cache;
use super::valued_loss::ValuedLoss;

/// Every step of the computation of a posture's valued loss.
#[derive(Clone, Debug, Default)]
pub(in crate::decision) struct Evaluation {
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
    cache: Cache,
    /// What acts will contribute once the changes under way are taken.
    pending: Vec<(usize, f64)>,
    tangents: Tangents,
}

/// Planes below the valued loss that touch it where things stood when they were last kept.
#[derive(Clone, Debug, Default)]
struct Tangents {
    /// Per row: minus the derivative by its `y`. Empty where things moved since.
    slopes: Vec<f64>,
    /// Per scenario: how far the plane lies below what it touches, where the charge is not log-convex.
    slack: Vec<f64>,
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

impl Evaluation {
    /// A posture from scratch.
    pub fn new(loss: &ValuedLoss, degrees: &[f64]) -> Self {
        let factored = &loss.factored;
        let rows = factored.residuals.len();
        let mut evaluation = Self {
            degrees: degrees.to_vec(),
            contributions: vec![0.0; factored.acts()],
            y: vec![0.0; rows],
            strongest: vec![0.0; rows],
            parts: vec![0.0; rows],
            touched: Touched {
                is_actor: vec![false; factored.actors.len()],
                is_row: vec![false; rows],
                ..Touched::default()
            },
            before: Before::default(),
            cache: Cache::new(factored),
            pending: Vec::new(),
            tangents: Tangents::default(),
        };
        for (at, actor) in factored.actors.iter().enumerate() {
            let own = evaluation.cache.contributions(factored, at, degrees);
            actor.acts.iter().zip(own).for_each(|(act, it)| evaluation.contributions[act.place] = *it);
        }
        for row in 0..rows {
            (evaluation.y[row], evaluation.strongest[row]) = factored.row(row, &evaluation.contributions);
        }
        evaluation.revalue(loss);
        evaluation
    }

    /// Values the same posture anew, after [`ValuedLoss::revalue`].
    pub fn revalue(&mut self, loss: &ValuedLoss) {
        for row in 0..self.parts.len() {
            self.parts[row] = loss.part(row, self.y[row]);
        }
        self.tangents.slopes.clear();
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
    pub fn value(&self, loss: &ValuedLoss) -> f64 {
        self.parts.chunks_exact(2).fold(loss.constant(), |sum, it| sum + it[0] * it[1])
    }

    /// Notes a degree; [`Self::settle`] draws the consequences.
    pub fn set(&mut self, loss: &ValuedLoss, measure: usize, degree: f64) {
        let old = self.degrees[measure];
        if old.to_bits() == degree.to_bits() {
            return;
        }
        self.before.degrees.push((measure, old));
        self.degrees[measure] = degree;
        let factored = &loss.factored;
        // What is not in place at all does nothing, whatever it leans on.
        let is_there = |it: &&usize| factored.actors[**it].parts.iter().any(|it| self.degrees[*it] != 0.0);
        let leaners = factored.leaners[measure].iter().filter(is_there);
        for actor in factored.actor_of[measure].iter().chain(leaners) {
            if !std::mem::replace(&mut self.touched.is_actor[*actor], true) {
                self.touched.actors.push(*actor);
            }
        }
    }

    /// Brings everything that was touched up to date.
    pub fn settle(&mut self, loss: &ValuedLoss) {
        self.contribute(loss, |_, _, _| 0.0);
        self.apply(loss);
    }

    /// The same where the valued loss can fall below `limit`, euros a year; elsewhere false, and only degrees have moved.
    pub fn settle_below(&mut self, loss: &ValuedLoss, limit: f64) -> bool {
        self.touch_with_tangents(loss);
        let overlap = loss.factored.overlap;
        let Self { tangents, strongest, .. } = self;
        let (tangents, strongest) = (std::mem::take(tangents), std::mem::take(strongest));
        let known = self.value(loss);
        let rise = self.contribute(loss, |row, from, to| {
            // A row's `y` rises by so much at most; by less where it is the strongest contribution that falls.
            let (help, harm) = (to.max(0.0) - from.max(0.0), to.min(0.0) - from.min(0.0));
            let stronger = (to - strongest[row]).max(0.0);
            tangents.slopes[row] * (overlap * help + (1.0 - overlap) * stronger + harm)
        });
        let rows = self.touched.rows.iter();
        let slack: f64 = rows.map(|row| tangents.slack[row / 2]).sum();
        (self.tangents, self.strongest) = (tangents, strongest);
        if known - slack - rise >= limit {
            self.pending.clear();
            for row in self.touched.rows.drain(..) {
                self.touched.is_row[row] = false;
            }
            return false;
        }
        self.apply(loss);
        true
    }

    /// Touches the valued loss where it stands, all changes kept.
    fn touch_with_tangents(&mut self, loss: &ValuedLoss) {
        let Self { tangents, y, parts, .. } = self;
        if !tangents.slopes.is_empty() {
            return;
        }
        tangents.slack.clear();
        for (scenario, (y, parts)) in y.chunks_exact(2).zip(parts.chunks_exact(2)).enumerate() {
            let tangent = loss.tangent(scenario, y[0], y[1]);
            tangents.slopes.extend([tangent.frequency_slope, tangent.severity_slope]);
            tangents.slack.push((parts[0] * parts[1] - tangent.value).max(0.0));
        }
    }

    /// Works out what the actors that were touched will contribute; the sum of `rise` over row, old and new contribution.
    fn contribute(&mut self, loss: &ValuedLoss, rise: impl Fn(usize, f64, f64) -> f64) -> f64 {
        let factored = &loss.factored;
        let Self { degrees, contributions, touched, cache, pending, .. } = self;
        let mut sum = 0.0;
        while let Some(at) = touched.actors.pop() {
            touched.is_actor[at] = false;
            let own = cache.contributions(factored, at, degrees);
            for (act, &contribution) in factored.actors[at].acts.iter().zip(own) {
                let (place, row) = (act.place, act.row);
                let old = contributions[place];
                if old.to_bits() != contribution.to_bits() {
                    sum += rise(row, old, contribution);
                    pending.push((place, contribution));
                    if !std::mem::replace(&mut touched.is_row[row], true) {
                        touched.rows.push(row);
                    }
                }
            }
        }
        sum
    }

    /// Takes what is pending, row by row.
    fn apply(&mut self, loss: &ValuedLoss) {
        let factored = &loss.factored;
        for (at, contribution) in self.pending.drain(..) {
            let place = &mut self.contributions[at];
            self.before.contributions.push((at, *place));
            *place = contribution;
        }
        let rows = std::mem::take(&mut self.touched.rows);
        for &row in &rows {
            self.touched.is_row[row] = false;
            self.before.rows.push((row, [self.y[row], self.strongest[row], self.parts[row]]));
            (self.y[row], self.strongest[row]) = factored.row(row, &self.contributions);
            self.parts[row] = loss.part(row, self.y[row]);
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
        if !self.before.rows.is_empty() {
            self.tangents.slopes.clear();
        }
        self.before.degrees.clear();
        self.before.contributions.clear();
        self.before.rows.clear();
    }
}
