//! One measure against the rest: what it costs, what leaving it out costs, how sure that is.

use super::balance::{Balance, Weighed, WeighedBundle};
use super::cost::{Annual, Price};
use super::offers::SAME;
use super::search::Valuation;
use super::{Offers, Outlook, Selection};
use crate::model::{BundleId, GrantId, Interval, TierLevel};
use crate::risk::{
    BadYear, BadYears, Draws, FirmModel, Refusal, TAIL_PROBABILITY, Thresholds, YearFigures, interval,
};

/// What is weighed against what: a firm, what it can buy, what it is going to buy.
pub struct Scales<'a> {
    /// What can be bought.
    pub offers: &'a Offers<'a>,
    /// The firm's loss model.
    pub firm: &'a FirmModel,
    /// Worlds thought possible.
    pub draws: &'a Draws,
    /// How posture is valued.
    pub valuation: Valuation,
    /// The plan: everything else is weighed given this.
    pub plan: &'a Selection,
    degrees: Vec<f64>,
    /// The year with the plan.
    outlook: Outlook,
    /// Valued loss with the plan.
    value: f64,
}

/// What the scales show.
pub struct Weighing {
    /// Every measure in the catalogue's order; none where it is no purchase (not relevant, assessment, insurance).
    pub measures: Vec<Option<Weighed>>,
    /// The plan's bundles.
    pub bundles: Vec<WeighedBundle>,
}

impl<'a> Scales<'a> {
    /// Puts a plan on the scales whose year is known.
    pub fn new(
        offers: &'a Offers<'a>,
        firm: &'a FirmModel,
        draws: &'a Draws,
        valuation: Valuation,
        plan: &'a Selection,
        outlook: Outlook,
    ) -> Self {
        let degrees = offers.degrees(plan);
        let mut scales = Self { offers, firm, draws, valuation, plan, degrees, outlook, value: 0.0 };
        scales.value = scales.value(&scales.degrees);
        scales
    }

    /// The year with the plan in place.
    pub fn outlook(&self) -> &Outlook {
        &self.outlook
    }

    /// Degrees with the plan in place.
    pub fn degrees(&self) -> &[f64] {
        &self.degrees
    }

    /// Weighs every measure given all others, and every bundle of the plan.
    pub fn weigh(&self) -> Result<Weighing, Refusal> {
        let places = 0..self.offers.catalogue.measures.len();
        let cases: Vec<Option<Case>> = places.map(|it| self.case(it)).collect();
        let bundles: Vec<(usize, Case)> =
            self.offers.bought_packs(self.plan).map(|it| (it.0, self.case_of_bundle(it.0))).collect();
        let variants: Vec<&[f64]> =
            cases.iter().flatten().chain(bundles.iter().map(|it| &it.1)).map(Case::variant).collect();
        let thresholds = Thresholds { bad_year: self.valuation.threshold, ..Thresholds::NONE };
        let drawn = self.draws.compared(&self.degrees, &variants, thresholds);
        let (own, others) = self.bad_years_of(&variants)?;
        let mut evidence = others.into_iter().enumerate().map(|(at, other)| Evidence {
            drawn: &drawn,
            at: at + 1,
            worst_years: other.worst_years - own.worst_years,
            ruin: other.ruin - own.ruin,
        });
        let mut next = || evidence.next().expect("one per case");
        let cases: Vec<Option<(&Case, Evidence)>> =
            cases.iter().map(|it| it.as_ref().map(|case| (case, next()))).collect();
        let measures = cases.iter().enumerate().map(|(place, case)| match case {
            Some((case, evidence)) => Some(self.weighed(place, case, evidence)),
            None => self.offers.unit_of[place].map(|_| self.nothing_left(place)),
        });
        let measures = measures.collect();
        let bundles = bundles.iter().map(|(at, case)| self.weighed_bundle(*at, case, &next())).collect();
        Ok(Weighing { measures, bundles })
    }

    /// Bad years of the plan and of its variants, all from the same kind of grid so that their differences are theirs.
    fn bad_years_of(&self, variants: &[&[f64]]) -> Result<(BadYear, Vec<BadYear>), Refusal> {
        let around = BadYears::around(self.firm, &self.degrees, self.outlook.bad_year)?;
        let own = around.of(&self.degrees)?;
        let others: Result<Vec<BadYear>, Refusal> = variants.iter().map(|it| around.of(it)).collect();
        Ok((own, others?))
    }

    /// What a measure is weighed against; none where there is nothing to buy.
    fn case(&self, place: usize) -> Option<Case> {
        let unit = self.offers.unit_of[place]?;
        let is_planned = self.degrees[place] > self.offers.present[place] + SAME;
        if is_planned { Some(self.without(place, unit)) } else { self.with_best(place, unit) }
    }

