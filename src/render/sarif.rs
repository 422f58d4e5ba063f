//! SARIF 2.1.0: the few objects of it that our findings need.
//!
//! The keys stand in alphabetical order, as every document we wrote so far has them.

use std::fmt::Write as _;

use serde::Serialize;

use super::serial::json_text;

/// Where the schema of the format stands.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

#[derive(Serialize)]
struct Document {
    #[serde(rename = "$schema")]
    schema: &'static str,
    runs: [Run; 1],
    version: &'static str,
}

/// What one tool found.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    column_kind: &'static str,
    results: Vec<Finding>,
    tool: Tool,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    language: &'static str,
    name: &'static str,
    rules: Vec<RuleText>,
    semantic_version: &'static str,
}

/// A rule with its title, where it has one.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RuleText {
    pub id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_description: Option<Text>,
}

/// Words for people.
#[derive(Serialize)]
pub(super) struct Text {
    pub text: String,
}

/// A result: what is wrong, and where.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Finding {
    level: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location>,
    message: Text,
    rule_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

/// A part of a file; lines and columns count from one.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Region {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_column: Option<usize>,
    pub start_line: usize,
}

impl Finding {
    /// A finding of a rule; `level` is `error` or `warning`.
    pub(super) fn new(rule_id: &'static str, level: &'static str, message: String) -> Self {
        Self { level, locations: Vec::new(), message: Text { text: message }, rule_id }
    }

    /// Adds the file it is about.
    #[must_use]
    pub(super) fn in_file(mut self, path: &str, region: Option<Region>) -> Self {
        let artifact_location = ArtifactLocation { uri: uri(path) };
        self.locations.push(Location { physical_location: PhysicalLocation { artifact_location, region } });
        self
    }
}

/// The document of a tool's findings.
pub(super) fn document(tool: &'static str, rules: Vec<RuleText>, results: Vec<Finding>) -> String {
    let driver = Driver { language: "de", name: tool, rules, semantic_version: env!("CARGO_PKG_VERSION") };
    let run = Run { column_kind: "unicodeCodePoints", results, tool: Tool { driver } };
    json_text(&Document { schema: SCHEMA, runs: [run], version: "2.1.0" })
}

/// A path as a relative URI reference (RFC 3986): everything but unreserved characters and slashes is escaped.
fn uri(path: &str) -> String {
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
