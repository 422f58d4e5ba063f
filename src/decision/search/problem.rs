//! The optimisation problem: what can be bought at which price, and what a selection is loss.

use super::candidate::Candidate;
use super::valued_loss::ValuedLoss;
use crate::decision::offers::{SAME, covered_from};
use crate::decision::{Annual, Offers, Pack, Selection, Unit};

/// Charge for a floor that is not reached, euros a year: above anything a small firm can lose.
const BELOW_FLOOR: f64 = 1e7;

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

/// What a selection must not exceed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Limits {
    /// Euros a year.
    pub money: Option<f64>,
    /// Own hours a year.
    pub hours: Option<f64>,
}

/// A degree that has to be reached by a measure or a stronger one of its group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::decision) struct Floor {
    /// The measure.
    pub measure: usize,
    /// The degree.
    pub degree: f64,
    /// What it costs to stay below, euros a year; none where nothing may.
    pub charge: Option<f64>,
}

impl Floor {
    /// What it costs to stay below, euros a year.
    pub(super) fn penalty(&self) -> f64 {
        self.charge.unwrap_or(BELOW_FLOOR)
    }

    fn is_missed(&self, members: &[usize], degrees: &[f64]) -> bool {
        covered_from(members, degrees, self.measure) < self.degree - SAME
    }
}

/// A selection's value, and whether it keeps the limits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Appraisal {
    /// Cost, charges for floors and valued loss, without the prices of what is limited.
    pub plain: f64,
    /// The same with the price of what exceeds a limit, less what stays below it: never above `plain` where the
    /// limits are kept.
    pub priced: f64,
    /// True where all limits and hard floors are kept.
    pub within: bool,
    /// Euros a year.
    pub money: f64,
    /// Own hours a year.
    pub hours: f64,
    /// Cost, attention and charges for floors, euros a year.
    pub price: f64,
}

/// What a selection takes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Burden {
    /// Euros a year.
    pub money: f64,
    /// Own hours a year.
    pub hours: f64,
    /// Own hours a year of attention.
    pub attention: f64,
    /// Charges for floors that are not reached, euros a year.
    pub below: f64,
}

/// One tier as the search sees it.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub measure: usize,
    pub degree: f64,
    pub burden: Burden,
}

/// One unit as the search sees it.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub members: Vec<usize>,
    pub choices: Vec<Choice>,
    pub floors: Vec<Floor>,
    /// Bundles that supply a member.
    pub packs: u64,
    /// The only state allowed.
    pub fixed: Option<u8>,
}

/// What is to be minimised: weighed cost plus valued loss.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub loss: ValuedLoss,
    pub present: Vec<f64>,
    pub fields: Vec<Field>,
    pub parcels: Vec<Burden>,
    /// Field of each measure.
    pub field_of: Vec<Option<usize>>,
    pub hour_eur: f64,
    pub scarcity: Scarcity,
    pub limits: Limits,
    /// Per measure: bundles that supply it, one bit each, with the degree.
    supplied_by: Vec<Vec<(u64, f64)>>,
}