    /// The plan without a measure it contains.
    fn without(&self, place: usize, unit: usize) -> Case {
        let mut degrees = self.degrees.clone();
        degrees[place] = self.offers.present[place];
        let single = self.offers.bought(self.plan, unit).filter(|it| it.measure == place);
        let mut prices: Vec<Price> = Vec::new();
        let mut tier = None;
        if let Some(offer) = single {
            tier = Some(offer.level);
            prices.push(offer.missing.clone());
        }
        let mut via = None;
        for (_, pack) in self.offers.bought_packs(self.plan) {
            let Some(supply) = pack.supplies.iter().find(|it| it.0 == place) else { continue };
            if supply.1 <= self.offers.present[place] + SAME {
                continue;
            }
            let bundle = &self.offers.catalogue.bundles[pack.bundle];
            let id = &self.offers.catalogue.measures[place].id;
            via = Some(bundle.id.clone());
            tier = tier.or_else(|| bundle.supplies.iter().find(|it| &it.measure == id).map(|it| it.level));
            prices.push(pack.price.times(self.share_of_bundle(pack, place)));
        }
        Case { tier, via, prices, in_plan: true, with: self.degrees.clone(), without: degrees }
    }

    /// Part of a bundle's price that a supplied measure carries: by the price of the single tiers it spares.
    fn share_of_bundle(&self, pack: &super::Pack, place: usize) -> f64 {
        let bundle = &self.offers.catalogue.bundles[pack.bundle];
        let single = |measure: usize, degree: f64| {
            let it = &self.offers.catalogue.measures[measure];
            let supply = bundle.supplies.iter().find(|supply| supply.measure == it.id);
            let tier = supply.and_then(|supply| it.tier(supply.level));
            let Some(tier) = tier else { return 0.0 };
            let price = Price::of_tier(it, tier, None, &self.offers.terms);
            let missing = (1.0 - self.offers.present[measure] / degree).max(0.0);
            price.annual(&self.offers.terms).total().likely.max(1.0) * missing
        };
        let all: f64 = pack.supplies.iter().map(|(measure, degree)| single(*measure, *degree)).sum();
        let own = pack.supplies.iter().find(|it| it.0 == place).map_or(0.0, |it| single(it.0, it.1));
        if all > 0.0 { own / all } else { 0.0 }
    }

    /// The plan with the tier of a measure that would serve best.
    fn with_best(&self, place: usize, unit: usize) -> Option<Case> {
        let offers = &self.offers.units[unit].offers;
        let cases = offers.iter().enumerate().filter(|(_, it)| it.measure == place).map(|(at, offer)| {
            let state = u8::try_from(at + 1).expect("a unit has fewer than 32 offers");
            let next = self.plan.with_state(unit, state);
            let with = self.offers.degrees(&next);
            let mut prices = vec![offer.missing.clone()];
            // What the unit bought before is given up.
            let before = self.offers.bought(self.plan, unit);
            prices.extend(before.map(|it| it.missing.times(-1.0)));
            let without = self.degrees.clone();
            Case { tier: Some(offer.level), via: None, prices, in_plan: false, with, without }
        });
        let value =
            |case: &Case| self.value(&case.with) + self.annual(&case.prices).total().likely - self.value;
        cases.map(|it| (value(&it), it)).min_by(|a, b| a.0.total_cmp(&b.0)).map(|it| it.1)
    }

    /// Valued loss at these degrees: expected loss and price of bad years.
    pub fn value(&self, degrees: &[f64]) -> f64 {
        let (loss, excess) = self.firm.loss_and_excess(degrees, self.valuation.threshold);
        loss + self.bad_years(loss, excess)
    }

    /// Price of bad years: `k * (TVaR - E)` in single-jump form.
    fn bad_years(&self, loss: f64, excess: f64) -> f64 {
        let it = &self.valuation;
        it.loading * (it.threshold + excess / (1.0 - TAIL_PROBABILITY) - loss)
    }

    fn annual(&self, prices: &[Price]) -> Annual {
        let terms = &self.offers.terms;
        prices.iter().fold(Annual::nothing(terms), |sum, it| sum.and(&it.annual(terms)))
    }

    fn weighed(&self, place: usize, case: &Case, evidence: &Evidence) -> Weighed {
        let id = &self.offers.catalogue.measures[place].id;
        Weighed {
            measure: id.clone(),
            place,
            tier: case.tier,
            via: case.via.clone(),
            in_plan: case.in_plan,
            today: self.offers.present[place],
            target: case.with[place],
            balance: self.balance(id.as_str(), case, evidence),
        }
    }

    /// A bundle of the plan against its absence, the single tiers of the plan kept.
    fn case_of_bundle(&self, at: usize) -> Case {
        let without = self.plan.with_pack(at, false);
        let prices = vec![self.offers.packs[at].price.clone()];
        let degrees = self.offers.degrees(&without);
        Case { tier: None, via: None, prices, in_plan: true, with: self.degrees.clone(), without: degrees }
    }

    fn weighed_bundle(&self, at: usize, case: &Case, evidence: &Evidence) -> WeighedBundle {
        let pack = &self.offers.packs[at];
        let bundle = &self.offers.catalogue.bundles[pack.bundle];
        let supplies = pack.supplies.iter().map(|it| self.offers.catalogue.measures[it.0].id.clone());
        WeighedBundle {
            bundle: bundle.id.clone(),
            supplies: supplies.collect(),
            balance: self.balance(bundle.id.as_str(), case, evidence),
        }
    }

