//! Kinds of things that findings speak of.

/// How a text should be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A question ends with a question mark.
    QuestionMark,
    /// A sentence ends with a full stop.
    FullStop,
    /// A title, option or list of words ends without one.
    NoFullStop,
    /// Quotation marks are German.
    GermanQuotes,
    /// No double spaces, none at the ends.
    SingleSpaces,
    /// A dash between words is a long one.
    LongDash,
}
