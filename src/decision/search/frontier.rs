//! How much risk each budget leaves: the frontier from nothing to everything.

use super::best::{Goal, problem};
use super::branch::{Effort, Search};
use super::climb::{climb, climb_from_everywhere};
use super::problem::Problem;
use crate::decision::offers::SAME;
use crate::decision::{Offers, Outlook, Selection};
use crate::risk::{FirmModel, Refusal};

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
    /// What the firm looks like.
    pub outlook: Outlook,
}

/// Parts looked into per point, and the gap at which a point counts as settled.
const EFFORT: Effort = Effort { parts: 400, tolerance: 1e-3, keep: 1 };

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
/// cost. Recognised minimums do not bind here: the frontier shows what a budget can do.
pub fn frontier(
    offers: &Offers,
    firm: &FirmModel,
    goal: &Goal,
    threshold: f64,
    points: usize,
) -> Result<Vec<FrontierPoint>, Refusal> {
    let mut problem = problem(offers, firm, goal);
    problem.minimums_bind = false;
    let valuation = super::Valuation { threshold, ..problem.worth.valuation };
    problem.worth.revalue(valuation);
    let nothing = corner(&problem, problem.nothing());
    let start = climb_from_everywhere(&problem).1;
    let stop = solved(&mut problem, 1.0, &[start]);
    let everything = solved(&mut problem, LEAST_WEIGHT, std::slice::from_ref(&stop.selection));
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
        let new = solved(&mut problem, risk / cost, &starts);
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
    corners.into_iter().map(|it| point(&problem, firm, it)).collect()
}

/// Weight of cost at which practically only risk counts; cost still decides between sets of equal risk.
const LEAST_WEIGHT: f64 = 1e-3;

fn solved(problem: &mut Problem, weight: f64, starts: &[Selection]) -> Corner {
    problem.scarcity.cost_weight = weight;
    let mut from: Vec<(f64, Selection)> = starts.iter().map(|it| climb(problem, it)).collect();
    from.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let starts: Vec<Selection> = from.into_iter().map(|it| it.1).collect();
    let found = Search::new(problem, EFFORT).run(&starts);
    corner(problem, found.best[0].1.clone())
}

fn corner(problem: &Problem, selection: Selection) -> Corner {
    let appraisal = problem.appraise(&selection);
    let cost = problem.charge_plain(appraisal.money, appraisal.hours);
    let weighed = problem.charge(appraisal.money, appraisal.hours);
    Corner {
        cost,
        risk: appraisal.plain - weighed,
        money: appraisal.money,
        hours: appraisal.hours,
        selection,
    }
}

fn point(problem: &Problem, firm: &FirmModel, corner: Corner) -> Result<FrontierPoint, Refusal> {
    let outlook = Outlook::of(firm, &problem.degrees(&corner.selection))?;
    Ok(FrontierPoint {
        selection: corner.selection,
        budget: corner.cost,
        money_eur: corner.money,
        own_hours: corner.hours,
        risk: corner.risk,
        outlook,
    })
}
