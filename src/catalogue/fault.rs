//! The data of findings, one variant per kind of message.

use jiff::civil::Date;

use super::{Code, Form, Noun};
use crate::model::Grade;
use crate::toml_file::Slip;

/// What is wrong, as data.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The text is not TOML, or has another shape than its kind of file.
    Slip(Slip),
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
    /// A side of a contradiction that says nothing, or several things.
    SideUnclear,
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
    /// An id that shipped once and is no longer there.
    VanishedId {
        /// Folder or list, and the id.
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
    /// A measure whose tier nobody says how to carry out.
    MeasureWithoutSheet {
        /// The measure.
        measure: String,
        /// The tier.
        level: &'static str,
    },
    /// A measure no question informs.
    MeasureNotAsked {
        /// The measure.
        measure: String,
    },
    /// Something that happens and reopens nothing.
    TriggerReopensNothing {
        /// The trigger.
        trigger: String,
    },
    /// A planned project that changes nothing.
    ProjectChangesNothing {
        /// The project.
        project: String,
    },
    /// A measure that lowers nothing and carries nothing.
    MeasureWithoutEffect {
        /// The measure.
        measure: String,
        /// True where it should carry others.
        enabler: bool,
    },
    /// A question that informs no measure and opens no other question.
    QuestionWithoutMeasure,
    /// A question nobody can be asked.
    UnreachableQuestion,
    /// A question that waits for one of a later topic.
    ConditionOnLaterTopic {
        /// The question waited for.
        question: String,
    },
    /// A contradiction nobody can run into.
    ContradictionNeverTrue {
        /// The contradiction.
        id: String,
    },
    /// A scenario no measure acts on.
    ScenarioWithoutMeasure,
    /// A later option or larger variant that stands for less.
    OrderNotMonotone {
        /// Option or variant.
        noun: Noun,
        /// Its degree.
        value: f64,
        /// The degree already reached before it.
        before: f64,
    },
    /// An estimate without spread.
    PointEstimate {
        /// The only point.
        value: f64,
    },
    /// A grade better than its sources.
    GradeBeyondSource {
        /// The grade claimed.
        grade: Grade,
        /// The best its sources bear.
        best: Grade,
    },
    /// A published source without its year.
    SourceWithoutYear {
        /// The source.
        source: String,
    },
    /// A group in which the strongest cannot be told.
    ExclusiveRank {
        /// The group.
        group: String,
        /// True where it has no other member.
        alone: bool,
    },
    /// The same words for different things.
    DuplicateText {
        /// The file that has them first.
        other: String,
    },
    /// An entry nothing refers to.
    Unreferenced {
        /// What kind of thing.
        noun: Noun,
        /// Its id.
        id: String,
    },
    /// A grant that has ended.
    GrantEnded {
        /// Its last day.
        until: String,
    },
    /// Content nobody has looked at for long.
    ContentOld {
        /// Its version.
        version: String,
    },
    /// A text that outgrows its place.
    TextTooLong {
        /// Characters found.
        length: usize,
        /// Characters allowed.
        limit: usize,
    },
    /// A sentence that is read twice or not at all.
    SentenceTooLong {
        /// Words of the longest sentence.
        words: usize,
        /// Words allowed.
        limit: usize,
    },
    /// More sentences than the place bears.
    TooManySentences {
        /// Sentences found.
        found: usize,
        /// Sentences allowed.
        limit: usize,
    },
    /// A question with a negation.
    NegatedQuestion {
        /// The negation.
        word: String,
    },
    /// An option that joins two facts.
    JoinedFacts {
        /// What joins them.
        joint: String,
    },
    /// Two negations in one clause.
    DoubleNegation {
        /// The negations.
        words: [String; 2],
    },
    /// An English word for which there is a German one.
    Anglicism {
        /// The word as written.
        word: String,
        /// What to say instead.
        instead: String,
    },
    /// A word of the trade for which there is an everyday one.
    Jargon {
        /// The word as written.
        word: String,
        /// What to say instead.
        instead: String,
    },
    /// An abbreviation nobody explains.
    UnexplainedTerm {
        /// The abbreviation.
        word: String,
    },
    /// The informal address.
    InformalAddress {
        /// The word.
        word: String,
    },
    /// An umlaut written as two letters.
    SpelledOutUmlaut {
        /// The word.
        word: String,
    },
    /// Punctuation that does not fit the kind of text.
    TextForm {
        /// What it should be.
        form: Form,
    },
}

