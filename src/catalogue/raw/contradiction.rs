//! `questionnaires/contradictions.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::At;

/// Answers that do not fit together.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Contradictions {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The pairs, in the order in which they are pointed out.
    pub contradictions: Vec<Contradiction>,
}

/// Two facts that can hardly both be true.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Contradiction {
    /// Id, unique among contradictions.
    pub id: At<String>,
    /// The one fact.
    pub first: At<Side>,
    /// The other.
    pub second: At<Side>,
    /// Why the two do not fit, in one or two kind sentences.
    pub text: At<String>,
}

/// A fact: exactly one of `question` (with `options`), `with_trait` and `without_trait`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Side {
    /// A question that was answered with one of the options.
    pub question: Option<At<String>>,
    /// The options of the question.
    pub options: Vec<At<String>>,
    /// A trait the company has.
    pub with_trait: Option<At<String>>,
    /// A trait the company does not have.
    pub without_trait: Option<At<String>>,
}
