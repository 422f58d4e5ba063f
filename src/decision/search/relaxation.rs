//! A lower bound of the objective over a domain, by taking the problem apart field by field.
//!
//! Three steps, each of which can only lower the value (`docs/method.md`, "The bound"):
//! the loss is replaced by its tangent at a reference; a row's strongest contribution by the reference's plus
//! what single actors exceed it; and what a prerequisite gives to those that lean on it, beyond the reference, is
//! booked on the prerequisite as if all of them were bought. What is left is a sum over fields and bundles that
//! is minimised one by one. At the reference all three steps are exact.

use super::cache::Cache;
use super::candidate::Candidate;
use super::domain::Domain;
use super::problem::{Field, Floor, MEMBERS, Problem};
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
    /// Degrees at the reference.
    pub reference: &'a [f64],
    /// Contributions of all acts at the reference.
    pub contributions: &'a [f64],
    /// Slope per row.
    pub slopes: Vec<f64>,
    /// Strongest contribution per row at the reference.
    pub strongest: &'a [f64],
    pub low: Vec<f64>,
    pub high: Vec<f64>,
    pub configs: Vec<Config>,
    /// Degrees mixed for one actor; others' are those of whoever was mixed for last.
    pub mix: Vec<f64>,
    pub cache: &'a mut Cache,
    /// Places of each field's configurations.
    pub ranges: Vec<(usize, usize)>,
}

impl<'a> Relaxer<'a> {
    /// Bounds the objective over `domain` around where the search stands.
    pub fn relax(
        problem: &'a Problem,
        domain: &'a Domain,
        at: &'a Candidate,
        cache: &'a mut Cache,
    ) -> Relaxation {
        let evaluation = at.evaluation();
        let (y, strongest) = (evaluation.y(), evaluation.strongest());
        let mut base = problem.loss.constant() - problem.allowance();
        let mut slopes = vec![0.0; y.len()];
        for scenario in 0..slopes.len() / 2 {
            let (frequency, severity) = (2 * scenario, 2 * scenario + 1);
            let tangent = problem.loss.tangent(scenario, y[frequency], y[severity]);
            base +=
                tangent.value + tangent.frequency_slope * y[frequency] + tangent.severity_slope * y[severity];
            slopes[frequency] = tangent.frequency_slope;
            slopes[severity] = tangent.severity_slope;
        }
        let rest = 1.0 - problem.loss.factored.overlap;
        base -= slopes.iter().zip(strongest).map(|(slope, it)| slope * rest * it).sum::<f64>();
        let supplied = problem.supplied(domain.packs_in);
        let mut relaxer = Self {
            problem,
            domain,
            reference: evaluation.degrees(),
            contributions: evaluation.contributions(),
            slopes,
            strongest,
            low: supplied.clone(),
            high: supplied,
            configs: Vec::with_capacity(8 * problem.fields.len()),
            mix: evaluation.degrees().to_vec(),
            cache,
            ranges: Vec::with_capacity(problem.fields.len()),
        };
        relaxer.list_configs();
        for actor in 0..problem.loss.factored.actors.len() {
            base -= relaxer.book(actor);
        }
        relaxer.close(base, at.selection())
    }

    /// True where the domain leaves a measure's degree open.
    pub fn is_free(&self, measure: usize) -> bool {
        self.high[measure] - self.low[measure] > SAME
    }

