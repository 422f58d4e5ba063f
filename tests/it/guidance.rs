//! What fits a firm: cases, attacks, learning, contacts, grants, the law.

use std::collections::BTreeSet;
use std::fs;

use jiff::civil::{Date, date};
use waage::assessment::{answers_file, in_effect, posture};
use waage::catalogue::{embedded, lint, resolve};
use waage::decision::{Decision, Options, decide};
use waage::guidance::law::{Entity, Sector, nis2_check};
use waage::guidance::{
    Currency, GrantState, Guidance, MatchReason, TOLD_ATTACKS, WEEKLY_MINUTES, fitting_contacts,
    fitting_grants, guide, learning_plan,
};
use waage::model::{
    Answer, Answers, CaseKind, CaseSize, Catalogue, Company, ContactKind, Posture, QuestionKind, Record,
    RoleId, State, UnitId,
};
use waage::risk::FirmModel;

use crate::support::root;

const TODAY: Date = date(2026, 11, 21);

fn catalogue() -> Catalogue {
    resolve(&embedded()).expect("the shipped content resolves")
}

fn firm_file(catalogue: &Catalogue, name: &str) -> Answers {
    let path = root().join(format!("tests/companies/{name}/2026-11-21.waage.toml"));
    let text = fs::read_to_string(path).unwrap();
    let (answers, _) = answers_file::parse_complete(&text, catalogue).expect("a worked firm");
    in_effect(catalogue, &answers)
}

struct Firm {
    answers: Answers,
    posture: Posture,
    decision: Decision,
    guidance: Guidance,
}

fn firm(catalogue: &Catalogue, answers: Answers) -> Firm {
    let posture = posture(catalogue, &answers, TODAY);
    let model = FirmModel::new(catalogue, &answers.company);
    // Few draws: the matching does not hang on the ranges.
    let options = Options { draws: 20, ..Options::on(TODAY) };
    let decision =
        decide(catalogue, &answers, &posture, &model, &options).expect("the engine accepts worked firms");
    let guidance = guide(catalogue, &answers, &posture, &model, &decision, TODAY);
    Firm { answers, posture, decision, guidance }
}

fn worked(catalogue: &Catalogue, name: &str) -> Firm {
    firm(catalogue, firm_file(catalogue, name))
}

#[test]
fn the_library_warns_and_encourages() {
    let catalogue = catalogue();
    let cases = &catalogue.knowledge.cases;
    let count = |kind| cases.iter().filter(|it| it.kind == kind).count();
    assert!(count(CaseKind::Worst) >= 40 && count(CaseKind::Best) >= 15);
    for segment in &catalogue.segments {
        let speaks = |kind| {
            cases.iter().any(|it| {
                it.kind == kind && (it.segment == segment.id || it.also_segments.contains(&segment.id))
            })
        };
        assert!(speaks(CaseKind::Worst), "no warning for {}", segment.id);
    }
    // Small firms are told of by themselves or by the press, never named by us.
    for case in cases.iter().filter(|it| it.size < CaseSize::Medium) {
        assert!(case.organisation.is_none() || case.kind == CaseKind::Best, "{} is named", case.id);
    }
}

#[test]
fn a_case_comes_from_the_own_trade_and_says_why() {
    let catalogue = catalogue();
    for name in ["baeckerei", "hausarztpraxis", "maschinenbau", "onlinehandel", "steuerkanzlei", "tischlerei"]
    {
        let Firm { answers, guidance, .. } = worked(&catalogue, name);
        let pair = guidance.cases.expect("both kinds are shipped");
        let worst = catalogue.knowledge.case(&pair.worst.case).unwrap();
        assert_eq!(worst.kind, CaseKind::Worst);
        let own = worst.segment == answers.company.segment
            || worst.also_segments.contains(&answers.company.segment);
        assert!(own, "{name} is told of {}", worst.id);
        assert!(!pair.worst.reasons.is_empty() && !pair.best.reasons.is_empty(), "{name}");
        let first = &pair.worst.reasons[0];
        assert!(matches!(first, MatchReason::SameSegment | MatchReason::RelatedSegment), "{name}: {first:?}");
    }
}

