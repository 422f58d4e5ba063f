//! What people take off and what technique loses for want of them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::decision;

/// Technique and people side by side.
#[expect(clippy::struct_field_names, reason = "the keys of the contract")]
#[derive(Serialize, JsonSchema)]
pub(super) struct People<'a> {
    technical_degree: f64,
    human_degree: f64,
    technical_degree_of_peers: f64,
    human_degree_of_peers: f64,
    /// Euros a year taken off as things are: by technique; by people, by themselves and by keeping technique effective.
    technique_takes_off: f64,
    people_take_off: f64,
    people_by_themselves: f64,
    people_keep_technique_effective: f64,
    /// What technique would take off more were everything done that people have to do for it, today and with the plan.
    lost_for_want_of_people: f64,
    lost_after_plan: f64,
    /// Share of the plan's benefit that measures of people and organisation bring (Shapley).
    people_share_of_plan: f64,
    levers: Vec<Lever<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Lever<'a> {
    measure: &'a str,
    avoided: f64,
}

pub(super) fn people(it: &decision::PeopleAndTechnique) -> People<'_> {
    People {
        technical_degree: it.technique,
        human_degree: it.people,
        technical_degree_of_peers: it.average.0,
        human_degree_of_peers: it.average.1,
        technique_takes_off: it.technique_takes_off,
        people_take_off: it.people_take_off,
        people_by_themselves: it.people_by_themselves,
        people_keep_technique_effective: it.people_keep_technique_effective,
        lost_for_want_of_people: it.lost_for_want_of_people,
        lost_after_plan: it.lost_after_plan,
        people_share_of_plan: it.people_share_of_plan,
        levers: it
            .levers
            .iter()
            .map(|(measure, avoided)| Lever { measure: measure.as_str(), avoided: *avoided })
            .collect(),
    }
}
