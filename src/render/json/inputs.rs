//! What the figures were computed from, so that a stranger can compute them again.

use schemars::JsonSchema;
use serde::Serialize;

use crate::decision::{Offer, Pack, Price};
use crate::model::{Catalogue, Estimate};
use crate::report::Report;

/// Everything the loss model was given.
#[derive(Serialize, JsonSchema)]
pub struct Inputs<'a> {
    scenarios: Vec<Scenario<'a>>,
    /// Scenarios some of whose events come out of another's.
    chains: Vec<Chain<'a>>,
    /// What the firm has lived through.
    experience: Experience<'a>,
    effects: Vec<Effect<'a>>,
    prerequisites: Vec<Prerequisite<'a>>,
    exclusive: Vec<Exclusive<'a>>,
    average_posture: Vec<Average<'a>>,
    /// Full prices of the tiers above today's degrees.
    tiers: Vec<TierRow<'a>>,
    /// Prices of bundles for what is missing.
    bundles: Vec<BundleRow<'a>>,
    hourly_rate_technician: f64,
    hourly_rate_consultant: f64,
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
    turnover_eur: f64,
    /// Judged numbers of the ladder.
    ladder: Judged,
    /// Insured share of each scenario in the order of `scenarios`, and the terms of the policy looked at.
    policy: Option<Policy>,
}

#[derive(Serialize, JsonSchema)]
struct Judged {
    gap_share: f64,
    nearly: f64,
    least_step: f64,
    most_money_share: f64,
    edge_share: f64,
    simpler_share: f64,
    simpler_eur: f64,
    open_gap_weight: f64,
    attention_purchase_hours: f64,
    attention_item_hours: f64,
    first_round: f64,
    needed_survival: f64,
}

#[derive(Serialize, JsonSchema)]
struct Policy {
    shares: Vec<f64>,
    deductible: f64,
    limit: f64,
    premium: f64,
    hours: f64,
}

#[derive(Serialize, JsonSchema)]
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
    /// Factors between the reference firm and this one, on events a year and on euros per event.
    size: [f64; 2],
    level: [f64; 2],
    exposure: [f64; 2],
    /// On euros per event.
    turnover: f64,
    standstill: f64,
    jewel: f64,
    /// Divides events a year.
    jensen: f64,
    /// What the firm has lived through, on events a year.
    experience: f64,
}

/// The firm's own past: `factor = (half_trust_events + events) / (half_trust_events + expected)`, within its ends.
#[derive(Serialize, JsonSchema)]
struct Experience<'a> {
    years: f64,
    half_trust_events: f64,
    lowest: f64,
    highest: f64,
    /// Kinds of incident somebody spoke about; of the others nothing is known and their factor is one.
    kinds: Vec<Lived<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Lived<'a> {
    kind: &'a str,
    scenarios: Vec<&'a str>,
    /// How often it happened in these years.
    events: u32,
    /// How often it was to be expected of a firm like this at average posture.
    expected: f64,
    /// On events a year of its scenarios.
    factor: f64,
}

#[derive(Serialize, JsonSchema)]
struct Chain<'a> {
    parent: &'a str,
    child: &'a str,
    share: f64,
}

#[derive(Serialize, JsonSchema)]
struct Effect<'a> {
    measure: &'a str,
    scenario: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    frequency_factor: Option<[f64; 3]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity_factor: Option<[f64; 3]>,
}

#[derive(Serialize, JsonSchema)]
struct Prerequisite<'a> {
    measure: &'a str,
    on: &'a str,
    attenuation: [f64; 3],
}

#[derive(Serialize, JsonSchema)]
struct Exclusive<'a> {
    measure: &'a str,
    group: &'a str,
    rank: u8,
}

#[derive(Serialize, JsonSchema)]
struct Average<'a> {
    measure: &'a str,
    degree: f64,
}

#[derive(Serialize, JsonSchema)]
struct TierRow<'a> {
    measure: &'a str,
    tier: &'static str,
    degree: f64,
    /// True where it is ordered whole or not at all.
    whole: bool,
    #[serde(flatten)]
    price: Cost<'a>,
}

#[derive(Serialize, JsonSchema)]
struct BundleRow<'a> {
    bundle: &'a str,
    supplies: Vec<Average<'a>>,
    #[serde(flatten)]
    price: Cost<'a>,
}

#[derive(Serialize, JsonSchema)]
struct Cost<'a> {
    one_off_eur: [f64; 3],
    yearly_eur: [f64; 3],
    own_hours_one_off: [f64; 3],
    own_hours_yearly: [f64; 3],
    /// Bought hours, inside the money.
    provider_hours_one_off: f64,
    provider_hours_yearly: f64,
    /// Part of the one-off money that a grant takes over.
    grant_eur: [f64; 3],
    #[serde(skip_serializing_if = "Option::is_none")]
    grant: Option<&'a str>,
    lifetime_years: f64,
    /// True where the firm gave the price: it is for what is missing and is not reduced again.
    own: bool,
}

