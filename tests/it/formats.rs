//! Files of every released format stay readable.

use std::fs;

use jiff::civil::date;
use waage::assessment::answers_file::parse_complete;
use waage::catalogue::{Files, embedded, resolve, resolve_earlier};
use waage::model::{Answer, Evidence, Verdict};

use crate::support::program::{run, scratch};
use crate::support::root;

#[test]
fn answers_of_format_1_are_read_whole() {
    let catalogue = resolve(&embedded()).unwrap();
    let text = fs::read_to_string(root().join("tests/formats/answers-1.waage.toml")).unwrap();
    let (answers, notes) = parse_complete(&text, &catalogue).unwrap_or_else(|it| panic!("{it:?}"));
    assert!(notes.is_empty(), "{notes:?}");
    let company = &answers.company;
    assert_eq!(company.segment.as_str(), "crafts");
    assert_eq!((company.employees, company.liquid_reserve_eur), (14, Some(60_000.0)));
    assert_eq!(company.crown_jewels.len(), 2);
    let restore = &answers.records["backup-restore-test"];
    assert_eq!(restore.answer, Answer::Chosen("never".into()));
    assert_eq!((restore.evidence, restore.date), (Evidence::Shown, date(2026, 11, 2)));
    assert_eq!(restore.also.len(), 1);
    assert_eq!(answers.records["accounts-second-factor"].answer, Answer::Unknown);
    assert_eq!(answers.decisions["mfa"].due, Some(date(2027, 2, 1)));
    let insurance = &answers.decisions["cyber-insurance"];
    assert_eq!(insurance.verdict, Verdict::Accept);
    assert_eq!(insurance.acceptance.as_ref().map(|it| it.review), Some(date(2027, 11, 10)));
    assert!((answers.costs["mfa"].own_hours_one_off - 3.0).abs() < 1e-12);
    assert_eq!(answers.insurance.as_ref().map(|it| it.limit_eur), Some(250_000.0));
    assert_eq!(answers.gate.max_age_days, Some(365));
}

#[test]
fn a_file_of_a_later_format_is_refused_with_the_way_out() {
    let folder = scratch("later-format");
    let text = fs::read_to_string(root().join("tests/formats/answers-1.waage.toml")).unwrap();
    let path = folder.join("a.waage.toml");
    fs::write(&path, text.replace("format = 1", "format = 2")).unwrap();
    let path = path.to_str().unwrap();
    run(["gate", path, "--max-age-days", "1"]).expect(3).complains(&["Format 2", "neuere Version"]);
    run(["compare", path, path]).expect(3).complains(&["Format 2", "neuere Version"]);
}

/// The shipped content with a measure and a segment withdrawn in favour of others.
fn later_content() -> Files {
    let files = embedded();
    let changed = [
        ("profiles/content.toml", "version = \"2026.2\"", "version = \"2027.1\""),
        (
            "knowledge/measures/penetration-test.toml",
            "added =",
            "withdrawn = \"2027.1\"\nreplaced_by = \"vuln-scan\"\nadded =",
        ),
    ];
    let changed = changed.map(|(path, piece, other)| {
        let text = files.text(path).unwrap_or_else(|| panic!("no {path}"));
        assert!(text.contains(piece), "{path}");
        (path.to_owned(), text.replacen(piece, other, 1))
    });
    let later = files
        .iter()
        .filter(|(path, _)| changed.iter().all(|it| it.0 != *path))
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .chain(changed.iter().cloned());
    let later: Files = later.collect();
    // What referred to the withdrawn measure refers to its successor.
    later
        .iter()
        .filter(|(path, _)| !path.ends_with("penetration-test.toml"))
        .map(|(path, text)| {
            let text = text.replace("\"vuln-scan\", \"penetration-test\"", "\"vuln-scan\"");
            (path.to_owned(), text.replace("\"penetration-test\"", "\"vuln-scan\""))
        })
        .chain([(
            "knowledge/measures/penetration-test.toml".to_owned(),
            later.text("knowledge/measures/penetration-test.toml").unwrap().to_owned(),
        )])
        .collect()
}

#[test]
fn what_was_withdrawn_is_read_as_its_successor_and_the_file_s_own_word_goes_first() {
    let catalogue = match resolve(&later_content()) {
        Ok(it) => it,
        Err(faults) => panic!("{}", waage::german::diagnostic::report(&faults, &later_content(), false)),
    };
    assert_eq!(catalogue.successors.measures.get("penetration-test"), Some(&"vuln-scan".into()));
    let text = fs::read_to_string(root().join("tests/formats/answers-1.waage.toml")).unwrap();
    let old = "\n[decisions.penetration-test]\nverdict = \"do\"\ndate = 2026-11-02\ndue = 2027-01-01\n\n[costs.penetration-test]\none_off_eur = 700\nyearly_eur = 0\nown_hours_one_off = 0\nown_hours_yearly = 0\n";
    let (answers, notes) =
        parse_complete(&format!("{text}{old}"), &catalogue).unwrap_or_else(|it| panic!("{it:?}"));
    assert_eq!(answers.decisions["vuln-scan"].due, Some(date(2027, 1, 1)));
    assert!((answers.costs["vuln-scan"].one_off_eur - 700.0).abs() < 1e-12);
    let told = waage::german::answers_file::notes(&notes, "a.waage.toml", &format!("{text}{old}"), false);
    assert!(told.contains("„penetration-test“ gibt es nicht mehr") && told.contains("„vuln-scan“"), "{told}");
    let own = "\n[decisions.vuln-scan]\nverdict = \"do\"\ndate = 2026-11-02\ndue = 2028-01-01\n";
    for text in [format!("{text}{old}{own}"), format!("{text}{own}{old}")] {
        let (answers, _) = parse_complete(&text, &catalogue).unwrap_or_else(|it| panic!("{it:?}"));
        assert_eq!(answers.decisions["vuln-scan"].due, Some(date(2028, 1, 1)));
    }
}

#[test]
fn a_scenario_file_of_format_1_is_reckoned() {
    let path = root().join("tests/formats/model-1.toml");
    let ran = run(["quantify", path.to_str().unwrap(), "--json", "-"]).expect(0);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["format"], 1);
}

#[test]
fn content_of_format_1_is_kept_and_resolves() {
    // The smallest content and every released one are of format 1.
    assert!(resolve(&crate::content::minimal()).is_ok());
    for entry in fs::read_dir(root().join("released-content")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            assert!(resolve_earlier(&crate::content::files_below(&path)).is_ok(), "{}", path.display());
        }
    }
}
