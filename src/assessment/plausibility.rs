//! Answers that do not fit together. They are pointed out kindly and can be kept.

use super::interview::{Item, ProfileItem};
use crate::model::{Answers, Company};

/// Turnover per head below which a digit is likelier missing than a firm is that small. German firms with up
/// to 249 people turn over 60,000 to 400,000 EUR a head in nearly all sectors; a tenth of the lower end.
const LEAST_TURNOVER_PER_HEAD: f64 = 6_000.0;

/// Turnover per head above which a digit is likelier too many: ten times the upper end of the same range.
const MOST_TURNOVER_PER_HEAD: f64 = 4_000_000.0;

/// Share of a year's turnover that a single day without IT will hardly cost: twelve days' turnover.
const MOST_STANDSTILL_SHARE: f64 = 0.05;

/// Head count above which the figures were not made for the firm (EU recommendation 2003/361/EC).
const MOST_EMPLOYEES: u32 = 249;

/// Something that does not fit.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt {
    /// Turnover and head count do not fit together.
    TurnoverPerHead {
        /// Euros a year.
        turnover_eur: f64,
        /// Persons employed.
        employees: u32,
    },
    /// The reserve is larger than a whole year's turnover.
    ReserveAboveTurnover {
        /// Euros.
        reserve_eur: f64,
        /// Euros a year.
        turnover_eur: f64,
    },
    /// A day without IT costs more than weeks of turnover.
    CostlyDay {
        /// Euros a day.
        day_eur: f64,
        /// Euros a year.
        turnover_eur: f64,
    },
    /// The firm is larger than those the figures describe.
    LargeFirm {
        /// Persons employed.
        employees: u32,
    },
}

impl Doubt {
    /// The items it is about, the likelier slip first.
    pub fn items(&self) -> Vec<Item> {
        let items: &[ProfileItem] = match self {
            Self::TurnoverPerHead { .. } => &[ProfileItem::Turnover, ProfileItem::Employees],
            Self::ReserveAboveTurnover { .. } => &[ProfileItem::Reserve, ProfileItem::Turnover],
            Self::CostlyDay { .. } => &[ProfileItem::StandstillDay, ProfileItem::Turnover],
            Self::LargeFirm { .. } => &[ProfileItem::Employees],
        };
        items.iter().copied().map(Item::Profile).collect()
    }
}

/// Everything that does not fit, in a fixed order.
pub fn doubts(answers: &Answers) -> Vec<Doubt> {
    figures(&answers.company)
}

fn figures(company: &Company) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let employees = company.employees;
    if employees > MOST_EMPLOYEES {
        doubts.push(Doubt::LargeFirm { employees });
    }
    let Some(turnover_eur) = company.turnover_eur else {
        return doubts;
    };
    let per_head = turnover_eur / f64::from(employees.max(1));
    if !(LEAST_TURNOVER_PER_HEAD..=MOST_TURNOVER_PER_HEAD).contains(&per_head) {
        doubts.push(Doubt::TurnoverPerHead { turnover_eur, employees });
    }
    if let Some(reserve_eur) = company.liquid_reserve_eur.filter(|it| *it > turnover_eur) {
        doubts.push(Doubt::ReserveAboveTurnover { reserve_eur, turnover_eur });
    }
    if let Some(day_eur) = company.standstill_day_eur.filter(|it| *it > turnover_eur * MOST_STANDSTILL_SHARE)
    {
        doubts.push(Doubt::CostlyDay { day_eur, turnover_eur });
    }
    doubts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::fixture::answers;

    fn check(employees: u32, turnover: f64, reserve: f64, day: f64) -> usize {
        let mut answers = answers(&[]);
        answers.company.employees = employees;
        answers.company.turnover_eur = Some(turnover);
        answers.company.liquid_reserve_eur = Some(reserve);
        answers.company.standstill_day_eur = Some(day);
        doubts(&answers).len()
    }

    #[test]
    fn ordinary_firms_raise_no_doubt() {
        assert_eq!(check(14, 1.9e6, 60e3, 3e3), 0);
        assert_eq!(check(1, 40e3, 10e3, 200.0), 0);
        assert_eq!(check(80, 22e6, 1e6, 60e3), 0);
    }

    #[test]
    fn a_digit_too_many_or_too_few_is_noticed() {
        assert_eq!(check(14, 19e3, 5e3, 100.0), 1);
        assert_eq!(check(14, 190e6, 60e3, 3e3), 1);
        assert_eq!(check(14, 1.9e6, 6e6, 3e3), 1);
        assert_eq!(check(14, 1.9e6, 60e3, 300e3), 1);
        assert_eq!(check(1400, 190e6, 60e3, 3e3), 1);
    }
}
