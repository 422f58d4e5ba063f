//! What a posture is worth in euros a year: expected loss, price of bearing the bad years, and, where the
//! reserve is in danger, a price on that.
//!
//! The tail enters in its single-jump form: a bad year is one bad event. For any threshold `u`,
//! `TVaR <= u + E[(S - u)+] / (1 - 0.95)` with equality at the value at risk (Rockafellar and Uryasev 2000), and
//! `E[(S - u)+]` is about the sum over scenarios of frequency times the expected loss beyond `u`.

use super::kernel::{Kernel, Rows};
use crate::risk::{Line, Structure};

/// Level of the tail value at risk in the objective.
pub(super) const TAIL_LEVEL: f64 = 0.95;

/// Table of a severity row's `y`: harm below zero, more than any catalogue reaches above.
const LOWEST_Y: f64 = -2.0;
const HIGHEST_Y: f64 = 8.0;
/// Steps per unit of `y`; linear interpolation of the logarithm then errs by less than 3e-6 of the value.
const STEPS: f64 = 96.0;
/// Points of the table: 96 steps for each unit from -2 to 8.
const POINTS: usize = 961;

/// How a posture is valued.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Valuation {
    /// Price of bearing risk, a year, on the tail value at risk beyond the mean.
    pub loading: f64,
    /// Euros beyond which an event counts as a bad year.
    pub threshold: f64,
    /// Euros that can be lost without endangering the firm.
    pub reserve: f64,
    /// Euros a year charged per unit of probability of an event above the reserve.
    pub ruin_price: f64,
}

/// One scenario's euros per event as a function of its severity row, tabulated.
#[derive(Clone, Debug)]
struct Curve {
    /// Logarithm of the charge per event at the grid points.
    log: Vec<f64>,
    /// Its lower convex hull at the same points.
    hull: Vec<f64>,
    /// Events a year at factor one.
    frequency: f64,
}

/// The valued loss function of one firm.
#[derive(Clone, Debug)]
pub(in crate::decision) struct Worth {
    pub(super) kernel: Kernel,
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

impl Worth {
    pub fn new(structure: &Structure, measures: usize, valuation: Valuation) -> Self {
        let kernel = Kernel::new(structure, measures);
        let lines = structure.at_factor_one.clone();
        let mut worth = Self { kernel, lines, curves: Vec::new(), constant: 0.0, valuation };
        worth.revalue(valuation);
        worth
    }

    /// Values the same firm otherwise.
    pub fn revalue(&mut self, valuation: Valuation) {
        self.valuation = valuation;
        self.constant = valuation.loading * valuation.threshold;
        self.curves = (0..self.lines.len()).map(|it| self.curve(it)).collect();
    }

    fn curve(&self, scenario: usize) -> Curve {
        let line = &self.lines[scenario];
        let charge = |at: usize| {
            let y = LOWEST_Y + at as f64 / STEPS;
            let median = line.median * self.kernel.factor(2 * scenario + 1, y);
            libm::log(charge(&Line { median, ..line.clone() }, &self.valuation))
        };
        let log: Vec<f64> = (0..POINTS).map(charge).collect();
        let hull = lower_hull(&log);
        Curve { log, hull, frequency: line.frequency }
    }

    /// Valued loss a year at these degrees, in euros.
    pub fn value(&self, degrees: &[f64], rows: &mut Rows) -> f64 {
        self.kernel.rows(degrees, rows);
        self.value_of_rows(rows)
    }

    /// Valued loss a year where the rows are known.
    pub fn value_of_rows(&self, rows: &Rows) -> f64 {
        let mut sum = self.constant;
        for (scenario, curve) in self.curves.iter().enumerate() {
            let frequency = curve.frequency * self.kernel.factor(2 * scenario, rows.y[2 * scenario]);
            let (at, part) = place(rows.y[2 * scenario + 1]);
            let log = curve.log[at] + part * (curve.log[at + 1] - curve.log[at]);
            sum += frequency * libm::exp(log);
        }
        sum
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
        let residual = self.kernel.residuals[2 * scenario];
        let factor = self.kernel.factor(2 * scenario, frequency_y);
        let raw = libm::exp(-frequency_y);
        let steepness = if frequency_y >= 0.0 { (1.0 - residual) * raw } else { raw };
        let (at, part) = place(severity_y);
        let slope = (curve.hull[at + 1] - curve.hull[at]) * STEPS;
        let inside = (LOWEST_Y..HIGHEST_Y).contains(&severity_y);
        let charge = libm::exp(curve.hull[at] + part * (curve.hull[at + 1] - curve.hull[at]));
        let value = curve.frequency * factor * charge;
        Tangent {
            value,
            frequency_slope: curve.frequency * steepness * charge,
            severity_slope: if inside { -slope * value } else { 0.0 },
        }
    }
}

impl Worth {
    /// Events above the reserve a year, summed over scenarios: the single-jump form of the probability of ruin.
    pub fn ruin(&self, rows: &Rows) -> f64 {
        let each = self.lines.iter().enumerate().map(|(scenario, line)| {
            let frequency = line.frequency * self.kernel.factor(2 * scenario, rows.y[2 * scenario]);
            let median = line.median * self.kernel.factor(2 * scenario + 1, rows.y[2 * scenario + 1]);
            frequency * Line { median, ..line.clone() }.probability_above(self.valuation.reserve)
        });
        each.sum()
    }
}

/// Charge per event: `(1 - k) E[X] + k / (1 - 0.95) E[(X - u)+] + price * P(X > reserve)`.
fn charge(line: &Line, valuation: &Valuation) -> f64 {
    let mean = line.limited_mean(f64::INFINITY);
    let excess = (mean - line.limited_mean(valuation.threshold)).max(0.0);
    let ruin = if valuation.ruin_price > 0.0 {
        valuation.ruin_price * line.probability_above(valuation.reserve)
    } else {
        0.0
    };
    (1.0 - valuation.loading) * mean + valuation.loading / (1.0 - TAIL_LEVEL) * excess + ruin
}

/// Grid place below `y` and the part of the way to the next.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value is between zero and the number of points"
)]
fn place(y: f64) -> (usize, f64) {
    let scaled = ((y - LOWEST_Y) * STEPS).clamp(0.0, (POINTS - 1) as f64);
    let at = (scaled as usize).min(POINTS - 2);
    (at, scaled - at as f64)
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
