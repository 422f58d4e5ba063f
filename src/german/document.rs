//! What documents say by themselves, and how they write numbers.

use typeset::document::Language;

use super::number;

/// German, for the typesetter.
pub const LANGUAGE: Language = Language {
    tag: "de-DE",
    contents: "Inhalt",
    skip: "Zum Inhalt springen",
    amount: number::exact_euros,
    count: |value| number::decimal(value, 0),
    percent: number::whole_percent,
};

/// The program's name and version, for the metadata of what it writes.
pub const PROGRAM: &str = concat!("waage ", env!("CARGO_PKG_VERSION"));
