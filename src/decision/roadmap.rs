//! In which order, and by when: doors and basics by their day, otherwise what brings most per hour and euro first, within
//! the firm's own hours (`docs/method.md`, "The order of work").

use super::cost::Price;
use super::gaps::{FIRST_DAYS, Gaps, OpenGap, Urgency};
use super::offers::{Offers, Pack, SAME, Spent};
use super::weigh::Scales;
use crate::model::{Answers, BundleId, LadderConstants, MeasureId, RoleId, TierLevel, Verdict};

/// The plan in order and in time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roadmap {
    /// What is done, in order.
    pub items: Vec<Item>,
    /// Own hours a month that can go into it.
    pub hours_per_month: f64,
    /// Where the own hours do not reach for the gaps by their days.
    pub overload: Option<Overload>,
}

/// One step of the road map.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What is done.
    pub source: Source,
    /// Measures it raises, with the degree reached; the first one names it.
    pub raises: Vec<(MeasureId, f64)>,
    /// How soon it is to be done.
    pub urgency: Urgency,
    /// Days within which it has to be done, for gaps.
    pub due_days: Option<u32>,
    /// Day on which it is done, counted from today.
    pub day: f64,
    /// True where the own hours would only reach later.
    pub over_capacity: bool,
    /// Own hours once and a year.
    pub hours: OnceAndYearly,
    /// Own hours it takes until it is done: those once and the first round of what recurs.
    pub work_hours: f64,
    /// Money after grants once and a year, euros.
    pub money: OnceAndYearly,
    /// Measures of the plan that have to be there before.
    pub needs: Vec<MeasureId>,
    /// Who does it in this firm.
    pub role: RoleId,
    /// Who does it by management's decision.
    pub owner: Option<String>,
    /// Expected loss a year that it takes off, given the steps before it, euros.
    pub avoided: f64,
}

/// Where a step comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A tier that is bought or done.
    Tier(TierLevel),
    /// An item of a bundle done by the firm itself, or an appointment with all of a provider's.
    Bundle(BundleId),
    /// Closed for free until the measure is there.
    Stopgap,
}

/// An amount that falls due once and one every year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OnceAndYearly {
    /// Once.
    pub once: f64,
    /// Every year.
    pub yearly: f64,
}

impl OnceAndYearly {
    /// The first year's.
    pub fn first_year(&self) -> f64 {
        self.once + self.yearly
    }

    fn scaled(self, share: f64) -> Self {
        Self { once: share * self.once, yearly: share * self.yearly }
    }

    fn and(self, other: Self) -> Self {
        Self { once: self.once + other.once, yearly: self.yearly + other.yearly }
    }
}

/// More own hours needed by a day than there are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overload {
    /// The day.
    pub days: u32,
    /// Own hours needed until then.
    pub needed: f64,
    /// Own hours there are.
    pub available: f64,
    /// Price of having the difference done, euros.
    pub price_eur: f64,
}

/// Ends of the periods that are summed up, days.
pub const PERIODS: [u32; 4] = [30, 90, 180, 365];
/// Steps that a reader takes for the first ones.
const FIRST_STEPS: usize = 5;
/// Mean length of a month, days.
const DAYS_PER_MONTH: f64 = 30.436_875;

impl Item {
    /// The measure it is named after.
    pub fn measure(&self) -> &MeasureId {
        &self.raises[0].0
    }

    /// Money and own hours of the first year.
    pub fn first_year(&self) -> Spent {
        Spent { money_eur: self.money.first_year(), hours: self.hours.first_year() }
    }

    /// Money and own hours by the day it is done: what falls due once, the first year's money, the first round of hours.
    pub fn at_once(&self) -> Spent {
        Spent { money_eur: self.money.first_year(), hours: self.work_hours }
    }

    /// True where the own hours of the first year do not reach.
    pub fn is_later(&self) -> bool {
        self.day > 365.0
    }
}

impl Roadmap {
    /// Money and own hours of what is done up to a day.
    pub fn until(&self, day: u32) -> Spent {
        let done = self.items.iter().filter(|it| it.day <= f64::from(day) + SAME);
        done.map(Item::at_once).fold(Spent::default(), Spent::and)
    }

    /// Day by which a measure is done; none where it is no step.
    pub fn day_of(&self, measure: &MeasureId) -> Option<f64> {
        let its = self.items.iter().filter(|it| it.source != Source::Stopgap);
        its.filter(|it| it.raises.iter().any(|raised| &raised.0 == measure)).map(|it| it.day).reduce(f64::max)
    }
}

