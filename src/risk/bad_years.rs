//! Bad years of many postures of one firm: two figures from small grids, for comparing.
//!
//! The same computation as [`AnnualLoss`](super::AnnualLoss) without the wide grid that checks it and without what
//! is not asked for; how close it comes is a test.

use std::sync::OnceLock;

use super::annual_loss::{TAIL_PROBABILITY, by_themselves};
use super::climate::Climate;
use super::count::{Component, Counts};
use super::fft::Signal;
use super::firm::{FirmModel, Line};
use super::layer::Layer;
use super::on_grid::{Transform, event_spectra, partial_layer};
use super::refusal::Refusal;
use super::severity::EventLoss;

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
    climate: Climate,
    /// Attacks a year up to which the climate's rule is exact.
    attacks: f64,
    /// Loss of a bad year of the known posture, euros.
    near: f64,
    /// Events of the known posture: most postures change few of them.
    known: Vec<EventLoss>,
    /// Their spectra on the grids for a bad year and for the reserve, made when first needed.
    kept: [Kept; 2],
}

/// The events of the known posture on one grid.
struct Kept {
    transform: &'static Transform,
    step: f64,
    spectra: OnceLock<Vec<Signal>>,
}

/// Cells of a grid for a bad year, which then lies some 85 cells from zero.
const CELLS: usize = 128;
/// Cells of a grid for the reserve alone: the tail is smooth.
const CELLS_FOR_TAIL: usize = 64;
/// Attacks of a posture may exceed the known one's by so much before it gets a climate rule of its own.
const MORE_ATTACKS: f64 = 1.5;
/// Reach of a grid over the loss of a bad year that is expected on it.
const ROOM: f64 = 1.5;
/// Fewest cells below a loss that is read from a grid.
const ENOUGH_CELLS: f64 = 48.0;

impl<'a> BadYears<'a> {
    /// Around a posture whose bad year (value at risk) is known.
    pub fn around(firm: &'a FirmModel, degrees: &[f64], bad_year: f64) -> Result<Self, Refusal> {
        let lines = firm.lines(degrees);
        let attacks = MORE_ATTACKS * attacks(&lines);
        let climate = Climate::new(firm.climate_cv(), attacks).ok_or(Refusal::TooManyEvents)?;
        let near = if bad_year > 0.0 { bad_year } else { 1.0 };
        let kept = |loss, cells| {
            let transform = Transform::of(cells);
            Kept { transform, step: step(loss, transform), spectra: OnceLock::new() }
        };
        Ok(Self {
            firm,
            climate,
            attacks,
            near,
            known: lines.iter().map(|it| it.severity(None)).collect(),
            kept: [kept(near, CELLS), kept(firm.reserve_eur(), CELLS_FOR_TAIL)],
        })
    }

    /// The bad years of a posture.
    pub fn of(&self, degrees: &[f64]) -> Result<BadYear, Refusal> {
        let rare = 1.0 - TAIL_PROBABILITY;
        self.counted(degrees, |counts, events| {
            let (mean, reserve) = (counts.mean(f64::INFINITY), self.firm.reserve_eur());
            if counts.some() <= rare {
                return Ok(BadYear { worst_years: mean / rare, ruin: self.above(counts, events, reserve) });
            }
            let layer = self.holding(counts, events, rare)?;
            let from = layer.quantile(rare);
            let worst_years = from + (mean - layer.limited_mean(from)).max(0.0) / rare;
            let reads = layer.reach() >= reserve && reserve / layer.step() >= ENOUGH_CELLS;
            let ruin = if reads { layer.exceedance(reserve) } else { self.above(counts, events, reserve) };
            Ok(BadYear { worst_years, ruin })
        })
    }

    /// Probability a year of a loss above the reserve alone.
    pub fn ruin(&self, degrees: &[f64]) -> Result<f64, Refusal> {
        self.counted(degrees, |counts, events| Ok(self.above(counts, events, self.firm.reserve_eur())))
    }

    /// Calls `then` with the counts and the events of a posture.
    fn counted<T>(
        &self,
        degrees: &[f64],
        then: impl FnOnce(&Counts, &[EventLoss]) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let lines = self.firm.lines(degrees);
        let attacks = attacks(&lines);
        let climate = if attacks <= self.attacks {
            self.climate.clone()
        } else {
            Climate::new(self.firm.climate_cv(), attacks).ok_or(Refusal::TooManyEvents)?
        };
        let events: Vec<EventLoss> = lines.iter().map(|it| it.severity(None)).collect();
        let components: Vec<Component> =
            lines.iter().zip(&events).map(|(line, severity)| line.component(severity)).collect();
        let links = self.firm.links(&lines);
        let components = by_themselves(&components, &links);
        then(&Counts::new(&components, &links, climate), &events)
    }

    /// Probability a year of a loss above an amount.
    fn above(&self, counts: &Counts, events: &[EventLoss], loss: f64) -> f64 {
        if loss <= 0.0 || counts.some() <= 0.0 {
            return counts.some();
        }
        self.layer(counts, events, loss, Transform::of(CELLS_FOR_TAIL)).exceedance(loss)
    }

    /// A grid that reaches a little beyond a loss.
    fn layer(&self, counts: &Counts, events: &[EventLoss], loss: f64, transform: &Transform) -> Layer {
        let step = step(loss, transform);
        let is_it =
            |it: &&Kept| it.transform.cells() == transform.cells() && it.step.to_bits() == step.to_bits();
        let Some(kept) = self.kept.iter().find(is_it) else {
            let spectra = event_spectra(transform, events, step);
            return partial_layer(transform, counts, step, &spectra.iter().collect::<Vec<_>>());
        };
        let known = kept.spectra.get_or_init(|| event_spectra(transform, &self.known, step));
        let is_known = |at: &usize| events[*at] == self.known[*at];
        let fresh: Vec<EventLoss> =
            (0..events.len()).filter(|it| !is_known(it)).map(|it| events[it]).collect();
        let fresh = event_spectra(transform, &fresh, step);
        let mut fresh = fresh.iter();
        let own = |at| if is_known(&at) { &known[at] } else { fresh.next().expect("one per changed event") };
        let spectra: Vec<&Signal> = (0..events.len()).map(own).collect();
        partial_layer(transform, counts, step, &spectra)
    }

    /// A grid that holds the loss exceeded with that probability, with enough cells below it.
    fn holding(&self, counts: &Counts, events: &[EventLoss], rare: f64) -> Result<Layer, Refusal> {
        let mut loss = self.near;
        // Each round doubles or narrows to what was found: as many rounds as doubles have powers of two.
        for _ in 0..2100 {
            let layer = self.layer(counts, events, loss, Transform::of(CELLS));
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

/// Width of a cell of the grid that reaches a little beyond a loss.
fn step(loss: f64, transform: &Transform) -> f64 {
    ROOM * loss / transform.cells() as f64
}

/// Attacks a year.
fn attacks(lines: &[Line]) -> f64 {
    lines.iter().filter(|it| it.attack).map(|it| it.frequency).sum()
}
