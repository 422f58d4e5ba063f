//! The exercise: messages to judge, an emergency at the table, a check of one's own competence.

use jiff::civil::Date;

use super::Lever;
use crate::model::{AttackId, Condition, DrillId, MessageId, RoleId, SelfCheckId, UnitId};

/// An invented message. Names, addresses and numbers in it exist nowhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Id used by content.
    pub id: MessageId,
    /// Firms it means something to.
    pub when: Condition,
    /// Place in the exercise.
    pub position: u32,
    /// How it arrives: mail, call, letter, chat.
    pub channel: String,
    /// Who it seems to come from.
    pub from: String,
    /// Subject or occasion.
    pub subject: String,
    /// The words.
    pub body: String,
    /// True where it is a deception.
    pub deceives: bool,
    /// What it does to people.
    pub levers: Vec<Lever>,
    /// The kind of attack, where it is one.
    pub attack: Option<AttackId>,
    /// What gives it away, or what makes it trustworthy.
    pub signs: Vec<String>,
    /// The unit that teaches it.
    pub unit: Option<UnitId>,
    /// What to do with it.
    pub reflex: String,
    /// Day of the last review.
    pub reviewed: Date,
}

/// A way to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is done.
    pub text: String,
    /// True where it is what helps most here.
    pub best: bool,
    /// What comes of it.
    pub effect: String,
}

/// A moment in an emergency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Time on the clock.
    pub time: String,
    /// What has happened.
    pub situation: String,
    /// What can be done; exactly one is best.
    pub choices: Vec<Choice>,
}

/// An emergency played at the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Drill {
    /// Id used by content.
    pub id: DrillId,
    /// Name.
    pub title: String,
    /// How it begins.
    pub opening: String,
    /// The unit that teaches what is decided here.
    pub unit: Option<UnitId>,
    /// Moments in order.
    pub steps: Vec<Step>,
    /// What to take along.
    pub closing: String,
    /// Day of the last review.
    pub reviewed: Date,
}

/// Something a person says of themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The sentence, in the first person.
    pub text: String,
    /// The unit that teaches it.
    pub unit: UnitId,
}

/// What somebody in a role can say of themselves; nothing of it leaves the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct SelfCheck {
    /// Id used by content.
    pub id: SelfCheckId,
    /// Name.
    pub title: String,
    /// Whose check it is.
    pub role: RoleId,
    /// The sentences in order.
    pub statements: Vec<Statement>,
    /// Day of the last review.
    pub reviewed: Date,
}
