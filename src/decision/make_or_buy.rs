//! Doing it oneself or having it done (thesis 5): own hours and training against a provider's price.

use super::cost::{Annual, Price};
use super::offers::Offers;
use crate::model::{BundleId, Catalogue, Kind, MeasureId, Provider, TierLevel};

/// Hours an owner's or employee's hands need for one hour of someone who does it every day (judgement, grade C:
/// reading up, trying, undoing).
pub const OWN_HOURS_PER_BOUGHT_HOUR: f64 = 2.0;

/// Own hours that a bought service still takes of what doing it oneself takes: telling, checking, deciding
/// (judgement, grade C).
pub const OWN_SHARE_WHEN_BOUGHT: f64 = 0.25;

/// The two ways for one measure, both reaching the same tier, euros a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Ways {
    /// The measure.
    pub measure: MeasureId,
    /// The tier.
    pub level: TierLevel,
    /// Doing all of it oneself: money without bought hours, and own hours.
    pub own: Way,
    /// Having done what can be handed over.
    pub bought: Way,
}

/// What one way takes a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Way {
    /// Euros a year.
    pub money_eur: f64,
    /// Own hours a year.
    pub hours: f64,
    /// Both together, own hours at their value.
    pub total_eur: f64,
}

/// IT care as a whole: learning and doing it, against paying for it.
#[derive(Clone, Debug, PartialEq)]
pub struct CareAsAWhole {
    /// Own hours on the technical measures that are there or planned, and what their material costs.
    pub own: Way,
    /// Part of it for training whoever does it.
    pub training: Way,
    /// The same work bought by the hour, own share kept.
    pub bought: Way,
    /// Flat-rate offers that take over part of it, with their price for what is missing today.
    pub flat_rates: Vec<(BundleId, Way)>,
}

/// Make or buy, measure by measure and as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct MakeOrBuy {
    /// The measures asked for, in the catalogue's order.
    pub measures: Vec<Ways>,
    /// IT care as a whole.
    pub care: CareAsAWhole,
    /// Own hours per bought hour that were assumed.
    pub own_hours_per_bought_hour: f64,
    /// Share of own hours that stays when bought, assumed.
    pub own_share_when_bought: f64,
}

/// Compares doing and buying for the measures raised between two sets of degrees.
pub fn make_or_buy(offers: &Offers, planned: &[f64], targets: &[(usize, TierLevel)]) -> MakeOrBuy {
    let measures: Vec<Ways> = targets.iter().filter_map(|it| ways(offers, it.0, it.1)).collect();
    MakeOrBuy {
        care: care(offers, planned),
        measures,
        own_hours_per_bought_hour: OWN_HOURS_PER_BOUGHT_HOUR,
        own_share_when_bought: OWN_SHARE_WHEN_BOUGHT,
    }
}

fn ways(offers: &Offers, place: usize, level: TierLevel) -> Option<Ways> {
    let measure = &offers.catalogue.measures[place];
    let tier = measure.tier(level)?;
    let price = Price::of_tier(measure, tier, None, &offers.terms);
    let share = (1.0 - offers.present[place] / offers.terms.size.degree(&tier.degree)).clamp(0.0, 1.0);
    let (own, bought) = both(offers, &price.missing(share), tier.provider);
    Some(Ways { measure: measure.id.clone(), level, own, bought })
}

/// A price turned into doing all of it and into handing over what can be handed over.
fn both(offers: &Offers, price: &Price, provider: Provider) -> (Way, Way) {
    let rates = &offers.catalogue.constants.hourly_rates;
    let rate = match provider {
        Provider::Technician => rates.technician.value.likely,
        Provider::Consultant => rates.consultant.value.likely,
    };
    let annual = price.annual(&offers.terms);
    let spread = super::cost::annuity(offers.terms.rate, price.lifetime_years);
    let bought_hours = price.provider_hours_one_off * spread + price.provider_hours_yearly;
    let (money, hours) = (annual.money_eur.likely, annual.hours.likely);
    let own = way(offers, money - bought_hours * rate, hours + bought_hours * OWN_HOURS_PER_BOUGHT_HOUR);
    let handed_over = hours * (1.0 - OWN_SHARE_WHEN_BOUGHT) / OWN_HOURS_PER_BOUGHT_HOUR;
    let bought = way(offers, money + handed_over * rate, hours * OWN_SHARE_WHEN_BOUGHT);
    (own, bought)
}

fn way(offers: &Offers, money_eur: f64, hours: f64) -> Way {
    let money_eur = money_eur.max(0.0);
    Way { money_eur, hours, total_eur: money_eur + hours * offers.terms.hour_eur }
}

fn plus(a: Way, b: Way) -> Way {
    Way {
        money_eur: a.money_eur + b.money_eur,
        hours: a.hours + b.hours,
        total_eur: a.total_eur + b.total_eur,
    }
}

fn care(offers: &Offers, planned: &[f64]) -> CareAsAWhole {
    let catalogue: &Catalogue = offers.catalogue;
    let nothing = way(offers, 0.0, 0.0);
    let (mut own, mut bought) = (nothing, nothing);
    for (place, measure) in catalogue.measures.iter().enumerate() {
        if measure.kind != Kind::Technical || offers.unit_of[place].is_none() || planned[place] <= 0.0 {
            continue;
        }
        // The tier whose degree the plan comes closest to from below, or part of the first.
        let size = offers.terms.size;
        let reached = measure
            .tiers
            .iter()
            .rev()
            .find(|it| size.degree(&it.degree) <= planned[place] + super::offers::SAME);
        let Some(tier) = reached.or(measure.tiers.first()) else { continue };
        let share = (planned[place] / size.degree(&tier.degree)).min(1.0);
        let price = Price::of_tier(measure, tier, None, &offers.terms).times(share);
        let (its_own, its_bought) = both(offers, &price, tier.provider);
        (own, bought) = (plus(own, its_own), plus(bought, its_bought));
    }
    let training = catalogue.measures.iter().find(|it| it.trains_carers);
    let training = training.and_then(|it| it.tier(TierLevel::Standard).map(|tier| (it, tier)));
    let training = training.map_or(nothing, |(measure, tier)| {
        let annual = Price::of_tier(measure, tier, None, &offers.terms).annual(&offers.terms);
        way(offers, annual.money_eur.likely, annual.hours.likely)
    });
    let flat_rates =
        offers.packs.iter().filter(|pack| catalogue.bundles[pack.bundle].provider == Provider::Technician);
    // What is mostly own work takes nothing over.
    let bought_in = |annual: &Annual| annual.money_eur.likely > annual.hours.likely * annual.hour_eur;
    let flat_rates = flat_rates.filter(|pack| bought_in(&pack.annual)).map(|pack| {
        let (money, hours) = (pack.annual.money_eur.likely, pack.annual.hours.likely);
        (catalogue.bundles[pack.bundle].id.clone(), way(offers, money, hours))
    });
    CareAsAWhole { own: plus(own, training), training, bought, flat_rates: flat_rates.collect() }
}
