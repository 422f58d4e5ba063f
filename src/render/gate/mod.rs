//! The verdict of a gate: for people, for programs, as test report, for code-scanning views.

mod json;
mod junit;
mod sarif;
mod text;

pub use json::json;
pub use junit::junit;
pub use sarif::sarif;
pub use text::text;

use crate::model::Catalogue;
use crate::report::Report;
use crate::report::gate::Checked;

/// What a gate found.
#[derive(Clone, Copy, Debug)]
pub struct Verdict<'a> {
    /// The content.
    pub catalogue: &'a Catalogue,
    /// The report the thresholds were laid on.
    pub report: &'a Report,
    /// The rules.
    pub checked: &'a [Checked],
    /// The answers file as named in the call; none where it came from standard input.
    pub file: Option<&'a str>,
}

impl Verdict<'_> {
    /// True where every rule is met.
    pub fn is_met(&self) -> bool {
        self.checked.iter().all(Checked::is_met)
    }
}
