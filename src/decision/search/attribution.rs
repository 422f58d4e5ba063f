//! Booking what actors contribute: on their own field, and on the fields they lean on.

use super::factored::{Actor, SATURATED, fill};
use super::problem::MEMBERS;
use super::relaxation::Relaxer;
use crate::decision::offers::SAME;

impl Relaxer<'_> {
    /// Books an actor's benefit on its field and on the fields it leans on; returns what belongs to none.
    pub(super) fn book(&mut self, place: usize) -> f64 {
        let factored = &self.problem.loss.factored;
        let actor = &factored.actors[place];
        if factored.is_harmful[place] {
            return self.booked_at_best(actor);
        }
        let own = actor.parts.iter().find_map(|it| self.problem.field_of[*it]);
        let mut is_still = actor.parts.iter().all(|it| !self.is_free(*it));
        let mut outside: Vec<usize> = Vec::new();
        for (on, _) in actor.parts.iter().flat_map(|it| &factored.leanings[*it]) {
            if self.is_free(*on) {
                is_still = false;
                if self.problem.field_of[*on] != own && !outside.contains(on) {
                    outside.push(*on);
                }
            }
        }
        let Some(own) = own.filter(|_| !is_still) else {
            for (order, on) in outside.iter().enumerate() {
                self.book_prerequisite(place, &outside, order, *on);
            }
            return self.benefit_here(place);
        };
        for (order, on) in outside.iter().enumerate() {
            self.book_prerequisite(place, &outside, order, *on);
        }
        self.book_own(place, own);
        0.0
    }

    /// Books an actor's benefit on the states of its own field.
    fn book_own(&mut self, place: usize, own: usize) {
        let problem = self.problem;
        let (factored, members) = (&problem.loss.factored, &problem.fields[own].members);
        let actor = &factored.actors[place];
        let member = |measure: usize| members.iter().position(|it| *it == measure);
        let (from, to) = self.ranges[own];
        let mut known: Vec<([u64; MEMBERS], f64)> = Vec::with_capacity(to - from);
        let here = members.iter().map(|it| self.reference[*it]);
        let mut at_reference = [0_u64; MEMBERS];
        at_reference.iter_mut().zip(here).for_each(|(place, it)| *place = it.to_bits());
        known.push((at_reference, self.benefit_here(place)));
        for at in from..to {
            let degrees = self.configs[at].degrees;
            let key = degrees.map(f64::to_bits);
            let same = |it: &&([u64; MEMBERS], f64)| {
                it.0.iter().zip(&key).take(members.len()).all(|(one, other)| one == other)
            };
            let benefit = if let Some(it) = known.iter().find(same) {
                it.1
            } else {
                for &heeded in &actor.heeds {
                    self.mix[heeded] = member(heeded).map_or(self.reference[heeded], |it| degrees[it]);
                }
                let benefit = self.benefit_of_mix(place);
                known.push((key, benefit));
                benefit
            };
            self.configs[at].value -= benefit;
        }
    }

    /// Weighted contributions of an actor at the reference.
    fn benefit_here(&self, place: usize) -> f64 {
        let actor = &self.problem.loss.factored.actors[place];
        let its = actor.acts.iter().map(|act| (act.row, self.contributions[act.place]));
        if its.clone().any(|it| it.1 >= SATURATED) {
            return self.benefit(actor, |measure| self.reference[measure]);
        }
        its.map(|(row, contribution)| self.weighed(row, contribution)).sum()
    }

    /// Weighted contributions of an actor at the degrees that were mixed for it.
    fn benefit_of_mix(&mut self, place: usize) -> f64 {
        let factored = &self.problem.loss.factored;
        let actor = &factored.actors[place];
        let own = self.cache.contributions(factored, place, &self.mix);
        if own.iter().any(|it| *it >= SATURATED) {
            return self.benefit(actor, |measure| self.mix[measure]);
        }
        let weights = Weights { slopes: &self.slopes, strongest: self.strongest, overlap: factored.overlap };
        actor.acts.iter().zip(own).map(|(act, it)| weights.of(act.row, *it)).sum()
    }

    /// Weighted contributions of an actor at these degrees.
    fn benefit(&self, actor: &Actor, degree: impl Fn(usize) -> f64) -> f64 {
        let factored = &self.problem.loss.factored;
        let mut leanings = [0.0; MEMBERS];
        for (place, part) in leanings.iter_mut().zip(&actor.parts) {
            *place = factored.leaning(*part, &degree);
        }
        let leanings = &leanings[..actor.parts.len()];
        let each = actor.acts.iter().map(|act| {
            let reduction = actor.reduction(act, &degree, leanings);
            self.weighed(act.row, factored.generous_contribution(act.row, reduction))
        });
        each.sum()
    }

    /// A contribution's part in its row's `y`, weighed.
    fn weighed(&self, row: usize, contribution: f64) -> f64 {
        let overlap = self.problem.loss.factored.overlap;
        Weights { slopes: &self.slopes, strongest: self.strongest, overlap }.of(row, contribution)
    }

    /// Books on a prerequisite what its degree gives to the actor beyond the reference, or takes from it.
    ///
    /// Prerequisites earlier in `outside` stand at the reference, later ones at their end of the range, so the
    /// steps add up to no less than the whole.
    fn book_prerequisite(&mut self, place: usize, outside: &[usize], order: usize, on: usize) {
        let field = self.problem.field_of[on].expect("only fields are free");
        let member =
            self.problem.fields[field].members.iter().position(|it| *it == on).expect("its own field");
        let (from, to) = self.ranges[field];
        let mut known: Vec<(u64, f64)> = Vec::with_capacity(to - from);
        let mut base = Base::default();
        for at in from..to {
            let degree = self.configs[at].degrees[member];
            let gain = if let Some(it) = known.iter().find(|it| it.0 == degree.to_bits()) {
                it.1
            } else {
                let gain = self.gain(place, outside, order, degree, &mut base);
                known.push((degree.to_bits(), gain));
                gain
            };
            self.configs[at].value -= gain;
        }
    }

    /// Most that a degree of the prerequisite `outside[order]` can give compared with the reference's. `base` keeps what
    /// the reference gives at the low and at the high end of the ranges, which all degrees share.
    fn gain(&mut self, place: usize, outside: &[usize], order: usize, degree: f64, base: &mut Base) -> f64 {
        let on = outside[order];
        let is_more = degree > self.reference[on];
        let alone = self.problem.loss.factored.actors[place].parts.len() == 1;
        if (degree - self.reference[on]).abs() <= SAME || !(is_more || alone) {
            return 0.0;
        }
        if !alone {
            return self.gain_of_group(place, outside, order, degree);
        }
        let before = base.at_end[usize::from(is_more)].unwrap_or_else(|| {
            self.mix_at_end(place, outside, order, self.reference[on], is_more);
            self.benefit_of_mix(place)
        });
        base.at_end[usize::from(is_more)] = Some(before);
        self.mix_at_end(place, outside, order, degree, is_more);
        self.benefit_of_mix(place) - before
    }

    /// Mixes the degrees an actor heeds: the prerequisite `outside[order]` stands `here`, the earlier ones at the
    /// reference, everything else at one end of its range.
    fn mix_at_end(&mut self, place: usize, outside: &[usize], order: usize, here: f64, is_high: bool) {
        let end = if is_high { &self.high } else { &self.low };
        for &heeded in &self.problem.loss.factored.actors[place].heeds {
            self.mix[heeded] = if heeded == outside[order] {
                here
            } else if outside[..order].contains(&heeded) {
                self.reference[heeded]
            } else {
                end[heeded]
            };
        }
    }

    /// The same for a group, whose members may displace each other: no mix can gain more than filling by gain.
    fn gain_of_group(&self, place: usize, outside: &[usize], order: usize, degree: f64) -> f64 {
        let (on, factored) = (outside[order], &self.problem.loss.factored);
        let actor = &factored.actors[place];
        let leanings = |here: f64| {
            let mut leanings = [0.0; MEMBERS];
            for (place, part) in leanings.iter_mut().zip(&actor.parts) {
                *place = factored.leaning(*part, |measure| {
                    if measure == on {
                        here
                    } else if outside[..order].contains(&measure) {
                        self.reference[measure]
                    } else {
                        self.high[measure]
                    }
                });
            }
            leanings
        };
        let (before, after) = (leanings(self.reference[on]), leanings(degree));
        let benefit = |row, reduction| self.weighed(row, factored.generous_contribution(row, reduction));
        let each = actor.acts.iter().map(|act| {
            let reduction = actor.reduction(act, |it| self.high[it], &before[..actor.parts.len()]);
            let shares = actor.parts.iter().enumerate().filter_map(|(part, measure)| {
                act.reductions[part].map(|it| (self.high[*measure], it * (after[part] - before[part])))
            });
            let mut shares: Vec<(f64, f64)> = shares.collect();
            shares.sort_by(|a, b| b.1.total_cmp(&a.1));
            benefit(act.row, reduction + fill(&shares)) - benefit(act.row, reduction)
        });
        each.sum()
    }

    /// A benefit no state can exceed, booked on nobody: only for actors that may do harm.
    fn booked_at_best(&self, actor: &Actor) -> f64 {
        let factored = &self.problem.loss.factored;
        let widest = |part: &usize| {
            let ends = factored.leanings[*part].iter().map(|(on, attenuation)| {
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
            self.weighed(act.row, factored.generous_contribution(act.row, reduction.unwrap_or(0.0)))
        });
        each.sum()
    }
}

/// What an actor gives where a prerequisite stands at the reference and everything else at the low or the high end of
/// its range.
#[derive(Default)]
struct Base {
    at_end: [Option<f64>; 2],
}

/// What contributions to rows are worth at the reference.
struct Weights<'a> {
    slopes: &'a [f64],
    strongest: &'a [f64],
    overlap: f64,
}

impl Weights<'_> {
    /// A contribution's part in its row's `y`, the strongest one's bonus beyond the reference's included.
    fn of(&self, row: usize, contribution: f64) -> f64 {
        let part = if contribution > 0.0 {
            self.overlap * contribution + (1.0 - self.overlap) * (contribution - self.strongest[row]).max(0.0)
        } else {
            contribution
        };
        self.slopes[row] * part
    }
}
