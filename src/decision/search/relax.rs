//! A lower bound of the objective over a domain, by taking the problem apart field by field.
//!
//! Three steps, each of which can only lower the value (`docs/method.md`, "The bound"):
//! the loss is replaced by its tangent at a reference; a row's strongest contribution by the reference's plus
//! what single actors exceed it; and what a prerequisite gives to those that lean on it, beyond the reference, is
//! booked on the prerequisite as if all of them were bought. What is left is a sum over fields and bundles that
//! is minimised one by one. At the reference all three steps are exact.

use super::domain::Domain;
use super::kernel::{Actor, Rows, fill};
use super::problem::{Choice, Field, MEMBERS, OPEN_DUTY, Problem};
use crate::decision::Selection;
use crate::decision::offers::SAME;

/// Most bundles per field whose combinations are gone through one by one.
const COMBINED: u32 = 5;

/// One state of a field under some of the open bundles.
#[derive(Clone, Debug)]
struct Config {
    field: usize,
    state: u8,
    /// Open bundles assumed bought.
    open: u64,
    /// Degrees of the field's members.
    degrees: [f64; MEMBERS],
    /// Charge minus benefits.
    value: f64,
}

/// The relaxed problem's answer.
#[derive(Clone, Debug)]
pub(super) struct Relaxation {
    /// Lower bound of the objective over the domain.
    pub bound: f64,
    /// What the relaxed problem would buy.
    pub choice: Selection,
    /// Per field: how much the relaxed value of each allowed state lies above the best one's (infinite where
    /// not allowed), whatever the open bundles.
    pub regrets: Vec<Vec<f64>>,
    /// Per field: by how much the relaxed problem improves on the reference's state.
    pub slack: Vec<f64>,
    /// Per open bundle: its price minus what it could save.
    pub pack_terms: Vec<(usize, f64)>,
}

/// Scratch space and the reference of one relaxation.
pub(super) struct Relaxer<'a> {
    problem: &'a Problem,
    domain: &'a Domain,
    reference: &'a [f64],
    /// Slope per row.
    slopes: Vec<f64>,
    /// Strongest contribution per row at the reference.
    strongest: Vec<f64>,
    low: Vec<f64>,
    high: Vec<f64>,
    configs: Vec<Config>,
    /// Places of each field's configurations.
    ranges: Vec<(usize, usize)>,
}

impl<'a> Relaxer<'a> {
    /// Bounds the objective over `domain` around `reference`, whose degrees and rows are given.
    pub fn relax(
        problem: &'a Problem,
        domain: &'a Domain,
        selection: &Selection,
        reference: &'a [f64],
        rows: &Rows,
    ) -> Relaxation {
        let mut base = problem.worth.constant();
        let mut slopes = vec![0.0; rows.y.len()];
        for scenario in 0..slopes.len() / 2 {
            let (frequency, severity) = (2 * scenario, 2 * scenario + 1);
            let tangent = problem.worth.tangent(scenario, rows.y[frequency], rows.y[severity]);
            base += tangent.value
                + tangent.frequency_slope * rows.y[frequency]
                + tangent.severity_slope * rows.y[severity];
            slopes[frequency] = tangent.frequency_slope;
            slopes[severity] = tangent.severity_slope;
        }
        let rest = 1.0 - problem.worth.kernel.overlap;
        base -= slopes.iter().zip(&rows.strongest).map(|(slope, it)| slope * rest * it).sum::<f64>();
        let mut relaxer = Self {
            problem,
            domain,
            reference,
            slopes,
            strongest: rows.strongest.clone(),
            low: problem.supplied(domain.packs_in),
            high: problem.supplied(domain.packs_in),
            configs: Vec::new(),
            ranges: Vec::new(),
        };
        relaxer.list_configs();
        for actor in &problem.worth.kernel.actors {
            base -= relaxer.book(actor);
        }
        relaxer.close(base, selection)
    }

    /// All states of all fields under the open bundles that touch them, with their charges.
    fn list_configs(&mut self) {
        let supplied = self.low.clone();
        for (at, field) in self.problem.fields.iter().enumerate() {
            let from = self.configs.len();
            for open in Self::bundle_sets(field.packs & self.domain.packs_open, field.members.len()) {
                let mut have = supplied.clone();
                for (pack, parcel) in self.problem.parcels.iter().enumerate() {
                    if open >> pack & 1 == 1 {
                        for &(measure, degree) in &parcel.supplies {
                            have[measure] = have[measure].max(degree);
                        }
                    }
                }
                for state in self.domain.states(at) {
                    self.list_config(at, state, open, &have);
                }
            }
            let to = self.configs.len();
            self.ranges.push((from, to));
            for (place, &measure) in field.members.iter().enumerate() {
                let degrees = self.configs[from..to].iter().map(|it| it.degrees[place]);
                let (low, high) = degrees
                    .fold((f64::INFINITY, 0.0), |(low, high), it| (f64::min(low, it), f64::max(high, it)));
                self.low[measure] = low;
                self.high[measure] = high;
            }
        }
    }

