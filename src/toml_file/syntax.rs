//! The TOML parser's complaints as typed slips.
//!
//! The parser complains in English sentences only; this is the one place that takes them apart. A sentence nobody
//! foresaw stays whole in [`SyntaxSlip::Other`].

use super::Slip;

/// The ways in which a text fails to be TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxSlip {
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

/// What the parser could not read.
pub(super) fn slip(source: &str, error: &toml::de::Error) -> Slip {
    if error.message().starts_with("duplicate key") {
        let key = error.span().and_then(|it| source.get(it)).unwrap_or_default();
        return Slip::DuplicateKey { key: key.to_owned() };
    }
    Slip::Syntax(syntax_slip(source, error))
}

/// Why a text is no TOML.
pub fn syntax_slip(source: &str, error: &toml::de::Error) -> SyntaxSlip {
    let written = error.span().and_then(|it| source.get(it)).unwrap_or_default();
    let next = error.span().and_then(|it| source.get(it.start..)).unwrap_or_default();
    match classified(error.message()) {
        // The parser also takes nothing at all for a word without quotation marks.
        SyntaxSlip::Unquoted if written.trim().is_empty() => SyntaxSlip::NoValue,
        // A bracket where a key should be: the table or list before it never ended.
        SyntaxSlip::Key if next.starts_with('[') => SyntaxSlip::Unclosed,
        slip => slip,
    }
}

fn classified(message: &str) -> SyntaxSlip {
    let starts = |words: &[&str]| words.iter().any(|it| message.starts_with(it));
    match () {
        () if starts(&["string values must be quoted", "unexpected content", "unexpected key or value"]) => {
            SyntaxSlip::Unquoted
        }
        () if starts(&["missing value", "key with no value"]) => SyntaxSlip::NoValue,
        () if starts(&["missing assignment", "invalid key-value pair"]) => SyntaxSlip::NoAssignment,
        () if starts(&["extra ", "unexpected `=`"]) => SyntaxSlip::Surplus,
        () if starts(&["missing comma"]) => SyntaxSlip::NoComma,
        () if starts(&[
            "invalid basic string",
            "invalid literal string",
            "invalid multi-line",
            "invalid string",
        ]) =>
        {
            SyntaxSlip::Text
        }
        () if starts(&["missing opening quote", "missing escaped value", "too few unicode"]) => {
            SyntaxSlip::Text
        }
        () if starts(&["unclosed"]) => SyntaxSlip::Unclosed,
        () if starts(&[
            "invalid key",
            "invalid unquoted key",
            "unquoted keys",
            "keys cannot",
            "missing key",
        ]) =>
        {
            SyntaxSlip::Key
        }
        () if starts(&["invalid ", "unexpected leading zero", "redundant", "unexpected sign"]) => {
            SyntaxSlip::Value
        }
        () => SyntaxSlip::Other(message.to_owned()),
    }
}
