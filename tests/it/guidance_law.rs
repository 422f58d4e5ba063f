//! What the law asks of a firm, by sector, size and money.

use waage::guidance::law::{Entity, Sector, nis2_check};
use waage::model::{Answer, Catalogue, Record};

use crate::guidance::{TODAY, catalogue, firm_file, worked};
use crate::support::program::run;
use crate::support::root;

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

fn small_it_firm(catalogue: &Catalogue, answers: &[(&str, &str)]) -> waage::model::Answers {
    let mut firm = firm_file(catalogue, "tischlerei");
    firm.company.segment = "it-services".into();
    firm.company.employees = 7;
    firm.records.clear();
    for (question, option) in answers {
        let record = Record::claimed(Answer::Chosen((*option).into()), TODAY);
        firm.records.insert((*question).into(), record);
    }
    firm
}

#[test]
fn a_telephone_service_registers_but_has_its_duties_from_another_act() {
    let catalogue = catalogue();
    let service = ("compliance-nis2-service", "any-size");
    let firm = small_it_firm(&catalogue, &[service, ("compliance-nis2-service-act", "telecom")]);
    let check = nis2_check(&catalogue, &firm);
    assert!(check.registers && !check.applies && !check.through_customers);
    let facts = waage::guidance::law::concerning(&catalogue, &firm, &check);
    let has = |id: &str| facts.iter().any(|it| it.id.as_str() == id);
    assert!(has("bsig-33") && has("bsig-65-registration") && has("telecom-act-micro"));
    assert!(!has("bsig-30") && !has("bsig-32-early") && !has("bsig-38") && !has("bsig-65"));
    let trust = small_it_firm(&catalogue, &[service, ("compliance-nis2-service-act", "none")]);
    assert!(nis2_check(&catalogue, &trust).applies);
}

#[test]
fn energy_and_finance_have_their_own_acts_in_place_of_nis2() {
    let catalogue = catalogue();
    for act in ["energy", "finance"] {
        let mut firm = firm_file(&catalogue, "maschinenbau");
        for (question, option) in [("compliance-nis2-sector", "annex-1"), ("compliance-nis2-other-act", act)]
        {
            let record = Record::claimed(Answer::Chosen(option.into()), TODAY);
            firm.records.insert(question.into(), record);
        }
        firm.company.employees = 60;
        let check = nis2_check(&catalogue, &firm);
        assert!(check.registers && !check.applies, "{act}");
    }
}

#[test]
fn every_legal_fact_names_where_it_stands_and_the_day_of_the_check() {
    let catalogue = catalogue();
    for fact in &catalogue.knowledge.laws {
        let by_contract = fact.reference.starts_with("Ihre ");
        assert!(by_contract || !fact.sources.is_empty(), "{}", fact.id);
        assert!(fact.reviewed >= jiff::civil::date(2026, 11, 30), "{}", fact.id);
    }
}

/// What the screen shows of a worked firm, on one line.
fn told(firm: &str, full: bool) -> String {
    let file = format!("tests/companies/{firm}/2026-11-21.waage.toml");
    let mut call = vec!["report", &file, "--date", crate::support::program::DAY];
    call.extend(full.then_some("--full"));
    let out = crate::support::program::run(call).expect(0).out;
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn worked_firms_read_what_the_law_asks_of_them_and_nobody_else_does() {
    let [plant, practice, tax, bakery] =
        ["maschinenbau", "hausarztpraxis", "steuerkanzlei", "baeckerei"].map(|it| told(it, true));
    let nis2 = [
        "Anmeldung beim BSI",
        "Bis 500.000 €",
        "6. März 2026",
        "lässt sich regelmäßig schulen",
        "Abwägung und Maßnahmen aufschreiben",
        "Höchstens 7 Mio. €",
        "24 Stunden ab Kenntnis",
        "(§ 30 Abs. 1 BSIG). Die Abwägung muss aufgeschrieben sein",
    ];
    for piece in nis2 {
        assert!(plant.contains(piece), "{piece}: {plant}");
        assert!(!bakery.contains(piece), "{piece} in the bakery's report");
    }
    for piece in ["Produkte mit digitalen Teilen", "9. Dezember 2026", "TISAX", "E-Rechnung"] {
        assert!(plant.contains(piece), "{piece}");
    }
    for piece in ["Sicherheitsrichtlinie für Kassenpraxen", "Anlage 1 und 5", "· § 390 SGB V"] {
        assert!(practice.contains(piece), "{piece}: {practice}");
        assert!(!tax.contains(piece), "{piece} in the tax office's report");
    }
    for secret in [&practice, &tax] {
        assert!(secret.contains("IT-Dienstleister zur Verschwiegenheit verpflichten"));
    }
    assert!(bakery.contains("erlaubt das Gesetz ausdrücklich (Art. 32 DSGVO)"));
    assert!(bakery.contains("E-Rechnung zwischen Firmen") && !bakery.contains("TISAX"));
}

#[test]
fn the_screen_tells_the_points_of_the_check_by_topic_and_why_the_maximum_is_what_it_is() {
    let plant = told("maschinenbau", false);
    for piece in ["CyberRisikoCheck nach DIN SPEC 27076", "Datensicherung", "erreichbar"] {
        assert!(plant.contains(piece), "{piece}: {plant}");
    }
    let catalogue = catalogue();
    let bakery = firm_file(&catalogue, "baeckerei");
    let view = waage::guidance::views::din_view(&catalogue, &bakery);
    let shrunk = view.maximum < 37;
    assert_eq!(told("baeckerei", false).contains("statt 37 Punkten"), shrunk);
    let topics = &catalogue.views.din.topics;
    let sum = topics.iter().map(|it| view.topic(&it.id)).fold((0, 0), |a, b| (a.0 + b.sure, a.1 + b.maximum));
    assert_eq!(sum, (view.points, view.maximum), "the topics add up");
}

#[test]
fn who_has_answered_nothing_is_told_a_span_of_points_not_a_result() {
    let path = root().join("tests/cases/tiny/hof.waage.toml");
    let said = run(["report", path.to_str().unwrap(), "--date", "2026-11-21"]).expect(0).out;
    assert!(said.contains("Nach Ihren Antworten −15 bis 33 von 33 Punkten"), "{said}");
    assert!(said.contains("Anforderungen sind noch"), "{said}");
}

#[test]
fn no_road_map_names_a_role_the_firm_does_not_have() {
    let catalogue = catalogue();
    for name in ["baeckerei", "hausarztpraxis", "onlinehandel", "tischlerei"] {
        let firm = worked(&catalogue, name);
        let present = catalogue.roles_present(&firm.answers.company);
        for item in &firm.decision.roadmap.items {
            assert!(present.contains(&item.role), "{name}: {:?} does {:?}", item.role, item.raises);
        }
    }
}
