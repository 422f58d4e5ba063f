//! `questionnaires/<topic>/<id>.toml`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, When};
use crate::model::{ExampleFrom, Nis2Sector, QuestionKind, Regime};

/// A question of the self-check.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The file's name without `.toml`.
    pub id: At<String>,
    /// Content version that brought it, such as "2026.1".
    pub added: At<String>,
    /// Content version from which it is no longer asked.
    pub withdrawn: Option<At<String>>,
    /// The question that took its place.
    pub replaced_by: Option<At<String>>,
    /// Content version that last changed its wording, not its meaning.
    pub reworded: Option<At<String>>,
    /// The question in one plain sentence without negation.
    pub text: At<String>,
    /// Why it is asked, at most two sentences.
    pub why: At<String>,
    /// How the answer can be recognised.
    pub help: At<String>,
    /// What it is about.
    pub kind: QuestionKind,
    /// Who knows it, best first: ids of `profiles/roles.toml`.
    pub knows: At<Vec<At<String>>>,
    /// Time to answer, in seconds.
    pub seconds: At<u32>,
    /// By segment: the trade's own words that complete the question.
    #[serde(default)]
    pub examples: BTreeMap<At<String>, At<String>>,
    /// What of a sub-trade makes an example where none is written for it.
    pub example_from: Option<ExampleFrom>,
    /// For whom it is asked.
    #[serde(default)]
    pub when: When,
    /// From worst to best, two to six.
    pub options: Vec<AnswerOption>,
    /// Weight of this question in a measure it informs; 1 unless stated.
    #[serde(default)]
    pub weights: BTreeMap<At<String>, At<f64>>,
    /// Links to requirements of others.
    #[serde(default)]
    pub references: References,
    /// What else uses the answer, where it informs no measure.
    pub feeds: Option<Feeds>,
}

/// What uses an answer besides measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Feeds {
    /// The preliminary check whether NIS2 concerns the company.
    #[serde(rename = "nis2-pre-check")]
    Nis2PreCheck,
    /// What the law or a customer asks of the company.
    Law,
    /// The talk with the team: what keeps people from doing what was agreed.
    Acceptance,
}

/// An option and what it says about measures.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswerOption {
    /// Unique within the question.
    pub id: At<String>,
    /// In everyday words.
    pub text: At<String>,
    /// The degrees it stands for.
    #[serde(default)]
    pub informs: Vec<Informs>,
    /// What it says about the sector, in questions that feed the preliminary check of NIS2.
    pub nis2: Option<Nis2Sector>,
    /// Rules of others that bind who chooses it.
    pub regime: Option<Regime>,
}

/// The degree of a measure an option stands for.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Informs {
    /// Id of a measure.
    pub measure: At<String>,
    /// Share of full implementation, 0 to 1.
    pub degree: At<f64>,
}

/// Links from a question to requirements of others.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct References {
    /// Checks of DIN SPEC 27076.
    pub din_spec_27076: Vec<DinCheck>,
    /// Areas 1 to 10 of section 30 BSIG.
    pub bsig_30: Vec<At<u8>>,
    /// Section 38 BSIG, the duty of management.
    pub bsig_38: bool,
    /// Article 32 GDPR.
    pub gdpr_art_32: bool,
    /// Usual duties of cyber insurers.
    pub insurer: Vec<InsurerCheck>,
    /// Competences of DigComp 2.2, such as "4.1".
    pub digcomp: Vec<At<String>>,
}

/// One check of DIN SPEC 27076 and the options that meet it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DinCheck {
    /// Requirement "01" to "27".
    pub requirement: At<String>,
    /// Sub-check within it, such as "14-2".
    pub check: Option<At<String>>,
    /// Options that meet it.
    pub met_by: Vec<At<String>>,
    /// Options that make it irrelevant.
    #[serde(default)]
    pub irrelevant_by: Vec<At<String>>,
}

/// A usual duty of cyber insurers and the options that meet it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InsurerCheck {
    /// The duty, as an id.
    pub duty: At<String>,
    /// Options that meet it.
    pub met_by: Vec<At<String>>,
}
