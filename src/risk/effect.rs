//! What a posture does to frequency and severity: the combination of measures.
//!
//! Formula and symbols: `docs/method.md`, section on effects. The structure (which measure acts where and
//! leans on what) is the same for every draw; the numbers in it are [`Strengths`].

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::elementary::{exp, ln};
use super::structure;
use crate::model::{Catalogue, Effect, Estimate, ScenarioId, SizeClass};

/// Weakest factor one measure can reach before the residual is taken into account.
const FLOOR: f64 = 0.05;
/// Strongest factor a measure that does harm can reach.
const CEILING: f64 = 1.5;
/// Weakest remainder of a measure once the residual is taken off.
pub(crate) const FLOOR_OF_REST: f64 = 0.02;
/// Largest residual a draw may take; beyond it measures would hardly act at all.
const MOST_RESIDUAL: f64 = 0.9;

/// Frequency and severity factor of one scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Factors {
    /// On events a year.
    pub frequency: f64,
    /// On euros per event.
    pub severity: f64,
}

/// Which measure acts where, how strongly, and what it leans on.
#[derive(Clone, Debug)]
pub(super) struct Effects {
    /// Ordered by the measure that leans.
    leanings: Vec<Leaning>,
    /// All actions, those of one row together.
    actions: Vec<Action>,
    /// Two per scenario: frequency, severity.
    rows: Vec<Row>,
    /// Every uncertain parameter once, in ascending order.
    parameters: Vec<Parameter>,
    measures: usize,
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

/// Everything that acts on the frequency or on the severity of one scenario.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Measures that act on their own.
    pub alone: Range<usize>,
    /// Measures of which only the strongest counts, group by group.
    pub groups: Vec<Range<usize>>,
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
    /// The effects of a resolved catalogue on a firm of that size.
    pub fn new(catalogue: &Catalogue, size: SizeClass) -> Self {
        let mut leanings = Vec::new();
        for (measure, it) in catalogue.measures.iter().enumerate() {
            leanings.extend(it.prerequisites.iter().map(|it| {
                let on = catalogue.measure_index(&it.measure).expect("a resolved prerequisite exists");
                Leaning { measure, on, attenuation: it.attenuation, parameter: 0 }
            }));
        }
        let mut actions = Vec::new();
        let mut rows = Vec::new();
        for scenario in &catalogue.scenarios {
            rows.push(row(catalogue, &scenario.id, |it| it.frequency_factor, &mut actions));
            rows.push(row(catalogue, &scenario.id, |it| it.severity_factor, &mut actions));
        }
        let parameters = number(&mut leanings, &mut actions);
        let constants = &catalogue.constants;
        Self {
            leanings,
            actions,
            rows,
            parameters,
            measures: catalogue.measures.len(),
            relief: catalogue.size(size).attenuation_relief.value,
            overlap: constants.overlap.exponent.value,
            residual_frequency: constants.residual.frequency.value,
            residual_severity: constants.residual.severity.value,
        }
    }

    /// Every uncertain parameter once, in ascending order.
    pub fn parameters(&self) -> &[Parameter] {
        &self.parameters
    }

    /// Number of measures.
    pub fn measures(&self) -> usize {
        self.measures
    }

    /// Who leans on whom, ordered by who leans.
    pub fn leanings(&self) -> &[Leaning] {
        &self.leanings
    }