impl Fault {
    /// The code under which it is documented.
    pub fn code(&self) -> Code {
        match self {
            Self::Slip(slip) => match slip {
                Slip::OtherKind { .. } | Slip::Syntax(_) | Slip::DuplicateKey { .. } => Code::InvalidToml,
                Slip::NewerFormat { .. } => Code::UnsupportedFormat,
                Slip::UnknownKey { .. } => Code::UnknownKey,
                Slip::UnknownWord { .. } => Code::UnknownValue,
                Slip::Missing { .. } => Code::MissingKey,
                Slip::WrongShape { .. } | Slip::WrongLength { .. } | Slip::NoSuchDay => Code::WrongType,
                Slip::ThousandsPoint { .. }
                | Slip::NotFinite
                | Slip::NotPositive
                | Slip::OutOfRange { .. } => Code::OutOfRange,
            },
            Self::PolicyAndTransfer { .. } | Self::AskAndState { .. } | Self::SideUnclear => Code::MissingKey,
            Self::ReviewOverdue { .. } => Code::ReviewOverdue,
            Self::UnsupportedFormat { .. } => Code::UnsupportedFormat,
            Self::UnknownFile => Code::UnknownFile,
            Self::MissingFile | Self::NoEntry { .. } => Code::MissingFile,
            Self::IdDiffersFromFile { .. } => Code::IdDiffersFromFile,
            Self::MalformedId { .. } => Code::MalformedId,
            Self::DuplicateId { .. } => Code::DuplicateId,
            Self::UnknownReference { .. } => Code::UnknownReference,
            Self::WithdrawnReference { .. } => Code::WithdrawnReference,
            Self::VanishedId { .. } => Code::VanishedId,
            Self::MissingEntry { .. } | Self::WrongCount { .. } => Code::MissingEntry,
            Self::EmptyText => Code::EmptyText,
            Self::OutOfRange { .. } => Code::OutOfRange,
            Self::RangeOutOfOrder { .. } => Code::RangeOutOfOrder,
            Self::MissingSource => Code::MissingSource,
            Self::CyclicCondition { .. } => Code::CyclicCondition,
            Self::OptionCount { .. } => Code::OptionCount,
            Self::UnequalInforms { .. } => Code::UnequalInforms,
            Self::OrderNotAscending { .. } => Code::OrderNotAscending,
            Self::MeasureWithoutSheet { .. } => Code::MeasureWithoutSheet,
            Self::MeasureNotAsked { .. } => Code::MeasureNotAsked,
            Self::TriggerReopensNothing { .. } => Code::TriggerReopensNothing,
            Self::ProjectChangesNothing { .. } => Code::ProjectChangesNothing,
            Self::MeasureWithoutEffect { .. } => Code::MeasureWithoutEffect,
            Self::QuestionWithoutMeasure => Code::QuestionWithoutMeasure,
            Self::UnreachableQuestion => Code::UnreachableQuestion,
            Self::ConditionOnLaterTopic { .. } => Code::ConditionOnLaterTopic,
            Self::ContradictionNeverTrue { .. } => Code::ContradictionNeverTrue,
            Self::ScenarioWithoutMeasure => Code::ScenarioWithoutMeasure,
            Self::OrderNotMonotone { .. } => Code::OrderNotMonotone,
            Self::PointEstimate { .. } => Code::PointEstimate,
            Self::GradeBeyondSource { .. } => Code::GradeBeyondSource,
            Self::SourceWithoutYear { .. } => Code::SourceWithoutYear,
            Self::ExclusiveRank { .. } => Code::ExclusiveRank,
            Self::DuplicateText { .. } => Code::DuplicateText,
            Self::Unreferenced { .. } => Code::Unreferenced,
            Self::GrantEnded { .. } | Self::ContentOld { .. } => Code::OutOfDate,
            Self::TextTooLong { .. } => Code::TextTooLong,
            Self::SentenceTooLong { .. } => Code::SentenceTooLong,
            Self::TooManySentences { .. } => Code::TooManySentences,
            Self::NegatedQuestion { .. } => Code::NegatedQuestion,
            Self::JoinedFacts { .. } => Code::JoinedFacts,
            Self::DoubleNegation { .. } => Code::DoubleNegation,
            Self::Anglicism { .. } => Code::Anglicism,
            Self::Jargon { .. } => Code::Jargon,
            Self::UnexplainedTerm { .. } => Code::UnexplainedTerm,
            Self::InformalAddress { .. } => Code::InformalAddress,
            Self::SpelledOutUmlaut { .. } => Code::SpelledOutUmlaut,
            Self::TextForm { .. } => Code::TextForm,
        }
    }
}