#[test]
fn different_firms_hear_different_cases_and_different_attacks() {
    let catalogue = catalogue();
    let names =
        ["baeckerei", "hausarztpraxis", "maschinenbau", "onlinehandel", "steuerkanzlei", "tischlerei"];
    let firms: Vec<Guidance> = names.iter().map(|it| worked(&catalogue, it).guidance).collect();
    let worst: BTreeSet<String> =
        firms.iter().map(|it| it.cases.as_ref().unwrap().worst.case.to_string()).collect();
    assert!(worst.len() >= 5, "{worst:?}");
    let top: BTreeSet<Vec<String>> =
        firms.iter().map(|it| it.attacks.iter().take(3).map(|it| it.attack.to_string()).collect()).collect();
    assert!(top.len() >= 4, "{top:?}");
}

#[test]
fn the_first_three_kinds_of_attack_have_an_attacker_and_a_lever() {
    let catalogue = catalogue();
    for name in ["baeckerei", "steuerkanzlei"] {
        let guidance = worked(&catalogue, name).guidance;
        for ranked in guidance.attacks.iter().take(TOLD_ATTACKS) {
            let attack = catalogue.knowledge.attack(&ranked.attack).unwrap();
            assert!(catalogue.scenario(&attack.scenarios[0]).unwrap().attack, "{name}: {}", attack.id);
            assert!(!attack.levers.is_empty(), "{}", attack.id);
        }
    }
}

#[test]
fn a_firm_without_machines_or_shop_hears_nothing_of_them() {
    let catalogue = catalogue();
    let answers = firm_file(&catalogue, "tischlerei");
    let mut offline = answers;
    offline.company.traits.clear();
    let guidance = firm(&catalogue, offline).guidance;
    for id in ["machines", "platform", "overload", "misconfiguration"] {
        assert!(guidance.attacks.iter().all(|it| it.attack.as_str() != id), "{id}");
    }
}

#[test]
fn prevention_stands_beside_the_damage_it_would_limit() {
    let catalogue = catalogue();
    let prevention = worked(&catalogue, "tischlerei").guidance.prevention.expect("a worst case");
    assert!(!prevention.measures.is_empty());
    assert!(prevention.own_event_eur > 0.0 && prevention.yearly_eur >= 0.0);
    assert!(prevention.own_yearly_with_plan_eur <= prevention.own_yearly_eur);
}

fn plan_units(catalogue: &Catalogue, firm: &Firm, weekly: u32) -> waage::guidance::LearningPlan {
    let company = &firm.answers.company;
    learning_plan(catalogue, company, &firm.posture, &firm.decision, weekly, TODAY)
}

#[test]
fn a_quarter_of_an_hour_a_week_is_never_exceeded() {
    let catalogue = catalogue();
    let firm = worked(&catalogue, "tischlerei");
    for weekly in WEEKLY_MINUTES {
        let plan = plan_units(&catalogue, &firm, weekly);
        for role in &plan.roles {
            // No role sits in two units at once, and no unit takes more weeks than its minutes need.
            let mine: Vec<_> = plan.lessons.iter().filter(|it| it.roles.contains(role)).collect();
            for pair in mine.windows(2) {
                let weeks = pair[0].week.until(pair[1].week).unwrap().get_days() / 7;
                assert!(weeks >= i32::try_from(pair[0].appointments).unwrap(), "{role} at {weekly} minutes");
            }
        }
        for lesson in &plan.lessons {
            assert!(lesson.appointments * weekly >= lesson.minutes && lesson.minutes <= 60);
            assert!(lesson.week > TODAY && lesson.week < date(2027, 12, 1), "{lesson:?}");
        }
    }
}

