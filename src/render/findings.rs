//! Findings about content for programs: JSON and SARIF.

use serde::Serialize;
use serde_sarif::sarif::{
    ArtifactLocation, Location, Message, PhysicalLocation, Region, ReportingDescriptor,
    Result as SarifResult, ResultLevel, Run, Sarif, Tool, ToolComponent,
};

use super::serial::{SARIF_SCHEMA, json_text};
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
    let rules = Code::ALL.iter().map(|code| ReportingDescriptor::builder().id(code.as_str()).build());
    let driver = ToolComponent::builder()
        .name("waage content lint")
        .semantic_version(env!("CARGO_PKG_VERSION"))
        .language("de")
        .rules(rules.collect::<Vec<_>>())
        .build();
    let results: Vec<SarifResult> = diagnostics.iter().map(|it| result(it, files)).collect();
    let run = Run::builder()
        .tool(Tool::builder().driver(driver).build())
        .column_kind("unicodeCodePoints")
        .results(results)
        .build();
    json_text(&Sarif::builder().schema(SARIF_SCHEMA).version("2.1.0").runs(vec![run]).build())
}

fn result(diagnostic: &Diagnostic, files: &Files) -> SarifResult {
    let mut words = sentence(diagnostic);
    if let Some(remedy) = remedy(diagnostic) {
        words = format!("{words}. {remedy}");
    }
    let level = match diagnostic.severity() {
        Severity::Error => ResultLevel::Error,
        Severity::Warning => ResultLevel::Warning,
    };
    let place = PhysicalLocation::builder()
        .artifact_location(ArtifactLocation::builder().uri(diagnostic.file.clone()).build());
    let place = match region(diagnostic, files) {
        Some(region) => place.region(region).build(),
        None => place.build(),
    };
    SarifResult::builder()
        .rule_id(diagnostic.fault.code().as_str())
        .level(level)
        .message(Message::builder().text(words).build())
        .locations(vec![Location::builder().physical_location(place).build()])
        .build()
}

fn region(diagnostic: &Diagnostic, files: &Files) -> Option<Region> {
    let text = files.text(&diagnostic.file)?;
    let span = diagnostic.span.as_ref()?;
    let number = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let ((line, column), (end_line, end_column)) = (place(text, span.start), place(text, span.end));
    let region = Region::builder()
        .start_line(number(line))
        .start_column(number(column))
        .end_line(number(end_line))
        .end_column(number(end_column));
    Some(region.build())
}
