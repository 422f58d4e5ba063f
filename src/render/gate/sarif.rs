//! The verdict as SARIF 2.1.0: one result per rule that is not met.

use super::Verdict;
use crate::german::gate as words;
use crate::render::sarif::{Finding, RuleText, Text, document};
use crate::report::gate::{Checked, Rule};

/// The verdict as one SARIF document.
pub fn sarif(it: &Verdict) -> String {
    let rules = Rule::ALL.into_iter().map(|rule| {
        let text = words::rule(rule).to_owned();
        RuleText { id: rule.as_str(), short_description: Some(Text { text }) }
    });
    let unmet = it.checked.iter().filter(|it| !it.is_met());
    document("waage gate", rules.collect(), unmet.map(|checked| finding(it, checked)).collect())
}

fn finding(verdict: &Verdict, it: &Checked) -> Finding {
    let finding = Finding::new(it.rule.as_str(), "error", words::line(verdict.catalogue, it));
    match verdict.file {
        None => finding,
        Some(file) => finding.in_file(file, None),
    }
}
