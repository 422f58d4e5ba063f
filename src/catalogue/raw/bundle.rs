//! `knowledge/bundles/<id>.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, BySize, Cost, ProfileWhen, Triple, UnitName};
use crate::model::{Grade, Provider, TierLevel};

/// One purchase that supplies several measures at a level.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bundle {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The file's name without `.toml`.
    pub id: At<String>,
    /// Content version that brought it.
    pub added: At<String>,
    /// Content version from which it is no longer used.
    pub withdrawn: Option<At<String>>,
    /// The bundle that took its place.
    pub replaced_by: Option<At<String>>,
    /// Short name for tables.
    pub title: At<String>,
    /// What it is, in plain words.
    pub what: At<String>,
    /// What must be there already.
    pub needs: Option<At<String>>,
    /// True for insurance, else false.
    pub transfer: At<bool>,
    /// Years over which one-off cost is spread.
    pub lifetime_years: At<f64>,
    /// What its prices count.
    pub priced_by: Option<UnitName>,
    /// Who outside hours are bought from.
    pub provider: Provider,
    /// Trust in the price.
    pub grade: Grade,
    /// Where the price comes from.
    pub sources: At<Vec<At<String>>>,
    /// The measures it supplies.
    pub supplies: At<Vec<Supply>>,
    /// For whom it is offered.
    #[serde(default)]
    pub when: ProfileWhen,
    /// True where it is ordered whole or not at all: an appointment costs the same where part of it is there.
    #[serde(default)]
    pub whole: bool,
    /// True where the firm does it itself, one item after the other.
    #[serde(default)]
    pub own_effort: bool,
    /// Price by size.
    pub cost: BySize<Cost>,
    /// Share of the money that falls away elsewhere, by size.
    pub other_it_cost_replaced: BySize<Triple>,
    /// Usual terms of the policy; there exactly where `transfer` is true.
    pub policy: Option<Policy>,
}

/// Usual terms of a policy, until the firm has an offer of its own.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Policy {
    /// Scenarios whose insured share it pays.
    pub covers: At<Vec<At<String>>>,
    /// Euros per event that the firm keeps, by size.
    pub deductible_eur: BySize<Triple>,
    /// Euros per event that the insurer pays at most, by size.
    pub limit_eur: BySize<Triple>,
}

/// A measure at the level a bundle supplies.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Supply {
    /// Id of a measure.
    pub measure: At<String>,
    /// The level it reaches.
    pub level: At<TierLevel>,
}
