//! Parameter uncertainty: what the figures would be if the uncertain inputs were other than we think.

use super::annual_loss::{AnnualLoss, TAIL_PROBABILITY};
use super::effect::Parameter;
use super::evaluator::{Evaluator, Thresholds, YearFigures};
use super::firm::{FirmModel, Line, Parameters};
use super::normal;
use super::random::Coordinates;
use super::refusal::Refusal;
use super::severity::{Cover, Severity};
use super::single_jump::SingleJump;
use super::worlds::Worlds;
use crate::model::{Basis, Degree, Interval, Posture, ScenarioId};

/// Values of everything uncertain about one firm: how often and how much, what its profile leaves open, effects,
/// prerequisites, overlap, residual, the degrees of its measures, and prices.
///
/// Draw `i` is the same world wherever it is used, so differences between two postures under one draw are
/// the measure's effect in that world.
#[derive(Clone, Debug)]
pub struct Draws {
    pub(super) firm: FirmModel,
    pub(super) parameters: Vec<Parameters>,
    /// Expected degree per measure, as the posture says.
    expected: Vec<f64>,
    /// Degrees per draw.
    degrees: Vec<Vec<f64>>,
    coordinates: Coordinates,
}

impl Draws {
    pub(super) fn new(firm: &FirmModel, posture: &Posture, draws: usize) -> Self {
        let coordinates = Coordinates::new(draws);
        Self {
            parameters: parameters(firm, &coordinates),
            expected: posture.expected(),
            degrees: degrees(firm, posture, &coordinates),
            firm: firm.clone(),
            coordinates,
        }
    }

    /// How many draws there are.
    pub fn len(&self) -> usize {
        self.parameters.len()
    }

    /// True where no draw was asked for.
    pub fn is_empty(&self) -> bool {
        self.parameters.is_empty()
    }

    /// Expected loss a year in euros under every draw.
    ///
    /// `degrees` are expected degrees. Where one equals the posture's, the draw says what it really is; where
    /// a plan raises it, it is at least the plan's degree; where a counterfactual lowers it, at most that.
    pub fn expected_annual_losses(&self, degrees: &[f64]) -> Vec<f64> {
        let compared = self.compared(degrees, &[], Thresholds::NONE);
        compared.into_iter().map(|it| it[0].expected).collect()
    }

    /// The whole year under one draw, exactly: slow, for checking [`Self::tails`].
    pub fn annual_loss(&self, draw: usize, degrees: &[f64]) -> Result<AnnualLoss, Refusal> {
        let held = (0..degrees.len()).map(|it| self.held(draw, it, degrees[it])).collect();
        let evaluator = Evaluator::new(&self.firm, &self.parameters[draw], held, Thresholds::NONE);
        self.firm.annual_loss_of(&evaluator.lines())
    }

    /// Expected loss a year in euros where the degrees alone are drawn and everything else is at its central value.
    pub fn under_degrees_alone(&self) -> Vec<f64> {
        (0..self.len()).map(|draw| self.firm.expected_annual_loss(&self.degrees[draw])).collect()
    }

    /// Figures under every draw: of a posture first, then of each of its variants. Postures are expected degrees, as in
    /// [`Self::expected_annual_losses`].
    pub fn compared(
        &self,
        posture: &[f64],
        variants: &[&[f64]],
        thresholds: Thresholds,
    ) -> Vec<Vec<YearFigures>> {
        let differs = |it: &&[f64]| -> Vec<usize> {
            (0..it.len()).filter(|at| it[*at].to_bits() != posture[*at].to_bits()).collect()
        };
        let changes: Vec<Vec<usize>> = variants.iter().map(differs).collect();
        (0..self.len())
            .map(|draw| {
                let degrees = (0..posture.len()).map(|it| self.held(draw, it, posture[it])).collect();
                let mut evaluator = Evaluator::new(&self.firm, &self.parameters[draw], degrees, thresholds);
                let mut all = vec![evaluator.look()];
                all.extend(variants.iter().zip(&changes).map(|(variant, changed)| {
                    for &measure in changed {
                        evaluator.change(measure, self.held(draw, measure, variant[measure]));
                    }
                    let figures = evaluator.look();
                    evaluator.take_back();
                    figures
                }));
                all
            })
            .collect()
    }

