//! The loss function by actors instead of by rows: cheap to evaluate, and open to bounding.
//!
//! Symbols as in `docs/method.md`, section "Weighing cost against risk": a row is the frequency or the severity
//! of one scenario; `c` is what one actor contributes to a row, the negative logarithm of its remainder `g`; `y`
//! is a row's sum, so that its factor is `residual + (1 - residual) exp(-y)`.

use crate::risk::Structure;

/// Weakest factor of one measure before the residual is taken off, as in the risk model.
const FLOOR: f64 = 0.05;
/// Strongest factor of a measure that does harm, as in the risk model.
const CEILING: f64 = 1.5;
/// Weakest remainder of one measure, as in the risk model.
const FLOOR_OF_REST: f64 = 0.02;

/// One or several measures that act together, with everything they act on.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    /// Places of the measures.
    pub parts: Vec<usize>,
    /// Rows acted on.
    pub acts: Vec<Act>,
}

/// What an actor does to one row.
#[derive(Clone, Debug)]
pub(super) struct Act {
    pub row: usize,
    /// Reduction of each part fully in place; `None` where the part does not act here.
    pub reductions: Vec<Option<f64>>,
}

/// The loss function of one firm, laid out for the search.
#[derive(Clone, Debug)]
pub(super) struct Kernel {
    pub actors: Vec<Actor>,
    /// Per measure: what it leans on, with the share that survives without it.
    pub leanings: Vec<Vec<(usize, f64)>>,
    /// Residual per row.
    pub residuals: Vec<f64>,
    pub overlap: f64,
}

impl Kernel {
    pub fn new(structure: &Structure, measures: usize) -> Self {
        let mut leanings = vec![Vec::new(); measures];
        for it in &structure.leanings {
            leanings[it.measure].push((it.on, it.attenuation));
        }
        let mut actors: Vec<Actor> = Vec::new();
        for (row, it) in structure.rows.iter().enumerate() {
            for members in &it.actors {
                // Members of one group need not all act on every row: actors that share a measure are one.
                let known =
                    actors.iter().position(|actor| members.iter().any(|m| actor.parts.contains(&m.0)));
                let at = known.unwrap_or_else(|| {
                    actors.push(Actor { parts: Vec::new(), acts: Vec::new() });
                    actors.len() - 1
                });
                let actor = &mut actors[at];
                for (measure, _) in members {
                    if !actor.parts.contains(measure) {
                        actor.parts.push(*measure);
                        actor.acts.iter_mut().for_each(|act| act.reductions.push(None));
                    }
                }
                let reduction = |part: &usize| members.iter().find(|it| it.0 == *part).map(|it| it.1);
                actor.acts.push(Act { row, reductions: actor.parts.iter().map(reduction).collect() });
            }
        }
        let residuals = structure.rows.iter().map(|it| it.residual).collect();
        Self { actors, leanings, residuals, overlap: structure.overlap }
    }

    /// What the prerequisites leave of a measure's effect.
    pub fn leaning(&self, measure: usize, degrees: &[f64]) -> f64 {
        self.leanings[measure]
            .iter()
            .map(|(on, attenuation)| attenuation + (1.0 - attenuation) * degrees[*on])
            .product()
    }

    /// What a reduction contributes to a row: `-ln g`, negative where it does harm.
    pub fn contribution(&self, row: usize, reduction: f64) -> f64 {
        let factor = (1.0 - reduction).clamp(FLOOR, CEILING);
        if factor < 1.0 {
            let residual = self.residuals[row];
            -libm::log(((factor - residual) / (1.0 - residual)).max(FLOOR_OF_REST))
        } else {
            -libm::log(factor)
        }
    }

    /// A convex function of the reduction that is never below [`Self::contribution`] and equals it short of the
    /// weakest remainder.
    pub fn generous_contribution(&self, row: usize, reduction: f64) -> f64 {
        let span = 1.0 - self.residuals[row];
        let saturated = span * (1.0 - FLOOR_OF_REST);
        let beyond = (reduction - saturated).max(0.0);
        self.contribution(row, reduction.min(saturated)) + beyond / (span * FLOOR_OF_REST)
    }

    /// Every row's `y`, and the strongest single contribution to it.
    pub fn rows(&self, degrees: &[f64], rows: &mut Rows) {
        rows.clear(self.residuals.len());
        let mut strengths = Vec::with_capacity(8);
        for actor in &self.actors {
            strengths.clear();
            strengths.extend(actor.parts.iter().map(|it| self.leaning(*it, degrees)));
            for act in &actor.acts {
                let reduction = actor.reduction(act, degrees, &strengths);
                rows.take(act.row, self.contribution(act.row, reduction));
            }
        }
        rows.close(self.overlap);
    }

    /// A row's factor on frequency or severity.
    pub fn factor(&self, row: usize, y: f64) -> f64 {
        let residual = self.residuals[row];
        let raw = libm::exp(-y);
        if y >= 0.0 { residual + (1.0 - residual) * raw } else { raw }
    }
}

impl Actor {
    /// Reduction of one row. Members of a group protect shares of one firm: together at most all of it, the
    /// strongest first.
    pub fn reduction(&self, act: &Act, degrees: &[f64], leanings: &[f64]) -> f64 {
        if let ([part], [leaning], [Some(reduction)]) = (&self.parts[..], leanings, &act.reductions[..]) {
            return reduction * degrees[*part] * leaning;
        }
        let here =
            || {
                self.parts.iter().zip(leanings).zip(&act.reductions).filter_map(|((part, leaning), it)| {
                    it.map(|reduction| (degrees[*part], reduction * leaning))
                })
            };
        if here().map(|it| it.0).sum::<f64>() <= 1.0 {
            return here().map(|(degree, strength)| degree * strength).sum();
        }
        let mut shares: Vec<(f64, f64)> = here().filter(|it| it.0 > 0.0).collect();
        shares.sort_by(|a, b| b.1.total_cmp(&a.1));
        fill(&shares)
    }
}

/// Sum of strengths over the shares of one firm, in the order given, until all of it is covered.
pub(super) fn fill(shares: &[(f64, f64)]) -> f64 {
    let mut left = 1.0;
    let mut sum = 0.0;
    for (degree, strength) in shares {
        let taken = degree.min(left);
        sum += strength * taken;
        left -= taken;
    }
    sum
}

/// Sums per row while actors are gone through.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    /// The row's `y` once closed.
    pub y: Vec<f64>,
    /// Strongest single contribution.
    pub strongest: Vec<f64>,
    harm: Vec<f64>,
}

impl Rows {
    fn clear(&mut self, rows: usize) {
        for it in [&mut self.y, &mut self.strongest, &mut self.harm] {
            it.clear();
            it.resize(rows, 0.0);
        }
    }

    fn take(&mut self, row: usize, contribution: f64) {
        if contribution > 0.0 {
            self.y[row] += contribution;
            self.strongest[row] = self.strongest[row].max(contribution);
        } else {
            self.harm[row] += contribution;
        }
    }

    fn close(&mut self, overlap: f64) {
        for ((y, strongest), harm) in self.y.iter_mut().zip(&self.strongest).zip(&self.harm) {
            *y = strongest + overlap * (*y - strongest) + harm;
        }
    }
}
