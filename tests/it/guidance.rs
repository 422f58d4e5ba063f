//! What fits a firm: cases, attacks, prevention, and what has grown old.

use std::collections::BTreeSet;
use std::fs;

use jiff::civil::{Date, date};
use waage::assessment::{answers_file, in_effect, posture};
use waage::catalogue::{embedded, lint, resolve};
use waage::decision::{Decision, Options, decide};
use waage::guidance::{Guidance, MatchReason, TOLD_ATTACKS, case_pair, guide};
use waage::model::{
    Answers, CaseId, CaseKind, CaseSize, Catalogue, Company, DigitalItem, Posture, QuestionKind, SegmentId,
};
use waage::risk::FirmModel;

use crate::support::root;

pub const TODAY: Date = date(2026, 11, 21);

pub fn catalogue() -> Catalogue {
    resolve(&embedded()).expect("the shipped content resolves")
}

pub fn firm_file(catalogue: &Catalogue, name: &str) -> Answers {
    let path = root().join(format!("tests/companies/{name}/2026-11-21.waage.toml"));
    let text = fs::read_to_string(path).unwrap();
    let (answers, _) = answers_file::parse_complete(&text, catalogue).expect("a worked firm");
    in_effect(catalogue, &answers)
}

/// A firm with what fits it.
pub struct Firm {
    pub answers: Answers,
    pub posture: Posture,
    pub decision: Decision,
    pub guidance: Guidance,
}

pub fn firm(catalogue: &Catalogue, answers: Answers) -> Firm {
    let posture = posture(catalogue, &answers, TODAY);
    let model = FirmModel::new(catalogue, &answers.company);
    // Few draws: the matching does not hang on the ranges.
    let options = Options { draws: Some(20), ..Options::on(TODAY) };
    let decision =
        decide(catalogue, &answers, &posture, &model, &options).expect("the engine accepts worked firms");
    let guidance = guide(catalogue, &answers, &posture, &model, &decision, TODAY);
    Firm { answers, posture, decision, guidance }
}

pub fn worked(catalogue: &Catalogue, name: &str) -> Firm {
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
fn the_case_shown_follows_size_and_digitalisation_within_a_trade() {
    let catalogue = catalogue();
    let items = catalogue.items.len();
    let worst = |segment: &SegmentId, employees: u32, ticked: usize| {
        let mut company = Company::new(segment.clone(), employees);
        let tick = |(at, it): (usize, &DigitalItem)| (it.id.clone(), at < ticked);
        company.digitalisation = catalogue.items.iter().enumerate().map(tick).collect();
        let firm = FirmModel::new(&catalogue, &company);
        let losses = firm.scenario_losses(firm.average_degrees());
        case_pair(&catalogue, &company, &losses).unwrap().worst.case
    };
    let (sizes, levels) = ([5, 25, 100], [2, items / 2, items]);
    let (mut by_level, mut by_size) = (0, 0);
    for segment in catalogue.segments.iter().map(|it| &it.id) {
        let different = |cases: Vec<CaseId>| cases.into_iter().collect::<BTreeSet<_>>().len() > 1;
        for size in sizes {
            by_level += usize::from(different(levels.map(|it| worst(segment, size, it)).to_vec()));
        }
        for level in levels {
            by_size += usize::from(different(sizes.map(|it| worst(segment, it, level)).to_vec()));
        }
    }
    // Of thirty each; where a trade has few cases, the same one stays the nearest.
    assert!(by_level >= 15 && by_size >= 18, "by level {by_level}, by size {by_size}");
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
fn what_was_reviewed_too_long_ago_is_named_to_the_firm() {
    let catalogue = catalogue();
    let answers = firm_file(&catalogue, "tischlerei");
    assert!(firm(&catalogue, answers.clone()).guidance.stale.is_empty());
    let later = date(2028, 1, 1);
    let posture = posture(&catalogue, &answers, later);
    let model = FirmModel::new(&catalogue, &answers.company);
    let options = Options { draws: Some(20), ..Options::on(later) };
    let decision = decide(&catalogue, &answers, &posture, &model, &options).unwrap();
    let stale = guide(&catalogue, &answers, &posture, &model, &decision, later).stale;
    let words = waage::german::guidance::stale::stale(&catalogue, &stale).expect("everything is old");
    assert!(words.starts_with("Stand prüfen") && words.contains("zuletzt 30.11.2026"), "{words}");
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
