//! People and technique (thesis 1): what organisation and knowledge are worth, and what technique loses without them.

use super::search::expected_loss;
use crate::model::{Catalogue, Kind, MeasureId};
use crate::risk::{FirmModel, Structure};

/// How far people and technique are, and the value of what people do in euros of expected loss a year.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleAndTechnique {
    /// Mean degree of technical measures that are relevant here.
    pub technique: f64,
    /// Mean degree of human and organisational measures that are relevant here.
    pub people: f64,
    /// The same means of the average firm of this size: technique, people.
    pub average: (f64, f64),
    /// What technical measures take off as they are today.
    pub technique_takes_off: f64,
    /// What organisational and human measures take off as they are today, by themselves and by keeping technique
    /// effective: the sum of the next two.
    pub people_take_off: f64,
    /// The part that they take off by themselves.
    pub people_by_themselves: f64,
    /// The part that they take off by keeping technique effective.
    pub people_keep_technique_effective: f64,
    /// What today's technique would take off more if everything people have to do for it were done.
    pub lost_for_want_of_people: f64,
    /// The same with the plan in place.
    pub lost_after_plan: f64,
    /// Share of the plan's benefit that organisational and human measures bring (Shapley).
    pub people_share_of_plan: f64,
    /// The human and organisational measures whose completion alone takes off most, euros a year each.
    pub levers: Vec<(MeasureId, f64)>,
}

/// Measures named at most; a page holds no more.
const MOST_LEVERS: usize = 5;

/// Weighs people against technique, today and with a plan whose measures contribute `shares` (Shapley).
pub fn people_and_technique(
    catalogue: &Catalogue,
    firm: &FirmModel,
    planned: &[f64],
    present: &[f64],
    shares: &[(usize, f64)],
) -> PeopleAndTechnique {
    let technical = |place: usize| catalogue.measures[place].kind == Kind::Technical;
    let without = |gone: &dyn Fn(usize) -> bool| -> Vec<f64> {
        present.iter().enumerate().map(|(at, degree)| if gone(at) { 0.0 } else { *degree }).collect()
    };
    let structure = firm.structure();
    let now = expected_loss(&structure, present);
    let without_people = expected_loss(&structure, &without(&|it| !technical(it)));
    let without_technique = expected_loss(&structure, &without(&technical));
    // People's own effects taken out, their degrees kept: technique is still carried by them.
    let without_own_effects = expected_loss(&only_effects_of(&structure, &technical), present);
    let people_take_off = without_people - now;
    let people_by_themselves = without_own_effects - now;
    let carried = carried_by_people(&structure, &technical);
    let total: f64 = shares.iter().map(|it| it.1).sum();
    let of_people: f64 = shares.iter().filter(|it| !technical(it.0)).map(|it| it.1).sum();
    let average = firm.average_degrees();
    PeopleAndTechnique {
        technique: mean(firm, present, &technical),
        people: mean(firm, present, &|it| !technical(it)),
        average: (mean(firm, average, &technical), mean(firm, average, &|it| !technical(it))),
        technique_takes_off: without_technique - now,
        people_take_off,
        people_by_themselves,
        people_keep_technique_effective: people_take_off - people_by_themselves,
        lost_for_want_of_people: now - expected_loss(&carried, present),
        lost_after_plan: expected_loss(&structure, planned) - expected_loss(&carried, planned),
        people_share_of_plan: if total > 0.0 { of_people / total } else { 0.0 },
        levers: levers(catalogue, firm, present, &|it| !technical(it)),
    }
}

/// Mean degree over the relevant measures that `counts`.
fn mean(firm: &FirmModel, degrees: &[f64], counts: &dyn Fn(usize) -> bool) -> f64 {
    let counted: Vec<f64> =
        (0..degrees.len()).filter(|it| firm.is_relevant(*it) && counts(*it)).map(|it| degrees[it]).collect();
    if counted.is_empty() { 0.0 } else { counted.iter().sum::<f64>() / counted.len() as f64 }
}

/// What completing each measure alone takes off, the largest first.
fn levers(
    catalogue: &Catalogue,
    firm: &FirmModel,
    present: &[f64],
    counts: &dyn Fn(usize) -> bool,
) -> Vec<(MeasureId, f64)> {
    let now = firm.expected_annual_loss(present);
    let completed = |place: usize| {
        let mut degrees = present.to_vec();
        degrees[place] = 1.0;
        (catalogue.measures[place].id.clone(), now - firm.expected_annual_loss(&degrees))
    };
    let mut levers: Vec<(MeasureId, f64)> = (0..present.len())
        .filter(|it| firm.is_relevant(*it) && counts(*it) && present[*it] < 1.0)
        .map(completed)
        .filter(|it| it.1 > 0.0)
        .collect();
    levers.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    levers.truncate(MOST_LEVERS);
    levers
}

/// The loss function in which only some measures act.
fn only_effects_of(structure: &Structure, acts: &dyn Fn(usize) -> bool) -> Structure {
    let mut other = structure.clone();
    for row in &mut other.rows {
        for actor in &mut row.actors {
            actor.retain(|(measure, _)| acts(*measure));
        }
        row.actors.retain(|it| !it.is_empty());
    }
    other
}

/// The loss function in which technique finds done what people have to do for it.
fn carried_by_people(structure: &Structure, technical: &dyn Fn(usize) -> bool) -> Structure {
    let mut other = structure.clone();
    for it in other.leanings.iter_mut().filter(|it| technical(it.measure) && !technical(it.on)) {
        it.attenuation = 1.0;
    }
    other
}