#[test]
fn small_steps_open_the_plan_and_more_time_reaches_further() {
    let catalogue = catalogue();
    let firm = worked(&catalogue, "tischlerei");
    let short = plan_units(&catalogue, &firm, 15);
    for role in &short.roles {
        let mut mine = short.lessons.iter().filter(|it| it.roles.contains(role));
        let first = mine.next().expect("every role learns something");
        let has_small = mine.any(|it| it.minutes <= 15);
        assert!(first.minutes <= 15 || !has_small, "{role} begins with {first:?}");
    }
    let long = plan_units(&catalogue, &firm, 60);
    assert!(long.lessons.len() >= short.lessons.len() && long.beyond.len() <= short.beyond.len());
}

#[test]
fn years_of_training_follow_each_other() {
    let catalogue = catalogue();
    let firm = worked(&catalogue, "tischlerei");
    for weekly in WEEKLY_MINUTES {
        let plan = plan_units(&catalogue, &firm, weekly);
        let years: Vec<u8> = plan
            .lessons
            .iter()
            .filter_map(|it| catalogue.knowledge.unit(&it.unit).unwrap().apprentice_year)
            .collect();
        assert!(years.is_sorted() && years.first() == Some(&1), "{years:?}");
    }
}

#[test]
fn the_plan_follows_the_answers() {
    let catalogue = catalogue();
    let answers = firm_file(&catalogue, "tischlerei");
    let now = firm(&catalogue, answers.clone());
    let mut posture = now.posture.clone();
    for (place, measure) in catalogue.measures.iter().enumerate() {
        if measure.id.as_str() == "payment-four-eyes" {
            posture.degrees[place] = waage::model::Degree::exactly(1.0);
        }
    }
    let plan = learning_plan(&catalogue, &answers.company, &posture, &now.decision, 15, TODAY);
    let drill = UnitId::new("callback-drill");
    let has = |plan: &waage::guidance::LearningPlan| {
        plan.lessons.iter().any(|it| it.unit == drill) || plan.beyond.contains(&drill)
    };
    assert!(has(&plan_units(&catalogue, &now, 15)) && !has(&plan));
}

#[test]
fn only_roles_of_the_firm_learn() {
    let catalogue = catalogue();
    let firm = worked(&catalogue, "baeckerei");
    let apprentice = RoleId::new("apprentice");
    let has = firm.answers.company.traits.contains("apprentices");
    assert_eq!(firm.guidance.learning.roles.contains(&apprentice), has);
    for lesson in &firm.guidance.learning.lessons {
        assert!(!lesson.roles.is_empty());
        assert!(lesson.roles.iter().all(|it| firm.guidance.learning.roles.contains(it)));
    }
}

fn company(state: &str, employees: u32) -> Company {
    let mut company = Company::new("crafts".into(), employees);
    company.state = State::new(state);
    company
}

#[test]
fn every_state_has_police_authority_and_an_office_for_money() {
    let catalogue = catalogue();
    for code in State::CODES {
        let contacts = fitting_contacts(&catalogue, &company(code, 14), TODAY);
        for kind in [ContactKind::Police, ContactKind::DataProtection, ContactKind::Funding] {
            let local = contacts
                .iter()
                .filter(|it| it.kind == kind)
                .any(|it| !catalogue.knowledge.contact(&it.contact).unwrap().states.is_empty());
            assert!(local, "{code} has no {kind:?}");
        }
        for fitting in &contacts {
            let contact = catalogue.knowledge.contact(&fitting.contact).unwrap();
            assert!(contact.states.is_empty() || contact.states.iter().any(|it| it.code() == code));
        }
    }
}

#[test]
fn free_offers_come_first_and_numbers_expire() {
    let catalogue = catalogue();
    let contacts = fitting_contacts(&catalogue, &company("BY", 14), TODAY);
    let funding: Vec<bool> = contacts
        .iter()
        .filter(|it| it.kind == ContactKind::Advice)
        .map(|it| catalogue.knowledge.contact(&it.contact).unwrap().free)
        .collect();
    assert!(funding.is_sorted_by(|a, b| *a || !b), "{funding:?}");
    let police = |day| {
        let all = fitting_contacts(&catalogue, &company("BY", 14), day);
        all.into_iter().find(|it| it.contact.as_str() == "police-by").expect("Bavaria has one")
    };
    assert!(police(TODAY).phone_holds);
    let later = police(date(2028, 1, 1));
    assert!(!later.phone_holds && later.currency == Currency::ReviewOverdue);
}

