//! The other ways through the check under a real pseudo-terminal: a repetition, a consultant, one role, answers that do
//! not fit together, plain lines.

use std::fs;
use std::path::Path;

use waage::assessment::answers_file::parse;
use waage::assessment::{Draft, contradictions};
use waage::catalogue::{embedded, resolve};
use waage::model::{Answer, Catalogue, Evidence};

use crate::support::terminal::{CTRL_C, DOWN, ENTER, Session, is_prompt};

fn catalogue() -> Catalogue {
    resolve(&embedded()).expect("the shipped content is sound")
}

fn saved(folder: &Path, file: &str) -> Draft {
    let text = fs::read_to_string(folder.join(file)).unwrap();
    parse(&text, &catalogue()).unwrap_or_else(|faults| panic!("{faults:?}\n{text}")).draft
}

/// A bakery with two employees and these answers.
fn bakery(folder: &Path, file: &str, answers: &str) {
    let company = "format = 1\ncontent = \"2026.1\"\n\n[company]\nsegment = \"food-farming\"\nemployees = 4\nturnover_eur = 400_000\nliquid_reserve_eur = 20_000\ntolerable_ruin = 0.01\ntraits = [\"online-banking\", \"wlan\"]\ndigitalisation = { cloud = false }\n";
    fs::write(folder.join(file), format!("{company}\n{answers}")).unwrap();
}

fn check(folder: &Path, args: &[&str]) -> Session {
    let all: Vec<&str> = ["check"].iter().chain(args).chain(&["--date", "2026-11-21"]).copied().collect();
    Session::start(folder, 80, 24, &all)
}

/// What has to be typed to choose an option.
fn option(catalogue: &Catalogue, question: &str, option: &str) -> String {
    let question = catalogue.question(&question.into()).unwrap();
    let at = question.options.iter().position(|it| it.id.as_str() == option).unwrap();
    format!("{}", at + 1)
}

/// The first words of a question, as they stand together on a line.
fn begins(catalogue: &Catalogue, question: &str) -> String {
    let text = &catalogue.question(&question.into()).unwrap().text;
    text.split(' ').take(4).collect::<Vec<_>>().join(" ")
}

const OLD: &str = r#"
[answers.accounts-passwords]
option = "long"
date = 2026-11-01

[answers.backup-frequency]
option = "daily"
date = 2024-01-01

[answers.updates-routine]
option = "automatic"
date = 2024-01-01
"#;

#[test]
fn a_repetition_asks_what_happened_then_what_aged_and_goes_on_where_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    bakery(folder.path(), "alt.waage.toml", OLD);
    let before = fs::read_to_string(folder.path().join("alt.waage.toml")).unwrap();
    let args = ["neu.waage.toml", "--again", "alt.waage.toml"];
    let mut session = check(folder.path(), &args);
    session.prompt("Welche Schritte vom letzten Mal");
    session.send_until(&format!("{ENTER}{ENTER}"), "geschehen?");
    session.send_until(&format!("{ENTER}{ENTER}"), "Wie hoch ist der Umsatz");
    session.send_until(ENTER, "fünf Jahren getroffen?");
    session.send_until(&format!("{ENTER}{ENTER}"), "Wie viel Geld");
    session.send(ENTER);
    let first = session.until("an aged answer", |screen| is_prompt(screen) && screen.contains("Zuletzt am"));
    assert!(first.contains("Monate alt"), "{first}");
    session.send(ENTER);
    let second = session.until("the other aged answer", |screen| {
        is_prompt(screen) && screen.contains("Zuletzt am") && *screen != *first
    });
    session.send(CTRL_C);
    assert_eq!(session.exit_code(), 130);
    let end = session.raw();
    assert!(end.contains("waage check neu.waage.toml --again alt.waage.toml"), "{}", session.screen());
    assert_eq!(fs::read_to_string(folder.path().join("alt.waage.toml")).unwrap(), before);
    let renewed = saved(folder.path(), "neu.waage.toml");
    let today = renewed.records.values().filter(|it| it.date.to_string() == "2026-11-21").count();
    assert_eq!((renewed.records.len(), today), (3, 1));
    // Left on the way it goes on with the second one, not with the first again.
    let mut session = check(folder.path(), &args);
    session.prompt("Welche Schritte vom letzten Mal");
    session.send_until(&format!("{ENTER}{ENTER}"), "geschehen?");
    session.send_until(&format!("{ENTER}{ENTER}"), "Wie hoch ist der Umsatz");
    session.send_until(ENTER, "fünf Jahren getroffen?");
    session.send_until(&format!("{ENTER}{ENTER}"), "Wie viel Geld");
    session.send(ENTER);
    let again = session.until("an aged answer", |screen| is_prompt(screen) && screen.contains("Zuletzt am"));
    let question = |screen: &str| screen.lines().nth(4).unwrap_or("").to_owned();
    assert!(again.contains(question(&second).trim()), "{again}");
}