    /// The tail of a year under every draw, at these expected degrees.
    ///
    /// The single-jump form (a bad year is one bad event), scaled so that the central values give the exact figures of
    /// `loss`. How close it comes is a test.
    pub fn tails(&self, degrees: &[f64], loss: &AnnualLoss, tolerable_ruin: f64) -> Tails {
        let figures = |it: &SingleJump| {
            let [rare, bad] = [tolerable_ruin, 1.0 - TAIL_PROBABILITY];
            [it.probability_above(self.firm.reserve_eur()), it.value_at_risk(rare), it.worst_years(bad)]
        };
        let exact = [
            loss.probability_above(self.firm.reserve_eur()),
            loss.value_at_risk(1.0 - tolerable_ruin),
            loss.tail_value_at_risk(TAIL_PROBABILITY),
        ];
        let central = figures(&SingleJump::new(self.firm.evaluator(degrees, Thresholds::NONE).events()));
        let scale: [f64; 3] =
            std::array::from_fn(|it| if central[it] > 0.0 { exact[it] / central[it] } else { 1.0 });
        let mut tails = Tails::default();
        for draw in 0..self.len() {
            let held = (0..degrees.len()).map(|it| self.held(draw, it, degrees[it])).collect();
            let evaluator = Evaluator::new(&self.firm, &self.parameters[draw], held, Thresholds::NONE);
            let [ruin, rare_loss, worst_years] = figures(&SingleJump::new(evaluator.events()));
            tails.ruin.push((scale[0] * ruin).min(1.0));
            tails.rare_loss.push(scale[1] * rare_loss);
            tails.worst_years.push(scale[2] * worst_years);
        }
        tails
    }

    /// Where in its three-point estimate the price of a measure or bundle lies, one position per draw for
    /// [`crate::model::Estimate::at`].
    pub fn cost_positions(&self, id: &str) -> Vec<f64> {
        positions(&format!("cost/{id}"), &self.coordinates)
    }

    /// What a measure's degree really is in a draw, where `asked` is expected; held at average where the measure does
    /// not apply.
    pub(super) fn held(&self, draw: usize, measure: usize, asked: f64) -> f64 {
        if !self.firm.relevant[measure] {
            return self.firm.average[measure];
        }
        let drawn = self.degrees[draw][measure];
        match asked.total_cmp(&self.expected[measure]) {
            std::cmp::Ordering::Equal => drawn,
            std::cmp::Ordering::Greater => asked.max(drawn),
            std::cmp::Ordering::Less => asked.min(drawn),
        }
    }
}

/// The tail of a year, one figure per draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tails {
    /// Probability of a loss above the reserve.
    pub ruin: Vec<f64>,
    /// Loss exceeded with the highest bearable probability (one year in a hundred), euros.
    pub rare_loss: Vec<f64>,
    /// Mean loss of the worst twentieth of years, euros.
    pub worst_years: Vec<f64>,
}

/// The range of a figure: `value` with the 10 % and 90 % points of what it is under the draws.
///
/// The range always contains the value: central inputs need not give the median of skewed draws.
pub fn interval(value: f64, mut under_draws: Vec<f64>) -> Interval {
    under_draws.sort_by(f64::total_cmp);
    let low = quantile(&under_draws, 0.1).map_or(value, |it| it.min(value));
    let high = quantile(&under_draws, 0.9).map_or(value, |it| it.max(value));
    Interval { value, low, high }
}

/// Quantile of ascending values, linear between order statistics (Hyndman and Fan 1996, type 7).
pub fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let at = p * last as f64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the last index"
    )]
    let below = at as usize;
    let above = (below + 1).min(last);
    Some(sorted[below] + (at - below as f64) * (sorted[above] - sorted[below]))
}

/// Widest position a draw may take: half a range beyond the stated 5 % and 95 % points, so that no price and
/// no factor turns absurd.
const WIDEST: f64 = 1.5;

/// Positions in a three-point estimate whose ends are its 5 % and 95 % points.
fn positions(name: &str, coordinates: &Coordinates) -> Vec<f64> {
    let end = normal::quantile(0.95);
    coordinates.normals(name).into_iter().map(|it| (it / end).clamp(-WIDEST, WIDEST)).collect()
}

