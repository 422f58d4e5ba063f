//! What practising shows is kept where the person agrees, and bends the next learning plan.

use std::fs;
use std::path::PathBuf;

use waage::assessment::answers_file::{parse_complete, written};
use waage::catalogue::{embedded, resolve};
use waage::guidance::{Lesson, learning_plan};
use waage::model::{Answers, Practised, RoleId, UnitId};

use crate::guidance::{TODAY, catalogue, firm, firm_file};
use crate::support::program::{run, scratch};
use crate::support::root;
use crate::support::terminal::{ENTER, Session};

/// A copy of the joinery's file in a folder of its own.
fn joinery(folder: &str) -> PathBuf {
    let file = scratch(folder).join("t.waage.toml");
    fs::copy(root().join("tests/companies/tischlerei/2026-11-21.waage.toml"), &file).unwrap();
    file
}

/// A self-check of the workshop in plain lines, every statement denied, with an answer to the last question.
fn check_oneself(file: &PathBuf, last: &str) -> String {
    let folder = file.parent().unwrap();
    let args = ["exercise", "self-check", "--plain", "--keep", "t.waage.toml", "--date", "2026-11-30"];
    let mut session = Session::start(folder, 100, 50, &args);
    let roles = session.until("the roles", |it| it.contains("Werkstatt und Produktion"));
    let line = roles.lines().find(|it| it.contains("Werkstatt und Produktion")).unwrap();
    let number: String = line.chars().filter(char::is_ascii_digit).collect();
    session.send(&format!("{number}{ENTER}"));
    for at in 1..=10 {
        session.until("a statement", |it| it.contains(&format!("{at} von 10")));
        session.send(&format!("3{ENTER}"));
    }
    session.until("the question whether it is kept", |it| it.contains("Soll das Ergebnis"));
    session.send(&format!("{last}{ENTER}"));
    assert_eq!(session.exit_code(), 0);
    fs::read_to_string(file).unwrap()
}

fn lesson<'a>(plan: &'a [Lesson], unit: &str) -> Option<&'a Lesson> {
    plan.iter().find(|it| it.unit.as_str() == unit)
}

#[test]
fn what_was_not_sure_is_kept_after_a_yes_and_never_after_a_no() {
    let file = joinery("practice");
    let before = fs::read_to_string(&file).unwrap();
    assert_eq!(check_oneself(&file, "2"), before);
    let kept = check_oneself(&file, "1");
    assert!(kept.starts_with(before.trim_end()) && kept.contains("[practised.workshop]"), "{kept}");
    let twice = check_oneself(&file, "1");
    assert!(twice.contains("results = 2") && twice.contains("nothing-foreign = 4"), "{twice}");
    run(["report", file.to_str().unwrap(), "--date", "2026-11-30"]).expect(0);
}

#[test]
fn a_unit_that_practising_asks_for_comes_earlier_and_says_so() {
    let catalogue = catalogue();
    let usual = firm(&catalogue, firm_file(&catalogue, "tischlerei"));
    let plan = |answers: &Answers, day| {
        learning_plan(&catalogue, answers, &usual.posture, &usual.decision, 15, day).lessons
    };
    let before = plan(&usual.answers, TODAY);
    let last = before.iter().rev().find(|it| it.roles.iter().any(|it| it.as_str() == "office")).unwrap();
    let missing = [(last.unit.clone(), 2)].into();
    let mut shown = usual.answers.clone();
    shown.practised.insert(RoleId::new("office"), Practised::one(TODAY, missing));
    let after = plan(&shown, TODAY);
    let moved = lesson(&after, last.unit.as_str()).unwrap();
    assert!(moved.week < last.week && moved.practised && !last.practised, "{moved:?} after {last:?}");
    // After a year it no longer counts.
    let later = TODAY.saturating_add(jiff::ToSpan::days(400));
    assert_eq!(plan(&shown, later), plan(&usual.answers, later));
}

#[test]
fn results_of_several_people_add_up_and_a_mean_counts() {
    let unit = UnitId::new("callback-drill");
    let none = Practised::one(TODAY, [].into());
    let half = Practised::one(TODAY, [(unit.clone(), 2)].into()).with(none.clone());
    assert_eq!((half.results, half.missing_of(&unit)), (2, 1.0));
    let later = Practised { date: TODAY.saturating_add(jiff::ToSpan::days(400)), ..none };
    assert_eq!(half.with(later.clone()), later);
}

#[test]
fn the_schema_of_the_answers_file_knows_what_the_program_writes() {
    let schema = run(["content", "schema", "answers"]).expect(0).out;
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    for table in ["answers", "handed_over", "quotes", "contacts", "contract", "practised", "plan"] {
        assert!(schema["properties"].get(table).is_some(), "{table}");
    }
    assert!(schema.to_string().contains("\"sub_trade\""));
}

#[test]
fn what_practising_showed_is_read_back_as_it_was_written() {
    let catalogue = resolve(&embedded()).unwrap();
    let text = fs::read_to_string(root().join("tests/companies/tischlerei/2026-11-21.waage.toml")).unwrap();
    let mut answers = parse_complete(&text, &catalogue).unwrap().0;
    let result = Practised::one(TODAY, [(UnitId::new("callback-drill"), 2)].into());
    answers.practised.insert(RoleId::new("accounting"), result);
    let again = parse_complete(&written(&text, &answers.clone().into()), &catalogue).unwrap().0;
    assert_eq!(again, answers);
    let with = |table: &str| parse_complete(&format!("{text}\n{table}"), &catalogue);
    assert!(with("[practised.office]\ndate = 2026-11-30\nresults = 0\n").is_err());
    // Answered with older content: what it does not know is told and counts for nothing.
    let (answers, notes) = with("[practised.chef]\ndate = 2026-11-30\nresults = 1\n").unwrap();
    assert!(answers.practised.is_empty() && notes.len() == 1, "{notes:?}");
}
