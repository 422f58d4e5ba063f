//! `knowledge/how-to/<measure>.toml` and `profiles/systems.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, Day};
use crate::model::{Deliverer, SystemUse, TierLevel};

/// How a measure is carried out, tier by tier.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HowTo {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The file's name without `.toml`: the id of the measure.
    pub id: At<String>,
    /// Content version that brought it.
    pub added: At<String>,
    /// Content version from which it is no longer used.
    pub withdrawn: Option<At<String>>,
    /// What took its place.
    pub replaced_by: Option<At<String>>,
    /// One per tier that a sheet can be printed for.
    pub tiers: At<Vec<HowToTier>>,
    /// What can be done at once and for nothing until a tier is reached.
    pub stopgap: Option<StopgapSheet>,
    /// Where it stands in the products firms use, and dated facts.
    #[serde(default)]
    pub settings: Vec<SettingLine>,
    /// Day of the last review.
    pub reviewed: At<Day>,
}

/// How a tier is carried out.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HowToTier {
    /// The tier.
    pub level: At<TierLevel>,
    /// Four to six instructions in order.
    pub steps: At<Vec<At<String>>>,
    /// How one sees that it is done.
    pub proof: At<String>,
    /// What lies there at the end, and who brings it.
    pub deliverables: At<Vec<Deliverables>>,
    /// What usually goes wrong.
    pub mistake: Option<At<String>>,
    /// What suffices for one or two people.
    pub alone: Option<At<String>>,
    /// What management says to the team.
    pub team: Option<At<String>>,
}

/// What one side hands over.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deliverables {
    /// Who.
    pub by: Deliverer,
    /// What, in a few words each.
    pub items: At<Vec<At<String>>>,
}

/// A step of one day with an end date.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StopgapSheet {
    /// What it is, in one line.
    pub title: At<String>,
    /// Four to six instructions in order.
    pub steps: At<Vec<At<String>>>,
    /// How one sees that it is done.
    pub proof: At<String>,
    /// What management says to the team.
    pub team: Option<At<String>>,
}

/// A line for those who use a product, or a dated fact for everybody.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SettingLine {
    /// The system it is about; everybody where missing.
    pub system: Option<At<String>>,
    /// The tier it belongs to; every tier where missing.
    pub level: Option<At<TierLevel>>,
    /// The line.
    pub text: At<String>,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// The systems a firm may name.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Systems {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The systems, the commonest first.
    pub systems: Vec<System>,
}

/// A system firms use.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct System {
    /// Name used by answers files.
    pub id: At<String>,
    /// Name for people.
    pub title: At<String>,
    /// What it is used for.
    pub used_for: SystemUse,
}
