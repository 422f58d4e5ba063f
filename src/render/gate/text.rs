//! One line per rule.

use std::fmt::Write as _;

use super::Verdict;
use crate::german::gate as words;
use crate::report::gate::Checked;

/// One line per rule, and one that counts them. Lines are not wrapped: scripts search them.
pub fn text(it: &Verdict) -> String {
    let mut out = String::new();
    for checked in it.checked {
        let verdict = words::verdict(checked.is_met());
        // Padding to the longer of the two words keeps the rules in one column.
        let _ = writeln!(out, "{verdict:<13}  {}", words::line(it.catalogue, checked));
    }
    let met = it.checked.iter().filter(|it| Checked::is_met(it)).count();
    let _ = writeln!(out, "{}", words::closing(met, it.checked.len()));
    out
}
