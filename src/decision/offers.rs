//! What can be bought: tiers of measures and bundles, for one firm.

use crate::model::{
    Answers, Basis, Catalogue, Class, Estimate, Grant, Measure, MeasureRole, OwnCost, Posture, TakenDecision,
    Tier, TierLevel, Verdict,
};

use super::cost::{Annual, Price, Terms, annuity, plus, qualifies};
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
    /// The state that management has decided on; no other is open.
    pub decided: Option<u8>,
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
    /// Price of what is still missing today. What a bundle of the same plan supplies takes nothing off: who buys the tier
    /// pays for it (`docs/method.md`, "Prices").
    pub missing: Price,
    /// The same a year.
    pub annual: Annual,
    /// Own hours a year of deciding on it and following it up; they enter the choice and are not shown.
    pub attention_hours: f64,
    /// True where it is ordered whole or not at all.
    pub whole: bool,
}

/// A bundle with its price for what is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    /// Position in the catalogue's bundles.
    pub bundle: usize,
    /// Relevant measures that it raises, and the degree supplied.
    pub supplies: Vec<(usize, f64)>,
    /// Price for the missing part.
    pub price: Price,
    /// The same a year.
    pub annual: Annual,
    /// Own hours a year of deciding on it and following up its items; not shown.
    pub attention_hours: f64,
    /// True where the firm does it itself, one item after the other.
    pub own_effort: bool,
}

/// True for measures that the search may buy: relevant here, with an effect or carrying others.
pub(super) fn is_choosable(measure: &Measure, posture: &Posture, index: usize) -> bool {
    measure.class != Class::Assessment
        && measure.role != MeasureRole::Transfer
        && posture.degrees[index].basis != Basis::NotRelevant
}

