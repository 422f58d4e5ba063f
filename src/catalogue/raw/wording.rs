//! `profiles/wording.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;

/// Words that are explained, and words that are avoided.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wording {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// Abbreviations everybody knows.
    pub everyday: Vec<At<String>>,
    /// Technical words with their meaning.
    #[serde(default)]
    pub terms: Vec<Term>,
    /// English words for which there is a German one.
    #[serde(default)]
    pub anglicisms: Vec<Avoided>,
    /// Words of the trade for which there is an everyday one.
    #[serde(default)]
    pub jargon: Vec<Avoided>,
}

/// A technical word that may be used because it is explained.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Term {
    /// The word.
    pub word: At<String>,
    /// Other forms under which it appears, such as plurals.
    #[serde(default)]
    pub also: Vec<At<String>>,
    /// What it means, in one or two everyday sentences.
    pub meaning: At<String>,
}

/// A word and what to say instead.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Avoided {
    /// The word, in its basic form.
    pub word: At<String>,
    /// What to say instead.
    pub instead: At<String>,
}
