//! Learning units of five to sixty minutes.

use jiff::civil::Date;

use crate::model::{Condition, MeasureId, RoleId, UnitId};

words! {
    /// Where people learn.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Setting {
        /// At the place of work.
        OnSite = "on-site",
        /// At a screen.
        Digital = "digital",
        /// Both.
        Mixed = "mixed",
    }
}

/// A learning unit.
#[derive(Clone, Debug, PartialEq)]
pub struct LearningUnit {
    /// Id used by content.
    pub id: UnitId,
    /// Name for people.
    pub title: String,
    /// What can be observed afterwards.
    pub goal: String,
    /// Who learns; never empty.
    pub roles: Vec<RoleId>,
    /// Minutes it takes.
    pub minutes: u32,
    /// Where.
    pub setting: Setting,
    /// How.
    pub method: String,
    /// What is needed.
    pub material: String,
    /// Euros it costs beyond the time.
    pub cost_eur: f64,
    /// Competences with the framework's version, such as "2.2:4.1".
    pub digcomp: Vec<String>,
    /// Measures it carries.
    pub measures: Vec<MeasureId>,
    /// Firms it means something to.
    pub when: Condition,
    /// True for the short modules for management.
    pub leadership_module: bool,
    /// Year of training, for the modules for apprentices.
    pub apprentice_year: Option<u8>,
    /// How to hold it.
    pub steps: Vec<String>,
    /// The task for the learners.
    pub task: String,
    /// Its solution.
    pub solution: String,
    /// Day of the last review.
    pub reviewed: Date,
}
