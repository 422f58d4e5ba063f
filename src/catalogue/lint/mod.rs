//! The linter: what resolves but would mislead, annoy or hide something. One file per rule.

mod review;

use jiff::civil::Date;

use super::diagnostic::in_order;
use super::read::read;
use super::resolve::assemble;
use super::{Diagnostic, Files};

/// Everything that is wrong with content: the faults of [`super::resolve`] and, where the shapes allow it, the
/// findings of every rule. `today` decides what has become old.
pub fn lint(files: &Files, today: Date) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let content = read(files, &mut out);
    let _ = assemble(&content, files, &mut out);
    review::overdue(&content, today, &mut out);
    in_order(out)
}
