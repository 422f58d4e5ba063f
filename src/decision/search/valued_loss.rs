//! What a posture is worth in euros a year: expected loss and price of bearing the bad years.
//!
//! The tail enters in its single-jump form: a bad year is one bad event. For any threshold `u`,
//! `TVaR <= u + E[(S - u)+] / (1 - 0.95)` with equality at the value at risk (Rockafellar and Uryasev 2000), and
//! `E[(S - u)+]` is about the sum over scenarios of frequency times the expected loss beyond `u`.

use super::factored::FactoredLoss;
use crate::risk::{Line, Structure, TAIL_PROBABILITY, exp};

/// Steps per unit of a severity row's `y`; linear interpolation of the logarithm then errs by less than 1.2e-5 of
/// the value.
const STEPS: f64 = 48.0;

/// How a posture is loss.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Valuation {
    /// Price of bearing risk, a year, on the tail value at risk beyond the mean.
    pub loading: f64,
    /// Euros beyond which an event counts as a bad year.
    pub threshold: f64,
}

/// One scenario's euros per event as a function of its severity row, tabulated.
#[derive(Clone, Debug)]
struct Curve {
    /// Logarithm of the charge per event at the grid points.
    log: Vec<f64>,
    /// Its lower convex hull at the same points.
    hull: Vec<f64>,
    /// The first grid point's `y`.
    lowest_y: f64,
    /// Events a year at factor one.
    frequency: f64,
}

/// The valued loss function of one firm.
#[derive(Clone, Debug)]
pub(in crate::decision) struct ValuedLoss {
    pub(super) factored: FactoredLoss,
    lines: Vec<Line>,
    curves: Vec<Curve>,
    /// What does not depend on the posture.
    constant: f64,
    pub valuation: Valuation,
}

/// A scenario's valued loss at one point, with its slopes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tangent {
    pub value: f64,
    /// Minus the derivative by the frequency row's `y`.
    pub frequency_slope: f64,
    /// Minus the derivative by the severity row's `y`.
    pub severity_slope: f64,
}

impl ValuedLoss {
    pub fn new(structure: &Structure, measures: usize, valuation: Valuation) -> Self {
        let factored = FactoredLoss::new(structure, measures);
        let lines = structure.at_factor_one.clone();
        let mut loss = Self { factored, lines, curves: Vec::new(), constant: 0.0, valuation };
        loss.revalue(valuation);
        loss
    }

    /// Values the same firm otherwise.
    pub fn revalue(&mut self, valuation: Valuation) {
        self.valuation = valuation;
        self.constant = valuation.loading * valuation.threshold;
        self.curves = (0..self.lines.len()).map(|it| self.curve(it)).collect();
    }

    /// Tabulates a scenario over what its severity row can reach.
    fn curve(&self, scenario: usize) -> Curve {
        let line = &self.lines[scenario];
        let (lowest_y, highest_y) = self.factored.reach(2 * scenario + 1);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few units at most")]
        let points = ((highest_y - lowest_y) * STEPS).ceil() as usize + 2;
        let mut at_point = line.clone();
        let charge = |at: usize| {
            let y = lowest_y + at as f64 / STEPS;
            at_point.median = line.median * self.factored.factor(2 * scenario + 1, y);
            libm::log(charge(&at_point, &self.valuation))
        };
        let log: Vec<f64> = (0..points).map(charge).collect();
        let hull = lower_hull(&log);
        Curve { log, hull, lowest_y, frequency: line.frequency }
    }

    /// What a row makes of its `y`: events a year, or the charge per event in euros. The valued loss of a scenario is
    /// the product of both.
    pub(super) fn part(&self, row: usize, y: f64) -> f64 {
        let curve = &self.curves[row / 2];
        if row.is_multiple_of(2) {
            return curve.frequency * self.factored.factor(row, y);
        }
        let (at, part) = curve.place(y);
        exp(curve.log[at] + part * (curve.log[at + 1] - curve.log[at]))
    }

    /// What does not depend on the posture.
    pub fn constant(&self) -> f64 {
        self.constant
    }

    /// A plane that touches a scenario's valued loss at `(frequency_y, severity_y)` and never lies above it.
    ///
    /// The frequency factor is log-convex in its `y`, the charge is replaced by its log-convex hull, and a
    /// product of log-convex functions of two variables is convex; so the tangent is a lower bound everywhere.
    pub(super) fn tangent(&self, scenario: usize, frequency_y: f64, severity_y: f64) -> Tangent {
        let curve = &self.curves[scenario];
        let residual = self.factored.residuals[2 * scenario];
        let factor = self.factored.factor(2 * scenario, frequency_y);
        let raw = exp(-frequency_y);
        let steepness = if frequency_y >= 0.0 { (1.0 - residual) * raw } else { raw };
        let (at, part) = curve.place(severity_y);
        let slope = (curve.hull[at + 1] - curve.hull[at]) * STEPS;
        let charge = exp(curve.hull[at] + part * (curve.hull[at + 1] - curve.hull[at]));
        let value = curve.frequency * factor * charge;
        Tangent {
            value,
            frequency_slope: curve.frequency * steepness * charge,
            severity_slope: -slope * value,
        }
    }
}

impl ValuedLoss {
    /// The scenarios at these rows' `y`.
    pub fn lines(&self, y: &[f64]) -> impl Iterator<Item = Line> {
        self.lines.iter().enumerate().map(|(scenario, line)| {
            let frequency = line.frequency * self.factored.factor(2 * scenario, y[2 * scenario]);
            let median = line.median * self.factored.factor(2 * scenario + 1, y[2 * scenario + 1]);
            Line { frequency, median, ..line.clone() }
        })
    }
}

/// Charge per event: `(1 - k) E[X] + k / (1 - 0.95) E[(X - u)+]`.
fn charge(line: &Line, valuation: &Valuation) -> f64 {
    let mean = line.limited_mean(f64::INFINITY);
    let excess = (mean - line.limited_mean(valuation.threshold)).max(0.0);
    (1.0 - valuation.loading) * mean + valuation.loading / (1.0 - TAIL_PROBABILITY) * excess
}

impl Curve {
    /// Grid place below `y` and the part of the way to the next.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the value is between zero and the number of points"
    )]
    fn place(&self, y: f64) -> (usize, f64) {
        let last = self.log.len() - 1;
        let scaled = ((y - self.lowest_y) * STEPS).clamp(0.0, last as f64);
        let at = (scaled as usize).min(last - 1);
        (at, scaled - at as f64)
    }
}

/// Greatest convex function below the points, at the points (monotone chain).
fn lower_hull(points: &[f64]) -> Vec<f64> {
    let mut corners: Vec<usize> = Vec::new();
    for (at, value) in points.iter().enumerate() {
        while let [.., a, b] = corners[..] {
            let slope = |from: usize, to: usize| (points[to] - points[from]) / (to - from) as f64;
            if slope(a, b) < (value - points[b]) / (at - b) as f64 {
                break;
            }
            corners.pop();
        }
        corners.push(at);
    }
    let mut hull = vec![0.0; points.len()];
    for pair in corners.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        for (at, place) in hull.iter_mut().enumerate().take(to + 1).skip(from) {
            let part = (at - from) as f64 / (to - from) as f64;
            *place = points[from] + part * (points[to] - points[from]);
        }
    }
    hull
}