    /// What a purchase costs and brings; `id` names its price among the draws.
    fn balance(&self, id: &str, case: &Case, evidence: &Evidence) -> Balance {
        let annual = self.annual(&case.prices);
        let avoided =
            self.firm.expected_annual_loss(&case.without) - self.firm.expected_annual_loss(&case.with);
        let cost = annual.total();
        let net = avoided - cost.likely;
        let positions = self.draws.cost_positions(id);
        let mut avoided_draws = Vec::with_capacity(self.draws.len());
        let mut net_draws = Vec::with_capacity(self.draws.len());
        let (mut pays, mut pays_with_bad_years) = (0_usize, 0_usize);
        let sign = if case.in_plan { 1.0 } else { -1.0 };
        for (drawn, position) in evidence.drawn.iter().zip(positions) {
            let (plan, other) = (drawn[0], drawn[evidence.at]);
            let saved = sign * (other.expected - plan.expected);
            let of = |it: YearFigures| self.bad_years(it.expected, it.excess);
            let relief = sign * (of(other) - of(plan));
            let cost = cost.at(position);
            pays += usize::from(saved - cost > SAME);
            pays_with_bad_years += usize::from(saved + relief - cost > SAME);
            avoided_draws.push(saved);
            net_draws.push(saved - cost);
        }
        let count = self.draws.len().max(1) as f64;
        let at_start = case.prices.iter().fold((0.0, 0.0), |sum, it| {
            (sum.0 + it.one_off_eur.likely - it.grant_eur.likely, sum.1 + it.own_hours_one_off.likely)
        });
        let bought = || case.prices.iter().filter(|it| it.annual(&self.offers.terms).total().likely > 0.0);
        let mut grants: Vec<GrantId> = bought().filter_map(|it| it.grant.clone()).collect();
        grants.sort();
        grants.dedup();
        let gain = sign * (self.value(case.variant()) - self.value);
        Balance {
            annual,
            at_start,
            grant_eur: bought().map(|it| it.grant_eur.likely).sum(),
            grants,
            own_price: bought().any(Price::is_own),
            avoided: interval(avoided, avoided_draws),
            bad_year_relief: gain - avoided,
            worst_years_relief: sign * evidence.worst_years,
            ruin_relief: sign * evidence.ruin,
            net_benefit: interval(net, net_draws),
            share_pays: pays as f64 / count,
            share_pays_with_bad_years: pays_with_bad_years as f64 / count,
            payback_months: self.payback(&case.prices, avoided),
            waiting_month: net / 12.0,
        }
    }

    /// Months until the avoided loss, less what runs every year, has brought back what was spent at the start.
    fn payback(&self, prices: &[Price], avoided: f64) -> Option<f64> {
        let hour = self.offers.terms.hour_eur;
        let (mut start, mut yearly) = (0.0, 0.0);
        for it in prices {
            start += it.one_off_eur.likely - it.grant_eur.likely + hour * it.own_hours_one_off.likely;
            yearly += it.yearly_eur.likely + hour * it.own_hours_yearly.likely;
        }
        let left = avoided - yearly;
        (left > 0.0).then(|| 12.0 * start.max(0.0) / left)
    }

    fn nothing_left(&self, place: usize) -> Weighed {
        let today = self.offers.present[place];
        Weighed {
            measure: self.offers.catalogue.measures[place].id.clone(),
            place,
            tier: None,
            via: None,
            in_plan: false,
            today,
            target: today,
            balance: Balance {
                annual: Annual::nothing(&self.offers.terms),
                at_start: (0.0, 0.0),
                grant_eur: 0.0,
                grants: Vec::new(),
                own_price: false,
                avoided: Interval::exactly(0.0),
                bad_year_relief: 0.0,
                worst_years_relief: 0.0,
                ruin_relief: 0.0,
                net_benefit: Interval::exactly(0.0),
                share_pays: 0.0,
                share_pays_with_bad_years: 0.0,
                payback_months: None,
                waiting_month: 0.0,
            },
        }
    }
}

/// One measure put against its absence.
struct Case {
    tier: Option<TierLevel>,
    via: Option<BundleId>,
    prices: Vec<Price>,
    /// True where the plan is with it.
    in_plan: bool,
    with: Vec<f64>,
    without: Vec<f64>,
}

impl Case {
    /// The side that is not the plan.
    fn variant(&self) -> &[f64] {
        if self.in_plan { &self.without } else { &self.with }
    }
}

/// What is known of a case's variant beside the plan.
struct Evidence<'a> {
    /// Per draw: the plan first, then the variants.
    drawn: &'a [Vec<YearFigures>],
    /// Place of the variant among them.
    at: usize,
    /// Mean of the worst twentieth of years beyond the plan's.
    worst_years: f64,
    /// Probability a year of a loss above the reserve beyond the plan's.
    ruin: f64,
}
