//! The best set under all limits: prices for what is limited, the search, and the exact distribution at the end.

use super::branch::{Effort, Found, Search};
use super::frontier::{FrontierPoint, trace};
use super::local_search::{descend, descend_from_everywhere};
use super::problem::{Limits, OPEN_DUTY, Problem, Scarcity};
use super::valued_loss::{Valuation, ValuedLoss};
use crate::decision::{Offers, Outlook, Selection};
use crate::risk::{BadYear, BadYears, FirmModel, Line, Refusal, TAIL_PROBABILITY};

/// What the search is to reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// Price of bearing risk, a year, on the tail value at risk beyond the mean.
    pub loading: f64,
    /// Highest bearable probability a year of a loss above the firm's reserve.
    pub tolerable_ruin: f64,
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
    /// Cost, expected loss and price of bad years together, by the exact distribution, euros a year.
    pub value: f64,
    /// Share of the search's value that the proof leaves open.
    pub gap: f64,
    /// Parts of the search space looked into.
    pub nodes: usize,
    /// How posture was loss.
    pub valuation: Valuation,
    /// How the limit on the probability of ruin came out.
    pub reserve: ReserveLimit,
}

/// How the limit on the probability of a loss above the reserve came out.
#[derive(Clone, Debug, PartialEq)]
pub enum ReserveLimit {
    /// The best set keeps it anyway.
    Kept,
    /// It took more than what pays by itself; without the limit this would be bought.
    Forced(Selection),
    /// Nothing that can be bought within the other limits keeps it.
    OutOfReach,
}

/// Parts of the search space looked into at most: enough for a proof in nearly all firms, and a second at worst.
const NODES: usize = 3000;
/// Gap at which a node counts as settled.
const TOLERANCE: f64 = 2e-4;
/// Good sets kept for ranking by the exact distribution.
const KEPT: usize = 100;
/// Sets further than this from the best in the search are not ranked: the search's tail and the exact one differ
/// by less between sets of about equal value.
const RANKED_WITHIN: f64 = 0.005;
/// Most sets that are ranked where no limit on ruin sorts them out: in 232 searches for made-up firms the best by the
/// distribution was always among the first six.
const RANKED: usize = 8;
/// Rounds of moving the threshold of a bad year to the plan.
const ROUNDS: usize = 4;
/// Relative change at which the threshold counts as settled.
const SETTLED: f64 = 0.02;

/// The best set for one firm.
pub fn best_set(offers: &Offers, firm: &FirmModel, goal: &Goal) -> Result<BestSet, Refusal> {
    Prepared::new(offers, firm, goal).best_set()
}

/// A firm's problem with the threshold of a bad year where the firm will stand.
pub(in crate::decision) struct Prepared<'a> {
    firm: &'a FirmModel,
    goal: &'a Goal,
    problem: Problem,
    start: Selection,
}

impl<'a> Prepared<'a> {
    /// Prepares the search.
    pub fn new(offers: &Offers, firm: &'a FirmModel, goal: &'a Goal) -> Self {
        let mut problem = problem(offers, firm, goal);
        problem.limits.money = goal.money_eur;
        problem.limits.hours = goal.own_hours;
        let start = settle_threshold(&mut problem, firm);
        Self { firm, goal, problem, start }
    }

    /// Searches the best set.
    pub fn best_set(&self) -> Result<BestSet, Refusal> {
        found(self.problem.clone(), self.firm, self.goal, &self.start)
    }

    /// The frontier, bad years counted as in the search; empty below two points.
    pub fn frontier(&self, points: usize) -> Result<Vec<FrontierPoint>, Refusal> {
        if points < 2 {
            return Ok(Vec::new());
        }
        let mut problem = self.problem.clone();
        problem.limits = Limits::default();
        trace(problem, self.firm, points, &self.start)
    }
}

fn found(mut problem: Problem, firm: &FirmModel, goal: &Goal, start: &Selection) -> Result<BestSet, Refusal> {
    let starts = price_budgets(&mut problem, start);
    let mut free = Search::new(&problem, FIRST).run(&starts);
    let open = free.best.first().map_or(0.0, |it| problem.appraise(&it.1).open);
    if open > 0.0 {
        free = with_minimums_open(&mut problem, start, &free, open);
    } else if free.nodes >= FIRST.nodes {
        let mut starts = starts;
        starts.extend(free.best.first().map(|it| it.1.clone()));
        free = Search::new(&problem, EFFORT).run(&starts);
    }
    let ranked = rank(&problem, firm, &free, f64::INFINITY)?;
    let Some(best) = ranked else { return nothing(&problem, firm, goal, &free) };
    if best.outlook.ruin <= goal.tolerable_ruin {
        return Ok(finish(&problem, &free, best, ReserveLimit::Kept));
    }
    let Some((found, kept)) = keep_reserve(&mut problem, firm, goal, &best.selection)? else {
        return Ok(finish(&problem, &free, best, ReserveLimit::OutOfReach));
    };
    Ok(finish(&problem, &found, kept, ReserveLimit::Forced(best.selection)))
}

