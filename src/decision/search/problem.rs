//! The optimisation problem: what can be bought at which price, and what a selection is loss.

use super::candidate::Candidate;
use super::valued_loss::ValuedLoss;
use crate::decision::offers::{SAME, covered_from};
use crate::decision::{Offers, Selection};

/// Charge for a recognised minimum left open, euros a year: above anything a small firm can lose, so that a
/// minimum is only left open where a budget does not allow for it.
pub(super) const OPEN_DUTY: f64 = 1e6;

/// Most measures of one exclusive group.
pub(super) const MEMBERS: usize = 8;

/// Prices of what is limited, on top of its cost.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Scarcity {
    /// Extra charge per euro of money.
    pub money: f64,
    /// Extra charge per own hour, euros.
    pub hour: f64,
    /// Factor on the total cost: 1 weighs cost as it is; 0 only risk counts.
    pub cost_weight: f64,
    /// Charge per recognised minimum left open, euros a year.
    pub open: f64,
}

/// What a selection must not exceed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Limits {
    /// Euros a year.
    pub money: Option<f64>,
    /// Own hours a year.
    pub hours: Option<f64>,
    /// Events above the reserve a year (single-jump form).
    pub ruin: Option<f64>,
    /// Recognised minimums left open.
    pub open: Option<f64>,
}

/// A selection's value, and whether it keeps the limits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Appraisal {
    /// Cost, open minimums and valued loss, without the prices of what is limited.
    pub plain: f64,
    /// The same with the price of what exceeds a limit, less what stays below it: never above `plain` where the
    /// limits are kept.
    pub priced: f64,
    /// True where all limits are kept.
    pub within: bool,
    /// Euros a year.
    pub money: f64,
    /// Own hours a year.
    pub hours: f64,
    /// Events above the reserve a year.
    pub ruin: f64,
    /// Recognised minimums left open.
    pub open: f64,
}

/// What a selection takes of what is limited.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Burden {
    /// Euros a year.
    pub money: f64,
    /// Own hours a year.
    pub hours: f64,
    /// Recognised minimums left open.
    pub open: f64,
}

/// One tier as the search sees it.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub measure: usize,
    pub degree: f64,
    /// Full price a year: money, own hours.
    pub money: f64,
    pub hours: f64,
    /// True where the price is for what is missing already.
    pub quoted: bool,
}

/// One unit as the search sees it.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub members: Vec<usize>,
    pub choices: Vec<Choice>,
    pub duties: Vec<(usize, f64)>,
    /// Bundles that supply a member.
    pub packs: u64,
    pub declined: bool,
}

/// A bundle as the search sees it.
#[derive(Clone, Debug)]
pub(super) struct Parcel {
    pub money: f64,
    pub hours: f64,
}

/// What is to be minimised: weighed cost plus valued loss.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub loss: ValuedLoss,
    pub present: Vec<f64>,
    pub fields: Vec<Field>,
    pub parcels: Vec<Parcel>,
    /// Field of each measure.
    pub field_of: Vec<Option<usize>>,
    pub hour_eur: f64,
    pub scarcity: Scarcity,
    pub limits: Limits,
    /// True where recognised minimums bind.
    pub minimums_bind: bool,
    /// Per measure: bundles that supply it, one bit each, with the degree.
    supplied_by: Vec<Vec<(u64, f64)>>,
}

impl Problem {
    pub fn new(offers: &Offers, loss: ValuedLoss) -> Self {
        let fields = offers.units.iter().map(|unit| Field {
            members: unit.members.clone(),
            choices: unit
                .offers
                .iter()
                .map(|it| Choice {
                    measure: it.measure,
                    degree: it.degree,
                    money: it.annual.money_eur.likely,
                    hours: it.annual.hours.likely,
                    quoted: it.price.is_own(),
                })
                .collect(),
            duties: unit.duties.iter().chain(&unit.decided).copied().collect(),
            packs: offers
                .packs
                .iter()
                .enumerate()
                .filter(|(_, pack)| pack.supplies.iter().any(|it| unit.members.contains(&it.0)))
                .fold(0, |bits, (at, _)| bits | 1 << at),
            declined: unit.declined,
        });
        let parcels = offers
            .packs
            .iter()
            .map(|pack| Parcel { money: pack.annual.money_eur.likely, hours: pack.annual.hours.likely });
        let mut supplied_by = vec![Vec::new(); offers.present.len()];
        for (at, pack) in offers.packs.iter().enumerate() {
            for &(measure, degree) in &pack.supplies {
                supplied_by[measure].push((1 << at, degree));
            }
        }
        Self {
            loss,
            present: offers.present.clone(),
            fields: fields.collect(),
            parcels: parcels.collect(),
            field_of: offers.unit_of.clone(),
            hour_eur: offers.terms.hour_eur,
            scarcity: Scarcity { cost_weight: 1.0, open: OPEN_DUTY, ..Scarcity::default() },
            limits: Limits::default(),
            minimums_bind: true,
            supplied_by,
        }
    }

