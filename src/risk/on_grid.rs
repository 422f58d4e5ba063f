//! Severities on a grid and the annual loss on it: one layer of the distribution.
//!
//! Each event's loss is spread over the two nodes beside it so that its mean is kept (linear method of local
//! moments), and the variance this adds is taken out again. Mean and variance of every event are then exact,
//! and figures converge with the fourth power of the cell width.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::atoms;
use super::count::{Counts, Mixed};
use super::fft::{Fft, Signal, join, separate};
use super::layer::Layer;
use super::normal::Table;
use super::severity::{Atom, EventLoss, Grid, Severity};

/// Tables for grids of one size.
pub(super) struct Transform {
    cells: usize,
    logs: Vec<f64>,
    normal: &'static Table,
    fft: Fft,
    /// Damping of a partial layer per node.
    damping: Vec<f64>,
    /// Damping of a layer that holds everything: none.
    undamped: Vec<f64>,
}

/// Tables by the logarithm of their size, each made once.
static TRANSFORMS: [OnceLock<Transform>; usize::BITS as usize] =
    [const { OnceLock::new() }; usize::BITS as usize];

impl Transform {
    /// The tables for that many cells, a power of two.
    pub fn of(cells: usize) -> &'static Self {
        TRANSFORMS[cells.ilog2() as usize].get_or_init(|| Self::new(cells))
    }

    fn new(cells: usize) -> Self {
        let logs = (0..=cells + 1).map(|it| libm::log(it as f64)).collect();
        let tilt = TILT / cells as f64;
        let damping = (0..cells).map(|it| libm::exp(-tilt * it as f64)).collect();
        let undamped = vec![1.0; cells];
        Self { cells, logs, normal: Table::shared(), fft: Fft::new(cells), damping, undamped }
    }

    fn damping(&self, extent: Extent) -> &[f64] {
        if extent == Extent::Part { &self.damping } else { &self.undamped }
    }

    pub fn cells(&self) -> usize {
        self.cells
    }
}

/// How far a layer reaches and how it treats what lies beyond.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Extent {
    /// Events limited to that many cells; the grid holds the whole annual loss.
    Whole { limit: usize },
    /// Events beyond the grid are left out: the distribution function on the grid does not know them.
    Part,
}

/// Exponent by which the tilt of a partial layer damps what wraps around the end of the grid: 1.5e-8, while
/// rounding errors grow by the inverse at the grid's end, to 1e-9.
const TILT: f64 = 18.0;

/// One layer under work: events on its grid and their spectra.
pub(super) struct OnGrid<'a> {
    transform: &'a Transform,
    counts: &'a Counts<'a>,
    step: f64,
    /// Per component, probabilities at the nodes.
    masses: Vec<Vec<f64>>,
    /// Spectra of components with uncertain frequencies, in order.
    single: Vec<Signal>,
    mixed: Mixed,
    /// Probabilities of the annual loss at the nodes, no event left out.
    loss: Vec<f64>,
    extent: Extent,
}

