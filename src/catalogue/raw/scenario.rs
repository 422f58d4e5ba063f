//! `knowledge/scenarios/<id>.toml`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, CitedEstimate};
use crate::model::Grade;

/// A loss scenario: what can happen, how often, how much.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scenario {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The file's name without `.toml`.
    pub id: At<String>,
    /// Content version that brought it.
    pub added: At<String>,
    /// Content version from which it is no longer used.
    pub withdrawn: Option<At<String>>,
    /// The scenario that took its place.
    pub replaced_by: Option<At<String>>,
    /// Short name for tables, at most 40 characters.
    pub title: At<String>,
    /// What happens, in two or three plain sentences.
    pub plain: At<String>,
    /// The path from first contact to loss, in plain words.
    pub path: At<String>,
    /// What people have to do with it.
    pub human_factor: At<String>,
    /// True where an attacker is behind it.
    pub attack: bool,
    /// Loss events a year of the reference firm at average posture.
    pub frequency: Frequency,
    /// Euros per event of the reference firm at average posture.
    pub severity: Severity,
    /// Share of the full loss a usual policy would pay before the deductible.
    pub insured_share: CitedEstimate,
    /// Working days of standstill per event; already inside the severity.
    pub downtime_days: Downtime,
    /// Correction for averaging a convex function, by size.
    pub jensen: CitedBySize,
}

/// Events a year with their factors.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Frequency {
    /// Mean, events a year.
    pub mean: At<f64>,
    /// 5 % point.
    pub low: At<f64>,
    /// 95 % point.
    pub high: At<f64>,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
    /// Factors by size class.
    pub size: CitedBySize,
    /// Factors by segment.
    pub segment: CitedBySegment,
    /// Factors by degree of digitalisation.
    pub level: CitedByLevel,
}

/// Euros per event with their factors.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Severity {
    /// Median, euros.
    pub median: At<f64>,
    /// 95 % point, euros.
    pub p95: At<f64>,
    /// Elasticity of the median to turnover.
    pub elasticity: At<f64>,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
    /// Factors by size class.
    pub size: CitedBySize,
    /// Factors by degree of digitalisation.
    pub level: CitedByLevel,
}

/// Factors by size class.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CitedBySize {
    /// For 1 to 9 people.
    pub micro: At<f64>,
    /// For 10 to 49 people.
    pub small: At<f64>,
    /// For 50 to 249 people.
    pub medium: At<f64>,
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// Factors by degree of digitalisation.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CitedByLevel {
    /// For a low degree.
    pub low: At<f64>,
    /// For a medium degree.
    pub medium: At<f64>,
    /// For a high degree.
    pub high: At<f64>,
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// Factors by segment.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CitedBySegment {
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
    /// One factor per segment.
    pub factors: At<BTreeMap<At<String>, At<f64>>>,
}

/// Working days of standstill per event.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Downtime {
    /// Median, days.
    pub median: At<f64>,
    /// 95 % point, days.
    pub p95: At<f64>,
}
