//! What to do, as JSON.

use serde::Serialize;

use super::{Figures, Range};
use crate::decision::{Annual, Judged, Weighed};
use crate::model::{Estimate, TierLevel};
use crate::report::Report;

/// A measure with its decision.
#[derive(Serialize)]
pub struct Measure<'a> {
    id: &'a str,
    decision: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    taken: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<String>,
    #[serde(flatten)]
    weighed: Option<Numbers>,
}

/// What was weighed for a measure.
#[derive(Serialize)]
struct Numbers {
    tier: Option<&'static str>,
    in_plan: bool,
    degree: f64,
    degree_after: f64,
    annual_cost: Range,
    money: Range,
    hours: Range,
    avoided: Range,
    net_benefit: Range,
    bad_year_relief: f64,
    share_pays: f64,
    payback_months: Option<f64>,
    cost_of_waiting_a_month: f64,
}

/// What to buy.
#[derive(Serialize)]
pub struct Plan<'a> {
    chosen: Vec<Chosen<'a>>,
    cost: Cost,
    optimality_gap: f64,
    residual: Figures,
}

/// One purchase of the plan.
#[derive(Serialize)]
struct Chosen<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bundle: Option<&'a str>,
}

#[derive(Serialize)]
struct Cost {
    annual: Range,
    money: Range,
    hours: Range,
}

fn range(it: Estimate) -> Range {
    Range { value: it.likely, low: it.low, high: it.high }
}

fn cost(it: &Annual) -> Cost {
    Cost { annual: range(it.total()), money: range(it.money_eur), hours: range(it.hours) }
}

fn numbers(it: &Weighed) -> Numbers {
    let Cost { annual, money, hours } = cost(&it.balance.annual);
    Numbers {
        tier: it.tier.map(TierLevel::as_str),
        in_plan: it.in_plan,
        degree: it.today,
        degree_after: it.target,
        annual_cost: annual,
        money,
        hours,
        avoided: it.balance.avoided.into(),
        net_benefit: it.balance.net_benefit.into(),
        bad_year_relief: it.balance.bad_year_relief,
        share_pays: it.balance.share_pays,
        payback_months: it.balance.payback_months,
        cost_of_waiting_a_month: it.balance.waiting_month,
    }
}

fn measure(it: &Judged) -> Measure<'_> {
    Measure {
        id: it.measure.as_str(),
        decision: it.advice.as_str(),
        taken: it.taken.as_ref().map(|it| match it.verdict {
            crate::model::Verdict::Do => "do",
            crate::model::Verdict::Accept => "accept",
        }),
        review: it.review.map(|it| it.to_string()),
        weighed: it.weighed.as_ref().map(numbers),
    }
}

/// Every measure that is relevant for the firm.
pub fn measures(report: &Report) -> Vec<Measure<'_>> {
    report.decision.measures.iter().map(measure).collect()
}

/// The plan and what it leaves.
pub fn plan(report: &Report) -> Plan<'_> {
    let plan = &report.decision.plan;
    let bundles =
        plan.bundles.iter().map(|(id, _)| Chosen { measure: None, tier: None, bundle: Some(id.as_str()) });
    let tiers = plan.tiers.iter().map(|(id, tier)| Chosen {
        measure: Some(id.as_str()),
        tier: Some(tier.as_str()),
        bundle: None,
    });
    Plan {
        chosen: bundles.chain(tiers).collect(),
        cost: cost(&plan.annual),
        optimality_gap: plan.optimality_gap,
        residual: (&report.with_plan).into(),
    }
}
