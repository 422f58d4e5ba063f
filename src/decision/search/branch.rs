//! Branch and bound: the best selection, and how far from it the proof leaves room.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::domain::Domain;
use super::explore::{Explorer, Known, Part};
use super::problem::{OPEN_DUTY, Problem};
use crate::decision::Selection;

/// Effort and accuracy of one search.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// Parts of the search space looked into before the search gives up and reports the gap it has.
    pub parts: usize,
    /// Relative gap at which a part is not looked into further.
    pub tolerance: f64,
    /// How many of the best selections are kept.
    pub keep: usize,
    /// Passes of improvement in a part from the selection that was good before it was cut out.
    pub passes: usize,
}

/// What a search found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The best selections that keep the limits with their values, best first; empty where none was met.
    pub best: Vec<(f64, Selection)>,
    /// No selection that keeps the limits has a lower value.
    pub bound: f64,
    /// Parts looked into.
    pub parts: usize,
}

impl Found {
    /// The best value less the bound, as a share of the value without the charge for open minimums.
    pub fn gap(&self) -> f64 {
        self.best.first().map_or(0.0, |(value, _)| ((value - self.bound) / (value % OPEN_DUTY)).max(0.0))
    }
}

/// A part that waits for its turn.
struct Open {
    part: Part,
    /// Order of creation: ties are broken the same way on every machine.
    number: usize,
}

impl PartialEq for Open {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Open {}
impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Open {
    /// The heap's greatest is the part with the lowest bound.
    fn cmp(&self, other: &Self) -> Ordering {
        other.part.bound.total_cmp(&self.part.bound).then(other.number.cmp(&self.number))
    }
}

pub(super) struct Search<'a> {
    problem: &'a Problem,
    effort: Effort,
    /// The best selections met that keep the limits, ascending by value.
    pool: Vec<(f64, Selection)>,
    upper: f64,
    /// Lowest bound among parts that were settled by tolerance.
    settled: f64,
    /// Parts that wait, the lowest bound first.
    open: BinaryHeap<Open>,
    parts: usize,
    /// Two parts are looked into side by side, on as many cores as there are: which two does not depend on that.
    explorers: (Explorer<'a>, Option<Explorer<'a>>),
}

impl<'a> Search<'a> {
    pub fn new(problem: &'a Problem, effort: Effort) -> Self {
        Self {
            problem,
            effort,
            pool: Vec::new(),
            upper: f64::INFINITY,
            settled: f64::INFINITY,
            open: BinaryHeap::new(),
            parts: 0,
            explorers: (Explorer::new(problem), None),
        }
    }

    /// Searches the whole space from some starts, of which the last is the first reference.
    pub fn run(mut self, starts: &[Selection]) -> Found {
        let mut known = self.known();
        for start in starts {
            self.explorers.0.meet(start, &mut known);
        }
        self.learn(known);
        let reference = starts.last().cloned().unwrap_or_else(|| self.problem.nothing());
        let domain = Domain::whole(self.problem);
        let root = Part { domain, reference, bound: f64::NEG_INFINITY, settled: true };
        self.parts = 1;
        self.look_into(root, None);
        while let Some(first) = self.next() {
            let second = self.next();
            self.look_into(first, second);
        }
        if let Some(rest) = self.open.peek() {
            // The heap is ordered by bound: all that is left is at least as high.
            self.settled = self.settled.min(rest.part.bound);
        }
        Found { bound: self.settled.min(self.upper), best: self.pool, parts: self.parts }
    }

    /// The part with the lowest bound, where it may still hold something better and effort is left. It counts as
    /// looked into.
    fn next(&mut self) -> Option<Part> {
        let is_worth = self.open.peek()?.part.bound < self.known().cutoff() && self.parts < self.effort.parts;
        if !is_worth {
            return None;
        }
        self.parts += 1;
        self.open.pop().map(|it| it.part)
    }

    /// What a look into a part starts from.
    fn known(&self) -> Known {
        let is_full = self.pool.len() >= self.effort.keep;
        let keep_below =
            if is_full { self.pool.last().map_or(f64::INFINITY, |it| it.0) } else { f64::INFINITY };
        Known::new(self.upper, &self.effort, keep_below)
    }

    /// Bounds one part or two; splits them unless they are settled.
    fn look_into(&mut self, first: Part, second: Option<Part>) {
        let (known, beside) = (self.known(), self.known());
        let (one, other) = &mut self.explorers;
        let Some(second) = second else {
            let found = one.look_into(first, known);
            return self.learn(found);
        };
        let other = other.get_or_insert_with(|| Explorer::new(self.problem));
        let (found, found_beside) =
            rayon::join(|| one.look_into(first, known), || other.look_into(second, beside));
        self.learn(found);
        self.learn(found_beside);
    }

    /// Takes in what a look into a part found.
    fn learn(&mut self, known: Known) {
        self.upper = self.upper.min(known.upper);
        self.settled = self.settled.min(known.settled);
        for (value, selection) in known.met {
            let order = |it: &(f64, Selection)| it.0.total_cmp(&value).then_with(|| it.1.cmp(&selection));
            if let Err(at) = self.pool.binary_search_by(order) {
                self.pool.insert(at, (value, selection));
                self.pool.truncate(self.effort.keep);
            }
        }
        for part in known.parts {
            let number = self.parts * 64 + self.open.len();
            self.open.push(Open { part, number });
        }
    }
}
