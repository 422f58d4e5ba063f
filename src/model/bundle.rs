//! Offers that supply several measures at once.

use super::{
    BundleId, BySize, Condition, Cost, Estimate, Grade, MeasureId, Provider, ScenarioId, SourceId, TierLevel,
    Unit,
};

/// One purchase that supplies several measures at a level.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    /// Id used by content.
    pub id: BundleId,
    /// Short name for tables.
    pub title: String,
    /// What it is, in plain words.
    pub what: String,
    /// What must be there already, where something must.
    pub needs: Option<String>,
    /// For whom it is offered.
    pub when: Condition,
    /// True for insurance: judged on the loss distribution, not on effects.
    pub transfer: bool,
    /// Usual terms of the policy; there exactly where [`Self::transfer`] is true.
    pub policy: Option<PolicyTerms>,
    /// Years over which one-off cost is spread.
    pub lifetime_years: f64,
    /// What its prices count.
    pub priced_by: Unit,
    /// Who outside hours are bought from.
    pub provider: Provider,
    /// Trust in the price.
    pub grade: Grade,
    /// Where the price comes from.
    pub sources: Vec<SourceId>,
    /// The measures it supplies.
    pub supplies: Vec<Supply>,
    /// True where it is ordered whole or not at all.
    pub whole: bool,
    /// True where the firm does it itself, one item after the other.
    pub own_effort: bool,
    /// Price by size.
    pub cost: BySize<Cost>,
    /// Share of the money that falls away elsewhere, because the firm buys that support anyway.
    pub other_it_cost_replaced: BySize<Estimate>,
}

/// A measure at the level a bundle supplies.
#[derive(Clone, Debug, PartialEq)]
pub struct Supply {
    /// The measure.
    pub measure: MeasureId,
    /// The level it reaches.
    pub level: TierLevel,
}

/// Usual terms of a policy, for judging insurance before the firm has an offer of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyTerms {
    /// Scenarios whose insured share it pays.
    pub covers: Vec<ScenarioId>,
    /// Euros per event that the firm keeps.
    pub deductible_eur: BySize<Estimate>,
    /// Euros per event that the insurer pays at most.
    pub limit_eur: BySize<Estimate>,
}
