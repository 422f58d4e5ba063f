//! Sheets, tasks and requests: what stands on the paper a user holds.

use std::fs;

use jiff::civil::{Date, date};
use typeset::document::{Brand, Document};
use waage::assessment::answers_file;
use waage::catalogue::{embedded, resolve};
use waage::decision::Options;
use waage::guidance::learning_plan;
use waage::model::{Answer, Answers, Catalogue, RoleId, SystemId};
use waage::render::handouts::{Kind, Subject, compose};
use waage::render::pages::management_report;
use waage::report::{Report, build, sheets};

use crate::support::root;

const TODAY: Date = date(2026, 11, 21);

fn answers(catalogue: &Catalogue, name: &str) -> Answers {
    let path = root().join(format!("tests/companies/{name}/2026-11-21.waage.toml"));
    answers_file::parse_complete(&fs::read_to_string(path).unwrap(), catalogue).unwrap().0
}

fn report(catalogue: &Catalogue, answers: &Answers) -> Report {
    build(catalogue, answers, &Options { draws: Some(20), ..Options::on(TODAY) }).unwrap()
}

/// A handout of a report, for the day it was reckoned for.
pub fn paper(catalogue: &Catalogue, report: &Report, kind: Kind) -> Document {
    let today = report.provenance.date;
    let learning = learning_plan(catalogue, &report.answers, &report.posture, &report.decision, 15, today);
    compose(kind, Subject { catalogue, report, learning: &learning })
}

/// All that a document says.
pub fn words(document: &Document) -> String {
    format!("{:?}", document.sections)
}

#[test]
fn every_measure_of_the_plan_has_a_sheet_with_steps_proof_and_the_firms_own_words() {
    let catalogue = resolve(&embedded()).unwrap();
    let report = report(&catalogue, &answers(&catalogue, "tischlerei"));
    let sheets = sheets(&catalogue, &report);
    assert!(!sheets.is_empty());
    let text = words(&paper(&catalogue, &report, Kind::HowTo));
    for sheet in &sheets {
        let tier = catalogue.knowledge.how_to(&sheet.measure.id).and_then(|it| it.tier(sheet.level)).unwrap();
        assert!(text.contains(&sheet.measure.title) && text.contains(&tier.proof), "{}", sheet.measure.id);
        assert!(
            tier.steps.len() >= 3 && tier.steps.iter().all(|it| text.contains(it)),
            "{}",
            sheet.measure.id
        );
    }
    let (question, option) =
        sheets.iter().flat_map(|it| &it.answers).next().expect("a gap somebody answered");
    let option = catalogue.question(question).unwrap().option(option).unwrap();
    assert!(text.contains(&option.text));
}

#[test]
fn the_first_ten_sheets_stand_at_the_end_of_the_report() {
    let catalogue = resolve(&embedded()).unwrap();
    let report = report(&catalogue, &answers(&catalogue, "tischlerei"));
    let document = management_report(&catalogue, &report, None, &Brand::default());
    let at = |anchor: &str| document.sections.iter().position(|it| it.anchor == anchor.into()).unwrap();
    assert_eq!(at("roadmap"), 1);
    assert_eq!(at("how-to") + 1, document.sections.len());
    let text = format!("{:?}", document.sections[at("how-to")]);
    for sheet in sheets(&catalogue, &report).iter().take(10) {
        assert!(text.contains(&format!("title: {:?}", sheet.measure.title)));
    }
}

#[test]
fn a_request_to_the_provider_tells_him_nothing_of_losses_or_answers() {
    let catalogue = resolve(&embedded()).unwrap();
    for name in ["tischlerei", "hausarztpraxis", "maschinenbau"] {
        let report = report(&catalogue, &answers(&catalogue, name));
        let document = paper(&catalogue, &report, Kind::ProviderRequest);
        let text = words(&document);
        for word in
            ["Schaden", "Schäden", "Wahrscheinlich", "Risiko", "€ im Jahr", "Rücklage", "antworten Sie"]
        {
            assert!(!text.contains(word), "{name}: {word}");
        }
        // What the firm answered stays with the firm, but for words that name a thing to buy.
        let offered = |text: &str| {
            let mut tiers = catalogue.measures.iter().flat_map(|it| &it.tiers);
            tiers.any(|it| it.what.contains(text)) || text.len() < 25
        };
        for (id, record) in &report.answers.records {
            let Answer::Chosen(option) = &record.answer else { continue };
            let option = catalogue.question(id).unwrap().option(option).unwrap().text.as_str();
            assert!(offered(option) || !text.contains(option), "{name}: {option}");
        }
        assert!(text.contains("einmalig in €") && text.contains("jährlich in €"), "{name}");
    }
}

#[test]
fn tasks_go_to_people_who_are_there() {
    let catalogue = resolve(&embedded()).unwrap();
    let mut answers = answers(&catalogue, "tischlerei");
    answers.company.employees = 2;
    answers.company.traits.clear();
    let report = report(&catalogue, &answers);
    let present = catalogue.roles_present(&report.answers.company);
    let document = paper(&catalogue, &report, Kind::Tasks);
    for section in &document.sections {
        assert!(present.iter().any(|it| section.anchor == it.as_str().into()), "{}", section.title.as_str());
    }
    for kind in [Kind::HowTo, Kind::OpenPoints] {
        let text = words(&paper(&catalogue, &report, kind));
        let absent = catalogue.roles.iter().filter(|it| !present.contains(&it.id));
        for role in absent.filter(|it| it.title != "IT-Dienstleister") {
            assert!(!text.contains(&format!("zuständig: {}", role.title)), "{} on {kind:?}", role.title);
        }
    }
}

#[test]
fn systems_in_use_choose_lines_and_move_no_euro() {
    let catalogue = resolve(&embedded()).unwrap();
    let mut answers = answers(&catalogue, "tischlerei");
    let before = report(&catalogue, &answers);
    answers.company.systems = [SystemId::new("fritzbox")].into();
    let after = report(&catalogue, &answers);
    assert_eq!(before.decision.plan.degrees, after.decision.plan.degrees);
    assert_eq!(before.decision.plan.outlook.expected, after.decision.plan.outlook.expected);
    let (before, after) =
        (words(&paper(&catalogue, &before, Kind::HowTo)), words(&paper(&catalogue, &after, Kind::HowTo)));
    assert!(before.contains("Microsoft 365: ") && !after.contains("Microsoft 365: "));
}

#[test]
fn the_kit_holds_every_unit_of_every_role_of_the_firm() {
    let catalogue = resolve(&embedded()).unwrap();
    let report = report(&catalogue, &answers(&catalogue, "tischlerei"));
    let text = words(&paper(&catalogue, &report, Kind::PassOnKit));
    let present = catalogue.roles_present(&report.answers.company);
    // The provider learns on his own time.
    let learns = |it: &RoleId| present.contains(it) && it.as_str() != "it-provider";
    for unit in catalogue.knowledge.units.iter().filter(|it| it.roles.iter().any(learns)) {
        assert!(text.contains(&unit.task), "{}", unit.id);
    }
}
