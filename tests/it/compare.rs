//! `waage compare` as a user runs it, and a year of monthly runs.

use std::fs;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use typeset::html;
use waage::catalogue::{embedded, resolve};
use waage::history::{Cause, Side, trend};
use waage::model::{Answer, Answers, Catalogue, Evidence, Record};
use waage::render::change;

use crate::support::program::{golden, run, run_reading, scratch};
use crate::support::{root, worked_firms};

const FIRM: &str = "tests/companies/tischlerei/2026-11-21.waage.toml";

#[test]
fn a_file_against_itself_is_all_zeros() {
    let ran = run(["compare", FIRM, FIRM, "--json", "-"]).expect(0);
    assert!(ran.err.is_empty(), "{}", ran.err);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let figures = |it: &serde_json::Value| {
        let mut found = Vec::new();
        numbers(it, &mut found);
        found
    };
    let change = figures(&json["change"]);
    assert_eq!(change.len(), 6 * 8, "the total and five parts with every figure of risk");
    assert!(change.iter().all(|it| it.to_bits() == 0), "{change:?}");
    assert_eq!(json["measures"].as_array().map(Vec::len), Some(0));
    assert_eq!(json["old"]["risk"], json["new"]["risk"]);
}

fn numbers(value: &serde_json::Value, found: &mut Vec<f64>) {
    match value {
        serde_json::Value::Number(it) => found.push(it.as_f64().unwrap()),
        serde_json::Value::Object(map) => map.values().for_each(|it| numbers(it, found)),
        _ => {}
    }
}

#[test]
fn a_later_day_is_told_as_wear() {
    let ran = run(["compare", FIRM, FIRM, "--date", "2027-11-21"]).expect(0);
    assert!(ran.out.contains("Was sich abgenutzt hat"), "{}", ran.out);
    assert!(!ran.out.contains("Was Sie seitdem getan haben"), "{}", ran.out);
}

#[test]
fn a_folder_is_a_history_on_terminal_paper_and_json() {
    let folder = scratch("history");
    let text = fs::read_to_string(root().join(FIRM)).unwrap();
    for day in ["2026-11-21", "2027-05-20", "2027-11-21"] {
        fs::write(folder.join(format!("{day}.waage.toml")), &text).unwrap();
    }
    let shown = folder.to_str().unwrap();
    let paper = folder.join("verlauf.pdf");
    let ran = run(["compare", shown, "--pdf", paper.to_str().unwrap()]).expect(0);
    for day in ["21.11.2026", "20.05.2027", "21.11.2027"] {
        assert!(ran.out.matches(day).count() >= 2, "table and bars name {day}: {}", ran.out);
    }
    assert!(fs::read(&paper).unwrap().starts_with(b"%PDF-1.7"));
    let json: serde_json::Value =
        serde_json::from_str(&run(["compare", shown, "--json", "-"]).expect(0).out).unwrap();
    assert_eq!(json["moments"].as_array().map(Vec::len), Some(3));
}

#[test]
fn wrong_calls_say_what_to_do() {
    run(["compare", FIRM]).expect(2).complains(&["zwei Dateien oder ein Ordner"]);
    let empty = scratch("empty-history");
    run(["compare", empty.to_str().unwrap()]).expect(2).complains(&["keine Antwortdatei"]);
}

#[test]
fn the_older_side_may_come_from_standard_input_where_its_content_is_another_one() {
    let text = fs::read_to_string(root().join(FIRM)).unwrap();
    let old = text.replace("content = \"2026.1\"", "content = \"2025.1\"");
    run_reading(&old, ["compare", "-", FIRM]).expect(0).complains(&["2025.1", "--old-content"]);
}

#[test]
fn an_old_file_of_unknown_content_is_reckoned_with_the_present_one_and_says_so() {
    let folder = scratch("old-content");
    let text = fs::read_to_string(root().join(FIRM)).unwrap();
    let old = folder.join("2025-11-21.waage.toml");
    fs::write(&old, text.replace("content = \"2026.1\"", "content = \"2025.1\"")).unwrap();
    run(["compare", old.to_str().unwrap(), FIRM]).expect(0).complains(&["2025.1", "--old-content"]);
}

