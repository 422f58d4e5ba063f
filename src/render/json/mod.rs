//! The result as JSON: a versioned contract. Keys are English, euros are unrounded numbers, and everything needed to
//! recompute the figures by hand is inside (`docs/method.md`).

mod ageing;
mod decided;
mod differences;
mod guidance;
mod inputs;
mod ladder;
mod people;
mod proofs;
mod ways;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::serial::{self, Model, json_text};
use crate::guidance::views::{DinPoints, DinView, Status};
use crate::model::{Basis, Catalogue, ContradictionId, Interval, PointId};
use crate::report::{PhaseFacts, Report, RiskFacts};
use crate::risk::{Bearable, ReserveVerdict};

/// Version of the shape; it changes when a key changes its meaning or disappears.
pub const FORMAT: u32 = 2;

/// A figure with its range.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub(super) struct Range {
    value: f64,
    low: f64,
    high: f64,
}

impl From<Interval> for Range {
    fn from(it: Interval) -> Self {
        Self { value: it.value, low: it.low, high: it.high }
    }
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Document<'a> {
    format: u32,
    program: &'a str,
    model: Model,
    content: Content<'a>,
    date: String,
    company: Company<'a>,
    digitalisation: Digitalisation,
    coverage: Coverage,
    posture: Vec<Posture<'a>>,
    model_inputs: inputs::Inputs<'a>,
    risk: Risk<'a>,
    measures: Vec<decided::Measure<'a>>,
    plan: decided::Plan<'a>,
    ladder: ladder::Ladder<'a>,
    minimum_standard: ladder::MinimumStandard<'a>,
    roadmap: ladder::RoadmapRows<'a>,
    budget: Option<ladder::Budget<'a>>,
    clarify_first: Vec<decided::Clarify<'a>>,
    insurance: Option<decided::Insurance<'a>>,
    drivers: Option<ways::Drivers<'a>>,
    make_or_buy: ways::MakeOrBuy<'a>,
    topics: Vec<Topic<'a>>,
    phases: Vec<Phase>,
    human_versus_technical: people::People<'a>,
    views: Views<'a>,
    guidance: guidance::Guidance<'a>,
    open_points: Vec<OpenPoint<'a>>,
    contradictions: Vec<&'a str>,
    disagreements: Vec<differences::Disagreement<'a>>,
    /// What a provider answered to a request for prices.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    quotes: Vec<decided::Quoted<'a>>,
    ageing: ageing::Ageing<'a>,
    /// Talks in which answers were given, the earliest first.
    visits: Vec<proofs::Visit<'a>>,
    proofs: Vec<proofs::Proof<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Content<'a> {
    #[serde(flatten)]
    content: serial::Content<'a>,
    answered_with: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct Company<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    segment: &'a str,
    size: &'a str,
    employees: u32,
    turnover_eur: Option<f64>,
    turnover_used: f64,
    turnover_usual: f64,
    points: f64,
    points_usual: f64,
    state: Option<&'a str>,
    reserve_eur: f64,
    reserve_is_own: bool,
    traits: Vec<&'a str>,
    crown_jewels: Vec<CrownJewel<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct CrownJewel<'a> {
    process: &'a str,
    tolerable_hours: Option<f64>,
    day_eur: Option<f64>,
}

#[derive(Serialize, JsonSchema)]
struct Digitalisation {
    score: u32,
    level: &'static str,
}

#[derive(Serialize, JsonSchema)]
struct Coverage {
    asked: usize,
    answered: usize,
    unknown: usize,
    not_applicable: usize,
}

#[derive(Serialize, JsonSchema)]
struct Posture<'a> {
    measure: &'a str,
    degree: f64,
    low: f64,
    high: f64,
    basis: &'static str,
}

#[derive(Serialize, JsonSchema)]
struct Risk<'a> {
    #[serde(flatten)]
    figures: Figures,
    expected_annual_loss_of_peers: f64,
    /// Half of the width of the range that answers could still narrow, as a factor each way.
    range_from_answers: f64,
    stress: Vec<Stress<'a>>,
    scenarios: Vec<Scenario<'a>>,
}

/// The year in a harsher world, and which advice turns.
#[derive(Serialize, JsonSchema)]
struct Stress<'a> {
    line: &'a str,
    today: StressedYear,
    with_plan: StressedYear,
    plan_holds: bool,
    paying: usize,
    turns: Vec<&'a str>,
    enters: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct StressedYear {
    expected_annual_loss: f64,
    tail_value_at_risk: f64,
    probability_above_reserve: f64,
}

impl From<&crate::report::StressedYear> for StressedYear {
    fn from(it: &crate::report::StressedYear) -> Self {
        Self {
            expected_annual_loss: it.expected,
            tail_value_at_risk: it.worst_years,
            probability_above_reserve: it.above_reserve,
        }
    }
}

impl<'a> From<&'a crate::report::StressFacts> for Stress<'a> {
    fn from(it: &'a crate::report::StressFacts) -> Self {
        Self {
            line: &it.line,
            today: (&it.today).into(),
            with_plan: (&it.with_plan).into(),
            plan_holds: it.plan_holds(),
            paying: it.paying,
            turns: it.turns.iter().map(crate::model::MeasureId::as_str).collect(),
            enters: it.enters.iter().map(crate::model::MeasureId::as_str).collect(),
        }
    }
}

