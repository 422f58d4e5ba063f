//! What a posture does to frequency and severity: the combination of measures.
//!
//! Formula and symbols: `docs/method.md`, section on effects. The structure (which measure acts where and
//! leans on what) is the same for every draw; the numbers in it are [`Strengths`].

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::elementary::ln;
use super::structure;
use crate::model::{Catalogue, Company, Effect, Estimate, ScenarioId};

/// Weakest factor one measure can reach before the residual is taken into account.
const FLOOR: f64 = 0.05;
/// Strongest factor a measure that does harm can reach.
const CEILING: f64 = 1.5;
/// Weakest remainder of a measure once the residual is taken off.
pub(crate) const FLOOR_OF_REST: f64 = 0.02;
/// Largest residual a draw may take; beyond it measures would hardly act at all.
const MOST_RESIDUAL: f64 = 0.9;

/// Which measure acts where, how strongly, and what it leans on.
#[derive(Clone, Debug)]
pub(super) struct Effects {
    /// Ordered by the measure that leans.
    pub leanings: Vec<Leaning>,
    /// Per measure: its own leanings.
    pub leanings_of: Vec<Range<usize>>,
    /// Per measure: the measures that lean on it.
    pub leaners_of: Vec<Vec<usize>>,
    /// All actions, those of one actor together.
    pub actions: Vec<Action>,
    /// All actors, those of one row together.
    pub actors: Vec<Actor>,
    /// Two per scenario, frequency and severity: its actors.
    pub rows: Vec<Range<usize>>,
    /// Per measure: the actors it is part of.
    pub actors_of: Vec<Vec<usize>>,
    /// Every uncertain parameter once, in ascending order.
    parameters: Vec<Parameter>,
    /// Share of a missing prerequisite that a small team replaces.
    relief: f64,
    overlap: Estimate,
    residual_frequency: Estimate,
    residual_severity: Estimate,
}

/// A measure that leans on another.
#[derive(Clone, Debug)]
pub(super) struct Leaning {
    pub measure: usize,
    pub on: usize,
    attenuation: Estimate,
    /// Place of its parameter.
    parameter: usize,
}

/// A measure that acts on a row.
#[derive(Clone, Debug)]
pub(super) struct Action {
    pub measure: usize,
    factor: Estimate,
    /// Place of its parameter.
    parameter: usize,
}

/// One measure that acts on a row, or several of which only the strongest counts.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    /// Place of the row.
    pub row: usize,
    /// Its actions.
    pub actions: Range<usize>,
}

/// The numbers of one draw, in the order of [`Effects`].
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Strengths {
    /// Per action: 1 minus the factor of the measure fully in place.
    reductions: Vec<f64>,
    /// Per leaning: share of the effect that survives without the prerequisite, relief of the size applied.
    attenuations: Vec<f64>,
    /// Exponent with which all but the strongest measure count.
    pub overlap: f64,
    /// Share of the frequency that no measure removes.
    residual_frequency: f64,
    /// Share of the severity that no measure removes.
    residual_severity: f64,
}

/// An uncertain parameter of the effects; measures by place in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Parameter {
    /// How strong a measure is, in all scenarios alike.
    Measure(usize),
    /// How much of a measure's effect survives without a prerequisite.
    Prerequisite { measure: usize, on: usize },
    /// Overlap of measures.
    Overlap,
    /// Share of the frequency that no measure removes.
    ResidualFrequency,
    /// Share of the severity that no measure removes.
    ResidualSeverity,
}

impl Strengths {
    /// What an action takes off a row where its measure is fully in effect.
    pub fn reduction(&self, action: usize) -> f64 {
        self.reductions[action]
    }

    /// Share of a measure's effect that survives without the prerequisite of a leaning.
    pub fn attenuation(&self, leaning: usize) -> f64 {
        self.attenuations[leaning]
    }

    /// Share of a row that no measure removes.
    pub fn residual(&self, row: usize) -> f64 {
        if row.is_multiple_of(2) { self.residual_frequency } else { self.residual_severity }
    }
}

