//! Where numbers and statements come from.

use super::SourceId;

words! {
    /// How a source was read.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Checked {
        /// The publisher's own text was read.
        Primary = "primary",
        /// A press or trade page that quotes it was read.
        Secondary = "secondary",
        /// Derived by us; the derivation is written down.
        Derived = "derived",
        /// Our judgement; no measurement behind it.
        Judgement = "judgement",
    }
}

/// A source as it is printed in the report's annex.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Id used by content.
    pub id: SourceId,
    /// Title, in the language the reader will find it in or in German.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Year of publication where known.
    pub year: Option<u16>,
    /// Where it can be read.
    pub url: Option<String>,
    /// How it was read.
    pub checked: Checked,
}
