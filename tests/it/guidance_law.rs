//! What the law asks of a firm, by sector, size and money.

use waage::guidance::law::{Entity, Sector, nis2_check};
use waage::model::{Answer, Catalogue, Record};

use crate::guidance::{TODAY, catalogue, firm_file};

fn sector(
    catalogue: &Catalogue,
    employees: u32,
    money: Option<(f64, f64)>,
    option: Option<&str>,
) -> waage::guidance::law::Nis2Check {
    let mut answers = firm_file(catalogue, "maschinenbau");
    answers.company.employees = employees;
    answers.company.turnover_eur = money.map(|it| it.0 * 1e6);
    answers.company.balance_sheet_eur = money.map(|it| it.1 * 1e6);
    answers.records.remove("compliance-nis2-sector");
    if let Some(option) = option {
        let record = Record::claimed(Answer::Chosen(option.into()), TODAY);
        answers.records.insert("compliance-nis2-sector".into(), record);
    }
    nis2_check(catalogue, &answers)
}

#[test]
fn nis2_needs_sector_and_size_together() {
    let catalogue = catalogue();
    let named = sector(&catalogue, 60, Some((8.0, 4.0)), Some("annex-2"));
    assert!(named.applies && named.entity == Some(Entity::Important));
    let none = sector(&catalogue, 60, Some((8.0, 4.0)), Some("none"));
    assert!(!none.applies && none.entity.is_none() && none.through_customers);
    let large = sector(&catalogue, 250, Some((8.0, 4.0)), Some("annex-1"));
    assert_eq!(large.entity, Some(Entity::ParticularlyImportant));
    let unasked = sector(&catalogue, 60, Some((8.0, 4.0)), None);
    assert!(!unasked.applies && matches!(unasked.sector, Sector::Possible(_)));
    assert_eq!(unasked.missing, [waage::guidance::law::MissingFigure::Sector]);
}

#[test]
fn nis2_edges_of_head_count_and_money_hold_in_the_pre_check() {
    let catalogue = catalogue();
    for (employees, money, expected) in [
        (49, (9.0, 9.0), Entity::Outside),
        (50, (9.0, 9.0), Entity::Important),
        (49, (11.0, 9.0), Entity::Outside),
        (49, (11.0, 11.0), Entity::Important),
        (249, (9.0, 9.0), Entity::Important),
        (250, (9.0, 9.0), Entity::ParticularlyImportant),
        (49, (50.1, 43.1), Entity::ParticularlyImportant),
    ] {
        let facts = waage::guidance::law::SizeFacts {
            employees: f64::from(employees),
            turnover_eur: Some(money.0 * 1e6),
            balance_sheet_eur: Some(money.1 * 1e6),
        };
        assert_eq!(waage::guidance::law::entity(waage::guidance::law::Annex::One, &facts), expected);
        if employees >= 50 {
            let check = sector(&catalogue, employees, Some(money), Some("annex-1"));
            assert_eq!(check.entity, Some(expected), "{employees} {money:?}");
        }
    }
}

#[test]
fn services_under_the_law_at_any_size_are_asked_of_small_it_firms_and_of_nobody_else() {
    let catalogue = catalogue();
    let check = |segment: &str, employees: u32, option: &str| {
        let mut answers = firm_file(&catalogue, "tischlerei");
        answers.company.segment = segment.into();
        answers.company.employees = employees;
        answers.records.clear();
        let record = Record::claimed(Answer::Chosen(option.into()), TODAY);
        answers.records.insert("compliance-nis2-service".into(), record);
        nis2_check(&catalogue, &answers)
    };
    let names = check("it-services", 3, "critical");
    assert!(names.applies && names.entity == Some(Entity::ParticularlyImportant));
    let telephone = check("it-services", 3, "any-size");
    assert!(telephone.applies && telephone.entity == Some(Entity::Important));
    assert!(!check("it-services", 3, "none").applies);
    assert!(!check("crafts", 3, "critical").applies, "the question is not asked there");
}

#[test]
fn telephone_services_become_particularly_important_where_others_become_important() {
    let catalogue = catalogue();
    assert_eq!(
        sector(&catalogue, 50, Some((5.0, 5.0)), Some("any-size")).entity,
        Some(Entity::ParticularlyImportant)
    );
    assert_eq!(sector(&catalogue, 50, None, Some("critical")).entity, Some(Entity::ParticularlyImportant));
}
