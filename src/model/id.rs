//! Identifiers. An id says *what*, never *where* or *which number*, and never changes its meaning.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Names a thing; whether it exists is the catalogue's business.
            pub fn new(id: impl AsRef<str>) -> Self {
                Self(Arc::from(id.as_ref()))
            }

            /// The id as it stands in files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&*self.0, f)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self::new(id)
            }
        }
    )*};
}

ids! {
    /// A question of the self-check.
    QuestionId;
    /// One option of a question; unique within its question.
    OptionId;
    /// A topic that groups questions.
    TopicId;
    /// A measure of the catalogue.
    MeasureId;
    /// A purchase that supplies several measures.
    BundleId;
    /// A loss scenario.
    ScenarioId;
    /// A market segment.
    SegmentId;
    /// What a firm does, inside its segment.
    SubTradeId;
    /// A trait of a company that opens or closes an exposure.
    TraitId;
    /// A role in or around a company that knows answers and does work.
    RoleId;
    /// One of the twelve digitalisation items.
    ItemId;
    /// A kind of incident that a firm can have lived through.
    IncidentId;
    /// A source of a number or a statement.
    SourceId;
    /// A grant that takes part of a price off.
    GrantId;
    /// A case of damage or of prevention that worked.
    CaseId;
    /// A kind of attack.
    AttackId;
    /// A pair of answers that do not fit together.
    ContradictionId;
    /// A learning unit.
    UnitId;
    /// An office or offer.
    ContactId;
    /// A legal fact.
    LawId;
    /// A message of the exercise.
    MessageId;
    /// An emergency played at the table.
    DrillId;
    /// Something that happens in a firm and reopens answers.
    TriggerId;
    /// A planned project.
    ProjectId;
    /// A check of one's own competence.
    SelfCheckId;
    /// A point of a yardstick or check list.
    PointId;
    /// A system firms use.
    SystemId;
}