#[derive(Serialize, JsonSchema)]
struct Scenario<'a> {
    id: &'a str,
    expected_annual_loss: f64,
    expected_annual_loss_of_peers: f64,
    expected_annual_loss_with_plan: f64,
    tail_share: f64,
}

/// The figures of a year's loss; the plan's residual has the same shape.
#[derive(Serialize, JsonSchema)]
pub(super) struct Figures {
    expected_annual_loss: Range,
    probability_no_loss: f64,
    value_at_risk: Value,
    tail_value_at_risk: Value,
    tail_value_at_risk_range: Range,
    /// Loss exceeded with the highest bearable probability.
    rare_loss_range: Range,
    probability_above_reserve: AboveReserve,
    probability_above_reserve_range: Range,
    bearing: Bearing,
    exceedance: Vec<Point>,
    self_check: SelfCheck,
}

/// Whether the reserve is enough.
#[derive(Serialize, JsonSchema)]
struct Bearing {
    answer: &'static str,
    narrow: bool,
    reserve_for_yes: f64,
    share_of_draws: f64,
}

impl From<&ReserveVerdict> for Bearing {
    fn from(it: &ReserveVerdict) -> Self {
        Self {
            answer: match it.answer {
                Bearable::Yes => "yes",
                Bearable::Unclear => "unclear",
                Bearable::No => "no",
            },
            narrow: it.is_narrow,
            reserve_for_yes: it.reserve_for_yes,
            share_of_draws: it.share_of_draws,
        }
    }
}

#[derive(Serialize, JsonSchema)]
struct AboveReserve {
    one_year: f64,
    horizon: f64,
}

#[derive(Serialize, JsonSchema)]
struct Point {
    loss: f64,
    probability: f64,
}

#[expect(clippy::struct_field_names, reason = "the keys of the contract")]
#[derive(Serialize, JsonSchema)]
struct SelfCheck {
    mass_error: f64,
    mean_error: f64,
    variance_error: f64,
}

impl From<&RiskFacts> for Figures {
    fn from(it: &RiskFacts) -> Self {
        let [mass_error, mean_error, variance_error] = it.self_check;
        Self {
            expected_annual_loss: it.expected_annual_loss.into(),
            probability_no_loss: it.probability_no_loss,
            value_at_risk: serde_json::json!({ "0.95": it.value_at_risk_95, "0.99": it.value_at_risk_99 }),
            tail_value_at_risk: serde_json::json!({
                "0.95": it.tail_value_at_risk_95,
                "0.99": it.tail_value_at_risk_99,
            }),
            tail_value_at_risk_range: it.worst_years.into(),
            rare_loss_range: it.rare_loss.into(),
            probability_above_reserve_range: it.above_reserve_range.into(),
            bearing: (&it.verdict).into(),
            probability_above_reserve: AboveReserve {
                one_year: it.above_reserve,
                horizon: it.above_reserve_horizon,
            },
            exceedance: it
                .exceedance
                .iter()
                .map(|&(loss, probability)| Point { loss, probability })
                .collect(),
            self_check: SelfCheck { mass_error, mean_error, variance_error },
        }
    }
}

#[derive(Serialize, JsonSchema)]
struct Topic<'a> {
    id: &'a str,
    kind: &'static str,
    share: f64,
    peers: f64,
}

#[derive(Serialize, JsonSchema)]
struct Phase {
    id: &'static str,
    share: f64,
    share_with_plan: f64,
    steps: usize,
}

#[derive(Serialize, JsonSchema)]
struct Views<'a> {
    din_spec_27076: Din<'a>,
    insurer: Insurer<'a>,
    #[serde(flatten)]
    yardsticks: guidance::Yardsticks<'a>,
}

#[derive(Serialize, JsonSchema)]
struct Din<'a> {
    points: i32,
    points_if_open_met: i32,
    maximum: i32,
    topics: Vec<DinTopic<'a>>,
    not_met: Vec<&'a str>,
    open: Vec<&'a str>,
    /// Requirements whose subject does not exist here; they shrink the maximum.
    irrelevant: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct DinTopic<'a> {
    topic: &'a str,
    points: i32,
    maximum: i32,
}

#[derive(Serialize, JsonSchema)]
struct Insurer<'a> {
    not_met: Vec<&'a str>,
    open: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct OpenPoint<'a> {
    question: &'a str,
    role: &'a str,
    nobody_knew: bool,
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Answered => "answered",
        Basis::Unknown => "unknown",
        Basis::NotAsked => "not_asked",
        Basis::Aged => "aged",
        Basis::NotRelevant => "not_relevant",
    }
}

