//! What happens in a firm between two checks and reopens answers, whatever their age.

use jiff::civil::Date;

use crate::model::{MeasureId, QuestionId, TriggerId};

words! {
    /// A fact about the company that something can change.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum CompanyFact {
        /// Persons employed.
        Employees = "employees",
        /// Annual turnover.
        Turnover = "turnover",
        /// Federal state.
        State = "state",
        /// What a day without IT costs.
        StandstillDay = "standstill-day",
        /// Traits.
        Traits = "traits",
        /// The digitalisation items.
        Digitalisation = "digitalisation",
        /// The processes the company lives on.
        CrownJewels = "crown-jewels",
        /// Money that may be lost without endangering the company.
        Reserve = "reserve",
    }
}

/// Something that happens and reopens answers. It is asked at the start of every repetition.
#[derive(Clone, Debug, PartialEq)]
pub struct Trigger {
    /// Id used by content.
    pub id: TriggerId,
    /// Place in the list, from 1.
    pub position: u32,
    /// What happened, as a statement to tick.
    pub text: String,
    /// Why this is looked at again.
    pub why: String,
    /// What to do at once, before any question; none where nothing presses.
    pub at_once: Option<String>,
    /// Facts about the company to be asked again.
    pub facts: Vec<CompanyFact>,
    /// Measures whose questions are all asked again.
    pub measures: Vec<MeasureId>,
    /// Further questions that are asked again.
    pub questions: Vec<QuestionId>,
    /// Day of the last review.
    pub reviewed: Date,
}
