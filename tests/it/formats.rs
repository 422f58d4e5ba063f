//! Files of every released format stay readable.

use std::fs;

use jiff::civil::date;
use waage::assessment::answers_file::parse_complete;
use waage::catalogue::{embedded, resolve};
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
