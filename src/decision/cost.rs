//! What things cost: a price, its share, its burden a year; money and own hours apart.

use crate::model::{
    Bundle, Company, Cost, Estimate, FirmSize, Grant, GrantId, Level, Measure, OwnCost, PriceSize, Tier,
};
use jiff::civil::Date;

/// Interest and hourly value under which prices are compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Interest a year for spreading one-off cost.
    pub rate: f64,
    /// Value of an own working hour, euros.
    pub hour_eur: f64,
    /// Where the firm stands in everything that depends on size.
    pub size: FirmSize,
    /// What its prices count.
    pub prices: PriceSize,
    /// Day of reckoning; grants outside their dates do not exist.
    pub date: Date,
}

/// Yearly share of one euro spent once (annuity): `r / (1 - (1 + r)^-years)`, and `1 / years` without interest.
pub fn annuity(rate: f64, years: f64) -> f64 {
    if rate == 0.0 { 1.0 / years } else { rate / (1.0 - libm::pow(1.0 + rate, -years)) }
}

/// A price as quoted: money with bought hours inside, own hours apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    /// Euros once, before a grant.
    pub one_off_eur: Estimate,
    /// Euros a year.
    pub yearly_eur: Estimate,
    /// Own hours once.
    pub own_hours_one_off: Estimate,
    /// Own hours a year.
    pub own_hours_yearly: Estimate,
    /// Bought hours once, inside the money.
    pub provider_hours_one_off: f64,
    /// Bought hours a year, inside the money.
    pub provider_hours_yearly: f64,
    /// Part of the one-off money that a grant pays, euros.
    pub grant_eur: Estimate,
    /// The grant that pays it.
    pub grant: Option<GrantId>,
    /// Years over which the one-off part is spread.
    pub lifetime_years: f64,
    /// Where the figures come from.
    pub basis: PriceBasis,
}

/// Where a price comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceBasis {
    /// The catalogue.
    Catalogue,
    /// The firm's own figure.
    Own,
}

/// Nothing, as an estimate.
const ZERO: Estimate = Estimate::exactly(0.0);

/// Point-wise sum of two estimates: both lean the same way, which is the careful reading of a range.
pub(super) fn plus(a: Estimate, b: Estimate) -> Estimate {
    Estimate { low: a.low + b.low, likely: a.likely + b.likely, high: a.high + b.high }
}

impl Price {
    /// The catalogue's price spread over `lifetime_years`.
    fn of(cost: &Cost, lifetime_years: f64) -> Self {
        Self {
            one_off_eur: cost.one_off_eur,
            yearly_eur: cost.yearly_eur,
            own_hours_one_off: cost.own_hours_one_off,
            own_hours_yearly: cost.own_hours_yearly,
            provider_hours_one_off: cost.provider_hours_one_off,
            provider_hours_yearly: cost.provider_hours_yearly,
            grant_eur: ZERO,
            grant: None,
            lifetime_years,
            basis: PriceBasis::Catalogue,
        }
    }

    /// The price of a measure's tier: the firm's own where it gave one, else the catalogue's.
    ///
    /// An own price is what the firm was quoted for what it still lacks, grants already off.
    pub fn of_tier(measure: &Measure, tier: &Tier, own: Option<&OwnCost>, terms: &Terms) -> Self {
        match own.filter(|it| it.tier.is_none_or(|level| level == tier.level)) {
            None => Self::of(&terms.prices.cost(measure.priced_by, &tier.cost), measure.lifetime_years),
            Some(own) => Self {
                one_off_eur: Estimate::exactly(own.one_off_eur),
                yearly_eur: Estimate::exactly(own.yearly_eur),
                own_hours_one_off: Estimate::exactly(own.own_hours_one_off),
                own_hours_yearly: Estimate::exactly(own.own_hours_yearly),
                provider_hours_one_off: 0.0,
                provider_hours_yearly: 0.0,
                grant_eur: ZERO,
                grant: None,
                lifetime_years: measure.lifetime_years,
                basis: PriceBasis::Own,
            },
        }
    }

    /// The price of a bundle; the money that falls away elsewhere is taken off.
    pub fn of_bundle(bundle: &Bundle, terms: &Terms) -> Self {
        let replaced = terms.size.estimate(&bundle.other_it_cost_replaced);
        // The more of it replaces other support, the cheaper: the ends of the range swap.
        let remains =
            Estimate { low: 1.0 - replaced.high, likely: 1.0 - replaced.likely, high: 1.0 - replaced.low };
        let net = |money: Estimate| Estimate {
            low: money.low * remains.low,
            likely: money.likely * remains.likely,
            high: money.high * remains.high,
        };
        let full = Self::of(&terms.prices.cost(bundle.priced_by, &bundle.cost), bundle.lifetime_years);
        Self { one_off_eur: net(full.one_off_eur), yearly_eur: net(full.yearly_eur), ..full }
    }

    /// The price with the best of the grants taken off; grants for one purpose do not add up.
    #[must_use]
    pub fn granted(self, grants: &[(&Grant, f64)]) -> Self {
        if self.basis == PriceBasis::Own {
            return self;
        }
        let paid =
            grants.iter().map(|(grant, share)| (*grant, grant.payment(self.one_off_eur.scaled(*share))));
        let best = paid.max_by(|a, b| a.1.likely.total_cmp(&b.1.likely)).filter(|it| it.1.likely > 0.0);
        match best {
            Some((grant, eur)) => Self { grant_eur: eur, grant: Some(grant.id.clone()), ..self },
            None => self,
        }
    }