impl<'a> OnGrid<'a> {
    pub fn new(transform: &'a Transform, counts: &'a Counts<'a>, step: f64, extent: Extent) -> Self {
        let cells = transform.cells;
        let masses: Vec<Vec<f64>> =
            counts.components.iter().map(|it| on_nodes(transform, it.severity, step, extent)).collect();
        let damping = transform.damping(extent);
        let damped = |mass: &[f64]| -> Vec<f64> { mass.iter().zip(damping).map(|(a, b)| a * b).collect() };
        // Poisson components need one transform together; each uncertain frequency needs its own, and so does what brings
        // other events along or is brought.
        let is_linked = |at: usize| counts.links.iter().any(|it| it.parent == at || it.child == at);
        let needs_own = |at: usize| !counts.components[at].is_poisson() || is_linked(at);
        let mut signals = vec![vec![0.0; cells], vec![0.0; cells]];
        for (at, (it, mass)) in counts.components.iter().zip(&masses).enumerate() {
            if needs_own(at) {
                signals.push(damped(mass));
            } else {
                let sum = &mut signals[usize::from(it.attack)];
                for ((place, mass), damping) in sum.iter_mut().zip(mass).zip(damping) {
                    *place += it.frequency * mass * damping;
                }
            }
        }
        let mut spectra = spectra(&transform.fft, signals);
        let mut own = spectra.split_off(2).into_iter();
        let mut sums: [Signal; 2] = spectra.try_into().expect("two sums were pushed first");
        let nothing = Signal::zeros(sums[0].len());
        let own: Vec<Signal> = (0..counts.components.len())
            .map(|at| if needs_own(at) { own.next().expect("one per component") } else { nothing.clone() })
            .collect();
        let linked = linked(counts, &own.iter().collect::<Vec<_>>());
        let mut masses = masses;
        let mut single = Vec::new();
        for (at, (it, spectrum)) in counts.components.iter().zip(linked).enumerate() {
            if counts.brought_by(at).next().is_some() {
                masses[at] = inverse(transform, &spectrum, &nothing, damping).0;
            }
            if !it.is_poisson() {
                single.push(spectrum.into_owned());
            } else if is_linked(at) {
                sums[usize::from(it.attack)].add_scaled(it.frequency, &spectrum);
            }
        }
        let mixed = counts.mix(&sums, &single.iter().collect::<Vec<_>>(), true);
        let (loss, _) = inverse(transform, &mixed.positive, &nothing, damping);
        Self { transform, counts, step, masses, single, mixed, loss, extent }
    }

    /// False where rounding errors outgrew the probabilities.
    pub fn is_finite(&self) -> bool {
        self.loss.iter().all(|it| it.is_finite())
    }

    /// Probability and first two moments of the loss in years with events, as the grid has them.
    pub fn moments(&self) -> [f64; 3] {
        let mut sums = [0.0; 3];
        for (node, mass) in self.loss.iter().enumerate() {
            let loss = node as f64 * self.step;
            sums[0] += mass;
            sums[1] += mass * loss;
            sums[2] += mass * loss * loss;
        }
        sums
    }

    /// The distribution function on this grid.
    pub fn layer(&self) -> Layer {
        let atoms = atoms::atoms(self.counts, self.reach());
        Layer::new(self.step, &self.loss, self.counts.some(), atoms, self.reach())
    }

    /// Loss up to which the layer's distribution function is the annual loss's.
    fn reach(&self) -> f64 {
        last_node(self.transform, self.extent) as f64 * self.step
    }

    /// For every component, what its events contribute to the mean in years up to `loss`.
    pub fn contributions(&self, loss: f64) -> Vec<f64> {
        let weighted = &self.mixed.weighted;
        let components = self.counts.components;
        let mut single = self.single.iter();
        // Poisson components of one kind see the same rest of the year; only their frequency differs.
        let mut rests: Vec<Vec<f64>> = Vec::new();
        let spectra: Vec<Signal> = components
            .iter()
            .map(|it| {
                let own = if it.is_poisson() { None } else { single.next() };
                self.counts.beside(it, own, weighted)
            })
            .collect();
        let damping = self.transform.damping(self.extent);
        for pair in spectra.chunks(2) {
            let nothing = Signal::zeros(pair[0].len());
            let (first, second) = inverse(self.transform, &pair[0], pair.get(1).unwrap_or(&nothing), damping);
            rests.push(first);
            rests.push(second);
        }
        let place = loss / self.step - 0.5;
        components
            .iter()
            .zip(rests)
            .zip(&self.masses)
            .map(|((_, rest), mass)| between(place, |last| self.up_to(last, &rest, mass)))
            .collect()
    }

    /// Sum over the rest of the year and the event's node, together at most `last`, of the event's loss.
    fn up_to(&self, last: usize, rest: &[f64], mass: &[f64]) -> f64 {
        let last = last.min(mass.len() - 1);
        let mut event = 0.0;
        let mut sum = 0.0;
        for (node, mass) in mass[..=last].iter().enumerate() {
            event += mass * node as f64;
            sum += event * rest[last - node];
        }
        sum * self.step
    }
}