/// A step that is not placed yet.
struct Open {
    item: Item,
    raises: Vec<(usize, f64)>,
    /// Places of what has to be there before.
    needs: Vec<usize>,
    /// Days to the day that management named for it.
    promised: Option<u32>,
}

impl Open {
    fn work(&self) -> f64 {
        self.item.work_hours
    }

    fn due(&self) -> Option<f64> {
        self.item.due_days.map(f64::from)
    }
}

/// Orders a plan's purchases and spreads them over the own hours of each month.
pub(super) fn roadmap(scales: &Scales, gaps: &Gaps, answers: &Answers, hours_per_month: f64) -> Roadmap {
    let planner = Planner { scales, offers: scales.offers, gaps, answers, hours_per_month };
    planner.plan()
}

struct Planner<'a> {
    scales: &'a Scales<'a>,
    offers: &'a Offers<'a>,
    gaps: &'a Gaps,
    answers: &'a Answers,
    hours_per_month: f64,
}

impl Planner<'_> {
    fn ladder(&self) -> &LadderConstants {
        &self.offers.catalogue.ladder
    }

    fn plan(&self) -> Roadmap {
        let mut open = self.one_per_measure(self.open());
        self.add_stopgaps(&mut open);
        let mut degrees = self.offers.present.clone();
        let (mut spent, mut done): (f64, Vec<(f64, Item)>) = (0.0, Vec::new());
        while !open.is_empty() {
            let at = self.next(&open, &degrees, (spent, done.len()));
            let it = open.remove(at);
            let before = self.scales.firm.expected_annual_loss(&degrees);
            raise(&mut degrees, &it.raises);
            spent += it.work();
            let capacity_day = DAYS_PER_MONTH * spent / self.hours_per_month;
            let mut item = it.item;
            item.avoided = before - self.scales.firm.expected_annual_loss(&degrees);
            // A day that was promised is the day; other steps are done as soon as the hours allow.
            item.day = match (it.promised, item.due_days) {
                (Some(promised), _) => f64::from(promised),
                (None, Some(due)) => capacity_day.min(f64::from(due)),
                (None, None) => capacity_day,
            };
            item.over_capacity = capacity_day > item.day + 1.0;
            done.push((capacity_day, item));
        }
        done.sort_by(|a, b| a.1.day.total_cmp(&b.1.day));
        let overload = self.overload(&done);
        Roadmap {
            items: done.into_iter().map(|it| it.1).collect(),
            hours_per_month: self.hours_per_month,
            overload,
        }
    }

    /// Where the own hours do not reach for gaps by their days.
    fn overload(&self, done: &[(f64, Item)]) -> Option<Overload> {
        let late = |days: u32| {
            let due = done.iter().filter(|it| it.1.day <= f64::from(days) + SAME);
            let needed: f64 = due.map(|it| it.1.work_hours).sum();
            let available = f64::from(days) / DAYS_PER_MONTH * self.hours_per_month;
            let is_late = done.iter().any(|it| it.1.over_capacity && it.1.day <= f64::from(days));
            (is_late && needed > available + SAME).then_some((days, needed, available))
        };
        let (days, needed, available) = [90, 180].into_iter().find_map(late)?;
        let catalogue = self.offers.catalogue;
        let bought = (needed - available) / super::make_or_buy::OWN_HOURS_PER_BOUGHT_HOUR;
        let price_eur = bought * catalogue.constants.hourly_rates.technician.value.likely;
        Some(Overload { days, needed, available, price_eur })
    }

    /// Everything the plan buys: tiers, the items of the firm's own work one by one, appointments of providers.
    fn open(&self) -> Vec<Open> {
        let (offers, plan) = (self.offers, self.scales.plan);
        let mut open = Vec::new();
        for it in offers.bought_tiers(plan) {
            let source = Source::Tier(it.level);
            open.push(self.item(source, vec![(it.measure, it.degree)], &amounts(&it.missing), 1.0));
        }
        for (_, pack) in offers.bought_packs(plan) {
            let source = Source::Bundle(offers.catalogue.bundles[pack.bundle].id.clone());
            if pack.own_effort {
                self.one_by_one(pack, &source, &mut open);
            } else {
                open.push(self.item(source, pack.supplies.clone(), &amounts(&pack.price), 1.0));
            }
        }
        open
    }

    /// The items of a bundle that the firm does itself, with money and hours in proportion to the hours of their own tiers;
    /// what takes off little, closes no gap and nobody waits for stays one block.
    fn one_by_one(&self, pack: &Pack, source: &Source, open: &mut Vec<Open>) {
        let hours = |&(measure, degree): &(usize, f64)| {
            let catalogue = self.offers.catalogue;
            let measure_of = &catalogue.measures[measure];
            let own = measure_of.tiers.first().map_or(1.0, |it| {
                let cost = Price::of_tier(measure_of, it, None, &self.offers.terms);
                cost.own_hours_one_off.likely + cost.own_hours_yearly.likely
            });
            let missing = (1.0 - self.offers.present[measure] / degree).max(0.0);
            (missing * own).max(LEAST_PROPORTION)
        };
        let all: f64 = pack.supplies.iter().map(hours).sum();
        let amounts = amounts(&pack.price);
        let (mut rest, mut rest_share) = (Vec::new(), 0.0);
        for it in &pack.supplies {
            let share = hours(it) / all;
            if self.stands_alone(*it) {
                open.push(self.item(source.clone(), vec![*it], &amounts, share));
            } else {
                rest.push(*it);
                rest_share += share;
            }
        }
        if !rest.is_empty() {
            open.push(self.item(source.clone(), rest, &amounts, rest_share));
        }
    }

    /// True where an item of the firm's own work is a step of its own.
    fn stands_alone(&self, (measure, degree): (usize, f64)) -> bool {
        let (offers, scales) = (self.offers, self.scales);
        let mut with = offers.present.clone();
        with[measure] = with[measure].max(degree);
        let today = scales.value(&offers.present);
        let takes_off = today - scales.value(&with);
        let whole = today - scales.value(scales.degrees());
        let is_gap = self.gaps.open.iter().any(|it| it.place == measure);
        let is_bought = offers.bought_tiers(scales.plan).any(|it| it.measure == measure);
        let planned = |it: usize| scales.degrees()[it] > offers.present[it] + SAME;
        let measures = offers.catalogue.measures.len();
        let is_awaited = (0..measures).any(|it| planned(it) && self.needs(it).contains(&measure));
        is_gap || is_bought || is_awaited || takes_off >= self.ladder().own_step_share * whole
    }

    /// Measures that have to be there before another: those without which little of its effect is left.
    fn needs(&self, measure: usize) -> Vec<usize> {
        let catalogue = self.offers.catalogue;
        let its = catalogue.measures[measure].prerequisites.iter();
        let needed =
            its.filter(|it| it.comes_first || it.attenuation.likely <= self.ladder().needed_survival);
        needed.filter_map(|it| catalogue.measure_index(&it.measure)).collect()
    }

    /// True where a measure of the plan closes a gap: its own, or that of a weaker one of its group that the plan leaves out.
    fn closes(&self, measure: usize, gap: &OpenGap) -> bool {
        let (offers, planned) = (self.offers, self.scales.degrees());
        if gap.place == measure || planned[gap.place] > offers.present[gap.place] + SAME {
            return gap.place == measure;
        }
        let mut with = offers.present.clone();
        with[measure] = planned[measure];
        offers.covered(gap.place, &with) > offers.covered(gap.place, &offers.present) + SAME
    }

    fn item(&self, source: Source, raises: Vec<(usize, f64)>, price: &Amounts, share: f64) -> Open {
        let catalogue = self.offers.catalogue;
        let gap = |measure: usize| self.gaps.open.iter().find(|it| self.closes(measure, it));
        let raised = raises.iter().filter_map(|it| gap(it.0));
        let gap_days = raised.map(|it: &OpenGap| it.due_days).min();
        let promised = raises.iter().filter_map(|it| self.promised(it.0)).min();
        let due_days = promised.or(gap_days);
        // A block is named after what is most urgent in it, then after what takes off most by itself.
        let mut raises = raises;
        let alone = |it: &(usize, f64)| {
            let mut with = self.offers.present.clone();
            with[it.0] = with[it.0].max(it.1);
            self.scales.value(&with)
        };
        let due = |it: &(usize, f64)| gap(it.0).map_or(u32::MAX, |it| it.due_days);
        let mut keyed: Vec<(u32, f64, (usize, f64))> =
            raises.iter().map(|it| (due(it), alone(it), *it)).collect();
        keyed.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.0.cmp(&b.2.0)));
        raises = keyed.into_iter().map(|it| it.2).collect();
        let needs: Vec<usize> = raises
            .iter()
            .flat_map(|it| self.needs(it.0))
            .filter(|it| raises.iter().all(|own| own.0 != *it))
            .filter(|it| self.scales.degrees()[*it] > self.offers.present[*it] + SAME)
            .collect();
        let hours = price.hours.scaled(share);
        let measure = &catalogue.measures[raises[0].0];
        let taken = self.answers.decisions.get(&measure.id);
        let item = Item {
            source,
            raises: raises.iter().map(|it| (catalogue.measures[it.0].id.clone(), it.1)).collect(),
            urgency: Urgency::of(gap_days),
            due_days,
            day: 0.0,
            over_capacity: false,
            hours,
            work_hours: self.work(hours),
            money: price.money.scaled(share),
            needs: needs.iter().map(|it| catalogue.measures[*it].id.clone()).collect(),
            role: catalogue.stand_in(&self.answers.company, &measure.done_by),
            owner: taken.and_then(|it| it.owner.clone()),
            avoided: 0.0,
        };
        Open { item, raises, needs, promised }
    }

    /// Days to the day that management named for a measure it decided to do, where that is still to come.
    fn promised(&self, measure: usize) -> Option<u32> {
        let taken = self.answers.decisions.get(&self.offers.catalogue.measures[measure].id)?;
        let due = taken.due.filter(|_| taken.verdict == Verdict::Do)?;
        let days = self.offers.terms.date.until(due).ok()?.get_days();
        u32::try_from(days).ok().filter(|it| *it > 0)
    }

    fn work(&self, hours: OnceAndYearly) -> f64 {
        (hours.once + self.ladder().first_round * hours.yearly).max(self.ladder().shortest_step_hours)
    }

    /// What two purchases supply of one measure is one step, at the higher degree.
    fn one_per_measure(&self, open: Vec<Open>) -> Vec<Open> {
        let mut kept: Vec<Open> = Vec::with_capacity(open.len());
        for it in open {
            let measure = it.raises[0].0;
            let same = kept.iter_mut().find(|other| {
                it.raises.len() == 1 && other.raises.len() == 1 && other.raises[0].0 == measure
            });
            let Some(other) = same else {
                kept.push(it);
                continue;
            };
            if it.raises[0].1 > other.raises[0].1 {
                other.raises.clone_from(&it.raises);
                other.item.raises.clone_from(&it.item.raises);
            }
            if matches!(it.item.source, Source::Tier(_)) {
                other.item.source.clone_from(&it.item.source);
            }
            other.item.hours = other.item.hours.and(it.item.hours);
            other.item.money = other.item.money.and(it.item.money);
            other.item.work_hours = self.work(other.item.hours);
        }
        kept
    }

    /// An open door is closed at once and for free; what secures it for good may then take the time of a first gap.
    fn add_stopgaps(&self, open: &mut Vec<Open>) {
        for gap in self.gaps.open.iter().filter(|it| it.urgency() == Urgency::OpenDoor) {
            let measure = &self.offers.catalogue.measures[gap.place];
            let Some(stopgap) = &measure.stopgap else { continue };
            let hours = OnceAndYearly { once: stopgap.own_hours[self.answers.company.size()], yearly: 0.0 };
            let price = Amounts { hours, money: OnceAndYearly::default() };
            for it in open.iter_mut().filter(|it| it.raises.iter().any(|raised| raised.0 == gap.place)) {
                it.item.due_days = Some(FIRST_DAYS);
                it.item.urgency = Urgency::First;
            }
            let mut door = self.item(Source::Stopgap, vec![(gap.place, stopgap.degree)], &price, 1.0);
            door.needs.clear();
            door.item.needs.clear();
            open.push(door);
        }
    }

    /// False for what nobody of that size can start with.
    fn may_be_first(&self, step: &Open) -> bool {
        let measure = &self.offers.catalogue.measures[step.raises[0].0];
        !measure.duties.not_first.contains(&self.answers.company.size())
    }

    /// The step to take next.
    fn next(&self, open: &[Open], degrees: &[f64], (spent, done): (f64, usize)) -> usize {
        let groups: Vec<Vec<usize>> = (0..open.len()).map(|it| Self::group(open, it, degrees)).collect();
        let now = self.scales.value(degrees);
        let hour = self.offers.terms.hour_eur;
        let gain = |members: &[usize]| {
            let mut with = degrees.to_vec();
            for it in members {
                raise(&mut with, &open[*it].raises);
            }
            now - self.scales.value(&with)
        };
        let rate = |at: usize| {
            let group = &groups[at];
            let cost: f64 =
                group.iter().map(|it| open[*it].work() * hour + open[*it].item.money.first_year()).sum();
            gain(group) / cost.max(SAME)
        };
        let urgent: Vec<usize> =
            (0..open.len()).filter(|it| open[*it].item.urgency <= Urgency::First).collect();
        let mut pool = if urgent.is_empty() { self.with_room(open, &groups, spent) } else { urgent };
        if done < FIRST_STEPS && pool.iter().any(|it| self.may_be_first(&open[*it])) {
            pool.retain(|it| self.may_be_first(&open[*it]));
        }
        let class = |at: usize| open[at].item.urgency.min(Urgency::Gap);
        let order = |a: &usize, b: &usize| {
            let by_class =
                if open[*a].item.urgency <= Urgency::First || open[*b].item.urgency <= Urgency::First {
                    class(*a).cmp(&class(*b))
                } else {
                    std::cmp::Ordering::Equal
                };
            by_class
                .then_with(|| rate(*b).total_cmp(&rate(*a)))
                .then_with(|| open[*a].item.raises[0].0.cmp(&open[*b].item.raises[0].0))
        };
        let lead = *pool.iter().min_by(|a, b| order(a, b)).expect("something is open");
        // An open door waits for nobody; anything else for what it needs.
        if open[lead].item.urgency == Urgency::OpenDoor {
            return lead;
        }
        let group = &groups[lead];
        let waits = |at: usize| {
            let has = |need: &usize| {
                group.iter().any(|it| *it != at && open[*it].raises.iter().any(|raised| raised.0 == *need))
            };
            open[at].needs.iter().any(has)
        };
        let free = group.iter().copied().filter(|it| !waits(*it));
        free.max_by(|a, b| gain(&[*a]).total_cmp(&gain(&[*b])).then(b.cmp(a))).unwrap_or(lead)
    }

    /// A step with what it needs first and is not there yet.
    fn group(open: &[Open], at: usize, degrees: &[f64]) -> Vec<usize> {
        let mut group = vec![at];
        let mut seen = 0;
        while seen < group.len() {
            for need in &open[group[seen]].needs {
                let brings = |it: &Open| {
                    it.raises.iter().any(|raised| raised.0 == *need && raised.1 > degrees[*need] + SAME)
                };
                let bringing = (0..open.len()).filter(|it| brings(&open[*it]));
                let bringing: Vec<usize> = bringing.filter(|it| !group.contains(it)).collect();
                group.extend(bringing);
            }
            seen += 1;
        }
        group
    }

    /// Steps whose group still leaves room for every gap to keep its day; the gaps alone where none does.
    fn with_room(&self, open: &[Open], groups: &[Vec<usize>], spent: f64) -> Vec<usize> {
        let mut days: Vec<f64> = open.iter().filter_map(Open::due).collect();
        days.sort_by(f64::total_cmp);
        days.dedup();
        let room = |day: f64, group: &[usize]| {
            let until = self.hours_per_month * day / DAYS_PER_MONTH - spent;
            let is_due = |it: &Open| it.due().is_some_and(|due| due <= day);
            let due: f64 = open.iter().filter(|it| is_due(it)).map(Open::work).sum();
            let extra: f64 = group.iter().map(|it| &open[*it]).filter(|it| !is_due(it)).map(Open::work).sum();
            extra <= SAME || due + extra <= until
        };
        let fits = |at: &usize| days.iter().all(|day| room(*day, &groups[*at]));
        let fitting: Vec<usize> = (0..open.len()).filter(fits).collect();
        if !fitting.is_empty() {
            return fitting;
        }
        let first = days.first().copied();
        let gaps: Vec<usize> =
            (0..open.len()).filter(|it| open[*it].due() == first && first.is_some()).collect();
        if gaps.is_empty() { (0..open.len()).collect() } else { gaps }
    }
}

/// Share of a bundle's hours that the smallest item has at least.
const LEAST_PROPORTION: f64 = 0.1;

/// What a price takes once and a year.
struct Amounts {
    hours: OnceAndYearly,
    money: OnceAndYearly,
}

fn amounts(price: &Price) -> Amounts {
    Amounts {
        hours: OnceAndYearly { once: price.own_hours_one_off.likely, yearly: price.own_hours_yearly.likely },
        money: OnceAndYearly {
            once: price.one_off_eur.likely - price.grant_eur.likely,
            yearly: price.yearly_eur.likely,
        },
    }
}

fn raise(degrees: &mut [f64], raises: &[(usize, f64)]) {
    for &(measure, degree) in raises {
        degrees[measure] = degrees[measure].max(degree);
    }
}
