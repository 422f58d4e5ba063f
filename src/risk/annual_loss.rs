//! The distribution of the annual loss: exact up to a stated error, without random numbers.
//!
//! Method and measured accuracy: `docs/method.md`, section on the annual loss.

use super::climate::Climate;
use super::costly::Costly;
use super::count::{Component, Counts, Link};
use super::layer::Layer;
use super::on_grid::{Extent, OnGrid, Transform};
use super::refusal::{Quantity, Refusal};

/// What is asked of the distribution.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Probabilities at which quantiles will be asked for; those get a grid of their own where needed.
    pub probabilities: Vec<f64>,
    /// Losses in euros whose exceedance will be asked for, such as the reserve.
    pub thresholds: Vec<f64>,
    /// Cells per grid, raised to a power of two; doubled where the self-check demands it.
    pub cells: usize,
    /// True where the curve will be drawn and the tail shared out among components.
    pub in_detail: bool,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            probabilities: vec![0.9, 0.95, 0.99, 0.995],
            thresholds: Vec::new(),
            cells: 512,
            in_detail: true,
        }
    }
}

impl Request {
    /// The bad year (one in twenty), the very bad year (one in a hundred) and a reserve alone: for figures that are
    /// compared and not drawn.
    pub fn in_short(reserve: f64) -> Self {
        Self { probabilities: vec![0.95, 0.99], thresholds: vec![reserve], cells: 512, in_detail: false }
    }
}

/// The annual loss: a sum over a random number of events, not frequency times magnitude.
#[derive(Clone, Debug, PartialEq)]
pub struct AnnualLoss {
    pub(super) mean: f64,
    pub(super) sd: f64,
    pub(super) some: f64,
    /// From the finest to the coarsest.
    pub(super) layers: Vec<Layer>,
    pub(super) component_means: Vec<f64>,
    pub(super) tail_shares: Vec<f64>,
    pub(super) check: SelfCheck,
}

/// How far the grid is from what is known in closed form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SelfCheck {
    /// Total probability minus one.
    pub mass_error: f64,
    /// Relative error of the mean with events limited to the grid's reach.
    pub mean_error: f64,
    /// Relative error of the variance with events limited to the grid's reach.
    pub variance_error: f64,
    /// Largest relative difference between grids of different width.
    pub grid_difference: f64,
    /// Cells per grid that were used.
    pub cells: usize,
    /// Grids that were used.
    pub grids: usize,
}

/// Largest errors of the self-check that pass.
const MASS_TOLERANCE: f64 = 1e-9;
const MEAN_TOLERANCE: f64 = 1e-6;
const VARIANCE_TOLERANCE: f64 = 1e-4;
const GRID_TOLERANCE: f64 = 2e-5;

/// Fewest cells a grid may have.
const FEWEST_CELLS: usize = 256;

/// Most cells a grid may have; beyond, the input is refused.
const MOST_CELLS: usize = 1 << 17;

/// Fewest cells below a loss that is asked for; the error falls with the fourth power.
const ENOUGH_CELLS: f64 = 64.0;

/// Fewest cells of a grid for a loss beside which years heap up, and fewest of them below that loss.
const CELLS_AT_HEAP: usize = 4096;
const ENOUGH_CELLS_AT_HEAP: f64 = 2048.0;

/// Cells on either side of a heap in which it blurs the distribution.
const BESIDE: f64 = 4.0;
/// Probability of a heap, as a share of that of all larger losses, from which it counts.
const HEAP: f64 = 1e-3;

/// Most doublings of the first guess at the end of the widest grid. Half of the asked probability is kept for one event
/// beyond the guess's largest; for the rest Chebyshev's inequality puts the end at most `sqrt(2 / 1e-5) = 447` deviations above
/// the mean, and the guess has three of them: eight doublings. Beyond, rounding ate the distribution.
const MOST_ROUNDS: usize = 12;

