//! The verdict of a gate: for people, for programs, as test report, for code-scanning views.

pub(super) mod json;
mod junit;
mod sarif;
mod text;

pub use json::json;
pub use junit::junit;
pub use sarif::sarif;
pub use text::text;

use jiff::civil::Date;

use crate::model::Catalogue;
use crate::report::gate::Checked;

/// What a gate found about one file.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The file as people call it; part of what tells one firm's result from another's.
    pub file: String,
    /// The same as a reference that code-scanning views resolve.
    pub uri: String,
    /// The firm's name, where the file gives one.
    pub firm: Option<String>,
    /// The rules, or why they could not be looked at.
    pub outcome: Outcome,
}

/// The rules of one file, or why they could not be looked at.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Each rule with the line it stands on, counted from one.
    Checked(Vec<(Checked, usize)>),
    /// What is wrong with the file.
    Faulty(Vec<Told>),
}

/// A fault in words, with its place.
#[derive(Clone, Debug)]
pub struct Told {
    /// A stable name.
    pub code: &'static str,
    /// Line, counted from one.
    pub line: usize,
    /// Column, counted from one.
    pub column: usize,
    /// What is wrong and what to do.
    pub message: String,
}

/// What a gate found.
#[derive(Clone, Copy, Debug)]
pub struct Verdicts<'a> {
    /// The content.
    pub catalogue: &'a Catalogue,
    /// Number of the model that reckoned.
    pub model: u32,
    /// Day of reckoning.
    pub date: Date,
    /// Every file, in the order of the call.
    pub files: &'a [Verdict],
}

impl Verdict {
    /// True where every rule is met.
    pub fn is_met(&self) -> bool {
        match &self.outcome {
            Outcome::Checked(rules) => rules.iter().all(|it| it.0.is_met()),
            Outcome::Faulty(_) => false,
        }
    }
}

impl Verdicts<'_> {
    /// True where every rule of every file is met.
    pub fn are_met(&self) -> bool {
        self.files.iter().all(Verdict::is_met)
    }
}
