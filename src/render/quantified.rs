//! The engine's result for a scenario file: JSON and terminal.

use std::collections::BTreeMap;

use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};
use serde::Serialize;

use super::serial::json_text;
use crate::german::number::{euros, percent};
use crate::german::quantified as words;
use crate::report::{LossFigure, LossFigures, Quantified, ScenarioFile};
use typeset::terminal::{Paper, Screen, align_right};

/// Version of the shape; it changes when a key changes its meaning or disappears.
pub const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    #[serde(flatten)]
    figures: Figures,
    scenarios: Vec<Scenario<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    insurance: Option<Insurance>,
    self_check: SelfCheck,
    #[serde(skip_serializing_if = "Option::is_none")]
    verification: Option<Vec<Verified>>,
}

#[derive(Serialize)]
struct Figures {
    expected_annual_loss: Range,
    standard_deviation: f64,
    probability_no_loss: f64,
    value_at_risk: BTreeMap<String, f64>,
    tail_value_at_risk: BTreeMap<String, f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    probability_above_reserve: Option<AboveReserve>,
    exceedance: Vec<Point>,
}

#[derive(Serialize)]
struct Range {
    value: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct AboveReserve {
    reserve_eur: f64,
    one_year: f64,
    horizon: f64,
    horizon_years: u32,
}

#[derive(Serialize)]
struct Point {
    loss: f64,
    probability: f64,
}

#[derive(Serialize)]
struct Scenario<'a> {
    id: &'a str,
    expected_annual_loss: f64,
    tail_share: f64,
}

#[derive(Serialize)]
struct Insurance {
    premium: f64,
    expected_payout: f64,
    without: Figures,
}

#[derive(Serialize)]
struct SelfCheck {
    mass_error: f64,
    mean_error: f64,
    variance_error: f64,
    grid_difference: f64,
    cells: usize,
    grids: usize,
}

#[derive(Serialize)]
struct Verified {
    figure: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    p: Option<f64>,
    exact: f64,
    simulated: f64,
    standard_error: f64,
    difference_in_standard_errors: f64,
}

/// The result as JSON, one line at its end.
pub fn json(file: &ScenarioFile, result: &Quantified) -> String {
    let check = result.check;
    let document = Document {
        format: FORMAT,
        figures: figures(file, &result.figures),
        scenarios: result
            .scenarios
            .iter()
            .map(|it| Scenario {
                id: it.scenario.as_str(),
                expected_annual_loss: it.expected,
                tail_share: it.tail_share,
            })
            .collect(),
        insurance: result.policy.as_ref().map(|it| Insurance {
            premium: it.premium_eur,
            expected_payout: it.expected_payout,
            without: figures(file, &it.without),
        }),
        self_check: SelfCheck {
            mass_error: check.mass_error,
            mean_error: check.mean_error,
            variance_error: check.variance_error,
            grid_difference: check.grid_difference,
            cells: check.cells,
            grids: check.grids,
        },
        verification: result.verification.as_ref().map(|it| it.iter().map(verified).collect()),
    };
    json_text(&document)
}

fn figures(file: &ScenarioFile, it: &LossFigures) -> Figures {
    let by_p = |figure: fn(&crate::report::Quantile) -> f64| {
        it.quantiles.iter().map(|it| (it.p.to_string(), figure(it))).collect()
    };
    Figures {
        expected_annual_loss: Range {
            value: it.expected.value,
            low: it.expected.low,
            high: it.expected.high,
        },
        standard_deviation: it.sd,
        probability_no_loss: it.no_loss,
        value_at_risk: by_p(|it| it.value_at_risk),
        tail_value_at_risk: by_p(|it| it.tail_value_at_risk),
        probability_above_reserve: it.above_reserve.zip(file.reserve_eur).map(
            |([one_year, horizon], reserve_eur)| AboveReserve {
                reserve_eur,
                one_year,
                horizon,
                horizon_years: file.horizon_years,
            },
        ),
        exceedance: it.exceedance.iter().map(|&(loss, probability)| Point { loss, probability }).collect(),
    }
}

fn verified(it: &crate::report::Verified) -> Verified {
    let (figure, p) = match it.figure {
        LossFigure::Expected => ("expected_annual_loss", None),
        LossFigure::NoLoss => ("probability_no_loss", None),
        LossFigure::ValueAtRisk(p) => ("value_at_risk", Some(p)),
        LossFigure::TailValueAtRisk(p) => ("tail_value_at_risk", Some(p)),
        LossFigure::AboveReserve => ("probability_above_reserve", None),
    };
    Verified {
        figure,
        p,
        exact: it.exact,
        simulated: it.simulated,
        standard_error: it.standard_error,
        difference_in_standard_errors: it.z(),
    }
}

/// The result for people.
pub fn terminal(file: &ScenarioFile, result: &Quantified, verify: bool, screen: Screen) -> String {
    let mut paper = Paper::new(screen);
    paper.line(&words::title(file));
    paper.gap();
    paper.table(&label_and_figure(file, result, screen));
    paper.gap();
    paper.table(&scenarios(result, screen));
    if let Some(policy) = &result.policy {
        paper.heading(&words::policy(file, policy));
    }
    match &result.verification {
        Some(figures) => {
            paper.heading(&words::verified_title());
            paper.table(&verification(figures, screen));
        }
        None if verify => paper.heading(words::NOT_VERIFIED),
        None => {}
    }
    paper.heading(&words::self_check(result));
    paper.text()
}

fn label_and_figure(file: &ScenarioFile, result: &Quantified, screen: Screen) -> Table {
    let mut table = plain(screen);
    table.add_rows(words::figures(file, &result.figures));
    align_right(&mut table, 1..2);
    table
}

fn scenarios(result: &Quantified, screen: Screen) -> Table {
    let mut table = plain(screen);
    table.set_header(words::SCENARIO_HEADS);
    for it in &result.scenarios {
        table.add_row([it.scenario.to_string(), euros(it.expected), percent(it.tail_share)]);
    }
    align_right(&mut table, 1..3);
    table
}

fn verification(figures: &[crate::report::Verified], screen: Screen) -> Table {
    let mut table = plain(screen);
    table.set_header(words::VERIFIED_HEADS);
    table.add_rows(figures.iter().map(words::verified));
    align_right(&mut table, 1..4);
    table
}

/// Columns, and a line below the heads where there are heads.
pub(super) fn plain(screen: Screen) -> Table {
    let line = if screen.lines { '─' } else { '-' };
    let mut table = Table::new();
    table.load_style(TableStyle::new().header_separator(LineStyle::new(line, line, line, line)));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(screen.width);
    table
}
