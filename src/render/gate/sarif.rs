//! The verdict as SARIF 2.1.0: one result per rule that is not met, and per fault of a file that cannot be checked. Every
//! result has a file and a line; views refuse the whole document otherwise.

use super::{Outcome, Told, Verdict, Verdicts};
use crate::german::gate as words;
use crate::render::sarif::{Finding, Region, RuleText, Text, document};
use crate::report::gate::Rule;

/// The verdict as one SARIF document.
pub fn sarif(all: &Verdicts<'_>) -> String {
    let rules = Rule::ALL.into_iter().map(|rule| {
        let text = words::rule(rule).to_owned();
        RuleText { id: rule.as_str(), short_description: Some(Text { text }) }
    });
    document("waage gate", rules.collect(), all.files.iter().flat_map(|it| findings(all, it)).collect())
}

fn findings(all: &Verdicts<'_>, it: &Verdict) -> Vec<Finding> {
    let finding = |id, message, line, column| {
        let region = Region { start_line: line, start_column: column, end_line: None, end_column: None };
        Finding::new(id, "error", message).in_file(&it.uri, Some(region))
    };
    match &it.outcome {
        Outcome::Checked(rules) => rules
            .iter()
            .filter(|it| !it.0.is_met())
            .map(|(it, line)| finding(it.rule.as_str(), words::line(all.catalogue, it), *line, None))
            .collect(),
        Outcome::Faulty(faults) => faults
            .iter()
            .map(|Told { code, line, column, message }| finding(*code, message.clone(), *line, Some(*column)))
            .collect(),
    }
}
