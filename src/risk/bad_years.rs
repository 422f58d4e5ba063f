//! Bad years of many postures of one firm: two figures from small grids, for comparing.
//!
//! The same computation as [`AnnualLoss`](super::AnnualLoss) without the wide grid that checks it and without what
//! is not asked for; how close it comes is a test.

use super::annual_loss::TAIL_PROBABILITY;
use super::climate::Climate;
use super::count::{Component, Counts};
use super::firm::{FirmModel, Line};
use super::grid::{Bench, Extent, Worked};
use super::layer::Layer;
use super::refusal::Refusal;
use super::severity::{EventLoss, Severity};

/// What the bad years of a posture are like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BadYear {
    /// Mean loss of the worst twentieth of years, euros.
    pub worst_years: f64,
    /// Probability a year of a loss above the reserve.
    pub ruin: f64,
}

/// Bad years of postures that are not far from a known one.
pub struct BadYears<'a> {
    firm: &'a FirmModel,
    bench: Bench,
    climate: Climate,
    /// Attacks a year up to which the climate's rule is exact.
    attacks: f64,
    /// Loss of a bad year of the known posture, euros.
    near: f64,
}

/// Cells per grid: a bad year then lies some 170 cells from zero.
const CELLS: usize = 256;
/// Attacks of a posture may exceed the known one's by so much before it gets a climate rule of its own.
const MORE_ATTACKS: f64 = 1.5;
/// Reach of a grid over the loss of a bad year that is expected on it.
const ROOM: f64 = 1.5;
/// Fewest cells below a loss that is read from a grid.
const ENOUGH_CELLS: f64 = 48.0;

impl<'a> BadYears<'a> {
    /// Around a posture whose bad year (value at risk) is known.
    pub fn around(firm: &'a FirmModel, degrees: &[f64], bad_year: f64) -> Result<Self, Refusal> {
        let attacks = MORE_ATTACKS * attacks(&firm.lines(degrees));
        let climate = Climate::new(firm.climate_cv(), attacks).ok_or(Refusal::TooManyEvents)?;
        Ok(Self { firm, bench: Bench::new(CELLS), climate, attacks, near: bad_year })
    }

    /// The bad years of a posture.
    pub fn of(&self, degrees: &[f64]) -> Result<BadYear, Refusal> {
        let rare = 1.0 - TAIL_PROBABILITY;
        self.counted(degrees, |counts| {
            let (mean, reserve) = (counts.mean(f64::INFINITY), self.firm.reserve_eur());
            if counts.some() <= rare {
                return Ok(BadYear { worst_years: mean / rare, ruin: self.above(counts, reserve) });
            }
            let layer = self.holding(counts, rare)?;
            let from = layer.quantile(rare);
            let worst_years = from + (mean - layer.limited_mean(from)).max(0.0) / rare;
            let reads = layer.reach() >= reserve && reserve / layer.step() >= ENOUGH_CELLS;
            let ruin = if reads { layer.exceedance(reserve) } else { self.above(counts, reserve) };
            Ok(BadYear { worst_years, ruin })
        })
    }

    /// Probability a year of a loss above the reserve alone.
    pub fn ruin(&self, degrees: &[f64]) -> Result<f64, Refusal> {
        self.counted(degrees, |counts| Ok(self.above(counts, self.firm.reserve_eur())))
    }

    /// Calls `then` with the counts of a posture.
    fn counted<T>(
        &self,
        degrees: &[f64],
        then: impl FnOnce(&Counts) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let lines = self.firm.lines(degrees);
        let attacks = attacks(&lines);
        let climate = if attacks <= self.attacks {
            self.climate.clone()
        } else {
            Climate::new(self.firm.climate_cv(), attacks).ok_or(Refusal::TooManyEvents)?
        };
        let severities: Vec<EventLoss> = lines.iter().map(|it| it.severity(None)).collect();
        let component = |(it, severity)| {
            let it: &Line = it;
            Component {
                frequency: it.frequency,
                frequency_cv2: it.frequency_cv2,
                attack: it.attack,
                severity,
            }
        };
        let severities = severities.iter().map(|it| it as &dyn Severity);
        let components: Vec<Component> = lines.iter().zip(severities).map(component).collect();
        then(&Counts::new(&components, climate))
    }

    /// Probability a year of a loss above an amount.
    fn above(&self, counts: &Counts, loss: f64) -> f64 {
        if loss <= 0.0 || counts.some() <= 0.0 {
            return counts.some();
        }
        self.layer(counts, loss).exceedance(loss)
    }

    /// A grid that reaches a little beyond a loss.
    fn layer(&self, counts: &Counts, loss: f64) -> Layer {
        let step = ROOM * loss / self.bench.cells() as f64;
        Worked::new(&self.bench, counts, step, Extent::Part).layer()
    }

    /// A grid that holds the loss exceeded with that probability, with enough cells below it.
    fn holding(&self, counts: &Counts, rare: f64) -> Result<Layer, Refusal> {
        let mut loss = if self.near > 0.0 { self.near } else { 1.0 };
        // Each round doubles or narrows to what was found: as many rounds as doubles have powers of two.
        for _ in 0..2100 {
            let layer = self.layer(counts, loss);
            if !layer.holds(rare) {
                loss *= 2.0;
                continue;
            }
            let found = layer.quantile(rare);
            if found / layer.step() >= ENOUGH_CELLS || found <= 0.0 {
                return Ok(layer);
            }
            loss = found.max(2.0 * layer.step());
        }
        Err(Refusal::TooManyEvents)
    }
}

/// Attacks a year.
fn attacks(lines: &[Line]) -> f64 {
    lines.iter().filter(|it| it.attack).map(|it| it.frequency).sum()
}
