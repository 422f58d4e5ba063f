//! `knowledge/grants/<id>.toml`.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::{At, ProfileWhen};
use crate::model::{Grade, Kind};

/// Public money that takes part of a price off, dated.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Grant {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The file's name without `.toml`.
    pub id: At<String>,
    /// Content version that brought it.
    pub added: At<String>,
    /// Content version from which it is no longer used.
    pub withdrawn: Option<At<String>>,
    /// The grant that took its place.
    pub replaced_by: Option<At<String>>,
    /// Name for people.
    pub title: At<String>,
    /// Two-letter codes of the states in which it is paid; everywhere where none is named.
    #[serde(default)]
    pub states: Vec<At<String>>,
    /// Firms that qualify.
    #[serde(default)]
    pub when: ProfileWhen,
    /// Measures it pays for; every measure of `kinds` where none is named.
    #[serde(default)]
    pub measures: Vec<At<String>>,
    /// Kinds of measures it pays for; every kind where none is named.
    #[serde(default)]
    pub kinds: Vec<Kind>,
    /// Share of the one-off money it pays, 0 to 1.
    pub share: At<f64>,
    /// Smallest one-off spending that counts, euros.
    pub min_spend_eur: At<f64>,
    /// Highest payment, euros.
    pub max_payment_eur: At<f64>,
    /// First day on which it can be applied for.
    pub valid_from: Option<At<Day>>,
    /// Last day on which it can be applied for.
    pub valid_until: Option<At<Day>>,
    /// False where a draw or a case-by-case judgement decides: then it is shown, but lowers no price.
    pub assured: bool,
    /// Who pays it and answers questions.
    pub office: At<String>,
    /// Where the terms can be read.
    pub url: Option<At<String>>,
    /// What to mind, in one or two sentences.
    pub note: At<String>,
    /// Day of the last review.
    pub reviewed: At<Day>,
    /// Trust in these terms.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// A date as TOML writes it, such as `2026-12-31` without quotes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename = "waage::Day")]
pub(crate) struct Day(pub String);

/// Editors show a date that stands without quotes to the schema as text.
impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Day")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}
