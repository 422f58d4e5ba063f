//! Answers that do not fit together. They are pointed out kindly and can be kept.

use super::interview::{Item, ProfileItem};
use super::standing::in_effect;
use crate::model::{Answers, Catalogue, Company, Contradiction, ContradictionId, Side};

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
    /// Two answers that content says do not fit together.
    Contradiction {
        /// The contradiction.
        id: ContradictionId,
        /// What it is about.
        items: [Item; 2],
    },
}

impl Doubt {
    /// The items it is about, the likelier slip first.
    pub fn items(&self) -> Vec<Item> {
        let items: &[ProfileItem] = match self {
            Self::Contradiction { items, .. } => return items.to_vec(),
            Self::TurnoverPerHead { .. } => &[ProfileItem::Turnover, ProfileItem::Employees],
            Self::ReserveAboveTurnover { .. } => &[ProfileItem::Reserve, ProfileItem::Turnover],
            Self::CostlyDay { .. } => &[ProfileItem::StandstillDay, ProfileItem::Turnover],
            Self::LargeFirm { .. } => &[ProfileItem::Employees],
        };
        items.iter().copied().map(Item::Profile).collect()
    }
}

/// Everything that does not fit, in a fixed order: figures of the company first, then answers.
pub fn doubts(catalogue: &Catalogue, answers: &Answers) -> Vec<Doubt> {
    let mut doubts = figures(&answers.company);
    doubts.extend(contradictions(catalogue, answers).into_iter().map(|it| Doubt::Contradiction {
        id: it.id.clone(),
        items: [0, 1].map(|side| item(&it.sides[side])),
    }));
    doubts
}

/// The contradictions between answers that count, in the order of the content.
pub fn contradictions<'c>(catalogue: &'c Catalogue, answers: &Answers) -> Vec<&'c Contradiction> {
    let answers = in_effect(catalogue, answers);
    catalogue.contradictions.iter().filter(|it| it.holds(&answers)).collect()
}

fn item(side: &Side) -> Item {
    match side {
        Side::Answer(condition) => Item::Question(condition.question.clone()),
        Side::Trait(_) | Side::WithoutTrait(_) => Item::Profile(ProfileItem::Traits),
    }
}

/// What does not fit in the figures of a company alone.
pub fn figures(company: &Company) -> Vec<Doubt> {
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
    use crate::assessment::fixture::{answers, catalogue, chosen};
    use crate::model::AnswerCondition;

    fn check(employees: u32, turnover: f64, reserve: f64, day: f64) -> usize {
        let mut answers = answers(&[]);
        answers.company.employees = employees;
        answers.company.turnover_eur = Some(turnover);
        answers.company.liquid_reserve_eur = Some(reserve);
        answers.company.standstill_day_eur = Some(day);
        doubts(&catalogue(), &answers).len()
    }

    /// Items of the doubts where a second factor everywhere contradicts the other side.
    fn contradicted(given: &[(&str, crate::model::Record)], traits: &[&str], other: Side) -> Vec<Vec<Item>> {
        let mut catalogue = catalogue();
        let first = Side::Answer(AnswerCondition { question: "mfa".into(), options: vec!["all".into()] });
        catalogue.contradictions =
            vec![Contradiction { id: "pair".into(), sides: [first, other], text: String::new() }];
        let mut answers = answers(given);
        answers.company.traits = traits.iter().map(|it| (*it).into()).collect();
        doubts(&catalogue, &answers).iter().map(Doubt::items).collect()
    }

    #[test]
    fn answers_that_do_not_fit_are_noticed_where_both_count() {
        let older = || {
            Side::Answer(AnswerCondition { question: "backup-test".into(), options: vec!["older".into()] })
        };
        let both = |backup| {
            [("mfa", chosen("all")), ("backup-exists", chosen(backup)), ("backup-test", chosen("older"))]
        };
        let items = vec![Item::Question("mfa".into()), Item::Question("backup-test".into())];
        assert_eq!(contradicted(&both("daily"), &[], older()), vec![items]);
        assert!(contradicted(&both("never"), &[], older()).is_empty(), "the branch is closed");
    }

    #[test]
    fn a_trait_is_missing_only_where_the_list_was_gone_through() {
        let given = [("mfa", chosen("all"))];
        let missing = || Side::WithoutTrait("vpn".into());
        assert!(contradicted(&given, &[], missing()).is_empty());
        assert!(contradicted(&given, &["vpn"], missing()).is_empty());
        let items = vec![Item::Question("mfa".into()), Item::Profile(ProfileItem::Traits)];
        assert_eq!(contradicted(&given, &["wlan"], missing()), vec![items]);
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
