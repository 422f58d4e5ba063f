//! The ladder, the minimum standard, the road map and the limit, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::Range;
use crate::decision::{
    Absent, Annual, Because, Closing, Demand, IfLeft, Item, Limited, OnceAndYearly, OpenGap, PERIODS,
    Recommended, Roadmap, Rung, Source, Spent, Way,
};
use crate::german::ladder as words;
use crate::model::{BundleId, Catalogue, Estimate, MeasureId, RungId, TierLevel, Yardstick};
use crate::report::Report;

/// The rungs with their prices.
#[derive(Serialize, JsonSchema)]
pub struct Ladder<'a> {
    rungs: Vec<RungRow<'a>>,
    /// Why there is no third rung.
    absent: Option<&'static str>,
    /// `pays`, `baseline`, `reserve`, `budget` or none where nothing is new.
    recommended: Option<&'static str>,
    chosen: Option<&'static str>,
    /// The rung or set that plan, road map and measures follow.
    followed: &'static str,
    by_the_mean: bool,
    spread_over_two_years: bool,
    shortfall: ShortfallRow,
    /// True where too little was answered for a decision.
    draft: bool,
    sentences: Vec<Sentence>,
}

#[derive(Serialize, JsonSchema)]
struct RungRow<'a> {
    id: &'static str,
    measures: Vec<&'a str>,
    purchases: usize,
    chosen: Vec<Chosen<'a>>,
    money: Range,
    hours: Range,
    premium: f64,
    attention: f64,
    first_year: Amounts,
    first_month: Amounts,
    expected_annual_loss: Range,
    avoided: Range,
    price_of_risk: f64,
    bad_year: BadYear,
    one_in_100: f64,
    probability_above_reserve: AboveReserve,
    adds: Adds,
    same_as: Option<&'static str>,
    degrees: Vec<f64>,
    optimality_gap: f64,
}

#[derive(Serialize, JsonSchema)]
struct BadYear {
    /// Mean of the worst twentieth of years.
    value: f64,
    kind: &'static str,
    /// Loss that one year in twenty exceeds.
    one_in_20: f64,
}

#[derive(Serialize, JsonSchema)]
struct AboveReserve {
    one_year: f64,
    insured: Option<f64>,
    horizon: f64,
}

#[derive(Serialize, JsonSchema)]
struct Adds {
    money: f64,
    hours: f64,
    avoided: f64,
}

#[derive(Clone, Copy, Serialize, JsonSchema)]
struct Amounts {
    money: f64,
    hours: f64,
}

impl From<Spent> for Amounts {
    fn from(it: Spent) -> Self {
        Self { money: it.money_eur, hours: it.hours }
    }
}

/// A purchase: a tier of a measure, or a bundle.
#[derive(Serialize, JsonSchema)]
pub(super) struct Chosen<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bundle: Option<&'a str>,
}

/// The bundles, then the tiers of a set.
pub(super) fn chosen<'a>(
    bundles: &'a [(BundleId, Annual)],
    tiers: &'a [(MeasureId, TierLevel)],
) -> Vec<Chosen<'a>> {
    let bundles =
        bundles.iter().map(|(id, _)| Chosen { measure: None, tier: None, bundle: Some(id.as_str()) });
    let tiers = tiers.iter().map(|(id, level)| Chosen {
        measure: Some(id.as_str()),
        tier: Some(TierLevel::as_str(*level)),
        bundle: None,
    });
    bundles.chain(tiers).collect()
}

#[derive(Serialize, JsonSchema)]
struct ShortfallRow {
    loss_one_in_100: f64,
    reserve: f64,
    missing: f64,
    cap: f64,
    ways: Vec<WayRow>,
    chosen: Option<&'static str>,
    bridge: Option<Bridge>,
}

#[derive(Serialize, JsonSchema)]
struct Bridge {
    line: f64,
    price: f64,
}

#[derive(Serialize, JsonSchema)]
struct WayRow {
    way: &'static str,
    price: f64,
    money: f64,
    hours: f64,
    premium: f64,
    pays_on_average: f64,
    reserve_more: f64,
    month_rate: f64,
    closes: bool,
    above_cap: bool,
    counts: bool,
    probability_above_reserve: f64,
    loss_one_in_100: f64,
}

#[derive(Serialize, JsonSchema)]
struct Sentence {
    id: &'static str,
    text: String,
}

/// The gaps of the minimum standard.
#[derive(Serialize, JsonSchema)]
pub struct MinimumStandard<'a> {
    gaps: Vec<GapRow<'a>>,
    accepted: Vec<GapRow<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct GapRow<'a> {
    measure: &'a str,
    tier: &'static str,
    degree: f64,
    because: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    option: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u8>,
    known: bool,
    due_days: u32,
    class: u8,
    yardsticks: Vec<&'static str>,
}

