//! `knowledge/calibration.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::model::Grade;

/// What makes figures follow the single firm.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Calibration {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// How figures that are given for the three reference firms run with the head count.
    pub size: SizeCourses,
    /// How turnover runs with the head count.
    pub turnover: Turnover,
    /// How digitalisation enters.
    pub digitalisation: DigitalCurve,
    /// How the processes a firm lives on enter.
    pub standstill: Standstill,
    /// How what a firm has lived through enters.
    pub experience: Experience,
    /// How answers wear.
    pub ageing: Ageing,
    /// How prices run with the head count.
    pub prices: PriceCourse,
    /// What is drawn.
    pub uncertainty: Uncertainty,
    /// When a reserve is enough.
    pub bearing: BearingLimits,
    /// Worlds in which advice is tried.
    pub stress: Vec<StressLine>,
    /// Scenarios that come out of others.
    pub chains: Vec<Chain>,
}

/// Scale on which a figure is a straight line over the logarithm of the head count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ScaleName {
    /// The logarithm.
    Log,
    /// The logarithm of the odds.
    Logit,
    /// The figure itself.
    Linear,
}

/// How a figure runs.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Course {
    /// On which scale.
    pub scale: ScaleName,
    /// Share of the first stretch's slope that continues below.
    pub below: At<f64>,
    /// Share of the last stretch's slope that continues above.
    pub above: At<f64>,
}

/// How figures run with the head count.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SizeCourses {
    /// Factors on frequencies.
    pub frequency: Course,
    /// Factors on severities.
    pub severity: Course,
    /// Correction for averaging.
    pub jensen: Course,
    /// Adoption of measures.
    pub adoption: Course,
    /// Relief of attenuation.
    pub attenuation_relief: Course,
    /// Own hours a month.
    pub hours_per_month: Course,
    /// Degrees of tiers and answers.
    pub degree: Course,
    /// Deductible and limit of a policy.
    pub policy: Course,
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// How turnover runs with the head count.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Turnover {
    /// Exponent of the turnover a head.
    pub slope: At<f64>,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// The level factor over the points.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DigitalCurve {
    /// Points at which the scenarios' factors for a low, medium and high degree hold.
    pub knots: At<[f64; 3]>,
    /// Share of the neighbouring slope beyond the outer knots.
    pub ends: At<f64>,
    /// Share of the gradient that counts on frequencies.
    pub frequency: At<f64>,
    /// The same on severities.
    pub severity: At<f64>,
    /// Further share in scenarios of the web.
    pub web: At<f64>,
    /// The scenarios of the web.
    pub web_scenarios: Vec<At<String>>,
    /// How far the point of comparison lies from the mix of all segments towards the own one.
    pub own_segment: At<f64>,
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// How the processes a firm lives on enter.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Standstill {
    /// Scenarios in which they count.
    pub scenarios: Vec<At<String>>,
    /// Lowest factor on the interruption.
    pub lowest: At<f64>,
    /// Highest.
    pub highest: At<f64>,
    /// Most daily turnovers that a stated standstill day counts for.
    pub most_daily_turnovers: At<f64>,
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// How what a firm has lived through enters.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Experience {
    /// Years that are asked about.
    pub years: At<f64>,
    /// Expected events at which a firm's own experience counts as much as that of firms like it.
    pub half_trust_events: At<f64>,
    /// Lowest factor on a frequency.
    pub lowest: At<f64>,
    /// Highest.
    pub highest: At<f64>,
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
    /// What is asked about.
    pub kinds: Vec<IncidentKind>,
}

/// A kind of incident that people remember.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IncidentKind {
    /// Used by answers.
    pub id: At<String>,
    /// As a statement to tick.
    pub text: At<String>,
    /// The scenarios whose events it counts; each belongs to one kind at most.
    pub scenarios: Vec<At<String>>,
}