fn parameters(firm: &FirmModel, coordinates: &Coordinates) -> Vec<Parameters> {
    let id = |measure: usize| firm.measures[measure].as_str();
    let column = |parameter: &Parameter| {
        let name = match *parameter {
            Parameter::Measure(it) => format!("effect/{}", id(it)),
            Parameter::Prerequisite { measure, on } => format!("prerequisite/{}/{}", id(measure), id(on)),
            Parameter::Overlap => "overlap".to_owned(),
            Parameter::ResidualFrequency => "residual/frequency".to_owned(),
            Parameter::ResidualSeverity => "residual/severity".to_owned(),
        };
        positions(&name, coordinates)
    };
    let columns: Vec<Vec<f64>> = firm.effects.parameters().iter().map(column).collect();
    let worlds = Worlds::new(firm, coordinates);
    (0..coordinates.draws())
        .map(|draw| {
            let strengths = firm.effects.strengths(|it| columns[it][draw]);
            Parameters::new(&firm.effects, strengths, worlds.baselines(draw), &firm.average)
        })
        .collect()
}

/// Lognormal factors of mean 1 with the spread of the scenario's frequency.
fn frequency_factors(scenario: &ScenarioId, cv2: f64, coordinates: &Coordinates) -> Vec<f64> {
    let sigma = libm::sqrt(libm::log1p(cv2));
    let factor = |z: f64| libm::exp(sigma * z - 0.5 * sigma * sigma);
    coordinates.normals(&format!("frequency/{scenario}")).into_iter().map(factor).collect()
}

/// Expected loss a year of these scenarios in euros, with the range that their uncertain frequencies give it.
pub fn frequency_interval(lines: &[Line], covers: &[Cover], draws: usize) -> Interval {
    let coordinates = Coordinates::new(draws);
    let mut sums = vec![0.0; draws];
    let mut value = 0.0;
    for (index, line) in lines.iter().enumerate() {
        let expected = line.frequency * line.severity(covers.get(index)).limited_mean(f64::INFINITY);
        value += expected;
        let factors = frequency_factors(&line.scenario, line.frequency_cv2, &coordinates);
        for (sum, factor) in sums.iter_mut().zip(factors) {
            *sum += expected * factor;
        }
    }
    interval(value, sums)
}

/// Degrees of every measure in every draw.
fn degrees(firm: &FirmModel, posture: &Posture, coordinates: &Coordinates) -> Vec<Vec<f64>> {
    let mut all = vec![Vec::with_capacity(posture.degrees.len()); coordinates.draws()];
    let common = coordinates.normals("degrees");
    for (degree, id) in posture.degrees.iter().zip(&firm.measures) {
        let spread = Spread::of(degree);
        let together = match degree.basis {
            Basis::NotAsked | Basis::Unknown => firm.uncertainty.degrees_open,
            Basis::Answered | Basis::Aged | Basis::NotRelevant => firm.uncertainty.degrees_answered,
        };
        // One person gave the answers and errs the same way; firms that have one thing tend to have the next.
        let own_part = coordinates.normals(&format!("degree/{id}"));
        for ((own, z), common) in all.iter_mut().zip(own_part).zip(&common) {
            let z = libm::sqrt(together) * common + libm::sqrt(1.0 - together) * z;
            own.push(spread.quantile(normal::cdf(z)));
        }
    }
    all
}

/// The distribution of a degree: its 10 % and 90 % points and its expectation as given.
///
/// The quantile function is linear between the 10 % point, a middle chosen for the expectation, and the 90 %
/// point, and flat beyond, so that nothing leaves 0 to 1. Where the three figures contradict each other, the
/// middle stays within the points.
struct Spread {
    low: f64,
    middle: f64,
    high: f64,
}

impl Spread {
    fn of(degree: &Degree) -> Self {
        let (low, high) = (degree.low.min(degree.expected), degree.high.max(degree.expected));
        if low >= high {
            return Self { low: degree.expected, middle: degree.expected, high: degree.expected };
        }
        // Mean of that quantile function: 0.3 low + 0.4 middle + 0.3 high.
        let middle = (degree.expected - 0.3 * (low + high)) / 0.4;
        Self { low, middle: middle.clamp(low, high), high }
    }

    fn quantile(&self, u: f64) -> f64 {
        let between = |from: f64, to: f64, share: f64| from + (to - from) * share;
        match u {
            _ if u <= 0.1 => self.low,
            _ if u <= 0.5 => between(self.low, self.middle, (u - 0.1) / 0.4),
            _ if u <= 0.9 => between(self.middle, self.high, (u - 0.5) / 0.4),
            _ => self.high,
        }
    }
}