    /// What the search pays for money and hours.
    pub fn charge(&self, money: f64, hours: f64) -> f64 {
        let it = &self.scarcity;
        (it.cost_weight + it.money) * money + (it.cost_weight * self.hour_eur + it.hour) * hours
    }

    /// What money and hours are loss, nothing weighed.
    pub fn charge_plain(&self, money: f64, hours: f64) -> f64 {
        money + self.hour_eur * hours
    }

    /// Share of a choice's price where a degree is there already.
    pub fn share(choice: &Choice, have: f64) -> f64 {
        let share = (1.0 - have / choice.degree).max(0.0);
        if choice.quoted && share > SAME { 1.0 } else { share }
    }

    /// Degree of a measure with the bundles in place, nothing else.
    pub fn supplied_to(&self, packs: u64, measure: usize) -> f64 {
        let bought = self.supplied_by[measure].iter().filter(|it| packs & it.0 != 0);
        bought.fold(self.present[measure], |degree, it| degree.max(it.1))
    }

    /// Degree of every measure with the bundles in place, nothing else.
    pub fn supplied(&self, packs: u64) -> Vec<f64> {
        (0..self.present.len()).map(|it| self.supplied_to(packs, it)).collect()
    }

    /// Places of the bundles in a set.
    pub fn packs_of(&self, packs: u64) -> impl Iterator<Item = usize> + use<> {
        (0..self.parcels.len()).filter(move |at| packs >> at & 1 == 1)
    }

    /// Degree of every measure with the selection in place.
    pub fn degrees(&self, selection: &Selection) -> Vec<f64> {
        let mut degrees = self.supplied(selection.packs);
        for (field, &state) in self.fields.iter().zip(&selection.states) {
            if let Some(choice) = field.choice(state) {
                degrees[choice.measure] = degrees[choice.measure].max(choice.degree);
            }
        }
        degrees
    }

    /// Recognised minimums of a field that the degrees leave open.
    pub fn open_minimums(&self, field: &Field, degrees: &[f64]) -> f64 {
        if !self.minimums_bind || field.declined || field.duties.is_empty() {
            return 0.0;
        }
        let missing = |duty: &&(usize, f64)| covered_from(&field.members, degrees, duty.0) < duty.1 - SAME;
        field.duties.iter().filter(missing).count() as f64
    }

    /// What the search pays for a burden.
    pub fn price_of(&self, burden: &Burden) -> f64 {
        self.charge(burden.money, burden.hours) + self.scarcity.open * burden.open
    }

    /// The objective with the prices of what is limited: what the search compares.
    pub fn value(&self, selection: &Selection) -> f64 {
        Candidate::at(self, selection).value()
    }

    /// The objective, and whether the limits are kept.
    pub fn appraise(&self, selection: &Selection) -> Appraisal {
        Candidate::at(self, selection).appraise()
    }

    /// What a value with the prices of what is limited is without them, and whether the limits are kept.
    pub fn appraisal(&self, priced: f64, burden: &Burden, y: &[f64]) -> Appraisal {
        let Burden { money, hours, open } = *burden;
        let (scarcity, limits) = (&self.scarcity, &self.limits);
        let counts = limits.ruin.is_some() || self.loss.valuation.ruin_price > 0.0;
        let ruin = if counts { self.loss.ruin(y) } else { 0.0 };
        let over = |limit: Option<f64>, amount: f64| limit.map_or(0.0, |it| amount - it);
        let plain = priced
            - scarcity.money * over(limits.money, money)
            - scarcity.hour * over(limits.hours, hours)
            - scarcity.open * over(limits.open, open)
            - self.loss.valuation.ruin_price * over(limits.ruin, ruin);
        let keeps = |limit: Option<f64>, amount: f64| limit.is_none_or(|it| amount <= it * (1.0 + SAME));
        let within = keeps(limits.money, money)
            && keeps(limits.hours, hours)
            && keeps(limits.open, open)
            && keeps(limits.ruin, ruin);
        Appraisal { plain, priced, within, money, hours, ruin, open }
    }

    /// Prices times limits: what the prices would charge a selection that just keeps every limit.
    pub fn allowance(&self) -> f64 {
        let part = |limit: Option<f64>, price: f64| limit.map_or(0.0, |it| it * price);
        part(self.limits.money, self.scarcity.money)
            + part(self.limits.hours, self.scarcity.hour)
            + part(self.limits.open, self.scarcity.open)
            + part(self.limits.ruin, self.loss.valuation.ruin_price)
    }

    /// Buys nothing.
    pub fn nothing(&self) -> Selection {
        Selection { states: vec![0; self.fields.len()], packs: 0 }
    }

    /// The same purchase without tiers that bundles supply anyway.
    pub fn tidied(&self, selection: &Selection) -> Selection {
        let mut next = selection.clone();
        for (field, state) in self.fields.iter().zip(&mut next.states) {
            let supplied = |measure| self.supplied_to(selection.packs, measure);
            if field.choice(*state).is_some_and(|it| it.degree <= supplied(it.measure) + SAME) {
                *state = 0;
            }
        }
        next
    }
}

impl Field {
    pub fn choice(&self, state: u8) -> Option<&Choice> {
        self.choices.get(usize::from(state).checked_sub(1)?)
    }
}
