//! The verdict as JUnit XML: one suite per file, one test case per rule.

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::{Outcome, Told, Verdict, Verdicts};
use crate::german::gate as words;
use crate::model::Catalogue;
use crate::report::gate::Checked;

/// The verdict as JUnit XML, without times: the same input gives the same bytes.
pub fn junit(all: &Verdicts<'_>) -> String {
    let mut report = Report::new("waage");
    for it in all.files {
        report.add_test_suite(suite(all, it));
    }
    let text = report.to_string().expect("a report without odd names is written");
    // The schema of the Jenkins plugin, which most readers follow, counts what was skipped per suite only. No rule is
    // ever skipped, so the count at the root says nothing.
    text.replacen(" skipped=\"0\"", "", 1)
}

fn suite(all: &Verdicts<'_>, it: &Verdict) -> TestSuite {
    let mut suite = TestSuite::new(format!("waage gate: {}", words::heading(&it.file, it.firm.as_deref())));
    suite.add_property(("date", all.date.to_string().as_str()));
    suite.add_property(("content", all.catalogue.version.version.as_str()));
    suite.add_property(("file", it.file.as_str()));
    match &it.outcome {
        Outcome::Checked(rules) => {
            suite.add_test_cases(
                rules
                    .iter()
                    .map(|(checked, _)| named(it, checked.rule.as_str(), status(all.catalogue, checked))),
            );
        }
        Outcome::Faulty(faults) => {
            suite.add_test_case(named(it, "answers-file", error(faults)));
        }
    }
    suite
}

/// A case with a name and a class that no other file shares: readers take cases with the same name for the same case.
fn named(it: &Verdict, rule: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(format!("{rule}: {}", words::heading(&it.file, it.firm.as_deref())), status);
    case.set_classname(format!("waage.gate.{}", class(&it.file)));
    case
}

/// A path as the last part of a class name, in which points and slashes would be packages.
fn class(file: &str) -> String {
    file.chars().map(|it| if it.is_alphanumeric() || it == '-' { it } else { '_' }).collect()
}

fn status(catalogue: &Catalogue, it: &Checked) -> TestCaseStatus {
    if it.is_met() {
        return TestCaseStatus::success();
    }
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    status.set_type(it.rule.as_str());
    status.set_message(format!("{}: {}", words::rule(it.rule), words::value(it.rule, it.value)));
    let more = it.remedies.iter().skip(1).map(|help| words::remedy(catalogue, it.rule, help));
    let lines: Vec<String> = std::iter::once(words::line(catalogue, it)).chain(more).collect();
    status.set_description(lines.join("\n"));
    status
}

fn error(faults: &[Told]) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
    status.set_type(faults.first().map_or("faulty", |it| it.code));
    status.set_message(words::not_checked(faults.len()));
    let lines = faults.iter().map(|it| format!("{}:{}: {}", it.line, it.column, it.message));
    status.set_description(lines.collect::<Vec<_>>().join("\n"));
    status
}
