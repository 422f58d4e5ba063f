//! What the figures were computed from, so that a stranger can compute them again.

use serde::Serialize;

use crate::model::{Catalogue, Estimate};
use crate::report::Report;

/// Everything the loss model was given.
#[derive(Serialize)]
pub struct Inputs<'a> {
    scenarios: Vec<Scenario<'a>>,
    effects: Vec<Effect<'a>>,
    prerequisites: Vec<Prerequisite<'a>>,
    exclusive: Vec<Exclusive<'a>>,
    average_posture: Vec<Average<'a>>,
    attenuation_relief: f64,
    overlap_exponent: f64,
    residual_frequency: f64,
    residual_severity: f64,
    climate_cv: f64,
    reserve_eur: f64,
    horizon_years: u32,
    own_hour_eur: f64,
    discount_rate: f64,
    risk_loading: f64,
    tolerable_ruin: f64,
}

#[derive(Serialize)]
struct Scenario<'a> {
    id: &'a str,
    /// Mean events a year of this firm, posture included.
    frequency: f64,
    frequency_low: f64,
    frequency_high: f64,
    /// Mean events a year at average posture, population correction included.
    frequency_at_average: f64,
    /// Squared coefficient of variation of the uncertain frequency.
    frequency_cv2: f64,
    /// Median euros per event of this firm, posture included.
    median: f64,
    /// The same at average posture.
    median_at_average: f64,
    sigma: f64,
    cap: f64,
    climate: bool,
}

#[derive(Serialize)]
struct Effect<'a> {
    measure: &'a str,
    scenario: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    frequency_factor: Option<[f64; 3]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity_factor: Option<[f64; 3]>,
}

#[derive(Serialize)]
struct Prerequisite<'a> {
    measure: &'a str,
    on: &'a str,
    attenuation: [f64; 3],
}

#[derive(Serialize)]
struct Exclusive<'a> {
    measure: &'a str,
    group: &'a str,
    rank: u8,
}

#[derive(Serialize)]
struct Average<'a> {
    measure: &'a str,
    degree: f64,
}

fn triple(it: Estimate) -> [f64; 3] {
    [it.low, it.likely, it.high]
}

/// Collects the inputs of one report.
pub fn inputs<'a>(catalogue: &'a Catalogue, report: &'a Report) -> Inputs<'a> {
    let constants = &catalogue.constants;
    let size = report.answers.company.size();
    let scenarios = report.lines.iter().map(|line| {
        let entry = catalogue.scenario(&line.scenario).expect("a line names a scenario of its catalogue");
        let peers = report
            .scenarios
            .iter()
            .find(|it| it.scenario == line.scenario)
            .expect("every line has its facts");
        Scenario {
            id: line.scenario.as_str(),
            frequency: line.frequency,
            frequency_low: line.frequency * entry.frequency.low / entry.frequency.mean,
            frequency_high: line.frequency * entry.frequency.high / entry.frequency.mean,
            frequency_at_average: peers.frequency_average,
            frequency_cv2: line.frequency_cv2,
            median: line.median,
            median_at_average: peers.median_average,
            sigma: line.sigma,
            cap: line.cap,
            climate: line.attack,
        }
    });
    let effects = catalogue.measures.iter().flat_map(|measure| {
        measure.effects.iter().map(|it| Effect {
            measure: measure.id.as_str(),
            scenario: it.scenario.as_str(),
            frequency_factor: it.frequency_factor.map(triple),
            severity_factor: it.severity_factor.map(triple),
        })
    });
    let prerequisites = catalogue.measures.iter().flat_map(|measure| {
        measure.prerequisites.iter().map(|it| Prerequisite {
            measure: measure.id.as_str(),
            on: it.measure.as_str(),
            attenuation: triple(it.attenuation),
        })
    });
    let exclusive = catalogue.measures.iter().filter_map(|measure| {
        let it = measure.exclusive.as_ref()?;
        Some(Exclusive { measure: measure.id.as_str(), group: &it.group, rank: it.rank })
    });
    let average = catalogue.measures.iter().map(|measure| Average {
        measure: measure.id.as_str(),
        degree: measure.adoption.by_size.value[size].likely,
    });
    Inputs {
        scenarios: scenarios.collect(),
        effects: effects.collect(),
        prerequisites: prerequisites.collect(),
        exclusive: exclusive.collect(),
        average_posture: average.collect(),
        attenuation_relief: catalogue.size(size).attenuation_relief.value,
        overlap_exponent: constants.overlap.exponent.value.likely,
        residual_frequency: constants.residual.frequency.value.likely,
        residual_severity: constants.residual.severity.value.likely,
        climate_cv: report.climate_cv,
        reserve_eur: report.reserve_eur,
        horizon_years: report.horizon_years,
        own_hour_eur: report.decision.terms.hour_eur,
        discount_rate: report.decision.terms.rate,
        risk_loading: constants.risk_loading.value,
        tolerable_ruin: report.tolerable_ruin,
    }
}