/// Most grids; each widens the span of losses that can be told apart by a factor of about ten.
const MOST_GRIDS: usize = 64;

/// Probability beyond the widest grid, as a negative logarithm: 1e-12.
const LOG_RARE: f64 = 27.6;

/// Probability a year of the rarest loss on a drawn curve.
pub(super) const RAREST_DRAWN: f64 = 0.001;

/// The probability at which tails are shared out among components.
pub const TAIL_PROBABILITY: f64 = 0.95;

/// The annual loss of independent components under a common climate of that coefficient of variation.
pub fn compound(components: &[Component], climate_cv: f64, request: &Request) -> Result<AnnualLoss, Refusal> {
    linked(components, &[], climate_cv, request)
}

/// The same where events of some components bring events of others along. A component's frequency counts all its events;
/// links change what happens together and no mean.
pub(super) fn linked(
    components: &[Component],
    links: &[Link],
    climate_cv: f64,
    request: &Request,
) -> Result<AnnualLoss, Refusal> {
    check(components, climate_cv, request)?;
    let means: Vec<f64> =
        components.iter().map(|it| it.frequency * it.severity.limited_mean(f64::INFINITY)).collect();
    let components = by_themselves(components, links);
    let costly: Vec<Costly> = components.iter().map(Costly::of).collect();
    // What comes of an event that costs nothing itself still costs: linked events stay as they are.
    let is_linked = |at: usize| links.iter().any(|it| it.parent == at || it.child == at);
    let thinned = components.iter().zip(&costly).enumerate();
    let thinned = thinned.map(|(at, (it, costly))| if is_linked(at) { *it } else { costly.instead(*it) });
    let components = &thinned.collect::<Vec<_>>()[..];
    let attacks = components.iter().filter(|it| it.attack).map(|it| it.frequency).sum();
    let climate = Climate::new(climate_cv, attacks).ok_or(Refusal::TooManyEvents)?;
    let counts = Counts::new(components, links, climate);
    let mut cells = request.cells.clamp(FEWEST_CELLS, MOST_CELLS).next_power_of_two();
    loop {
        let planner = Planner { counts: &counts, request, means: &means, transform: Transform::of(cells) };
        match planner.annual_loss() {
            Err(Refusal::SelfCheck(_) | Refusal::TooManyEvents) if cells < MOST_CELLS => cells *= 2,
            result => return result,
        }
    }
}

/// The components with the events that no other brings along.
pub(super) fn by_themselves<'a>(components: &[Component<'a>], links: &[Link]) -> Vec<Component<'a>> {
    let mut all = components.to_vec();
    for link in links {
        all[link.child].frequency -= link.probability * components[link.parent].frequency;
    }
    all
}

fn check(components: &[Component], climate_cv: f64, request: &Request) -> Result<(), Refusal> {
    let refuse = |quantity, component| Err(Refusal::NotUsable { quantity, component });
    for (index, it) in components.iter().enumerate() {
        if !(it.frequency.is_finite() && it.frequency >= 0.0) {
            return refuse(Quantity::Frequency, Some(index));
        }
        if !(it.frequency_cv2.is_finite() && (0.0..=MOST_CV2).contains(&it.frequency_cv2)) {
            return refuse(Quantity::FrequencySpread, Some(index));
        }
        let (mean, square) =
            (it.severity.limited_mean(f64::INFINITY), it.severity.limited_square(f64::INFINITY));
        if !(mean.is_finite() && mean >= 0.0 && square.is_finite() && square >= 0.0) {
            return refuse(Quantity::Severity, Some(index));
        }
    }
    if !(0.0..=MOST_CLIMATE_CV).contains(&climate_cv) {
        return refuse(Quantity::Climate, None);
    }
    if let Some(p) = request.probabilities.iter().find(|it| !(0.0..=MOST_PROBABLE).contains(*it)) {
        return Err(Refusal::TooFarOut(*p));
    }
    if request.thresholds.iter().any(|it| !(it.is_finite() && *it >= 0.0)) {
        return refuse(Quantity::Threshold, None);
    }
    Ok(())
}

