//! A learning plan from the gaps: who learns what in which week, within the time there is.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::roles::roles_present;
use crate::decision::{Decision, Purchase, Step};
use crate::model::{Catalogue, Company, Kind, LearningUnit, MeasureId, Posture, RoleId, RoleKind, UnitId};

/// Minutes a week that firms can set aside.
pub const WEEKLY_MINUTES: [u32; 3] = [15, 30, 60];

/// Weeks a year in which people learn: 52 less holidays, public holidays and the weeks in which nothing goes
/// (our judgement).
const WEEKS: u32 = 44;

/// A gap below this is none: the most careful firms of the calibration stand between 0.8 and 0.9.
const NO_GAP: f64 = 0.2;

/// Units up to this length come first: a plan that starts small is kept.
const SMALL_MINUTES: u32 = 15;
/// One unit in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// The unit.
    pub unit: UnitId,
    /// Who learns, of the roles present.
    pub roles: Vec<RoleId>,
    /// Monday of the week in which it begins.
    pub week: Date,
    /// Weekly appointments it takes at this budget.
    pub appointments: u32,
    /// Minutes in all.
    pub minutes: u32,
    /// The gaps it closes, largest first.
    pub closes: Vec<MeasureId>,
}

/// A year of learning.
#[derive(Clone, Debug, PartialEq)]
pub struct LearningPlan {
    /// Minutes a week each role sets aside.
    pub weekly_minutes: u32,
    /// Roles present in the firm.
    pub roles: Vec<RoleId>,
    /// Lessons in the order of their weeks.
    pub lessons: Vec<Lesson>,
    /// Units with a gap behind them that do not fit into the year.
    pub beyond: Vec<UnitId>,
}

/// The budget of minutes a week closest to what content and commands know.
pub fn weekly_minutes(asked: u32) -> u32 {
    WEEKLY_MINUTES.into_iter().min_by_key(|it| it.abs_diff(asked)).unwrap_or(WEEKLY_MINUTES[0])
}

/// Plans a year. Every role keeps its own weekly appointment; a unit for several roles takes place when all of them
/// have the time.
pub fn learning_plan(
    catalogue: &Catalogue,
    company: &Company,
    posture: &Posture,
    decision: &Decision,
    weekly: u32,
    date: Date,
) -> LearningPlan {
    let mut roles = roles_present(catalogue, company);
    // The provider learns on his own time; what he has to do stands in the plan of measures.
    roles.retain(|it| catalogue.role(it).is_none_or(|it| it.kind != RoleKind::Outside));
    let gaps = Gaps { catalogue, posture, decision };
    let mut units: Vec<(f64, &LearningUnit)> = catalogue
        .knowledge
        .units
        .iter()
        .filter(|it| it.roles.iter().any(|role| roles.contains(role)))
        .map(|it| (gaps.worth(it) / f64::from(it.minutes + SMALL_MINUTES), it))
        .filter(|(worth, _)| *worth > 0.0)
        .collect();
    units.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    // Who introduces something in the first month learns it then: the road map's windows come before the worth.
    units.sort_by_cached_key(|it| gaps.due(it.1));
    let first = first_steps(&roles, &units);
    units.sort_by_key(|it| !first.contains(&it.1.id));
    put_years_in_order(&mut units);

    let monday = first_monday(date);
    let mut busy: BTreeMap<RoleId, u32> = BTreeMap::new();
    let mut plan = LearningPlan { weekly_minutes: weekly, roles, lessons: Vec::new(), beyond: Vec::new() };
    for (_, unit) in units {
        let who: Vec<RoleId> = unit.roles.iter().filter(|it| plan.roles.contains(it)).cloned().collect();
        let begins = who.iter().map(|it| busy.get(it).copied().unwrap_or(0)).max().unwrap_or(0);
        let appointments = unit.minutes.div_ceil(weekly);
        if begins + appointments > WEEKS {
            plan.beyond.push(unit.id.clone());
            continue;
        }
        for role in &who {
            busy.insert(role.clone(), begins + appointments);
        }
        plan.lessons.push(Lesson {
            unit: unit.id.clone(),
            roles: who,
            week: weeks_after(monday, begins),
            appointments,
            minutes: unit.minutes,
            closes: gaps.closed_by(unit),
        });
    }
    plan.lessons.sort_by(|a, b| a.week.cmp(&b.week).then_with(|| a.unit.cmp(&b.unit)));
    plan
}

