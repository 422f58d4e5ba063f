//! The optimisation problem: what can be bought at which price, and what a selection is worth.

use std::cell::RefCell;

use super::kernel::Rows;
use super::worth::Worth;
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
    pub supplies: Vec<(usize, f64)>,
    pub money: f64,
    pub hours: f64,
}

/// What is to be minimised: weighed cost plus valued loss.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub worth: Worth,
    pub present: Vec<f64>,
    pub fields: Vec<Field>,
    pub parcels: Vec<Parcel>,
    /// Field of each measure.
    pub field_of: Vec<Option<usize>>,
    pub hour_eur: f64,
    pub scarcity: Scarcity,
    rows: RefCell<Rows>,
}

impl Problem {
    pub fn new(offers: &Offers, worth: Worth) -> Self {
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
        let parcels = offers.packs.iter().map(|pack| Parcel {
            supplies: pack.supplies.clone(),
            money: pack.annual.money_eur.likely,
            hours: pack.annual.hours.likely,
        });
        Self {
            worth,
            present: offers.present.clone(),
            fields: fields.collect(),
            parcels: parcels.collect(),
            field_of: offers.unit_of.clone(),
            hour_eur: offers.terms.hour_eur,
            scarcity: Scarcity { cost_weight: 1.0, ..Scarcity::default() },
            rows: RefCell::default(),
        }
    }

    /// What the search pays for money and hours.
    pub fn charge(&self, money: f64, hours: f64) -> f64 {
        let it = &self.scarcity;
        (it.cost_weight + it.money) * money + (it.cost_weight * self.hour_eur + it.hour) * hours
    }

    /// Share of a choice's price where a degree is there already.
    pub fn share(choice: &Choice, have: f64) -> f64 {
        let share = (1.0 - have / choice.degree).max(0.0);
        if choice.quoted && share > SAME { 1.0 } else { share }
    }

    /// Degree of every measure with the bundles in place, nothing else.
    pub fn supplied(&self, packs: u64) -> Vec<f64> {
        let mut degrees = self.present.clone();
        for (_, parcel) in self.parcels.iter().enumerate().filter(|(at, _)| packs >> at & 1 == 1) {
            for &(measure, degree) in &parcel.supplies {
                degrees[measure] = f64::max(degrees[measure], degree);
            }
        }
        degrees
    }

    /// Money and own hours a year.
    pub fn cost(&self, selection: &Selection) -> (f64, f64) {
        let supplied = self.supplied(selection.packs);
        let mut sum = (0.0, 0.0);
        for (_, parcel) in self.parcels.iter().enumerate().filter(|(at, _)| selection.has_pack(*at)) {
            sum = (sum.0 + parcel.money, sum.1 + parcel.hours);
        }
        for (field, &state) in self.fields.iter().zip(&selection.states) {
            if let Some(choice) = field.choice(state) {
                let share = Self::share(choice, supplied[choice.measure]);
                sum = (sum.0 + share * choice.money, sum.1 + share * choice.hours);
            }
        }
        sum
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

    /// Charge for recognised minimums that the degrees leave open.
    pub fn open_duties(&self, degrees: &[f64]) -> f64 {
        let open = |field: &Field| {
            let missing =
                |duty: &&(usize, f64)| covered_from(&field.members, degrees, duty.0) < duty.1 - SAME;
            field.duties.iter().filter(missing).count() as f64
        };
        OPEN_DUTY * self.fields.iter().filter(|it| !it.declined).map(open).sum::<f64>()
    }

    /// The objective.
    pub fn value(&self, selection: &Selection) -> f64 {
        let (money, hours) = self.cost(selection);
        let degrees = self.degrees(selection);
        let loss = self.worth.value(&degrees, &mut self.rows.borrow_mut());
        self.charge(money, hours) + self.open_duties(&degrees) + loss
    }

    /// Buys nothing.
    pub fn nothing(&self) -> Selection {
        Selection { states: vec![0; self.fields.len()], packs: 0 }
    }

    /// The same purchase without tiers that bundles supply anyway.
    pub fn tidied(&self, selection: &Selection) -> Selection {
        let supplied = self.supplied(selection.packs);
        let mut next = selection.clone();
        for (field, state) in self.fields.iter().zip(&mut next.states) {
            if field.choice(*state).is_some_and(|it| it.degree <= supplied[it.measure] + SAME) {
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
