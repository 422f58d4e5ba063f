//! Kinds of things that findings speak of.

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
