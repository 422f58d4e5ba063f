//! What can be bought: tiers of measures and bundles, for one firm.

use crate::model::{
    Answers, Basis, Catalogue, Class, Estimate, Grant, Measure, MeasureRole, Posture, TierLevel, Verdict,
};

use super::cost::{Annual, Price, Terms, annuity, plus, qualifies};
use super::demands::Demands;
use super::selection::Selection;

/// Degrees closer than this are the same.
pub(super) const SAME: f64 = 1e-9;

/// What one firm can choose from.
#[derive(Clone, Debug)]
pub struct Offers<'a> {
    /// Where measures and bundles are described.
    pub catalogue: &'a Catalogue,
    /// How prices are compared.
    pub terms: Terms,
    /// Degree of every measure today, in the catalogue's order.
    pub present: Vec<f64>,
    /// Measures with tiers to choose from; those of an exclusive group stand together.
    pub units: Vec<Unit>,
    /// Bundles worth considering.
    pub packs: Vec<Pack>,
    /// The unit of each measure, in the catalogue's order.
    pub unit_of: Vec<Option<usize>>,
}

/// A measure, or the measures of an exclusive group, of which one tier can be bought.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Positions in the catalogue, by ascending rank.
    pub members: Vec<usize>,
    /// What can be bought; state 0 of a selection is nothing, state `i` is `offers[i - 1]`.
    pub offers: Vec<Offer>,
    /// Duties and recognised minimums not reached today: the measure and the degree that has to be reached by it or
    /// a stronger one.
    pub duties: Vec<(usize, f64)>,
    /// Decided already: nothing is bought.
    pub declined: bool,
    /// Decided already: at least this degree of the measure is reached.
    pub decided: Option<(usize, f64)>,
}

impl Unit {
    /// What a state buys.
    pub fn offer(&self, state: u8) -> Option<&Offer> {
        self.offers.get(usize::from(state).checked_sub(1)?)
    }
}

/// One tier of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Position of the measure in the catalogue.
    pub measure: usize,
    /// The tier.
    pub level: TierLevel,
    /// Degree it reaches.
    pub degree: f64,
    /// Full price, before what is there is taken off.
    pub price: Price,
    /// Full price a year.
    pub annual: Annual,
}

/// A bundle with its price for what is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    /// Position in the catalogue's bundles.
    pub bundle: usize,
    /// Relevant measures and the degree supplied.
    pub supplies: Vec<(usize, f64)>,
    /// Price for the missing part.
    pub price: Price,
    /// The same a year.
    pub annual: Annual,
}

/// True for measures that the search may buy: relevant here, with an effect or carrying others.
pub(super) fn is_choosable(measure: &Measure, posture: &Posture, index: usize) -> bool {
    measure.class != Class::Assessment
        && measure.role != MeasureRole::Transfer
        && posture.degrees[index].basis != Basis::NotRelevant
}

impl<'a> Offers<'a> {
    /// Collects what the firm can buy beyond what it has, decisions taken included.
    pub fn new(catalogue: &'a Catalogue, answers: &Answers, posture: &Posture, terms: Terms) -> Self {
        let level = catalogue.level(&answers.company);
        let grants: Vec<&Grant> = catalogue
            .grants
            .iter()
            .filter(|it| it.assured && qualifies(it, &answers.company, level, terms.date))
            .collect();
        let present = posture.expected();
        let mut units: Vec<Unit> = Vec::new();
        let mut unit_of = vec![None; catalogue.measures.len()];
        for (index, measure) in catalogue.measures.iter().enumerate() {
            if !is_choosable(measure, posture, index) {
                continue;
            }
            let group = measure.exclusive.as_ref().map(|it| &it.group);
            let same_group = |unit: &Unit| {
                let first = &catalogue.measures[unit.members[0]];
                group.is_some() && first.exclusive.as_ref().map(|it| &it.group) == group
            };
            let at = units.iter().position(same_group).unwrap_or_else(|| {
                units.push(Unit {
                    members: Vec::new(),
                    offers: Vec::new(),
                    duties: Vec::new(),
                    declined: false,
                    decided: None,
                });
                units.len() - 1
            });
            unit_of[index] = Some(at);
            add_member(&mut units[at], catalogue, answers, &terms, &grants, index, present[index]);
        }
        for unit in &mut units {
            let rank = |it: &usize| catalogue.measures[*it].exclusive.as_ref().map_or(0, |own| own.rank);
            unit.members.sort_by_key(rank);
            let Unit { members, duties, .. } = unit;
            duties.retain(|duty| is_short(covered_from(members, &present, duty.0), duty.1));
        }
        let packs = packs(catalogue, answers, &terms, &grants, &present, &unit_of);
        Self { catalogue, terms, present, units, packs, unit_of }
    }