impl<'a> Offers<'a> {
    /// Collects what the firm can buy beyond what it has, decisions taken included: what is accepted is offered by
    /// nobody, what is decided is fixed.
    pub fn new(catalogue: &'a Catalogue, answers: &Answers, posture: &Posture, terms: Terms) -> Self {
        let present = posture.expected();
        let shop = Shop { catalogue, answers, terms, grants: assured_grants(catalogue, answers, &terms) };
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
                units.push(Unit { members: Vec::new(), offers: Vec::new(), decided: None });
                units.len() - 1
            });
            unit_of[index] = Some(at);
            units[at].members.push(index);
            shop.add_offers(&mut units[at], index, present[index]);
        }
        let rank = |it: &usize| catalogue.measures[*it].exclusive.as_ref().map_or(0, |own| own.rank);
        for unit in &mut units {
            unit.members.sort_by_key(rank);
        }
        let packs = shop.packs(&present, &unit_of);
        Self { catalogue, terms, present, units, packs, unit_of }
    }

    /// The selection that buys what management has decided on, and nothing else.
    pub fn decided(&self) -> Selection {
        Selection { states: self.units.iter().map(|it| it.decided.unwrap_or(0)).collect(), packs: 0 }
    }

    /// The selection that buys nothing.
    pub fn nothing(&self) -> Selection {
        Selection { states: vec![0; self.units.len()], packs: 0 }
    }

    /// The bundles a selection buys, with their places.
    pub fn bought_packs<'s>(&'s self, selection: &'s Selection) -> impl Iterator<Item = (usize, &'s Pack)> {
        self.packs.iter().enumerate().filter(|(at, _)| selection.has_pack(*at))
    }

    /// The single tiers a selection buys.
    pub fn bought_tiers<'s>(&'s self, selection: &'s Selection) -> impl Iterator<Item = &'s Offer> {
        self.units.iter().zip(&selection.states).filter_map(|(unit, state)| unit.offer(*state))
    }

    /// The single tier a selection buys of a unit.
    pub fn bought(&self, selection: &Selection, unit: usize) -> Option<&Offer> {
        self.units[unit].offer(selection.states[unit])
    }

    /// Degree of every measure with the selection in place, in the catalogue's order.
    pub fn degrees(&self, selection: &Selection) -> Vec<f64> {
        let mut degrees = self.present.clone();
        let packs = self.bought_packs(selection).flat_map(|(_, pack)| pack.supplies.iter().copied());
        let tiers = self.bought_tiers(selection).map(|it| (it.measure, it.degree));
        for (measure, degree) in packs.chain(tiers) {
            degrees[measure] = degrees[measure].max(degree);
        }
        degrees
    }

    /// Prices of everything a selection buys, of what is still missing.
    pub fn prices<'s>(&'s self, selection: &'s Selection) -> Vec<&'s Price> {
        let packs = self.bought_packs(selection).map(|(_, pack)| &pack.price);
        packs.chain(self.bought_tiers(selection).map(|it| &it.missing)).collect()
    }

    /// Burden a year of the selection, grants within their ceilings.
    pub fn annual(&self, selection: &Selection) -> Annual {
        let prices = self.prices(selection);
        let sum = prices
            .iter()
            .fold(Annual::nothing(&self.terms), |sum, price| sum.and(&price.annual(&self.terms)));
        Annual { money_eur: plus(sum.money_eur, self.beyond_ceilings(&prices)), ..sum }
    }

    /// Money after grants and own hours of the first year: what is spent at the start and one year of what recurs.
    pub fn first_year(&self, selection: &Selection) -> Spent {
        self.prices(selection).into_iter().map(Spent::in_first_year).fold(Spent::default(), Spent::and)
    }

    /// Money after grants and own hours that a selection takes at the start.
    pub fn at_start(&self, selection: &Selection) -> (f64, f64) {
        self.prices(selection).into_iter().fold((0.0, 0.0), |sum, it| {
            (sum.0 + it.one_off_eur.likely - it.grant_eur.likely, sum.1 + it.own_hours_one_off.likely)
        })
    }

    /// Own hours a year of attention that the selection's purchases take.
    pub fn attention_hours(&self, selection: &Selection) -> f64 {
        let packs = self.bought_packs(selection).map(|it| it.1.attention_hours);
        packs.chain(self.bought_tiers(selection).map(|it| it.attention_hours)).sum()
    }

    /// Grant money counted per purchase that the grants' ceilings do not allow for all together, a year.
    fn beyond_ceilings(&self, prices: &[&Price]) -> Estimate {
        let mut beyond = Estimate::exactly(0.0);
        for grant in &self.catalogue.grants {
            let mine = prices.iter().filter(|it| it.grant.as_ref() == Some(&grant.id));
            let paid: f64 = mine.clone().map(|it| it.grant_eur.likely).sum();
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

    /// Coverage by a measure and the stronger ones of its group.
    pub fn covered(&self, measure: usize, degrees: &[f64]) -> f64 {
        match self.unit_of[measure] {
            Some(unit) => covered_from(&self.units[unit].members, degrees, measure),
            None => degrees[measure],
        }
    }

    /// Degree that a tier of a measure reaches here; none where it has no such tier.
    pub fn degree(&self, measure: usize, level: TierLevel) -> Option<f64> {
        Some(self.terms.size.degree(&self.catalogue.measures[measure].tier(level)?.degree))
    }

    /// True where a demanded degree of a measure is not nearly reached at these degrees, by it or a stronger one.
    pub fn is_short(&self, measure: usize, demanded: f64, degrees: &[f64]) -> bool {
        self.covered(measure, degrees) < self.catalogue.ladder.nearly * demanded - SAME
    }

    /// True where the first tier of a measure is not nearly reached at these degrees.
    pub fn lacks_first(&self, measure: usize, degrees: &[f64]) -> bool {
        let first = self.catalogue.measures[measure].tiers.first();
        first.is_some_and(|tier| self.is_short(measure, self.terms.size.degree(&tier.degree), degrees))
    }

    /// True where the minimum standard asks such a company for the measure.
    pub fn is_basic(&self, measure: usize, answers: &Answers) -> bool {
        let (company, level) = (&answers.company, self.catalogue.level(&answers.company));
        let gaps = &self.catalogue.measures[measure].duties.gaps;
        gaps.iter().any(|it| it.answers.is_empty() && it.holds_for(company, level))
    }
}

/// Money and own hours.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spent {
    /// Euros, after grants.
    pub money_eur: f64,
    /// Own hours.
    pub hours: f64,
}

