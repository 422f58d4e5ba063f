//! What a firm has lived through in the last five years: how it is told, what it does to the figures, where it is read.

use std::collections::BTreeMap;
use std::fs;

use jiff::civil::date;
use waage::assessment::answers_file::{parse, parse_complete, written};
use waage::assessment::{in_effect, posture};
use waage::catalogue::{embedded, resolve};
use waage::decision::Options;
use waage::model::{Answers, Catalogue, IncidentId};
use waage::render::json;
use waage::report::build;
use waage::risk::{FirmModel, Line};

use crate::recomputed::recomputed;
use crate::support::program::{DAY, run};
use crate::support::worked_firms;

const JOINERY: &str = "tests/companies/tischlerei/2026-11-21.waage.toml";

fn catalogue() -> Catalogue {
    resolve(&embedded()).expect("the shipped content resolves")
}

fn kinds(catalogue: &Catalogue) -> Vec<IncidentId> {
    catalogue.calibration.experience.value.kinds.iter().map(|it| it.id.clone()).collect()
}

/// The lines of a firm that lived through so many incidents of these kinds, and its expected loss.
fn reckoned(catalogue: &Catalogue, answers: &Answers, lived: &[(&IncidentId, u32)]) -> (Vec<Line>, f64) {
    let mut answers = in_effect(catalogue, answers);
    answers.company.past_incidents = lived.iter().map(|it| (it.0.clone(), it.1)).collect();
    let degrees = posture(catalogue, &answers, date(2026, 11, 21)).expected();
    let firm = FirmModel::new(catalogue, &answers.company);
    (firm.lines(&degrees), firm.expected_annual_loss(&degrees))
}

#[test]
fn nothing_said_about_the_past_changes_not_one_bit() {
    let catalogue = catalogue();
    for (name, answers) in worked_firms(&catalogue) {
        assert!(answers.company.past_incidents.is_empty(), "{name} leaves it open");
        let firm = FirmModel::new(&catalogue, &answers.company);
        assert!(firm.lived().is_empty(), "{name}");
        assert!(firm.profile_factors().iter().all(|it| it.experience == 1.0), "{name}");
    }
}

#[test]
fn no_incident_lowers_to_half_at_most_and_each_more_never_lowers() {
    let catalogue = catalogue();
    for (name, answers) in worked_firms(&catalogue) {
        let (open, open_loss) = reckoned(&catalogue, &answers, &[]);
        for kind in &kinds(&catalogue) {
            let own = |lines: &[Line]| -> Vec<f64> {
                lines.iter().zip(&open).map(|(it, open)| it.frequency / open.frequency).collect()
            };
            let (none, none_loss) = reckoned(&catalogue, &answers, &[(kind, 0)]);
            assert!(own(&none).iter().all(|it| (0.5..=1.0).contains(it)), "{name}, {kind}: {:?}", own(&none));
            assert!(none_loss < open_loss && none_loss >= 0.5 * open_loss, "{name}, {kind}");
            let mut before = (none, none_loss);
            for times in 1..6 {
                let now = reckoned(&catalogue, &answers, &[(kind, times)]);
                for (line, earlier) in now.0.iter().zip(&before.0) {
                    assert!(line.frequency >= earlier.frequency, "{name}, {kind}, {times} times");
                    assert_eq!(line.median, earlier.median, "it happens more often, not dearer");
                }
                assert!(own(&now.0).iter().all(|it| *it <= 2.0), "{name}, {kind}, {times} times");
                assert!(now.1 >= before.1, "{name}, {kind}, {times} times");
                before = now;
            }
        }
    }
}

#[test]
fn a_kind_moves_its_own_scenarios_and_no_other() {
    let catalogue = catalogue();
    let (_, answers) = worked_firms(&catalogue).remove(0);
    let (open, _) = reckoned(&catalogue, &answers, &[]);
    for kind in &catalogue.calibration.experience.value.kinds {
        let (lines, _) = reckoned(&catalogue, &answers, &[(&kind.id, 1)]);
        for (line, before) in lines.iter().zip(&open) {
            let moved = line.frequency != before.frequency;
            assert_eq!(moved, kind.scenarios.contains(&line.scenario), "{}: {}", kind.id, line.scenario);
        }
    }
}

#[test]
fn what_is_rare_proves_little_by_its_absence_and_much_by_its_presence() {
    let catalogue = catalogue();
    let (_, answers) = worked_firms(&catalogue).into_iter().find(|it| it.0 == "tischlerei").unwrap();
    let factor = |kind: &str, times: u32| {
        let mut company = answers.company.clone();
        company.past_incidents = BTreeMap::from([(IncidentId::new(kind), times)]);
        FirmModel::new(&catalogue, &company).lived()[0].factor
    };
    assert!(factor("ransomware", 0) > 0.95 && factor("ransomware", 1) > 1.4);
    assert!(factor("it-failure", 0) < 0.85 && factor("it-failure", 1) < 1.3);
}