/// The best set where limits leave that many recognised minimums open: their number becomes a limit of its own with a
/// price that just keeps it, since no bound is tight under a charge beyond all else.
fn with_minimums_open(problem: &mut Problem, start: &Selection, first: &Found, open: f64) -> Found {
    problem.limits.open = Some(open);
    problem.scarcity = Scarcity { cost_weight: 1.0, open: FIRST_PRICE_OF_OPEN, ..Scarcity::default() };
    let mut starts = price_budgets(problem, start);
    starts.extend(first.best.first().map(|it| it.1.clone()));
    Search::new(problem, EFFORT).run(&starts)
}

/// Charge per open minimum from which its price is sought, euros a year: what a cheap measure costs.
const FIRST_PRICE_OF_OPEN: f64 = 300.0;
/// The first search, which finds how many recognised minimums the limits leave open.
const FIRST: Effort = Effort { nodes: 300, ..EFFORT };
const EFFORT: Effort = Effort { nodes: NODES, tolerance: TOLERANCE, keep: KEPT, passes: 1 };

/// The problem without limits, valued at the firm's bad year of today.
pub(super) fn problem(offers: &Offers, firm: &FirmModel, goal: &Goal) -> Problem {
    let valuation = Valuation {
        loading: goal.loading,
        threshold: bad_year(&firm.lines(&offers.present)),
        reserve: firm.reserve_eur(),
        ruin_price: 0.0,
    };
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

/// Prices money and hours so that a good set just keeps their limits; returns sets to start from.
fn price_budgets(problem: &mut Problem, start: &Selection) -> Vec<Selection> {
    let mut starts = vec![problem.nothing(), start.clone()];
    for _ in 0..2 {
        if let Some(limit) = problem.limits.money {
            price(problem, &mut starts, |it, price| it.scarcity.money = price, |it| it.money - limit);
        }
        if let Some(limit) = problem.limits.hours {
            price(problem, &mut starts, |it, price| it.scarcity.hour = price, |it| it.hours - limit);
        }
        if let Some(limit) = problem.limits.open {
            price(problem, &mut starts, |it, price| it.scarcity.open = price, |it| it.open - limit);
        }
    }
    starts
}

/// Lowest and highest price tried for what is limited, per unit.
const PRICES: (f64, f64) = (1e-2, 1e5);
/// Halvings of the logarithmic range of prices.
const HALVINGS: usize = 12;

/// Finds the price at which a descend just keeps a limit, and collects the descents' ends.
fn price(
    problem: &mut Problem,
    starts: &mut Vec<Selection>,
    set: impl Fn(&mut Problem, f64),
    over: impl Fn(&super::problem::Appraisal) -> f64,
) {
    set(problem, 0.0);
    let climb_from = |problem: &Problem, starts: &[Selection]| {
        let from = starts.last().cloned().unwrap_or_else(|| problem.nothing());
        descend(problem, &from).1
    };
    let end = climb_from(problem, starts);
    if over(&problem.appraise(&end)) <= 0.0 {
        starts.push(end);
        return;
    }
    let (mut low, mut high) = (libm::log(PRICES.0), libm::log(PRICES.1));
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        set(problem, libm::exp(middle));
        let end = climb_from(problem, starts);
        if over(&problem.appraise(&end)) <= 0.0 {
            high = middle;
        } else {
            low = middle;
        }
        starts.push(end);
    }
    set(problem, libm::exp(high));
    let end = climb_from(problem, starts);
    starts.push(end);
}

/// A set with what the exact distribution says of it.
struct Ranked {
    selection: Selection,
    outlook: Outlook,
    value: f64,
}

impl Ranked {
    fn new(firm: &FirmModel, selection: &Selection, degrees: &[f64], value: f64) -> Result<Self, Refusal> {
        let outlook = Outlook::of(firm, degrees)?;
        Ok(Self { selection: selection.clone(), outlook, value })
    }
}

