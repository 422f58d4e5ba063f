//! Planned projects: what they change in a firm, and what to settle before signing.

use jiff::civil::Date;

use crate::model::{
    Condition, Estimate, Grade, LawId, MeasureId, ProjectId, RoleId, ScenarioId, SourceId, TraitId,
};

/// How a project multiplies one scenario: its events a year and its euros per event.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposure {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Factor on the events a year.
    pub frequency: Option<Estimate>,
    /// Factor on the euros per event.
    pub severity: Option<Estimate>,
}

/// One point to settle before signing.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectQuestion {
    /// The question.
    pub text: String,
    /// Who can answer it.
    pub asks: RoleId,
    /// The next step where the answer is no.
    pub next_step: String,
}

/// Something a firm plans to introduce.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// Id used by content.
    pub id: ProjectId,
    /// Place in the list, from 1.
    pub position: u32,
    /// Name for people.
    pub title: String,
    /// What it is and what it opens.
    pub what: String,
    /// What it makes possible: security serves it.
    pub benefit: String,
    /// Firms for which it can be new.
    pub when: Condition,
    /// Traits the firm has afterwards.
    pub adds: Vec<TraitId>,
    /// Traits the firm no longer has afterwards.
    pub removes: Vec<TraitId>,
    /// What it does to scenarios, before protection.
    pub exposures: Vec<Exposure>,
    /// How far the factors can be trusted.
    pub grade: Grade,
    /// Where they come from.
    pub sources: Vec<SourceId>,
    /// Measures that belong to it from the first day.
    pub measures: Vec<MeasureId>,
    /// What the law asks of it.
    pub laws: Vec<LawId>,
    /// What to settle before signing.
    pub questions: Vec<ProjectQuestion>,
    /// Day of the last review.
    pub reviewed: Date,
}
