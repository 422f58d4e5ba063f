//! What a consultant saw, with whom and where: in the file, in the report, and nowhere where names are left out.

use std::fs;
use std::path::Path;

use waage::assessment::answers_file::{parse, written};
use waage::catalogue::{embedded, resolve};

use crate::support::program::{DAY, run};

const FILE: &str = r#"format = 1
content = "2026.2"

[company]
segment = "manufacturing"
employees = 120

[[visits]] # vor Ort
date = 2026-11-20
place = "Werk 2"
participants = ["Frau Weber", "Herr Roth"]

[answers.backup-frequency]
option = "daily"
evidence = "shown"
proof = { document = "Protokoll der Woche 46", person = "Herr Roth", date = 2026-11-19, place = "Serverraum" }
date = 2026-11-20

[[answers.backup-frequency.also]]
option = "weekly"
proof = { person = "Herr Klein" }
date = 2026-11-20
by = "it-provider"
"#;

const NAMES: [&str; 6] =
    ["Frau Weber", "Herr Roth", "Herr Klein", "Werk 2", "Protokoll der Woche 46", "Serverraum"];

fn report(folder: &Path, more: &[&str]) -> String {
    let file = folder.join("f.waage.toml");
    fs::write(&file, FILE).unwrap();
    let args = ["report", file.to_str().unwrap(), "--date", DAY];
    let out = run(args.iter().chain(more)).expect(0).out;
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_file_keeps_proofs_and_visits_to_the_letter() {
    let catalogue = resolve(&embedded()).expect("the shipped content is sound");
    let mut draft = parse(FILE, &catalogue).unwrap().draft;
    assert_eq!(written(FILE, &draft), FILE);
    let record = draft.records.get_mut("backup-frequency").unwrap();
    record.proof.document = None;
    draft.visits.push(draft.visits[0].clone());
    let text = written(FILE, &draft);
    assert!(text.contains("# vor Ort") && !text.contains("Woche 46"), "{text}");
    assert_eq!(parse(&text, &catalogue).unwrap().draft, draft);
}

#[test]
fn the_report_shows_them_on_paper_and_to_programs() {
    let folder = tempfile::tempdir().unwrap();
    let full = report(folder.path(), &["--full"]);
    for name in NAMES {
        assert!(full.contains(name), "„{name}“ is missing");
    }
    let json: serde_json::Value = serde_json::from_str(&report(folder.path(), &["--json", "-"])).unwrap();
    assert_eq!(json["visits"][0]["participants"][1], "Herr Roth");
    assert_eq!(json["proofs"][0]["document"], "Protokoll der Woche 46");
    assert_eq!(json["proofs"][0]["date"], "2026-11-19");
    assert_eq!(json["proofs"][1]["by"], "it-provider");
}

#[test]
fn where_names_are_left_out_none_of_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for more in [&["--full", "--anonymous"][..], &["--json", "-", "--anonymous"]] {
        let told = report(folder.path(), more);
        for name in NAMES {
            assert!(!told.contains(name), "„{name}“ stands in {more:?}");
        }
    }
}

#[test]
fn a_proof_that_cannot_be_is_named_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("f.waage.toml");
    fs::write(&file, FILE.replace("document =", "dokument =")).unwrap();
    run(["report", file.to_str().unwrap(), "--date", DAY]).expect(3).complains(&["dokument", "document"]);
    fs::write(&file, FILE.replace("2026-11-19", "\"gestern\"")).unwrap();
    run(["report", file.to_str().unwrap(), "--date", DAY]).expect(3).complains(&[":16:"]);
}
