//! The one loss function: figures of a posture, changed, looked at, kept or taken back.
//!
//! The search, the draws and every what-if use it. A value depends on the degrees alone and not on the way there.

use super::combination::Combination;
use super::firm::{FirmModel, Line, Parameters};
use super::lognormal::Lognormal;
use super::profile::ScenarioProfile;

/// Amounts in euros at which single events are looked at; infinite where nobody asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// Beyond it an event makes a bad year.
    pub bad_year: f64,
    /// Beyond it an event endangers the firm.
    pub reserve: f64,
}

impl Thresholds {
    /// For the expected loss alone.
    pub const NONE: Self = Self { bad_year: f64::INFINITY, reserve: f64::INFINITY };
}

/// A year in the figures that are sums over scenarios; the last two are the single-jump form of its tail: a bad year is
/// one bad event (Embrechts, Klueppelberg, Mikosch, Modelling Extremal Events, section 1.3).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct YearFigures {
    /// Expected loss, euros a year.
    pub expected: f64,
    /// Expected loss beyond the threshold of a bad year per event, euros a year.
    pub excess: f64,
    /// Events above the reserve a year.
    pub above_reserve: f64,
}

/// The loss of one firm at degrees that change one by one.
///
/// [`change`](Self::change) as many degrees as a candidate takes, [`look`](Self::look) at the figures, then
/// [`keep`](Self::keep) or [`take_back`](Self::take_back). Only rows that a change touches are computed again.
#[derive(Clone)]
pub struct Evaluator<'a> {
    firm: &'a FirmModel,
    parameters: &'a Parameters,
    thresholds: Thresholds,
    combination: Combination<'a>,
    /// Per row: its factor over that of the average posture.
    factors: Vec<f64>,
    /// Per scenario: figures of one event.
    events: Vec<YearFigures>,
    /// Rows touched since figures were last brought up to date.
    stale: Vec<usize>,
    is_stale: Vec<bool>,
    /// Factor and event of rows before the changes that are not kept yet.
    before: Vec<(usize, f64, YearFigures)>,
}

impl FirmModel {
    /// An evaluator at central values. Measures that do not apply to the firm stay at average.
    pub fn evaluator(&self, degrees: &[f64], thresholds: Thresholds) -> Evaluator<'_> {
        assert_eq!(degrees.len(), self.average.len(), "one degree per measure of the catalogue");
        let held =
            (0..degrees.len()).map(|it| if self.relevant[it] { degrees[it] } else { self.average[it] });
        Evaluator::new(self, &self.central, held.collect(), thresholds)
    }
}

impl<'a> Evaluator<'a> {
    pub(super) fn new(
        firm: &'a FirmModel,
        parameters: &'a Parameters,
        degrees: Vec<f64>,
        thresholds: Thresholds,
    ) -> Self {
        let rows = firm.effects.rows.len();
        let mut it = Self {
            firm,
            parameters,
            thresholds,
            combination: Combination::new(&firm.effects, &parameters.strengths, degrees),
            factors: vec![1.0; rows],
            events: vec![YearFigures::default(); rows / 2],
            stale: (0..rows).collect(),
            is_stale: vec![true; rows],
            before: Vec::new(),
        };
        it.update();
        it.before.clear();
        it
    }

    /// Degrees with all changes, kept or not.
    pub fn degrees(&self) -> &[f64] {
        self.combination.degrees()
    }

    /// Changes one degree; a measure that does not apply to the firm stays as it is.
    pub fn change(&mut self, measure: usize, degree: f64) {
        if !self.firm.relevant[measure] {
            return;
        }
        let Self { combination, stale, is_stale, .. } = self;
        combination.change(measure, degree, |row| {
            if !std::mem::replace(&mut is_stale[row], true) {
                stale.push(row);
            }
        });
    }

    /// The figures with all changes.
    pub fn look(&mut self) -> YearFigures {
        self.update();
        let mut sum = YearFigures::default();
        for (scenario, event) in self.events.iter().enumerate() {
            let frequency = self.frequency(scenario);
            sum.expected += frequency * event.expected;
            sum.excess += frequency * event.excess;
            sum.above_reserve += frequency * event.above_reserve;
        }
        sum
    }

    /// Expected loss a year in euros of a scenario, with all changes.
    pub fn scenario_loss(&mut self, scenario: usize) -> f64 {
        self.update();
        self.frequency(scenario) * self.events[scenario].expected
    }

    /// Makes all changes stay.
    pub fn keep(&mut self) {
        self.update();
        self.combination.keep();
        self.before.clear();
    }

    /// Takes all changes back that were not kept.
    pub fn take_back(&mut self) {
        self.combination.take_back();
        for row in self.stale.drain(..) {
            self.is_stale[row] = false;
        }
        for (row, factor, event) in self.before.drain(..).rev() {
            self.factors[row] = factor;
            self.events[row / 2] = event;
        }
    }

    /// The scenarios, in catalogue order.
    pub(super) fn lines(&self) -> Vec<Line> {
        let line = |(scenario, it): (usize, &ScenarioProfile)| {
            let severity = self.parameters.baselines[scenario].severity;
            Line {
                scenario: it.id.clone(),
                frequency: self.frequency(scenario),
                frequency_cv2: it.frequency_cv2,
                median: severity.median() * self.factors[2 * scenario + 1],
                sigma: severity.sigma(),
                cap: severity.cap(),
                attack: it.attack,
            }
        };
        self.firm.profile.scenarios.iter().enumerate().map(line).collect()
    }

    /// Per scenario: events a year and euros per event, with all changes.
    pub(super) fn events(&self) -> Vec<(f64, Lognormal)> {
        let event = |scenario: usize| {
            let severity = self.parameters.baselines[scenario].severity;
            let median = severity.median() * self.factors[2 * scenario + 1];
            (self.frequency(scenario), severity.with_median(median))
        };
        (0..self.events.len()).map(event).collect()
    }

    /// Events a year of a scenario.
    fn frequency(&self, scenario: usize) -> f64 {
        self.parameters.baselines[scenario].frequency * self.factors[2 * scenario]
    }

    /// Brings the rows that were touched up to date.
    fn update(&mut self) {
        while let Some(row) = self.stale.pop() {
            self.is_stale[row] = false;
            self.before.push((row, self.factors[row], self.events[row / 2]));
            self.factors[row] = self.combination.factor(row) / self.parameters.average[row];
            if !row.is_multiple_of(2) {
                self.events[row / 2] = self.event(row / 2);
            }
        }
    }

    /// Figures of one event.
    fn event(&self, scenario: usize) -> YearFigures {
        let severity = self.parameters.baselines[scenario].severity;
        let severity = severity.with_median(severity.median() * self.factors[2 * scenario + 1]);
        let expected = severity.mean();
        let Thresholds { bad_year, reserve } = self.thresholds;
        let is_asked = |threshold: f64| threshold < severity.cap();
        let excess = if is_asked(bad_year) { expected - severity.limited_mean(bad_year) } else { 0.0 };
        let above_reserve = if is_asked(reserve) { severity.exceedance(reserve) } else { 0.0 };
        YearFigures { expected, excess: excess.max(0.0), above_reserve }
    }
}
