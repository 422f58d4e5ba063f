//! Booking what actors contribute: on their own field, and on the fields they lean on.

use super::kernel::{Actor, fill};
use super::problem::MEMBERS;
use super::relax::Relaxer;
use crate::decision::offers::SAME;

impl Relaxer<'_> {
    /// Books an actor's benefit on its field and on the fields it leans on; returns what belongs to none.
    pub(super) fn book(&mut self, actor: &Actor) -> f64 {
        let kernel = &self.problem.worth.kernel;
        let own = actor.parts.iter().find_map(|it| self.problem.field_of[*it]);
        if self.is_harmful(actor) {
            return self.booked_at_best(actor);
        }
        let mut outside: Vec<usize> = Vec::new();
        for part in &actor.parts {
            for (on, _) in &kernel.leanings[*part] {
                let free = self.high[*on] - self.low[*on] > SAME && self.problem.field_of[*on] != own;
                if free && !outside.contains(on) {
                    outside.push(*on);
                }
            }
        }
        for (order, on) in outside.iter().enumerate() {
            self.book_prerequisite(actor, &outside, order, *on);
        }
        let Some(own) = own else { return self.benefit(actor, self.reference, self.reference) };
        let mut degrees = self.reference.to_vec();
        let (from, to) = self.ranges[own];
        let mut known: Vec<([u64; MEMBERS], f64)> = Vec::with_capacity(to - from);
        for at in from..to {
            let config = &self.configs[at];
            let key = config.degrees.map(f64::to_bits);
            let benefit = if let Some(it) = known.iter().find(|it| it.0 == key) {
                it.1
            } else {
                for (place, measure) in self.problem.fields[own].members.iter().enumerate() {
                    degrees[*measure] = config.degrees[place];
                }
                let benefit = self.benefit(actor, &degrees, &degrees);
                known.push((key, benefit));
                benefit
            };
            self.configs[at].value -= benefit;
        }
        0.0
    }

    /// Weighted contributions of an actor with its own degrees and those it leans on.
    fn benefit(&self, actor: &Actor, own: &[f64], on: &[f64]) -> f64 {
        let kernel = &self.problem.worth.kernel;
        let leanings: Vec<f64> = actor.parts.iter().map(|it| kernel.leaning(*it, on)).collect();
        let each = actor.acts.iter().map(|act| {
            self.weighed(act.row, kernel.generous_contribution(act.row, actor.reduction(act, own, &leanings)))
        });
        each.sum()
    }

    /// A contribution's part in its row's `y`, the strongest one's bonus beyond the reference's included.
    fn weighed(&self, row: usize, contribution: f64) -> f64 {
        let overlap = self.problem.worth.kernel.overlap;
        let part = if contribution > 0.0 {
            overlap * contribution + (1.0 - overlap) * (contribution - self.strongest[row]).max(0.0)
        } else {
            contribution
        };
        self.slopes[row] * part
    }

    /// Books on a prerequisite what its degree gives to the actor beyond the reference, or takes from it.
    ///
    /// Prerequisites earlier in `outside` stand at the reference, later ones at their end of the range, so the
    /// steps add up to no less than the whole.
    fn book_prerequisite(&mut self, actor: &Actor, outside: &[usize], order: usize, on: usize) {
        let field = self.problem.field_of[on].expect("only fields are free");
        let place =
            self.problem.fields[field].members.iter().position(|it| *it == on).expect("its own field");
        let (from, to) = self.ranges[field];
        let mut known: Vec<(u64, f64)> = Vec::with_capacity(to - from);
        for at in from..to {
            let degree = self.configs[at].degrees[place];
            let gain = if let Some(it) = known.iter().find(|it| it.0 == degree.to_bits()) {
                it.1
            } else {
                let gain = self.gain(actor, outside, order, degree);
                known.push((degree.to_bits(), gain));
                gain
            };
            self.configs[at].value -= gain;
        }
    }

    /// Most that a degree of the prerequisite `outside[order]` can give compared with the reference's.
    fn gain(&self, actor: &Actor, outside: &[usize], order: usize, degree: f64) -> f64 {
        let on = outside[order];
        let step = degree - self.reference[on];
        if step.abs() <= SAME || (step < 0.0 && actor.parts.len() > 1) {
            return 0.0;
        }
        let end = if step > 0.0 { &self.high } else { &self.low };
        let mut degrees = end.clone();
        for earlier in &outside[..order] {
            degrees[*earlier] = self.reference[*earlier];
        }
        let kernel = &self.problem.worth.kernel;
        degrees[on] = self.reference[on];
        let before: Vec<f64> = actor.parts.iter().map(|it| kernel.leaning(*it, &degrees)).collect();
        degrees[on] = degree;
        let after: Vec<f64> = actor.parts.iter().map(|it| kernel.leaning(*it, &degrees)).collect();
        let each = actor.acts.iter().map(|act| {
            let base = actor.reduction(act, end, &before);
            let more = if let [reduction] = act.reductions[..] {
                reduction.unwrap_or(0.0) * end[actor.parts[0]] * (after[0] - before[0])
            } else {
                // Members may displace each other; no mix can gain more than filling by gain.
                let shares = actor.parts.iter().enumerate().filter_map(|(part, measure)| {
                    act.reductions[part].map(|it| (end[*measure], it * (after[part] - before[part])))
                });
                let mut shares: Vec<(f64, f64)> = shares.collect();
                shares.sort_by(|a, b| b.1.total_cmp(&a.1));
                fill(&shares)
            };
            let contribution = |reduction| kernel.generous_contribution(act.row, reduction);
            self.weighed(act.row, contribution(base + more)) - self.weighed(act.row, contribution(base))
        });
        each.sum()
    }

    /// True where more of something can do harm, so that the ends of ranges are not the extremes.
    fn is_harmful(&self, actor: &Actor) -> bool {
        let kernel = &self.problem.worth.kernel;
        actor.acts.iter().flat_map(|it| &it.reductions).flatten().any(|it| *it < 0.0)
            || actor.parts.iter().flat_map(|it| &kernel.leanings[*it]).any(|it| it.1 < 0.0)
    }

    /// A benefit no state can exceed, booked on nobody: only for actors that may do harm.
    fn booked_at_best(&self, actor: &Actor) -> f64 {
        let kernel = &self.problem.worth.kernel;
        let widest = |part: &usize| {
            let ends = kernel.leanings[*part].iter().map(|(on, attenuation)| {
                [self.low[*on], self.high[*on]].map(|it| attenuation + (1.0 - attenuation) * it)
            });
            ends.fold((1.0_f64, 1.0_f64), |(low, high), [a, b]| {
                let products = [low * a, low * b, high * a, high * b];
                (
                    products.iter().copied().fold(f64::INFINITY, f64::min),
                    products.iter().copied().fold(f64::NEG_INFINITY, f64::max),
                )
            })
        };
        let each = actor.acts.iter().map(|act| {
            let parts = actor.parts.iter().zip(&act.reductions).filter_map(|(part, it)| {
                it.map(|reduction| {
                    let (low, high) = widest(part);
                    let degrees = [self.low[*part], self.high[*part]];
                    degrees
                        .iter()
                        .flat_map(|degree| [reduction * degree * low, reduction * degree * high])
                        .fold(f64::NEG_INFINITY, f64::max)
                })
            });
            let reduction = parts.fold(None, |sum: Option<f64>, it| Some(sum.unwrap_or(0.0) + it));
            self.weighed(act.row, kernel.generous_contribution(act.row, reduction.unwrap_or(0.0)))
        });
        each.sum()
    }
}