    /// The same where more is demanded than the recognised minimums: the first tier of each demanded measure binds.
    #[must_use]
    pub fn demanding(mut self, demands: &Demands) -> Self {
        for (index, measure) in self.catalogue.measures.iter().enumerate() {
            let first = measure.tiers.first().filter(|_| demands.of(measure).is_some());
            if let (Some(tier), Some(unit)) = (first, self.unit_of[index]) {
                let degree = self.terms.size.degree(&tier.degree);
                if is_short(self.covered(index, &self.present), degree) {
                    self.units[unit].duties.push((index, degree));
                }
            }
        }
        self
    }

    /// The selection that buys nothing.
    pub fn nothing(&self) -> Selection {
        Selection { states: vec![0; self.units.len()], packs: 0 }
    }

    /// Degree of a measure supplied by the selection's bundles.
    pub fn supplied(&self, packs: u64, measure: usize) -> f64 {
        let bought = self.packs.iter().enumerate().filter(|(at, _)| packs >> at & 1 == 1);
        let degrees = bought.flat_map(|(_, pack)| &pack.supplies).filter(|(it, _)| *it == measure);
        degrees.map(|(_, degree)| *degree).fold(0.0, f64::max)
    }

    /// The bundles a selection buys, with their places.
    pub fn bought_packs<'s>(&'s self, selection: &'s Selection) -> impl Iterator<Item = (usize, &'s Pack)> {
        self.packs.iter().enumerate().filter(|(at, _)| selection.has_pack(*at))
    }

    /// Share of an offer's price that is left once what is there or supplied is taken off.
    pub fn missing_share(&self, offer: &Offer, supplied: f64) -> f64 {
        (1.0 - self.present[offer.measure].max(supplied) / offer.degree).max(0.0)
    }

    /// Degree of every measure with the selection in place, in the catalogue's order.
    pub fn degrees(&self, selection: &Selection) -> Vec<f64> {
        let mut degrees = self.present.clone();
        for (_, pack) in self.bought_packs(selection) {
            for &(measure, degree) in &pack.supplies {
                degrees[measure] = degrees[measure].max(degree);
            }
        }
        for (unit, &state) in self.units.iter().zip(&selection.states) {
            if let Some(offer) = unit.offer(state) {
                degrees[offer.measure] = degrees[offer.measure].max(offer.degree);
            }
        }
        degrees
    }

    /// Burden a year of the selection, grants within their ceilings.
    pub fn annual(&self, selection: &Selection) -> Annual {
        let prices = self.bought_packs(selection).map(|(_, pack)| pack.price.clone());
        let tiers = (0..self.units.len()).filter_map(|unit| self.bought(selection, unit));
        let prices: Vec<Price> = prices.chain(tiers.map(|(_, price)| price)).collect();
        let sum = prices
            .iter()
            .fold(Annual::nothing(&self.terms), |sum, price| sum.and(&price.annual(&self.terms)));
        Annual { money_eur: plus(sum.money_eur, self.beyond_ceilings(&prices)), ..sum }
    }

    /// Money after grants and own hours that a selection takes at the start.
    pub fn at_start(&self, selection: &Selection) -> (f64, f64) {
        let packs = self.bought_packs(selection).map(|(_, pack)| pack.price.clone());
        let tiers = (0..self.units.len()).filter_map(|unit| self.bought(selection, unit)).map(|it| it.1);
        packs.chain(tiers).fold((0.0, 0.0), |sum, it| {
            (sum.0 + it.one_off_eur.likely - it.grant_eur.likely, sum.1 + it.own_hours_one_off.likely)
        })
    }

    /// Grant money counted per purchase that the grants' ceilings do not allow for all together, a year.
    fn beyond_ceilings(&self, prices: &[Price]) -> Estimate {
        let mut beyond = Estimate::exactly(0.0);
        for grant in &self.catalogue.grants {
            let mine: Vec<&Price> = prices.iter().filter(|it| it.grant.as_ref() == Some(&grant.id)).collect();
            let paid: f64 = mine.iter().map(|it| it.grant_eur.likely).sum();
            if paid > grant.max_payment_eur {
                let excess = 1.0 - grant.max_payment_eur / paid;
                for price in mine {
                    let spread = annuity(self.terms.rate, price.lifetime_years);
                    beyond = plus(beyond, price.grant_eur.scaled(excess * spread));
                }
            }
        }
        beyond
    }

    /// The single tier a selection buys of a unit, with the price of the missing part.
    pub fn bought(&self, selection: &Selection, unit: usize) -> Option<(&Offer, Price)> {
        let offer = self.units[unit].offer(selection.states[unit])?;
        let share = self.missing_share(offer, self.supplied(selection.packs, offer.measure));
        (share > SAME).then(|| (offer, offer.price.missing(share)))
    }

    /// Coverage by a measure and the stronger ones of its group.
    pub fn covered(&self, measure: usize, degrees: &[f64]) -> f64 {
        match self.unit_of[measure] {
            Some(unit) => covered_from(&self.units[unit].members, degrees, measure),
            None => degrees[measure],
        }
    }

    /// True where the first tier of a measure is not reached at these degrees.
    pub fn lacks_first(&self, measure: usize, degrees: &[f64]) -> bool {
        let first = self.catalogue.measures[measure].tiers.first();
        let first = first.map_or(0.0, |tier| self.terms.size.degree(&tier.degree));
        is_short(self.covered(measure, degrees), first)
    }

    /// Recognised minimums that a selection leaves open.
    pub fn open_duties(&self, degrees: &[f64]) -> Vec<usize> {
        let open = self.units.iter().filter(|unit| !unit.declined).flat_map(|unit| {
            let duties = unit.duties.iter();
            duties.filter(|duty| covered_from(&unit.members, degrees, duty.0) < duty.1 - SAME)
        });
        let mut open: Vec<usize> = open.map(|duty| duty.0).collect();
        open.dedup();
        open
    }
}

