//! `knowledge/views/<name>.toml` and `knowledge/din-spec-27076.toml`: yardsticks of others, and the lists of points they are made of.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, NamedText};
use crate::model::Regime;

/// A list of points that others look at.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct View {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The points in the order in which people meet them.
    pub points: Vec<Point>,
}

/// A point of a yardstick.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Point {
    /// The id.
    pub id: At<String>,
    /// In plain words.
    pub text: At<String>,
    /// Measures that stand for it; none where questions name the point themselves.
    #[serde(default)]
    pub measures: Vec<At<String>>,
    /// The rules that ask it; everybody where missing.
    pub regime: Option<Regime>,
}

/// `knowledge/din-spec-27076.toml`: topics and requirements of the check, in our own words.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DinSpec {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The topics in the order of the standard.
    pub topics: Vec<NamedText>,
    /// The requirements in the order of the standard.
    pub requirements: Vec<DinRequirement>,
}

/// A requirement of the check.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DinRequirement {
    /// Its number, two digits.
    pub id: At<String>,
    /// The topic it belongs to.
    pub topic: At<String>,
    /// True where it gives three points and costs three.
    #[serde(default)]
    pub top: bool,
    /// In our own words.
    pub text: At<String>,
}