impl Problem {
    pub fn new(offers: &Offers, loss: ValuedLoss) -> Self {
        let burden = |annual: &Annual, attention: f64| Burden {
            money: annual.money_eur.likely,
            hours: annual.hours.likely,
            attention,
            below: 0.0,
        };
        let supplies = |unit: &Unit, pack: &Pack| pack.supplies.iter().any(|it| unit.members.contains(&it.0));
        let fields = offers.units.iter().map(|unit| Field {
            members: unit.members.clone(),
            choices: unit
                .offers
                .iter()
                .map(|it| Choice {
                    measure: it.measure,
                    degree: it.degree,
                    burden: burden(&it.annual, it.attention_hours),
                })
                .collect(),
            floors: Vec::new(),
            packs: offers
                .packs
                .iter()
                .enumerate()
                .filter(|(_, pack)| supplies(unit, pack))
                .fold(0, |bits, (at, _)| bits | 1 << at),
            fixed: unit.decided,
        });
        let parcels = offers.packs.iter().map(|it| burden(&it.annual, it.attention_hours));
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
            scarcity: Scarcity { cost_weight: 1.0, ..Scarcity::default() },
            limits: Limits::default(),
            supplied_by,
        }
    }

    /// A problem put together by hand, own hours at forty euros.
    #[cfg(test)]
    pub fn of_parts(
        loss: ValuedLoss,
        present: Vec<f64>,
        fields: Vec<Field>,
        parcels: Vec<Burden>,
        supplied_by: Vec<Vec<(u64, f64)>>,
    ) -> Self {
        let field_of = |measure: usize| fields.iter().position(|it: &Field| it.members.contains(&measure));
        Self {
            field_of: (0..present.len()).map(field_of).collect(),
            loss,
            present,
            parcels,
            hour_eur: 40.0,
            scarcity: Scarcity { cost_weight: 1.0, ..Scarcity::default() },
            limits: Limits::default(),
            supplied_by,
            fields,
        }
    }

    /// Sets the floors that hold, in place of those before.
    pub fn set_floors(&mut self, floors: &[Floor]) {
        self.fields.iter_mut().for_each(|it| it.floors.clear());
        for floor in floors {
            if let Some(field) = self.field_of[floor.measure] {
                self.fields[field].floors.push(*floor);
            }
        }
    }

    /// What the search pays for a burden.
    pub fn price_of(&self, burden: &Burden) -> f64 {
        let it = &self.scarcity;
        (it.cost_weight + it.money) * burden.money
            + (it.cost_weight * self.hour_eur + it.hour) * burden.hours
            + it.cost_weight * self.hour_eur * burden.attention
            + burden.below
    }

    /// Money and own hours, euros a year, nothing weighed.
    pub fn cost(&self, money: f64, hours: f64) -> f64 {
        money + self.hour_eur * hours
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

    /// Charges for the floors of a field that the degrees miss.
    pub fn below(field: &Field, degrees: &[f64]) -> f64 {
        let missed = field.floors.iter().filter(|it| it.is_missed(&field.members, degrees));
        missed.map(Floor::penalty).sum()
    }

    /// The objective, and whether the limits are kept.
    pub fn appraise(&self, selection: &Selection) -> Appraisal {
        Candidate::at(self, selection).appraise()
    }

    /// What a value with the prices of what is limited is without them, and whether the limits are kept.
    pub fn appraisal(&self, priced: f64, burden: &Burden) -> Appraisal {
        let (scarcity, limits) = (&self.scarcity, &self.limits);
        let over = |limit: Option<f64>, amount: f64| limit.map_or(0.0, |it| amount - it);
        let plain = priced
            - scarcity.money * over(limits.money, burden.money)
            - scarcity.hour * over(limits.hours, burden.hours);
        let keeps =
            |limit: Option<f64>, amount: f64| limit.is_none_or(|it| amount <= it * (1.0 + SAME) + SAME);
        let within = keeps(limits.money, burden.money)
            && keeps(limits.hours, burden.hours)
            && burden.below < BELOW_FLOOR;
        let price = self.price_of(burden) - scarcity.money * burden.money - scarcity.hour * burden.hours;
        Appraisal { plain, priced, within, money: burden.money, hours: burden.hours, price }
    }

    /// Prices times limits: what the prices would charge a selection that just keeps every limit.
    pub fn allowance(&self) -> f64 {
        let part = |limit: Option<f64>, price: f64| limit.map_or(0.0, |it| it * price);
        part(self.limits.money, self.scarcity.money) + part(self.limits.hours, self.scarcity.hour)
    }

    /// Buys what is fixed and nothing else.
    pub fn nothing(&self) -> Selection {
        Selection { states: self.fields.iter().map(|it| it.fixed.unwrap_or(0)).collect(), packs: 0 }
    }

    /// The same purchase without tiers that bundles supply anyway.
    pub fn tidied(&self, selection: &Selection) -> Selection {
        let mut next = selection.clone();
        for (field, state) in self.fields.iter().zip(&mut next.states) {
            let supplied = |measure| self.supplied_to(selection.packs, measure);
            let is_idle = |it: &Choice| it.degree <= supplied(it.measure) + SAME;
            if field.fixed.is_none() && field.choice(*state).is_some_and(is_idle) {
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
