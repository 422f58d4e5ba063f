//! When something applies to a company.

use super::{Company, Level, OptionId, QuestionId, SegmentId, SizeClass, TraitId};

/// A conjunction: every non-empty list must match; an empty condition always holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    /// The company's segment is one of these.
    pub segments: Vec<SegmentId>,
    /// The company's size class is one of these.
    pub sizes: Vec<SizeClass>,
    /// The company's degree of digitalisation is one of these.
    pub levels: Vec<Level>,
    /// The company has at least one of these traits.
    pub traits: Vec<TraitId>,
    /// The company has none of these traits.
    pub without_traits: Vec<TraitId>,
    /// The company employs at least so many people.
    pub people: u32,
    /// Each of these questions was answered with one of the named options.
    pub answers: Vec<AnswerCondition>,
}

/// An earlier answer that must have been given.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerCondition {
    /// The earlier question.
    pub question: QuestionId,
    /// One of these options was chosen.
    pub options: Vec<OptionId>,
}

impl Condition {
    /// True where it holds whatever the size class and the level, which decide what is asked and not what counts.
    pub fn holds_but_for_size(&self, company: &Company) -> bool {
        self.holds_with(company, |it| company.has(it) == Some(true))
    }

    /// The same where an open trait may turn out to be a yes.
    pub fn may_hold_for(&self, company: &Company) -> bool {
        self.holds_with(company, |it| company.has(it) != Some(false))
    }

    fn holds_with(&self, company: &Company, has: impl Fn(&TraitId) -> bool) -> bool {
        (self.segments.is_empty() || self.segments.contains(&company.segment))
            && company.employees >= self.people
            && (self.traits.is_empty() || self.traits.iter().any(has))
            && !self.without_traits.iter().any(|it| company.has(it) == Some(true))
    }

    /// True when the company's profile (everything but answers) meets the condition.
    pub fn holds_for(&self, company: &Company, level: Level) -> bool {
        let any = |empty: bool, hit: bool| empty || hit;
        any(self.segments.is_empty(), self.segments.contains(&company.segment))
            && company.employees >= self.people
            && any(self.sizes.is_empty(), self.sizes.contains(&company.size()))
            && any(self.levels.is_empty(), self.levels.contains(&level))
            && any(self.traits.is_empty(), self.traits.iter().any(|it| company.traits.contains(it)))
            && !self.without_traits.iter().any(|it| company.traits.contains(it))
    }
}
