//! `knowledge/offers/<id>.toml` and `knowledge/law/<id>.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{AnswerWhen, At, Day, ProfileWhen};
use crate::model::{Applies, ContactKind, ContactState, LegalKind, Setting};

/// A telephone number; only confirmed ones are written down.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phone {
    /// As it is dialled in Germany.
    pub number: At<String>,
    /// When somebody answers.
    pub hours: Option<At<String>>,
    /// Day on which it was last checked.
    pub checked: At<Day>,
}

/// What an offer to learn or to be advised consists of.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfferTerms {
    /// What one can do afterwards, in a few words.
    pub aim: At<String>,
    /// How long it takes, in a few words.
    pub duration: At<String>,
    /// Where.
    pub setting: Setting,
    /// Competences with the framework's version, such as "2.2:4.1".
    #[serde(default)]
    pub digcomp: Vec<At<String>>,
    /// When it takes place, where it recurs.
    pub dates: Option<At<String>>,
}

/// An office, an offer or a place to learn.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Contact {
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
    /// What one asks them for.
    pub kind: ContactKind,
    /// Name.
    pub title: At<String>,
    /// Who carries it, where that is not the name.
    pub carrier: Option<At<String>>,
    /// What one gets, in one or two sentences.
    pub what: At<String>,
    /// Two-letter codes of states; all where none is named.
    #[serde(default)]
    pub states: Vec<At<String>>,
    /// Firms it is meant for.
    #[serde(default)]
    pub when: ProfileWhen,
    /// Roles it is meant for; all where none is named.
    #[serde(default)]
    pub roles: Vec<At<String>>,
    /// Telephone.
    pub phone: Option<Phone>,
    /// Address on the web.
    pub url: Option<At<String>>,
    /// What it costs.
    pub cost: At<String>,
    /// True where it costs nothing.
    pub free: bool,
    /// Confirmed or to be checked.
    pub state: At<ContactState>,
    /// What to check, and with whom; there exactly where it is not confirmed.
    pub ask: Option<At<String>>,
    /// Last day on which it is offered.
    pub valid_until: Option<At<Day>>,
    /// What it consists of, where it is an offer and no office.
    pub offer: Option<OfferTerms>,
    /// Day of the last review.
    pub reviewed: At<Day>,
}

/// A duty or clock of the law.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LegalFact {
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
    /// Clock, duty, fine or proposal.
    pub kind: LegalKind,
    /// Whom it concerns.
    pub applies: Applies,
    /// Firms it concerns at all; every firm where missing.
    #[serde(default)]
    pub when: ProfileWhen,
    /// Answers it takes besides.
    #[serde(default)]
    pub answers: Vec<AnswerWhen>,
    /// Name for people.
    pub title: At<String>,
    /// What it says, in plain words.
    pub plain: At<String>,
    /// Paragraph or article.
    pub reference: At<String>,
    /// Hours a clock allows; 0 means at once.
    pub hours: Option<At<f64>>,
    /// Who is told.
    pub whom: Option<At<String>>,
    /// In force since.
    pub valid_from: Option<At<Day>>,
    /// Last day in force.
    pub valid_until: Option<At<Day>>,
    /// Where it can be looked up.
    #[serde(default)]
    pub sources: Vec<At<String>>,
    /// Day of the last review.
    pub reviewed: At<Day>,
}
