//! Loss per event, and how it comes onto a grid.

use super::lognormal::Lognormal;
use super::normal::{self, Table};

/// A probability mass at one amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Atom {
    /// Euros per event.
    pub at: f64,
    /// Probability.
    pub mass: f64,
}

/// The loss of one event: a distribution on the positive euros, known by its limited moments.
///
/// The engine needs nothing else, so that any severity can be compounded; [`EventLoss`] is the product's.
pub trait Severity {
    /// E\[min(X, limit)\]; the mean for an infinite limit.
    fn limited_mean(&self, limit: f64) -> f64;

    /// E\[min(X, limit)^2\]; infinite where the second moment is.
    fn limited_square(&self, limit: f64) -> f64;

    /// P(X > loss).
    fn exceedance(&self, loss: f64) -> f64;

    /// Amounts that single events cost with positive probability, ascending.
    fn atoms(&self) -> Vec<Atom>;

    /// Amounts of single events at which their density jumps, atoms left aside.
    fn jumps(&self) -> Vec<f64> {
        Vec::new()
    }

    /// Amount above which nearby probabilities vary smoothly from one grid cell of width `step` to the next.
    fn smooth_from(&self, step: f64) -> f64 {
        SMOOTH_CELLS * step
    }

    /// Mean of P(X > x) over each of the cells `0..into.len()` of that grid.
    fn cell_exceedances(&self, grid: &Grid, into: &mut [f64]) {
        let mut below = 0.0;
        for (cell, place) in into.iter_mut().enumerate() {
            let above = self.limited_mean((cell + 1) as f64 * grid.step);
            *place = (above - below) / grid.step;
            below = above;
        }
    }
}

/// Cells near zero in which a density of ordinary width is not taken to be smooth.
const SMOOTH_CELLS: f64 = 8.0;

/// Euros beyond which an insurer's limit is no limit.
const UNLIMITED: f64 = 1e100;

/// Equal cells of width `step` from zero.
#[derive(Clone, Copy, Debug)]
pub struct Grid<'a> {
    /// Width of a cell, euros.
    pub step: f64,
    /// Natural logarithms of the whole numbers from 0 to the number of cells.
    pub(super) logs: &'a [f64],
    pub(super) normal: &'a Table,
}

/// What insurance pays of one event: a share of the loss, less the deductible, up to the limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    /// Share of the loss that counts as insured, 0 to 1.
    pub share: f64,
    /// Euros of the insured part that the firm keeps.
    pub deductible: f64,
    /// Most euros that are paid.
    pub limit: f64,
}

impl Cover {
    /// Paid for an event of that size.
    pub fn pays(&self, loss: f64) -> f64 {
        (self.share * loss - self.deductible).clamp(0.0, self.limit)
    }
}

/// Loss of one event that stays with the firm: a lognormal up to a cap, less what insurance pays of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EventLoss {
    gross: Lognormal,
    /// Losses from here on are insured; infinite without insurance.
    from: f64,
    /// Losses from here on are insured no further.
    to: f64,
    /// Share of each euro between that stays with the firm.
    kept: f64,
}

impl EventLoss {
    /// A lognormal loss with that median and log standard deviation, at most `cap` per event.
    pub fn new(median: f64, sigma: f64, cap: f64) -> Self {
        let gross = Lognormal::new(median, sigma, cap);
        Self { gross, from: f64::INFINITY, to: f64::INFINITY, kept: 1.0 }
    }

    /// What remains of it under that cover.
    #[must_use]
    pub fn under(self, cover: &Cover) -> Self {
        if cover.share <= 0.0 || cover.limit <= 0.0 {
            return self;
        }
        let from = cover.deductible / cover.share;
        // A limit beyond any loss is as good as none and keeps the arithmetic finite.
        let span = cover.limit.min(UNLIMITED) / cover.share;
        Self { from, to: from + span, kept: 1.0 - cover.share, ..self }
    }

    /// Euros that stay with the firm of a gross loss.
    pub fn of_gross(&self, loss: f64) -> f64 {
        let insured = (loss.min(self.to) - self.from).max(0.0);
        loss - (1.0 - self.kept) * insured
    }