#[test]
fn a_consultant_is_asked_for_evidence_and_note_with_every_answer() {
    let folder = tempfile::tempdir().unwrap();
    bakery(folder.path(), "f.waage.toml", "");
    let mut session = check(folder.path(), &["f.waage.toml", "--consultant"]);
    session.prompt("Mit wem sprechen Sie heute?");
    session.send_until(&format!("Frau Weber, Herr Roth{ENTER}"), "Wo findet das Gespräch statt?");
    session.send_until(&format!("Backstube{ENTER}"), "Chefsache");
    session.send_until(&format!("{DOWN}{ENTER}"), "Worauf stützt sich die Antwort?");
    session.send_until(&format!("{DOWN}{ENTER}"), "Was haben Sie gesehen?");
    let person = session.send_until(&format!("Protokoll vom 3.11.{ENTER}"), "Wer hat es gesagt");
    assert!(person.contains("Person: Frau Weber"), "whoever is there first: {person}");
    let place = session.send_until(ENTER, "Wo haben Sie es gesehen");
    assert!(place.contains("Ort: Backstube"), "{place}");
    session.send_until(&format!("Ordner QM{ENTER}"), "Was möchten Sie sich");
    let before = session.screen();
    session.send(&format!("nachfassen{ENTER}"));
    session.until("the next question", |screen| {
        is_prompt(screen) && screen.contains("l\u{a0}Liste") && *screen != *before
    });
    let draft = saved(folder.path(), "f.waage.toml");
    let record = draft.records.values().next().unwrap();
    assert_eq!(record.evidence, Evidence::Shown);
    assert_eq!(record.note.as_deref(), Some("nachfassen"));
    let proof = &record.proof;
    let written = [&proof.document, &proof.person, &proof.place].map(|it| it.as_deref());
    assert_eq!(written, [Some("Protokoll vom 3.11."), Some("Frau Weber"), Some("Ordner QM")]);
    assert_eq!(draft.visits[0].participants, ["Frau Weber", "Herr Roth"]);
    // What was only said has a person and no paper; the same talk is not asked about twice.
    session.send(CTRL_C);
    session.exit_code();
    let mut session = check(folder.path(), &["f.waage.toml", "--consultant"]);
    session.until("a question", |it| is_prompt(it) && it.contains("Frage"));
    session.send_until("2", "Worauf stützt sich");
    let said = session.send_until("1", "Wer hat es gesagt");
    assert!(said.contains("Person: Frau Weber"), "{said}");
    session.send_until(ENTER, "Was möchten Sie sich");
}

#[test]
fn an_answer_that_does_not_fit_is_pointed_out_and_can_be_kept_or_changed() {
    let folder = tempfile::tempdir().unwrap();
    let catalogue = catalogue();
    bakery(folder.path(), "f.waage.toml", "");
    let mut session = check(folder.path(), &["f.waage.toml", "--topic", "malware"]);
    let protection = begins(&catalogue, "malware-protection");
    let mut screen = session.until("a question", is_prompt);
    while !screen.contains(&protection) {
        session.send(ENTER);
        let last = screen.clone();
        screen = session.until("the next question", |it| is_prompt(it) && *it != *last);
    }
    let watched = option(&catalogue, "malware-protection", "watched");
    let doubt = session.send_until(&watched, "Stimmt beides?");
    assert!(doubt.contains("Nicht angekreuzt: „Ein IT-Dienstleister betreut uns.“"), "{doubt}");
    // Back to the answer, which is given once more; the doubt comes again and is kept.
    session.send_until(&format!("Antwort ändern{ENTER}"), &protection);
    session.send_until(&watched, "Stimmt beides?");
    session.send(&format!("so stimmt{ENTER}"));
    session.until("the next question", |screen| is_prompt(screen) && !screen.contains("Stimmt beides?"));
    let answers = saved(folder.path(), "f.waage.toml").answers().unwrap();
    let kept: Vec<&str> = contradictions(&catalogue, &answers).iter().map(|it| it.id.as_str()).collect();
    assert_eq!(kept, ["protection-watched-by-missing-provider"]);
}

#[test]
fn a_second_voice_stands_beside_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let catalogue = catalogue();
    let given = "[answers.backup-frequency]\noption = \"daily\"\ndate = 2026-11-01\n";
    bakery(folder.path(), "f.waage.toml", given);
    let mut session = check(folder.path(), &["f.waage.toml", "--role", "it-provider"]);
    let question = begins(&catalogue, "backup-frequency");
    let mut screen = session.until("a question", is_prompt);
    while !screen.contains(&question) {
        session.send("s");
        let last = screen.clone();
        screen = session.until("the next question", |it| is_prompt(it) && *it != *last);
    }
    session.send(&option(&catalogue, "backup-frequency", "weekly"));
    session.until("the next question", |it| is_prompt(it) && !it.contains(&question));
    let draft = saved(folder.path(), "f.waage.toml");
    let record = &draft.records["backup-frequency"];
    assert_eq!(record.answer, Answer::Chosen("daily".into()));
    assert_eq!(record.also[0].answer, Answer::Chosen("weekly".into()));
    let answers = draft.answers().unwrap();
    assert_eq!(waage::assessment::disagreements(&catalogue, &answers).len(), 1);
}

#[test]
fn a_key_shows_what_words_mean_and_what_happened_to_others() {
    let folder = tempfile::tempdir().unwrap();
    bakery(folder.path(), "f.waage.toml", "");
    let mut session = check(folder.path(), &["f.waage.toml", "--topic", "updates"]);
    session.prompt("Sicherheitsupdates");
    session.send_until("f", "Ein wahrer Fall:");
    session.send("f");
    session.until("the question alone", |screen| is_prompt(screen) && !screen.contains("wahrer Fall:"));
    let help = session.send_until("h", "Woran Sie es erkennen:");
    assert!(help.contains("Router:"), "{help}");
}

#[test]
fn ctrl_c_in_plain_lines_says_where_the_answers_are() {
    let folder = tempfile::tempdir().unwrap();
    bakery(folder.path(), "f.waage.toml", "");
    let mut session = check(folder.path(), &["f.waage.toml", "--plain"]);
    session.until("the first question", |screen| screen.contains("Ihre Wahl"));
    session.send(CTRL_C);
    assert_eq!(session.exit_code(), 130);
    assert!(session.raw().contains("Gespeichert in f.waage.toml"), "{}", session.raw());
    assert!(session.raw().contains("waage check f.waage.toml --plain"), "{}", session.raw());
}
