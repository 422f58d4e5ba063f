//! How much risk each budget leaves: the frontier from nothing to everything.

use super::best::{Goal, problem};
use super::branch::{Effort, Search};
use super::candidate::Candidate;
use super::domain::Domain;
use super::local_search::{descend_from_everywhere, settle};
use super::problem::Problem;
use crate::decision::offers::SAME;
use crate::decision::{Offers, Selection};
use crate::risk::{BadYears, FirmModel, Refusal};

/// One point: no set of that cost or less leaves less risk.
#[derive(Clone, Debug)]
pub struct FrontierPoint {
    /// What is bought.
    pub selection: Selection,
    /// Money and own hours together, euros a year.
    pub budget: f64,
    /// Euros a year.
    pub money_eur: f64,
    /// Own hours a year.
    pub own_hours: f64,
    /// Expected loss and price of bad years, euros a year.
    pub risk: f64,
    /// Expected loss a year, euros.
    pub expected: f64,
    /// Probability a year of a loss above the reserve.
    pub ruin: f64,
}

/// Effort for a point of the drawing: it starts from its neighbours, and one look at the bound mends what is left. Over
/// the six worked firms its points then lie at most 0.1 % above the best line found on average, 1.1 % at worst.
const DRAWN: Effort = Effort { nodes: 1, tolerance: 1e-3, keep: 1, passes: 2 };
/// Effort for the point of the stop line, which is told as a figure.
const TOLD: Effort = Effort { nodes: 25, tolerance: 5e-4, keep: 1, passes: 2 };

/// A supported point: the best set under one weight of cost.
struct Corner {
    selection: Selection,
    cost: f64,
    risk: f64,
    money: f64,
    hours: f64,
}

/// The frontier in about `points` points, from buying nothing to what no money improves on.
///
/// Each point minimises `weight * cost + risk` for one weight of cost; the weights are found by halving the
/// widest stretch between neighbours (Aneja and Nair 1979), so that every point is the least risk for its own
/// cost, as far as its search went. The minimum standard does not bind here: the frontier shows what a budget can do.
pub fn frontier(
    offers: &Offers,
    firm: &FirmModel,
    goal: &Goal,
    threshold: f64,
    points: usize,
) -> Result<Vec<FrontierPoint>, Refusal> {
    let mut problem = problem(offers, firm, goal.loading);
    let valuation = super::Valuation { threshold, ..problem.loss.valuation };
    problem.loss.revalue(valuation);
    let start = descend_from_everywhere(&problem).1;
    trace(problem, firm, points, &start)
}

/// The same for a problem that is valued already and has no limits, from a selection that is good there.
pub(super) fn trace(
    mut problem: Problem,
    firm: &FirmModel,
    points: usize,
    start: &Selection,
) -> Result<Vec<FrontierPoint>, Refusal> {
    let nothing = corner(&problem, problem.nothing());
    let stop = solved(&mut problem, 1.0, std::slice::from_ref(start), TOLD);
    let everything = solved(&mut problem, LEAST_WEIGHT, std::slice::from_ref(&stop.selection), DRAWN);
    let mut corners = vec![nothing, stop, everything];
    let mut settled: Vec<bool> = vec![false; 2];
    while corners.len() < points {
        // The stretch whose triangle of possible points is largest has most left to show.
        let stretch = (0..corners.len() - 1).filter(|it| !settled[*it]);
        let size = |it: &usize| {
            let (from, to) = (&corners[*it], &corners[*it + 1]);
            (to.cost - from.cost) * (from.risk - to.risk)
        };
        let Some(at) = stretch.max_by(|a, b| size(a).total_cmp(&size(b)).then(b.cmp(a))) else { break };
        let (from, to) = (&corners[at], &corners[at + 1]);
        let (cost, risk) = (to.cost - from.cost, from.risk - to.risk);
        if cost <= 1.0 || risk <= 0.0 {
            settled[at] = true;
            continue;
        }
        let starts = [from.selection.clone(), to.selection.clone()];
        let (first, last) = (from.cost, to.cost);
        let new = solved(&mut problem, risk / cost, &starts, DRAWN);
        if new.cost > first + 1.0 && new.cost < last - 1.0 {
            corners.insert(at + 1, new);
            settled.insert(at, false);
        } else {
            settled[at] = true;
        }
    }
    corners.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    // Within the tolerance of the search a dearer set can leave a trifle more risk: it is not on the frontier. Two
    // weights can find the same set; it stands there once.
    let mut least = f64::INFINITY;
    corners.retain(|it| {
        let on = it.risk < least * (1.0 - SAME);
        least = least.min(it.risk);
        on
    });
    let Some(first) = corners.first() else { return Ok(Vec::new()) };
    let around =
        BadYears::around(firm, &problem.degrees(&first.selection), problem.loss.valuation.threshold)?;
    corners
        .into_iter()
        .map(|it| {
            let degrees = problem.degrees(&it.selection);
            point(it, &degrees, firm, &around)
        })
        .collect()
}

/// Weight of cost at which practically only risk counts; cost still decides between sets of equal risk.
const LEAST_WEIGHT: f64 = 1e-3;
/// Passes of improvement from a neighbouring point, before the search.
const PASSES: usize = 2;

fn solved(problem: &mut Problem, weight: f64, starts: &[Selection], effort: Effort) -> Corner {
    problem.scarcity.cost_weight = weight;
    let whole = Domain::whole(problem);
    let mut candidate = Candidate::at(problem, &starts[0]);
    let mut from: Vec<(f64, Selection)> = Vec::with_capacity(starts.len());
    for start in starts {
        candidate.go_to(start);
        from.push((settle(&mut candidate, &whole, PASSES), candidate.selection().clone()));
    }
    from.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let starts: Vec<Selection> = from.into_iter().map(|it| it.1).collect();
    let found = Search::new(problem, effort).run(&starts);
    corner(problem, found.best[0].1.clone())
}

fn corner(problem: &Problem, selection: Selection) -> Corner {
    let appraisal = problem.appraise(&selection);
    Corner {
        cost: problem.cost(appraisal.money, appraisal.hours),
        risk: appraisal.plain - appraisal.price,
        money: appraisal.money,
        hours: appraisal.hours,
        selection,
    }
}

fn point(
    corner: Corner,
    degrees: &[f64],
    firm: &FirmModel,
    around: &BadYears,
) -> Result<FrontierPoint, Refusal> {
    Ok(FrontierPoint {
        selection: corner.selection,
        budget: corner.cost,
        money_eur: corner.money,
        own_hours: corner.hours,
        risk: corner.risk,
        expected: firm.expected_annual_loss(degrees),
        ruin: around.ruin(degrees)?,
    })
}
