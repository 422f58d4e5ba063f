//! Closing the shortfall of the reserve: by more reserve, measures, insurance or a mix, whichever is cheapest
//! (`docs/method.md`, "The missing reserve").

use super::insurance::{Contradicted, Policy, counts, open_duties};
use super::offers::Offers;
use super::outlook::Outlook;
use super::search::{Floor, Prepared, Shortfall, events_above, very_bad_year};
use super::{Annual, Selection};
use crate::model::LadderConstants;
use crate::risk::{Cover, FirmModel, Refusal};

/// A way to close the shortfall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WayId {
    /// More reserve: nobody's money but the firm's.
    Reserve,
    /// Measures alone.
    Measures,
    /// Some measures and some reserve.
    Mix,
    /// A policy, and reserve for what it leaves.
    Insurance,
    /// A policy, measures and reserve.
    InsuredMix,
}

impl WayId {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reserve => "reserve",
            Self::Measures => "measures",
            Self::Mix => "measures-and-reserve",
            Self::Insurance => "insurance",
            Self::InsuredMix => "insurance-and-measures",
        }
    }

    /// True where a policy is taken.
    pub fn is_insured(self) -> bool {
        matches!(self, Self::Insurance | Self::InsuredMix)
    }
}

/// What a way takes and leaves, against the baseline rung.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Which one.
    pub id: WayId,
    /// What it costs beyond the baseline, less the risk it removes, the missing reserve at its price; euros a year.
    pub price_eur: f64,
    /// Money a year beyond the baseline, premium included, euros.
    pub money_eur: f64,
    /// Own hours a year beyond the baseline.
    pub hours: f64,
    /// Reserve that is still missing with it, euros.
    pub reserve_more_eur: f64,
    /// The same a month while it is saved, euros.
    pub month_rate_eur: f64,
    /// True where no reserve is missing with it.
    pub closes: bool,
    /// True where it takes more money a year than such protection may.
    pub above_cap: bool,
    /// False where a policy could not be counted on: usual duties stay unmet or contradicted.
    pub counts: bool,
    /// Premium a year, euros.
    pub premium_eur: f64,
    /// What the policy pays on average, euros a year.
    pub pays_on_average: f64,
    /// What is bought.
    pub selection: Selection,
    /// The year with it.
    pub outlook: Outlook,
}

/// What one year in a hundred takes beyond the reserve, and the ways to close it.
#[derive(Clone, Debug, PartialEq)]
pub struct Closing {
    /// Loss that one year in a hundred exceeds with the baseline rung, euros.
    pub very_bad_year: f64,
    /// The reserve, euros.
    pub reserve: f64,
    /// What is missing, euros.
    pub missing: f64,
    /// True where so little is missing that it counts as none.
    pub is_edge: bool,
    /// Money a year that closing it may cost, euros.
    pub cap_eur: f64,
    /// The ways, simplest first; empty where nothing is missing.
    pub ways: Vec<Way>,
    /// Place of the way that is taken.
    pub chosen: Option<usize>,
    /// A credit line until the reserve stands, and its price a year, euros.
    pub bridge: Option<(f64, f64)>,
}

impl Closing {
    /// The way that is taken.
    pub fn way(&self) -> Option<&Way> {
        self.ways.get(self.chosen?)
    }

    /// A way by its name.
    pub fn of(&self, id: WayId) -> Option<&Way> {
        self.ways.iter().find(|it| it.id == id)
    }
}

/// What the ways start from.
pub(super) struct Closer<'a> {
    pub offers: &'a Offers<'a>,
    pub firm: &'a FirmModel,
    pub search: &'a Prepared<'a>,
    pub policy: Option<&'a Policy>,
    pub contradicted: &'a [Contradicted],
    /// The baseline rung.
    pub baseline: &'a Selection,
    /// Floors of the baseline rung.
    pub floors: &'a [Floor],
    pub loading: f64,
    /// Turnover a year, euros.
    pub turnover: f64,
}

/// Part of the reserve that may be missing where a way is said to close the gap.
const CLOSED: f64 = 0.003;
/// Relative part of the reserve that the search tolerates where none may be missing.
const TOLERATED: f64 = 0.001;
/// Prices of a missing euro with which sets of measures alone are approached.
const RISING: [f64; 4] = [0.2, 1.0, 5.0, 20.0];

