//! Branch and bound: the best selection, and how far from it the proof leaves room.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::climb::{PASSES_IN_PART, settle};
use super::domain::Domain;
use super::problem::{OPEN_DUTY, Problem};
use super::relax::{PackRegret, Relaxation, Relaxer};
use super::standing::Standing;
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

/// A part of the space that is not settled yet.
struct Part {
    domain: Domain,
    reference: Selection,
    bound: f64,
    /// True where the reference is known to be good in this part.
    settled: bool,
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
    /// The best selections met that keep the limits, ascending by value.
    pool: Vec<(f64, Selection)>,
    upper: f64,
    /// Lowest bound among parts that were settled by tolerance.
    settled: f64,
    /// Where the search stands.
    standing: Standing<'a>,
    parts: usize,
}

impl<'a> Search<'a> {
    pub fn new(problem: &'a Problem, effort: Effort) -> Self {
        Self {
            problem,
            effort,
            pool: Vec::new(),
            upper: f64::INFINITY,
            settled: f64::INFINITY,
            standing: Standing::at(problem, &problem.nothing()),
            parts: 0,
        }
    }

    /// Goes to a selection and remembers it; returns its value with the prices of what is limited.
    fn meet(&mut self, selection: &Selection) -> f64 {
        self.standing.go_to(selection);
        let appraisal = self.standing.appraise();
        if appraisal.within {
            self.upper = self.upper.min(appraisal.plain);
            let is_full = self.pool.len() >= self.effort.keep;
            if !is_full || self.pool.last().is_some_and(|it| it.0 >= appraisal.plain) {
                self.remember(appraisal.plain);
            }
        }
        appraisal.priced
    }

    fn remember(&mut self, value: f64) {
        let selection = self.problem.tidied(self.standing.selection());
        let order = |it: &(f64, Selection)| it.0.total_cmp(&value).then_with(|| it.1.cmp(&selection));
        if let Err(at) = self.pool.binary_search_by(order) {
            self.pool.insert(at, (value, selection));
            self.pool.truncate(self.effort.keep);
        }
    }

    /// Searches the whole space from some starts, of which the last is the first reference.
    pub fn run(mut self, starts: &[Selection]) -> Found {
        for start in starts {
            self.meet(start);
        }
        let reference = starts.last().cloned().unwrap_or_else(|| self.problem.nothing());
        let domain = Domain::whole(self.problem);
        let root = Part { domain, reference, bound: f64::NEG_INFINITY, settled: true, number: 0 };
        let mut open = BinaryHeap::new();
        self.look_into(root, &mut open);
        while let Some(part) = open.pop() {
            if part.bound >= self.cutoff() || self.parts >= self.effort.parts {
                // The heap is ordered by bound: all that is left is at least as high.
                self.settled = self.settled.min(part.bound);
                break;
            }
            self.look_into(part, &mut open);
        }
        Found { bound: self.settled.min(self.upper), best: self.pool, parts: self.parts }
    }

    /// Values from here on are not worth looking for.
    fn cutoff(&self) -> f64 {
        if self.upper.is_finite() {
            self.upper - self.effort.tolerance * (self.upper % OPEN_DUTY)
        } else {
            self.upper
        }
    }

    /// Bounds a part; splits it unless it is settled.
    fn look_into(&mut self, part: Part, open: &mut BinaryHeap<Part>) {
        self.parts += 1;
        let Part { mut domain, mut reference, mut bound, settled, .. } = part;
        if !settled {
            self.standing.go_to(&domain.nearest(&reference));
            settle(&mut self.standing, &domain, PASSES_IN_PART);
            reference = self.standing.selection().clone();
        }
        let mut value = self.meet(&reference);
        let mut last = None;
        // Each round tightens the bound around a better reference of this part.
        for _ in 0..ROUNDS {
            let relaxed = Relaxer::relax(self.problem, &domain, &self.standing);
            bound = bound.max(relaxed.bound);
            let choice = domain.nearest(&relaxed.choice);
            let other = self.meet(&choice);
            if bound >= self.cutoff() {
                self.settled = self.settled.min(bound);
                return;
            }
            self.strike_out(&mut domain, &relaxed);
            let better = other < value && choice != reference;
            reference = domain.nearest(if better { &choice } else { &reference });
            value = self.meet(&reference);
            last = Some(relaxed);
            if !better {
                break;
            }
        }
        if let Some(relaxed) = last {
            self.split(&domain, &reference, &relaxed, bound, open);
        }
    }

    /// Removes states and bundles that cannot be part of anything better.
    fn strike_out(&mut self, domain: &mut Domain, relaxed: &Relaxation) {
        let cutoff = self.cutoff();
        let mut struck = f64::INFINITY;
        for (field, regrets) in relaxed.regrets.iter().enumerate() {
            for (state, regret) in regrets.iter().enumerate() {
                let without = domain.allowed[field] & !(1 << state);
                if relaxed.bound + regret >= cutoff && without != 0 && without != domain.allowed[field] {
                    domain.allowed[field] = without;
                    struck = struck.min(relaxed.bound + regret);
                }
            }
        }
        for it in &relaxed.pack_regrets {
            let (bought, left) = (relaxed.bound + it.bought, relaxed.bound + it.left);
            if bought.max(left) >= cutoff {
                *domain = domain.with_pack(it.at, bought < left);
                struck = struck.min(bought.max(left));
            }
        }
        self.settled = self.settled.min(struck);
    }

    fn split(
        &mut self,
        domain: &Domain,
        reference: &Selection,
        relaxed: &Relaxation,
        bound: f64,
        open: &mut BinaryHeap<Part>,
    ) {
        let undecided = relaxed.pack_regrets.iter().filter(|it| domain.packs_open >> it.at & 1 == 1);
        let rise = |it: &&PackRegret| it.bought.max(it.left);
        let pack = undecided.max_by(|a, b| rise(a).total_cmp(&rise(b)).then(b.at.cmp(&a.at)));
        let free = (0..domain.allowed.len()).filter(|it| domain.allowed[*it].count_ones() > 1);
        let field = free.max_by(|a, b| relaxed.slack[*a].total_cmp(&relaxed.slack[*b]).then(b.cmp(a)));
        let parts: Vec<Domain> = match (pack, field) {
            (Some(it), field) if field.is_none_or(|field| rise(&it) > relaxed.slack[field]) => {
                vec![domain.with_pack(it.at, true), domain.with_pack(it.at, false)]
            }
            (_, Some(field)) => domain.states(field).map(|it| domain.with_state(field, it)).collect(),
            (_, None) => {
                // One selection is left; its value is its bound.
                let only = domain.nearest(reference);
                self.meet(&only);
                let appraisal = self.standing.appraise();
                if appraisal.within {
                    self.settled = self.settled.min(appraisal.plain);
                }
                return;
            }
        };
        for part in parts {
            let number = self.parts * 64 + open.len();
            let settled = part.nearest(reference) == *reference;
            open.push(Part { domain: part, reference: reference.clone(), bound, settled, number });
        }
    }
}

/// Rounds of tightening per part.
const ROUNDS: usize = 3;
