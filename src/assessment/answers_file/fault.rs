//! What can be wrong with an answers file, as data; the sentences are made in `german`.

use super::remark::Remark;
use crate::toml_file::{Fault, Slip};

/// One fault with its place.
pub type FileFault = Fault<Problem>;

/// What an id in an answers file refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// A question.
    Question,
    /// An option of a question.
    Option,
    /// A kind of firm within a segment.
    SubTrade,
    /// A market segment.
    Segment,
    /// A trait of the company.
    Trait,
    /// A system in use.
    System,
    /// A digitalisation item.
    Item,
    /// A kind of incident.
    Incident,
    /// A measure.
    Measure,
    /// A role.
    Role,
    /// A federal state.
    State,
    /// Claimed, shown or tested.
    Evidence,
    /// Do or accept.
    Verdict,
    /// What a provider says instead of a price.
    QuoteState,
    /// A variant of a measure.
    Tier,
    /// A rung of the ladder.
    Rung,
    /// Whom the firm calls in an emergency.
    Call,
    /// A point of the contract's check list.
    ContractPoint,
    /// What was found on it.
    Tick,
    /// A learning unit.
    Unit,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// What can be wrong with any file.
    Slip(Slip),
    /// An id that nothing has.
    Unknown {
        /// What it refers to.
        noun: Noun,
        /// The id.
        id: String,
    },
    /// An id that was withdrawn; what stands there counts for its successor.
    Replaced {
        /// What it refers to.
        noun: Noun,
        /// The withdrawn id.
        id: String,
        /// The id in use.
        by: String,
    },
    /// An option a question does not have.
    UnknownOption {
        /// The question.
        question: String,
        /// The option.
        id: String,
        /// The options it has.
        options: Vec<String>,
    },
    /// `option`, `unknown` and `not_applicable` exclude each other, and one of them is needed.
    NotOneAnswer {
        /// How many were given.
        given: usize,
    },
    /// Neither a text nor a table with `process` and `tolerable_hours`.
    NoProcess,
    /// Nothing wrong in itself, but hardly meant.
    Doubtful(Remark),
    /// More than three processes.
    TooManyProcesses {
        /// How many were given.
        given: usize,
    },
}

impl From<Slip> for Problem {
    fn from(slip: Slip) -> Self {
        Self::Slip(slip)
    }
}