    /// Gross loss of an event `z` standard deviations beyond the median on the logarithmic scale.
    pub(super) fn gross_at(&self, z: f64) -> f64 {
        (self.gross.median() * libm::exp(self.gross.sigma() * z)).min(self.gross.cap())
    }

    /// The largest gross loss of which `net` stays with the firm.
    fn gross_of(&self, net: f64) -> f64 {
        if net < self.from || self.from.is_infinite() {
            return net;
        }
        let over = net - self.from;
        if self.kept > 0.0 && over / self.kept <= self.to - self.from {
            return self.from + over / self.kept;
        }
        self.to + (over - self.kept * (self.to - self.from)).max(0.0)
    }

    /// Gross euros per net euro at a gross loss beyond the deductible.
    fn slope_at(&self, gross: f64) -> f64 {
        if gross < self.to { 1.0 / self.kept } else { 1.0 }
    }

    /// Smallest and largest net amount at which the shape breaks.
    fn breaks(&self) -> [f64; 3] {
        [self.from, self.of_gross(self.to), self.of_gross(self.gross.cap())]
    }
}

impl Severity for EventLoss {
    fn limited_mean(&self, limit: f64) -> f64 {
        let gross = self.gross_of(limit);
        let mean = |to: f64| self.gross.limited_mean(to.min(gross));
        if gross <= self.from {
            return mean(gross);
        }
        let (from, to) = (mean(self.from), mean(self.to));
        from + self.kept * (to - from) + (mean(gross) - to)
    }

    fn limited_square(&self, limit: f64) -> f64 {
        let gross = self.gross_of(limit);
        let mean = |to: f64| self.gross.limited_mean(to.min(gross));
        let square = |to: f64| self.gross.limited_square(to.min(gross));
        let mut sum = square(self.from);
        if gross > self.from {
            // Integral of 2 y(x) y'(x) P(X > x): y = from + kept (x - from), then y = x - paid.
            let (squares, means) = (square(self.to) - sum, mean(self.to) - mean(self.from));
            sum += self.kept * (self.kept * squares + 2.0 * (1.0 - self.kept) * self.from * means);
        }
        if gross > self.to {
            let paid = (1.0 - self.kept) * (self.to - self.from);
            sum += square(gross) - square(self.to) - 2.0 * paid * (mean(gross) - mean(self.to));
        }
        sum
    }

    fn exceedance(&self, loss: f64) -> f64 {
        self.gross.exceedance(self.gross_of(loss))
    }

    fn atoms(&self) -> Vec<Atom> {
        let mut atoms = Vec::new();
        let cap = self.gross.cap();
        if self.gross.sigma() == 0.0 {
            return vec![Atom { at: self.of_gross(self.gross.median().min(cap)), mass: 1.0 }];
        }
        // Fully insured between deductible and limit: all those losses cost the firm the deductible.
        if self.kept == 0.0 && self.from < cap {
            let mass = self.gross.exceedance(self.from) - self.gross.exceedance(self.to);
            atoms.push(Atom { at: self.from, mass });
        }
        let at_deductible = self.kept == 0.0 && self.from < cap && cap <= self.to;
        if cap.is_finite() && !at_deductible {
            let mass = normal::cdf(-self.gross.standard_of_log(libm::log(cap)));
            atoms.push(Atom { at: self.of_gross(cap), mass });
        }
        atoms
    }

    fn jumps(&self) -> Vec<f64> {
        let [from, to, _] = self.breaks();
        [from, to].into_iter().filter(|it| it.is_finite()).collect()
    }

    fn smooth_from(&self, step: f64) -> f64 {
        // The density varies over a width of sigma times the amount.
        SMOOTH_CELLS * step / self.gross.sigma().min(1.0)
    }

