//! Many clients: table, CSV, JSON.

use serde::Serialize;

use super::measures_csv::text;
use super::quantified::plain;
use super::serial::json_text;
use crate::german::number::{date, rounded};
use crate::german::portfolio as words;
use crate::model::{Catalogue, Interval};
use crate::report::MODEL_VERSION;
use crate::report::portfolio::Client;
use typeset::terminal::Screen;

/// Version of the shape below.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    model: u32,
    content: &'a str,
    date: String,
    clients: Vec<Line<'a>>,
    faults: Vec<Fault<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    key: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    firm: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered: Option<String>,
    expected_annual_loss: Range,
    expected_annual_loss_with_plan: Range,
    probability_above_reserve: f64,
    bearable: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_step: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_due: Option<String>,
    course: Vec<Moment>,
}

#[derive(Serialize)]
struct Range {
    value: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct Moment {
    date: String,
    expected_annual_loss: f64,
}

#[derive(Serialize)]
struct Fault<'a> {
    key: &'a str,
    message: &'a str,
}

/// One JSON document; clients without a result stand under `faults`.
pub fn json(
    catalogue: &Catalogue,
    day: jiff::civil::Date,
    clients: &[Client],
    faults: &[(String, String)],
) -> String {
    json_text(&Document {
        format: FORMAT,
        model: MODEL_VERSION,
        content: &catalogue.version.version,
        date: day.to_string(),
        clients: clients.iter().map(line).collect(),
        faults: faults.iter().map(|(key, message)| Fault { key, message }).collect(),
    })
}

fn line(it: &Client) -> Line<'_> {
    let range = |it: Interval| Range { value: it.value, low: it.low, high: it.high };
    Line {
        key: &it.key,
        firm: it.firm.as_deref(),
        answered: it.answered.map(|it| it.to_string()),
        expected_annual_loss: range(it.expected_annual_loss),
        expected_annual_loss_with_plan: range(it.with_plan),
        probability_above_reserve: it.above_reserve,
        bearable: it.is_bearable,
        first_step: it.first_step.as_ref().map(crate::model::MeasureId::as_str),
        next_due: it.next_due.map(|it| it.to_string()),
        course: it
            .course
            .iter()
            .map(|(day, loss)| Moment { date: day.to_string(), expected_annual_loss: *loss })
            .collect(),
    }
}

/// A table for the screen.
pub fn table(catalogue: &Catalogue, clients: &[Client], screen: Screen) -> String {
    let mut table = plain(screen);
    table.set_header(words::HEADER);
    for it in clients {
        table.add_row(words::row(catalogue, it, &sparkline(&it.course)));
    }
    format!("{table}\n{}\n", words::closing(clients))
}

/// Eighths of a character's height; the tallest bar is the highest loss.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A course as a small line: one bar a state.
fn sparkline(course: &[(jiff::civil::Date, f64)]) -> String {
    let highest = course.iter().map(|it| it.1).fold(0.0, f64::max);
    if course.len() < 2 || highest <= 0.0 {
        return String::new();
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 7")]
    let bar = |it: &(jiff::civil::Date, f64)| BARS[libm::round(it.1 / highest * 7.0) as usize];
    course.iter().map(bar).collect()
}

/// A table for spreadsheets set to German, in the form of the table of measures.
pub fn csv(catalogue: &Catalogue, clients: &[Client]) -> String {
    let mut out = String::from("\u{feff}");
    let mut line = |cells: &[String]| {
        out.push_str(&cells.join(";"));
        out.push_str("\r\n");
    };
    line(&words::CSV_HEADS.map(text));
    for it in clients {
        let day = |it: Option<jiff::civil::Date>| it.map_or_else(String::new, |it| text(&date(it)));
        line(&[
            text(&it.key),
            text(it.firm.as_deref().unwrap_or_default()),
            day(it.answered),
            rounded(it.expected_annual_loss.value).to_string(),
            rounded(it.with_plan.value).to_string(),
            text(words::bearable(it.is_bearable)),
            text(&words::step(catalogue, it.first_step.as_ref())),
            day(it.next_due),
        ]);
    }
    out
}
