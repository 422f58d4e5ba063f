//! People and technique: what organisation and knowledge are worth, and what technique loses without them.

use super::search::expected_loss;
use crate::model::{Catalogue, Kind};
use crate::risk::{FirmModel, Structure};

/// The value of what people do, in euros of expected loss a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeopleAndTechnique {
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
    pub technique_loses: f64,
    /// The same with the plan in place.
    pub technique_loses_after_plan: f64,
    /// Share of the plan's benefit that organisational and human measures bring (Shapley).
    pub people_share_of_plan: f64,
}

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
    PeopleAndTechnique {
        technique_takes_off: without_technique - now,
        people_take_off,
        people_by_themselves,
        people_keep_technique_effective: people_take_off - people_by_themselves,
        technique_loses: now - expected_loss(&carried, present),
        technique_loses_after_plan: expected_loss(&structure, planned) - expected_loss(&carried, planned),
        people_share_of_plan: if total > 0.0 { of_people / total } else { 0.0 },
    }
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
