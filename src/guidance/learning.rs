//! A learning plan from the gaps: who learns what in which week, within the time there is.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use crate::decision::{Decision, Urgency};
use crate::model::{
    Answers, Catalogue, Company, Kind, LearningUnit, MeasureId, Posture, RoleId, RoleKind, UnitId,
};

/// Minutes a week that firms can set aside.
pub const WEEKLY_MINUTES: [u32; 3] = [15, 30, 60];

/// Weeks a year in which people learn: 52 less holidays, public holidays and the weeks in which nothing goes
/// (our judgement).
const WEEKS: u32 = 44;

/// A gap below this is none: the most careful firms of the calibration stand between 0.8 and 0.9.
const NO_GAP: f64 = 0.2;

/// Days of a month.
const MONTH: f64 = 30.0;

/// Units up to this length come first: a plan that starts small is kept.
const SMALL_MINUTES: u32 = 15;

/// Points a result from which practising has shown that a unit is needed: half of it was not sure (our judgement).
const SHOWN: f64 = 1.0;

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
    /// True where a self-check or an exercise showed that it is needed.
    pub practised: bool,
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
    answers: &Answers,
    posture: &Posture,
    decision: &Decision,
    weekly: u32,
    date: Date,
) -> LearningPlan {
    let company = &answers.company;
    let mut roles = catalogue.roles_present(company);
    // The provider learns on his own time; what he has to do stands in the plan of measures.
    roles.retain(|it| catalogue.role(it).is_none_or(|it| it.kind != RoleKind::Outside));
    let gaps = Gaps { catalogue, posture, decision, answers, date };
    let mut units: Vec<(f64, &LearningUnit)> = catalogue
        .knowledge
        .units
        .iter()
        .filter(|it| !learners(catalogue, company, &roles, it).is_empty())
        .map(|it| (gaps.worth(it) / f64::from(it.minutes + SMALL_MINUTES), it))
        .filter(|(worth, _)| *worth > 0.0)
        .collect();
    units.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    // What the road map wants done by a day is learned before, and so is what practising showed.
    units.sort_by_key(|it| gaps.urgency(it.1));
    let who = |unit: &LearningUnit| learners(catalogue, company, &roles, unit);
    let first = first_steps(&roles, &units, who);
    units.sort_by_key(|it| !first.contains(&it.1.id));
    put_years_in_order(&mut units);

    let monday = first_monday(date);
    let mut busy: BTreeMap<RoleId, u32> = BTreeMap::new();
    let mut lessons: Vec<Lesson> = Vec::new();
    let mut beyond = Vec::new();
    for (_, unit) in units {
        let who = who(unit);
        let begins = who.iter().map(|it| busy.get(it).copied().unwrap_or(0)).max().unwrap_or(0);
        let appointments = unit.minutes.div_ceil(weekly);
        if begins + appointments > WEEKS {
            beyond.push(unit.id.clone());
            continue;
        }
        for role in &who {
            busy.insert(role.clone(), begins + appointments);
        }
        lessons.push(Lesson {
            unit: unit.id.clone(),
            roles: who,
            week: weeks_after(monday, begins),
            appointments,
            minutes: unit.minutes,
            closes: gaps.closed_by(unit),
            practised: gaps.practised(unit) >= SHOWN,
        });
    }
    lessons.sort_by(|a, b| a.week.cmp(&b.week).then_with(|| a.unit.cmp(&b.unit)));
    LearningPlan { weekly_minutes: weekly, roles, lessons, beyond }
}

/// Who of the firm learns a unit, each once, in the order of the unit.
fn learners(catalogue: &Catalogue, company: &Company, roles: &[RoleId], unit: &LearningUnit) -> Vec<RoleId> {
    let mut who: Vec<RoleId> = Vec::new();
    if !unit.when.holds_for(company, catalogue.level(company)) {
        return who;
    }
    for role in unit.roles.iter().filter_map(|it| catalogue.learner(company, it)) {
        if roles.contains(&role) && !who.contains(&role) {
            who.push(role);
        }
    }
    who
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
fn first_steps(
    roles: &[RoleId],
    units: &[(f64, &LearningUnit)],
    who: impl Fn(&LearningUnit) -> Vec<RoleId>,
) -> Vec<UnitId> {
    let best = |role: &RoleId| {
        units
            .iter()
            .find(|it| it.1.minutes <= SMALL_MINUTES && who(it.1).contains(role))
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
    answers: &'a Answers,
    date: Date,
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

    /// How soon the road map wants something done that a unit is about, and on which day.
    fn urgency(&self, unit: &LearningUnit) -> (Urgency, u32) {
        let items = self.decision.roadmap.items.iter();
        let its = items.filter(|it| it.raises.iter().any(|raised| unit.measures.contains(&raised.0)));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "days of a few years")]
        let month = |day: f64| (day.clamp(0.0, 36_500.0) / MONTH) as u32;
        let planned = its.map(|it| (it.urgency, month(it.day))).min();
        let planned = planned.unwrap_or((Urgency::Rest, u32::MAX));
        if self.practised(unit) >= SHOWN { planned.min((Urgency::First, 0)) } else { planned }
    }

    /// What the people of the role that is least sure did not know, points a result.
    fn practised(&self, unit: &LearningUnit) -> f64 {
        let results = self.answers.practised.values().filter(|it| it.counts_on(self.date));
        results.map(|it| it.missing_of(&unit.id)).fold(0.0, f64::max)
    }

    /// What a unit closes: gaps of measures, and what people did not know.
    fn worth(&self, unit: &LearningUnit) -> f64 {
        unit.measures.iter().map(|it| self.of(it)).sum::<f64>() + self.practised(unit)
    }

    fn closed_by(&self, unit: &LearningUnit) -> Vec<MeasureId> {
        let gaps = unit.measures.iter().map(|it| (self.of(it), it)).filter(|it| it.0 > 0.0);
        let mut gaps: Vec<_> = gaps.collect();
        gaps.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        gaps.into_iter().map(|it| it.1.clone()).collect()
    }
}