    /// All actions, those of one row together.
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }

    /// Two per scenario: frequency, severity.
    pub fn rows(&self) -> &[Row] {
        &self.rows
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

    /// Effective degrees: each measure's degree times what its prerequisites leave of it.
    ///
    /// Writes into `effective`, which has one place per measure, like `degrees`.
    fn lean(&self, strengths: &Strengths, degrees: &[f64], effective: &mut [f64]) {
        effective.copy_from_slice(degrees);
        for (it, attenuation) in self.leanings.iter().zip(&strengths.attenuations) {
            effective[it.measure] *= attenuation + (1.0 - attenuation) * degrees[it.on];
        }
    }

    /// Calls `visit` with the factors of every scenario, in catalogue order.
    ///
    /// Runs in the search for the best set, hence without allocation for catalogues of usual size.
    pub fn visit(&self, strengths: &Strengths, degrees: &[f64], mut visit: impl FnMut(usize, Factors)) {
        let mut small = [0.0; 96];
        let mut large;
        let effective = if self.measures <= small.len() {
            &mut small[..self.measures]
        } else {
            large = vec![0.0; self.measures];
            &mut large[..]
        };
        self.lean(strengths, degrees, effective);
        for (scenario, pair) in self.rows.chunks_exact(2).enumerate() {
            let factor = |row, residual| self.factor(row, strengths, degrees, effective, residual);
            let frequency = factor(&pair[0], strengths.residual_frequency);
            let severity = factor(&pair[1], strengths.residual_severity);
            visit(scenario, Factors { frequency, severity });
        }
    }

    /// The factors of every scenario, in catalogue order.
    pub fn factors(&self, strengths: &Strengths, degrees: &[f64]) -> Vec<Factors> {
        let mut all = Vec::with_capacity(self.rows.len() / 2);
        self.visit(strengths, degrees, |_, it| all.push(it));
        all
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
        let rows = self.rows.iter().enumerate().map(|(index, row)| {
            let alone = row.alone.clone().map(|at| vec![member(at)]);
            let groups = row.groups.iter().map(|group| group.clone().map(member).collect());
            let is_frequency = index % 2 == 0;
            let residual =
                if is_frequency { strengths.residual_frequency } else { strengths.residual_severity };
            structure::Row { actors: alone.chain(groups).collect(), residual }
        });
        (leanings.collect(), rows.collect(), strengths.overlap)
    }

    fn factor(
        &self,
        row: &Row,
        strengths: &Strengths,
        degrees: &[f64],
        effective: &[f64],
        residual: f64,
    ) -> f64 {
        let mut combined = Combined::new(residual);
        for index in row.alone.clone() {
            combined.take(strengths.reductions[index] * effective[self.actions[index].measure]);
        }
        for group in &row.groups {
            let degree = |at: usize| degrees[self.actions[at].measure];
            let share = |at: usize| strengths.reductions[at] * effective[self.actions[at].measure];
            combined.take(strongest(group.clone(), degree, share));
        }
        combined.factor(strengths.overlap)
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

/// Combination of the reductions that act on one row.
struct Combined {
    residual: f64,
    /// Smallest remainder among the measures that help.
    strongest: f64,
    /// Product of the remainders of all measures that help.
    product: f64,
    /// Product of the factors of measures that do harm.
    harm: f64,
}

impl Combined {
    fn new(residual: f64) -> Self {
        Self { residual, strongest: 1.0, product: 1.0, harm: 1.0 }
    }

    fn take(&mut self, reduction: f64) {
        let rest = remainder(reduction, self.residual);
        if rest < 1.0 {
            self.strongest = self.strongest.min(rest);
            self.product *= rest;
        } else {
            self.harm *= rest;
        }
    }

    fn factor(self, overlap: f64) -> f64 {
        // A measure alone: the quotient is exactly one and it returns its own factor.
        let others = self.product / self.strongest;
        let others = if others < 1.0 { exp(overlap * ln(others)) } else { 1.0 };
        let raw = self.strongest * others * self.harm;
        if raw <= 1.0 { self.residual + (1.0 - self.residual) * raw } else { raw }
    }
}

/// Places the measures that act on one row behind `actions`: those alone first, then group by group.
fn row(
    catalogue: &Catalogue,
    scenario: &ScenarioId,
    factor: impl Fn(&Effect) -> Option<Estimate>,
    actions: &mut Vec<Action>,
) -> Row {
    let mut by_group: BTreeMap<Option<&str>, Vec<Action>> = BTreeMap::new();
    for (measure, it) in catalogue.measures.iter().enumerate() {
        let group = it.exclusive.as_ref().map(|it| it.group.as_str());
        let own = it.effects.iter().filter(|it| &it.scenario == scenario).filter_map(&factor);
        by_group.entry(group).or_default().extend(own.map(|factor| Action { measure, factor, parameter: 0 }));
    }
    let mut place = |members: Vec<Action>| {
        let from = actions.len();
        actions.extend(members);
        from..actions.len()
    };
    let alone = place(by_group.remove(&None).unwrap_or_default());
    Row { alone, groups: by_group.into_values().filter(|it| !it.is_empty()).map(place).collect() }
}
