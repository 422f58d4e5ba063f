//! One line of JSON per firm, for lists of many.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Catalogue, Interval};
use crate::report::{MODEL_VERSION, PlanRecord, Record};

/// Version of the shape below.
pub(super) const FORMAT: u32 = 1;

/// A firm's line, or why there is none.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "made once")]
pub(super) enum Entry<'a> {
    Record(Line<'a>),
    Faulty(FaultLine<'a>),
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Line<'a> {
    format: u32,
    key: &'a str,
    model: u32,
    content: &'a str,
    date: String,
    segment: &'a str,
    size: &'a str,
    level: &'a str,
    expected_annual_loss: Range,
    value_at_risk_95: f64,
    probability_above_reserve: f64,
    bearable: bool,
    din_points: i32,
    coverage: Coverage,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered: Option<Answered>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<Plan<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Range {
    value: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize, JsonSchema)]
struct Coverage {
    asked: usize,
    answered: usize,
    unknown: usize,
    not_applicable: usize,
}

#[derive(Serialize, JsonSchema)]
struct Answered {
    first: String,
    last: String,
}

#[derive(Serialize, JsonSchema)]
struct Plan<'a> {
    expected_annual_loss: Range,
    first_steps: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct FaultLine<'a> {
    format: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'a str>,
    line: u64,
    faults: &'a [RecordFault],
}

/// Why a firm has no record.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RecordFault {
    /// A stable name.
    pub code: &'static str,
    /// Where: a key such as `answers.mfa.option`, or a line of its file.
    pub place: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// A firm's record as a line without its end.
pub fn line(catalogue: &Catalogue, key: &str, date: jiff::civil::Date, it: &Record) -> String {
    text(&Entry::Record(Line {
        format: FORMAT,
        key,
        model: MODEL_VERSION,
        content: &catalogue.version.version,
        date: date.to_string(),
        segment: it.segment.as_str(),
        size: it.size.as_str(),
        level: it.level.as_str(),
        expected_annual_loss: range(it.expected_annual_loss),
        value_at_risk_95: it.value_at_risk_95,
        probability_above_reserve: it.above_reserve,
        bearable: it.is_bearable,
        din_points: it.din_points,
        coverage: Coverage {
            asked: it.coverage.asked,
            answered: it.coverage.answered,
            unknown: it.coverage.unknown,
            not_applicable: it.coverage.not_applicable,
        },
        answered: it
            .answered
            .map(|(first, last)| Answered { first: first.to_string(), last: last.to_string() }),
        plan: it.plan.as_ref().map(plan),
    }))
}

/// A firm without a record, with the line of the input it stands on.
pub fn fault_line(key: Option<&str>, line: u64, faults: &[RecordFault]) -> String {
    text(&Entry::Faulty(FaultLine { format: FORMAT, key, line, faults }))
}

fn plan(it: &PlanRecord) -> Plan<'_> {
    Plan {
        expected_annual_loss: range(it.expected_annual_loss),
        first_steps: it.first_steps.iter().map(crate::model::MeasureId::as_str).collect(),
    }
}

fn range(it: Interval) -> Range {
    Range { value: it.value, low: it.low, high: it.high }
}

fn text(document: &impl Serialize) -> String {
    serde_json::to_string(document).expect("our shapes have no maps with odd keys")
}