#[test]
fn a_stranger_recomputes_what_the_past_does_and_notices_a_wrong_factor() {
    let catalogue = catalogue();
    let (_, mut answers) = worked_firms(&catalogue).into_iter().find(|it| it.0 == "baeckerei").unwrap();
    answers.company.past_incidents = kinds(&catalogue)
        .into_iter()
        .enumerate()
        .map(|(at, it)| (it, u32::try_from(at % 3).unwrap()))
        .collect();
    let options = Options { draws: Some(20), frontier_points: 0, ..Options::on(date(2026, 11, 21)) };
    let report = json::report(&catalogue, &build(&catalogue, &answers, &options).expect("computes"));
    let Some((printed, agrees)) = recomputed(&report) else { return };
    assert!(agrees, "{printed}");
    let mut wrong: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    wrong["model_inputs"]["experience"]["half_trust_events"] = serde_json::json!(3.0);
    let (printed, agrees) = recomputed(&wrong.to_string()).expect("it ran before");
    assert!(!agrees && printed.contains("factor of the past on"), "{printed}");
}

const FILE: &str = r#"format = 1
content = "2026.2"

[company]
segment = "crafts"
employees = 14
past_incidents = { device-loss = 2, ransomware = 0 } # Einbruch 2024
"#;

#[test]
fn the_file_keeps_counts_and_comments_and_forgets_what_is_open_again() {
    let catalogue = catalogue();
    let mut draft = parse(FILE, &catalogue).unwrap().draft;
    assert_eq!(written(FILE, &draft), FILE);
    draft.company.past_incidents.insert("mailbox".into(), 1);
    draft.company.past_incidents.remove("ransomware");
    let text = written(FILE, &draft);
    assert!(text.contains("# Einbruch 2024") && !text.contains("ransomware"), "{text}");
    assert_eq!(parse(&text, &catalogue).unwrap().draft, draft);
    draft.company.past_incidents.clear();
    assert!(!written(&text, &draft).contains("past_incidents"));
}

#[test]
fn a_kind_or_count_that_cannot_be_is_named_with_place_and_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("f.waage.toml");
    for (wrong, said) in [
        ("ransomwear = 1", vec!["7", "ransomwear", "meinten Sie „ransomware“"]),
        ("ransomware = -1", vec!["7", "ransomware"]),
        ("ransomware = \"nie\"", vec!["7"]),
    ] {
        fs::write(&file, FILE.replace("device-loss = 2, ransomware = 0", wrong)).unwrap();
        run(["report", file.to_str().unwrap(), "--date", DAY]).expect(3).complains(&said);
    }
}

#[test]
fn the_report_says_that_and_how_the_past_was_used() {
    let told = |sets: &[&str]| {
        let catalogue = catalogue();
        let text = fs::read_to_string(crate::support::root().join(JOINERY)).unwrap();
        let company = format!("[company]\npast_incidents = {{ {} }}", sets.join(", "));
        let text = if sets.is_empty() { text } else { text.replace("[company]", &company) };
        parse_complete(&text, &catalogue).expect("a sound file");
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("t.waage.toml");
        fs::write(&file, text).unwrap();
        let out = run(["report", file.to_str().unwrap(), "--full", "--date", DAY]).expect(0).out;
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(!told(&[]).contains("In den letzten 5 Jahren"));
    let all = told(&["device-loss = 1", "it-failure = 0"]);
    assert!(all.contains("In den letzten 5 Jahren hatten Sie einen Schaden, zu 2 Arten"), "{all}");
    assert!(all.contains("gestohlen oder verloren“ mal 1,"), "{all}");
    assert!(all.contains("eigene Technik ausgefallen oder Daten verloren“ mal 0,"), "{all}");
}

#[test]
fn the_past_can_be_asked_as_what_if_and_opened_again() {
    let with = |set: &str| run(["report", JOINERY, "--date", DAY, "--set", set]).expect(0).out;
    let same = with("state=BY");
    let figures = |text: &str| text.split("Unterschied").nth(1).unwrap_or(text).to_owned();
    assert_eq!(figures(&with("past_incidents.ransomware=offen")), figures(&same));
    assert_ne!(figures(&with("past_incidents.ransomware=1")), figures(&same));
    run(["report", JOINERY, "--set", "past_incidents.fire=1"])
        .expect(2)
        .complains(&["past_incidents.ransomware"]);
    run(["report", JOINERY, "--set", "past_incidents.ransomware=oft"]).expect(2).complains(&["oft"]);
}
