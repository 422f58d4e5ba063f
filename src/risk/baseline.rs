//! What a firm like this one suffers on average, before its own posture (`docs/method.md`, baseline).

use super::lognormal::Lognormal;
use super::spread::{frequency_cv2, lognormal_sigma};
use crate::model::{Catalogue, Company, Constants, Scenario, ScenarioId};

/// Highest share of the median that may scale with the firm's own standstill day: repair, notices and law
/// stay even where standing still costs nothing.
const MOST_INTERRUPTION: f64 = 0.9;

/// One scenario for a firm of this segment, size and digitalisation at average posture.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Baseline {
    pub id: ScenarioId,
    /// Events a year at average posture, before `jensen`.
    pub frequency: f64,
    /// Squared coefficient of variation of the uncertain frequency.
    pub frequency_cv2: f64,
    /// Euros per event at average posture.
    pub severity: Lognormal,
    /// True where the common threat climate applies.
    pub attack: bool,
    /// Correction for averaging a convex function; divides the frequency.
    pub jensen: f64,
}

/// Turnover as given, else the size class's reference turnover.
pub(super) fn turnover(catalogue: &Catalogue, company: &Company) -> f64 {
    company.turnover_eur.unwrap_or(catalogue.size(company.size()).reference_turnover_eur)
}

/// All scenarios in catalogue order.
pub(super) fn baselines(catalogue: &Catalogue, company: &Company) -> Vec<Baseline> {
    catalogue.scenarios.iter().map(|it| baseline(catalogue, company, it)).collect()
}

fn baseline(catalogue: &Catalogue, company: &Company, scenario: &Scenario) -> Baseline {
    let constants = &catalogue.constants;
    let (size, level) = (company.size(), catalogue.level(company));
    let segment = catalogue.segment(&company.segment).expect("a company's segment is one of the catalogue's");
    let factors = &scenario.frequency_factors;
    let by_segment = factors
        .segment
        .value
        .get(&company.segment)
        .expect("a resolved scenario has a factor for every segment");
    let frequency =
        scenario.frequency.mean * factors.size.value[size] * by_segment * factors.level.value[level];

    let given = &scenario.severity;
    // A known turnover says more than the size class; using both would count size twice.
    let by_size = match company.turnover_eur {
        Some(own) => libm::pow(own / constants.reference.turnover_eur, given.elasticity),
        None => scenario.severity_by_size.value[size],
    };
    let average_median =
        given.median * by_size * segment.severity.value * scenario.severity_by_level.value[level];
    let turnover = turnover(catalogue, company);
    let median = average_median * standstill(constants, company, scenario, turnover);
    let sigma = lognormal_sigma(given.median, given.p95);
    let cap = constants.severity_cap_turnovers.value * turnover;
    Baseline {
        id: scenario.id.clone(),
        frequency,
        frequency_cv2: frequency_cv2(scenario.frequency.low, scenario.frequency.high),
        severity: Lognormal::new(median, sigma, cap),
        attack: scenario.attack,
        jensen: scenario.jensen.value[size],
    }
}

/// Factor on the median where the owner knows what a day without IT costs.
fn standstill(constants: &Constants, company: &Company, scenario: &Scenario, turnover: f64) -> f64 {
    let Some(own_day) = company.standstill_day_eur else { return 1.0 };
    let reference_day = constants.reference_day_eur.value;
    let average_day = reference_day * turnover / constants.reference.turnover_eur;
    let share = constants.interruption_share.value * scenario.downtime.median_days * reference_day
        / scenario.severity.median;
    let share = share.min(MOST_INTERRUPTION);
    1.0 - share + share * own_day / average_day
}