/// Spectra of single events on a partial layer's grid.
pub(super) fn event_spectra(transform: &Transform, events: &[EventLoss], step: f64) -> Vec<Signal> {
    let damped = |it: &EventLoss| -> Vec<f64> {
        let mut mass = on_nodes(transform, it, step, Extent::Part);
        mass.iter_mut().zip(&transform.damping).for_each(|(mass, damping)| *mass *= damping);
        mass
    };
    spectra(&transform.fft, events.iter().map(damped).collect())
}

/// A partial layer from the spectra of its components' events.
pub(super) fn partial_layer(transform: &Transform, counts: &Counts, step: f64, events: &[&Signal]) -> Layer {
    let len = transform.cells / 2 + 1;
    let mut sums = [Signal::zeros(len), Signal::zeros(len)];
    let mut single = Vec::with_capacity(events.len());
    let events = linked(counts, events);
    for (it, spectrum) in counts.components.iter().zip(&events) {
        if it.is_poisson() {
            sums[usize::from(it.attack)].add_scaled(it.frequency, spectrum);
        } else {
            single.push(&**spectrum);
        }
    }
    let mixed = counts.mix(&sums, &single, false);
    let (loss, _) = inverse(transform, &mixed.positive, &Signal::zeros(len), &transform.damping);
    let reach = last_node(transform, Extent::Part) as f64 * step;
    Layer::new(step, &loss, counts.some(), atoms::atoms(counts, reach), reach)
}

/// The spectra of events with everything they bring along.
fn linked<'s>(counts: &Counts, events: &[&'s Signal]) -> Vec<Cow<'s, Signal>> {
    let mut all: Vec<Cow<Signal>> = events.iter().map(|it| Cow::Borrowed(*it)).collect();
    for link in counts.links {
        all[link.parent].to_mut().bring(link.probability, events[link.child]);
    }
    all
}

/// Node up to which a layer's distribution function is the annual loss's.
fn last_node(transform: &Transform, extent: Extent) -> usize {
    let last = match extent {
        Extent::Whole { limit } => limit,
        Extent::Part => transform.cells,
    };
    // The smoothing at the nodes looks at neighbours on both sides.
    last.saturating_sub(4)
}

