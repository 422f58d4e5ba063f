//! The answers file: plain TOML for people and `git diff`. Holds ids and dates, never texts or weights.
//!
//! [`parse`] reads with all faults at once, [`written`] saves into the text that was there, so that comments
//! and order survive. This module owns the wire format; nothing else knows a key.

mod decisions;
mod fault;
pub mod limits;
mod line_ends;
mod migration;
mod proof;
mod read;
mod remark;
mod shape;
#[cfg(test)]
mod tests;
mod write;

pub use fault::{FileFault, Noun, Problem};
pub use migration::FORMAT;
pub use read::{Parsed, answered_with, key_at, line_of, newest_day, parse};
pub use remark::{Remark, remarks};
pub use shape::AnswersFile;
pub use write::written;

use crate::model::{Answers, Catalogue};
use crate::toml_file::Slip;

/// Reads a file whose company is known well enough to reckon with.
pub fn parse_complete(
    source: &str,
    catalogue: &Catalogue,
) -> Result<(Answers, Vec<FileFault>), Vec<FileFault>> {
    let parsed = parse(source, catalogue)?;
    if let Some(answers) = parsed.draft.answers() {
        return Ok((answers, parsed.notes));
    }
    let span = source.find("[company]").map_or(0..0, |start| start..start + "[company]".len());
    let company = &parsed.draft.company;
    let missing = [("segment", company.segment.is_none()), ("employees", company.employees.is_none())];
    let faults = missing.into_iter().filter(|it| it.1).map(|(key, _)| FileFault {
        problem: Slip::Missing { key }.into(),
        span: span.clone(),
        suggestion: None,
    });
    Err(faults.collect())
}
