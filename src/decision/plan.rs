//! What to buy, what it leaves, and what other budgets would leave.

use super::cost::Annual;
use super::gaps::Gaps;
use super::ladder::Rung;
use super::search::FrontierPoint;
use super::{Offers, Outlook, Selection};
use crate::model::{BundleId, Interval, MeasureId, TierLevel};

/// What to buy, with what is left: the rung that is followed, and what other budgets would leave.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Single tiers, by measure.
    pub tiers: Vec<(MeasureId, TierLevel)>,
    /// Bundles with their burden a year.
    pub bundles: Vec<(BundleId, Annual)>,
    /// Burden a year of all of it.
    pub annual: Annual,
    /// Money that falls due at the start, euros after grants, and own hours.
    pub at_start: (f64, f64),
    /// Degree of every measure with the plan in place, in the catalogue's order.
    pub degrees: Vec<f64>,
    /// Expected loss a year with the plan in place, euros, with its range.
    pub expected_annual_loss: Interval,
    /// The year with the plan in place, uninsured.
    pub outlook: Outlook,
    /// Gaps of the minimum standard that the plan leaves open.
    pub open_minimums: Vec<MeasureId>,
    /// Share of the objective that the proof of optimality leaves open.
    pub optimality_gap: f64,
    /// What each budget can do, from nothing to what no money improves on.
    pub frontier: Vec<Point>,
    /// Euros a year, money and own hours together, beyond which protection costs more than it saves.
    pub stop_line: Option<f64>,
}

/// The least risk for a budget.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Money and own hours together, euros a year.
    pub budget: f64,
    /// Euros a year.
    pub money_eur: f64,
    /// Own hours a year.
    pub own_hours: f64,
    /// Expected loss and price of bad years, euros a year: what is least for the budget.
    pub risk: f64,
    /// Expected loss a year, euros.
    pub expected: f64,
    /// Probability a year of a loss above the reserve.
    pub ruin: f64,
    /// What is bought, bundles first.
    pub tiers: Vec<(MeasureId, TierLevel)>,
    /// Bundles bought.
    pub bundles: Vec<BundleId>,
}

pub(super) fn plan(offers: &Offers, gaps: &Gaps, rung: &Rung, frontier: &[FrontierPoint]) -> Plan {
    let open = gaps.open.iter().filter(|it| !it.is_closed(offers, &rung.degrees));
    // The stop line is where a further euro saves just one: the point whose cost and risk together are least.
    let stop = frontier.iter().min_by(|a, b| (a.budget + a.risk).total_cmp(&(b.budget + b.risk)));
    Plan {
        tiers: rung.tiers.clone(),
        bundles: rung.bundles.clone(),
        annual: rung.annual,
        at_start: offers.at_start(&rung.selection),
        degrees: rung.degrees.clone(),
        expected_annual_loss: rung.expected,
        outlook: rung.outlook,
        open_minimums: open.map(|it| it.measure.clone()).collect(),
        optimality_gap: rung.optimality_gap,
        stop_line: stop.map(|it| it.budget),
        frontier: frontier.iter().map(|it| point(offers, it)).collect(),
    }
}

fn tiers(offers: &Offers, selection: &Selection) -> Vec<(MeasureId, TierLevel)> {
    let bought = offers.bought_tiers(selection);
    let mut tiers: Vec<_> =
        bought.map(|it| (offers.catalogue.measures[it.measure].id.clone(), it.level)).collect();
    tiers.sort();
    tiers
}

fn point(offers: &Offers, it: &FrontierPoint) -> Point {
    let bundles = offers.bought_packs(&it.selection);
    Point {
        tiers: tiers(offers, &it.selection),
        bundles: bundles.map(|(_, pack)| offers.catalogue.bundles[pack.bundle].id.clone()).collect(),
        budget: it.budget,
        money_eur: it.money_eur,
        own_hours: it.own_hours,
        risk: it.risk,
        expected: it.expected,
        ruin: it.ruin,
    }
}