/// Exact evaluation of the good sets: the lowest value among those whose probability of ruin stays within.
fn rank(
    problem: &Problem,
    firm: &FirmModel,
    found: &Found,
    tolerable: f64,
) -> Result<Option<Ranked>, Refusal> {
    let Some(first) = found.best.first().map(|it| it.0) else { return Ok(None) };
    let loading = problem.loss.valuation.loading;
    let limit = first + RANKED_WITHIN * (first % OPEN_DUTY);
    let close: Vec<(&Selection, Vec<f64>)> = found
        .best
        .iter()
        .take_while(|it| it.0 <= limit)
        .take(if tolerable.is_finite() { KEPT } else { RANKED })
        .map(|(_, selection)| (selection, problem.degrees(selection)))
        .collect();
    let around = BadYears::around(firm, &close[0].1, problem.loss.valuation.threshold)?;
    let values: Result<Vec<(f64, f64, BadYear)>, Refusal> = close
        .iter()
        .map(|(selection, degrees)| {
            let (appraisal, bad) = (problem.appraise(selection), around.of(degrees)?);
            let expected = firm.expected_annual_loss(degrees);
            let cost = problem.charge_plain(appraisal.money, appraisal.hours);
            let value = cost + expected + loading * (bad.worst_years - expected);
            // Fewer minimums left open come before everything else.
            Ok((value + OPEN_DUTY * appraisal.open, value, bad))
        })
        .collect();
    let kept = values?.into_iter().enumerate().filter(|it| it.1.2.ruin <= tolerable);
    let mut order: Vec<(f64, f64, usize)> = kept.map(|(at, it)| (it.0, it.1, at)).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
    // What the small grids found is looked at on the large ones; hardly ever is the limit kept on one side only.
    for (_, value, at) in order {
        let (selection, degrees) = &close[at];
        let ranked = Ranked::new(firm, selection, degrees, value)?;
        if ranked.outlook.ruin <= tolerable {
            return Ok(Some(ranked));
        }
    }
    Ok(None)
}

/// The best set whose probability of ruin is bearable; none where nothing reaches it.
fn keep_reserve(
    problem: &mut Problem,
    firm: &FirmModel,
    goal: &Goal,
    from: &Selection,
) -> Result<Option<(Found, Ranked)>, Refusal> {
    // The search counts single events, the distribution whole years: their ratio moves little between sets.
    let mut at = from.clone();
    for _ in 0..CALIBRATIONS {
        let exact = Outlook::of(firm, &problem.degrees(&at))?.ruin;
        problem.limits.ruin = Some(f64::MAX);
        let single = problem.appraise(&at).ruin;
        let limit = goal.tolerable_ruin * single / exact * (1.0 - MARGIN);
        problem.limits.ruin = Some(limit);
        let mut starts = vec![at.clone()];
        price_ruin(problem, &mut starts, limit);
        let Some(kept) = starts.iter().rev().find(|it| problem.appraise(it).ruin <= limit) else {
            problem.limits.ruin = None;
            set_ruin_price(problem, 0.0);
            return Ok(None);
        };
        at = kept.clone();
        let found = Search::new(problem, EFFORT).run(&starts);
        if let Some(best) = rank(problem, firm, &found, goal.tolerable_ruin)? {
            return Ok(Some((found, best)));
        }
    }
    problem.limits.ruin = None;
    set_ruin_price(problem, 0.0);
    Ok(None)
}

/// Rounds of matching the search's probability of ruin to the distribution's.
const CALIBRATIONS: usize = 3;
/// Margin kept to the limit, so that ranking by the distribution finds sets that keep it.
const MARGIN: f64 = 0.002;

fn set_ruin_price(problem: &mut Problem, price: f64) {
    let valuation = Valuation { ruin_price: price, ..problem.loss.valuation };
    problem.loss.revalue(valuation);
}

/// Finds the price of ruin at which a descend just keeps the limit.
fn price_ruin(problem: &mut Problem, starts: &mut Vec<Selection>, limit: f64) {
    let scale = problem.value(&starts[0]).abs() / limit;
    let (mut low, mut high) = (libm::log(scale * 1e-3), libm::log(scale * 1e3));
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        set_ruin_price(problem, libm::exp(middle));
        let end = descend(problem, starts.last().expect("there is a start")).1;
        if problem.appraise(&end).ruin <= limit {
            high = middle;
        } else {
            low = middle;
        }
        starts.push(end);
    }
    set_ruin_price(problem, libm::exp(high));
    let end = descend(problem, starts.last().expect("there is a start")).1;
    starts.push(end);
}

fn finish(problem: &Problem, found: &Found, best: Ranked, reserve: ReserveLimit) -> BestSet {
    let Ranked { selection, outlook, value } = best;
    BestSet {
        selection,
        outlook,
        value,
        gap: found.gap(),
        nodes: found.nodes,
        valuation: Valuation { ruin_price: 0.0, ..problem.loss.valuation },
        reserve,
    }
}

/// Buys nothing: what is left where no set keeps the limits.
fn nothing(problem: &Problem, firm: &FirmModel, goal: &Goal, found: &Found) -> Result<BestSet, Refusal> {
    let selection = problem.nothing();
    let mut best = Ranked::new(firm, &selection, &problem.degrees(&selection), 0.0)?;
    best.value = best.outlook.valued(goal.loading);
    Ok(finish(problem, found, best, ReserveLimit::OutOfReach))
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
