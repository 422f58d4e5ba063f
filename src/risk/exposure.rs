//! What traits multiply scenarios by, against what is usual among firms of the segment and size: the average firm keeps the
//! calibrated figure. An open trait counts with its share among such firms.

use crate::model::{Catalogue, Company, FirmSize, Segment, Trait};

/// The traits that act on scenarios, those that build on each other together.
#[derive(Clone, Debug)]
pub(super) struct Exposures {
    pub groups: Vec<Group>,
}

/// Traits of which each implies the one before: exactly one rung holds, from none to the last.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// Names the group among the draws.
    pub name: String,
    rungs: Vec<Rung>,
    acts: Vec<Act>,
}

#[derive(Clone, Copy, Debug)]
struct Rung {
    /// Share of firms of the segment and size.
    share: f64,
    /// True where the company's answers leave it possible.
    is_possible: bool,
}

/// What a group does to one scenario.
#[derive(Clone, Debug)]
struct Act {
    scenario: usize,
    /// Per rung: factors on frequency and severity, where it has one.
    factors: Vec<[Option<f64>; 2]>,
    /// Deviation of the factors' logarithm.
    deviation: f64,
}

impl Exposures {
    pub fn new(catalogue: &Catalogue, company: &Company, segment: &Segment, size: &FirmSize) -> Self {
        let roots = catalogue.traits.iter().filter(|it| it.implies.is_none());
        Self { groups: roots.map(|root| Group::new(catalogue, company, segment, size, root)).collect() }
    }

    /// Factors per scenario of the firm as it is described.
    pub fn central(&self, scenarios: usize) -> Vec<[f64; 2]> {
        let mut all = vec![[1.0; 2]; scenarios];
        for group in &self.groups {
            group.apply(&mut all, |rung| if rung.is_possible { rung.share } else { 0.0 }, 0.0);
        }
        all
    }

    /// The same in a draw: `u` decides what is open, `z` how strong the traits act.
    pub fn drawn(
        &self,
        scenarios: usize,
        u: impl Fn(usize) -> f64,
        z: impl Fn(usize) -> f64,
    ) -> Vec<[f64; 2]> {
        let mut all = vec![[1.0; 2]; scenarios];
        for (at, group) in self.groups.iter().enumerate() {
            let holds = group.drawn(u(at));
            let mut rungs = 0..;
            group.apply(&mut all, |_| f64::from(u8::from(rungs.next() == Some(holds))), z(at));
        }
        all
    }
}

impl Group {
    fn new(
        catalogue: &Catalogue,
        company: &Company,
        segment: &Segment,
        size: &FirmSize,
        root: &Trait,
    ) -> Self {
        let mut chain = vec![root];
        while let Some(next) =
            catalogue.traits.iter().find(|it| it.implies.as_ref() == Some(&chain[chain.len() - 1].id))
        {
            chain.push(next);
        }
        let shift = |it: &Trait| segment.shifts.value.traits.get(&it.id).copied().unwrap_or(0.0);
        // Who has the later has the earlier: from the last to the first none is rarer than what builds on it.
        let mut at_least: Vec<f64> = chain.iter().map(|it| size.share(&it.prevalence, shift(it))).collect();
        for at in (1..at_least.len()).rev() {
            at_least[at - 1] = at_least[at - 1].max(at_least[at]);
        }
        let states: Vec<Option<bool>> = chain.iter().map(|it| company.has(&it.id)).collect();
        let rungs = (0..=chain.len()).map(|rung| {
            let from = if rung == 0 { 1.0 } else { at_least[rung - 1] };
            let to = at_least.get(rung).copied().unwrap_or(0.0);
            // Ticking the later implies the earlier, whatever is said of it.
            let last_yes = states.iter().rposition(|it| *it == Some(true)).map_or(0, |it| it + 1);
            let is_denied = rung > 0 && rung > last_yes && states[..rung].contains(&Some(false));
            Rung { share: from - to, is_possible: rung >= last_yes && !is_denied }
        });
        Self { name: root.id.to_string(), rungs: rungs.collect(), acts: acts(catalogue, &chain) }
    }

    /// The rung that holds where `u` of the possible ones lie below.
    fn drawn(&self, u: f64) -> usize {
        let possible = || self.rungs.iter().enumerate().filter(|it| it.1.is_possible);
        let all: f64 = possible().map(|it| it.1.share).sum();
        let mut below = 0.0;
        for (at, rung) in possible() {
            below += rung.share;
            if u * all < below {
                return at;
            }
        }
        possible().next_back().map_or(0, |it| it.0)
    }

    /// Multiplies the factors of a firm whose rungs hold with these weights; `z` deviations of strength.
    fn apply(&self, all: &mut [[f64; 2]], mut weight: impl FnMut(&Rung) -> f64, z: f64) {
        let weights: Vec<f64> = self.rungs.iter().map(&mut weight).collect();
        let shares: Vec<f64> = self.rungs.iter().map(|it| it.share).collect();
        for act in &self.acts {
            let strength = libm::exp(act.deviation * z);
            let factor = |rung: usize, row: usize| act.factors[rung][row].map_or(1.0, |it| it * strength);
            let mean = |weights: &[f64], of: &dyn Fn(usize) -> f64, by: &dyn Fn(usize) -> f64| {
                let each = || weights.iter().enumerate().map(|(rung, weight)| (rung, weight * by(rung)));
                each().map(|(rung, weight)| weight * of(rung)).sum::<f64>()
                    / each().map(|it| it.1).sum::<f64>()
            };
            let (often, dear) = (|rung| factor(rung, 0), |rung| factor(rung, 1));
            all[act.scenario][0] *= mean(&weights, &often, &|_| 1.0) / mean(&shares, &often, &|_| 1.0);
            // Losses are averaged where events happen.
            all[act.scenario][1] *= mean(&weights, &dear, &often) / mean(&shares, &dear, &often);
        }
    }
}

/// What a chain of traits does, scenario by scenario.
fn acts(catalogue: &Catalogue, chain: &[&Trait]) -> Vec<Act> {
    let mut acts = Vec::new();
    for (scenario, it) in catalogue.scenarios.iter().enumerate() {
        let mut factors = vec![[None; 2]];
        let mut deviation: f64 = 0.0;
        for own in chain {
            let exposure = own.exposure.iter().find(|exposure| exposure.scenario == it.id);
            factors.push(exposure.map_or([None; 2], |it| [it.frequency, it.severity]));
            deviation = deviation.max(exposure.map_or(0.0, |it| it.deviation));
        }
        if factors.iter().flatten().any(Option::is_some) {
            acts.push(Act { scenario, factors, deviation });
        }
    }
    acts
}