impl Spent {
    /// What a price takes in its first year.
    pub fn in_first_year(price: &Price) -> Self {
        Self {
            money_eur: price.one_off_eur.likely - price.grant_eur.likely + price.yearly_eur.likely,
            hours: price.own_hours_one_off.likely + price.own_hours_yearly.likely,
        }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { money_eur: self.money_eur + other.money_eur, hours: self.hours + other.hours }
    }
}

/// Coverage by a measure and the stronger ones of its group.
pub(super) fn covered_from(members: &[usize], degrees: &[f64], measure: usize) -> f64 {
    members.iter().skip_while(|it| **it != measure).map(|it| degrees[*it]).sum()
}

/// Grants the firm can count on.
fn assured_grants<'a>(catalogue: &'a Catalogue, answers: &Answers, terms: &Terms) -> Vec<&'a Grant> {
    let level = catalogue.level(&answers.company);
    let counts = |it: &&Grant| it.assured && qualifies(it, &answers.company, level, terms.date);
    catalogue.grants.iter().filter(counts).collect()
}

/// What prices and decisions make of the catalogue for one firm.
struct Shop<'a> {
    catalogue: &'a Catalogue,
    answers: &'a Answers,
    terms: Terms,
    grants: Vec<&'a Grant>,
}

impl Shop<'_> {
    /// The decision that stands for a measure.
    fn taken(&self, measure: &Measure) -> Option<&TakenDecision> {
        self.answers.decisions.get(&measure.id).filter(|it| !it.has_lapsed(self.terms.date))
    }

    fn is_accepted(&self, measure: &Measure) -> bool {
        self.taken(measure).is_some_and(|it| it.verdict == Verdict::Accept)
    }

    /// The tier that management has decided to reach.
    fn decided<'m>(&self, measure: &'m Measure) -> Option<&'m Tier> {
        let taken = self.taken(measure).filter(|it| it.verdict == Verdict::Do)?;
        taken.tier.and_then(|level| measure.tier(level)).or(measure.tiers.first())
    }

    /// True where buying so much of a measure is a purchase and no upkeep.
    fn is_step(&self, degree: f64, present: f64) -> bool {
        let ladder = &self.catalogue.ladder;
        present < ladder.nearly * degree - SAME && degree - present >= ladder.least_step - SAME
    }

    /// The firm's own price with the tier it is for: the one named, else the one decided, else the cheapest not reached.
    fn quote(&self, measure: &Measure, present: f64) -> Option<(TierLevel, &OwnCost)> {
        let own = self.answers.costs.get(&measure.id)?;
        let size = &self.terms.size;
        let open = || measure.tiers.iter().find(|it| self.is_step(size.degree(&it.degree), present));
        let level = own.tier.or_else(|| Some(self.decided(measure).or_else(open)?.level))?;
        Some((level, own))
    }

    /// Adds what can be bought of a measure.
    fn add_offers(&self, unit: &mut Unit, index: usize, present: f64) {
        let measure = &self.catalogue.measures[index];
        if self.is_accepted(measure) {
            return;
        }
        let paying: Vec<(&Grant, f64)> = self
            .grants
            .iter()
            .filter(|it| it.covers(&measure.id, measure.kind))
            .map(|it| (*it, 1.0))
            .collect();
        let quote = self.quote(measure, present);
        let total = |price: &Price| price.annual(&self.terms).total().likely;
        let quoted = quote.and_then(|(level, own)| {
            Some((level, total(&Price::of_tier(measure, measure.tier(level)?, Some(own), &self.terms))))
        });
        let decided = self.decided(measure).map(|it| it.level);
        let (attention_hours, _) = self.catalogue.ladder.attention(self.answers.company.employees);
        for tier in &measure.tiers {
            let degree = self.terms.size.degree(&tier.degree);
            let is_decided =
                decided == Some(tier.level) && present < self.catalogue.ladder.nearly * degree - SAME;
            if !(is_decided || self.is_step(degree, present)) {
                continue;
            }
            let own = quote.filter(|it| it.0 == tier.level).map(|it| it.1);
            let price = Price::of_tier(measure, tier, own, &self.terms).granted(&paying);
            // More for less than the firm was quoted for a lower tier: the catalogue does not know this firm.
            let is_absurd = quoted.is_some_and(|(level, eur)| tier.level > level && total(&price) < eur);
            if is_absurd && !is_decided {
                continue;
            }
            let share = if tier.whole { 1.0 } else { 1.0 - present / degree };
            let missing = price.missing(share);
            let annual = missing.annual(&self.terms);
            let (level, whole) = (tier.level, tier.whole);
            unit.offers.push(Offer {
                measure: index,
                level,
                degree,
                price,
                missing,
                annual,
                attention_hours,
                whole,
            });
            if is_decided {
                unit.decided = u8::try_from(unit.offers.len()).ok();
            }
        }
    }

    /// Bundles worth considering, without what the firm has accepted or nearly reached.
    fn packs(&self, present: &[f64], unit_of: &[Option<usize>]) -> Vec<Pack> {
        let level = self.catalogue.level(&self.answers.company);
        let offered = self.catalogue.bundles.iter().enumerate();
        let offered =
            offered.filter(|(_, it)| !it.transfer && it.when.holds_for(&self.answers.company, level));
        let mut found: Vec<Pack> = offered.filter_map(|(at, _)| self.pack(at, present, unit_of)).collect();
        // One bit per bundle in a selection.
        found.truncate(64);
        found
    }

    fn pack(&self, at: usize, present: &[f64], unit_of: &[Option<usize>]) -> Option<Pack> {
        let (catalogue, bundle) = (self.catalogue, &self.catalogue.bundles[at]);
        let items: Vec<(usize, f64)> = bundle
            .supplies
            .iter()
            .filter_map(|supply| {
                let index = catalogue.measure_index(&supply.measure)?;
                unit_of[index]?;
                let degree = self.terms.size.degree(&catalogue.measures[index].tier(supply.level)?.degree);
                (degree > 0.0).then_some((index, degree))
            })
            .collect();
        let is_accepted = |index: usize| self.is_accepted(&catalogue.measures[index]);
        let is_item = |it: &&(usize, f64)| !is_accepted(it.0) && self.is_step(it.1, present[it.0]);
        let supplies: Vec<(usize, f64)> = items.iter().filter(is_item).copied().collect();
        if supplies.is_empty() {
            return None;
        }
        let count = items.len() as f64;
        // What is there already is not paid again, item by item, in equal parts. What is accepted and would have been done
        // by the firm itself takes no hours; an appointment costs the same without it.
        let there = |(index, degree): &(usize, f64)| {
            if bundle.own_effort && is_accepted(*index) { 1.0 } else { (present[*index] / degree).min(1.0) }
        };
        let share = if bundle.whole { 1.0 } else { 1.0 - items.iter().map(there).sum::<f64>() / count };
        let paying: Vec<(&Grant, f64)> = self
            .grants
            .iter()
            .map(|grant| {
                let covers = |it: &&(usize, f64)| {
                    grant.covers(&catalogue.measures[it.0].id, catalogue.measures[it.0].kind)
                };
                (*grant, items.iter().filter(covers).count() as f64 / count)
            })
            .collect();
        let price = Price::of_bundle(bundle, &self.terms).granted(&paying).missing(share);
        let annual = price.annual(&self.terms);
        let (purchase, item) = catalogue.ladder.attention(self.answers.company.employees);
        let attention_hours = purchase + item * supplies.len() as f64;
        Some(Pack { bundle: at, supplies, price, annual, attention_hours, own_effort: bundle.own_effort })
    }
}
