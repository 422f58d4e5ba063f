//! The loss function by actors instead of by rows: cheap to evaluate, and open to bounding.
//!
//! Symbols as in `docs/method.md`, section "Weighing cost against risk": a row is the frequency or the severity
//! of one scenario; `c` is what one actor contributes to a row, the negative logarithm of its remainder `g`; `y`
//! is a row's sum, so that its factor is `residual + (1 - residual) exp(-y)`.

use std::ops::Range;

use super::problem::MEMBERS;
use crate::risk::{FLOOR_OF_REST, Structure, contribution, exp};

/// Contributions from here on (just below `-ln 0.02`) may come from a reduction beyond the weakest remainder.
pub(super) const SATURATED: f64 = 3.912;

/// One or several measures that act together, with everything they act on.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    /// Places of the measures.
    pub parts: Vec<usize>,
    /// Rows acted on.
    pub acts: Vec<Act>,
    /// Measures whose degrees decide what it does: its parts and what they lean on.
    pub heeds: Vec<usize>,
}

/// What an actor does to one row.
#[derive(Clone, Debug)]
pub(super) struct Act {
    pub row: usize,
    /// Place among the contributions of all acts, which stand row by row.
    pub place: usize,
    /// Reduction of each part fully in place; `None` where the part does not act here.
    pub reductions: Vec<Option<f64>>,
}

/// The loss function of one firm, laid out for the search.
#[derive(Clone, Debug)]
pub(super) struct FactoredLoss {
    pub actors: Vec<Actor>,
    /// Per measure: what it leans on, with the share that survives without it.
    pub leanings: Vec<Vec<(usize, f64)>>,
    /// Residual per row.
    pub residuals: Vec<f64>,
    pub overlap: f64,
    /// Per measure: the actor it is part of.
    pub actor_of: Vec<Option<usize>>,
    /// Per measure: actors with a part that leans on it.
    pub leaners: Vec<Vec<usize>>,
    /// Per row: places of the acts on it.
    rows: Vec<Range<usize>>,
    /// Per actor: true where more of something can do harm, so that the ends of ranges are not the extremes.
    pub is_harmful: Vec<bool>,
}