impl Closer<'_> {
    fn ladder(&self) -> &LadderConstants {
        &self.offers.catalogue.ladder
    }

    /// Interest that a missing euro of reserve costs a year.
    fn price_of_reserve(&self) -> f64 {
        self.offers.terms.rate
    }

    /// The shortfall and, where there is one, the ways to close it.
    pub fn close(&self) -> Result<Closing, Refusal> {
        let ladder = self.ladder();
        let reserve = self.firm.reserve_eur();
        let held = self.held();
        let reference = self.year(self.baseline, held)?;
        let missing = (reference.very_bad_year - reserve).max(0.0);
        let is_edge = missing > 0.0 && missing <= ladder.edge_share * reserve;
        let cap_eur = ladder.most_money_share * self.turnover;
        let very_bad_year = reference.very_bad_year;
        let mut closing = Closing {
            very_bad_year,
            reserve,
            missing,
            is_edge,
            cap_eur,
            ways: Vec::new(),
            chosen: None,
            bridge: None,
        };
        if missing > 0.0 && !is_edge {
            closing.ways = self.ways(&reference, held, cap_eur)?;
            closing.chosen = self.chosen(&closing.ways);
            let line = missing.min(ladder.credit_turnover_share * self.turnover);
            let drawn = 0.5 * ladder.credit_drawn * reference.ruin * line;
            closing.bridge = Some((line, ladder.credit_fee * line + drawn));
        }
        Ok(closing)
    }

    /// The policy in force, where it counts with the baseline rung in place.
    fn held(&self) -> Option<&Policy> {
        let degrees = self.offers.degrees(self.baseline);
        let holds = |it: &&Policy| it.is_in_force() && counts(self.offers, &degrees, self.contradicted);
        self.policy.filter(holds)
    }

    fn year(&self, selection: &Selection, policy: Option<&Policy>) -> Result<Outlook, Refusal> {
        let degrees = self.offers.degrees(selection);
        match policy {
            Some(policy) => policy.outlook(self.firm, &degrees),
            None => Outlook::of(self.firm, &degrees),
        }
    }

    fn ways(&self, reference: &Outlook, held: Option<&Policy>, cap: f64) -> Result<Vec<Way>, Refusal> {
        let base = self.offers.annual(self.baseline).money_eur.likely;
        let way = |id, selection: &Selection, policy: Option<&Policy>, premium: Option<&Annual>| {
            self.way(id, selection, policy, premium, reference, cap)
        };
        let mut ways = vec![way(WayId::Reserve, self.baseline, held, None)?];
        let matched = self.matched(reference, held);
        let shortfall = |price: f64, most_money: f64, tolerated| Shortfall {
            price,
            reserve: self.firm.reserve_eur(),
            events: matched,
            covers: covers(held),
            most_money,
            tolerated,
        };
        ways.push(way(WayId::Measures, &self.measures_alone(&shortfall), held, None)?);
        let carried = self.price_of_reserve();
        let mixed = self.least(self.floors, self.baseline, &shortfall(carried, base + cap, None));
        ways.push(way(WayId::Mix, &mixed, held, None)?);
        // A policy, unless one in force counts already: with what it demands.
        let Some(policy) = self.policy.filter(|_| held.is_none()) else { return Ok(ways) };
        let premium = (!policy.is_in_force()).then_some(&policy.annual);
        let floors: Vec<Floor> = self.floors.iter().copied().chain(self.demanded()).collect();
        let insured = self.least(
            &floors,
            self.baseline,
            &Shortfall { covers: &[], ..shortfall(0.0, f64::INFINITY, None) },
        );
        ways.push(way(WayId::Insurance, &insured, Some(policy), premium)?);
        let year = self.year(&insured, Some(policy))?;
        let left = (cap - premium.map_or(0.0, |it| it.money_eur.likely)).max(0.0);
        let shortfall = Shortfall {
            events: self.matched_at(&insured, &year, Some(policy)),
            covers: &policy.covers,
            ..shortfall(carried, base + left, None)
        };
        let mixed = self.least(&floors, &insured, &shortfall);
        ways.push(way(WayId::InsuredMix, &mixed, Some(policy), premium)?);
        Ok(ways)
    }

    /// Floors of what insurers usually demand and what the answers contradict, where the baseline does not reach it.
    fn demanded(&self) -> Vec<Floor> {
        let offers = self.offers;
        let degrees = offers.degrees(self.baseline);
        let first_offer = |place: usize| {
            let unit = offers.unit_of[place]?;
            let offer = offers.units[unit].offers.iter().find(|it| it.measure == place)?;
            Some(Floor { measure: place, degree: offer.degree, charge: None })
        };
        let missing = open_duties(offers, &degrees);
        let missing = missing.iter().filter_map(|it| offers.catalogue.measure_index(it));
        let contradicted = self.contradicted.iter().filter(|it| !it.is_mended(offers, &degrees));
        let mending = contradicted.filter_map(|it| {
            let places = it.measures.iter().filter_map(|it| offers.catalogue.measure_index(it));
            places.into_iter().find_map(first_offer)
        });
        missing.filter_map(first_offer).chain(mending).collect()
    }

    /// Events a year above the loss that one year in a hundred exceeds, by the exact distribution of the baseline.
    fn matched(&self, year: &Outlook, policy: Option<&Policy>) -> f64 {
        self.matched_at(self.baseline, year, policy)
    }

    fn matched_at(&self, selection: &Selection, year: &Outlook, policy: Option<&Policy>) -> f64 {
        let lines = self.firm.lines(&self.offers.degrees(selection));
        events_above(&lines, covers(policy), year.very_bad_year)
    }

    fn least(&self, floors: &[Floor], from: &Selection, shortfall: &Shortfall) -> Selection {
        let packs = (0..self.offers.packs.len()).map(|at| from.with_pack(at, true));
        let starts: Vec<Selection> = std::iter::once(from.clone()).chain(packs).collect();
        self.search.least_with(floors, shortfall, &starts)
    }

    /// Measures that leave no reserve missing, as cheap as they can be found: the price of a missing euro rises until none
    /// is missing, then what is not needed for that is left out again.
    fn measures_alone<'s>(&self, shortfall: &dyn Fn(f64, f64, Option<f64>) -> Shortfall<'s>) -> Selection {
        let mut at = self.baseline.clone();
        for price in RISING {
            let priced = shortfall(price, f64::INFINITY, None);
            at = self.search.least_with(self.floors, &priced, std::slice::from_ref(&at));
            let lines = self.firm.lines(&self.offers.degrees(&at));
            let missing = very_bad_year(&lines, priced.covers, priced.events) - priced.reserve;
            if missing <= TOLERATED * priced.reserve {
                break;
            }
        }
        let hard = shortfall(0.0, f64::INFINITY, Some(TOLERATED));
        self.search.least_with(self.floors, &hard, &[at])
    }

    fn way(
        &self,
        id: WayId,
        selection: &Selection,
        policy: Option<&Policy>,
        premium: Option<&Annual>,
        reference: &Outlook,
        cap: f64,
    ) -> Result<Way, Refusal> {
        let offers = self.offers;
        let hour = offers.terms.hour_eur;
        let outlook = self.year(selection, policy)?;
        let (before, after) = (offers.annual(self.baseline), offers.annual(selection));
        let premium_eur = premium.map_or(0.0, |it| it.money_eur.likely);
        let money_eur = after.money_eur.likely - before.money_eur.likely + premium_eur;
        let hours = after.hours.likely - before.hours.likely + premium.map_or(0.0, |it| it.hours.likely);
        let attention = offers.attention_hours(selection) - offers.attention_hours(self.baseline);
        let removed = reference.valued(self.loading) - outlook.valued(self.loading);
        let reserve_more_eur = (outlook.very_bad_year - self.firm.reserve_eur()).max(0.0);
        let carried = self.price_of_reserve() * reserve_more_eur;
        let uninsured =
            if premium.is_some() { self.year(selection, None)?.expected } else { outlook.expected };
        Ok(Way {
            id,
            price_eur: money_eur + hour * (hours + attention) - removed + carried,
            money_eur,
            hours,
            reserve_more_eur,
            month_rate_eur: reserve_more_eur / self.ladder().saving_months,
            closes: reserve_more_eur <= CLOSED * self.firm.reserve_eur(),
            above_cap: money_eur > cap + 1.0,
            counts: policy.is_none() || counts(offers, &offers.degrees(selection), self.contradicted),
            premium_eur,
            pays_on_average: uninsured - outlook.expected,
            selection: selection.clone(),
            outlook,
        })
    }

    /// The simplest way that costs hardly more than the cheapest of those that may be chosen.
    fn chosen(&self, ways: &[Way]) -> Option<usize> {
        let may = |it: &&(usize, &Way)| {
            !it.1.above_cap && it.1.counts && (it.1.id != WayId::Measures || it.1.closes)
        };
        let candidates: Vec<(usize, &Way)> = ways.iter().enumerate().filter(|it| may(&it)).collect();
        let least = candidates.iter().map(|it| it.1.price_eur).reduce(f64::min)?;
        let ladder = self.ladder();
        let room = (ladder.simpler_share * least.abs()).max(ladder.simpler_eur);
        candidates.iter().find(|it| it.1.price_eur <= least + room).map(|it| it.0)
    }
}

fn covers(policy: Option<&Policy>) -> &[Cover] {
    policy.map_or(&[], |it| &it.covers)
}
