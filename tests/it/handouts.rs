//! The one-page papers: each fits its page for real firms and for the longest data.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::civil::{Date, date};
use typeset::document::Document;
use typeset::drawing::Mark;
use typeset::layout::lay_out;
use typeset::pdf;
use typeset::typeface::Typeface;
use waage::assessment::answers_file;
use waage::catalogue::{embedded, resolve};
use waage::decision::Options;
use waage::guidance::learning_plan;
use waage::model::{
    Answer, Answers, CallFor, Catalogue, CrownJewel, InsuranceOffer, OwnContact, Record, State,
};
use waage::render::handouts::{Kind, Subject, compose};
use waage::report::build;

use crate::support::program::{run, scratch};
use crate::support::root;

const TODAY: Date = date(2026, 11, 21);

fn firm(catalogue: &Catalogue, name: &str) -> Answers {
    let path = root().join(format!("tests/companies/{name}/2026-11-21.waage.toml"));
    let text = fs::read_to_string(path).unwrap();
    answers_file::parse_complete(&text, catalogue).expect("a worked firm").0
}

/// Everything as long and as many as it can get: all traits, no answers, a long name, three long processes.
fn longest(catalogue: &Catalogue, state: &str) -> Answers {
    let mut answers = firm(catalogue, "maschinenbau");
    let company = &mut answers.company;
    company.name =
        Some("Sondermaschinenbau und Präzisionsteile Schwarzenbach-Oberhausen GmbH & Co. KG".into());
    company.state = State::new(state);
    company.employees = 180;
    company.traits = catalogue.traits.iter().map(|it| it.id.clone()).collect();
    let process =
        "Fertigungssteuerung mit Arbeitsplänen, Stücklisten und Rückmeldungen aus allen drei Werken";
    company.crown_jewels =
        vec![CrownJewel { process: process.into(), tolerable_hours: Some(24.0), day_eur: None }; 3];
    answers.insurance =
        Some(InsuranceOffer { premium_eur: 4e3, deductible_eur: 5e3, limit_eur: 1e6, in_force: true });
    answers.records = BTreeMap::new();
    answers.contacts = CallFor::ALL
        .map(|it| {
            (it, contact("Systemhaus Schwarzenbach-Oberhausen, Frau Müller-Lüdenscheidt", "0711 1234567-890"))
        })
        .into();
    answers
}

fn contact(name: &str, phone: &str) -> OwnContact {
    OwnContact {
        name: name.into(),
        phone: phone.into(),
        note: Some("Kundennummer 4711-0815, auch nachts".into()),
    }
}

fn papers(catalogue: &Catalogue, answers: &Answers, weekly: u32) -> Vec<(Kind, Document)> {
    let options = Options { draws: Some(20), ..Options::on(TODAY) };
    let report = build(catalogue, answers, &options).expect("a firm that can be reckoned");
    let learning =
        learning_plan(catalogue, &report.answers, &report.posture, &report.decision, weekly, TODAY);
    let subject = Subject { catalogue, report: &report, learning: &learning };
    Kind::ALL.into_iter().map(|it| (it, compose(it, subject))).collect()
}

/// A complaint where a paper has more pages than sheets.
fn overflow(name: &str, kind: Kind, document: &Document) -> Option<String> {
    let pages = lay_out(document, &Typeface::default()).pages.len();
    // Sheets, tasks and requests grow with the plan.
    if matches!(kind, Kind::HowTo | Kind::Tasks | Kind::ProviderRequest | Kind::OpenPoints) {
        return None;
    }
    // A kit to pass on is a page per person; everything else hangs on one nail.
    let by_sheet = matches!(
        kind,
        Kind::EmergencyPlan
            | Kind::PassOnKit
            | Kind::LeadershipModules
            | Kind::Materials
            | Kind::ProviderChoice
    );
    let expected = if by_sheet { document.sections.len() } else { 1 };
    // A year of learning of a larger firm takes two pages at a size that can be read.
    let most = if kind == Kind::TrainingPlan { 2 } else { expected };
    (pages < expected || pages > most)
        .then(|| format!("{} of {name}: {pages} pages instead of {expected}", kind.as_str()))
}

