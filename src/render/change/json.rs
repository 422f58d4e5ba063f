//! The comparison as JSON: a versioned contract, euros unrounded.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json as value};

use super::{Course, Pair};
use crate::history::{Cause, Figures, Side, Split};
use crate::render::serial::{Content, Model, json_text};
use crate::report::MODEL_VERSION;

/// Version of the shapes below.
pub(in crate::render) const FORMAT: u32 = 1;

/// Two sides, or the course of a folder.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "made once")]
pub(in crate::render) enum Compared<'a> {
    Two(Document<'a>),
    Course(CourseDocument<'a>),
}

#[derive(Serialize, JsonSchema)]
pub(in crate::render) struct Document<'a> {
    format: u32,
    program: &'static str,
    model: Model,
    old: State<'a>,
    new: State<'a>,
    change: Change,
    measures: Vec<Measure<'a>>,
    content_news: Vec<News<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct News<'a> {
    kind: &'static str,
    change: &'static str,
    id: &'a str,
    title: &'a str,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::render) struct CourseDocument<'a> {
    format: u32,
    program: &'static str,
    model: Model,
    content: Content<'a>,
    moments: Vec<MomentEntry<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct State<'a> {
    date: String,
    content: Content<'a>,
    risk: Value,
}

#[derive(Serialize, JsonSchema)]
struct Change {
    total: Value,
    parts: BTreeMap<&'static str, Value>,
}

#[derive(Serialize, JsonSchema)]
struct MomentEntry<'a> {
    date: String,
    content: Content<'a>,
    risk: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<Change>,
}

#[derive(Serialize, JsonSchema)]
struct Measure<'a> {
    id: &'a str,
    degree_before: f64,
    degree: f64,
    answers: f64,
    ageing: f64,
}

/// Two sides and their difference.
pub fn json(pair: &Pair) -> String {
    let it = pair.comparison;
    let measures = it.moves.iter().map(|it| Measure {
        id: it.measure.as_str(),
        degree_before: it.before,
        degree: it.now,
        answers: it.answers_eur,
        ageing: it.ageing_eur,
    });
    json_text(&Compared::Two(Document {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION"),
        model: Model { version: MODEL_VERSION },
        old: state(&pair.old, &it.old),
        new: state(&pair.new, &it.new),
        change: change(&it.change),
        measures: measures.collect(),
        content_news: it
            .news
            .iter()
            .map(|it| News {
                kind: it.kind.as_str(),
                change: it.change.as_str(),
                id: &it.id,
                title: &it.title,
            })
            .collect(),
    }))
}

/// The course over all dated files.
pub fn course_json(course: &Course) -> String {
    let moments = course.moments.iter().map(|it| MomentEntry {
        date: it.date.to_string(),
        content: (&it.content).into(),
        risk: figures(&it.figures),
        change: it.since.as_ref().map(change),
    });
    json_text(&Compared::Course(CourseDocument {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION"),
        model: Model { version: MODEL_VERSION },
        content: (&course.catalogue.version).into(),
        moments: moments.collect(),
    }))
}

fn state<'a>(side: &Side<'a>, it: &Figures) -> State<'a> {
    State { date: side.date.to_string(), content: (&side.catalogue.version).into(), risk: figures(it) }
}

fn change(it: &Split) -> Change {
    let parts = Cause::ALL.into_iter().map(|cause| (cause.as_str(), figures(&it.part(cause))));
    Change { total: figures(&it.total), parts: parts.collect() }
}

/// The keys of `risk` in the report.
fn figures(it: &Figures) -> Value {
    value!({
        "expected_annual_loss": it.expected_annual_loss,
        "probability_no_loss": it.probability_no_loss,
        "value_at_risk": { "0.95": it.value_at_risk_95, "0.99": it.value_at_risk_99 },
        "tail_value_at_risk": { "0.95": it.tail_value_at_risk_95, "0.99": it.tail_value_at_risk_99 },
        "probability_above_reserve": {
            "one_year": it.probability_above_reserve,
            "horizon": it.probability_above_reserve_horizon,
        },
    })
}
