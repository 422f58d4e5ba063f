//! The verdict as JUnit XML: one test case per rule.

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::Verdict;
use crate::german::gate as words;
use crate::report::gate::Checked;

/// The verdict as JUnit XML, without times: the same input gives the same bytes.
pub fn junit(it: &Verdict) -> String {
    let mut suite = TestSuite::new("waage gate");
    suite.add_property(("date", it.report.provenance.date.to_string().as_str()));
    suite.add_property(("content", it.report.provenance.content.version.as_str()));
    suite.add_test_cases(it.checked.iter().map(|checked| case(it, checked)));
    let mut report = Report::new("waage");
    report.add_test_suite(suite);
    let text = report.to_string().expect("a report without odd names is written");
    // The schema of the Jenkins plugin, which most readers follow, counts what was skipped per suite only. No rule is
    // ever skipped, so the count at the root says nothing.
    text.replacen(" skipped=\"0\"", "", 1)
}

fn case(verdict: &Verdict, it: &Checked) -> TestCase {
    let line = words::line(verdict.catalogue, it);
    let mut status = TestCaseStatus::success();
    if !it.is_met() {
        status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_type(it.rule.as_str());
        let head = format!("{}: {}", words::rule(it.rule), words::value(it.rule, it.value));
        status.set_message(head);
        let mut lines = vec![line];
        let more = it.remedies.iter().skip(1);
        lines.extend(more.map(|help| words::remedy(verdict.catalogue, it.rule, help)));
        status.set_description(lines.join("\n"));
    }
    let mut case = TestCase::new(it.rule.as_str(), status);
    case.set_classname("waage.gate");
    case
}