#[test]
fn every_paper_of_every_worked_firm_fits_its_page() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    let mut found = Vec::new();
    for name in ["baeckerei", "hausarztpraxis", "maschinenbau", "onlinehandel", "steuerkanzlei", "tischlerei"]
    {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("handouts");
        fs::create_dir_all(&folder).unwrap();
        for (kind, document) in papers(&catalogue, &firm(&catalogue, name), 15) {
            let path = folder.join(format!("{name}-{}.pdf", kind.as_str()));
            fs::write(path, pdf::render(&document)).unwrap();
            found.extend(overflow(name, kind, &document));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_longest_data_still_fit() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    let mut found = Vec::new();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("handouts");
    fs::create_dir_all(&folder).unwrap();
    for state in ["MV", "SN"] {
        for (kind, document) in papers(&catalogue, &longest(&catalogue, state), 60) {
            let path = folder.join(format!("longest-{state}-{}.pdf", kind.as_str()));
            fs::write(path, pdf::render(&document)).unwrap();
            found.extend(overflow(state, kind, &document));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn words(document: &Document) -> String {
    format!("{document:?}")
}

#[test]
fn the_emergency_card_knows_the_state_and_prints_no_unchecked_number() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    let card = |state: &str| {
        let mut answers = firm(&catalogue, "tischlerei");
        answers.company.state = State::new(state);
        let all = papers(&catalogue, &answers, 15);
        words(&all.iter().find(|it| it.0 == Kind::EmergencyCard).unwrap().1)
    };
    assert!(card("BY").contains("089 1212-3300 (geprüft 21.11.2026)"));
    let unknown = card("MV");
    assert!(unknown.contains("siehe www.polizei.de") && !unknown.contains("(geprüft"));
    assert!(card("HE").contains("Datenschutzaufsicht Hessen"));
}

#[test]
fn papers_are_filled_from_the_answers() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    let papers = papers(&catalogue, &firm(&catalogue, "tischlerei"), 15);
    let text = |kind| words(&papers.iter().find(|it| it.0 == kind).unwrap().1);
    assert!(
        text(Kind::EmergencyCard).contains("CNC-Dateien an die Maschine geben: spätestens nach 8 Stunden")
    );
    assert!(text(Kind::SupplierQuestionnaire).contains("Steuerung unserer Maschinen"));
    assert!(text(Kind::Participation).contains("ohne amtlichen Anspruch"));
    assert!(text(Kind::PassOnKit).contains("Erstes Lehrjahr"));
    assert!(text(Kind::ContractCheck).contains("Messen Sie Punkt 3 und 11 daran"));
    assert!(
        text(Kind::ContractCheck).contains("noch nicht"),
        "what the answers say stands beside the points"
    );
    assert!(text(Kind::SupplierQuestionnaire).contains("Bitte bis zum 19.12.2026 zurückgeben"));
}

#[test]
fn a_suggestion_can_be_handed_on_without_the_firms_name() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    let answers = firm(&catalogue, "maschinenbau");
    let name = answers.company.name.clone().expect("this worked firm has a name");
    let papers = papers(&catalogue, &answers, 15);
    let text = words(&papers.iter().find(|it| it.0 == Kind::Suggestion).unwrap().1);
    assert!(text.contains("Inhalte 2026.2") && !text.contains(&name), "{text}");
}

fn paper_text(catalogue: &Catalogue, answers: &Answers, kind: Kind) -> String {
    words(&papers(catalogue, answers, 15).iter().find(|it| it.0 == kind).unwrap().1)
}

#[test]
fn the_leadership_sheet_quotes_the_answers_and_adds_nothing() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    let mut answers = firm(&catalogue, "tischlerei");
    let sheet = paper_text(&catalogue, &answers, Kind::Leadership);
    assert!(sheet.contains("„erst nach einem Schaden“"), "{sheet}");
    assert!(sheet.contains("CNC-Dateien") && !sheet.contains("spricht dafür"), "{sheet}");
    answers.records.clear();
    answers.company.crown_jewels.clear();
    answers.company.standstill_day_eur = None;
    let sheet = paper_text(&catalogue, &answers, Kind::Leadership);
    let points = catalogue.check_lists.leadership.points.len();
    assert_eq!(sheet.matches("nicht beantwortet").count(), points, "{sheet}");
}

