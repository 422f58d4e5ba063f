//! What can happen: loss scenarios with frequency and severity of an average reference firm.

use std::collections::BTreeMap;

use super::{ByLevel, BySize, Cited, Estimate, Grade, ScenarioId, SegmentId, SourceId};

/// A risk scenario (ISO/IEC 27005): threat, asset and effect that cause a loss.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Id used by content.
    pub id: ScenarioId,
    /// Short name for tables.
    pub title: String,
    /// What happens, in plain words.
    pub plain: String,
    /// The path from first contact to loss, in plain words.
    pub path: String,
    /// What people have to do with it.
    pub human_factor: String,
    /// True where an attacker is behind it, so that the common threat climate applies.
    pub attack: bool,
    /// Loss events a year of the reference firm at average posture.
    pub frequency: FrequencyEstimate,
    /// Loss per event of the reference firm at average posture.
    pub severity: SeverityEstimate,
    /// Share of the full loss a usual policy would pay before the deductible.
    pub insured_share: Cited<Estimate>,
    /// Working days of standstill per event; already inside the severity.
    pub downtime: Downtime,
    /// Frequency factors by size, segment and digitalisation.
    pub frequency_factors: ByFactor,
    /// Severity factors by size and digitalisation; the segment's severity factor is the segment's own.
    pub severity_by_size: Cited<BySize<f64>>,
    /// Severity factors by digitalisation.
    pub severity_by_level: Cited<ByLevel<f64>>,
    /// Population mean of the posture factor over the factor of the mean posture, frequency and severity
    /// together; divides the frequency once (`docs/method.md`).
    pub jensen: Cited<BySize<f64>>,
}

/// Events a year: mean with 5 % and 95 % points of a lognormal uncertainty.
#[derive(Clone, Debug, PartialEq)]
pub struct FrequencyEstimate {
    /// Mean, events a year.
    pub mean: f64,
    /// 5 % point.
    pub low: f64,
    /// 95 % point.
    pub high: f64,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
}

/// Euros per event: a lognormal through median and 95 % point.
#[derive(Clone, Debug, PartialEq)]
pub struct SeverityEstimate {
    /// Median, euros.
    pub median: f64,
    /// 95 % point, euros.
    pub p95: f64,
    /// Elasticity of the median to turnover.
    pub elasticity: f64,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
}

/// Working days of standstill per event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Downtime {
    /// Median, days.
    pub median_days: f64,
    /// 95 % point, days.
    pub p95_days: f64,
}

/// Factors on a reference value.
#[derive(Clone, Debug, PartialEq)]
pub struct ByFactor {
    /// By size class.
    pub size: Cited<BySize<f64>>,
    /// By segment; every segment of the catalogue has one.
    pub segment: Cited<BTreeMap<SegmentId, f64>>,
    /// By degree of digitalisation.
    pub level: Cited<ByLevel<f64>>,
}
