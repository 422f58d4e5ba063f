//! The best set above floors and under limits: prices for what is limited, the search, and the exact distribution at the end.

use super::branch::{Effort, Found, Search};
use super::frontier::{FrontierPoint, trace};
use super::local_search::{descend, descend_from_everywhere, descend_with};
use super::problem::{Appraisal, Floor, Limits, Problem};
use super::shortfall::Shortfall;
use super::valued_loss::{Valuation, ValuedLoss};
use crate::decision::{Offers, Outlook, Selection};
use crate::risk::{BadYears, FirmModel, Line, Refusal, TAIL_PROBABILITY};

/// What the search is to reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// Price of bearing risk, a year, on the tail value at risk beyond the mean.
    pub loading: f64,
    /// Euros a year that may be spent, where limited.
    pub money_eur: Option<f64>,
    /// Own hours a year that may be spent, where limited.
    pub own_hours: Option<f64>,
}

/// The best set found, with the proof's remainder.
#[derive(Clone, Debug)]
pub struct BestSet {
    /// What to buy.
    pub selection: Selection,
    /// What the firm looks like with it.
    pub outlook: Outlook,
    /// Cost, attention, charges for open floors, expected loss and price of bad years together, by the exact
    /// distribution, euros a year.
    pub value: f64,
    /// Share of the search's value that the proof leaves open.
    pub gap: f64,
    /// Nodes of the search tree looked into.
    pub nodes: usize,
    /// How posture was valued.
    pub valuation: Valuation,
}

/// Nodes of the search tree looked into at most: enough for a proof in nearly all firms, and a second at worst.
const NODES: usize = 3000;
/// Gap at which a node counts as settled.
const TOLERANCE: f64 = 2e-4;
/// Good sets kept for ranking by the exact distribution.
const KEPT: usize = 100;
/// Sets further than this from the best in the search are not ranked: the search's tail and the exact one differ
/// by less between sets of about equal value.
const RANKED_WITHIN: f64 = 0.005;
/// Most sets that are ranked: in 232 searches for made-up firms the best by the distribution was always among the first
/// six.
const RANKED: usize = 8;
/// Rounds of moving the threshold of a bad year to the plan.
const ROUNDS: usize = 4;
/// Relative change at which the threshold counts as settled.
const SETTLED: f64 = 0.02;
const EFFORT: Effort = Effort { nodes: NODES, tolerance: TOLERANCE, keep: KEPT, passes: 1 };

/// The best set for one firm, without floors.
pub fn best_set(offers: &Offers, firm: &FirmModel, goal: &Goal) -> Result<BestSet, Refusal> {
    let wanted = Wanted { money_eur: goal.money_eur, own_hours: goal.own_hours, ..Wanted::default() };
    Prepared::new(offers, firm, goal.loading).best(&wanted)
}

/// What a set has to keep.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::decision) struct Wanted<'a> {
    /// Degrees to be reached.
    pub floors: &'a [Floor],
    /// Euros a year that may be spent, where limited.
    pub money_eur: Option<f64>,
    /// Own hours a year that may be spent, where limited.
    pub own_hours: Option<f64>,
    /// Sets to start from.
    pub starts: &'a [Selection],
}

/// A firm's problem with the threshold of a bad year where the firm will stand.
pub(in crate::decision) struct Prepared<'a> {
    firm: &'a FirmModel,
    problem: Problem,
    start: Selection,
}

impl<'a> Prepared<'a> {
    /// Prepares the search. Nothing of it depends on the firm's reserve.
    pub fn new(offers: &Offers, firm: &'a FirmModel, loading: f64) -> Self {
        let mut problem = problem(offers, firm, loading);
        let start = settle_threshold(&mut problem, firm);
        Self { firm, problem, start }
    }

    /// How posture is valued.
    pub fn valuation(&self) -> Valuation {
        self.problem.loss.valuation
    }

    /// Searches the best set.
    pub fn best(&self, wanted: &Wanted) -> Result<BestSet, Refusal> {
        let mut problem = self.problem.clone();
        problem.set_floors(wanted.floors);
        problem.limits = Limits { money: wanted.money_eur, hours: wanted.own_hours };
        let mut starts = vec![problem.nothing(), self.start.clone()];
        // From a good set the floors are a few steps away.
        starts.extend(wanted.starts.iter().map(|it| descend(&problem, it).1));
        price_limits(&mut problem, &mut starts);
        let found = Search::new(&problem, EFFORT).run(&starts);
        self.ranked(&problem, &found)
    }

    /// The set whose cost, attention, valued loss and price of the missing reserve are least, by descents from several
    /// starts. A missing reserve is no sum over scenarios, so no bound proves it.
    pub fn least_with(&self, floors: &[Floor], shortfall: &Shortfall, starts: &[Selection]) -> Selection {
        let mut problem = self.problem.clone();
        problem.set_floors(floors);
        let beyond = |candidate: &super::candidate::Candidate| {
            shortfall.price_of(problem.loss.lines(candidate.evaluation().y()), candidate.money())
        };
        let ends = starts.iter().map(|it| descend_with(&problem, it, &beyond));
        let best = ends.min_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
        best.map_or_else(|| problem.nothing(), |it| it.1)
    }

