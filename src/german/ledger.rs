//! What rungs, measures and steps cost and avoid, as it is printed: every column adds up to its sum.

use std::collections::BTreeMap;

use super::report::money_of;
use super::sums::{Money, hour_parts, shown_hours};
use crate::decision::{Balance, Item, Judged, Rung, Source, Weighed};
use crate::model::{MeasureId, RungId};
use crate::report::Report;

/// A rung's figures a year, euros as shown. Differences are taken from what is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RungFigures {
    /// Money and own time together, a premium included.
    pub cost: f64,
    /// Mean loss it takes off; what a policy of the rung pays included.
    pub avoided: f64,
    /// Of it what that policy pays.
    pub insured: f64,
    /// Mean loss that is left.
    pub rest: f64,
    /// Avoided minus cost.
    pub net: f64,
    /// The premium in the cost.
    pub premium: f64,
}

impl RungFigures {
    /// The figures of a rung.
    pub fn of(report: &Report, rung: &Rung) -> Self {
        let step = money_of(report);
        let today = step.shown(report.today.expected_annual_loss.value);
        let avoided = step.shown(rung.avoided.value);
        let premium = step.shown(rung.premium_eur);
        let insured = rung.insured.as_ref().filter(|_| rung.premium_eur > 0.0);
        let insured = insured.map_or(0.0, |it| step.shown(rung.outlook.expected - it.expected));
        let cost = step.shown(rung.annual.total().likely);
        let avoided = avoided + insured;
        Self { cost, avoided, insured, rest: today - avoided, net: avoided - cost, premium }
    }
}

/// What a step takes in its first year and leaves a year, as shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepFigures {
    /// Money of the first year, euros.
    pub money: f64,
    /// Own hours until it is done.
    pub hours: f64,
    /// Avoided minus cost a year, euros; none for what only holds until the measure is there.
    pub net: Option<f64>,
}

/// What a measure of the plan takes and leaves a year, as shown: money and cost in euros.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeasureFigures {
    /// Money.
    pub money: f64,
    /// Own hours.
    pub hours: f64,
    /// Money and own time together.
    pub cost: f64,
    /// Its share of the loss that the plan takes off.
    pub avoided: f64,
    /// The share as far as eight of ten cases go: the measure's own range, in proportion.
    pub range: (f64, f64),
}

impl MeasureFigures {
    /// Avoided minus cost.
    pub fn net(&self) -> f64 {
        self.avoided - self.cost
    }
}

/// Figures of the measures and steps of the rung that is followed.
#[derive(Clone, Debug)]
pub struct Ledger {
    step: Money,
    measures: BTreeMap<MeasureId, MeasureFigures>,
    /// One for every step of the road map.
    pub steps: Vec<StepFigures>,
    /// Own hours of the first year beyond those until each step is done.
    pub upkeep_hours: f64,
}