/// Linear between the values at whole places, zero below the first.
fn between(place: f64, value: impl Fn(usize) -> f64) -> f64 {
    if place <= 0.0 {
        return 0.0;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place on the grid")]
    let below = place as usize;
    let (from, to) = (value(below), value(below + 1));
    from + (place - below as f64) * (to - from)
}

/// Spectra of real signals, two at a time.
fn spectra(fft: &Fft, signals: Vec<Vec<f64>>) -> Vec<Signal> {
    let mut all = Vec::with_capacity(signals.len() + 1);
    let count = signals.len();
    let mut signals = signals.into_iter();
    while let Some(re) = signals.next() {
        let im = signals.next().unwrap_or_else(|| vec![0.0; fft.len()]);
        let mut packed = Signal { re, im };
        fft.forward(&mut packed);
        let (first, second) = separate(&packed);
        all.extend([first, second]);
    }
    all.truncate(count);
    all
}

/// Two real signals from their spectra, the damping taken out again.
fn inverse(transform: &Transform, first: &Signal, second: &Signal, damping: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let mut packed = join(first, second);
    transform.fft.inverse(&mut packed);
    let scale = 1.0 / transform.cells as f64;
    for ((re, im), damping) in packed.re.iter_mut().zip(&mut packed.im).zip(damping) {
        *re *= scale / damping;
        *im *= scale / damping;
    }
    (packed.re, packed.im)
}

/// Probabilities of an event's loss at the nodes of the grid.
fn on_nodes(transform: &Transform, severity: &dyn Severity, step: f64, extent: Extent) -> Vec<f64> {
    let cells = transform.cells;
    let (used, end) = match extent {
        Extent::Whole { limit } => (limit, limit as f64 * step),
        Extent::Part => (cells, f64::INFINITY),
    };
    let mut atoms: Vec<Atom> = severity.atoms().into_iter().filter(|it| it.at < end).collect();
    if end.is_finite() {
        atoms.push(Atom { at: end, mass: severity.exceedance(end * (1.0 - f64::EPSILON)) });
    }
    // Mean exceedance per cell of what is not concentrated in atoms.
    let mut above = vec![0.0; used];
    severity.cell_exceedances(&Grid { step, logs: &transform.logs, normal: transform.normal }, &mut above);
    let mut left = 1.0;
    for atom in &atoms {
        left -= atom.mass;
        let place = atom.at / step;
        for (cell, above) in above.iter_mut().enumerate() {
            let share = place - cell as f64;
            if share <= 0.0 {
                break;
            }
            *above -= atom.mass * share.min(1.0);
        }
    }
    let mut masses = vec![0.0; cells];
    let mut before = left.max(0.0);
    for (mass, above) in masses.iter_mut().zip(&above) {
        *mass = before - above;
        before = *above;
    }
    if used < cells {
        masses[used] = before;
    }
    let excess = excess_variance(severity, step, &masses[..(used + 1).min(cells)], &atoms);
    sharpen(&mut masses, &excess);
    for atom in &atoms {
        add_atom(&mut masses, atom.at / step, atom.mass);
    }
    masses
}

/// Variance, in squared cells, that spreading the losses of each cell over its two nodes adds: exact near
/// zero, a sixth of the cell's probability where the density is smooth.
fn excess_variance(severity: &dyn Severity, step: f64, masses: &[f64], atoms: &[Atom]) -> Vec<f64> {
    let rough = severity.smooth_from(step) / step;
    let (mut mean, mut square) = (0.0, 0.0);
    masses
        .windows(2)
        .enumerate()
        .map(|(cell, ends)| {
            let from = cell as f64;
            if from >= rough {
                return (ends[0] + ends[1]) / 12.0;
            }
            // E (X - from)(to - X) on the cell is the integral of P(X > x) (from + to - 2 x).
            let to = (cell + 1) as f64 * step;
            let (next_mean, next_square) = (severity.limited_mean(to), severity.limited_square(to));
            let whole =
                (2.0 * from + 1.0) * ((next_mean - mean) / step) - (next_square - square) / (step * step);
            (mean, square) = (next_mean, next_square);
            let of_atom = |it: &Atom| {
                let share = it.at / step - from;
                if (0.0..1.0).contains(&share) { it.mass * share * (1.0 - share) } else { 0.0 }
            };
            whole - atoms.iter().map(of_atom).sum::<f64>()
        })
        .collect()
}

/// Takes that much variance out of each cell again. Probability and mean stay as they are.
fn sharpen(masses: &mut [f64], excess: &[f64]) {
    let mut take = |node: usize, variance: f64| {
        masses[node - 1] -= 0.5 * variance;
        masses[node] += variance;
        if let Some(above) = masses.get_mut(node + 1) {
            *above -= 0.5 * variance;
        }
    };
    for (cell, excess) in excess.iter().enumerate() {
        take(cell.max(1), 0.5 * excess);
        take(cell + 1, 0.5 * excess);
    }
}

/// Puts a mass at a place between nodes, its mean and variance kept; beyond the grid it is left out.
pub(super) fn add_atom(masses: &mut [f64], place: f64, mass: f64) {
    if place >= (masses.len() - 2) as f64 {
        return;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place on the grid")]
    let node = ((place + 0.5) as usize).max(1);
    let share = place - node as f64;
    masses[node - 1] += mass * 0.5 * share * (share - 1.0);
    masses[node] += mass * (1.0 - share) * (1.0 + share);
    masses[node + 1] += mass * 0.5 * share * (share + 1.0);
}
