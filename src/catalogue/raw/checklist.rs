//! `knowledge/checklists/<name>.toml`: papers made of points to tick.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, ProfileWhen};

/// A paper made of points to tick.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckList {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// Heading.
    pub title: At<String>,
    /// What it is about, for the metadata of the file.
    pub subject: At<String>,
    /// How to use it; none where the figures of the firm stand there.
    pub lead: Option<At<String>>,
    /// Head of the last column.
    pub last_column: At<String>,
    /// Below the table.
    pub note: At<String>,
    /// Lines to write on.
    pub lines: Vec<At<String>>,
    /// The points in order.
    pub points: Vec<CheckPoint>,
    /// Contracts to lay beside the paper, by the trait that brings them.
    #[serde(default)]
    pub contracts: Vec<Contract>,
    /// Who is asked and contributes what.
    #[serde(default)]
    pub actors: Vec<Actor>,
}

/// A point to tick.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckPoint {
    /// The id.
    pub id: At<String>,
    /// What is ticked.
    pub text: At<String>,
    /// Firms it is meant for; every firm where missing.
    #[serde(default)]
    pub when: ProfileWhen,
    /// True where only entities under section 28 BSIG ask it.
    #[serde(default)]
    pub bsig: bool,
    /// What of the answers speaks to it.
    pub says: Option<Says>,
    /// True where it is held against the hours the firm's processes may stand still.
    #[serde(default)]
    pub bearable: bool,
}

/// What of the answers speaks to a point.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Says {
    /// The degree of this measure.
    Measure(At<String>),
    /// The answer to this question.
    Question(At<String>),
    /// Something the owner has entered.
    Fact(AnsweredFact),
}

/// Something besides degrees that an owner has entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum AnsweredFact {
    /// Processes the firm lives on are named.
    CrownJewels,
    /// What a day without IT costs is stated.
    StandstillDay,
}

/// A contract a firm of some trait has.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Contract {
    /// The trait that brings it.
    #[serde(rename = "trait")]
    pub trait_: At<String>,
    /// What it is called.
    pub title: At<String>,
}

/// Someone who is asked before something new is signed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Actor {
    /// Who.
    pub who: At<String>,
    /// What they contribute.
    pub what: At<String>,
}
