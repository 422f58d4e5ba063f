//! `knowledge/constants.toml` and `knowledge/sources.toml`.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{At, CitedCount, CitedEstimate, CitedNumber};
use crate::model::Checked;

/// Constants of the model.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Constants {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The firm to which frequencies and severities refer.
    pub reference: Reference,
    /// Spread of the common threat climate (coefficient of variation).
    pub climate_cv: CitedNumber,
    /// Exponent with which all but the strongest measure count.
    pub overlap: Overlap,
    /// Share that no measure of a small firm removes.
    pub residual: Residual,
    /// Older content: one value of an own working hour for all segments, euros; the segments say it now.
    #[expect(dead_code, reason = "read so that older content stays readable")]
    pub own_hour_eur: Option<CitedNumber>,
    /// Price of a bought hour, euros.
    pub hourly_rates: HourlyRates,
    /// Interest for spreading one-off cost.
    pub discount_rate: CitedNumber,
    /// Reserve assumed where the firm gives none, months of fixed cost.
    pub reserve_months: CitedNumber,
    /// Price of bearing risk, on tail value at risk beyond the mean.
    pub risk_loading: CitedNumber,
    /// Highest bearable probability a year of a loss above the reserve.
    pub tolerable_ruin: CitedNumber,
    /// Planning horizon, whole years.
    pub horizon_years: CitedCount,
    /// Most one event can cost, in annual turnovers.
    pub severity_cap_turnovers: CitedNumber,
    /// Half-width of the degree's 80 % range for an answer that was only claimed.
    pub doubt_claimed: CitedNumber,
    /// The same where a record was shown.
    pub doubt_shown: CitedNumber,
    /// The same where it was tried out.
    pub doubt_tested: CitedNumber,
    /// Share of the median severity that is interruption per downtime day.
    pub interruption_share: CitedNumber,
    /// What a full-stop day costs the reference firm, euros.
    pub reference_day_eur: CitedNumber,
}

/// The reference firm.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reference {
    /// Turnover, euros.
    pub turnover_eur: CitedNumber,
    /// Working days a year.
    pub working_days: CitedNumber,
}

/// Exponent with which all but the strongest measure count.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Overlap {
    /// Pessimistic, central, independent.
    pub exponent: CitedEstimate,
}

/// Share that no measure of a small firm removes.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Residual {
    /// Of the frequency.
    pub frequency: CitedEstimate,
    /// Of the severity.
    pub severity: CitedEstimate,
}

/// Price of a bought hour, euros.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HourlyRates {
    /// Technician.
    pub technician: CitedEstimate,
    /// Consultant.
    pub consultant: CitedEstimate,
}

/// `knowledge/sources.toml`: the key `format`, then one table per source named by its id.
#[derive(Clone, Debug)]
pub(crate) struct Sources {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The sources by id, in the order of the file; an id may wrongly stand there twice.
    pub sources: Vec<(At<String>, Source)>,
}

impl<'de> Deserialize<'de> for Sources {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(SourcesVisitor)
    }
}

/// Written out because keys and `format` stand side by side.
impl JsonSchema for Sources {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Sources")
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "`knowledge/sources.toml`: the key `format`, then one table per source named by its id.",
            "type": "object",
            "properties": { "format": generator.subschema_for::<u32>() },
            "required": ["format"],
            "additionalProperties": generator.subschema_for::<Source>(),
        })
    }
}

struct SourcesVisitor;

impl<'de> Visitor<'de> for SourcesVisitor {
    type Value = Sources;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`format` and one table per source")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sources, A::Error> {
        let mut format = None;
        let mut sources = Vec::new();
        while let Some(key) = map.next_key::<At<String>>()? {
            if key.value == "format" {
                format = Some(map.next_value()?);
            } else {
                sources.push((key, map.next_value()?));
            }
        }
        let format = format.ok_or_else(|| de::Error::missing_field("format"))?;
        Ok(Sources { format, sources })
    }
}

/// A source as it is printed in the report's annex.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    /// Title, in the language the reader will find it in or in German.
    pub title: At<String>,
    /// Who published it.
    pub publisher: At<String>,
    /// Year of publication where known.
    pub year: Option<At<u16>>,
    /// Where it can be read.
    pub url: Option<At<String>>,
    /// How it was read.
    pub checked: Checked,
}
