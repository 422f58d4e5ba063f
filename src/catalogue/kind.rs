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

/// The ways in which a text fails to be TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TomlSlip {
    /// A text value without quotation marks, or something left over behind a value.
    Unquoted,
    /// A key without a value.
    NoValue,
    /// A value without a key, or a line that is neither.
    NoAssignment,
    /// Too many equals signs or commas.
    Surplus,
    /// Two entries of a list or table without a comma between them.
    NoComma,
    /// A text that does not end, or has a forbidden character.
    Text,
    /// A list or table that does not end.
    Unclosed,
    /// A number, date or truth value that is none.
    Value,
    /// A key that is none.
    Key,
    /// Something else, in the parser's own words (English).
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
