//! The firm side of the model against an independent implementation: `tests/reference/second-opinion.json`.
//!
//! Twelve firms (three sizes, four segments) in five postures, from the shipped content. A change of figures in
//! the content makes these tests fail; the second opinion has to be computed anew then.

use serde_json::Value;
use waage::catalogue::{embedded, resolve};
use waage::model::{Catalogue, Company, SegmentId};
use waage::risk::{AnnualLoss, FirmModel, Line, Request, annual_loss};

fn reference() -> Value {
    serde_json::from_str(include_str!("../reference/second-opinion.json")).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

fn near(what: &str, found: f64, expected: f64, relative: f64) {
    let close = (found - expected).abs() <= relative * expected.abs();
    assert!(close, "{what}: {found} instead of {expected} (off by {:e})", found / expected - 1.0);
}

/// A firm of which only segment and head count are known: every trait may be there.
fn company(firm: &Value) -> Company {
    let employees = match firm["size"].as_str().unwrap() {
        "micro" => 5,
        "small" => 25,
        _ => 100,
    };
    Company::new(SegmentId::new(firm["segment"].as_str().unwrap()), employees)
}

fn for_each_firm(check: impl Fn(&str, &Value, &Value, &Catalogue, &FirmModel)) {
    let (reference, catalogue) = (reference(), resolve(&embedded()).unwrap());
    let ids: Vec<&str> = catalogue.measures.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(serde_json::json!(ids), reference["measures"], "measures have changed");
    for firm in reference["firms"].as_array().unwrap() {
        let name = format!("{} {}", firm["size"], firm["segment"]);
        let model = FirmModel::new(&catalogue, &company(firm));
        check(&name, firm, &reference["postures"], &catalogue, &model);
    }
}

fn degrees(firm: &Value, postures: &Value, posture: &str) -> Vec<f64> {
    numbers(&postures[format!("{}/{posture}", firm["size"].as_str().unwrap())])
}

/// Lines of the average posture without the correction for averaging, as published figures are.
fn as_published(catalogue: &Catalogue, model: &FirmModel, company: &Company) -> Vec<Line> {
    let lines = model.lines(model.average_degrees());
    let jensen = catalogue.scenarios.iter().map(|it| it.jensen.value[company.size()]);
    lines
        .into_iter()
        .zip(jensen)
        .map(|(it, jensen)| Line { frequency: it.frequency * jensen, ..it })
        .collect()
}

fn distribution(lines: &[Line], thresholds: Vec<f64>) -> AnnualLoss {
    annual_loss(lines, &[], 0.0, &Request { thresholds, ..Request::default() }).unwrap()
}

#[test]
fn expected_losses_agree_per_scenario_in_every_posture() {
    for_each_firm(|name, firm, postures, _, model| {
        for posture in ["nothing", "insured", "good", "everything"] {
            let losses = model.scenario_losses(&degrees(firm, postures, posture));
            for (found, expected) in losses.iter().zip(numbers(&firm["expected"][posture])) {
                // The other side takes 1.645 for the 95 % point of the normal distribution.
                near(&format!("{name}, {posture}"), *found, expected, 1e-3);
            }
        }
    });
}

#[test]
fn the_average_posture_gives_the_published_figures() {
    for_each_firm(|name, firm, _, catalogue, model| {
        let lines = as_published(catalogue, model, &company(firm));
        for (line, expected) in lines.iter().zip(numbers(&firm["expected"]["average"])) {
            near(name, line.expected_annual_loss(), expected, 1e-3);
        }
    });
}

#[test]
fn bad_years_agree_at_the_average_posture() {
    for_each_firm(|name, firm, _, catalogue, model| {
        let expected = &firm["average"];
        let reserve = number(&expected["reserve"]);
        near("reserve", model.reserve_eur(), reserve, 1e-9);
        let lines = as_published(catalogue, model, &company(firm));
        let found = distribution(&lines, vec![reserve, 0.5 * reserve]);
        near(name, 1.0 - found.probability_no_loss(), number(&expected["p_any"]), 1e-5);
        near(name, found.value_at_risk(0.95), number(&expected["var95"]), 3e-3);
        near(name, found.value_at_risk(0.99), number(&expected["var99"]), 3e-3);
        near(name, found.tail_value_at_risk(0.95), number(&expected["tvar95"]), 3e-3);
        near(name, found.probability_above(reserve), number(&expected["above_reserve"]), 3e-3);
        near(name, found.probability_above(0.5 * reserve), number(&expected["above_half"]), 3e-3);
    });
}

#[test]
fn bad_years_agree_without_any_measure() {
    for_each_firm(|name, firm, postures, _, model| {
        let lines = model.lines(&degrees(firm, postures, "nothing"));
        let found = distribution(&lines, vec![model.reserve_eur()]);
        let expected = &firm["nothing"];
        near(name, found.value_at_risk(0.95), number(&expected["var95"]), 3e-3);
        near(name, found.value_at_risk(0.99), number(&expected["var99"]), 3e-3);
        near(name, found.tail_value_at_risk(0.95), number(&expected["tvar95"]), 3e-3);
        near(name, found.probability_above(model.reserve_eur()), number(&expected["above_reserve"]), 3e-3);
    });
}