    /// The frontier, bad years counted as in the search; empty below two points.
    pub fn frontier(&self, points: usize) -> Result<Vec<FrontierPoint>, Refusal> {
        if points < 2 {
            return Ok(Vec::new());
        }
        trace(self.problem.clone(), self.firm, points, &self.start)
    }

    /// Exact evaluation of the good sets: the one of the lowest value.
    fn ranked(&self, problem: &Problem, found: &Found) -> Result<BestSet, Refusal> {
        let nothing = [(f64::INFINITY, problem.nothing())];
        let pool = if found.best.is_empty() { &nothing[..] } else { &found.best[..] };
        let limit = pool[0].0 * (1.0 + RANKED_WITHIN);
        let close = pool.iter().take_while(|it| it.0 <= limit).take(RANKED).map(|it| &it.1);
        let loading = problem.loss.valuation.loading;
        let first = problem.degrees(&pool[0].1);
        let around = BadYears::around(self.firm, &first, problem.loss.valuation.threshold)?;
        let mut best: Option<(f64, &Selection)> = None;
        for selection in close {
            let degrees = problem.degrees(selection);
            let expected = self.firm.expected_annual_loss(&degrees);
            let tail = around.of(&degrees)?.worst_years - expected;
            let value = problem.appraise(selection).price + expected + loading * tail;
            if best.is_none_or(|it| value < it.0) {
                best = Some((value, selection));
            }
        }
        let (value, selection) = best.expect("the pool is not empty");
        Ok(BestSet {
            selection: selection.clone(),
            outlook: Outlook::of(self.firm, &problem.degrees(selection))?,
            value,
            gap: found.gap(),
            nodes: found.nodes,
            valuation: problem.loss.valuation,
        })
    }
}

/// The problem without limits, valued at the firm's bad year of today.
pub(super) fn problem(offers: &Offers, firm: &FirmModel, loading: f64) -> Problem {
    let valuation = Valuation { loading, threshold: bad_year(&firm.lines(&offers.present)) };
    Problem::new(offers, ValuedLoss::new(&firm.structure(), offers.present.len(), valuation))
}

/// Moves the threshold of a bad year to where the firm will stand; returns a good start.
fn settle_threshold(problem: &mut Problem, firm: &FirmModel) -> Selection {
    let mut start = descend_from_everywhere(problem).1;
    for _ in 0..ROUNDS {
        let mut valuation = problem.loss.valuation;
        let threshold = bad_year(&firm.lines(&problem.degrees(&start)));
        if (threshold - valuation.threshold).abs() <= SETTLED * threshold {
            break;
        }
        valuation.threshold = threshold;
        problem.loss.revalue(valuation);
        start = descend(problem, &start).1;
    }
    start
}

/// Prices money and hours so that a good set just keeps their limits; collects the sets met on the way.
fn price_limits(problem: &mut Problem, starts: &mut Vec<Selection>) {
    for _ in 0..2 {
        if let Some(limit) = problem.limits.money {
            price(problem, starts, |it, price| it.scarcity.money = price, |it| it.money - limit);
        }
        if let Some(limit) = problem.limits.hours {
            price(problem, starts, |it, price| it.scarcity.hour = price, |it| it.hours - limit);
        }
    }
}

/// Lowest and highest price tried for what is limited, per unit.
const PRICES: (f64, f64) = (1e-2, 1e5);
/// Halvings of the logarithmic range of prices.
const HALVINGS: usize = 12;

/// Finds the price at which a descent just keeps a limit, and collects the descents' ends.
fn price(
    problem: &mut Problem,
    starts: &mut Vec<Selection>,
    set: impl Fn(&mut Problem, f64),
    over: impl Fn(&Appraisal) -> f64,
) {
    set(problem, 0.0);
    let descend_from = |problem: &Problem, starts: &[Selection]| {
        let from = starts.last().cloned().unwrap_or_else(|| problem.nothing());
        descend(problem, &from).1
    };
    let end = descend_from(problem, starts);
    if over(&problem.appraise(&end)) <= 0.0 {
        starts.push(end);
        return;
    }
    let (mut low, mut high) = (libm::log(PRICES.0), libm::log(PRICES.1));
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        set(problem, libm::exp(middle));
        let end = descend_from(problem, starts);
        if over(&problem.appraise(&end)) <= 0.0 {
            high = middle;
        } else {
            low = middle;
        }
        starts.push(end);
    }
    set(problem, libm::exp(high));
    let end = descend_from(problem, starts);
    starts.push(end);
}

/// Loss of a year of which only one in twenty is worse, in single-jump form: the level that single events exceed
/// with that probability a year.
pub(super) fn bad_year(lines: &[Line]) -> f64 {
    let events_above =
        |level: f64| lines.iter().map(|it| it.frequency * it.probability_above(level)).sum::<f64>();
    let wanted = -libm::log(TAIL_PROBABILITY);
    let (mut low, mut high) = (0.0, lines.iter().map(|it| it.cap.min(1e12)).fold(0.0, f64::max));
    if events_above(0.0) <= wanted {
        return 0.0;
    }
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if events_above(middle) > wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}