    fn list_config(&mut self, at: usize, state: u8, open: u64, have: &[f64]) {
        let field = &self.problem.fields[at];
        let choice = field.choice(state);
        let mut degrees = [0.0; MEMBERS];
        for (place, &measure) in field.members.iter().enumerate() {
            degrees[place] = have[measure];
        }
        let mut value = 0.0;
        if let Some(Choice { measure, degree, .. }) = choice {
            let place = field.members.iter().position(|it| it == measure).expect("a choice is of a member");
            degrees[place] = degrees[place].max(*degree);
        }
        if let Some(choice) = choice {
            let share = Problem::share(choice, have[choice.measure]);
            value += self.problem.charge(share * choice.money, share * choice.hours);
        }
        if !field.duties.is_empty() && !field.declined {
            value += Problem::open_duties_of(field, &degrees);
        }
        self.configs.push(Config { field: at, state, open, degrees, value });
    }

    /// Sets of open bundles that can differ for a field: for one measure only the strongest supply counts, so
    /// none and each alone; for a group every combination, or none and all where there are too many.
    fn bundle_sets(open: u64, members: usize) -> Vec<u64> {
        let single = (0..64).filter(|it| open >> it & 1 == 1).map(|it| 1_u64 << it);
        if members == 1 {
            return std::iter::once(0).chain(single).collect();
        }
        if open.count_ones() > COMBINED {
            return vec![0, open];
        }
        let bits: Vec<u64> = single.collect();
        (0..1_usize << bits.len())
            .map(|set| bits.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|it| it.1).sum())
            .collect()
    }

    /// Books an actor's benefit on its field and on the fields it leans on; returns what belongs to none.
    fn book(&mut self, actor: &Actor) -> f64 {
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

    /// Minimises field by field and bundle by bundle.
    fn close(self, base: f64, selection: &Selection) -> Relaxation {
        let problem = self.problem;
        let mut bound = base;
        let mut choice = selection.clone();
        choice.packs = self.domain.packs_in;
        let mut regrets = Vec::with_capacity(self.ranges.len());
        let mut slack = Vec::with_capacity(self.ranges.len());
        let mut savings = vec![0.0; problem.parcels.len()];
        for (field, &(from, to)) in self.ranges.iter().enumerate() {
            let configs = &self.configs[from..to];
            let best_under = |open: u64| {
                let mine = configs.iter().filter(|it| it.open == open).map(|it| it.value);
                mine.fold(f64::INFINITY, f64::min)
            };
            let alone = best_under(0);
            let least = configs.iter().map(|it| it.value).fold(f64::INFINITY, f64::min);
            bound += alone;
            for (at, saved) in savings.iter_mut().enumerate() {
                if (problem.fields[field].packs & self.domain.packs_open) >> at & 1 == 1 {
                    let with = configs.iter().filter(|it| it.open >> at & 1 == 1).map(|it| it.value);
                    *saved += (alone - with.fold(f64::INFINITY, f64::min)).max(0.0);
                }
            }
            let states = problem.fields[field].choices.len() + 1;
            let mut regret = vec![f64::INFINITY; states];
            for it in configs {
                let place = &mut regret[usize::from(it.state)];
                *place = place.min(it.value - alone);
            }
            let here = regret[usize::from(selection.states[field])];
            slack.push(if here.is_finite() { here - (least - alone) } else { 0.0 });
            regrets.push(regret);
        }
        let mut pack_terms = Vec::new();
        for (at, parcel) in problem.parcels.iter().enumerate() {
            let price = problem.charge(parcel.money, parcel.hours);
            if self.domain.packs_in >> at & 1 == 1 {
                bound += price;
            } else if self.domain.packs_open >> at & 1 == 1 {
                let term = price - savings[at];
                bound += term.min(0.0);
                if term < 0.0 {
                    choice.packs |= 1 << at;
                }
                pack_terms.push((at, term));
            }
        }
        for (field, &(from, to)) in self.ranges.iter().enumerate() {
            let bought = choice.packs & problem.fields[field].packs & self.domain.packs_open;
            let fits = |it: &&Config| it.open & !bought == 0;
            let best = self.configs[from..to].iter().filter(fits);
            if let Some(it) = best.min_by(|a, b| a.value.total_cmp(&b.value).then(a.state.cmp(&b.state))) {
                choice.states[it.field] = it.state;
            }
        }
        Relaxation { bound, choice: problem.tidied(&choice), regrets, slack, pack_terms }
    }
}

impl Problem {
    /// Charge for the minimums a field leaves open at these degrees of its members.
    fn open_duties_of(field: &Field, degrees: &[f64; MEMBERS]) -> f64 {
        let mut all = [0.0; MEMBERS];
        all.copy_from_slice(degrees);
        let open = field.duties.iter().filter(|duty| {
            let at = field.members.iter().position(|it| *it == duty.0).expect("a duty is of a member");
            all[at..field.members.len()].iter().sum::<f64>() < duty.1 - SAME
        });
        OPEN_DUTY * open.count() as f64
    }
}
