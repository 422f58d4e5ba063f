//! `knowledge/measures/<id>.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{AnswerWhen, At, BySize, Cost, ProfileWhen, Triple, UnitName};
use crate::model::{
    Acts, Class, Grade, Kind, MeasureRole, Provider, Regime, SizeClass, TierLevel, Yardstick,
};

/// A measure with effects, prerequisites, adoption, variants and prices.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Measure {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The file's name without `.toml`.
    pub id: At<String>,
    /// Content version that brought it.
    pub added: At<String>,
    /// Content version from which it is no longer used.
    pub withdrawn: Option<At<String>>,
    /// The measure that took its place.
    pub replaced_by: Option<At<String>>,
    /// Short name for tables, at most 48 characters.
    pub title: At<String>,
    /// What it is and what it is good for, in plain words.
    pub summary: At<String>,
    /// What it is made of.
    pub kind: Kind,
    /// How it acts on loss.
    pub role: At<MeasureRole>,
    /// Where it earns a place.
    pub class: At<Class>,
    /// When it acts.
    pub acts: Acts,
    /// Who usually does it: an id of `profiles/roles.toml`.
    pub done_by: At<String>,
    /// Whether buying it in is sensible, in one or two sentences.
    pub buy_in: At<String>,
    /// True where it trains whoever looks after the IT: its price belongs to doing that oneself.
    #[serde(default)]
    pub trains_carers: bool,
    /// Years over which one-off cost is spread.
    pub lifetime_years: At<f64>,
    /// Months after which half of its degree has worn off.
    pub half_life_months: Option<At<f64>>,
    /// What its prices count.
    pub priced_by: Option<UnitName>,
    /// Trust in the effects.
    pub grade: Grade,
    /// Where the effects come from.
    pub sources: At<Vec<At<String>>>,
    /// The group in which only the strongest counts.
    pub exclusive: Option<Exclusive>,
    /// For whom it is relevant.
    #[serde(default)]
    pub when: ProfileWhen,
    /// Duties and recognised minimums it belongs to.
    #[serde(default)]
    pub duties: Duties,
    /// Effects on scenarios.
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// What it needs to keep its effect.
    #[serde(default)]
    pub prerequisites: Vec<Prerequisite>,
    /// How far firms of each size have it.
    pub adoption: Adoption,
    /// Variants in ascending degree and cost.
    pub tiers: Vec<Tier>,
    /// What can be done at once and without money until the measure is there.
    pub stopgap: Option<Stopgap>,
}

/// A group of which only the strongest member counts.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Exclusive {
    /// Name of the group.
    pub group: At<String>,
    /// Higher replaces lower.
    pub rank: At<u8>,
}

/// Duties and recognised minimums.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, not states")]
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Duties {
    /// Requirements "01" to "27" of DIN SPEC 27076 it belongs to.
    pub din_spec_27076: Vec<At<String>>,
    /// Areas 1 to 10 of section 30 BSIG it belongs to.
    pub bsig_30: Vec<At<u8>>,
    /// Section 38 BSIG, the duty of management.
    pub bsig_38: bool,
    /// Article 32 GDPR.
    pub gdpr_art_32: bool,
    /// A usual duty in cyber insurance.
    pub insurer: bool,
    /// The minimum tier is a recognised minimum, not an option to decline.
    pub base_duty: bool,
    /// What firms of some kind may not decline; content before 2026.2.
    pub minimum: Vec<RecognisedMinimum>,
    /// When lacking it is a gap in the minimum standard.
    pub gap: Vec<Gap>,
    /// What the text of the BSI Act names.
    pub law: Vec<LegalDuty>,
    /// Sizes that take it with the next renewal of what it replaces, not as a step of its own.
    pub with_renewal: Vec<At<SizeClass>>,
    /// Sizes where it is none of the first steps, whatever it brings.
    pub not_first: Vec<At<SizeClass>>,
}

/// When lacking a measure is a gap in the minimum standard, and by when it is closed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Gap {
    /// The tier that closes it.
    pub tier: At<TierLevel>,
    /// Days within which it is closed: up to 14 an open door, up to 30 first of all.
    pub due_days: At<u32>,
    /// The same for firms of 1 to 9 people, where own hours are few.
    pub due_days_micro: Option<At<u32>>,
    /// Who names it.
    pub yardsticks: Vec<Yardstick>,
    /// For whom it is one.
    #[serde(default)]
    pub when: ProfileWhen,
    /// Fewest people in whose firm it is one.
    pub people: Option<At<u32>>,
    /// Turnover from which it is one as well, whatever the size class, euros a year.
    pub or_turnover_eur: Option<At<f64>>,
    /// None where the firm denies all of these digitalisation items and has none of `or_traits`.
    #[serde(default)]
    pub unless_denied: Vec<At<String>>,
    /// Traits with which it is one whatever is denied.
    #[serde(default)]
    pub or_traits: Vec<At<String>>,
    /// One of these answers makes it a gap; without them a degree below the gap share does.
    #[serde(default)]
    pub answers: Vec<AnswerWhen>,
}

/// What the text of the BSI Act names.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LegalDuty {
    /// The rules that name it; the BSI Act where missing.
    pub regime: Option<Regime>,
    /// The tier that meets it.
    pub tier: At<TierLevel>,
    /// Number 1 to 10 of section 30 (2); none for section 38.
    pub number: Option<At<u8>>,
}

/// What can be done at once and without money until the measure is there.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stopgap {
    /// What exactly is done, in one sentence.
    pub what: At<String>,
    /// Share of the full effect while it holds.
    pub degree: At<f64>,
    /// Days it may hold; then it is a gap again.
    pub valid_days: At<u32>,
    /// Own hours once: micro, small, medium.
    pub own_hours: At<[f64; 3]>,
}

/// A tier that is recognised practice for firms of some kind.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecognisedMinimum {
    /// The tier that has to be reached.
    pub level: At<TierLevel>,
    /// For which firms.
    pub when: ProfileWhen,
}

/// Factors on a scenario with the measure fully in place; below 1 lowers.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Effect {
    /// Id of a scenario.
    pub scenario: At<String>,
    /// On events a year.
    pub frequency_factor: Option<Triple>,
    /// On euros per event.
    pub severity_factor: Option<Triple>,
}

/// Another measure it leans on.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Prerequisite {
    /// Id of the measure leaned on.
    pub measure: At<String>,
    /// Share of the effect that survives without it.
    pub attenuation: Triple,
    /// True where it comes first whatever survives: a restore test after the backup.
    #[serde(default)]
    pub comes_first: bool,
}

/// How far firms of each size have it, as a share of full implementation.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Adoption {
    /// How far it can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
    /// For 1 to 9 people.
    pub micro: Triple,
    /// For 10 to 49 people.
    pub small: Triple,
    /// For 50 to 249 people.
    pub medium: Triple,
}

/// A variant of a measure.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tier {
    /// Its level.
    pub level: At<TierLevel>,
    /// What exactly is done, in one sentence.
    pub what: At<String>,
    /// Share of the full effect it reaches: micro, small, medium.
    pub degree: At<[f64; 3]>,
    /// Who outside hours are bought from.
    pub provider: Provider,
    /// True where it is ordered whole or not at all: no share of a price where part of it is there.
    #[serde(default)]
    pub whole: bool,
    /// Price by size.
    pub cost: BySize<Cost>,
}
