//! What a user meets who types something wrong, and the exit codes scripts rely on.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

use crate::support::program::{DAY, companies, run, run_reading, scratch};
use crate::support::root;

const JOINERY: &str = "tests/companies/tischlerei/2026-11-21.waage.toml";

#[test]
fn the_readme_shows_what_the_program_says() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let shown =
        readme.split("```text\n").nth(1).and_then(|it| it.split("…\n```").next()).expect("an example");
    let said = run(["report", JOINERY, "--date", DAY]).expect(0).out;
    let said: Vec<&str> = said.lines().map(str::trim_end).collect();
    let shown: Vec<&str> = shown.lines().map(str::trim_end).collect();
    assert!(shown.len() > 20, "an example of some length");
    assert_eq!(shown, said[..shown.len()], "README.md shows another report than the program writes today");
}

#[test]
fn the_screen_shows_what_is_to_be_decided_and_on_request_everything() {
    for (firm, path) in companies() {
        let path = path.to_str().unwrap();
        let short = run(["report", path, "--date", DAY]).expect(0).out;
        assert!(short.lines().count() <= 110, "{firm}: a few small windows at most:\n{short}");
        // Where nothing pays there is no net to show.
        let has_net = !short.contains("Ihr Schutz genügt");
        assert_eq!(short.contains("unterm Strich"), has_net, "{firm}:\n{short}");
        for part in ["Reicht die Reserve", "Was wir bewusst tragen", "--full"] {
            assert!(short.contains(part), "{firm}: „{part}“ is missing:\n{short}");
        }
        let full = run(["report", path, "--date", DAY, "--full"]).expect(0).out;
        for part in ["Was wir bewusst tragen", "Wer was bis wann tut", "Worauf die Entscheidung beruht"] {
            // Who has nothing to do has no road map.
            let is_owed = part != "Wer was bis wann tut" || !short.contains("Ihr Schutz genügt");
            assert!(!is_owed || full.contains(part), "{firm}: „{part}“ is missing");
        }
        assert!(full.lines().count() > 2 * short.lines().count(), "{firm}");
    }
}

#[test]
fn a_missing_file_names_itself_and_the_remedy() {
    run(["report", "gibt-es-nicht.waage.toml"]).expect(2).complains(&[
        "gibt-es-nicht.waage.toml",
        "gibt es nicht",
        "waage check",
    ]);
}

#[test]
fn a_folder_instead_of_a_file_is_explained() {
    run(["report", "tests/companies"]).expect(2).complains(&["ist ein Ordner"]);
}

#[test]
fn a_broken_answers_file_names_line_and_remedy() {
    let file = scratch("broken-answers").join("firma.waage.toml");
    fs::write(&file, "format = 1\n[company]\nsegment = \"craft\"\nemployees = \"viele\"\n").unwrap();
    run([std::ffi::OsStr::new("report"), file.as_os_str()]).expect(3).complains(&[
        "firma.waage.toml",
        "craft",
        "crafts",
        "employees",
    ]);
}

#[test]
fn an_unknown_option_of_a_known_question_is_a_fault() {
    let text = fs::read_to_string(root().join(JOINERY)).unwrap();
    let at = text.find("option = \"").unwrap() + "option = \"".len();
    let end = at + text[at..].find('"').unwrap();
    let file = scratch("unknown-option").join("firma.waage.toml");
    fs::write(&file, format!("{}gibt-es-nicht{}", &text[..at], &text[end..])).unwrap();
    run([std::ffi::OsStr::new("report"), file.as_os_str()]).expect(3).complains(&["gibt-es-nicht"]);
}

#[test]
fn broken_content_names_file_line_and_remedy() {
    let folder = scratch("broken-content");
    fs::create_dir_all(folder.join("knowledge/measures")).unwrap();
    let text = fs::read_to_string(root().join("knowledge/measures/mfa.toml")).unwrap();
    let broken = text.replacen("awareness-training", "awareness-trainig", 1);
    assert_ne!(text, broken);
    fs::write(folder.join("knowledge/measures/mfa.toml"), broken).unwrap();
    run(["report", JOINERY, "--content", folder.to_str().unwrap()]).expect(3).complains(&[
        "knowledge/measures/mfa.toml",
        "awareness-trainig",
        "awareness-training",
    ]);
}

#[test]
fn a_wrong_call_is_answered_in_german() {
    run(["reprt"]).expect(2).complains(&["Den Befehl „reprt“ gibt es nicht", "report"]);
    run(["report"]).expect(2).complains(&["Es fehlt", "<DATEI>"]);
    run(["report", "--pdv", "x"]).expect(2).complains(&["--pdv", "--pdf"]);
    run(["report", JOINERY, "--date", "gestern"]).expect(2).complains(&["gestern", "Datum"]);
}

#[test]
fn without_a_terminal_the_check_says_what_to_use_instead() {
    run(["check", "firma.waage.toml"]).expect(2).complains(&["kein Terminal"]);
    run(Vec::<&str>::new()).expect(2).complains(&["kein Terminal"]);
}

#[test]
fn help_speaks_german_throughout() {
    let help = run(["--help"]).expect(0).out;
    for english in ["Usage", "Options:", "Commands:", "Print help", "[COMMAND]", "[OPTIONS]"] {
        assert!(!help.contains(english), "„{english}“ in\n{help}");
    }
    let help = run(["report", "--help"]).expect(0).out;
    assert!(help.contains("Beispiel:"), "{help}");
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_waage"))
        .args(["report", JOINERY, "--json", "-", "--date", DAY])
        .current_dir(root())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{err}");
    assert_eq!(err, "");
}

#[test]
fn json_on_stdout_is_nothing_but_json() {
    let ran = run(["report", JOINERY, "--json", "-", "--date", DAY]).expect(0);
    let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(value["format"], 2);
    assert_eq!(ran.err, "");
}

#[test]
fn an_answers_file_can_come_from_a_pipe() {
    let text = fs::read_to_string(&companies()[0].1).unwrap();
    let ran = run_reading(&text, ["report", "-", "--date", DAY]).expect(0);
    assert!(ran.out.contains("Schätzung"), "{}", ran.out);
}

#[test]
fn a_remedy_can_be_typed_whatever_the_file_is_called() {
    let missing = run(["report", "Tischlerei M\u{fc}ller & Sohn.waage.toml"]).expect(2);
    missing.complains(&["\u{201e}waage check \"Tischlerei M\u{fc}ller & Sohn.waage.toml\"\u{201c}"]);
    run(["report", "M\u{fc}ller.waage.toml"])
        .expect(2)
        .complains(&["\u{201e}waage check M\u{fc}ller.waage.toml\u{201c}"]);
}