#[test]
fn a_file_of_released_content_is_reckoned_with_what_the_program_keeps() {
    let old = root().join("tests/formats/answers-1.waage.toml");
    let new = scratch("released-content").join("new.waage.toml");
    let text = fs::read_to_string(&old).unwrap();
    fs::write(&new, text.replace("content = \"2026.1\"", "content = \"2026.2\"")).unwrap();
    let ran = run(["compare", old.to_str().unwrap(), new.to_str().unwrap(), "--json", "-"]).expect(0);
    assert!(ran.err.is_empty(), "{}", ran.err);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["old"]["content"]["version"], "2026.1");
    assert_eq!(json["new"]["content"]["version"], "2026.2");
}

/// A content of an earlier version in a folder of its own, as it would be kept: threats half as frequent for
/// payment fraud, one question and one kind of attack not yet there, another question worded otherwise.
fn earlier_content(folder: &Path) -> &Path {
    let files = embedded();
    for (path, text) in files.iter() {
        let text = match path {
            "profiles/content.toml" => text.replace("version = \"2026.2\"", "version = \"2025.1\""),
            "knowledge/scenarios/payment-fraud.toml" => {
                let mean = text.lines().find(|it| it.starts_with("mean = ")).unwrap();
                let half: f64 = mean.trim_start_matches("mean = ").parse::<f64>().unwrap() / 2.0;
                let other = text.replacen(mean, &format!("mean = {half}"), 1);
                assert_ne!(other, text);
                other
            }
            "questionnaires/payments/payments-release.toml" => {
                let line = text.lines().find(|it| it.starts_with("text = ")).unwrap();
                text.replacen(line, "text = \"Wer gibt Zahlungen frei?\"", 1)
            }
            "questionnaires/malware/malware-macros.toml" => continue,
            _ => text.to_owned(),
        };
        let target = folder.join("2025.1").join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, text).unwrap();
    }
    folder
}

#[test]
fn a_file_of_earlier_content_is_reckoned_with_it_and_the_difference_is_the_catalogue_s() {
    let folder = scratch("earlier-content");
    let kept = earlier_content(&folder).to_str().unwrap().to_owned();
    let text = fs::read_to_string(root().join(FIRM)).unwrap();
    let start = text.find("[answers.malware-macros]").unwrap();
    let end = start + 1 + text[start + 1..].find("\n[").unwrap();
    let text =
        format!("{}{}", &text[..start], &text[end..]).replace("content = \"2026.1\"", "content = \"2025.1\"");
    let (old, new) = (folder.join("2026-11-21.waage.toml"), folder.join("new.waage.toml"));
    fs::write(&old, &text).unwrap();
    fs::write(&new, text.replace("content = \"2025.1\"", "content = \"2026.2\"")).unwrap();
    let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());
    let days = ["--date", "2026-11-21", "--old-content", &kept];
    let ran = run(["compare", old, new, "--json", "-"].iter().chain(&days)).expect(0);
    assert!(ran.err.is_empty(), "{}", ran.err);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["old"]["content"]["version"], "2025.1");
    let (total, parts) = (&json["change"]["total"], &json["change"]["parts"]);
    assert_ne!(total["expected_annual_loss"].as_f64().unwrap().to_bits(), 0);
    assert_eq!(&parts["catalogue"], total);
    for cause in ["company", "answers", "ageing", "model"] {
        let mut figures = Vec::new();
        numbers(&parts[cause], &mut figures);
        assert!(figures.iter().all(|it| it.to_bits() == 0), "{cause}: {figures:?}");
    }
    let news: Vec<String> = json["content_news"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| format!("{} {}", it["change"].as_str().unwrap(), it["id"].as_str().unwrap()))
        .collect();
    assert_eq!(news, ["added malware-macros", "changed payments-release", "changed payment-fraud"]);
    let shown = run(["compare", old, new].iter().chain(&days)).expect(0).out;
    assert!(shown.contains("Neu in den Inhalten") && shown.contains("Frage, neu:"), "{shown}");
    // A folder as history reckons every file with the content it was answered with.
    let history = scratch("earlier-history");
    fs::copy(old, history.join("2026-11-21.waage.toml")).unwrap();
    fs::copy(new, history.join("2026-11-22.waage.toml")).unwrap();
    let shown = history.to_str().unwrap();
    let ran = run(["compare", shown, "--old-content", &kept, "--json", "-"]).expect(0);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let moments = json["moments"].as_array().unwrap();
    assert_eq!(moments[0]["content"]["version"], "2025.1");
    assert_eq!(moments[1]["content"]["version"], "2026.2");
    let part = &moments[1]["change"]["parts"]["catalogue"]["expected_annual_loss"];
    assert!(part.as_f64().unwrap() > 0.0, "{part}");
}

