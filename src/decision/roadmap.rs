//! In which order, and by when: what brings most first, what it needs before it, within the firm's own hours.

use super::Selection;
use super::cost::Price;
use super::offers::{Offers, SAME};
use super::weigh::Scales;
use crate::model::{BundleId, MeasureId, TierLevel};

/// One purchase of the plan with its place in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What is done.
    pub purchase: Purchase,
    /// By when.
    pub window: Window,
    /// Days from the start until it is done, at the firm's pace.
    pub done_after_days: f64,
    /// Own hours in the first year: setting it up, and the first round of what recurs.
    pub own_hours: f64,
    /// Money in the first year, euros: once, after grants, and the first year of what recurs.
    pub money_eur: f64,
    /// Expected loss a year that it takes off, given the steps before it, euros.
    pub avoided: f64,
    /// Expected loss and price of bad years that it takes off, less its burden a year, given the steps before it.
    pub net_benefit: f64,
}

/// What a step buys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purchase {
    /// A bundle.
    Bundle(BundleId),
    /// A tier of a measure.
    Tier(MeasureId, TierLevel),
}

/// Windows of the first year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Window {
    /// First 30 days.
    Month,
    /// First 90 days.
    Quarter,
    /// First 180 days.
    HalfYear,
    /// First 365 days.
    Year,
    /// The own hours of the first year do not reach.
    Later,
}

impl Window {
    /// The window in which a number of days falls.
    fn of(days: f64) -> Self {
        match days {
            it if it <= 30.0 => Self::Month,
            it if it <= 90.0 => Self::Quarter,
            it if it <= 180.0 => Self::HalfYear,
            it if it <= 365.0 => Self::Year,
            _ => Self::Later,
        }
    }

    /// Last day of the window; none where it has none.
    pub fn days(self) -> Option<u32> {
        match self {
            Self::Month => Some(30),
            Self::Quarter => Some(90),
            Self::HalfYear => Some(180),
            Self::Year => Some(365),
            Self::Later => None,
        }
    }
}

/// A prerequisite without which so much of the effect is lost or less survives comes first (half and less).
const NEEDED: f64 = 0.5;
/// Mean length of a month, days.
const DAYS_PER_MONTH: f64 = 30.436_875;

/// A purchase not yet placed.
struct Open {
    purchase: Purchase,
    /// Degrees it reaches.
    reaches: Vec<(usize, f64)>,
    /// Measures it does not bring itself and without which what it reaches loses half of its effect or more.
    needs: Vec<usize>,
    price: Price,
}

impl Open {
    fn new(offers: &Offers, purchase: Purchase, reaches: Vec<(usize, f64)>, price: Price) -> Self {
        let prerequisites = reaches.iter().flat_map(|it| &offers.catalogue.measures[it.0].prerequisites);
        let needed = prerequisites.filter(|it| it.attenuation.likely <= NEEDED);
        let needed = needed.filter_map(|it| offers.catalogue.measure_index(&it.measure));
        let needs = needed.filter(|it| !reaches.iter().any(|own| own.0 == *it)).collect();
        Self { purchase, reaches, needs, price }
    }

    /// True where something it needs is not there at these degrees and `other` brings it.
    fn waits_for(&self, other: &Self, degrees: &[f64]) -> bool {
        let missing = other.reaches.iter().filter(|(measure, degree)| *degree > degrees[*measure] + SAME);
        missing.into_iter().any(|it| self.needs.contains(&it.0))
    }
}

