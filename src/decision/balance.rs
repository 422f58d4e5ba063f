//! What a purchase costs and brings, as figures.

use super::cost::Annual;
use crate::model::{BundleId, GrantId, Interval, MeasureId, TierLevel};

/// One measure weighed given all others.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// The measure.
    pub measure: MeasureId,
    /// Its place in the catalogue.
    pub place: usize,
    /// Tier bought or looked at; none where nothing is left to buy.
    pub tier: Option<TierLevel>,
    /// Bundle of the plan that supplies it, alone or below the tier.
    pub via: Option<BundleId>,
    /// True where the plan contains it.
    pub in_plan: bool,
    /// Degree today.
    pub today: f64,
    /// Degree with it.
    pub target: f64,
    /// What it costs and brings; a bundle's burden is shared among what it supplies by the price of the single
    /// tiers.
    pub balance: Balance,
}

/// One bundle of the plan weighed given everything else.
#[derive(Clone, Debug, PartialEq)]
pub struct WeighedBundle {
    /// The bundle.
    pub bundle: BundleId,
    /// What it supplies here.
    pub supplies: Vec<MeasureId>,
    /// What it costs and brings.
    pub balance: Balance,
}

/// What a purchase costs and brings, given everything else in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Balance {
    /// Burden a year.
    pub annual: Annual,
    /// Part of the burden that falls due at the start: money after grants, own hours.
    pub at_start: (f64, f64),
    /// Part of the one-off money that grants take over, already taken off.
    pub grant_eur: f64,
    /// The grants that pay it.
    pub grants: Vec<GrantId>,
    /// True where the price is the firm's own.
    pub own_price: bool,
    /// Expected loss a year that it takes off.
    pub avoided: Interval,
    /// What it takes off the price of bad years, euros a year.
    pub bad_year_relief: f64,
    /// What it takes off the mean of the worst twentieth of years, euros.
    pub worst_years_relief: f64,
    /// What it takes off the probability a year of a loss above the reserve.
    pub ruin_relief: f64,
    /// Avoided loss minus burden, euros a year.
    pub net_benefit: Interval,
    /// Share of the draws with a positive net benefit.
    pub share_pays: f64,
    /// The same with the price of bad years counted.
    pub share_pays_with_bad_years: f64,
    /// Months until what was spent at the start is saved again; none where it never is.
    pub payback_months: Option<f64>,
    /// What waiting a month costs, euros; negative where waiting saves.
    pub waiting_month: f64,
}

impl Balance {
    /// Net benefit with the price of bad years counted, euros a year.
    pub fn net_with_bad_years(&self) -> f64 {
        self.net_benefit.value + self.bad_year_relief
    }
}
