//! `knowledge/learning/<id>.toml` and `knowledge/exercise/`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, Day, ProfileWhen};
use crate::model::{Lever, Setting};

/// A learning unit of five to sixty minutes.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unit {
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
    /// What can be observed afterwards.
    pub goal: At<String>,
    /// Who learns.
    pub roles: At<Vec<At<String>>>,
    /// Minutes it takes, 5 to 60.
    pub minutes: At<u32>,
    /// Where.
    pub setting: Setting,
    /// How.
    pub method: At<String>,
    /// What is needed.
    pub material: At<String>,
    /// Euros it costs beyond the time; 0 where missing.
    pub cost_eur: Option<At<f64>>,
    /// Competences with the framework's version, such as "2.2:4.1".
    pub digcomp: Vec<At<String>>,
    /// Measures it carries.
    pub measures: At<Vec<At<String>>>,
    /// Firms it means something to.
    #[serde(default)]
    pub when: ProfileWhen,
    /// True for the short modules for management.
    #[serde(default)]
    pub leadership_module: bool,
    /// Year of training, for the modules for apprentices.
    pub apprentice_year: Option<At<u8>>,
    /// How to hold it.
    pub steps: At<Vec<At<String>>>,
    /// The task for the learners.
    pub task: At<String>,
    /// Its solution.
    pub solution: At<String>,
    /// Day of the last review.
    pub reviewed: At<Day>,
}

/// An invented message to judge.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Message {
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
    /// Firms it means something to; all where missing.
    #[serde(default)]
    pub when: ProfileWhen,
    /// Place in the exercise.
    pub position: At<u32>,
    /// How it arrives.
    pub channel: At<String>,
    /// Who it seems to come from.
    pub from: At<String>,
    /// Subject or occasion.
    pub subject: At<String>,
    /// The words.
    pub body: At<String>,
    /// True where it is a deception.
    pub deceives: bool,
    /// What it does to people.
    pub levers: Vec<Lever>,
    /// The kind of attack, where it is one.
    pub attack: Option<At<String>>,
    /// What gives it away, or what makes it trustworthy.
    pub signs: At<Vec<At<String>>>,
    /// The unit that teaches it.
    pub unit: Option<At<String>>,
    /// What to do with it.
    pub reflex: At<String>,
    /// Day of the last review.
    pub reviewed: At<Day>,
}

/// An emergency played at the table.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Drill {
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
    /// Name.
    pub title: At<String>,
    /// How it begins.
    pub opening: At<String>,
    /// What to take along.
    pub closing: At<String>,
    /// The unit that teaches it.
    pub unit: Option<At<String>>,
    /// Moments in order.
    pub steps: At<Vec<Step>>,
    /// Day of the last review.
    pub reviewed: At<Day>,
}

/// A moment in an emergency.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    /// Time on the clock.
    pub time: At<String>,
    /// What has happened.
    pub situation: At<String>,
    /// What can be done; exactly one is best.
    pub choices: At<Vec<Choice>>,
}

/// A way to decide.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    /// What is done.
    pub text: At<String>,
    /// True where it helps most here.
    #[serde(default)]
    pub best: bool,
    /// What comes of it.
    pub effect: At<String>,
}

/// A check of one's own competence.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SelfCheck {
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
    /// Name.
    pub title: At<String>,
    /// Whose check it is.
    pub role: At<String>,
    /// The sentences in order.
    pub statements: Vec<Statement>,
    /// Day of the last review.
    pub reviewed: At<Day>,
}

/// Something a person says of themselves.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Statement {
    /// The sentence, in the first person.
    pub text: At<String>,
    /// The unit that teaches it.
    pub unit: At<String>,
}