/// Puts the modules of the years of training into the places they have together, the first year first.
fn put_years_in_order(units: &mut [(f64, &LearningUnit)]) {
    let places: Vec<usize> = (0..units.len()).filter(|it| units[*it].1.apprentice_year.is_some()).collect();
    let mut modules: Vec<_> = places.iter().map(|it| units[*it]).collect();
    modules.sort_by_key(|it| it.1.apprentice_year);
    for (place, module) in places.into_iter().zip(modules) {
        units[place] = module;
    }
}

/// The best small unit of every role that has one.
fn first_steps(roles: &[RoleId], units: &[(f64, &LearningUnit)]) -> Vec<UnitId> {
    let best = |role: &RoleId| {
        units
            .iter()
            .find(|it| it.1.minutes <= SMALL_MINUTES && it.1.roles.contains(role))
            .map(|it| it.1.id.clone())
    };
    roles.iter().filter_map(best).collect()
}

fn first_monday(date: Date) -> Date {
    date.nth_weekday(1, Weekday::Monday).unwrap_or(date)
}

/// Spreads the learning weeks over the calendar year: 44 weeks of 52.
fn weeks_after(monday: Date, learning_weeks: u32) -> Date {
    let calendar = learning_weeks * 52 / WEEKS;
    let span: Span = i64::from(calendar).weeks();
    monday.checked_add(span).unwrap_or(monday)
}

struct Gaps<'a> {
    catalogue: &'a Catalogue,
    posture: &'a Posture,
    decision: &'a Decision,
}

impl Gaps<'_> {
    /// What is missing of a measure, weighted: what the plan asks for counts double, what technique leans on half
    /// as much again, technique itself half, because people need to know it but it is not learned by a lesson.
    fn of(&self, id: &MeasureId) -> f64 {
        let Some(place) = self.catalogue.measure_index(id) else { return 0.0 };
        let missing = 1.0 - self.posture.degrees[place].expected;
        if missing < NO_GAP {
            return 0.0;
        }
        let planned = self.decision.plan.degrees[place] > self.posture.degrees[place].expected + 1e-9;
        let measure = &self.catalogue.measures[place];
        let kind = if measure.kind == Kind::Technical { 0.5 } else { 1.0 };
        let leaned_on = self.catalogue.measures.iter().enumerate().any(|(at, it)| {
            self.decision.plan.degrees[at] > 0.3 && it.prerequisites.iter().any(|need| &need.measure == id)
        });
        missing * kind * if planned { 2.0 } else { 1.0 } * if leaned_on { 1.5 } else { 1.0 }
    }

    /// Days until the first measure a unit carries is introduced, by the road map; what carries none comes when
    /// there is time.
    fn due(&self, unit: &LearningUnit) -> u32 {
        let introduces = |step: &Step| match &step.purchase {
            Purchase::Tier(id, _) => unit.measures.contains(id),
            Purchase::Bundle(id) => {
                let supplies = self.catalogue.bundle(id).map(|it| it.supplies.as_slice()).unwrap_or_default();
                supplies.iter().any(|it| unit.measures.contains(&it.measure))
            }
        };
        let windows =
            self.decision.roadmap.iter().filter(|it| introduces(it)).filter_map(|it| it.window.days());
        windows.min().unwrap_or(u32::MAX)
    }

    fn worth(&self, unit: &LearningUnit) -> f64 {
        unit.measures.iter().map(|it| self.of(it)).sum()
    }

    fn closed_by(&self, unit: &LearningUnit) -> Vec<MeasureId> {
        let gaps = unit.measures.iter().map(|it| (self.of(it), it)).filter(|it| it.0 > 0.0);
        let mut gaps: Vec<_> = gaps.collect();
        gaps.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        gaps.into_iter().map(|it| it.1.clone()).collect()
    }
}
