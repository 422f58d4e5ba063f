//! What can be wrong with any file that is read key by key, as data; the sentences are made in `german`.

use std::ops::Range;

use super::{FileKind, SyntaxSlip};

/// One fault with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault<P> {
    /// What is wrong.
    pub problem: P,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

/// Faults collected so far.
#[derive(Debug)]
pub struct Faults<P>(Vec<Fault<P>>);

impl<P> Default for Faults<P> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<P> Faults<P> {
    /// Adds a fault.
    pub fn add(&mut self, problem: impl Into<P>, span: Range<usize>) {
        self.add_near(problem, span, None);
    }

    /// Adds a fault that knows what was probably meant.
    pub fn add_near(&mut self, problem: impl Into<P>, span: Range<usize>, meant: Option<&str>) {
        self.0.push(Fault { problem: problem.into(), span, suggestion: meant.map(str::to_owned) });
    }

    /// Nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All faults as they stand in the file.
    pub fn in_order(mut self) -> Vec<Fault<P>> {
        self.0.sort_by_key(|it| (it.span.start, it.span.end));
        self.0
    }
}

/// What has to stand at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text in quotes.
    Text,
    /// A number without unit.
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
    /// Tables in double square brackets.
    Tables,
    /// A list of exactly so many entries.
    ListOf(usize),
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Slip {
    /// Another kind of file.
    OtherKind {
        /// What it is.
        found: FileKind,
        /// What was to be read.
        expected: FileKind,
    },
    /// Not TOML.
    Syntax(SyntaxSlip),
    /// The same key twice in one table.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// Written by a newer program.
    NewerFormat {
        /// The format found.
        found: i64,
        /// The newest format this program reads.
        newest: i64,
    },
    /// A key this place does not have.
    UnknownKey {
        /// The key.
        key: String,
        /// The keys it has.
        known: Vec<&'static str>,
    },
    /// A word that is not one of the allowed ones.
    UnknownWord {
        /// The word.
        word: String,
        /// The allowed ones.
        known: Vec<&'static str>,
    },
    /// A key that has to be there.
    Missing {
        /// The key.
        key: &'static str,
    },
    /// Something else has to stand here.
    WrongShape {
        /// What stands here.
        found: Shape,
        /// What has to stand here.
        expected: Shape,
    },
    /// A list of another length than expected.
    WrongLength {
        /// Entries found.
        found: usize,
        /// Entries expected.
        expected: usize,
    },
    /// A number with a point where a German reads thousands and TOML decimals.
    ThousandsPoint {
        /// As written: `60.000`.
        written: String,
        /// As TOML writes the thousands: `60_000`.
        thousands: String,
    },
    /// `inf` or `nan`.
    NotFinite,
    /// A number that must be above zero.
    NotPositive,
    /// A number out of its range.
    OutOfRange {
        /// Least allowed.
        least: f64,
        /// Most allowed, where there is a limit.
        most: Option<f64>,
    },
    /// A date that does not exist or a time where a day has to stand.
    NoSuchDay,
}

impl Slip {
    /// A stable name, the same in every language and version.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherKind { .. } => "other-kind",
            Self::Syntax(_) => "invalid-toml",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::NewerFormat { .. } => "unsupported-format",
            Self::UnknownKey { .. } => "unknown-key",
            Self::UnknownWord { .. } => "unknown-value",
            Self::Missing { .. } => "missing-key",
            Self::WrongShape { .. } | Self::WrongLength { .. } => "wrong-type",
            Self::ThousandsPoint { .. } => "thousands-point",
            Self::NotFinite => "not-finite",
            Self::NotPositive => "not-positive",
            Self::OutOfRange { .. } => "out-of-range",
            Self::NoSuchDay => "no-such-day",
        }
    }
}
