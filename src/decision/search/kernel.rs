//! The loss function by actors instead of by rows: cheap to evaluate, and open to bounding.
//!
//! Symbols as in `docs/method.md`, section "Weighing cost against risk": a row is the frequency or the severity
//! of one scenario; `c` is what one actor contributes to a row, the negative logarithm of its remainder `g`; `y`
//! is a row's sum, so that its factor is `residual + (1 - residual) exp(-y)`.

use super::problem::MEMBERS;
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

    /// A convex function of the reduction that is never below [`Self::contribution`] and equals it short of the
    /// weakest remainder.
    pub fn generous_contribution(&self, row: usize, reduction: f64) -> f64 {
        let span = 1.0 - self.residuals[row];
        let saturated = span * (1.0 - FLOOR_OF_REST);
        let beyond = (reduction - saturated).max(0.0);
        self.contribution(row, reduction.min(saturated)) + beyond / (span * FLOOR_OF_REST)
    }

    /// What is left of a row's factor under a reduction: `g`, above one where it does harm.
    fn remainder(&self, row: usize, reduction: f64) -> f64 {
        let factor = (1.0 - reduction).clamp(FLOOR, CEILING);
        if factor < 1.0 {
            let residual = self.residuals[row];
            ((factor - residual) / (1.0 - residual)).max(FLOOR_OF_REST)
        } else {
            factor
        }
    }

    /// What a reduction contributes to a row: `-ln g`, negative where it does harm.
    pub fn contribution(&self, row: usize, reduction: f64) -> f64 {
        -libm::log(self.remainder(row, reduction))
    }

    /// Every row's `y`, and the strongest single contribution to it.
    pub fn rows(&self, degrees: &[f64], rows: &mut Rows) {
        rows.clear(self.residuals.len());
        let mut strengths = [0.0; MEMBERS];
        for actor in &self.actors {
            for (place, part) in strengths.iter_mut().zip(&actor.parts) {
                *place = self.leaning(*part, degrees);
            }
            for act in &actor.acts {
                let reduction = actor.reduction(act, degrees, &strengths[..actor.parts.len()]);
                rows.take(act.row, self.remainder(act.row, reduction));
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

/// Rows while actors are gone through, and their sums afterwards.
#[derive(Clone, Debug, Default)]
pub(in crate::decision) struct Rows {
    /// The row's `y` once closed.
    pub y: Vec<f64>,
    /// Strongest single contribution once closed.
    pub strongest: Vec<f64>,
    /// Products of the remainders that help, smallest of them, product of those that do harm.
    products: Vec<[f64; 3]>,
}

impl Rows {
    fn clear(&mut self, rows: usize) {
        self.products.clear();
        self.products.resize(rows, [1.0; 3]);
    }

    fn take(&mut self, row: usize, remainder: f64) {
        let [product, smallest, harm] = &mut self.products[row];
        if remainder < 1.0 {
            *product *= remainder;
            *smallest = smallest.min(remainder);
        } else {
            *harm *= remainder;
        }
    }

    fn close(&mut self, overlap: f64) {
        self.y.clear();
        self.strongest.clear();
        for [product, smallest, harm] in &self.products {
            let (all, strongest) = (-libm::log(*product), -libm::log(*smallest));
            let harm = if *harm > 1.0 { libm::log(*harm) } else { 0.0 };
            self.y.push(strongest + overlap * (all - strongest) - harm);
            self.strongest.push(strongest);
        }
    }
}