/// Orders a plan's purchases and spreads them over the own hours of each month.
pub(super) fn roadmap(scales: &Scales, hours_per_month: f64) -> Vec<Step> {
    let offers = scales.offers;
    let mut open = purchases(offers, scales.plan);
    let mut degrees = offers.present.clone();
    let mut hours = 0.0;
    let mut steps = Vec::with_capacity(open.len());
    while !open.is_empty() {
        let at = next(scales, &open, &degrees);
        let it = open.remove(at);
        let with = reached(&degrees, &[&it]);
        let avoided = scales.firm.expected_annual_loss(&degrees) - scales.firm.expected_annual_loss(&with);
        let cost = it.price.annual(&offers.terms).total().likely;
        let net_benefit = scales.value(&degrees) - scales.value(&with) - cost;
        degrees = with;
        let own_hours = first_year_hours(&it.price);
        let once = it.price.one_off_eur.likely - it.price.grant_eur.likely;
        hours += own_hours;
        let days = DAYS_PER_MONTH * hours / hours_per_month;
        steps.push(Step {
            purchase: it.purchase,
            window: Window::of(days),
            done_after_days: days,
            own_hours,
            money_eur: once + it.price.yearly_eur.likely,
            avoided,
            net_benefit,
        });
    }
    steps
}

fn purchases(offers: &Offers, plan: &Selection) -> Vec<Open> {
    let catalogue = offers.catalogue;
    let packs = offers.bought_packs(plan).map(|(_, pack)| {
        let purchase = Purchase::Bundle(catalogue.bundles[pack.bundle].id.clone());
        Open::new(offers, purchase, pack.supplies.clone(), pack.price.clone())
    });
    let tiers = (0..offers.units.len()).filter_map(|unit| offers.bought(plan, unit));
    let tiers = tiers.map(|(offer, price)| {
        let purchase = Purchase::Tier(catalogue.measures[offer.measure].id.clone(), offer.level);
        Open::new(offers, purchase, vec![(offer.measure, offer.degree)], price)
    });
    packs.chain(tiers).collect()
}

/// Degrees with these bought as well.
fn reached(degrees: &[f64], bought: &[&Open]) -> Vec<f64> {
    let mut with = degrees.to_vec();
    for &(measure, degree) in bought.iter().flat_map(|it| &it.reaches) {
        with[measure] = with[measure].max(degree);
    }
    with
}

/// Own hours of the first year: setting it up, and the first round of what recurs.
fn first_year_hours(price: &Price) -> f64 {
    price.own_hours_one_off.likely + price.own_hours_yearly.likely
}

/// Own hours below which a step counts as done on the spot.
const SHORTEST: f64 = 0.25;

/// The purchase to make next: the one that, together with what it needs first, takes off most per own hour; of
/// that group the one that needs nothing else of it.
fn next(scales: &Scales, open: &[Open], degrees: &[f64]) -> usize {
    let group = |at: usize| -> Vec<usize> {
        let mut group = vec![at];
        let mut seen = 0;
        while seen < group.len() {
            for (other, it) in open.iter().enumerate() {
                if !group.contains(&other) && open[group[seen]].waits_for(it, degrees) {
                    group.push(other);
                }
            }
            seen += 1;
        }
        group
    };
    let now = scales.value(degrees);
    // Everything in the plan will be done; what counts for the order is how much each own hour takes off
    // (Smith's rule for weighted completion times).
    let brings = |members: &[usize]| {
        let bought: Vec<&Open> = members.iter().map(|it| &open[*it]).collect();
        let hours: f64 = bought.iter().map(|it| first_year_hours(&it.price)).sum();
        (now - scales.value(&reached(degrees, &bought))) / hours.max(SHORTEST)
    };
    let mut ranked: Vec<(f64, usize)> = (0..open.len()).map(|it| (brings(&group(it)), it)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| open[a.1].purchase.cmp(&open[b.1].purchase)));
    let leader = ranked[0].1;
    let group = group(leader);
    let free =
        |at: usize| group.iter().all(|other| *other == at || !open[at].waits_for(&open[*other], degrees));
    // Two that need each other: the one that brings more alone goes first.
    let alone = |at: usize| brings(&[at]);
    let candidates = group.iter().copied().filter(|it| free(*it));
    let order = |a: &usize, b: &usize| {
        alone(*a).total_cmp(&alone(*b)).then_with(|| open[*b].purchase.cmp(&open[*a].purchase))
    };
    candidates
        .max_by(order)
        .unwrap_or_else(|| group.iter().copied().max_by(order).expect("the leader is in its group"))
}
