//! What can be wrong with an answers file, as data; the sentences are made in `german`.

use std::ops::Range;

/// One fault with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct FileFault {
    /// What is wrong.
    pub problem: Problem,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

/// What an id in an answers file refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// A question.
    Question,
    /// An option of a question.
    Option,
    /// A market segment.
    Segment,
    /// A trait of the company.
    Trait,
    /// A digitalisation item.
    Item,
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
    /// A variant of a measure.
    Tier,
}

/// What has to stand at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text in quotes.
    Text,
    /// A number.
    Number,
    /// A number without decimals.
    Whole,
    /// `true` or `false`.
    YesNo,
    /// A date such as 2026-11-21.
    Day,
    /// A list in square brackets.
    List,
    /// A table.
    Table,
    /// A text, or a table with `process` and `tolerable_hours`.
    Process,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// Not TOML; the detail is the parser's, in English.
    Syntax {
        /// The parser's words.
        detail: String,
    },
    /// Written by a newer program.
    NewerFormat {
        /// The format found.
        found: i64,
    },
    /// A key this place does not have.
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A key that has to be there.
    Missing {
        /// The key.
        key: &'static str,
    },
    /// Something else has to stand here.
    WrongShape {
        /// What has to stand here.
        expected: Shape,
    },
    /// A number out of its range.
    OutOfRange {
        /// Least allowed.
        least: f64,
        /// Most allowed, where there is a limit.
        most: Option<f64>,
    },
    /// A date that does not exist or a time where a day has to stand.
    NoSuchDay,
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
    /// More than three processes.
    TooManyProcesses {
        /// How many were given.
        given: usize,
    },
}

impl Problem {
    /// A stable name, the same in every language and version.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "invalid-toml",
            Self::NewerFormat { .. } => "unsupported-format",
            Self::UnknownKey { .. } => "unknown-key",
            Self::Missing { .. } => "missing-key",
            Self::WrongShape { .. } => "wrong-type",
            Self::OutOfRange { .. } => "out-of-range",
            Self::NoSuchDay => "no-such-day",
            Self::Unknown { .. } => "unknown-reference",
            Self::Replaced { .. } => "withdrawn-reference",
            Self::UnknownOption { .. } => "unknown-option",
            Self::NotOneAnswer { .. } => "not-one-answer",
            Self::TooManyProcesses { .. } => "too-many-processes",
        }
    }
}
