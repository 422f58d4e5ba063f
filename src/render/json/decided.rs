//! What to do, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::ladder::{Chosen, IfLeftRow, chosen};
use super::{Figures, Range};
use crate::decision::{Advice, Annual, Demand, InsuranceOutcome, Judged, Point, Reason, Recognised, Weighed};
use crate::german::decision as german;
use crate::model::{Catalogue, Estimate, MeasureId, RungId, TierLevel, Verdict};
use crate::report::Report;

/// A measure with its decision.
#[derive(Serialize, JsonSchema)]
pub struct Measure<'a> {
    id: &'a str,
    decision: &'static str,
    reason: &'static str,
    /// The reason as a German sentence.
    reason_text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    taken: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<String>,
    /// Who bears or does it, by management's decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<&'a str>,
    /// Why management bears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    taken_reason: Option<&'a str>,
    /// When management decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    taken_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    status: &'static str,
    /// The first rung that raises it.
    rung: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duty: Option<Duty>,
    /// Share of what the plan takes off (Shapley, rung by rung); the shares add up.
    avoided_share: f64,
    if_left: Option<IfLeftRow<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    own_price: Option<OwnPrice>,
    #[serde(flatten)]
    weighed: Option<Numbers>,
}

/// What law or contract asks.
#[derive(Serialize, JsonSchema)]
struct Duty {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u8>,
}

/// The firm's own price, as given.
#[derive(Serialize, JsonSchema)]
struct OwnPrice {
    tier: Option<&'static str>,
    one_off_eur: f64,
    yearly_eur: f64,
    own_hours_one_off: f64,
    own_hours_yearly: f64,
    /// True where the plan buys that tier.
    chosen: bool,
}

/// What a provider answered to a request for prices; it moves no figure.
#[derive(Serialize, JsonSchema)]
pub struct Quoted<'a> {
    measure: &'a str,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<&'a str>,
}

/// What was weighed for a measure.
#[derive(Serialize, JsonSchema)]
struct Numbers {
    tier: Option<&'static str>,
    in_plan: bool,
    /// The bundle of the plan that supplies it, alone or below the tier.
    bundle: Option<String>,
    degree: f64,
    degree_after: f64,
    annual_cost: Range,
    money: Range,
    hours: Range,
    /// Also the last-in value: everything else in the plan is in place.
    avoided: Range,
    last_in: f64,
    net_benefit: Range,
    bad_year_relief: f64,
    worst_years_relief: f64,
    ruin_relief: f64,
    share_pays: f64,
    share_pays_with_bad_years: f64,
    payback_months: Option<f64>,
    /// Part of the one-off money that grants take over, already taken off.
    grant: f64,
    grants: Vec<String>,
    /// True where the price is the firm's own.
    at_own_price: bool,
    cost_of_waiting_a_month: f64,
}

/// What to buy.
#[derive(Serialize, JsonSchema)]
pub struct Plan<'a> {
    chosen: Vec<Chosen<'a>>,
    cost: Cost,
    /// Money and own hours that fall due at the start.
    at_start: Start,
    optimality_gap: f64,
    residual: Figures,
    open_minimums: Vec<&'a str>,
    frontier: Vec<FrontierPoint>,
    stop_line: Option<f64>,
}

#[derive(Serialize, JsonSchema)]
struct Start {
    money: f64,
    hours: f64,
}

/// The least risk for a budget.
#[derive(Serialize, JsonSchema)]
struct FrontierPoint {
    budget: f64,
    money: f64,
    hours: f64,
    expected_annual_loss: f64,
    probability_above_reserve: f64,
}

/// A question whose answer is worth money.
#[derive(Serialize, JsonSchema)]
pub struct Clarify<'a> {
    question: &'a str,
    value_eur: f64,
    settles: Vec<&'a str>,
}

/// What a policy would do.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, not states")]
#[derive(Serialize, JsonSchema)]
pub struct Insurance<'a> {
    outcome: &'static str,
    own_offer: bool,
    in_force: bool,
    /// `terms` or `answer`, where a policy in force is known.
    recognised_from: Option<&'static str>,
    worth_its_price: bool,
    sum_insured: SumInsuredRow,
    counts_today: bool,
    probability_above_reserve_with_today: f64,
    annual_cost: Range,
    deductible: f64,
    limit: f64,
    pays_on_average: f64,
    bad_year_relief: f64,
    probability_above_reserve_without: f64,
    probability_above_reserve_with: f64,
    tail_value_at_risk_95_without: f64,
    tail_value_at_risk_95_with: f64,
    /// Premium and own hours beyond what it pays on average.
    net_price: f64,
    open_duties: Vec<&'a str>,
    open_duties_after_plan: Vec<&'a str>,
    /// Usual duties that the answers contradict, today and with the plan.
    contradicted: Vec<&'a str>,
    contradicted_after_plan: Vec<&'a str>,
    counts_with_plan: bool,
}