impl Effects {
    /// The effects of a resolved catalogue on that firm.
    pub fn new(catalogue: &Catalogue, company: &Company) -> Self {
        let measures = catalogue.measures.len();
        let (mut leanings, mut leaners_of) = (Vec::new(), vec![Vec::new(); measures]);
        let mut leanings_of = Vec::with_capacity(measures);
        for (measure, it) in catalogue.measures.iter().enumerate() {
            let from = leanings.len();
            for it in &it.prerequisites {
                let on = catalogue.measure_index(&it.measure).expect("a resolved prerequisite exists");
                leanings.push(Leaning { measure, on, attenuation: it.attenuation, parameter: 0 });
                leaners_of[on].push(measure);
            }
            leanings_of.push(from..leanings.len());
        }
        let (mut actions, mut actors, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        for scenario in &catalogue.scenarios {
            for factor in [|it: &Effect| it.frequency_factor, |it: &Effect| it.severity_factor] {
                let from = actors.len();
                for own in acting_on(catalogue, &scenario.id, factor) {
                    let actions_from = actions.len();
                    actions.extend(own);
                    actors.push(Actor { row: rows.len(), actions: actions_from..actions.len() });
                }
                rows.push(from..actors.len());
            }
        }
        let mut actors_of = vec![Vec::new(); measures];
        for (at, actor) in actors.iter().enumerate() {
            for action in &actions[actor.actions.clone()] {
                let own: &mut Vec<usize> = &mut actors_of[action.measure];
                if own.last() != Some(&at) {
                    own.push(at);
                }
            }
        }
        let parameters = number(&mut leanings, &mut actions);
        let constants = &catalogue.constants;
        Self {
            leanings,
            leanings_of,
            leaners_of,
            actions,
            actors,
            rows,
            actors_of,
            parameters,
            relief: catalogue.relief(company),
            overlap: constants.overlap.exponent.value,
            residual_frequency: constants.residual.frequency.value,
            residual_severity: constants.residual.severity.value,
        }
    }

    /// Every uncertain parameter once, in ascending order.
    pub fn parameters(&self) -> &[Parameter] {
        &self.parameters
    }

    /// Takes every estimate at the position that `position` returns for its parameter's place among
    /// [`Self::parameters`] (-1 low, 0 likely, 1 high).
    pub fn strengths(&self, position: impl Fn(usize) -> f64) -> Strengths {
        let attenuation = |it: &Leaning| {
            let given = it.attenuation.at(position(it.parameter)).min(1.0);
            // Where the lack of the prerequisite does harm, a small team's eye is no relief.
            if given >= 0.0 { given + (1.0 - given) * self.relief } else { given }
        };
        let reduction = |it: &Action| 1.0 - it.factor.at(position(it.parameter)).max(0.0);
        let share = |given: &Estimate, place| given.at(position(place)).clamp(0.0, MOST_RESIDUAL);
        // The three that are no measure's come last.
        let last = self.parameters.len() - 3;
        Strengths {
            reductions: self.actions.iter().map(reduction).collect(),
            attenuations: self.leanings.iter().map(attenuation).collect(),
            overlap: self.overlap.at(position(last)).clamp(0.0, 1.0),
            residual_frequency: share(&self.residual_frequency, last + 1),
            residual_severity: share(&self.residual_severity, last + 2),
        }
    }

    /// Leanings, rows with their actors, and the overlap, for [`super::Structure`].
    pub fn laid_open(&self, strengths: &Strengths) -> (Vec<structure::Leaning>, Vec<structure::Row>, f64) {
        let leanings = self.leanings.iter().zip(&strengths.attenuations);
        let leanings = leanings.map(|(it, attenuation)| structure::Leaning {
            measure: it.measure,
            on: it.on,
            attenuation: *attenuation,
        });
        let member = |at: usize| (self.actions[at].measure, strengths.reductions[at]);
        let rows = self.rows.iter().enumerate().map(|(index, row)| structure::Row {
            actors: self.actors[row.clone()]
                .iter()
                .map(|it| it.actions.clone().map(member).collect())
                .collect(),
            residual: strengths.residual(index),
        });
        (leanings.collect(), rows.collect(), strengths.overlap)
    }
}

/// Reduction of a group whose members replace each other, by their degrees and by what each takes off alone.
///
/// Degrees are shares of the firm. Where they add up to at most one, each member protects its own share;
/// beyond that the strongest member counts first and a weaker one only for the share left over, so that
/// adding a stronger member never double counts and never does harm.
pub(super) fn strongest(
    group: Range<usize>,
    degree: impl Fn(usize) -> f64,
    share: impl Fn(usize) -> f64,
) -> f64 {
    let total: f64 = group.clone().map(&degree).sum();
    if total <= 1.0 {
        return group.map(share).sum();
    }
    let strength = |at: usize| if degree(at) > 0.0 { share(at) / degree(at) } else { 0.0 };
    let mut sum = 0.0;
    for at in group.clone() {
        let before = |other: &usize| {
            let order = strength(*other).total_cmp(&strength(at));
            order.is_gt() || (order.is_eq() && *other < at)
        };
        let taken: f64 = group.clone().filter(before).map(&degree).sum();
        sum += strength(at) * degree(at).min(1.0 - taken).max(0.0);
    }
    sum
}

/// What one measure contributes to a row's `y`: `-ln g` of what it leaves, negative where it does harm. For the innermost
/// loops.
#[inline]
pub(crate) fn contribution(reduction: f64, residual: f64) -> f64 {
    // Most of what a step or a variant touches is not in place.
    if reduction == 0.0 { 0.0 } else { -ln(remainder(reduction, residual)) }
}

/// What one measure leaves of a row, the residual taken off; above one where it does harm.
#[inline]
fn remainder(reduction: f64, residual: f64) -> f64 {
    let factor = (1.0 - reduction).clamp(FLOOR, CEILING);
    if factor < 1.0 { ((factor - residual) / (1.0 - residual)).max(FLOOR_OF_REST) } else { factor }
}

/// Every uncertain parameter once, in ascending order; leanings and actions learn the places of theirs.
fn number(leanings: &mut [Leaning], actions: &mut [Action]) -> Vec<Parameter> {
    let mut all: BTreeSet<Parameter> =
        [Parameter::Overlap, Parameter::ResidualFrequency, Parameter::ResidualSeverity].into();
    let of_leaning = |it: &Leaning| Parameter::Prerequisite { measure: it.measure, on: it.on };
    all.extend(actions.iter().map(|it| Parameter::Measure(it.measure)));
    all.extend(leanings.iter().map(of_leaning));
    let all: Vec<Parameter> = all.into_iter().collect();
    let place = |it: Parameter| all.binary_search(&it).expect("every parameter was collected");
    for action in actions.iter_mut() {
        action.parameter = place(Parameter::Measure(action.measure));
    }
    for leaning in leanings.iter_mut() {
        leaning.parameter = place(of_leaning(leaning));
    }
    all
}

/// The actions of each actor of one row: measures that act alone first, then group by group.
fn acting_on(
    catalogue: &Catalogue,
    scenario: &ScenarioId,
    factor: impl Fn(&Effect) -> Option<Estimate>,
) -> Vec<Vec<Action>> {
    let mut alone = Vec::new();
    let mut groups: BTreeMap<&str, Vec<Action>> = BTreeMap::new();
    for (measure, it) in catalogue.measures.iter().enumerate() {
        let own = it.effects.iter().filter(|it| &it.scenario == scenario).filter_map(&factor);
        let own = own.map(|factor| Action { measure, factor, parameter: 0 });
        match &it.exclusive {
            None => alone.extend(own.map(|it| vec![it])),
            Some(exclusive) => groups.entry(&exclusive.group).or_default().extend(own),
        }
    }
    alone.into_iter().chain(groups.into_values().filter(|it| !it.is_empty())).collect()
}