/// How answers wear.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ageing {
    /// Months in which nothing wears.
    pub grace_months: At<f64>,
    /// Factor on the half-life of an answer that was only claimed.
    pub claimed: At<f64>,
    /// The same where a record was shown.
    pub shown: At<f64>,
    /// The same where it was tried out.
    pub tested: At<f64>,
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// How prices run with the head count.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PriceCourse {
    /// What each further site costs, as a share of the first.
    pub second_site: At<f64>,
    /// Exponent of what is paid once below the smallest reference firm.
    pub once_below: At<f64>,
    /// Computer users a head in the firms that prices were made for.
    pub user_reference: At<f64>,
    /// The trait of firms with a second place.
    pub several_sites: At<String>,
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// One number per grade.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ByGrade {
    /// Measured.
    #[serde(rename = "A")]
    pub a: At<f64>,
    /// Derived.
    #[serde(rename = "B")]
    pub b: At<f64>,
    /// Judged.
    #[serde(rename = "C")]
    pub c: At<f64>,
}

/// What is drawn: deviations of logarithms unless said otherwise.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Uncertainty {
    /// Number of draws.
    pub draws: At<u32>,
    /// Share of a frequency's variance that all scenarios have in common.
    pub frequency_common: At<f64>,
    /// Common part of severities.
    pub severity_common: At<f64>,
    /// Own part of a severity.
    pub severity_own: ByGrade,
    /// Of the severities' sigma itself.
    pub sigma: At<f64>,
    /// Common part of the segment's frequency factors.
    pub segment_frequency_common: At<f64>,
    /// Own part of them.
    pub segment_frequency_own: ByGrade,
    /// Of the segment's severity factor.
    pub segment_severity: ByGrade,
    /// Of the size's frequency factors, a reference firm away from the middle one.
    pub size_frequency: At<f64>,
    /// The same on severities.
    pub size_severity: At<f64>,
    /// Of the exponent of the level factor.
    pub level: At<f64>,
    /// Of a standstill day that the firm gave.
    pub standstill_given: At<f64>,
    /// Of one that it did not give.
    pub standstill_open: At<f64>,
    /// Of the cap on one event.
    pub cap: At<f64>,
    /// Correlation between degrees that rest on no answer.
    pub degrees_open: At<f64>,
    /// Correlation between degrees that rest on answers.
    pub degrees_answered: At<f64>,
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// When a reserve is enough.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BearingLimits {
    /// Share of the draws in which it has to reach for a yes.
    pub yes_from: At<f64>,
    /// Share of the draws below which the answer is no.
    pub no_below: At<f64>,
    /// Relative distance from a border within which it is narrow.
    pub narrow: At<f64>,
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// A world in which advice is tried.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StressLine {
    /// Its name.
    pub id: At<String>,
    /// What it is, for people.
    pub title: At<String>,
    /// Added to the sigma of every scenario.
    pub sigma_plus: At<f64>,
    /// Multiplies events a year.
    pub frequency: At<f64>,
    /// Multiplies medians.
    pub severity: At<f64>,
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// A scenario some of whose events come out of another's.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Chain {
    /// The scenario that comes first.
    pub parent: At<String>,
    /// The scenario that comes out of it.
    pub child: At<String>,
    /// Share of the child's events that do.
    pub share: At<f64>,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

impl Calibration {
    /// Grade and sources of every section.
    pub fn citations(&self) -> impl Iterator<Item = (Grade, &At<Vec<At<String>>>)> {
        let sections = [
            (self.size.grade, &self.size.sources),
            (self.turnover.grade, &self.turnover.sources),
            (self.digitalisation.grade, &self.digitalisation.sources),
            (self.standstill.grade, &self.standstill.sources),
            (self.experience.grade, &self.experience.sources),
            (self.ageing.grade, &self.ageing.sources),
            (self.prices.grade, &self.prices.sources),
            (self.uncertainty.grade, &self.uncertainty.sources),
            (self.bearing.grade, &self.bearing.sources),
        ];
        let stress = self.stress.iter().map(|it| (it.grade, &it.sources));
        sections.into_iter().chain(stress).chain(self.chains.iter().map(|it| (it.grade, &it.sources)))
    }
}