/// The sum insured that fits.
#[derive(Serialize, JsonSchema)]
struct SumInsuredRow {
    suggested: f64,
    one_in_200: f64,
    nineteen_of_twenty: f64,
}

#[derive(Serialize, JsonSchema)]
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
        bundle: it.via.as_ref().map(ToString::to_string),
        degree: it.today,
        degree_after: it.target,
        annual_cost: annual,
        money,
        hours,
        avoided: it.balance.avoided.into(),
        last_in: it.balance.avoided.value,
        net_benefit: it.balance.net_benefit.into(),
        bad_year_relief: it.balance.bad_year_relief,
        worst_years_relief: it.balance.worst_years_relief,
        ruin_relief: it.balance.ruin_relief,
        share_pays: it.balance.share_pays,
        share_pays_with_bad_years: it.balance.share_pays_with_bad_years,
        payback_months: it.balance.payback_months,
        grant: it.balance.grant_eur,
        grants: it.balance.grants.iter().map(ToString::to_string).collect(),
        at_own_price: it.balance.own_price,
        cost_of_waiting_a_month: it.balance.waiting_month,
    }
}

fn measure<'a>(catalogue: &Catalogue, report: &'a Report, it: &'a Judged) -> Measure<'a> {
    let taken = it.taken.as_ref();
    let acceptance = taken.and_then(|it| it.acceptance.as_ref());
    Measure {
        id: it.measure.as_str(),
        decision: it.advice.as_str(),
        reason: reason(&it.reason),
        reason_text: german::why(catalogue, it),
        taken: it.taken.as_ref().map(|it| match it.verdict {
            Verdict::Do => "do",
            Verdict::Accept => "accept",
        }),
        review: it.review.map(|it| it.to_string()),
        owner: taken.and_then(|it| it.owner.as_deref()).or(acceptance.map(|it| it.owner.as_str())),
        taken_reason: acceptance.map(|it| it.reason.as_str()),
        taken_on: taken.map(|it| it.date.to_string()),
        due: taken.and_then(|it| it.due).map(|it| it.to_string()),
        status: it.status.as_str(),
        rung: it.rung.map(RungId::as_str),
        duty: it.duty.map(duty),
        avoided_share: it.shapley,
        if_left: it.if_left.as_ref().map(IfLeftRow::from),
        own_price: report.answers.costs.get(&it.measure).map(|own| OwnPrice {
            tier: own.tier.map(TierLevel::as_str),
            one_off_eur: own.one_off_eur,
            yearly_eur: own.yearly_eur,
            own_hours_one_off: own.own_hours_one_off,
            own_hours_yearly: own.own_hours_yearly,
            chosen: it.weighed.as_ref().is_some_and(|it| it.in_plan && it.balance.own_price),
        }),
        weighed: it.weighed.as_ref().map(numbers),
    }
}

fn duty(demand: Demand) -> Duty {
    let number = if let Demand::Bsig { number } = demand { number } else { None };
    Duty { kind: demand.kind(), number }
}

/// Every answer to a request for prices.
pub fn quotes(report: &Report) -> Vec<Quoted<'_>> {
    let quoted = report.answers.quotes.iter().map(|(id, it)| Quoted {
        measure: id.as_str(),
        state: it.state.as_str(),
        tier: it.tier.map(TierLevel::as_str),
        request: it.request.as_deref(),
    });
    quoted.collect()
}

/// Every measure that is relevant for the firm.
pub fn measures<'a>(catalogue: &Catalogue, report: &'a Report) -> Vec<Measure<'a>> {
    report.decision.measures.iter().map(|it| measure(catalogue, report, it)).collect()
}

/// The plan and what it leaves.
pub fn plan(report: &Report) -> Plan<'_> {
    let plan = &report.decision.plan;
    Plan {
        chosen: chosen(&plan.bundles, &plan.tiers),
        cost: cost(&plan.annual),
        at_start: Start { money: plan.at_start.0, hours: plan.at_start.1 },
        optimality_gap: plan.optimality_gap,
        residual: (&report.with_plan).into(),
        open_minimums: plan.open_minimums.iter().map(MeasureId::as_str).collect(),
        frontier: plan.frontier.iter().map(point).collect(),
        stop_line: plan.stop_line,
    }
}