/// Squared coefficient of variation of a frequency beyond which nothing is known of it.
const MOST_CV2: f64 = 100.0;
/// Coefficient of variation of the climate beyond which years have nothing in common.
const MOST_CLIMATE_CV: f64 = 3.0;
/// The farthest quantile: beyond, the tail is smaller than what the transform's rounding leaves certain.
const MOST_PROBABLE: f64 = 0.999_99;

struct Planner<'a> {
    counts: &'a Counts<'a>,
    request: &'a Request,
    /// Mean loss a year of each component, all its events counted.
    means: &'a [f64],
    transform: &'a Transform,
}

impl<'a> Planner<'a> {
    fn annual_loss(&self) -> Result<AnnualLoss, Refusal> {
        let (mean, some) = (self.means.iter().sum::<f64>(), self.counts.some());
        let sd = self.counts.variance(f64::INFINITY).sqrt();
        let component_means = self.means.to_vec();
        if mean <= 0.0 || some <= 0.0 {
            let check = SelfCheck { cells: self.transform.cells(), ..SelfCheck::perfect() };
            let tail_shares = vec![0.0; component_means.len()];
            return Ok(AnnualLoss {
                mean,
                sd,
                some,
                layers: Vec::new(),
                component_means,
                tail_shares,
                check,
            });
        }
        let (widest, mut check) = self.widest()?;
        let mut worked = vec![widest];
        let mut layers: Vec<Layer> = worked.iter().map(OnGrid::layer).collect();
        self.refine(&mut worked, &mut layers);
        check.grids = layers.len();
        check.grid_difference = grid_difference(&layers);
        if check.grid_difference > GRID_TOLERANCE {
            return Err(Refusal::SelfCheck(check));
        }
        let tail_shares = if self.request.in_detail {
            let booked: Vec<f64> = (0..component_means.len()).map(|it| self.counts.booked_mean(it)).collect();
            self.tail_shares(&worked, &layers, &booked)
        } else {
            Vec::new()
        };
        layers.reverse();
        Ok(AnnualLoss { mean, sd, some, layers, component_means, tail_shares, check })
    }

    /// Share of each component in the mean of the worst years, what it brings along included; they add up to one, the last
    /// being what is left.
    fn tail_shares(&self, worked: &[OnGrid], layers: &[Layer], component_means: &[f64]) -> Vec<f64> {
        let bad_year = quantile(layers, self.counts.some(), 1.0 - TAIL_PROBABILITY);
        let mut tails = component_means.to_vec();
        if bad_year > 0.0 {
            let below = worked[finest(layers, bad_year)].contributions(bad_year);
            tails = component_means.iter().zip(below).map(|(all, below)| (all - below).max(0.0)).collect();
        }
        let sum: f64 = tails.iter().sum();
        for tail in &mut tails {
            *tail /= sum;
        }
        if let Some((last, others)) = tails.split_last_mut() {
            *last = (1.0 - others.iter().sum::<f64>()).max(0.0);
        }
        tails
    }