/// Share of a demanded degree from which it counts as reached: degrees are judged in tenths, and an answer some weeks
/// old has worn by less. Without it a firm that does what is demanded would be told to do a minute more.
const NEARLY: f64 = 0.9;

/// True where a demanded degree is not reached.
pub(super) fn is_short(covered: f64, demanded: f64) -> bool {
    covered < NEARLY * demanded
}

/// Coverage by a measure and the stronger ones of its group.
pub(super) fn covered_from(members: &[usize], degrees: &[f64], measure: usize) -> f64 {
    members.iter().skip_while(|it| **it != measure).map(|it| degrees[*it]).sum()
}

fn add_member(
    unit: &mut Unit,
    catalogue: &Catalogue,
    answers: &Answers,
    terms: &Terms,
    grants: &[&Grant],
    index: usize,
    present: f64,
) {
    let measure = &catalogue.measures[index];
    unit.members.push(index);
    let paying: Vec<(&Grant, f64)> =
        grants.iter().filter(|it| it.covers(&measure.id, measure.kind)).map(|it| (*it, 1.0)).collect();
    for tier in &measure.tiers {
        let degree = terms.size.degree(&tier.degree);
        if degree > present + SAME {
            let price = Price::of_tier(measure, tier, answers.costs.get(&measure.id), terms).granted(&paying);
            let annual = price.annual(terms);
            unit.offers.push(Offer { measure: index, level: tier.level, degree, price, annual });
        }
    }
    if let Some((tier, _)) = measure.minimum_for(&answers.company, catalogue.level(&answers.company)) {
        unit.duties.push((index, terms.size.degree(&tier.degree)));
    }
    if let Some(taken) = answers.decisions.get(&measure.id).filter(|it| !it.has_lapsed(terms.date)) {
        match taken.verdict {
            Verdict::Accept => unit.declined = true,
            Verdict::Do => {
                let named = taken.tier.and_then(|level| measure.tier(level));
                let degree = named.or(measure.tiers.first()).map(|it| terms.size.degree(&it.degree));
                unit.decided = degree.map(|it| (index, it));
            }
        }
    }
}

fn packs(
    catalogue: &Catalogue,
    answers: &Answers,
    terms: &Terms,
    grants: &[&Grant],
    present: &[f64],
    unit_of: &[Option<usize>],
) -> Vec<Pack> {
    let level = catalogue.level(&answers.company);
    let mut found = Vec::new();
    for (at, bundle) in catalogue.bundles.iter().enumerate() {
        if bundle.transfer || !bundle.when.holds_for(&answers.company, level) {
            continue;
        }
        let supplied = bundle.supplies.iter().filter_map(|supply| {
            let index = catalogue.measure_index(&supply.measure)?;
            unit_of[index]?;
            if !catalogue.measures[index].when.holds_for(&answers.company, level) {
                return None;
            }
            let degree = terms.size.degree(&catalogue.measures[index].tier(supply.level)?.degree);
            (degree > 0.0).then_some((index, degree))
        });
        let supplies: Vec<(usize, f64)> = supplied.collect();
        if supplies.is_empty() || supplies.iter().all(|(it, degree)| present[*it] > degree - SAME) {
            continue;
        }
        let count = supplies.len() as f64;
        // Price rule: what is there already is not paid again, measure by measure, in equal parts.
        let there = supplies.iter().map(|(it, degree)| (present[*it] / degree).min(1.0)).sum::<f64>() / count;
        let paying: Vec<(&Grant, f64)> = grants
            .iter()
            .map(|grant| {
                let covered = supplies.iter().filter(|(it, _)| {
                    let measure = &catalogue.measures[*it];
                    grant.covers(&measure.id, measure.kind)
                });
                (*grant, covered.count() as f64 / count)
            })
            .collect();
        let price = Price::of_bundle(bundle, terms).granted(&paying).missing(1.0 - there);
        let annual = price.annual(terms);
        found.push(Pack { bundle: at, supplies, price, annual });
    }
    // One bit per bundle in a selection.
    found.truncate(64);
    found
}