    /// All states of all fields under the open bundles that touch them, with their charges.
    fn list_configs(&mut self) {
        let problem = self.problem;
        for (at, field) in problem.fields.iter().enumerate() {
            let from = self.configs.len();
            let touching = field.packs & self.domain.packs_open;
            if touching == 0 {
                self.list_under(at, 0);
            } else {
                for open in Self::bundle_sets(touching, field.members.len()) {
                    self.list_under(at, open);
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

    /// All states of a field under some of the open bundles.
    fn list_under(&mut self, at: usize, open: u64) {
        let field = &self.problem.fields[at];
        let packs = self.domain.packs_in | open;
        let mut have = [0.0; MEMBERS];
        for (place, &measure) in have.iter_mut().zip(&field.members) {
            *place = self.problem.supplied_to(packs, measure);
        }
        for state in self.domain.states(at) {
            let mut degrees = have;
            let mut value = 0.0;
            if let Some(choice) = field.choice(state) {
                let place = field.members.iter().position(|it| *it == choice.measure);
                let place = place.expect("a choice is of a member");
                value += self.problem.price_of(&choice.burden);
                degrees[place] = degrees[place].max(choice.degree);
            }
            value += below(field, &degrees);
            self.configs.push(Config { state, open, degrees, value });
        }
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
        let open: Vec<usize> = problem.packs_of(self.domain.packs_open).collect();
        let views: Vec<FieldView> = (0..problem.fields.len()).map(|it| self.view(it)).collect();
        let price = |at: usize| problem.price_of(&problem.parcels[at]);
        let fixed: f64 = problem.packs_of(self.domain.packs_in).map(price).sum();
        let untouched: f64 = views.iter().filter(|it| it.under.len() == 1).map(|it| it.under[0].1).sum();
        let mut values = vec![0.0; 1 << open.len()];
        for (place, at) in open.iter().enumerate() {
            let price = price(*at);
            for (number, value) in values.iter_mut().enumerate() {
                *value += if number >> place & 1 == 1 { price } else { 0.0 };
            }
        }
        for view in views.iter().filter(|it| it.under.len() > 1) {
            view.add_to(&mut values, &open);
        }
        let mut best = Packs {
            least: f64::INFINITY,
            set: 0,
            with: vec![f64::INFINITY; open.len()],
            without: vec![f64::INFINITY; open.len()],
        };
        for (number, value) in values.into_iter().enumerate() {
            best.take(number, value);
        }
        best.set = spread(best.set, &open);
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
        let pack_regrets = open.iter().enumerate().map(|(place, &at)| PackRegret {
            at,
            bought: best.with[place] - best.least,
            left: best.without[place] - best.least,
        });
        let pack_regrets = pack_regrets.collect();
        Relaxation { bound, choice: problem.tidied(&choice), regrets, slack, pack_regrets }
    }

    /// A field's least value under each set of bundles that can make a difference to it.
    fn view(&self, field: usize) -> FieldView {
        let (from, to) = self.ranges[field];
        let mut under: Vec<(u64, f64)> = Vec::new();
        // The states under a set of bundles stand together.
        for it in &self.configs[from..to] {
            match under.last_mut().filter(|(open, _)| *open == it.open) {
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

    /// Adds the field's least value to the values of all sets of open bundles.
    fn add_to(&self, values: &mut [f64], open: &[usize]) {
        let mine: Vec<usize> = (0..open.len()).filter(|it| self.touching >> open[*it] & 1 == 1).collect();
        let least: Vec<f64> = (0..1_usize << mine.len())
            .map(|number| {
                let bought = mine.iter().enumerate().filter(|(bit, _)| number >> bit & 1 == 1);
                self.best_under(bought.map(|(_, place)| 1_u64 << open[*place]).sum())
            })
            .collect();
        for (number, value) in values.iter_mut().enumerate() {
            let gathered =
                mine.iter().enumerate().fold(0, |all, (bit, place)| all | (number >> place & 1) << bit);
            *value += least[gathered];
        }
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
    /// Takes the value of a set of open bundles, one bit per open bundle.
    fn take(&mut self, number: usize, value: f64) {
        if value < self.least {
            (self.least, self.set) = (value, number as u64);
        }
        for (place, (with, without)) in self.with.iter_mut().zip(&mut self.without).enumerate() {
            let place = if number >> place & 1 == 1 { with } else { without };
            *place = place.min(value);
        }
    }
}

/// A set of the open bundles, one bit each, as a set of all bundles.
fn spread(number: u64, open: &[usize]) -> u64 {
    open.iter().enumerate().filter(|(place, _)| number >> place & 1 == 1).map(|(_, at)| 1_u64 << at).sum()
}

/// Charges for the floors a field misses at these degrees of its members.
fn below(field: &Field, degrees: &[f64; MEMBERS]) -> f64 {
    if field.floors.is_empty() {
        return 0.0;
    }
    let missed = field.floors.iter().filter(|floor| {
        let at = field.members.iter().position(|it| *it == floor.measure).expect("a floor is of a member");
        degrees[at..field.members.len()].iter().sum::<f64>() < floor.degree - SAME
    });
    missed.map(Floor::penalty).sum()
}