fn cost(price: &Price) -> Cost<'_> {
    Cost {
        one_off_eur: triple(price.one_off_eur),
        yearly_eur: triple(price.yearly_eur),
        own_hours_one_off: triple(price.own_hours_one_off),
        own_hours_yearly: triple(price.own_hours_yearly),
        provider_hours_one_off: price.provider_hours_one_off,
        provider_hours_yearly: price.provider_hours_yearly,
        grant_eur: triple(price.grant_eur),
        grant: price.grant.as_ref().map(crate::model::GrantId::as_str),
        lifetime_years: price.lifetime_years,
        own: price.is_own(),
    }
}

fn tier<'a>(catalogue: &'a Catalogue, it: &'a Offer) -> TierRow<'a> {
    TierRow {
        measure: catalogue.measures[it.measure].id.as_str(),
        tier: it.level.as_str(),
        degree: it.degree,
        whole: it.whole,
        price: cost(&it.price),
    }
}

fn bundle<'a>(catalogue: &'a Catalogue, it: &'a Pack) -> BundleRow<'a> {
    let supplies = it
        .supplies
        .iter()
        .map(|(place, degree)| Average { measure: catalogue.measures[*place].id.as_str(), degree: *degree });
    BundleRow {
        bundle: catalogue.bundles[it.bundle].id.as_str(),
        supplies: supplies.collect(),
        price: cost(&it.price),
    }
}

fn triple(it: Estimate) -> [f64; 3] {
    [it.low, it.likely, it.high]
}

/// Collects the inputs of one report.
pub fn inputs<'a>(catalogue: &'a Catalogue, report: &'a Report) -> Inputs<'a> {
    let constants = &catalogue.constants;
    let size = report.decision.terms.size;
    let scenarios = report.lines.iter().zip(&report.profile).map(|(line, profile)| {
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
            size: profile.size,
            level: profile.level,
            exposure: profile.exposure,
            turnover: profile.turnover,
            standstill: profile.standstill,
            jewel: profile.jewel,
            jensen: profile.jensen,
            experience: profile.experience,
        }
    });
    let chains = catalogue.calibration.chains.iter().map(|it| &it.value);
    let chains =
        chains.map(|it| Chain { parent: it.parent.as_str(), child: it.child.as_str(), share: it.share });
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
        degree: size.adoption(&measure.adoption.by_size.value),
    });
    Inputs {
        scenarios: scenarios.collect(),
        chains: chains.collect(),
        experience: experience(catalogue, report),
        effects: effects.collect(),
        prerequisites: prerequisites.collect(),
        exclusive: exclusive.collect(),
        average_posture: average.collect(),
        tiers: report.decision.tiers.iter().map(|it| tier(catalogue, it)).collect(),
        bundles: report.decision.packs.iter().map(|it| bundle(catalogue, it)).collect(),
        hourly_rate_technician: constants.hourly_rates.technician.value.likely,
        hourly_rate_consultant: constants.hourly_rates.consultant.value.likely,
        attenuation_relief: catalogue.relief(&report.answers.company),
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
        turnover_eur: report.lines.first().map_or(0.0, |it| it.cap) / constants.severity_cap_turnovers.value,
        ladder: judged(catalogue, report.answers.company.employees),
        policy: policy(catalogue, report),
    }
}

fn experience<'a>(catalogue: &'a Catalogue, report: &'a Report) -> Experience<'a> {
    let rule = &catalogue.calibration.experience.value;
    let kinds = report.lived.iter().map(|lived| {
        let kind = rule.kinds.iter().find(|it| it.id == lived.kind);
        let scenarios = kind.into_iter().flat_map(|it| &it.scenarios);
        Lived {
            kind: lived.kind.as_str(),
            scenarios: scenarios.map(crate::model::ScenarioId::as_str).collect(),
            events: lived.events,
            expected: lived.expected,
            factor: lived.factor,
        }
    });
    Experience {
        years: rule.years,
        half_trust_events: rule.half_trust_events,
        lowest: rule.lowest,
        highest: rule.highest,
        kinds: kinds.collect(),
    }
}

fn judged(catalogue: &Catalogue, people: u32) -> Judged {
    let it = &catalogue.ladder;
    let (attention_purchase_hours, attention_item_hours) = it.attention(people);
    Judged {
        gap_share: it.gap_share,
        nearly: it.nearly,
        least_step: it.least_step,
        most_money_share: it.most_money_share,
        edge_share: it.edge_share,
        simpler_share: it.simpler_share,
        simpler_eur: it.simpler_eur,
        open_gap_weight: it.open_gap_weight,
        attention_purchase_hours,
        attention_item_hours,
        first_round: it.first_round,
        needed_survival: it.needed_survival,
    }
}

fn policy(catalogue: &Catalogue, report: &Report) -> Option<Policy> {
    let (view, _) = report.decision.insurance.as_ref()?;
    let covers = catalogue.bundles.iter().find_map(|it| it.policy.as_ref()).map(|it| &it.covers)?;
    let share = |line: &crate::risk::Line| {
        let scenario = catalogue.scenario(&line.scenario);
        let named = covers.contains(&line.scenario);
        scenario.filter(|_| named).map_or(0.0, |it| it.insured_share.value.likely)
    };
    Some(Policy {
        shares: report.lines.iter().map(share).collect(),
        deductible: view.deductible_eur,
        limit: view.limit_eur,
        premium: view.annual.money_eur.likely,
        hours: view.annual.hours.likely,
    })
}