    fn cell_exceedances(&self, grid: &Grid, into: &mut [f64]) {
        let sigma = self.gross.sigma();
        // Neighbouring cells share an edge.
        let mut known = (0, 0.0);
        let mut exact = |cell: usize| {
            let edge = |at: usize| self.limited_mean(at as f64 * grid.step);
            let from = if known.0 == cell { known.1 } else { edge(cell) };
            known = (cell + 1, edge(cell + 1));
            ((known.1 - from) / grid.step).clamp(0.0, 1.0)
        };
        // The corrected trapezoid below errs by (step / (sigma x))^4 / 720 at most times a small constant:
        // under 1e-8 from here on, and less at every further cell.
        let far = 20.0 / sigma.min(1.0);
        let breaks = self.breaks().map(|it| it / grid.step - 0.5);
        let broken = |cell: usize| breaks.iter().any(|it| (*it - cell as f64).abs() <= 1.0);
        // What insurance takes of each euro squeezes losses together: there a cell holds more of them.
        let is_near = |cell: usize| {
            let net = cell as f64 * grid.step;
            if net < self.from {
                return (cell as f64) < far;
            }
            let gross = self.gross_of(net);
            gross < far * self.slope_at(gross) * grid.step
        };
        // Nothing is flat there.
        let is_plain = |cell: usize| breaks.iter().all(|it| *it > (cell + STRIDE) as f64);
        let log_step = libm::log(grid.step);
        let mut left: Option<(f64, f64)> = None;
        let mut cell = 0;
        while cell < into.len() {
            if is_near(cell) || broken(cell) {
                into[cell] = exact(cell);
                left = None;
                cell += 1;
                continue;
            }
            let edge = |at: usize| self.at_edge(at, log_step, grid);
            let is_flat = cell as f64 >= FLAT * far && cell + STRIDE <= into.len() && is_plain(cell);
            let stride = if is_flat { STRIDE } else { 1 };
            let (here, density_here) = left.unwrap_or_else(|| edge(cell));
            let (next, density_next) = edge(cell + stride);
            left = Some((next, density_next));
            if is_flat {
                for (place, weights) in into[cell..cell + STRIDE].iter_mut().zip(&BETWEEN) {
                    let [of_here, of_density, of_next, of_next_density] = weights;
                    *place = of_here * here
                        + of_density * density_here
                        + of_next * next
                        + of_next_density * density_next;
                }
            } else {
                into[cell] = 0.5 * (here + next) + (density_next - density_here) / 12.0;
            }
            cell += stride;
        }
    }
}

/// Cells between two looks at a distribution that is flat enough.
const STRIDE: usize = 4;
/// How many times farther out than for single cells: the error of the cubic between grows with the fourth power of
/// its width, and between its ends it is twice that of its mean.
const FLAT: f64 = 5.0;
/// Means over the cells of a stride of the cubic with given values and densities per cell at both ends.
static BETWEEN: [[f64; 4]; STRIDE] = between();

const fn between() -> [[f64; 4]; STRIDE] {
    let wide = STRIDE as f64;
    let mut all = [[0.0; 4]; STRIDE];
    let mut cell = 0;
    while cell < STRIDE {
        let (from, to) = (below(cell as f64 / wide), below((cell + 1) as f64 / wide));
        // A density is minus the slope.
        all[cell] = [
            wide * (to[0] - from[0]),
            -wide * wide * (to[1] - from[1]),
            wide * (to[2] - from[2]),
            -wide * wide * (to[3] - from[3]),
        ];
        cell += 1;
    }
    all
}

/// Integrals from zero of Hermite's four cubics: value and slope at the start, value and slope at the end.
const fn below(u: f64) -> [f64; 4] {
    let (square, cube, fourth) = (u * u, u * u * u, u * u * u * u);
    [
        0.5 * fourth - cube + u,
        0.25 * fourth - 2.0 / 3.0 * cube + 0.5 * square,
        cube - 0.5 * fourth,
        0.25 * fourth - cube / 3.0,
    ]
}

impl EventLoss {
    /// P(X > x) and the density per cell at the left edge of a cell.
    fn at_edge(&self, cell: usize, log_step: f64, grid: &Grid) -> (f64, f64) {
        let net = cell as f64 * grid.step;
        let (gross, log, slope) = if net < self.from {
            (net, grid.logs[cell] + log_step, 1.0)
        } else {
            let gross = self.gross_of(net);
            (gross, libm::log(gross), self.slope_at(gross))
        };
        if gross >= self.gross.cap() {
            return (0.0, 0.0);
        }
        let (above, density) = grid.normal.upper(self.gross.standard_of_log(log));
        (above, density * slope * grid.step / (self.gross.sigma() * gross))
    }
}