/// The order of work.
#[derive(Serialize, JsonSchema)]
pub struct RoadmapRows<'a> {
    hours_per_month: f64,
    items: Vec<ItemRow<'a>>,
    sums: Vec<Sum>,
    overload: Option<OverloadRow>,
}

#[derive(Serialize, JsonSchema)]
struct ItemRow<'a> {
    measure: &'a str,
    also: Vec<&'a str>,
    /// A tier, a bundle or `stopgap`.
    from: &'a str,
    degree: f64,
    class: u8,
    due_days: Option<u32>,
    day: f64,
    over_capacity: bool,
    hours: Hours,
    money: Money,
    needs: Vec<&'a str>,
    role: &'a str,
    owner: Option<&'a str>,
    avoided: f64,
}

#[derive(Serialize, JsonSchema)]
struct Hours {
    once: f64,
    yearly: f64,
    work: f64,
}

#[derive(Serialize, JsonSchema)]
struct Money {
    once: f64,
    yearly: f64,
}

#[derive(Serialize, JsonSchema)]
struct Sum {
    until_day: u32,
    #[serde(flatten)]
    amounts: Amounts,
}

#[derive(Serialize, JsonSchema)]
struct OverloadRow {
    days: u32,
    needed: f64,
    available: f64,
    give_away_hours: f64,
    price: f64,
}

/// What a limit of money or hours allows for.
#[derive(Serialize, JsonSchema)]
pub struct Budget<'a> {
    money: Option<f64>,
    hours: Option<f64>,
    value: f64,
    left_out: Vec<LeftOut<'a>>,
    open_gaps: Vec<&'a str>,
    optimality_gap: f64,
}

#[derive(Serialize, JsonSchema)]
struct LeftOut<'a> {
    measure: &'a str,
    avoided: f64,
}

/// What happens if a measure is left out.
#[derive(Serialize, JsonSchema)]
pub struct IfLeftRow<'a> {
    scenario: &'a str,
    frequency_with: f64,
    frequency_without: f64,
    bad_event_with: f64,
    bad_event_without: f64,
    more: f64,
    worst_years_with: f64,
    worst_years_without: f64,
    ruin_without: f64,
}

impl<'a> From<&'a IfLeft> for IfLeftRow<'a> {
    fn from(it: &'a IfLeft) -> Self {
        Self {
            scenario: it.scenario.as_str(),
            frequency_with: it.frequency_with,
            frequency_without: it.frequency_without,
            bad_event_with: it.bad_event_with,
            bad_event_without: it.bad_event_without,
            more: it.more,
            worst_years_with: it.worst_years_with,
            worst_years_without: it.worst_years_without,
            ruin_without: it.ruin_without,
        }
    }
}

/// The ladder of a report.
pub fn ladder<'a>(catalogue: &Catalogue, report: &'a Report) -> Ladder<'a> {
    let ladder = &report.decision.ladder;
    let followed = match (ladder.chosen, ladder.recommended) {
        (None, Recommended::Budget) => "budget",
        _ => ladder.followed().id.as_str(),
    };
    let sentences = words::sentences(catalogue, report).into_iter().map(|(id, text)| Sentence { id, text });
    Ladder {
        rungs: ladder.rungs.iter().map(rung).collect(),
        absent: ladder.absent.map(|it| match it {
            Absent::NoShortfall => "no-shortfall",
            Absent::AtTheEdge => "at-the-edge",
        }),
        recommended: match ladder.recommended {
            Recommended::Nothing => None,
            Recommended::Rung(id) => Some(id.as_str()),
            Recommended::Budget => Some("budget"),
        },
        chosen: ladder.chosen.map(RungId::as_str),
        followed,
        by_the_mean: ladder.by_the_mean,
        spread_over_two_years: ladder.spread_over_two_years,
        shortfall: shortfall(&ladder.closing),
        draft: report.is_draft(catalogue),
        sentences: sentences.collect(),
    }
}

fn range(it: Estimate) -> Range {
    Range { value: it.likely, low: it.low, high: it.high }
}

fn rung(it: &Rung) -> RungRow<'_> {
    let year = it.year();
    RungRow {
        id: it.id.as_str(),
        measures: it.raised.iter().map(MeasureId::as_str).collect(),
        purchases: it.purchases(),
        chosen: chosen(&it.bundles, &it.tiers),
        money: range(it.annual.money_eur),
        hours: range(it.annual.hours),
        premium: it.premium_eur,
        attention: it.attention_eur,
        first_year: it.first_year.into(),
        first_month: it.first_month.into(),
        expected_annual_loss: it.expected.into(),
        avoided: it.avoided.into(),
        price_of_risk: it.price_of_risk,
        bad_year: BadYear { value: year.worst_years, kind: "worst-twentieth", one_in_20: year.bad_year },
        one_in_100: year.very_bad_year,
        probability_above_reserve: AboveReserve {
            one_year: it.outlook.ruin,
            insured: it.insured.map(|it| it.ruin),
            horizon: year.ruin_within_horizon,
        },
        adds: Adds { money: it.adds.0.money_eur, hours: it.adds.0.hours, avoided: it.adds.1 },
        same_as: it.same_as.map(RungId::as_str),
        degrees: it.degrees.clone(),
        optimality_gap: it.optimality_gap,
    }
}

