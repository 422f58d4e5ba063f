//! Shapes that several files share.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;
use crate::model::{Grade, Level, SizeClass};

/// Three points in ascending order: 5 %, most likely, 95 %.
pub(crate) type Triple = At<[f64; 3]>;

/// What a price counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum UnitName {
    /// People with a computer of their own.
    User,
    /// Everybody.
    Person,
    /// Places.
    Site,
    /// The firm as a whole.
    Firm,
}

/// One value per size class.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BySize<T> {
    /// For 1 to 9 people.
    pub micro: T,
    /// For 10 to 49 people.
    pub small: T,
    /// For 50 to 249 people.
    pub medium: T,
}

/// A number with its grade and sources.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CitedNumber {
    /// The number.
    pub value: At<f64>,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// A whole number with its grade and sources.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CitedCount {
    /// The number.
    pub value: At<u32>,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// Shares of firms of the three reference sizes, with grade and sources.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CitedShares {
    /// For 5, 25 and 100 people.
    pub value: At<[f64; 3]>,
    /// How far they can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// A three-point estimate with its grade and sources.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CitedEstimate {
    /// 5 %, most likely and 95 % point.
    pub value: Triple,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Keys of `knowledge/sources.toml`.
    pub sources: At<Vec<At<String>>>,
}

/// The price of a variant or bundle. Money already contains bought hours; own hours are counted apart.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cost {
    /// Euros once, net of VAT.
    pub one_off_eur: Triple,
    /// Euros a year, net of VAT.
    pub yearly_eur: Triple,
    /// Own hours once.
    pub own_hours_one_off: Triple,
    /// Own hours a year.
    pub own_hours_yearly: Triple,
    /// Bought hours once, already inside the money.
    pub provider_hours_one_off: At<f64>,
    /// Bought hours a year, already inside the money.
    pub provider_hours_yearly: At<f64>,
}

/// For whom a question is asked: every list must match; a list matches if one entry does.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct When {
    /// The company's segment is one of these.
    pub segments: Vec<At<String>>,
    /// The company's size class is one of these.
    pub sizes: Vec<At<SizeClass>>,
    /// The company's degree of digitalisation is one of these.
    pub levels: Vec<At<Level>>,
    /// The company has at least one of these traits.
    pub traits: Vec<At<String>>,
    /// The company has none of these traits.
    pub without_traits: Vec<At<String>>,
    /// The company employs at least so many people.
    pub people: u32,
    /// Each of these earlier questions was answered with one of the named options.
    pub answers: Vec<AnswerWhen>,
}

/// For whom a measure or bundle is meant; like a question's condition, without answers.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ProfileWhen {
    /// The company's segment is one of these.
    pub segments: Vec<At<String>>,
    /// The company's size class is one of these.
    pub sizes: Vec<At<SizeClass>>,
    /// The company's degree of digitalisation is one of these.
    pub levels: Vec<At<Level>>,
    /// The company has at least one of these traits.
    pub traits: Vec<At<String>>,
    /// The company has none of these traits.
    pub without_traits: Vec<At<String>>,
    /// The company employs at least so many people.
    pub people: u32,
}

/// An earlier answer that must have been given.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswerWhen {
    /// The earlier question.
    pub question: At<String>,
    /// One of these options was chosen.
    pub options: Vec<At<String>>,
}
