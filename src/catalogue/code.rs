//! The codes of findings: stable names for documentation, filters and code-scanning views.

use super::Severity;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $severity:ident;)*) => {
        /// What kind of finding it is. Each has a section in `docs/lint.md` and an example in `tests/broken/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The code as it is printed.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// How much such a finding matters.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$name => Severity::$severity,)*
                }
            }
        }
    };
}

codes! {
    /// The text is not TOML.
    InvalidToml = "invalid-toml", Error;
    /// A key that this kind of file does not have.
    UnknownKey = "unknown-key", Error;
    /// A key that has to be there.
    MissingKey = "missing-key", Error;
    /// A value of another type than expected.
    WrongType = "wrong-type", Error;
    /// A word that is not one of the allowed ones.
    UnknownValue = "unknown-value", Error;
    /// A file format this program does not read.
    UnsupportedFormat = "unsupported-format", Error;
    /// A file in a place where none is expected.
    UnknownFile = "unknown-file", Error;
    /// A file that has to be there.
    MissingFile = "missing-file", Error;
    /// The id inside differs from the file's name.
    IdDiffersFromFile = "id-differs-from-file", Error;
    /// An id that is not lower-case kebab-case.
    MalformedId = "malformed-id", Error;
    /// An id given twice.
    DuplicateId = "duplicate-id", Error;
    /// A reference to something that does not exist.
    UnknownReference = "unknown-reference", Error;
    /// A reference to something that was withdrawn.
    WithdrawnReference = "withdrawn-reference", Error;
    /// An id that shipped once and is no longer there.
    VanishedId = "vanished-id", Error;
    /// A list that lacks an entry it must have.
    MissingEntry = "missing-entry", Error;
    /// A text without content.
    EmptyText = "empty-text", Error;
    /// A number outside its sensible range.
    OutOfRange = "out-of-range", Error;
    /// Estimate points that do not ascend.
    RangeOutOfOrder = "range-out-of-order", Error;
    /// A number without a source.
    MissingSource = "missing-source", Error;
    /// Questions whose conditions wait for each other.
    CyclicCondition = "cyclic-condition", Error;
    /// A question with fewer than two or more than six options.
    OptionCount = "option-count", Error;
    /// Options of one question that inform different measures.
    UnequalInforms = "unequal-informs", Error;
    /// Variants or levels that do not ascend.
    OrderNotAscending = "order-not-ascending", Error;
    /// An entry whose last review is longer ago than a year.
    ReviewOverdue = "review-overdue", Warning;
    /// A measure no question informs.
    MeasureNotAsked = "measure-not-asked", Error;
    /// A measure whose tier nobody says how to carry out.
    MeasureWithoutSheet = "measure-without-sheet", Error;
    /// A measure that lowers nothing and carries nothing.
    MeasureWithoutEffect = "measure-without-effect", Error;
    /// A question that changes nothing.
    QuestionWithoutMeasure = "question-without-measure", Error;
    /// A question nobody can be asked.
    UnreachableQuestion = "unreachable-question", Error;
    /// A question that waits for one of a later topic.
    ConditionOnLaterTopic = "condition-on-later-topic", Error;
    /// A contradiction nobody can run into.
    ContradictionNeverTrue = "contradiction-never-true", Error;
    /// A scenario no measure acts on.
    ScenarioWithoutMeasure = "scenario-without-measure", Error;
    /// Something that happens and reopens nothing.
    TriggerReopensNothing = "trigger-reopens-nothing", Error;
    /// A planned project that changes nothing.
    ProjectChangesNothing = "project-changes-nothing", Error;
    /// A later option or larger variant that stands for less.
    OrderNotMonotone = "order-not-monotone", Error;
    /// An estimate without spread.
    PointEstimate = "point-estimate", Error;
    /// A grade better than its sources.
    GradeBeyondSource = "grade-beyond-source", Error;
    /// A published source without its year.
    SourceWithoutYear = "source-without-year", Error;
    /// A group in which the strongest cannot be told.
    ExclusiveRank = "exclusive-rank", Error;
    /// The same words for different things.
    DuplicateText = "duplicate-text", Error;
    /// An entry nothing refers to.
    Unreferenced = "unreferenced", Warning;
    /// A grant that has ended, or content nobody has looked at for long.
    OutOfDate = "out-of-date", Warning;
    /// A text that outgrows its place.
    TextTooLong = "text-too-long", Warning;
    /// A sentence that is read twice or not at all.
    SentenceTooLong = "sentence-too-long", Warning;
    /// More sentences than the place bears.
    TooManySentences = "too-many-sentences", Warning;
    /// A question with a negation.
    NegatedQuestion = "negated-question", Warning;
    /// An option that joins two facts.
    JoinedFacts = "joined-facts", Warning;
    /// Two negations in one clause.
    DoubleNegation = "double-negation", Warning;
    /// An English word for which there is a German one.
    Anglicism = "anglicism", Warning;
    /// A word of the trade for which there is an everyday one.
    Jargon = "jargon", Warning;
    /// An abbreviation nobody explains.
    UnexplainedTerm = "unexplained-term", Warning;
    /// The informal address.
    InformalAddress = "informal-address", Warning;
    /// An umlaut written as two letters.
    SpelledOutUmlaut = "spelled-out-umlaut", Warning;
    /// Punctuation that does not fit the kind of text.
    TextForm = "text-form", Warning;
}
