//! Everything under `profiles/`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, CitedNumber, CitedShares, Day, ProfileWhen};
use crate::model::{self, Grade, RoleKind, SizeClass};

/// `profiles/content.toml`: which content this is.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Content {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// Calendar version such as "2026.1".
    pub version: At<String>,
    /// Day on which figures and law were last checked as a whole; none before 2026.2.
    pub dated: Option<At<Day>>,
    /// Day after which they count as old.
    pub review_by: Option<At<Day>>,
}

/// `profiles/ids.toml`: every id that ever shipped.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ids {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// Folder or list, and the id: "knowledge/measures/mfa", "profiles/traits/wlan", "questionnaires/backup-place/unplugged".
    pub shipped: Vec<At<String>>,
}

/// `profiles/segments/<id>.toml`: a market segment.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Segment {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The file's name without `.toml`.
    pub id: At<String>,
    /// Content version that brought it.
    pub added: At<String>,
    /// Content version from which it is no longer used.
    pub withdrawn: Option<At<String>>,
    /// The segment that took its place.
    pub replaced_by: Option<At<String>>,
    /// Name for people.
    pub title: At<String>,
    /// Trades that belong to it.
    pub examples: At<String>,
    /// What the place of work is called.
    pub workplace: At<String>,
    /// What customers are called.
    pub customers: At<String>,
    /// Traits usual here, offered as ticked.
    pub typical_traits: Vec<At<String>>,
    /// Annexes of the BSIG (1, 2) under which activities of this segment can fall.
    #[serde(default)]
    pub nis2_annexes: Vec<At<u8>>,
    /// What NIS2 means here, in one or two sentences.
    pub nis2_hint: At<String>,
    /// Sector codes in both editions.
    pub wz: At<Vec<Wz>>,
    /// Processes such firms usually live on.
    pub processes: At<Vec<Process>>,
    /// Factor on euros per event.
    pub severity: CitedNumber,
    /// Fixed cost as a share of turnover.
    pub fixed_cost_share: CitedNumber,
    /// Contribution margin as a share of turnover.
    pub contribution_margin_share: CitedNumber,
    /// Turnover of a firm that gives none.
    pub turnover_per_head: Option<TurnoverPerHead>,
    /// Labour cost of an own hour, euros.
    pub own_hour_eur: Option<CitedNumber>,
    /// People with a computer of their own, as a share of all.
    pub computer_users: Option<CitedNumber>,
    /// Share of the segment among all small firms.
    pub share_of_firms: Option<CitedNumber>,
    /// How the segment departs from the average one in what firms have.
    pub shifts: Option<Shifts>,
}

/// Turnover of a firm that gives none.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TurnoverPerHead {
    /// Euros a head and year at 25 people.
    pub value: At<f64>,
    /// Standard deviation of the logarithm between firms.
    pub deviation: At<f64>,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// Shifts of the logarithm of the odds that a firm of the segment has something, against the average segment.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shifts {
    /// Every item of digitalisation.
    pub digitalisation: At<f64>,
    /// Single items, on top.
    pub items: BTreeMap<At<String>, At<f64>>,
    /// Traits.
    pub traits: BTreeMap<At<String>, At<f64>>,
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// Sector codes of one edition of the German classification of economic activities.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wz {
    /// 2008 or 2025.
    pub edition: At<u16>,
    /// Divisions, groups or classes, such as "43" or "10.71".
    pub codes: Vec<At<String>>,
}

/// A process firms of a segment usually live on.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Process {
    /// What owners call it.
    pub text: At<String>,
    /// Usual tolerable hours of standstill.
    pub tolerable_hours: At<f64>,
}