/// What a joinery does in a year of monthly looks: reading of the records in the month given.
fn answers_in_month(catalogue: &Catalogue, start: &Answers, month: i32, first: Date) -> Answers {
    let best = |id: &str| catalogue.question(&id.into()).unwrap().options.last().unwrap().id.clone();
    let mut answers = start.clone();
    for (since, id) in [(3, "accounts-second-factor"), (5, "backup-restore-test"), (8, "training-all")] {
        if month >= since {
            let record = Record {
                evidence: Evidence::Shown,
                ..Record::claimed(Answer::Chosen(best(id)), first.checked_add(since.months()).unwrap())
            };
            answers.records.insert(id.into(), record);
        }
    }
    answers
}

#[test]
fn a_year_of_monthly_runs_climbs_with_wear_and_falls_with_deeds() {
    let catalogue = resolve(&embedded()).unwrap();
    let (_, start) = worked_firms(&catalogue).into_iter().find(|it| it.0 == "tischlerei").unwrap();
    let first = date(2026, 11, 21);
    let months: Vec<(Date, Answers)> = (0..=12)
        .map(|month| {
            let day = first.checked_add(month.months()).unwrap();
            (day, answers_in_month(&catalogue, &start, month, first))
        })
        .collect();
    let sides: Vec<Side> =
        months.iter().map(|(date, answers)| Side { catalogue: &catalogue, answers, date: *date }).collect();
    let moments = trend(&sides).unwrap();
    let loss: Vec<f64> = moments.iter().map(|it| it.figures.expected_annual_loss).collect();
    for (month, moment) in moments.iter().enumerate().skip(1) {
        let since = moment.since.as_ref().unwrap();
        let (total, ageing) =
            (since.total.expected_annual_loss, since.part(Cause::Ageing).expected_annual_loss);
        // Nothing wears in the first half year.
        assert!(ageing >= 0.0 && ageing < 0.02 * loss[0], "month {month}: wear of {ageing}");
        let did_something = [3, 5, 8].contains(&month);
        assert_eq!(total < 0.0, did_something, "month {month}: {total}");
        if !did_something {
            assert_eq!(since.part(Cause::Answers).expected_annual_loss.to_bits(), 0, "month {month}");
        }
    }
    // Three deeds of a small firm outweigh a year of wear, but not most of the risk.
    assert!(loss[12] < 0.97 * loss[0] && loss[12] > 0.4 * loss[0], "{loss:?}");
    let course = change::Course { catalogue: &catalogue, moments: &moments };
    let page = html::render(&change::course_paper(&course));
    let chart = &page[page.find("<svg").unwrap()..page.find("</svg>").unwrap() + "</svg>".len()];
    golden(&root().join("docs/images/course.svg"), &format!("{chart}\n"));
}

#[test]
fn an_earlier_report_shows_what_the_model_changed_apart_from_what_the_firm_did() {
    let bakery = "tests/companies/baeckerei/2026-11-21.waage.toml";
    let ran = run(["compare", "tests/formats/report-1.json", bakery, "--json", "-"]).expect(0);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let loss = |keys: &[&str]| {
        let found = keys.iter().fold(&json, |it, key| &it[*key]);
        found["expected_annual_loss"].as_f64().unwrap_or_else(|| panic!("{keys:?} in {found}"))
    };
    let (told, now) = (loss(&["old", "risk"]), loss(&["new", "risk"]));
    assert!((told - 382.1378).abs() < 1e-3, "the first model told {told}");
    let parts: f64 = Cause::ALL.iter().map(|it| loss(&["change", "parts", it.as_str()])).sum();
    assert!((told + parts - now).abs() < 1e-6 * now, "{told} and {parts} are {now}");
    assert!(loss(&["change", "parts", "model"]).abs() > 10.0);
    let later = run(["compare", "tests/formats/report-1.json", bakery, "--date", "2026-11-01"]).expect(2);
    later.complains(&["zuerst den älteren Bericht"]);
}
