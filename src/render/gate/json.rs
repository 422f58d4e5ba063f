//! The verdict as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Outcome, Told, Verdict, Verdicts};
use crate::german::gate as words;
use crate::render::serial::{Content, Model, json_text};
use crate::report::gate::{Checked, Remedy};

/// Version of the shape below.
pub(in crate::render) const FORMAT: u32 = 1;

#[derive(Serialize, JsonSchema)]
pub(in crate::render) struct Document<'a> {
    format: u32,
    model: Model,
    content: Content<'a>,
    date: String,
    met: bool,
    #[serde(flatten)]
    about: About<'a>,
}

/// One file of a call stands at the top, several stand in a list.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum About<'a> {
    One(File<'a>),
    Many { files: Vec<Entry<'a>> },
}

#[derive(Serialize, JsonSchema)]
struct Entry<'a> {
    met: bool,
    #[serde(flatten)]
    file: File<'a>,
}

/// Rules, or the faults for which they could not be looked at.
#[expect(clippy::struct_field_names, reason = "the keys of the document")]
#[derive(Serialize, JsonSchema)]
struct File<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    firm: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<Vec<Rule<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    faults: Option<Vec<Fault<'a>>>,
}

#[derive(Serialize, JsonSchema)]
struct Fault<'a> {
    code: &'static str,
    line: usize,
    column: usize,
    message: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct Rule<'a> {
    id: &'static str,
    met: bool,
    value: f64,
    limit: f64,
    line: usize,
    message: String,
    remedies: Vec<Help<'a>>,
}

#[derive(Default, Serialize, JsonSchema)]
struct Help<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    option: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suffices: Option<bool>,
}

/// The verdict as one JSON document.
pub fn json(all: &Verdicts<'_>) -> String {
    let entry = |it| Entry { met: Verdict::is_met(it), file: file(all, it) };
    let about = match all.files {
        [only] => About::One(file(all, only)),
        files => About::Many { files: files.iter().map(entry).collect() },
    };
    let document = Document {
        format: FORMAT,
        model: Model { version: all.model },
        content: (&all.catalogue.version).into(),
        date: all.date.to_string(),
        met: all.are_met(),
        about,
    };
    json_text(&document)
}

fn file<'a>(all: &Verdicts<'_>, it: &'a Verdict) -> File<'a> {
    let (rules, faults) = match &it.outcome {
        Outcome::Checked(rules) => {
            (Some(rules.iter().map(|(checked, line)| rule(all, checked, *line)).collect()), None)
        }
        Outcome::Faulty(faults) => (None, Some(faults.iter().map(fault).collect())),
    };
    File { file: &it.file, firm: it.firm.as_deref(), rules, faults }
}

fn fault(it: &Told) -> Fault<'_> {
    Fault { code: it.code, line: it.line, column: it.column, message: &it.message }
}

fn rule<'a>(all: &Verdicts<'_>, it: &'a Checked, line: usize) -> Rule<'a> {
    Rule {
        id: it.rule.as_str(),
        met: it.is_met(),
        value: it.value,
        limit: it.limit,
        line,
        message: words::line(all.catalogue, it),
        remedies: it.remedies.iter().map(help).collect(),
    }
}

fn help(it: &Remedy) -> Help<'_> {
    match it {
        Remedy::Answer { question, option, value, suffices } => Help {
            question: Some(question.as_str()),
            option: Some(option.as_str()),
            value: Some(*value),
            suffices: Some(*suffices),
            ..Help::default()
        },
        Remedy::AskAgain { question, answered } => Help {
            question: Some(question.as_str()),
            answered: Some(answered.to_string()),
            ..Help::default()
        },
        Remedy::Decide { measure } => Help { measure: Some(measure.as_str()), ..Help::default() },
    }
}
