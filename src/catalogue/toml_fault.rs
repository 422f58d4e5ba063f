//! The TOML reader's complaints as typed faults.
//!
//! serde hands its complaints on as English sentences only; this is the one place that takes them apart.

use super::raw::Span;
use super::{Diagnostic, Fault, TypeName};
use crate::model::nearest;
use crate::toml_file::syntax_slip;

/// The finding for a file that could not be read.
pub(crate) fn diagnose(file: &str, text: &str, error: &toml::de::Error) -> Diagnostic {
    let written = error.span().and_then(|it| text.get(it)).unwrap_or_default();
    let fault = match classify(error.message()) {
        // The parser does not say which key stands there twice, only where.
        Some(Fault::DuplicateKey { .. }) => Fault::DuplicateKey { key: written.to_owned() },
        Some(fault) => fault,
        None => Fault::InvalidToml { slip: syntax_slip(text, error) },
    };
    let suggestion = suggestion(&fault);
    Diagnostic { file: file.to_owned(), span: span(text, error, &fault), fault, suggestion }
}

/// A missing key is reported for its whole table; its first line is enough.
fn span(text: &str, error: &toml::de::Error, fault: &Fault) -> Option<Span> {
    let span = error.span()?;
    if !matches!(fault, Fault::MissingKey { .. }) {
        return Some(span);
    }
    let line = text[span.start..].find('\n').map_or(text.len(), |length| span.start + length);
    Some(span.start..span.end.min(line))
}

fn suggestion(fault: &Fault) -> Option<String> {
    let (word, expected) = match fault {
        Fault::UnknownKey { key, expected } => (key, expected),
        Fault::UnknownValue { value, expected } => (value, expected),
        _ => return None,
    };
    nearest(word, expected.iter().map(String::as_str)).map(str::to_owned)
}

/// What serde complains of; nothing where the text is no TOML at all.
fn classify(message: &str) -> Option<Fault> {
    let quoted = backticked(message);
    let first = quoted.first().cloned().unwrap_or_default();
    let rest = || quoted.iter().skip(1).cloned().collect();
    Some(if message.starts_with("unknown field") {
        Fault::UnknownKey { key: first, expected: rest() }
    } else if message.starts_with("unknown variant") {
        Fault::UnknownValue { value: first, expected: rest() }
    } else if message.starts_with("missing field") {
        Fault::MissingKey { key: first }
    } else if message.starts_with("duplicate key") || message.starts_with("duplicate field") {
        Fault::DuplicateKey { key: first }
    } else if let Some((found, expected)) = halves(message, "invalid type: ") {
        Fault::WrongType { found: type_found(found), expected: type_expected(expected) }
    } else if let Some((found, expected)) = halves(message, "invalid value: ") {
        Fault::WrongType { found: type_found(found), expected: type_expected(expected) }
    } else {
        halves(message, "invalid length ").and_then(wrong_length)?
    })
}

fn backticked(message: &str) -> Vec<String> {
    message.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn halves<'a>(message: &'a str, start: &str) -> Option<(&'a str, &'a str)> {
    message.strip_prefix(start)?.split_once(", expected ")
}

fn wrong_length((found, expected): (&str, &str)) -> Option<Fault> {
    let expected = expected.rsplit(' ').find_map(|word| word.parse().ok())?;
    Some(Fault::WrongLength { found: found.trim().parse().ok()?, expected })
}

fn type_found(words: &str) -> TypeName {
    let kinds = [
        ("string", TypeName::Text),
        ("integer", TypeName::Whole),
        ("floating point", TypeName::Number),
        ("boolean", TypeName::Bool),
        ("sequence", TypeName::List),
        ("map", TypeName::Table),
        ("datetime", TypeName::Date),
    ];
    named(words, &kinds)
}

fn type_expected(words: &str) -> TypeName {
    if let Some(length) = words.strip_prefix("an array of length ").and_then(|it| it.parse().ok()) {
        return TypeName::ListOf(length);
    }
    let kinds = [
        ("a string", TypeName::Text),
        ("f64", TypeName::Number),
        ("u8", TypeName::Whole),
        ("u16", TypeName::Whole),
        ("u32", TypeName::Whole),
        ("a boolean", TypeName::Bool),
        ("a sequence", TypeName::List),
        ("a map", TypeName::Table),
        ("struct", TypeName::Table),
        ("`format` and one table per source", TypeName::Table),
    ];
    named(words, &kinds)
}

fn named(words: &str, kinds: &[(&str, TypeName)]) -> TypeName {
    let kind = kinds.iter().find(|(start, _)| words.starts_with(start));
    kind.map_or_else(|| TypeName::Other(words.to_owned()), |(_, kind)| kind.clone())
}