#[test]
fn all_six_modules_for_the_lead_can_be_printed() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    let text = paper_text(&catalogue, &firm(&catalogue, "baeckerei"), Kind::LeadershipModules);
    let modules = catalogue.knowledge.units.iter().filter(|it| it.leadership_module);
    let missing = modules.filter(|it| !text.contains(&it.task) || !text.contains(&it.solution));
    assert_eq!(missing.count(), 0, "{text}");
    assert!(text.contains("Welche Meldefrist gilt, wenn Kundendaten abgeflossen sind?"));
}

#[test]
fn a_number_entered_once_stands_on_card_plan_and_wallet_card() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    let text = fs::read_to_string(root().join("tests/companies/tischlerei/2026-11-21.waage.toml")).unwrap();
    let entered = "\n[contacts.management]\nname = \"Frau Sander\"\nphone = \"0170 1234567\"\n\n[contacts.bank]\nname = \"Volksbank\"\nphone = \"116 116\"\n";
    let answers = answers_file::parse_complete(&(text + entered), &catalogue).expect("contacts are read").0;
    for kind in [Kind::EmergencyCard, Kind::EmergencyPlan, Kind::WalletCard] {
        let paper = paper_text(&catalogue, &answers, kind);
        assert!(paper.contains("Frau Sander") && paper.contains("0170 1234567"), "{paper}");
        assert!(kind == Kind::WalletCard || paper.contains("Volksbank, 116 116"), "{paper}");
    }
    let kept = answers_file::written("", &answers.clone().into());
    let again = answers_file::parse_complete(&kept, &catalogue).expect("and written").0;
    assert_eq!(again.contacts, answers.contacts);
    let shared = waage::assessment::anonymised(&answers);
    assert!(shared.contacts.is_empty(), "what is shared names nobody");
}

#[test]
fn a_contact_of_an_unknown_kind_is_refused_with_the_kinds_there_are() {
    let folder = scratch("contacts");
    let file = folder.join("firm.toml").display().to_string();
    let text = fs::read_to_string(root().join("tests/companies/tischlerei/2026-11-21.waage.toml")).unwrap();
    fs::write(&file, text + "\n[contacts.doctor]\nname = \"x\"\nphone = \"1\"\n").unwrap();
    run(["report", &file]).expect(3).complains(&["doctor", "provider (IT-Hilfe)"]);
}

#[test]
fn the_emergency_plan_puts_first_what_may_stand_still_least() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    let mut answers = firm(&catalogue, "tischlerei");
    let jewel = |process: &str, hours| CrownJewel {
        process: process.into(),
        tolerable_hours: Some(hours),
        day_eur: Some(900.0),
    };
    answers.company.crown_jewels = vec![jewel("Rechnungen", 72.0), jewel("CNC-Fräse", 4.0)];
    let plan = paper_text(&catalogue, &answers, Kind::EmergencyPlan);
    let place = |it: &str| plan.find(it).unwrap_or_else(|| panic!("{it}: {plan}"));
    assert!(place("CNC-Fräse") < place("Rechnungen"));
    for piece in ["4 Stunden", "3 Tagen", "72 Stunden ab Kenntnis", "Krisenleitung", "Übungen und Änderungen"]
    {
        place(piece);
    }
    let told = place("Wann wurde das Zurückholen zuletzt geprobt?");
    assert!(plan[told..].contains("„noch nie“"), "what the answers say of the backup stands beside it");
}