    /// A grid that holds the whole distribution of the annual loss with events limited to beyond everything
    /// that is asked for.
    fn widest(&self) -> Result<(OnGrid<'a>, SelfCheck), Refusal> {
        let drawn = if self.request.in_detail { 1.0 - RAREST_DRAWN } else { 0.0 };
        let most = self.request.probabilities.iter().copied().fold(drawn, f64::max);
        let farthest = self.request.thresholds.iter().copied().fold(0.0, f64::max);
        let mut limit = self.first_guess(1.0 - most).max(1.05 * farthest);
        for _ in 0..MOST_ROUNDS {
            let reach = self.counts.reach(limit, LOG_RARE);
            if !reach.is_finite() {
                return Err(Refusal::TooManyEvents);
            }
            let share = limit / reach;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the cells")]
            let nodes = (share * (self.transform.cells() - 8) as f64) as usize;
            if nodes < 32 {
                return Err(Refusal::TooManyEvents);
            }
            let step = limit / nodes as f64;
            let worked = OnGrid::new(self.transform, self.counts, step, Extent::Whole { limit: nodes });
            let layer = worked.layer();
            if layer.holds(1.0 - most) && layer.reach() >= farthest {
                let check = self.self_check(&worked, limit);
                let passed = check.mass_error.abs() <= MASS_TOLERANCE
                    && check.mean_error.abs() <= MEAN_TOLERANCE
                    && check.variance_error.abs() <= VARIANCE_TOLERANCE;
                return if passed { Ok((worked, check)) } else { Err(Refusal::SelfCheck(check)) };
            }
            limit *= 2.0;
        }
        Err(Refusal::TooManyEvents)
    }

    /// A loss that is probably exceeded less often than `rare`: one large event on top of an ordinary year.
    fn first_guess(&self, rare: f64) -> f64 {
        let components = self.counts.components;
        let events = |loss: f64| -> f64 {
            components.iter().map(|it| it.frequency * it.severity.exceedance(loss)).sum()
        };
        let total: f64 = components.iter().map(|it| it.frequency).sum();
        // Where even all events together are rarer, the scale is that of the events themselves.
        let rare = (0.5 * rare).min(1e-3 * total);
        let (mut low, mut high) = (-690.0, 690.0);
        // To a tenth of a thousandth: a guess need not be better.
        for _ in 0..24 {
            let middle = 0.5 * (low + high);
            if events(libm::exp(middle)) > rare { low = middle } else { high = middle }
        }
        let jump = libm::exp(high);
        1.2 * jump + self.counts.mean(jump) + 3.0 * self.counts.variance(jump).sqrt()
    }

    fn self_check(&self, worked: &OnGrid, limit: f64) -> SelfCheck {
        let [mass, first, second] = worked.moments();
        let (mean, some) = (self.counts.mean(limit), self.counts.some());
        let variance = self.counts.variance(limit);
        SelfCheck {
            mass_error: mass - some,
            mean_error: first / mean - 1.0,
            variance_error: (second - first * first) / variance - 1.0,
            cells: self.transform.cells(),
            ..SelfCheck::perfect()
        }
    }

    /// Adds narrower grids until every loss asked for lies at least [`ENOUGH_CELLS`] from zero, and beside a heap of
    /// years at least [`ENOUGH_CELLS_AT_HEAP`].
    fn refine(&self, worked: &mut Vec<OnGrid<'a>>, layers: &mut Vec<Layer>) {
        let some = self.counts.some();
        let mut tails: Vec<f64> = self.request.probabilities.iter().map(|it| 1.0 - it).collect();
        if self.request.in_detail {
            // The body of the curve is drawn even where nobody asks for a quantile in it.
            tails.extend([1.0 - TAIL_PROBABILITY, 0.8 * some, RAREST_DRAWN]);
        }
        loop {
            let asked = tails.iter().map(|it| quantile(layers, some, *it));
            let asked = asked.chain(self.request.thresholds.iter().copied().filter(|it| self.matters(*it)));
            // The widest grid is there to check: nothing is read from it.
            let coarse = |it: &f64| {
                let place = finest(layers, *it);
                let cells = *it / layers[place].step();
                let is_blurred = || cells < ENOUGH_CELLS_AT_HEAP && self.is_beside_heap(&layers[place], *it);
                *it > 0.0 && (place == 0 || cells < ENOUGH_CELLS || is_blurred())
            };
            // The largest first: its grid may do for the others too.
            let Some(next) = asked.filter(coarse).max_by(f64::total_cmp) else { return };
            if layers.len() >= MOST_GRIDS {
                return;
            }
            let coarse = &layers[finest(layers, next)];
            let coarse_step = coarse.step();
            let enough = next / coarse_step >= ENOUGH_CELLS;
            let transform =
                if enough && self.is_beside_heap(coarse, next) && self.transform.cells() < CELLS_AT_HEAP {
                    Transform::of(CELLS_AT_HEAP)
                } else {
                    self.transform
                };
            // A loss of few cells is known to about a cell. Where the next grid would be much narrower, one in
            // between comes first, so that neighbours can be compared.
            let width = (1.15 * next + 2.0 * coarse_step).max(1.2 * ENOUGH_CELLS * coarse_step);
            let step = width / (transform.cells() - 8) as f64;
            let narrower = OnGrid::new(transform, self.counts, step, Extent::Part);
            if !narrower.is_finite() {
                // Cells so narrow that rounding fills them; what is known stays known.
                return;
            }
            worked.push(narrower);
            layers.push(worked.last().expect("pushed above").layer());
        }
    }

