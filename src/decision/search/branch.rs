//! Branch and bound: the best selection, and how far from it the proof leaves room.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::domain::Domain;
use super::node::{Brancher, Known, Node};
use super::problem::Problem;
use crate::decision::Selection;

/// Effort and accuracy of one search.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// Parts of the search space looked into before the search gives up and reports the gap it has.
    pub nodes: usize,
    /// Relative gap at which a node is not looked into further.
    pub tolerance: f64,
    /// How many of the best selections are kept.
    pub keep: usize,
    /// Passes of improvement in a node from the selection that was good before it was cut out.
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
    pub nodes: usize,
}

impl Found {
    /// The best value less the bound, as a share of the value.
    pub fn gap(&self) -> f64 {
        self.best.first().map_or(0.0, |(value, _)| ((value - self.bound) / value).max(0.0))
    }
}

/// A node that waits for its turn.
struct Open {
    node: Node,
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
    /// The heap's greatest is the node with the lowest bound.
    fn cmp(&self, other: &Self) -> Ordering {
        other.node.bound.total_cmp(&self.node.bound).then(other.number.cmp(&self.number))
    }
}

pub(super) struct Search<'a> {
    problem: &'a Problem,
    effort: Effort,
    /// The best selections met that keep the limits, ascending by value.
    pool: Vec<(f64, Selection)>,
    incumbent: f64,
    /// Lowest bound among nodes that were settled by tolerance.
    settled: f64,
    /// Parts that wait, the lowest bound first.
    open: BinaryHeap<Open>,
    nodes: usize,
    brancher: Brancher<'a>,
}

impl<'a> Search<'a> {
    pub fn new(problem: &'a Problem, effort: Effort) -> Self {
        Self {
            problem,
            effort,
            pool: Vec::new(),
            incumbent: f64::INFINITY,
            settled: f64::INFINITY,
            open: BinaryHeap::new(),
            nodes: 0,
            brancher: Brancher::new(problem),
        }
    }

    /// Searches the whole space from some starts, of which the last is the first reference.
    pub fn run(mut self, starts: &[Selection]) -> Found {
        let mut known = self.known();
        for start in starts {
            self.brancher.meet(start, &mut known);
        }
        self.learn(known);
        let reference = starts.last().cloned().unwrap_or_else(|| self.problem.nothing());
        let domain = Domain::whole(self.problem);
        let root = Node { domain, reference, bound: f64::NEG_INFINITY, settled: true };
        self.nodes = 1;
        self.look_into(root);
        while let Some(node) = self.next() {
            self.look_into(node);
        }
        if let Some(rest) = self.open.peek() {
            // The heap is ordered by bound: all that is left is at least as high.
            self.settled = self.settled.min(rest.node.bound);
        }
        Found { bound: self.settled.min(self.incumbent), best: self.pool, nodes: self.nodes }
    }

    /// The node with the lowest bound, where it may still hold something better and effort is left. It counts as
    /// looked into.
    fn next(&mut self) -> Option<Node> {
        let is_worth = self.open.peek()?.node.bound < self.known().cutoff() && self.nodes < self.effort.nodes;
        if !is_worth {
            return None;
        }
        self.nodes += 1;
        self.open.pop().map(|it| it.node)
    }

    /// What a look into a node starts from.
    fn known(&self) -> Known {
        let is_full = self.pool.len() >= self.effort.keep;
        let keep_below =
            if is_full { self.pool.last().map_or(f64::INFINITY, |it| it.0) } else { f64::INFINITY };
        Known::new(self.incumbent, &self.effort, keep_below)
    }

    /// Bounds a node; splits it unless it is settled.
    fn look_into(&mut self, node: Node) {
        let known = self.known();
        let found = self.brancher.look_into(node, known);
        self.learn(found);
    }

    /// Takes in what a look into a node found.
    fn learn(&mut self, known: Known) {
        self.incumbent = self.incumbent.min(known.incumbent);
        self.settled = self.settled.min(known.settled);
        for (value, selection) in known.met {
            let order = |it: &(f64, Selection)| it.0.total_cmp(&value).then_with(|| it.1.cmp(&selection));
            if let Err(at) = self.pool.binary_search_by(order) {
                self.pool.insert(at, (value, selection));
                self.pool.truncate(self.effort.keep);
            }
        }
        for node in known.nodes {
            let number = self.nodes * 64 + self.open.len();
            self.open.push(Open { node, number });
        }
    }
}