#[test]
fn grants_know_state_size_trade_and_their_last_day() {
    let catalogue = catalogue();
    let states = |state: &str, segment: &str, employees: u32, day: Date| -> Vec<(String, GrantState)> {
        let company = Company { segment: segment.into(), ..company(state, employees) };
        fitting_grants(&catalogue, &company, day)
            .into_iter()
            .map(|it| (it.grant.to_string(), it.state))
            .collect()
    };
    let has = |list: &[(String, GrantState)], id: &str| list.iter().any(|it| it.0 == id);
    assert!(has(&states("BY", "crafts", 14, TODAY), "by-digitalbonus-standard"));
    assert!(!has(&states("BY", "crafts", 60, TODAY), "by-digitalbonus-standard"));
    assert!(!has(&states("BY", "professions", 14, TODAY), "by-digitalbonus-standard"));
    assert!(!has(&states("NW", "crafts", 14, TODAY), "by-digitalbonus-standard"));
    assert!(has(&states("NW", "crafts", 14, TODAY), "nw-mid-digital-security"));
    let ended = states("NW", "crafts", 14, date(2030, 1, 1));
    assert!(ended.contains(&("nw-mid-digital-security".into(), GrantState::Ended(date(2029, 12, 31)))));
    assert!(has(&states("SH", "crafts", 14, date(2026, 12, 31)), "bafa-consulting"));
    let lottery = states("NW", "crafts", 14, TODAY);
    assert!(lottery.iter().all(|it| it.1 == GrantState::Possible), "a draw is not counted on: {lottery:?}");
}

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
fn knowledge_older_than_a_year_is_warned_about() {
    let fresh = lint(&embedded(), TODAY);
    let overdue = |found: &[waage::catalogue::Diagnostic]| {
        found.iter().filter(|it| it.fault.code().as_str() == "review-overdue").count()
    };
    assert_eq!(overdue(&fresh), 0);
    assert!(overdue(&lint(&embedded(), date(2028, 1, 1))) > 100);
}

#[test]
fn people_and_organisation_are_at_least_two_fifths_of_the_questions() {
    let catalogue = catalogue();
    let asked = catalogue.questions.iter().filter(|it| it.withdrawn.is_none());
    let kinds: Vec<QuestionKind> = asked.map(|it| it.kind).collect();
    let people = kinds.iter().filter(|it| **it != QuestionKind::Technology).count();
    assert!(5 * people >= 2 * kinds.len(), "{people} of {}", kinds.len());
}

#[test]
fn every_kind_of_attack_has_a_case_but_those_for_which_none_was_found() {
    let catalogue = catalogue();
    let told: BTreeSet<&str> = catalogue.knowledge.cases.iter().map(|it| it.attack.as_str()).collect();
    let untold: Vec<&str> =
        catalogue.knowledge.attacks.iter().map(|it| it.id.as_str()).filter(|it| !told.contains(it)).collect();
    // No published case of a small German firm was found for these two.
    assert_eq!(untold, ["device-theft", "phone"]);
}

#[test]
fn every_unit_says_how_how_long_with_what_and_for_which_competence() {
    let units = catalogue().knowledge.units;
    for unit in &units {
        assert!(
            !unit.method.is_empty() && !unit.material.is_empty() && !unit.steps.is_empty(),
            "{}",
            unit.id
        );
        assert!(
            unit.digcomp.iter().all(|it| it.starts_with("2.2:")) && !unit.digcomp.is_empty(),
            "{}",
            unit.id
        );
    }
    assert!(units.iter().any(|it| it.minutes == 5));
}

