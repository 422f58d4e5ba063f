//! Findings about content for programs: JSON and SARIF.

use serde::Serialize;

use super::sarif::{self, Region, RuleText, document};
use super::serial::json_text;
use crate::catalogue::{Code, Diagnostic, Files, Severity};
use crate::german::diagnostic::{place, remedy, sentence};

/// Version of the JSON shape below.
const FORMAT: u32 = 1;

#[expect(clippy::struct_field_names, reason = "the keys of the document")]
#[derive(Serialize)]
struct Findings<'a> {
    format: u32,
    errors: usize,
    warnings: usize,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'static str,
    severity: &'static str,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<&'a str>,
}

/// Findings as one JSON document.
pub fn json(diagnostics: &[Diagnostic], files: &Files) -> String {
    let count = |severity| diagnostics.iter().filter(|it| it.severity() == severity).count();
    let findings = Findings {
        format: FORMAT,
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        findings: diagnostics.iter().map(|it| finding(it, files)).collect(),
    };
    json_text(&findings)
}

fn finding<'a>(diagnostic: &'a Diagnostic, files: &Files) -> Finding<'a> {
    let start = start(diagnostic, files);
    Finding {
        code: diagnostic.fault.code().as_str(),
        severity: severity(diagnostic.severity()),
        file: &diagnostic.file,
        line: start.map(|(line, _)| line),
        column: start.map(|(_, column)| column),
        message: sentence(diagnostic),
        remedy: remedy(diagnostic),
        suggestion: diagnostic.suggestion.as_deref(),
    }
}

fn start(diagnostic: &Diagnostic, files: &Files) -> Option<(usize, usize)> {
    Some(place(files.text(&diagnostic.file)?, diagnostic.span.as_ref()?.start))
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Findings as SARIF 2.1.0, the form code-scanning views read.
pub fn sarif(diagnostics: &[Diagnostic], files: &Files) -> String {
    let rules = Code::ALL.iter().map(|code| RuleText { id: code.as_str(), short_description: None });
    let results = diagnostics.iter().map(|it| result(it, files)).collect();
    document("waage content lint", rules.collect(), results)
}

fn result(diagnostic: &Diagnostic, files: &Files) -> sarif::Finding {
    let mut words = sentence(diagnostic);
    if let Some(remedy) = remedy(diagnostic) {
        words = format!("{words}. {remedy}");
    }
    let (code, level) = (diagnostic.fault.code().as_str(), severity(diagnostic.severity()));
    sarif::Finding::new(code, level, words).in_file(&diagnostic.file, region(diagnostic, files))
}

fn region(diagnostic: &Diagnostic, files: &Files) -> Option<Region> {
    let text = files.text(&diagnostic.file)?;
    let span = diagnostic.span.as_ref()?;
    let ((start_line, start_column), (end_line, end_column)) =
        (place(text, span.start), place(text, span.end));
    Some(Region {
        end_column: Some(end_column),
        end_line: Some(end_line),
        start_column: Some(start_column),
        start_line,
    })
}