#[test]
fn the_wallet_card_is_as_large_as_a_bank_card_and_says_at_the_device() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    for answers in [firm(&catalogue, "baeckerei"), longest(&catalogue, "SN")] {
        let all = papers(&catalogue, &answers, 15);
        let wallet = &all.iter().find(|it| it.0 == Kind::WalletCard).unwrap().1;
        let layout = lay_out(wallet, &Typeface::default());
        let boxes = layout.marks(0).filter_map(|it| match it {
            Mark::Box { rect, .. } => Some((rect.width, rect.height)),
            _ => None,
        });
        // 85.6 by 54 mm in points.
        let cards: Vec<_> = boxes.filter(|it| (it.0 - 242.65).abs() < 0.1).collect();
        assert_eq!(cards.len(), 4);
        assert!(cards.iter().all(|it| (it.1 - 153.07).abs() < 0.1), "{cards:?}");
        let card = words(&all.iter().find(|it| it.0 == Kind::EmergencyCard).unwrap().1);
        assert!(card.contains("Am Gerät nicht weiterarbeiten") && !card.contains("0800 274 1000"));
    }
}

#[test]
fn a_contract_once_read_is_ticked_on_its_sheet_and_comes_up_a_year_later() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    let text = fs::read_to_string(root().join("tests/companies/tischlerei/2026-11-21.waage.toml")).unwrap();
    let read = "\n[contract]\ndate = 2026-10-05\n\n[contract.points]\ncontract-backup = \"no\"\ncontract-times = \"yes\"\n";
    let answers = answers_file::parse_complete(&(text.clone() + read), &catalogue).expect("ticks are read").0;
    let sheet = paper_text(&catalogue, &answers, Kind::ContractCheck);
    assert_eq!(sheet.matches("\"×\"").count(), 2, "{sheet}");
    assert!(sheet.contains("Zuletzt geprüft am 05.10.2026; 1 Punkt ist offen. Wieder prüfen am 05.10.2027."));
    let kept = answers_file::written("", &answers.clone().into());
    let again = answers_file::parse_complete(&kept, &catalogue).expect("and written").0;
    assert_eq!(again.contract, answers.contract);
    let folder = scratch("contract");
    let file = folder.join("firm.toml").display().to_string();
    fs::write(&file, text.clone() + read).unwrap();
    let full = run(["report", &file, "--date", "2026-11-21", "--full"]).expect(0).out;
    assert!(full.contains("05.10.2027  Vertrag mit dem IT-Dienstleister erneut prüfen"), "{full}");
    fs::write(&file, text + &read.replace("contract-times", "contract-time")).unwrap();
    run(["report", &file]).expect(3).complains(&["contract-time"]);
}

#[test]
fn what_keeps_people_from_reporting_is_asked_from_two_on_and_told_in_the_team_talk() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    let question = catalogue.questions.iter().find(|it| it.acceptance).expect("one asks it");
    for employees in [2, 12, 60] {
        let mut answers = firm(&catalogue, "tischlerei");
        answers.company.employees = employees;
        let level = catalogue.level(&answers.company);
        assert!(question.when.holds_for(&answers.company, level), "{employees}");
        let record = Record::claimed(Answer::Chosen("time".into()), TODAY);
        answers.records.insert(question.id.clone(), record);
        let talk = paper_text(&catalogue, &answers, Kind::TeamTalk);
        assert!(talk.contains("am ehesten hält ab: „Zeitdruck“"), "{talk}");
    }
}

#[test]
fn people_who_come_for_a_short_time_are_a_role_with_units_of_their_own() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    let mut answers = firm(&catalogue, "tischlerei");
    assert!(!paper_text(&catalogue, &answers, Kind::PassOnKit).contains("Leihkräfte"));
    answers.company.traits.insert("temporary-workers".into());
    let kit = paper_text(&catalogue, &answers, Kind::PassOnKit);
    assert!(kit.contains("Aufgabenblatt: Leihkräfte und Aushilfen"), "{kit}");
}