fn point(it: &Point) -> FrontierPoint {
    FrontierPoint {
        budget: it.budget,
        money: it.money_eur,
        hours: it.own_hours,
        expected_annual_loss: it.expected,
        probability_above_reserve: it.ruin,
    }
}

/// Questions without an answer, the most valuable answer first.
pub fn clarify_first(report: &Report) -> Vec<Clarify<'_>> {
    let questions = report.decision.clarify_first.iter().map(|it| Clarify {
        question: it.question.as_str(),
        value_eur: it.value_eur,
        settles: it.settles.iter().map(MeasureId::as_str).collect(),
    });
    questions.collect()
}

/// A policy judged with the plan in place.
pub fn insurance(report: &Report) -> Option<Insurance<'_>> {
    let (view, outcome) = report.decision.insurance.as_ref()?;
    Some(Insurance {
        outcome: match outcome {
            InsuranceOutcome::ClosesTheGap => "closes-the-gap",
            InsuranceOutcome::PartOfTheWay => "part-of-the-way",
            InsuranceOutcome::WorthItsPrice => "worth-its-price",
            InsuranceOutcome::NotNeeded => "not-needed",
        },
        own_offer: view.basis == crate::decision::PolicyBasis::Own,
        in_force: view.in_force,
        recognised_from: view.recognised.as_ref().map(|it| match it {
            Recognised::Terms => "terms",
            Recognised::Answer { .. } => "answer",
        }),
        worth_its_price: view.is_worth_its_price(),
        sum_insured: SumInsuredRow {
            suggested: view.sum_insured.suggested,
            one_in_200: view.sum_insured.one_in_200,
            nineteen_of_twenty: view.sum_insured.nineteen_of_twenty,
        },
        counts_today: view.counts_today(),
        probability_above_reserve_with_today: view.with_today.ruin,
        annual_cost: range(view.annual.total()),
        deductible: view.deductible_eur,
        limit: view.limit_eur,
        pays_on_average: view.pays_on_average,
        bad_year_relief: view.bad_year_relief,
        probability_above_reserve_without: view.without.ruin,
        probability_above_reserve_with: view.with.ruin,
        tail_value_at_risk_95_without: view.without.worst_years,
        tail_value_at_risk_95_with: view.with.worst_years,
        net_price: view.net_price(),
        open_duties: view.open_duties.iter().map(MeasureId::as_str).collect(),
        open_duties_after_plan: view.open_after_plan.iter().map(MeasureId::as_str).collect(),
        contradicted: view.contradicted.iter().map(String::as_str).collect(),
        contradicted_after_plan: view.contradicted_after_plan.iter().map(String::as_str).collect(),
        counts_with_plan: view.counts_with_plan(),
    })
}

fn reason(reason: &Reason) -> &'static str {
    match reason {
        Reason::Demanded { .. } => "demanded",
        Reason::Pays { .. } => "pays",
        Reason::PaysForBadYears { .. } => "pays-for-bad-years",
        Reason::PaysOnBalance { .. } => "pays-on-balance",
        Reason::PartOfBundle { .. } => "part-of-bundle",
        Reason::MinimumThatPays { .. } => "minimum-that-pays",
        Reason::MinimumAnyway { .. } => "minimum-anyway",
        Reason::MinimumBeyondBudget => "minimum-beyond-budget",
        Reason::KeepsReserve { .. } => "keeps-reserve",
        Reason::PaysTogether { .. } => "pays-together",
        Reason::WithNextRenewal => "with-next-renewal",
        Reason::SignIsOpen { .. } => "sign-is-open",
        Reason::CostsMore { .. } => "costs-more",
        Reason::Enough { .. } => "enough",
        Reason::MostlyThere { .. } => "mostly-there",
        Reason::BeyondBudget { .. } => "beyond-budget",
        Reason::CoveredByOthers { .. } => "covered-by-others",
        Reason::Insurance { .. } => "insurance",
        Reason::Present => "present",
        Reason::NoOwnEffect => "no-own-effect",
        Reason::Decided { numbers_say, .. } if *numbers_say == Advice::Bear => "decided-numbers-say-bear",
        Reason::Decided { .. } => "decided",
    }
}