impl FactoredLoss {
    pub fn new(structure: &Structure, measures: usize) -> Self {
        let mut leanings = vec![Vec::new(); measures];
        for it in &structure.leanings {
            leanings[it.measure].push((it.on, it.attenuation));
        }
        let mut actors: Vec<Actor> = Vec::new();
        let (mut rows, mut acts) = (Vec::with_capacity(structure.rows.len()), 0);
        for (row, it) in structure.rows.iter().enumerate() {
            let from = acts;
            for members in &it.actors {
                // Members of one group need not all act on every row: actors that share a measure are one.
                let known =
                    actors.iter().position(|actor| members.iter().any(|m| actor.parts.contains(&m.0)));
                let at = known.unwrap_or_else(|| {
                    actors.push(Actor { parts: Vec::new(), acts: Vec::new(), heeds: Vec::new() });
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
                let reductions = actor.parts.iter().map(reduction).collect();
                actor.acts.push(Act { row, place: acts, reductions });
                acts += 1;
            }
            rows.push(from..acts);
        }
        let residuals: Vec<f64> = structure.rows.iter().map(|it| it.residual).collect();
        let mut factored = Self {
            actors,
            leanings,
            overlap: structure.overlap,
            actor_of: vec![None; measures],
            leaners: vec![Vec::new(); measures],
            rows,
            is_harmful: Vec::new(),
            residuals,
        };
        factored.index();
        factored
    }

    /// Notes who is touched by which measure.
    fn index(&mut self) {
        for (at, actor) in self.actors.iter_mut().enumerate() {
            let on = actor.parts.iter().flat_map(|it| &self.leanings[*it]).map(|it| it.0);
            actor.heeds = actor.parts.iter().copied().chain(on).collect();
            actor.heeds.sort_unstable();
            actor.heeds.dedup();
            for part in &actor.parts {
                self.actor_of[*part] = Some(at);
                for (on, _) in &self.leanings[*part] {
                    if !self.leaners[*on].contains(&at) {
                        self.leaners[*on].push(at);
                    }
                }
            }
            let mut reductions = actor.acts.iter().flat_map(|it| &it.reductions).flatten();
            let mut leanings = actor.parts.iter().flat_map(|it| &self.leanings[*it]);
            self.is_harmful.push(reductions.any(|it| *it < 0.0) || leanings.any(|it| it.1 < 0.0));
        }
    }

    /// Acts of all actors together.
    pub fn acts(&self) -> usize {
        self.rows.last().map_or(0, |it| it.end)
    }

    /// What the prerequisites leave of a measure's effect.
    pub fn leaning(&self, measure: usize, degree: impl Fn(usize) -> f64) -> f64 {
        let each = self.leanings[measure].iter();
        each.map(|(on, attenuation)| attenuation + (1.0 - attenuation) * degree(*on)).product()
    }

    /// A convex function of the reduction that is never below [`Self::contribution`] and equals it short of the
    /// weakest remainder.
    pub fn generous_contribution(&self, row: usize, reduction: f64) -> f64 {
        let span = 1.0 - self.residuals[row];
        let saturated = span * (1.0 - FLOOR_OF_REST);
        let beyond = (reduction - saturated).max(0.0);
        self.contribution(row, reduction.min(saturated)) + beyond / (span * FLOOR_OF_REST)
    }

    /// What a reduction contributes to a row: `-ln g`, negative where it does harm.
    pub fn contribution(&self, row: usize, reduction: f64) -> f64 {
        contribution(reduction, self.residuals[row])
    }

    /// What an actor contributes to each of its rows at these degrees, in the order of its acts.
    pub fn contributions(&self, actor: &Actor, degrees: &[f64], into: &mut [f64]) {
        let mut leanings = [0.0; MEMBERS];
        for (place, part) in leanings.iter_mut().zip(&actor.parts) {
            *place = self.leaning(*part, |it| degrees[it]);
        }
        for (place, act) in into.iter_mut().zip(&actor.acts) {
            let reduction = actor.reduction(act, |it| degrees[it], &leanings[..actor.parts.len()]);
            *place = self.contribution(act.row, reduction);
        }
    }

    /// A row's `y` and the strongest single contribution to it, from the contributions of all acts.
    pub fn row(&self, row: usize, contributions: &[f64]) -> (f64, f64) {
        // Four sums side by side: none waits for the others.
        let (mut all, mut most, mut harm) = ([0.0; 4], [0.0; 4], [0.0; 4]);
        let (fours, rest) = contributions[self.rows[row].clone()].as_chunks::<4>();
        let last: [f64; 4] = std::array::from_fn(|at| rest.get(at).copied().unwrap_or(0.0));
        for four in fours.iter().chain([&last]) {
            for (at, it) in four.iter().enumerate() {
                // What does harm adds nothing to the help, and the other way round.
                let (help, hurt) = if *it > 0.0 { (*it, 0.0) } else { (0.0, *it) };
                all[at] += help;
                most[at] = if help > most[at] { help } else { most[at] };
                harm[at] += hurt;
            }
        }
        let pairs = |of: [f64; 4]| (of[0] + of[1]) + (of[2] + of[3]);
        let (all, harm) = (pairs(all), pairs(harm));
        let strongest = most.into_iter().fold(0.0, f64::max);
        (strongest + self.overlap * (all - strongest) + harm, strongest)
    }

    /// Lowest and highest `y` that a row can reach.
    pub fn reach(&self, row: usize) -> (f64, f64) {
        let (mut lowest, mut highest) = (0.0, 0.0);
        for act in self.actors.iter().flat_map(|it| &it.acts).filter(|it| it.row == row) {
            let reductions = || act.reductions.iter().flatten();
            let most = reductions().copied().fold(0.0, f64::max);
            highest += self.contribution(row, most);
            // Where the lack of a prerequisite does harm, an effect may turn into its opposite.
            let least = reductions().map(|it| -it.abs()).fold(0.0, f64::min);
            lowest += self.contribution(row, least);
        }
        (lowest, highest)
    }

    /// A row's factor on frequency or severity.
    pub fn factor(&self, row: usize, y: f64) -> f64 {
        let residual = self.residuals[row];
        let raw = exp(-y);
        if y >= 0.0 { residual + (1.0 - residual) * raw } else { raw }
    }
}

impl Actor {
    /// Reduction of one row. Members of a group protect shares of one firm: together at most all of it, the
    /// strongest first.
    pub fn reduction(&self, act: &Act, degree: impl Fn(usize) -> f64, leanings: &[f64]) -> f64 {
        if let ([part], [leaning], [Some(reduction)]) = (&self.parts[..], leanings, &act.reductions[..]) {
            return reduction * degree(*part) * leaning;
        }
        let here =
            || {
                self.parts.iter().zip(leanings).zip(&act.reductions).filter_map(|((part, leaning), it)| {
                    it.map(|reduction| (degree(*part), reduction * leaning))
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
