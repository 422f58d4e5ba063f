//! The verdict as SARIF 2.1.0: one result per rule that is not met.

use serde_sarif::sarif::{
    ArtifactLocation, Location, Message, MultiformatMessageString, PhysicalLocation, ReportingDescriptor,
    Result as SarifResult, ResultLevel, Run, Sarif, Tool, ToolComponent,
};

use super::Verdict;
use crate::german::gate as words;
use crate::render::serial::{SARIF_SCHEMA, json_text};
use crate::report::gate::{Checked, Rule};

/// The verdict as one SARIF document.
pub fn sarif(it: &Verdict) -> String {
    let rules = Rule::ALL.into_iter().map(|rule| {
        let words = MultiformatMessageString::builder().text(words::rule(rule)).build();
        ReportingDescriptor::builder().id(rule.as_str()).short_description(words).build()
    });
    let driver = ToolComponent::builder()
        .name("waage gate")
        .semantic_version(env!("CARGO_PKG_VERSION"))
        .language("de")
        .rules(rules.collect::<Vec<_>>())
        .build();
    let unmet = it.checked.iter().filter(|it| !it.is_met());
    let results: Vec<SarifResult> = unmet.map(|checked| result(it, checked)).collect();
    let run = Run::builder().tool(Tool::builder().driver(driver).build()).results(results).build();
    let document = Sarif::builder().schema(SARIF_SCHEMA).version("2.1.0").runs(vec![run]).build();
    json_text(&document)
}

fn result(verdict: &Verdict, it: &Checked) -> SarifResult {
    let message = Message::builder().text(words::line(verdict.catalogue, it)).build();
    let result = SarifResult::builder().rule_id(it.rule.as_str()).level(ResultLevel::Error).message(message);
    match verdict.file {
        None => result.build(),
        Some(file) => {
            let artifact = ArtifactLocation::builder().uri(uri(file)).build();
            let place = PhysicalLocation::builder().artifact_location(artifact).build();
            result.locations(vec![Location::builder().physical_location(place).build()]).build()
        }
    }
}

/// A path as a relative URI reference (RFC 3986): everything but unreserved characters and slashes is escaped.
fn uri(path: &str) -> String {
    use std::fmt::Write as _;
    path.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            b'\\' => out.push('/'),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
        out
    })
}
