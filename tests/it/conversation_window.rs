//! The window changes its size, or the program is put aside, at every kind of prompt: nothing that was typed, marked or
//! ticked is lost, and everything is drawn for the window as it is now.

use std::fs;
use std::path::Path;

use waage::assessment::Draft;
use waage::assessment::answers_file::parse;
use waage::catalogue::{embedded, resolve};

use crate::support::terminal::{CTRL_C, CTRL_Z, DOWN, ENTER, ESC, PAGE_DOWN, Session, is_prompt};

/// Widest line that is drawn.
const WIDEST: u16 = 78;

fn saved(folder: &Path, file: &str) -> Draft {
    let text = fs::read_to_string(folder.join(file)).unwrap();
    let catalogue = resolve(&embedded()).expect("the shipped content is sound");
    parse(&text, &catalogue).unwrap_or_else(|faults| panic!("{faults:?}\n{text}")).draft
}

/// A file with a known company, so that the questions come first.
fn known_company(folder: &Path) {
    let text = "format = 1\ncontent = \"2026.2\"\n\n[company]\nsegment = \"crafts\"\nemployees = 4\nturnover_eur = 400_000\nliquid_reserve_eur = 20_000\ntolerable_ruin = 0.01\ntraits = [\"online-banking\", \"wlan\"]\ndigitalisation = { cloud = false }\n";
    fs::write(folder.join("f.waage.toml"), text).unwrap();
}

/// Makes the window smaller, larger, and what it was; all the time these words stand in it.
fn resized(session: &mut Session, still: &[&str]) {
    let has_all = |screen: &str| still.iter().all(|it| screen.contains(it));
    session.until(still[0], |screen| is_prompt(screen) && has_all(screen));
    for (columns, rows) in [(60, 20), (100, 30), (60, 24), (80, 24)] {
        session.resize(columns, rows);
        let line = "\u{2500}".repeat(usize::from(WIDEST.min(columns - 1)));
        let is_drawn = |screen: &str| screen.lines().any(|it| it.trim_end() == line);
        session.until(still[0], |screen| is_prompt(screen) && is_drawn(screen) && has_all(screen));
    }
}

#[test]
fn a_window_that_changes_its_size_loses_nothing_at_any_fact() {
    let folder = tempfile::tempdir().unwrap();
    let args = ["check", "salon.waage.toml", "--date", "2026-11-21"];
    let mut session = Session::start(folder.path(), 80, 24, &args);
    let it = &mut session;
    resized(it, &["Wer sitzt hier?", "1 Ich leite den Betrieb"]);
    it.send_until(ENTER, "Wie viel Zeit");
    resized(it, &["Wie viel Zeit", "2 ganzer Check"]);
    it.send_until(ENTER, "Was macht Ihr Betrieb");
    it.send("friseur");
    resized(it, &[": friseur"]);
    it.send_until(ENTER, "Wie viele Menschen");
    it.send("5");
    resized(it, &["Menschen: 5"]);
    it.send_until(ENTER, "Wie viele davon");
    it.send_until(ENTER, "Wie hoch ist der Umsatz");
    it.send("180k");
    resized(it, &["Euro: 180k"]);
    it.send_until(ENTER, "In welchem Bundesland");
    it.send("bay");
    resized(it, &["w\u{e4}hlen: bay", "\u{203a} Bayern"]);
    it.send_until(ENTER, "Was kostet Sie ein Arbeitstag");
    it.send_until(ENTER, "Wie soll der Betrieb");
    it.send("Salon");
    resized(it, &["Name: Salon"]);
    it.send_until(ENTER, "Was davon gibt es bei Ihnen?");
    it.send("w");
    resized(it, &["Was davon gibt es bei Ihnen?", "[?]"]);
    it.send_until(&format!("{PAGE_DOWN}{PAGE_DOWN}{PAGE_DOWN}{ENTER}{ENTER}"), "Und was davon trifft");
    it.send(" ");
    resized(it, &["Und was davon trifft", "[x]"]);
    it.send_until(&format!("{PAGE_DOWN}{PAGE_DOWN}{ENTER}"), "Welche Abl\u{e4}ufe");
    it.send(" ");
    resized(it, &["Welche Abl\u{e4}ufe", "[x]"]);
    it.send_until(ENTER, "Wie lange d\u{fc}rfte");
    it.send(DOWN);
    resized(it, &["Wie lange d\u{fc}rfte", "\u{203a} 1"]);
    it.send_until(ENTER, "Was kostet Sie ein Tag");
    it.send_until(ENTER, "letzten f\u{fc}nf Jahren getroffen?");
    it.send(" ");
    resized(it, &["getroffen?", "[x]"]);
    it.send_until(ENTER, "Wie oft in f\u{fc}nf");
    it.send(DOWN);
    resized(it, &["Wie oft in f\u{fc}nf", "\u{203a} 1"]);
    it.send(CTRL_C);
    assert_eq!(session.exit_code(), 130);
}