#[test]
fn there_are_six_modules_for_management_and_one_for_every_year_of_training() {
    let units = catalogue().knowledge.units;
    assert_eq!(units.iter().filter(|it| it.leadership_module).count(), 6);
    let years: BTreeSet<u8> = units.iter().filter_map(|it| it.apprentice_year).collect();
    assert_eq!(years, [1, 2, 3, 4].into());
}

#[test]
fn the_exercise_has_eight_messages_and_ten_decisions() {
    let knowledge = catalogue().knowledge;
    assert_eq!(knowledge.messages.len(), 8);
    assert!(knowledge.messages.iter().any(|it| !it.deceives), "not everything is a trap");
    for message in &knowledge.messages {
        assert_eq!(message.deceives, !message.levers.is_empty(), "{}", message.id);
        assert!(
            !message.body.contains(".de/") && !message.from.contains(".com"),
            "{} is invented",
            message.id
        );
    }
    assert_eq!(knowledge.drills[0].steps.len(), 10);
}

#[test]
fn every_role_that_learns_can_check_itself_with_ten_statements() {
    let knowledge = catalogue().knowledge;
    let roles: BTreeSet<&str> = knowledge.self_checks.iter().map(|it| it.role.as_str()).collect();
    for role in ["management", "training-officer", "office", "workshop", "it-internal", "apprentice", "field"]
    {
        assert!(roles.contains(role), "{role} has no check");
    }
    for check in &knowledge.self_checks {
        assert_eq!(check.statements.len(), 10, "{}", check.id);
        for statement in &check.statements {
            let unit = knowledge.unit(&statement.unit).expect("resolved");
            assert!(unit.roles.contains(&check.role), "{}: {} is not for this role", check.id, unit.id);
            assert!(statement.text.starts_with("Ich "), "{}", statement.text);
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

#[test]
fn a_grant_that_ended_within_a_year_is_shown_as_ended_and_lowers_no_price() {
    let catalogue = catalogue();
    let find = |day: Date| {
        let company = company("SH", 14);
        fitting_grants(&catalogue, &company, day)
            .into_iter()
            .find(|it| it.grant.as_str() == "bafa-consulting")
    };
    assert_eq!(find(date(2026, 12, 31)).unwrap().currency, Currency::EndsSoon(date(2026, 12, 31)));
    let ended = find(date(2027, 1, 1)).expect("still listed");
    assert_eq!(ended.state, GrantState::Ended(date(2026, 12, 31)));
    assert!(find(date(2028, 1, 1)).is_none());
}

#[test]
fn what_was_reviewed_too_long_ago_is_named_to_the_firm() {
    let catalogue = catalogue();
    let answers = firm_file(&catalogue, "tischlerei");
    assert!(firm(&catalogue, answers.clone()).guidance.stale.is_empty());
    let later = date(2028, 1, 1);
    let posture = posture(&catalogue, &answers, later);
    let model = FirmModel::new(&catalogue, &answers.company);
    let options = Options { draws: 20, ..Options::on(later) };
    let decision = decide(&catalogue, &answers, &posture, &model, &options).unwrap();
    let stale = guide(&catalogue, &answers, &posture, &model, &decision, later).stale;
    let words = waage::german::guidance::stale::stale(&catalogue, &stale).expect("everything is old");
    assert!(words.starts_with("Stand prüfen") && words.contains("zuletzt 21.11.2026"), "{words}");
}

#[test]
fn every_key_of_the_result_beyond_the_figures_is_documented() {
    let page = fs::read_to_string(root().join("docs/json.md")).unwrap();
    let text = fs::read_to_string(root().join("tests/companies/tischlerei/expected/report.json")).unwrap();
    let result: serde_json::Value = serde_json::from_str(&text).unwrap();
    let tables = [&result, &result["views"], &result["guidance"]];
    let keys: Vec<&String> = tables.into_iter().flat_map(|it| it.as_object().unwrap().keys()).collect();
    assert!(keys.len() > 25, "{keys:?}");
    for key in keys {
        assert!(page.contains(&format!("`{key}`")) || page.contains(&format!("`{key}.")), "{key}");
    }
}
