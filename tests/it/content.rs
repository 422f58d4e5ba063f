//! Content: the minimal catalogue resolves, and every kind of break is found with place and remedy.

use std::fs;
use std::path::Path;

use waage::catalogue::{self, Code, Files};
use waage::german::diagnostic;

use crate::support::program::golden;
use crate::support::root;

/// All TOML files below a folder as content.
pub fn files_below(folder: &Path) -> Files {
    let mut found = Vec::new();
    collect(folder, "", &mut found);
    found.into_iter().collect()
}

fn collect(folder: &Path, shown: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let shown = if shown.is_empty() { name } else { format!("{shown}/{name}") };
        if path.is_dir() {
            collect(&path, &shown, found);
        } else if path.extension().is_some_and(|it| it == "toml") {
            found.push((shown, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The smallest complete content.
pub fn minimal() -> Files {
    files_below(&root().join("tests/fixtures/content-min"))
}

/// The findings after one file was changed by replacing a piece of its text.
fn after(path: &str, piece: &str, other: &str) -> (Vec<catalogue::Diagnostic>, Files) {
    let files = minimal();
    let text = files.text(path).unwrap();
    assert!(text.contains(piece), "{path} does not contain {piece}");
    let changed = Files::from_iter([(path.to_owned(), text.replacen(piece, other, 1))]);
    let files: Files = files.overlaid_with(changed);
    (catalogue::resolve(&files).err().unwrap_or_default(), files)
}

fn finds(path: &str, piece: &str, other: &str, expected: &[&str]) {
    let (diagnostics, files) = after(path, piece, other);
    let report = diagnostic::report(&diagnostics, &files, false);
    for part in expected {
        assert!(report.contains(part), "„{part}“ is missing in\n{report}");
    }
}

#[test]
fn the_minimal_content_resolves() {
    let files = minimal();
    let catalogue =
        catalogue::resolve(&files).unwrap_or_else(|it| panic!("{}", diagnostic::report(&it, &files, false)));
    assert_eq!(catalogue.questions.len(), 3);
    let order: Vec<&str> = catalogue.questions.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(order, ["people-training", "backup-exists", "backup-restore-test"]);
    assert_eq!(catalogue.measures.len(), 3);
    assert_eq!(catalogue.grants.len(), 1);
}

#[test]
fn a_slip_in_an_id_is_found_with_place_and_remedy() {
    finds(
        "questionnaires/backup/backup-restore-test.toml",
        "measure = \"restore-test\"",
        "measure = \"restore-tst\"",
        &[
            "Fehler[unknown-reference]: Maßnahme „restore-tst“ gibt es nicht",
            "backup-restore-test.toml:17:24",
            "meinten Sie „restore-test“?",
        ],
    );
}

#[test]
fn a_slip_in_a_key_is_found_with_place_and_remedy() {
    finds(
        "knowledge/measures/restore-test.toml",
        "summary =",
        "sumary =",
        &[
            "Fehler[unknown-key]: Die Angabe „sumary“ gibt es hier nicht",
            "restore-test.toml:5:1",
            "„summary“",
        ],
    );
}

#[test]
fn a_missing_key_a_wrong_type_and_broken_toml_are_told_in_german() {
    let question = "questionnaires/people/people-training.toml";
    finds(question, "seconds = 15\n", "", &["Hier fehlt die Angabe „seconds“", "people-training.toml:1:1"]);
    finds(
        question,
        "seconds = 15",
        "seconds = \"15\"",
        &["Hier steht ein Text in Anführungszeichen, erwartet wird eine ganze Zahl", ":9:11"],
    );
    finds(question, "seconds = 15", "seconds = = 15", &["Gleichheitszeichen oder Komma zu viel", ":9:"]);
    finds(question, "kind = \"people\"", "kind = \"peeple\"", &["„peeple“", "meinten Sie „people“?", ":7:8"]);
    finds(
        "knowledge/scenarios/ransomware.toml",
        "value = [0.45, 0.62, 0.75]",
        "value = [0.45, 0.62]",
        &["Fehler[wrong-type]", "Liste", "ransomware.toml:"],
    );
}

#[test]
fn every_slip_against_toml_is_told_in_german_at_its_line() {
    let question = "questionnaires/people/people-training.toml";
    let slips = [
        ("seconds = viele", "ohne Anführungszeichen"),
        ("seconds = 15 16", "ohne Anführungszeichen oder zu viel"),
        ("seconds =", "fehlt der Wert"),
        ("seconds", "fehlt"),
        ("seconds = 15\nseconds = 16", "„seconds“ steht hier zum zweiten Mal"),
        ("why2 = \"offen", "Der Text hat kein Ende"),
        ("weights = { a = 1", "Klammer"),
        ("knows2 = [\"a\" \"b\"]", "fehlt ein Komma"),
        ("seconds = 015", "falsch geschrieben"),
    ];
    let mut wrong = Vec::new();
    for (slip, told) in slips {
        let (diagnostics, files) = after(question, "seconds = 15", slip);
        let report = diagnostic::report(&diagnostics, &files, false);
        if !report.contains(told) || !report.contains("people-training.toml:") {
            wrong.push(format!("{slip}: „{told}“ is missing in\n{report}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn all_faults_come_at_once() {
    let files = minimal().overlaid_with(Files::from_iter([
        ("knowledge/measures/restore-test.toml", "format = 1\n"),
        ("knowledge/notes.toml", ""),
        ("questionnaires/people/people-training.toml", "x = "),
    ]));
    let codes: Vec<Code> = catalogue::resolve(&files).unwrap_err().iter().map(|it| it.fault.code()).collect();
    assert_eq!(codes, [Code::MissingKey, Code::UnknownFile, Code::InvalidToml]);
}

/// The ids a file defines: its own, and those of its options or list entries behind a slash.
fn ids_of(path: &str, text: &str) -> Vec<String> {
    let table: toml::Table = toml::from_str(text).unwrap();
    let kind = path.rsplit_once('/').map_or("", |it| it.0);
    let kind = if kind.starts_with("questionnaires") { "questionnaires" } else { kind };
    let stem = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".toml");
    let mut ids: Vec<String> = table.get("id").map(|_| format!("{kind}/{stem}")).into_iter().collect();
    for list in [
        "options",
        "topics",
        "traits",
        "systems",
        "roles",
        "items",
        "contradictions",
        "points",
        "requirements",
    ] {
        let entries = table.get(list).and_then(toml::Value::as_array).into_iter().flatten();
        let entries = entries.filter_map(|it| it.get("id")?.as_str());
        ids.extend(entries.map(|id| format!("{kind}/{stem}/{id}")));
    }
    if path == "knowledge/sources.toml" {
        ids.extend(table.keys().filter(|it| *it != "format").map(|it| format!("knowledge/sources/{it}")));
    }
    ids
}

#[test]
fn every_id_that_ships_is_listed_so_that_none_can_vanish() {
    let files = catalogue::embedded();
    let present: std::collections::BTreeSet<String> =
        files.iter().flat_map(|(path, text)| ids_of(path, text)).collect();
    let list = root().join("profiles/ids.toml");
    let table: toml::Table = toml::from_str(&fs::read_to_string(&list).unwrap_or_default()).unwrap();
    let listed = table.get("shipped").and_then(toml::Value::as_array).into_iter().flatten();
    let listed: std::collections::BTreeSet<String> =
        listed.filter_map(|it| Some(it.as_str()?.to_owned())).collect();
    let all: Vec<String> = listed.union(&present).map(|it| format!("  \"{it}\",\n")).collect();
    let head = "format = 1\n# Every id that ever shipped. It only grows: what is no longer used is withdrawn, not deleted.\n";
    golden(&list, &format!("{head}shipped = [\n{}]\n", all.concat()));
}

#[test]
fn the_shipped_content_is_clean() {
    let files = catalogue::embedded();
    let found = catalogue::lint(&files, jiff::civil::date(2026, 11, 21));
    assert!(found.is_empty(), "{}", diagnostic::report(&found, &files, false));
}

#[test]
fn the_compiled_form_gives_the_same_catalogue_as_the_texts() {
    let files = catalogue::embedded();
    let texts = files.clone().overlaid_with(Files::default());
    assert_eq!(catalogue::resolve(&files), catalogue::resolve(&texts));
}
