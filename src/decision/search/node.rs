//! A look into one node of the search space: a good selection in it, a bound, and where to split it.

use super::branch::Effort;
use super::cache::Cache;
use super::candidate::Candidate;
use super::domain::Domain;
use super::local_search::settle;
use super::problem::Problem;
use super::relaxation::{PackRegret, Relaxation, Relaxer};
use crate::decision::Selection;

/// A node of the space that is not settled yet.
pub(super) struct Node {
    pub domain: Domain,
    pub reference: Selection,
    pub bound: f64,
    /// True where the reference is known to be good in this node.
    pub settled: bool,
}

/// What is known at the start of a look, and what it adds to that.
#[derive(Default)]
pub(super) struct Known {
    /// The lowest value of a selection that keeps the limits.
    pub incumbent: f64,
    tolerance: f64,
    passes: usize,
    /// Selections of a higher value are not kept.
    keep_below: f64,
    /// Selections met that keep the limits, with their values.
    pub met: Vec<(f64, Selection)>,
    /// Lowest bound among nodes that were settled by tolerance.
    pub settled: f64,
    /// Parts that are left.
    pub nodes: Vec<Node>,
}

impl Known {
    pub fn new(incumbent: f64, effort: &Effort, keep_below: f64) -> Self {
        let Effort { tolerance, passes, .. } = *effort;
        Self { incumbent, tolerance, passes, keep_below, settled: f64::INFINITY, ..Self::default() }
    }

    /// Values from here on are not worth looking for.
    pub fn cutoff(&self) -> f64 {
        if self.incumbent.is_finite() { self.incumbent * (1.0 - self.tolerance) } else { self.incumbent }
    }
}

/// Looks into nodes, one after the other.
pub(super) struct Brancher<'a> {
    problem: &'a Problem,
    /// Where the search stands.
    candidate: Candidate<'a>,
    /// What actors contribute where nodes are bounded.
    cache: Cache,
}

impl<'a> Brancher<'a> {
    pub fn new(problem: &'a Problem) -> Self {
        let candidate = Candidate::at(problem, &problem.nothing());
        Self { problem, candidate, cache: Cache::new(&problem.loss.factored) }
    }

    /// Goes to a selection and remembers it; returns its value with the prices of what is limited.
    pub fn meet(&mut self, selection: &Selection, known: &mut Known) -> f64 {
        self.candidate.go_to(selection);
        let appraisal = self.candidate.appraise();
        if appraisal.within {
            known.incumbent = known.incumbent.min(appraisal.plain);
            if appraisal.plain <= known.keep_below {
                known.met.push((appraisal.plain, self.problem.tidied(self.candidate.selection())));
            }
        }
        appraisal.priced
    }

    /// Bounds a node; splits it unless it is settled.
    pub fn look_into(&mut self, node: Node, mut known: Known) -> Known {
        let Node { mut domain, mut reference, mut bound, settled } = node;
        if !settled {
            self.candidate.go_to(&domain.nearest(&reference));
            settle(&mut self.candidate, &domain, known.passes);
            reference = self.candidate.selection().clone();
        }
        let mut value = self.meet(&reference, &mut known);
        let mut last = None;
        // Each round tightens the bound around a better reference of this node.
        for _ in 0..ROUNDS {
            let relaxed = Relaxer::relax(self.problem, &domain, &self.candidate, &mut self.cache);
            bound = bound.max(relaxed.bound);
            let choice = domain.nearest(&relaxed.choice);
            let other = self.meet(&choice, &mut known);
            if bound >= known.cutoff() {
                known.settled = known.settled.min(bound);
                return known;
            }
            strike_out(&mut domain, &relaxed, &mut known);
            let better = other < value && choice != reference;
            reference = domain.nearest(if better { &choice } else { &reference });
            value = self.meet(&reference, &mut known);
            last = Some(relaxed);
            if !better {
                break;
            }
        }
        if let Some(relaxed) = last {
            self.split(&domain, &reference, &relaxed, bound, &mut known);
        }
        known
    }

    fn split(
        &mut self,
        domain: &Domain,
        reference: &Selection,
        relaxed: &Relaxation,
        bound: f64,
        known: &mut Known,
    ) {
        let undecided = relaxed.pack_regrets.iter().filter(|it| domain.packs_open >> it.at & 1 == 1);
        let rise = |it: &&PackRegret| it.bought.max(it.left);
        let pack = undecided.max_by(|a, b| rise(a).total_cmp(&rise(b)).then(b.at.cmp(&a.at)));
        let free = (0..domain.allowed.len()).filter(|it| domain.allowed[*it].count_ones() > 1);
        let field = free.max_by(|a, b| relaxed.slack[*a].total_cmp(&relaxed.slack[*b]).then(b.cmp(a)));
        let nodes: Vec<Domain> = match (pack, field) {
            (Some(it), field) if field.is_none_or(|field| rise(&it) > relaxed.slack[field]) => {
                vec![domain.with_pack(it.at, true), domain.with_pack(it.at, false)]
            }
            (_, Some(field)) => domain.states(field).map(|it| domain.with_state(field, it)).collect(),
            (_, None) => {
                // One selection is left; its value is its bound.
                let only = domain.nearest(reference);
                self.meet(&only, known);
                let appraisal = self.candidate.appraise();
                if appraisal.within {
                    known.settled = known.settled.min(appraisal.plain);
                }
                return;
            }
        };
        known.nodes.extend(nodes.into_iter().map(|domain| {
            let settled = domain.nearest(reference) == *reference;
            Node { domain, reference: reference.clone(), bound, settled }
        }));
    }
}

/// Removes states and bundles that cannot be node of anything better.
fn strike_out(domain: &mut Domain, relaxed: &Relaxation, known: &mut Known) {
    let cutoff = known.cutoff();
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
    known.settled = known.settled.min(struck);
}

/// Rounds of tightening per node.
const ROUNDS: usize = 3;
