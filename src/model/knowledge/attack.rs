//! Kinds of attack in plain words.

use jiff::civil::Date;

use crate::model::{AttackId, Condition, MeasureId, ScenarioId, SegmentId};

words! {
    /// What an attack does to a person.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Lever {
        /// A person or office one obeys.
        Authority = "authority",
        /// No time to think.
        Urgency = "urgency",
        /// Fear or shame.
        Fear = "fear",
        /// Something one wants to see.
        Curiosity = "curiosity",
        /// Someone needs help.
        Helpfulness = "helpfulness",
        /// A gain, or something that will soon be gone.
        Scarcity = "scarcity",
        /// Nobody else must know.
        Secrecy = "secrecy",
        /// It looks like every day.
        Habit = "habit",
    }
}

/// A kind of attack.
#[derive(Clone, Debug, PartialEq)]
pub struct AttackType {
    /// Id used by content.
    pub id: AttackId,
    /// Name for people.
    pub title: String,
    /// What happens.
    pub plain: String,
    /// Why it works on people.
    pub human_factor: String,
    /// What it does to people, strongest first.
    pub levers: Vec<Lever>,
    /// Scenarios it leads to.
    pub scenarios: Vec<ScenarioId>,
    /// Measures that stand against it.
    pub measures: Vec<MeasureId>,
    /// Firms that can meet it.
    pub when: Condition,
    /// Segments that meet it most.
    pub prominent_in: Vec<SegmentId>,
    /// Day of the last review.
    pub reviewed: Date,
}
