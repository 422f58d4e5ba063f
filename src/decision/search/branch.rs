//! Branch and bound: the best selection, and how far from it the proof leaves room.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

use super::domain::Domain;
use super::kernel::Rows;
use super::problem::Problem;
use super::relax::{Relaxation, Relaxer};
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
}

/// What a search found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The best selections with their values, best first.
    pub best: Vec<(f64, Selection)>,
    /// No selection has a lower value.
    pub bound: f64,
    /// Parts looked into.
    pub parts: usize,
}

impl Found {
    /// The best value less the bound, as a share of the value.
    pub fn gap(&self) -> f64 {
        let value = self.best[0].0;
        ((value - self.bound) / value).max(0.0)
    }
}

/// A part of the space that is not settled yet.
struct Part {
    domain: Domain,
    reference: Selection,
    bound: f64,
    /// Order of creation: ties are broken the same way on every machine.
    number: usize,
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Part {}
impl PartialOrd for Part {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Part {
    /// The heap's greatest is the part with the lowest bound.
    fn cmp(&self, other: &Self) -> Ordering {
        other.bound.total_cmp(&self.bound).then(other.number.cmp(&self.number))
    }
}

pub(super) struct Search<'a> {
    problem: &'a Problem,
    effort: Effort,
    /// Selections met, by value in comparable bits and then by themselves.
    pool: BTreeMap<(u64, Selection), f64>,
    upper: f64,
    /// Lowest bound among parts that were settled by tolerance.
    settled: f64,
    rows: Rows,
    parts: usize,
}

impl<'a> Search<'a> {
    pub fn new(problem: &'a Problem, effort: Effort) -> Self {
        Self {
            problem,
            effort,
            pool: BTreeMap::new(),
            upper: f64::INFINITY,
            settled: f64::INFINITY,
            rows: Rows::default(),
            parts: 0,
        }
    }

    /// Remembers a selection.
    pub fn meet(&mut self, selection: &Selection) -> f64 {
        let selection = self.problem.tidied(selection);
        let value = self.problem.value(&selection);
        self.upper = self.upper.min(value);
        // The objective is positive, so the order of bits is the order of values.
        self.pool.insert((value.to_bits(), selection), value);
        if self.pool.len() > self.effort.keep {
            self.pool.pop_last();
        }
        value
    }

    /// Searches the whole space from `start`.
    pub fn run(mut self, start: &Selection) -> Found {
        self.meet(start);
        let whole = Domain::whole(self.problem);
        let mut open = BinaryHeap::new();
        let root = Part { domain: whole, reference: start.clone(), bound: f64::NEG_INFINITY, number: 0 };
        self.look_into(root, &mut open);
        while let Some(part) = open.pop() {
            if part.bound >= self.cutoff() {
                // All that is left is at least as high: the heap is ordered by bound.
                self.settled = self.settled.min(part.bound);
                break;
            }
            if self.parts >= self.effort.parts {
                self.settled = self.settled.min(part.bound);
                break;
            }
            self.look_into(part, &mut open);
        }
        let bound = self.settled.min(self.upper);
        let best = self.pool.into_iter().map(|((_, selection), value)| (value, selection)).collect();
        Found { best, bound, parts: self.parts }
    }

    fn cutoff(&self) -> f64 {
        self.upper * (1.0 - self.effort.tolerance)
    }

    /// Bounds a part; splits it unless it is settled.
    fn look_into(&mut self, part: Part, open: &mut BinaryHeap<Part>) {
        self.parts += 1;
        let Part { mut domain, mut reference, mut bound, .. } = part;
        let mut value = self.meet(&reference);
        let mut last = None;
        // Each round tightens the bound around a better reference of this part.
        for _ in 0..ROUNDS {
            let degrees = self.problem.degrees(&reference);
            self.problem.worth.kernel.rows(&degrees, &mut self.rows);
            let relaxed = Relaxer::relax(self.problem, &domain, &reference, &degrees, &self.rows);
            bound = bound.max(relaxed.bound);
            let choice = domain.nearest(&relaxed.choice);
            let other = self.meet(&choice);
            if bound >= self.cutoff() {
                self.settled = self.settled.min(bound);
                return;
            }
            self.strike_out(&mut domain, &relaxed);
            let better = other < value && choice != reference;
            let from = reference.clone();
            if better {
                reference = domain.nearest(&choice);
                value = self.meet(&reference);
            } else {
                reference = domain.nearest(&reference);
            }
            last = Some((from, relaxed));
            if !better {
                break;
            }
        }
        if let Some((from, relaxed)) = last {
            self.split(&domain, &reference, &from, &relaxed, bound, open);
        }
    }

    /// Removes states and bundles that cannot be part of anything better.
    fn strike_out(&self, domain: &mut Domain, relaxed: &Relaxation) {
        let cutoff = self.cutoff();
        for (field, regrets) in relaxed.regrets.iter().enumerate() {
            for (state, regret) in regrets.iter().enumerate() {
                if relaxed.bound + regret >= cutoff && domain.allowed[field].count_ones() > 1 {
                    domain.allowed[field] &= !(1 << state);
                }
            }
        }
        for &(at, term) in &relaxed.pack_terms {
            if relaxed.bound + term.max(0.0) >= cutoff {
                *domain = domain.with_pack(at, false);
            } else if relaxed.bound - term.min(0.0) >= cutoff {
                *domain = domain.with_pack(at, true);
            }
        }
    }

    fn split(
        &mut self,
        domain: &Domain,
        reference: &Selection,
        from: &Selection,
        relaxed: &Relaxation,
        bound: f64,
        open: &mut BinaryHeap<Part>,
    ) {
        let undecided = relaxed.pack_terms.iter().filter(|(at, _)| domain.packs_open >> at & 1 == 1);
        let pack = undecided.min_by(|a, b| a.1.total_cmp(&b.1)).copied();
        let free = (0..domain.allowed.len()).filter(|it| domain.allowed[*it].count_ones() > 1);
        let field = free.max_by(|a, b| relaxed.slack[*a].total_cmp(&relaxed.slack[*b]).then(b.cmp(a)));
        let field_slack = field.map_or(f64::NEG_INFINITY, |it| relaxed.slack[it]);
        let parts: Vec<Domain> = match (pack, field) {
            (Some((at, term)), _) if -term >= field_slack || term < 0.0 => {
                vec![domain.with_pack(at, true), domain.with_pack(at, false)]
            }
            (_, Some(field)) => domain.states(field).map(|it| domain.with_state(field, it)).collect(),
            (Some((at, _)), None) => vec![domain.with_pack(at, true), domain.with_pack(at, false)],
            (None, None) => {
                // One selection is left; its value is its bound.
                let only = domain.nearest(reference);
                let value = self.meet(&only);
                self.settled = self.settled.min(value);
                return;
            }
        };
        let _ = from;
        for part in parts {
            let number = self.parts * 64 + open.len();
            let reference = part.nearest(reference);
            open.push(Part { domain: part, reference, bound, number });
        }
    }
}

/// Rounds of tightening per part.
const ROUNDS: usize = 3;
