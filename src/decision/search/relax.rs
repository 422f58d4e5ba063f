//! A lower bound of the objective over a domain, by taking the problem apart field by field.
//!
//! Three steps, each of which can only lower the value (`docs/method.md`, "The bound"):
//! the loss is replaced by its tangent at a reference; a row's strongest contribution by the reference's plus
//! what single actors exceed it; and what a prerequisite gives to those that lean on it, beyond the reference, is
//! booked on the prerequisite as if all of them were bought. What is left is a sum over fields and bundles that
//! is minimised one by one. At the reference all three steps are exact.

use super::domain::Domain;
use super::kernel::Rows;
use super::problem::{Choice, Field, MEMBERS, OPEN_DUTY, Problem};
use crate::decision::Selection;
use crate::decision::offers::SAME;

/// Most bundles per field whose combinations are gone through one by one.
const COMBINED: u32 = 5;

/// One state of a field under some of the open bundles.
#[derive(Clone, Debug)]
pub(super) struct Config {
    pub state: u8,
    /// Open bundles assumed bought.
    pub open: u64,
    /// Degrees of the field's members.
    pub degrees: [f64; MEMBERS],
    /// Charge minus benefits.
    pub value: f64,
}

/// The relaxed problem's answer.
#[derive(Clone, Debug)]
pub(super) struct Relaxation {
    /// Lower bound of the objective over the domain.
    pub bound: f64,
    /// What the relaxed problem would buy.
    pub choice: Selection,
    /// Per field: how much the bound rises at least if it is held in a state (infinite where not allowed).
    pub regrets: Vec<Vec<f64>>,
    /// Per field: how much the bound rises if it is held in the reference's state.
    pub slack: Vec<f64>,
    /// Per open bundle: how much the bound rises if it is decided either way.
    pub pack_regrets: Vec<PackRegret>,
}

/// How much the bound rises if a bundle is bought or left.
#[derive(Clone, Copy, Debug)]
pub(super) struct PackRegret {
    pub at: usize,
    pub bought: f64,
    pub left: f64,
}

/// Scratch space and the reference of one relaxation.
pub(super) struct Relaxer<'a> {
    pub problem: &'a Problem,
    domain: &'a Domain,
    pub reference: &'a [f64],
    /// Slope per row.
    pub slopes: Vec<f64>,
    /// Strongest contribution per row at the reference.
    pub strongest: Vec<f64>,
    pub low: Vec<f64>,
    pub high: Vec<f64>,
    pub configs: Vec<Config>,
    /// Places of each field's configurations.
    pub ranges: Vec<(usize, usize)>,
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
        let mut base = problem.worth.constant() - problem.allowance();
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
        if self.problem.minimums_bind && !field.duties.is_empty() && !field.declined {
            value += Problem::open_duties_of(field, &degrees);
        }
        self.configs.push(Config { state, open, degrees, value });
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

    /// Minimises over bundles, and under each choice of bundles field by field.
    fn close(self, base: f64, selection: &Selection) -> Relaxation {
        let problem = self.problem;
        let open: Vec<usize> = (0..64).filter(|it| self.domain.packs_open >> it & 1 == 1).collect();
        let views: Vec<FieldView> = (0..problem.fields.len()).map(|it| self.view(it)).collect();
        let fixed: f64 = (0..64)
            .filter(|it| self.domain.packs_in >> it & 1 == 1)
            .map(|it| problem.charge(problem.parcels[it].money, problem.parcels[it].hours))
            .sum();
        let untouched: f64 = views.iter().filter(|it| it.under.len() == 1).map(|it| it.under[0].1).sum();
        let touched: Vec<&FieldView> = views.iter().filter(|it| it.under.len() > 1).collect();
        let mut best = Packs {
            least: f64::INFINITY,
            set: 0,
            with: vec![f64::INFINITY; 64],
            without: vec![f64::INFINITY; 64],
        };
        let prices: Vec<(u64, f64)> = open
            .iter()
            .map(|&at| (1 << at, problem.charge(problem.parcels[at].money, problem.parcels[at].hours)))
            .collect();
        for_each_set(&prices, |set, price| {
            let value = price + touched.iter().map(|it| it.best_under(set)).sum::<f64>();
            best.take(set, value, &open);
        });
        let bound = base + fixed + untouched + best.least;
        let mut choice = selection.clone();
        choice.packs = self.domain.packs_in | best.set;
        let mut regrets = Vec::with_capacity(views.len());
        let mut slack = Vec::with_capacity(views.len());
        for (field, view) in views.iter().enumerate() {
            let mine = best.set & problem.fields[field].packs;
            let (from, to) = self.ranges[field];
            let mut regret = vec![f64::INFINITY; problem.fields[field].choices.len() + 1];
            for it in &self.configs[from..to] {
                let place = &mut regret[usize::from(it.state)];
                *place = place.min(it.value - view.under_exactly(it.open));
            }
            let at_best = self.configs[from..to].iter().filter(|it| view.stands_for(it.open, mine));
            let pick = at_best.min_by(|a, b| a.value.total_cmp(&b.value).then(a.state.cmp(&b.state)));
            if let Some(it) = pick {
                choice.states[field] = it.state;
            }
            slack.push(
                Some(regret[usize::from(selection.states[field])]).filter(|it| it.is_finite()).unwrap_or(0.0),
            );
            regrets.push(regret);
        }
        let pack_regrets = open.iter().map(|&at| PackRegret {
            at,
            bought: best.with[at] - best.least,
            left: best.without[at] - best.least,
        });
        let pack_regrets = pack_regrets.collect();
        Relaxation { bound, choice: problem.tidied(&choice), regrets, slack, pack_regrets }
    }

    /// A field's least value under each set of bundles that can make a difference to it.
    fn view(&self, field: usize) -> FieldView {
        let (from, to) = self.ranges[field];
        let mut under: Vec<(u64, f64)> = Vec::new();
        for it in &self.configs[from..to] {
            match under.iter_mut().find(|(open, _)| *open == it.open) {
                Some(known) => known.1 = known.1.min(it.value),
                None => under.push((it.open, it.value)),
            }
        }
        FieldView { under, touching: self.problem.fields[field].packs & self.domain.packs_open }
    }
}

