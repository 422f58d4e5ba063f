//! One line per rule.

use std::fmt::Write as _;

use super::{Outcome, Verdicts};
use crate::german::gate as words;

/// One line per rule, and one that counts them; several files under a heading each. Lines are not wrapped: scripts
/// search them.
pub fn text(all: &Verdicts<'_>) -> String {
    let mut out = String::new();
    for it in all.files {
        if all.files.len() > 1 {
            let _ = writeln!(out, "{}", words::heading(&it.file, it.firm.as_deref()));
        }
        let rules = match &it.outcome {
            Outcome::Checked(rules) => rules,
            Outcome::Faulty(faults) => {
                let _ = writeln!(out, "{}", words::not_checked(faults.len()));
                continue;
            }
        };
        for (checked, _) in rules {
            let verdict = words::verdict(checked.is_met());
            // Padding to the longer of the two words keeps the rules in one column.
            let _ = writeln!(out, "{verdict:<13}  {}", words::line(all.catalogue, checked));
        }
        let met = rules.iter().filter(|it| it.0.is_met()).count();
        let _ = writeln!(out, "{}", words::closing(met, rules.len()));
    }
    out
}
