//! The verdict as JSON.

use serde::Serialize;

use super::Verdict;
use crate::german::gate as words;
use crate::render::serial::{Content, Model, json_text};
use crate::report::gate::{Checked, Remedy};

/// Version of the shape below.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    model: Model,
    content: Content<'a>,
    date: String,
    met: bool,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
struct Rule<'a> {
    id: &'static str,
    met: bool,
    value: f64,
    limit: f64,
    message: String,
    remedies: Vec<Help<'a>>,
}

#[derive(Default, Serialize)]
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
pub fn json(it: &Verdict) -> String {
    let source = &it.report.provenance;
    let document = Document {
        format: FORMAT,
        model: Model { version: source.model },
        content: (&source.content).into(),
        date: source.date.to_string(),
        met: it.is_met(),
        rules: it.checked.iter().map(|checked| rule(it, checked)).collect(),
    };
    json_text(&document)
}

fn rule<'a>(verdict: &Verdict, it: &'a Checked) -> Rule<'a> {
    Rule {
        id: it.rule.as_str(),
        met: it.is_met(),
        value: it.value,
        limit: it.limit,
        message: words::line(verdict.catalogue, it),
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
