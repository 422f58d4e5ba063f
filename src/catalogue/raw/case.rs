//! `knowledge/cases/<id>.toml` and `knowledge/attacks/<id>.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, Day, ProfileWhen};
use crate::model::{CaseKind, CaseSize, Grade, Level, Lever};

/// Where a case can be read.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Citation {
    /// Title of the text.
    pub title: At<String>,
    /// Who published it.
    pub publisher: At<String>,
    /// Year, where known.
    pub year: Option<At<u16>>,
    /// Address.
    pub url: At<String>,
}

/// What happened to a firm, or what carried it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
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
    /// Worst or best practice.
    pub kind: CaseKind,
    /// What it is, in one line.
    pub title: At<String>,
    /// Name, only where an office or the firm itself published it.
    pub organisation: Option<At<String>>,
    /// The segment it belongs to first.
    pub segment: At<String>,
    /// Segments it also speaks to.
    #[serde(default)]
    pub also_segments: Vec<At<String>>,
    /// Size of the organisation.
    pub size: CaseSize,
    /// Degree of digitalisation (our estimate).
    pub level: Level,
    /// What happened, as a scenario.
    pub scenario: At<String>,
    /// How it came about, as a kind of attack.
    pub attack: At<String>,
    /// Year of the event, where known.
    pub year: Option<At<u16>>,
    /// What happened.
    pub what: At<String>,
    /// The way in, as far as public.
    pub path: At<String>,
    /// What people had to do with it.
    pub human_factor: At<String>,
    /// True where that is our inference.
    pub human_factor_inferred: bool,
    /// How it ended.
    pub outcome: At<String>,
    /// Days of standstill, where reported.
    pub days: Option<At<f64>>,
    /// Damage in euros, where reported.
    pub loss_eur: Option<At<f64>>,
    /// Measures that would have limited it, or that carried (our inference).
    pub measures: At<Vec<At<String>>>,
    /// What to take from it, in one sentence.
    pub lesson: At<String>,
    /// The case to tell beside it.
    pub pair: Option<At<String>>,
    /// How well it is documented.
    pub grade: Grade,
    /// Where it can be read.
    pub sources: At<Vec<Citation>>,
    /// Day of the last review.
    pub reviewed: At<Day>,
}

/// A kind of attack.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Attack {
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
    /// Name for people.
    pub title: At<String>,
    /// What happens.
    pub plain: At<String>,
    /// Why it works on people.
    pub human_factor: At<String>,
    /// What it does to people, strongest first.
    pub levers: Vec<Lever>,
    /// Scenarios it leads to.
    pub scenarios: At<Vec<At<String>>>,
    /// Measures that stand against it.
    pub measures: At<Vec<At<String>>>,
    /// Firms that can meet it; every firm where missing.
    #[serde(default)]
    pub when: ProfileWhen,
    /// Segments that meet it most.
    pub prominent_in: Vec<At<String>>,
    /// Day of the last review.
    pub reviewed: At<Day>,
}
