//! The check in plain lines, and where nobody sits at a terminal.

use std::fs;

use crate::support::program::{golden, run};
use crate::support::root;
use crate::support::terminal::{ENTER, Session};

/// What a person types in the session that the documentation shows, one line each: a short check with a slip, a
/// look at why something is asked, and one step back.
const TYPED: [&str; 40] = [
    "1",
    "1",
    "Tischlerei",
    "vierzehn",
    "14",
    "10",
    "1,9 Mio",
    "nrw",
    "",
    "Tischlerei Muster",
    "j",
    "1,2,3,?4",
    "1,3",
    "1",
    "",
    "3",
    "",
    "8",
    "1",
    "60k",
    "2",
    "2",
    "?",
    "2",
    "z",
    "3",
    "2",
    "2",
    "2",
    "2",
    "2",
    "2",
    "2",
    "2",
    "2",
    "2",
    "2",
    "1",
    "",
    "2",
];

/// Runs the documented session and returns everything that was written, answers typed included.
fn session() -> String {
    let folder = tempfile::tempdir().unwrap();
    let args = ["check", "tischlerei.waage.toml", "--plain", "--date", "2026-11-21"];
    let mut session = Session::start(folder.path(), 200, 60, &args);
    for line in TYPED {
        // Every answer is typed behind its own question.
        session.until("the next prompt", |_| session.raw().ends_with(": "));
        let written = session.raw().len();
        session.send(&format!("{line}{ENTER}"));
        session.until("its echo", |_| session.raw().len() > written);
    }
    session.exit_code();
    session.raw().replace("\r\n", "\n")
}

#[test]
fn the_documented_session_is_what_the_program_says() {
    let text = session();
    assert!(!text.contains('\x1b'), "plain lines hold no control sequences");
    assert!(!text.contains(['─', '│', '›', '┌']), "nor box characters");
    golden(&root().join("docs/gespraech.txt"), &text);
}

#[test]
fn without_a_terminal_the_check_says_what_to_do_instead() {
    run(["check", "firma.waage.toml"])
        .expect(2)
        .complains(&["kein Terminal", "waage report firma.waage.toml"]);
    run::<&str>([]).expect(2).complains(&["kein Terminal", "waage --help"]);
}

#[test]
fn a_faulty_file_is_shown_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("f.waage.toml");
    let text = "format = 1\ncontent = \"2026.1\"\n[company]\nsegment = \"craft\"\nemployees = 14\n";
    fs::write(&file, text).unwrap();
    let mut session = Session::start(folder.path(), 80, 24, &["check", "f.waage.toml"]);
    assert_eq!(session.exit_code(), 3);
    assert!(session.raw().contains("meinten Sie „crafts“?"), "{}", session.raw());
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn a_topic_that_does_not_exist_is_answered_with_one_that_does() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::start(folder.path(), 80, 24, &["check", "--topic", "backups"]);
    assert_eq!(session.exit_code(), 2);
    assert!(session.raw().contains("Meinten Sie „backup“?"), "{}", session.raw());
}