fn din<'a>(catalogue: &'a Catalogue, view: &'a DinView) -> Din<'a> {
    let of = |status| {
        view.requirements
            .iter()
            .filter(|it| it.status == status)
            .map(|it| it.requirement.id.as_str())
            .collect()
    };
    Din {
        points: view.points,
        points_if_open_met: view.points_if_open_met,
        maximum: view.maximum,
        topics: catalogue
            .views
            .din
            .topics
            .iter()
            .map(|it| {
                let DinPoints { sure, maximum, .. } = view.topic(&it.id);
                DinTopic { topic: it.id.as_str(), points: sure, maximum }
            })
            .collect(),
        not_met: of(Status::NotMet),
        open: of(Status::Open),
        irrelevant: of(Status::Irrelevant),
    }
}

fn company(report: &Report) -> Company<'_> {
    let company = &report.answers.company;
    Company {
        name: company.name.as_deref(),
        segment: company.segment.as_str(),
        size: company.size().as_str(),
        employees: company.employees,
        turnover_eur: company.turnover_eur,
        turnover_used: report.profile_figures.turnover_used,
        turnover_usual: report.profile_figures.turnover_usual,
        points: report.profile_figures.points,
        points_usual: report.profile_figures.points_counted_against,
        state: company.state.as_ref().map(crate::model::State::code),
        reserve_eur: report.reserve_eur,
        reserve_is_own: company.liquid_reserve_eur.is_some(),
        traits: company.traits.iter().map(crate::model::TraitId::as_str).collect(),
        crown_jewels: company
            .crown_jewels
            .iter()
            .map(|it| CrownJewel {
                process: &it.process,
                tolerable_hours: it.tolerable_hours,
                day_eur: it.day_eur,
            })
            .collect(),
    }
}

fn phases(report: &Report) -> Vec<Phase> {
    let phase = |it: &PhaseFacts| Phase {
        id: it.phase.as_str(),
        share: it.today,
        share_with_plan: it.planned,
        steps: it.steps,
    };
    report.phases.iter().map(phase).collect()
}

/// The report as one JSON document with a line feed at its end.
pub fn report(catalogue: &Catalogue, report: &Report) -> String {
    let document = Document {
        format: FORMAT,
        program: report.provenance.program,
        model: Model { version: report.provenance.model },
        content: Content {
            content: (&report.provenance.content).into(),
            answered_with: &report.provenance.answered_with,
        },
        date: report.provenance.date.to_string(),
        company: company(report),
        digitalisation: Digitalisation {
            score: report.digitalisation.0,
            level: report.digitalisation.1.as_str(),
        },
        coverage: Coverage {
            asked: report.coverage.asked,
            answered: report.coverage.answered,
            unknown: report.coverage.unknown,
            not_applicable: report.coverage.not_applicable,
        },
        posture: catalogue
            .measures
            .iter()
            .zip(&report.posture.degrees)
            .map(|(measure, it)| Posture {
                measure: measure.id.as_str(),
                degree: it.expected,
                low: it.low,
                high: it.high,
                basis: basis(it.basis),
            })
            .collect(),
        model_inputs: inputs::inputs(catalogue, report),
        risk: Risk {
            figures: (&report.today).into(),
            expected_annual_loss_of_peers: report.peers_annual_loss,
            range_from_answers: report.range_from_answers,
            stress: report.stress.iter().map(Stress::from).collect(),
            scenarios: report
                .scenarios
                .iter()
                .map(|it| Scenario {
                    id: it.scenario.as_str(),
                    expected_annual_loss: it.expected,
                    expected_annual_loss_of_peers: it.expected_average,
                    expected_annual_loss_with_plan: it.expected_with_plan,
                    tail_share: it.tail_share,
                })
                .collect(),
        },
        measures: decided::measures(catalogue, report),
        plan: decided::plan(report),
        ladder: ladder::ladder(catalogue, report),
        minimum_standard: ladder::minimum_standard(report),
        roadmap: ladder::roadmap(report),
        budget: ladder::budget(report),
        clarify_first: decided::clarify_first(report),
        insurance: decided::insurance(report),
        drivers: ways::drivers(report),
        make_or_buy: ways::make_or_buy(report),
        topics: report
            .topics
            .iter()
            .map(|it| Topic {
                id: it.topic.as_str(),
                kind: if it.human >= 0.5 { "human" } else { "technical" },
                share: it.share,
                peers: it.peers,
            })
            .collect(),
        phases: phases(report),
        human_versus_technical: people::people(&report.decision.people),
        views: Views {
            din_spec_27076: din(catalogue, &report.din),
            insurer: Insurer {
                not_met: report.insurer.contradicted().map(PointId::as_str).collect(),
                open: report.insurer.open().map(PointId::as_str).collect(),
            },
            yardsticks: guidance::yardsticks(report),
        },
        guidance: guidance::guidance(catalogue, report),
        ageing: ageing::ageing(&report.ageing),
        visits: proofs::visits(report),
        proofs: proofs::proofs(report),
        open_points: report
            .open_points
            .iter()
            .map(|it| OpenPoint {
                question: it.question.as_str(),
                role: it.role.as_str(),
                nobody_knew: it.nobody_knew,
            })
            .collect(),
        contradictions: report.contradictions.iter().map(ContradictionId::as_str).collect(),
        disagreements: report.disagreements.iter().map(differences::disagreement).collect(),
        quotes: decided::quotes(report),
    };
    json_text(&document)
}
