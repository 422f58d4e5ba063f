//! What is wrong with content, where, and what would help.

use super::Fault;
use super::raw::Span;
use crate::toml_file::{self, Slip};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The content cannot be used, or would mislead.
    Error,
    /// It works, but a reviewer should look.
    Warning,
}

/// One finding about the content. Words are made of it in [`crate::german`].
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Path of the file inside the content, with `/`.
    pub file: String,
    /// Bytes of the file it points at; none where the whole file is meant or missing.
    pub span: Option<Span>,
    /// What is wrong.
    pub fault: Fault,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

impl Diagnostic {
    /// A finding about a whole file.
    pub fn of_file(file: impl Into<String>, fault: Fault) -> Self {
        Self { file: file.into(), span: None, fault, suggestion: None }
    }

    /// A finding about a place in a file.
    pub fn at(file: impl Into<String>, span: Span, fault: Fault) -> Self {
        Self { file: file.into(), span: Some(span), fault, suggestion: None }
    }

    /// A finding about a text that has not the form it should have.
    pub(crate) fn of_slip(file: &str, found: toml_file::Fault<Slip>) -> Self {
        Self::at(file, found.span, Fault::Slip(found.problem)).meaning(found.suggestion)
    }

    /// Adds what was probably meant.
    #[must_use]
    pub fn meaning(mut self, suggestion: Option<impl Into<String>>) -> Self {
        self.suggestion = suggestion.map(Into::into);
        self
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.fault.code().severity()
    }
}

/// Sorts findings by file, place and code, and drops repetitions.
pub(crate) fn in_order(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let place = |it: &Diagnostic| it.span.as_ref().map_or((0, 0), |span| (span.start, span.end));
    diagnostics.sort_by(|a, b| {
        (a.file.as_str(), place(a), a.fault.code()).cmp(&(b.file.as_str(), place(b), b.fault.code()))
    });
    diagnostics.dedup();
    diagnostics
}