    /// The part of the price for what is still missing; an own price already is that part.
    #[must_use]
    pub fn missing(&self, share: f64) -> Self {
        self.times(if self.is_own() && share > 0.0 { 1.0 } else { share })
    }

    /// The price of so much of it; a negative share gives it back.
    #[must_use]
    pub fn times(&self, share: f64) -> Self {
        let part = |it: Estimate| {
            let it = it.scaled(share);
            // What is given back dearest is saved most: the ends of the range swap.
            if share < 0.0 { Estimate { low: it.high, likely: it.likely, high: it.low } } else { it }
        };
        Self {
            one_off_eur: part(self.one_off_eur),
            yearly_eur: part(self.yearly_eur),
            own_hours_one_off: part(self.own_hours_one_off),
            own_hours_yearly: part(self.own_hours_yearly),
            provider_hours_one_off: self.provider_hours_one_off * share,
            provider_hours_yearly: self.provider_hours_yearly * share,
            grant_eur: part(self.grant_eur),
            ..self.clone()
        }
    }

    /// True where the firm gave the price itself.
    pub fn is_own(&self) -> bool {
        self.basis == PriceBasis::Own
    }

    /// The burden a year: `(one_off - grant) * annuity + yearly`, and own hours likewise.
    pub fn annual(&self, terms: &Terms) -> Annual {
        let spread = annuity(terms.rate, self.lifetime_years);
        let one_off = Estimate {
            low: self.one_off_eur.low - self.grant_eur.low,
            likely: self.one_off_eur.likely - self.grant_eur.likely,
            high: self.one_off_eur.high - self.grant_eur.high,
        };
        Annual {
            money_eur: plus(one_off.scaled(spread), self.yearly_eur),
            hours: plus(self.own_hours_one_off.scaled(spread), self.own_hours_yearly),
            hour_eur: terms.hour_eur,
        }
    }
}

/// A burden a year, money and own hours apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Annual {
    /// Euros a year.
    pub money_eur: Estimate,
    /// Own hours a year.
    pub hours: Estimate,
    /// Value of one own hour, euros.
    pub hour_eur: f64,
}

impl Annual {
    /// No burden.
    pub fn nothing(terms: &Terms) -> Self {
        Self { money_eur: ZERO, hours: ZERO, hour_eur: terms.hour_eur }
    }

    /// Money and hours together, euros a year.
    pub fn total(&self) -> Estimate {
        plus(self.money_eur, self.hours.scaled(self.hour_eur))
    }

    /// Both burdens together.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self {
            money_eur: plus(self.money_eur, other.money_eur),
            hours: plus(self.hours, other.hours),
            hour_eur: self.hour_eur,
        }
    }
}

/// True when the firm may apply for the grant on that day. Whether it can count on it is [`Grant::assured`].
pub fn qualifies(grant: &Grant, company: &Company, level: Level, date: Date) -> bool {
    let state = grant.states.is_empty() || company.state.as_ref().is_some_and(|it| grant.states.contains(it));
    let open =
        grant.valid_from.is_none_or(|from| from <= date) && grant.valid_until.is_none_or(|end| date <= end);
    state && open && grant.when.holds_for(company, level)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PriceCourse, SizeClass};

    fn terms() -> Terms {
        let anchors = [5.0, 25.0, 100.0];
        let course = PriceCourse { second_site: 0.6, once_below: 0.43, user_reference: 0.72 };
        Terms {
            rate: 0.05,
            hour_eur: 40.0,
            size: FirmSize::reference(SizeClass::Small, anchors),
            prices: PriceSize { user_equivalents: 25.0, people: 25.0, sites: 1.0, anchors, course },
            date: Date::constant(2026, 11, 21),
        }
    }

    fn price(one_off: f64, yearly: f64, hours: f64) -> Price {
        Price {
            one_off_eur: Estimate::exactly(one_off),
            yearly_eur: Estimate::exactly(yearly),
            own_hours_one_off: ZERO,
            own_hours_yearly: Estimate::exactly(hours),
            provider_hours_one_off: 0.0,
            provider_hours_yearly: 0.0,
            grant_eur: ZERO,
            grant: None,
            lifetime_years: 5.0,
            basis: PriceBasis::Catalogue,
        }
    }

    #[test]
    fn an_annuity_pays_back_what_was_spent() {
        let yearly = annuity(0.05, 5.0);
        let present: f64 = (1..=5).map(|year| yearly / libm::pow(1.05, f64::from(year))).sum();
        assert!((present - 1.0).abs() < 1e-12);
        assert!((annuity(0.0, 4.0) - 0.25).abs() < 1e-15);
    }

    #[test]
    fn money_and_own_hours_stay_apart_until_they_are_weighed() {
        let annual = price(1000.0, 100.0, 3.0).annual(&terms());
        assert!((annual.money_eur.likely - (1000.0 * annuity(0.05, 5.0) + 100.0)).abs() < 1e-9);
        assert!((annual.hours.likely - 3.0).abs() < 1e-12);
        assert!((annual.total().likely - annual.money_eur.likely - 120.0).abs() < 1e-9);
    }

    #[test]
    fn only_the_missing_part_costs_but_an_own_quote_is_for_what_is_missing() {
        let catalogue = price(1000.0, 0.0, 0.0);
        assert!((catalogue.missing(0.4).one_off_eur.likely - 400.0).abs() < 1e-9);
        let own = Price { basis: PriceBasis::Own, ..catalogue };
        assert!((own.missing(0.4).one_off_eur.likely - 1000.0).abs() < 1e-9);
        assert!(own.missing(0.0).one_off_eur.likely.abs() < 1e-12);
    }
}