/// `profiles/sizes/<size>.toml`: a size class with its reference values.
#[expect(clippy::struct_field_names, reason = "the keys of the file")]
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Size {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The file's name without `.toml`.
    pub size: At<SizeClass>,
    /// Name for people.
    pub title: At<String>,
    /// Persons employed of the reference firm.
    pub reference_employees: At<f64>,
    /// IT users of the reference firm; prices are for so many.
    pub reference_users: At<f64>,
    /// Turnover of the reference firm, euros.
    pub reference_turnover_eur: At<f64>,
    /// Months between full checks.
    pub review_months: At<u32>,
    /// Relief of attenuation in small teams, 0 to 1.
    pub attenuation_relief: CitedNumber,
    /// Own hours a month such a firm can put into security.
    pub hours_per_month: CitedNumber,
}

/// `profiles/digitalisation/levels.toml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Levels {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The three levels, ascending.
    pub levels: Vec<Level>,
}

/// A degree of digitalisation.
#[expect(clippy::struct_field_names, reason = "the keys of the file")]
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Level {
    /// The level.
    pub level: At<model::Level>,
    /// Name for people.
    pub title: At<String>,
    /// Fewest ticked items of twelve.
    pub from_items: At<u32>,
}

/// `profiles/digitalisation/items.toml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Items {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The twelve items in order.
    pub items: At<Vec<Item>>,
}

/// One of the twelve items.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Item {
    /// The id.
    pub id: At<String>,
    /// As a statement to tick.
    pub text: At<String>,
    /// Traits whose yes answers it; one with its own id answers it with no, too.
    #[serde(default)]
    pub answered_by: Vec<At<String>>,
    /// Share of firms of 5, 25 and 100 people in the average segment that have it.
    pub share: Option<CitedShares>,
}

/// `profiles/traits.toml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Traits {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// Traits in order.
    pub traits: Vec<Trait>,
}

/// A trait that opens or closes an exposure.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trait {
    /// The id.
    pub id: At<String>,
    /// As a statement to tick.
    pub text: At<String>,
    /// The trait it builds on and takes the place of.
    pub implies: Option<At<String>>,
    /// Share of firms of 5, 25 and 100 people in the average segment that have it.
    pub prevalence: Option<CitedShares>,
    /// What it multiplies scenarios by, against the same firm without it.
    #[serde(default)]
    pub exposure: Vec<TraitExposure>,
}

/// What a trait multiplies a scenario by.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TraitExposure {
    /// The scenario.
    pub scenario: At<String>,
    /// Multiplies events a year.
    pub frequency: Option<At<f64>>,
    /// Multiplies euros per event.
    pub severity: Option<At<f64>>,
    /// Standard deviation of the factors' logarithm.
    pub deviation: At<f64>,
}

/// An id with a statement to tick.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NamedText {
    /// The id.
    pub id: At<String>,
    /// As a statement to tick.
    pub text: At<String>,
}

/// `profiles/roles.toml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Roles {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// Roles in order.
    pub roles: Vec<Role>,
}

/// A role in or around the company.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Role {
    /// The id.
    pub id: At<String>,
    /// Name for people.
    pub title: At<String>,
    /// In a word, where many stand side by side.
    pub short: Option<At<String>>,
    /// How a person of that role says so on the first page of the check; left out where a check rarely begins with them.
    pub says: Option<At<String>>,
    /// How it stands to the others.
    #[serde(default = "in_the_firm")]
    pub kind: RoleKind,
    /// Fewest people a firm needs to have it.
    #[serde(default)]
    pub from_employees: u32,
    /// Firms that have it: one of these holds; every firm where none is named.
    #[serde(default)]
    pub when: Vec<ProfileWhen>,
}

/// `profiles/topics.toml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Topics {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// Topics in order.
    pub topics: Vec<Topic>,
}

/// A topic that groups questions; its id is a folder of `questionnaires/`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Topic {
    /// The id.
    pub id: At<String>,
    /// Name for people.
    pub title: At<String>,
    /// One sentence on what it is about.
    pub summary: At<String>,
}

/// Most roles work in the firm.
fn in_the_firm() -> RoleKind {
    RoleKind::Staff
}
