//! `knowledge/projects/<id>.toml` and `knowledge/triggers/<id>.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, Day, ProfileWhen, Triple};
use crate::model::{CompanyFact, Grade};

/// Something that happens between two checks and reopens answers.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trigger {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The file's name without `.toml`.
    pub id: At<String>,
    /// Content version that brought it.
    pub added: At<String>,
    /// Content version from which it is no longer used.
    pub withdrawn: Option<At<String>>,
    /// What took its place.
    pub replaced_by: Option<At<String>>,
    /// Place in the list, from 1.
    pub position: At<u32>,
    /// What happened, as a statement to tick.
    pub text: At<String>,
    /// Why this is looked at again.
    pub why: At<String>,
    /// What to do at once, before any question.
    pub at_once: Option<At<String>>,
    /// Facts about the company to be asked again.
    #[serde(default)]
    pub facts: Vec<CompanyFact>,
    /// Measures whose questions are all asked again.
    #[serde(default)]
    pub measures: Vec<At<String>>,
    /// Further questions that are asked again.
    #[serde(default)]
    pub questions: Vec<At<String>>,
    /// Day of the last review.
    pub reviewed: At<Day>,
}

/// Something a firm plans to introduce.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Project {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The file's name without `.toml`.
    pub id: At<String>,
    /// Content version that brought it.
    pub added: At<String>,
    /// Content version from which it is no longer used.
    pub withdrawn: Option<At<String>>,
    /// What took its place.
    pub replaced_by: Option<At<String>>,
    /// Place in the list, from 1.
    pub position: At<u32>,
    /// Name for people.
    pub title: At<String>,
    /// What it is and what it opens.
    pub what: At<String>,
    /// What it makes possible.
    pub benefit: At<String>,
    /// Firms for which it can be new; every firm where missing.
    #[serde(default)]
    pub when: ProfileWhen,
    /// Traits the firm has afterwards.
    #[serde(default)]
    pub adds: Vec<At<String>>,
    /// Traits the firm no longer has afterwards.
    #[serde(default)]
    pub removes: Vec<At<String>>,
    /// What it does to scenarios, before protection.
    #[serde(default)]
    pub exposures: Vec<Exposure>,
    /// How far the factors can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
    /// Measures that belong to it from the first day.
    pub measures: At<Vec<At<String>>>,
    /// What the law asks of it.
    #[serde(default)]
    pub laws: Vec<At<String>>,
    /// What to settle before signing.
    pub questions: At<Vec<ProjectQuestion>>,
    /// Day of the last review.
    pub reviewed: At<Day>,
}

/// Factors of a project on one scenario.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Exposure {
    /// The scenario.
    pub scenario: At<String>,
    /// Factor on the events a year.
    pub frequency_factor: Option<Triple>,
    /// Factor on the euros per event.
    pub severity_factor: Option<Triple>,
}

/// One point to settle before signing.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProjectQuestion {
    /// The question.
    pub text: At<String>,
    /// A role of `profiles/roles.toml` that can answer it.
    pub asks: At<String>,
    /// The next step where the answer is no.
    pub next_step: At<String>,
}