impl Ledger {
    /// The figures of a report.
    pub fn of(report: &Report) -> Self {
        let step = money_of(report);
        let decision = &report.decision;
        let rung = decision.ladder.followed();
        let whole = RungFigures::of(report, rung);
        let planned: Vec<_> =
            decision.in_order().filter_map(|it| Some((it, &it.weighed.as_ref()?.balance))).collect();
        let parts = |each: &dyn Fn(&Balance) -> f64, sum: f64| {
            step.parts(&planned.iter().map(|it| each(it.1)).collect::<Vec<_>>(), sum)
        };
        let cost = parts(&|it| it.annual.total().likely, whole.cost - whole.premium);
        let all_money = step.shown(rung.annual.money_eur.likely) - whole.premium;
        let money = parts(&|it| it.annual.money_eur.likely, all_money);
        let hours: Vec<f64> = planned.iter().map(|it| it.1.annual.hours.likely).collect();
        let hours = hour_parts(&hours, shown_hours(rung.annual.hours.likely));
        let avoided: Vec<f64> = planned.iter().map(|it| it.0.shapley).collect();
        let avoided = step.parts(&avoided, whole.avoided - whole.insured);
        let figures = planned.iter().enumerate().map(|(at, (judged, balance))| {
            let share = judged.shapley / balance.avoided.value.max(f64::MIN_POSITIVE);
            let range = (balance.avoided.low.max(0.0) * share, balance.avoided.high.max(0.0) * share);
            let (money, hours, cost, avoided) = (money[at], hours[at], cost[at], avoided[at]);
            (judged.measure.clone(), MeasureFigures { money, hours, cost, avoided, range })
        });
        let measures: BTreeMap<_, _> = figures.collect();
        let items = &decision.roadmap.items;
        let of = |each: &dyn Fn(&Item) -> f64| items.iter().map(each).collect::<Vec<f64>>();
        let (money, hours) = (of(&|it| it.money.first_year()), of(&|it| it.work_hours));
        let all_hours = shown_hours(hours.iter().sum());
        let money = step.parts(&money, step.shown(money.iter().sum()));
        let hours = hour_parts(&hours, all_hours);
        let steps = items.iter().enumerate().map(|(at, item)| {
            let told =
                |id: &MeasureId| items[..at].iter().any(|it| it.source != Source::Stopgap && raises(it, id));
            let own = item.raises.iter().map(|it| &it.0).filter(|it| !told(it));
            let net = own.filter_map(|it| measures.get(it)).map(MeasureFigures::net).sum();
            let is_stopgap = item.source == Source::Stopgap;
            StepFigures { money: money[at], hours: hours[at], net: (!is_stopgap).then_some(net) }
        });
        let steps = steps.collect();
        let upkeep_hours = (shown_hours(rung.first_year.hours) - all_hours).max(0.0);
        Self { step, measures, steps, upkeep_hours }
    }

    /// The figures of a measure of the plan; none for any other.
    pub fn measure(&self, id: &MeasureId) -> Option<&MeasureFigures> {
        self.measures.get(id)
    }

    /// An amount in the step of the report.
    pub fn shown(&self, value: f64) -> f64 {
        self.step.shown(value)
    }

    /// The figures of a measure: those of the plan, else what it would take and avoid beside the plan.
    pub fn figures(&self, judged: &Judged) -> Option<MeasureFigures> {
        let beside = |it: &Weighed| {
            let shown = |value: f64| self.step.shown(value.max(0.0));
            let balance = &it.balance;
            MeasureFigures {
                money: shown(balance.annual.money_eur.likely),
                hours: shown_hours(balance.annual.hours.likely),
                cost: shown(balance.annual.total().likely),
                avoided: shown(balance.avoided.value),
                range: (balance.avoided.low.max(0.0), balance.avoided.high.max(0.0)),
            }
        };
        self.measure(&judged.measure).copied().or_else(|| judged.weighed.as_ref().map(beside))
    }

    /// What the steps at these places take together: money and own hours.
    pub fn sum(&self, places: impl IntoIterator<Item = usize>) -> (f64, f64) {
        let steps = places.into_iter().filter_map(|it| self.steps.get(it));
        steps.fold((0.0, 0.0), |(money, hours), it| (money + it.money, hours + it.hours))
    }
}

fn raises(item: &Item, measure: &MeasureId) -> bool {
    item.raises.iter().any(|it| &it.0 == measure)
}

/// The first rung under which a loss above the reserve is as rare as the firm wants it; none where it is today, or with no rung.
pub fn keeps_the_limit(report: &Report) -> Option<RungId> {
    let rungs = report.decision.ladder.rungs.iter();
    let keeps = |it: &&Rung| it.year().ruin <= report.tolerable_ruin;
    (!report.is_bearable_today())
        .then(|| rungs.filter(|it| it.same_as.is_none()).find(keeps))?
        .map(|it| it.id)
}