/// A field's least value by the open bundles bought.
struct FieldView {
    /// Sets of bundles gone through, the empty one first.
    under: Vec<(u64, f64)>,
    /// Open bundles that touch the field.
    touching: u64,
}

impl FieldView {
    /// The least value under a set of bundles: of all sets within it that were gone through.
    ///
    /// For one measure only the strongest supply counts, and that bundle alone was gone through; for a group
    /// all sets were, or, where they are too many, the full one stands for every other than the empty one.
    fn best_under(&self, set: u64) -> f64 {
        let fits = self.under.iter().filter(|it| self.stands_for(it.0, set));
        fits.map(|it| it.1).fold(f64::INFINITY, f64::min)
    }

    fn stands_for(&self, gone_through: u64, set: u64) -> bool {
        let full = gone_through == self.touching && set & self.touching != 0;
        gone_through & !set == 0 || full && gone_through.count_ones() > COMBINED
    }

    fn under_exactly(&self, open: u64) -> f64 {
        self.under.iter().find(|it| it.0 == open).map_or(f64::INFINITY, |it| it.1)
    }
}

/// The best set of open bundles, and the best with and without each.
struct Packs {
    least: f64,
    set: u64,
    with: Vec<f64>,
    without: Vec<f64>,
}

impl Packs {
    fn take(&mut self, set: u64, value: f64, open: &[usize]) {
        if value < self.least {
            (self.least, self.set) = (value, set);
        }
        for &at in open {
            let place = if set >> at & 1 == 1 { &mut self.with[at] } else { &mut self.without[at] };
            *place = place.min(value);
        }
    }
}

/// Calls `visit` with every set of bundles and its price.
fn for_each_set(prices: &[(u64, f64)], mut visit: impl FnMut(u64, f64)) {
    for number in 0..1_u64 << prices.len() {
        let bought = prices.iter().enumerate().filter(|(at, _)| number >> at & 1 == 1);
        let (set, price) = bought.fold((0, 0.0), |sum, (_, it)| (sum.0 | it.0, sum.1 + it.1));
        visit(set, price);
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
