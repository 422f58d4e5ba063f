//! The data of findings, one variant per kind of message.

use jiff::civil::Date;

use super::Code;

/// What a reference can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noun {
    /// A question of the self-check.
    Question,
    /// An option of a question.
    Option,
    /// A topic, which is a folder of questions.
    Topic,
    /// A measure.
    Measure,
    /// A bundle of measures.
    Bundle,
    /// A loss scenario.
    Scenario,
    /// A market segment.
    Segment,
    /// A size class.
    Size,
    /// A degree of digitalisation.
    Level,
    /// A digitalisation item.
    Item,
    /// A trait of a company.
    Trait,
    /// A role in or around a company.
    Role,
    /// A source.
    Source,
    /// A variant of a measure.
    Tier,
    /// A grant.
    Grant,
    /// A measure among those the options of a question inform.
    InformedMeasure,
    /// A requirement of DIN SPEC 27076.
    DinRequirement,
    /// An edition of the classification of economic activities.
    WzEdition,
    /// A federal state by its code.
    State,
    /// A case.
    Case,
    /// A kind of attack.
    Attack,
    /// A learning unit.
    Unit,
    /// An office or offer.
    Contact,
    /// A legal fact.
    Law,
    /// A message of the exercise.
    Message,
    /// An emergency played at the table.
    Drill,
    /// The best choice at a moment of a drill.
    BestChoice,
}

/// What is wrong, as data.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The text is not TOML.
    InvalidToml {
        /// The parser's own words (English).
        detail: String,
    },
    /// The same key twice in one table.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A key that this kind of file does not have.
    UnknownKey {
        /// The key.
        key: String,
        /// What could stand there.
        expected: Vec<String>,
    },
    /// A key that has to be there.
    MissingKey {
        /// The key.
        key: String,
    },
    /// A value of another type than expected.
    WrongType {
        /// What was found.
        found: TypeName,
        /// What has to stand there.
        expected: TypeName,
    },
    /// A list of another length than expected.
    WrongLength {
        /// Entries found.
        found: usize,
        /// Entries expected.
        expected: usize,
    },
    /// A word that is not one of the allowed ones.
    UnknownValue {
        /// The word.
        value: String,
        /// The allowed ones.
        expected: Vec<String>,
    },
    /// Insurance without terms, or terms without insurance.
    PolicyAndTransfer {
        /// What the bundle says about being insurance.
        transfer: bool,
    },
    /// An unconfirmed offer without what to check, or a confirmed one with it.
    AskAndState {
        /// What the offer says about being confirmed.
        confirmed: bool,
    },
    /// An entry whose last review is too long ago.
    ReviewOverdue {
        /// The day of the last review.
        reviewed: Date,
    },
    /// A file format this program does not read.
    UnsupportedFormat {
        /// The format found.
        found: u32,
    },
    /// A file in a place where none is expected.
    UnknownFile,
    /// A file that has to be there.
    MissingFile,
    /// A kind of entry of which there has to be at least one.
    NoEntry {
        /// The kind.
        noun: Noun,
    },
    /// The id inside differs from the file's name.
    IdDiffersFromFile {
        /// The id inside.
        id: String,
        /// The file's name without extension.
        file: String,
    },
    /// An id or version that is not well formed.
    MalformedId {
        /// As written.
        id: String,
    },
    /// An id given twice.
    DuplicateId {
        /// What kind of thing.
        noun: Noun,
        /// The id.
        id: String,
        /// The file that has it too.
        other: String,
    },
    /// A reference to something that does not exist.
    UnknownReference {
        /// What kind of thing.
        noun: Noun,
        /// The id referred to.
        id: String,
    },
    /// A reference to something that was withdrawn.
    WithdrawnReference {
        /// What kind of thing.
        noun: Noun,
        /// The id referred to.
        id: String,
    },
    /// A list that lacks an entry it must have.
    MissingEntry {
        /// What kind of thing.
        noun: Noun,
        /// Its id.
        id: String,
    },
    /// A list that has to have a certain number of entries.
    WrongCount {
        /// What kind of thing.
        noun: Noun,
        /// Entries found.
        found: usize,
        /// Entries expected.
        expected: usize,
    },
    /// A text without content.
    EmptyText,
    /// A number outside its sensible range.
    OutOfRange {
        /// The number.
        value: f64,
        /// Smallest allowed.
        low: f64,
        /// Largest allowed; infinite where there is none.
        high: f64,
    },
    /// Estimate points that do not ascend.
    RangeOutOfOrder {
        /// Low, likely, high.
        points: [f64; 3],
    },
    /// A number without a source.
    MissingSource,
    /// Questions whose conditions wait for each other, in a circle.
    CyclicCondition {
        /// The questions, each waiting for the next and the last for the first.
        questions: Vec<String>,
    },
    /// A question with fewer than two or more than six options.
    OptionCount {
        /// Options found.
        found: usize,
    },
    /// An option that informs other measures than the first option.
    UnequalInforms {
        /// Measures the first option informs and this one does not.
        missing: Vec<String>,
        /// Measures only this option informs.
        extra: Vec<String>,
    },
    /// Variants or levels that do not ascend.
    OrderNotAscending {
        /// What kind of thing.
        noun: Noun,
        /// The one that should come earlier.
        id: String,
    },
}

/// The types TOML knows, and the ones we expect of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeName {
    /// Text in quotes.
    Text,
    /// A number.
    Number,
    /// A number without decimals.
    Whole,
    /// true or false.
    Bool,
    /// A list in square brackets.
    List,
    /// A list of exactly so many entries.
    ListOf(usize),
    /// A table.
    Table,
    /// A date or time.
    Date,
    /// Something else, in the parser's words.
    Other(String),
}

impl Fault {
    /// The code under which it is documented.
    pub fn code(&self) -> Code {
        match self {
            Self::InvalidToml { .. } | Self::DuplicateKey { .. } => Code::InvalidToml,
            Self::UnknownKey { .. } => Code::UnknownKey,
            Self::MissingKey { .. } | Self::PolicyAndTransfer { .. } | Self::AskAndState { .. } => {
                Code::MissingKey
            }
            Self::ReviewOverdue { .. } => Code::ReviewOverdue,
            Self::WrongType { .. } | Self::WrongLength { .. } => Code::WrongType,
            Self::UnknownValue { .. } => Code::UnknownValue,
            Self::UnsupportedFormat { .. } => Code::UnsupportedFormat,
            Self::UnknownFile => Code::UnknownFile,
            Self::MissingFile | Self::NoEntry { .. } => Code::MissingFile,
            Self::IdDiffersFromFile { .. } => Code::IdDiffersFromFile,
            Self::MalformedId { .. } => Code::MalformedId,
            Self::DuplicateId { .. } => Code::DuplicateId,
            Self::UnknownReference { .. } => Code::UnknownReference,
            Self::WithdrawnReference { .. } => Code::WithdrawnReference,
            Self::MissingEntry { .. } | Self::WrongCount { .. } => Code::MissingEntry,
            Self::EmptyText => Code::EmptyText,
            Self::OutOfRange { .. } => Code::OutOfRange,
            Self::RangeOutOfOrder { .. } => Code::RangeOutOfOrder,
            Self::MissingSource => Code::MissingSource,
            Self::CyclicCondition { .. } => Code::CyclicCondition,
            Self::OptionCount { .. } => Code::OptionCount,
            Self::UnequalInforms { .. } => Code::UnequalInforms,
            Self::OrderNotAscending { .. } => Code::OrderNotAscending,
        }
    }
}
