//! What happened to others, how people are deceived, how to learn, whom to ask, what the law says.
//!
//! None of it enters a figure; all of it is matched to a firm in [`crate::guidance`]. Every entry carries the day
//! on which it was last reviewed.

mod attack;
mod case;
mod contact;
mod exercise;
mod how_to;
mod law;
mod learning;
mod project;
mod trigger;

use jiff::civil::Date;

use super::{AttackId, CaseId, ContactId, LawId, MeasureId, ProjectId, UnitId};

pub use attack::{AttackType, Lever};
pub use case::{Case, CaseKind, CaseSize, Citation};
pub use contact::{Contact, ContactKind, ContactState, OfferTerms, Phone};
pub use exercise::{Choice, Drill, Message, SelfCheck, Statement, Step};
pub use how_to::{Deliverables, Deliverer, HowTo, HowToTier, SettingLine, StopgapSheet, System, SystemUse};
pub use law::{Applies, LegalFact, LegalKind};
pub use learning::{LearningUnit, Setting};
pub use project::{Exposure, Project, ProjectQuestion};
pub use trigger::{CompanyFact, Trigger};

/// Months after which an entry has to be reviewed again.
///
/// Contacts, programmes and laws of this field change within a year; our own rule (`docs/content.md`).
pub const REVIEW_MONTHS: i32 = 12;

/// True where an entry was last reviewed longer ago than [`REVIEW_MONTHS`].
pub fn review_is_overdue(reviewed: Date, today: Date) -> bool {
    use jiff::ToSpan;
    reviewed.checked_add(REVIEW_MONTHS.months()).is_ok_and(|due| due < today)
}

/// Everything that helps without being a figure. Lists are sorted by id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Knowledge {
    /// What happened to others, worst and best practice.
    pub cases: Vec<Case>,
    /// Kinds of attack, with what they do to people.
    pub attacks: Vec<AttackType>,
    /// Learning units.
    pub units: Vec<LearningUnit>,
    /// Whom to ask and what is offered.
    pub contacts: Vec<Contact>,
    /// Duties and clocks, dated.
    pub laws: Vec<LegalFact>,
    /// Invented messages to judge.
    pub messages: Vec<Message>,
    /// Emergencies played at the table.
    pub drills: Vec<Drill>,
    /// What reopens answers, in the order in which it is asked.
    pub triggers: Vec<Trigger>,
    /// Projects a firm may plan, in the order in which they are shown.
    pub projects: Vec<Project>,
    /// Checks of one's own competence, one per role.
    pub self_checks: Vec<SelfCheck>,
    /// How measures are carried out, by measure.
    pub how_to: Vec<HowTo>,
}

impl Knowledge {
    /// The case with that id.
    pub fn case(&self, id: &CaseId) -> Option<&Case> {
        self.cases.iter().find(|it| &it.id == id)
    }

    /// The kind of attack with that id.
    pub fn attack(&self, id: &AttackId) -> Option<&AttackType> {
        self.attacks.iter().find(|it| &it.id == id)
    }

    /// The learning unit with that id.
    pub fn unit(&self, id: &UnitId) -> Option<&LearningUnit> {
        self.units.iter().find(|it| &it.id == id)
    }

    /// The contact with that id.
    pub fn contact(&self, id: &ContactId) -> Option<&Contact> {
        self.contacts.iter().find(|it| &it.id == id)
    }

    /// The project with that id.
    pub fn project(&self, id: &ProjectId) -> Option<&Project> {
        self.projects.iter().find(|it| &it.id == id)
    }

    /// How that measure is carried out.
    pub fn how_to(&self, measure: &MeasureId) -> Option<&HowTo> {
        self.how_to.iter().find(|it| &it.measure == measure)
    }

    /// The legal fact with that id.
    pub fn law(&self, id: &LawId) -> Option<&LegalFact> {
        self.laws.iter().find(|it| &it.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_review_is_overdue_after_twelve_months_and_not_a_day_earlier() {
        let reviewed = date(2025, 11, 21);
        assert!(!review_is_overdue(reviewed, date(2026, 11, 21)));
        assert!(review_is_overdue(reviewed, date(2026, 11, 22)));
    }
}