#[test]
fn nor_at_any_question_or_beside_it_or_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    known_company(folder.path());
    let args = ["check", "f.waage.toml", "--short", "--date", "2026-11-21"];
    let mut session = Session::start(folder.path(), 80, 24, &args);
    let it = &mut session;
    it.prompt("Chefsache");
    it.send(&format!("{DOWN}{DOWN}"));
    resized(it, &["Chefsache", "\u{203a} 2"]);
    it.send_until("n", "Was m\u{f6}chten Sie sich");
    it.send("ein Satz");
    resized(it, &["Notiz: ein Satz"]);
    it.send_until(ENTER, "Chefsache");
    it.send_until("v", "Worauf st\u{fc}tzt sich");
    it.send(DOWN);
    resized(it, &["Worauf st\u{fc}tzt sich", "\u{203a} 2"]);
    it.send_until(ESC, "Chefsache");
    it.send_until("g", "Wer soll das beantworten?");
    it.send(&format!("{DOWN}{DOWN}"));
    resized(it, &["Wer soll das", "\u{203a} 2"]);
    it.send_until(ESC, "Chefsache");
    it.send_until("l", "Antworten bisher");
    it.send("merk");
    resized(it, &["w\u{e4}hlen: merk", "Merkmale"]);
    it.send_until(ESC, "Chefsache");
    let mut screen = it.screen();
    while !screen.contains("zur Auswertung") {
        it.send("2");
        let before = screen;
        screen = it.until("the next page", |it| is_prompt(it) && *it != *before);
    }
    resized(it, &["zur Auswertung"]);
    it.send_until("2", "fertig, zur Auswertung");
    resized(it, &["fertig, zur Auswertung"]);
    it.send_until(ENTER, "Mittlerer Schaden im Jahr");
    resized(it, &["weiter"]);
    let mut screen = it.screen();
    while !screen.contains("Wie soll es weitergehen?") {
        it.send(ENTER);
        let before = screen;
        screen = it.until("the next page", |it| is_prompt(it) && *it != *before);
    }
    resized(it, &["Wie soll es weitergehen?"]);
    it.send(CTRL_C);
    session.exit_code();
    let draft = saved(folder.path(), "f.waage.toml");
    assert!(draft.records.values().any(|it| it.note.as_deref() == Some("ein Satz")));
}

#[test]
#[cfg(unix)]
fn ctrl_z_puts_aside_and_what_stood_there_comes_back() {
    if std::process::Command::new("bash").arg("--version").output().is_err() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    known_company(folder.path());
    let mut session = Session::shell(folder.path(), 80, 24);
    let program = env!("CARGO_BIN_EXE_waage");
    session.send(&format!("{program} check f.waage.toml --date 2026-11-21{ENTER}"));
    session.prompt("Chefsache");
    session.send(&format!("{DOWN}{DOWN}"));
    let aside = |session: &mut Session, typed: &str, still: &[&str]| {
        session.until(still[0], |it| is_prompt(it) && still.iter().all(|still| it.contains(still)));
        session.send(CTRL_Z);
        session.until("the shell", |it| it.contains("Stopped"));
        // The shell has its terminal back: it shows what is typed and takes it by lines.
        session.send(&format!("echo $((40 + 2)){typed}{ENTER}"));
        session.until("the echo of the shell", |it| it.contains(&format!("42{typed}")));
        session.send(&format!("fg{ENTER}"));
        session.until(still[0], |it| is_prompt(it) && still.iter().all(|still| it.contains(still)));
    };
    aside(&mut session, "a", &["Chefsache", "\u{203a} 2"]);
    session.send_until("n", "Was m\u{f6}chten Sie sich");
    session.send("ein Satz");
    aside(&mut session, "b", &["Notiz: ein Satz"]);
    let before = session.send_until(ENTER, "Chefsache");
    session.send("2");
    session.until("the next question", |it| is_prompt(it) && *it != *before);
    session.send_until("l", "Antworten bisher");
    session.send_until(&format!("merkmale{ENTER}"), "Was davon gibt es bei Ihnen?");
    session.send("w");
    aside(&mut session, "c", &["Was davon gibt es", "[?]"]);
    session.send(CTRL_C);
    session.until("the shell", |it| it.contains("Gespeichert in f.waage.toml"));
    let draft = saved(folder.path(), "f.waage.toml");
    assert_eq!(draft.records.values().next().and_then(|it| it.note.as_deref()), Some("ein Satz"));
}