    /// True where years heap up so close to a loss that a layer's cells cannot tell them apart: on an atom with a small
    /// event on top, or where the density of a single event jumps.
    fn is_beside_heap(&self, layer: &Layer, loss: f64) -> bool {
        let step = layer.step();
        let least = HEAP * layer.exceedance(loss);
        let is_beside = |at: f64| (at - loss).abs() <= BESIDE * step;
        let is_jump = |it: &Component, at: f64| {
            let above = |cells: f64| it.severity.exceedance(at + cells * step);
            it.frequency * (above(-1.0) - 2.0 * above(0.0) + above(1.0)).abs() > least
        };
        let components = self.counts.components;
        layer.atoms().iter().any(|it| is_beside(it.at) && it.mass > least)
            || components
                .iter()
                .any(|it| it.severity.jumps().into_iter().any(|at| is_beside(at) && is_jump(it, at)))
    }

    /// False for losses so small that hardly any event is smaller.
    fn matters(&self, loss: f64) -> bool {
        let below = |it: &Component| it.frequency * (1.0 - it.severity.exceedance(loss));
        self.counts.components.iter().map(below).sum::<f64>() > 1e-12
    }
}

/// Largest difference between neighbouring grids at nine tenths of the shorter one's reach: of the mean up to
/// there, as a share of that loss times the probability of exceeding it (of 1e-4 where that is rarer).
///
/// A quantile there is off by about that share. The mean and not the probability itself, because the latter
/// jumps where years have a probability of their own.
fn grid_difference(layers: &[Layer]) -> f64 {
    let at = |pair: &[Layer]| {
        // A quantile near the widest grid's end asks for a finer one that reaches beyond it.
        let loss = 0.9 * pair[0].reach().min(pair[1].reach());
        let difference = pair[0].limited_mean(loss) - pair[1].limited_mean(loss);
        difference.abs() / (loss * pair[1].exceedance(loss).max(1e-4))
    };
    layers.windows(2).map(at).fold(0.0, f64::max)
}

/// Place of the finest of the layers (coarsest first) that reaches `loss`.
fn finest(layers: &[Layer], loss: f64) -> usize {
    layers.iter().rposition(|it| it.reach() >= loss).unwrap_or(0)
}

/// Smallest loss exceeded with probability `rare` at most, on the finest of the layers (coarsest first) that
/// holds it.
fn quantile(layers: &[Layer], some: f64, rare: f64) -> f64 {
    if some <= rare {
        return 0.0;
    }
    let holding = layers.iter().rev().find(|it| it.holds(rare)).or(layers.first());
    holding.map_or(0.0, |it| it.quantile(rare))
}

impl SelfCheck {
    fn perfect() -> Self {
        Self {
            mass_error: 0.0,
            mean_error: 0.0,
            variance_error: 0.0,
            grid_difference: 0.0,
            cells: 0,
            grids: 0,
        }
    }
}