fn shortfall(it: &Closing) -> ShortfallRow {
    ShortfallRow {
        loss_one_in_100: it.very_bad_year,
        reserve: it.reserve,
        missing: it.missing,
        cap: it.cap_eur,
        ways: it.ways.iter().map(way).collect(),
        chosen: it.way().map(|it| it.id.as_str()),
        bridge: it.bridge.map(|(line, price)| Bridge { line, price }),
    }
}

fn way(it: &Way) -> WayRow {
    WayRow {
        way: it.id.as_str(),
        price: it.price_eur,
        money: it.money_eur,
        hours: it.hours,
        premium: it.premium_eur,
        pays_on_average: it.pays_on_average,
        reserve_more: it.reserve_more_eur,
        month_rate: it.month_rate_eur,
        closes: it.closes,
        above_cap: it.above_cap,
        counts: it.counts,
        probability_above_reserve: it.outlook.ruin,
        loss_one_in_100: it.outlook.very_bad_year,
    }
}

/// The gaps of the minimum standard.
pub fn minimum_standard(report: &Report) -> MinimumStandard<'_> {
    let gaps = &report.decision.gaps;
    MinimumStandard {
        gaps: gaps.open.iter().map(gap).collect(),
        accepted: gaps.accepted.iter().map(gap).collect(),
    }
}

fn gap(it: &OpenGap) -> GapRow<'_> {
    let (because, question, option, number) = match &it.because {
        Because::Degree { .. } => ("degree", None, None, None),
        Because::Answer { question, option } => {
            ("answer", Some(question.as_str()), Some(option.as_str()), None)
        }
        Because::Demanded(demand) => {
            let number = if let Demand::Bsig { number } = demand { *number } else { None };
            (demand.kind(), None, None, number)
        }
    };
    GapRow {
        measure: it.measure.as_str(),
        tier: it.tier.as_str(),
        degree: it.degree,
        because,
        question,
        option,
        number,
        known: it.known,
        due_days: it.due_days,
        class: it.urgency().number(),
        yardsticks: it.yardsticks.iter().map(|it| Yardstick::as_str(*it)).collect(),
    }
}

/// The order of work of the followed rung.
pub fn roadmap(report: &Report) -> RoadmapRows<'_> {
    let Roadmap { items, hours_per_month, overload } = &report.decision.roadmap;
    let sums = PERIODS.map(|day| Sum { until_day: day, amounts: report.decision.roadmap.until(day).into() });
    RoadmapRows {
        hours_per_month: *hours_per_month,
        items: items.iter().map(item).collect(),
        sums: sums.into(),
        overload: overload.map(|it| OverloadRow {
            days: it.days,
            needed: it.needed,
            available: it.available,
            give_away_hours: it.needed - it.available,
            price: it.price_eur,
        }),
    }
}

fn item(it: &Item) -> ItemRow<'_> {
    let OnceAndYearly { once, yearly } = it.hours;
    ItemRow {
        measure: it.measure().as_str(),
        also: it.raises[1..].iter().map(|it| it.0.as_str()).collect(),
        from: match &it.source {
            Source::Tier(level) => level.as_str(),
            Source::Bundle(id) => id.as_str(),
            Source::Stopgap => "stopgap",
        },
        degree: it.raises[0].1,
        class: it.urgency.number(),
        due_days: it.due_days,
        day: it.day,
        over_capacity: it.over_capacity,
        hours: Hours { once, yearly, work: it.work_hours },
        money: Money { once: it.money.once, yearly: it.money.yearly },
        needs: it.needs.iter().map(MeasureId::as_str).collect(),
        role: it.role.as_str(),
        owner: it.owner.as_deref(),
        avoided: it.avoided,
    }
}

/// What a limit allows for; none where none is set or everything fits.
pub fn budget(report: &Report) -> Option<Budget<'_>> {
    let Limited { rung, money_eur, own_hours, left_out, open_gaps, value } =
        report.decision.ladder.limited.as_ref()?;
    Some(Budget {
        money: *money_eur,
        hours: *own_hours,
        value: *value,
        left_out: left_out.iter().map(|it| LeftOut { measure: it.0.as_str(), avoided: it.1 }).collect(),
        open_gaps: open_gaps.iter().map(MeasureId::as_str).collect(),
        optimality_gap: rung.optimality_gap,
    })
}
