//! Answers that come back from others go into the firm's own file.

use std::fs;
use std::path::Path;

use waage::assessment::Draft;
use waage::assessment::answers_file::parse;
use waage::catalogue::{embedded, resolve};
use waage::model::{Answer, QuoteState};

use crate::support::program::run;
use crate::support::terminal::{DOWN, ENTER, ESC, Session};

const OWN: &str = r#"# Unsere Datei
format = 1
content = "2026.2"

[company]
segment = "crafts"
employees = 14
turnover_eur = 1_900_000 # wie im Vorjahr
liquid_reserve_eur = 60_000

[answers.backup-frequency]
unknown = true # fragen wir Herrn Weber
date = 2026-11-01

[answers.accounts-passwords]
option = "long"
date = 2026-11-01
"#;

const RETURNED: &str = r#"format = 1
content = "2026.2"

[company]
segment = "retail"
employees = 3
liquid_reserve_eur = 1

[answers.backup-frequency]
option = "daily"
date = 2026-11-10
by = "it-provider"

[answers.accounts-passwords]
option = "reused"
date = 2026-11-10
by = "it-provider"

[costs.backup-offline]
tier = "minimum"
yearly_eur = 240

[quotes.mfa]
state = "in-place"
request = "TM-2026-11"

[quotes.edr]
state = "declined"

[decisions.mfa]
verdict = "accept"
date = 2026-11-10
reason = "egal"
owner = "niemand"
review = 2030-01-01

[gate]
max_expected_loss_eur = 999_999_999
"#;

fn saved(file: &Path) -> Draft {
    let text = fs::read_to_string(file).unwrap();
    let catalogue = resolve(&embedded()).expect("the shipped content is sound");
    parse(&text, &catalogue).unwrap_or_else(|faults| panic!("{faults:?}\n{text}")).draft
}

#[test]
fn both_voices_prices_and_comments_are_kept_and_others_decide_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (own, back) = (folder.path().join("firma.waage.toml"), folder.path().join("antworten.waage.toml"));
    fs::write(&own, OWN).unwrap();
    fs::write(&back, RETURNED).unwrap();
    let call = ["merge", own.to_str().unwrap(), back.to_str().unwrap(), "--date", "2026-11-21"];
    let told = run(call).expect(0);
    for part in ["Wie oft werden Ihre wichtigen Daten gesichert?", "IT-Dienstleister", "240\u{a0}€", "bisher"]
    {
        assert!(told.out.contains(part), "{part}:\n{}", told.out);
    }
    let told = told.complains(&[
        "Entscheidungen trifft die Leitung",
        "Grenzen setzt der Betrieb",
        "Angaben zum Betrieb",
    ]);
    let text = fs::read_to_string(&own).unwrap();
    for comment in ["# Unsere Datei", "# wie im Vorjahr", "# fragen wir Herrn Weber"] {
        assert!(text.contains(comment), "{comment}:\n{text}");
    }
    let draft = saved(&own);
    assert_eq!((draft.company.employees, draft.company.liquid_reserve_eur), (Some(14), Some(60_000.0)));
    let backup = &draft.records["backup-frequency"];
    assert_eq!((&backup.answer, &backup.also[0].answer), (&Answer::Unknown, &Answer::Chosen("daily".into())));
    let passwords = &draft.records["accounts-passwords"];
    assert_eq!(passwords.answer, Answer::Chosen("long".into()));
    assert_eq!(passwords.also[0].answer, Answer::Chosen("reused".into()));
    let cost = &draft.costs["backup-offline"];
    assert_eq!(cost.yearly_eur, 240.0);
    assert!(cost.own_hours_one_off + cost.own_hours_yearly > 0.0, "a price takes no hours off: {cost:?}");
    assert_eq!(draft.quotes["mfa"].state, QuoteState::InPlace);
    assert_eq!(draft.quotes["mfa"].request.as_deref(), Some("TM-2026-11"));
    assert_eq!(draft.quotes["edr"].state, QuoteState::Declined);
    assert!(draft.decisions.is_empty() && draft.gate.max_expected_loss_eur.is_none());
    told.complains(&["TM-2026-11", "keine Kennung dieses Betriebs"]);
    // The report tells it, on paper as in JSON, and it moves no figure.
    let json = folder.path().join("bericht.json");
    let call_report =
        ["report", own.to_str().unwrap(), "--full", "--json", json.to_str().unwrap(), "--date", "2026-11-21"];
    let report = run(call_report).expect(0).out;
    for part in ["Antworten auf die Anfrage", "ist nach Angabe erledigt", "wird nicht angeboten"] {
        assert!(report.contains(part), "{part}:\n{report}");
    }
    let json: serde_json::Value = serde_json::from_str(&fs::read_to_string(&json).unwrap()).unwrap();
    assert_eq!(
        json["quotes"][1],
        serde_json::json!({ "measure": "mfa", "state": "in-place", "request": "TM-2026-11" })
    );
    assert!(!json["disagreements"].as_array().unwrap().is_empty(), "who said what");
    // A second time there is nothing new.
    let before = fs::read(&own).unwrap();
    run(call).expect(0).complains(&["Nichts Neues"]);
    assert_eq!(fs::read(&own).unwrap(), before);
}

#[test]
fn two_answers_of_one_person_are_decided_or_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let (own, back) = (folder.path().join("firma.waage.toml"), folder.path().join("zurueck.waage.toml"));
    fs::write(&own, OWN).unwrap();
    let other = "format = 1\ncontent = \"2026.2\"\n[answers.accounts-passwords]\noption = \"short\"\ndate = 2026-11-02\n";
    fs::write(&back, other).unwrap();
    let call = |more: &[&'static str]| {
        let files = ["merge".to_owned(), own.display().to_string(), back.display().to_string()];
        run(files.into_iter().chain(more.iter().map(|it| (*it).to_owned())).collect::<Vec<_>>())
    };
    call(&[]).expect(2).complains(&["widersprechen sich", "--theirs"]);
    assert_eq!(fs::read_to_string(&own).unwrap(), OWN);
    call(&["--theirs"]).expect(0);
    assert_eq!(saved(&own).records["accounts-passwords"].answer, Answer::Chosen("short".into()));
    // Signed by somebody, the same file is a voice of its own.
    fs::write(&own, OWN).unwrap();
    call(&["--by", "büro"]).expect(0);
    assert_eq!(saved(&own).records["accounts-passwords"].also[0].by.as_str(), "office");
}

#[test]
fn at_the_terminal_contradictions_are_asked_and_then_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (own, back) = (folder.path().join("firma.waage.toml"), folder.path().join("zurueck.waage.toml"));
    let other = "format = 1\ncontent = \"2026.2\"\n[answers.accounts-passwords]\noption = \"short\"\ndate = 2026-11-02\n";
    fs::write(&back, other).unwrap();
    for (answer, taken) in [(ENTER, true), (DOWN, false), (ESC, false)] {
        fs::write(&own, OWN).unwrap();
        let call = ["merge", "firma.waage.toml", "zurueck.waage.toml", "--date", "2026-11-21"];
        let mut session = Session::start(folder.path(), 100, 30, &call);
        let asked = |session: &Session, text: &str| {
            session.until(text, |it| it.contains(text) && it.trim_end().ends_with("bricht ab]"));
        };
        asked(&session, "gibt es zwei Angaben");
        session.send(DOWN);
        session.send(ENTER);
        asked(&session, "Soll das in die Datei?");
        session.send(answer);
        if answer == DOWN {
            session.send(ENTER);
        }
        assert_eq!(session.exit_code(), 0);
        let text = fs::read_to_string(&own).unwrap();
        assert_eq!(text != OWN, taken, "{text}");
        assert_eq!(text.contains("short"), taken);
    }
}

#[test]
fn a_returned_file_changes_nothing_but_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let (own, back) = (folder.path().join("firma.waage.toml"), folder.path().join("antworten.waage.toml"));
    let hostile = [
        // No answers file, broken, another kind of file, an unknown question, beyond all limits.
        "format = 1\n[answers.accounts-passwords]\noption = \"long\"\ndate = 2026-11-02\n[answers.accounts-passwords]\noption = \"short\"\ndate = 2026-11-02\n",
        "format = 1\ncontent = \"2026.2\"\n[answers.nirgends]\noption = \"long\"\ndate = 2026-11-02\n",
        "format = 1\ncontent = \"2026.2\"\n[costs.mfa]\none_off_eur = -1\n",
        "format = 1\ncontent = \"2026.2\"\n[quotes.mfa]\nstate = \"done\"\n",
        "<!doctype html>\n<html></html>",
        "format = 99\n",
        "\u{0}",
    ];
    for text in hostile {
        fs::write(&own, OWN).unwrap();
        fs::write(&back, text).unwrap();
        let ran = run(["merge", own.to_str().unwrap(), back.to_str().unwrap(), "--theirs"]);
        assert!((2..=3).contains(&ran.code), "{text}: {ran:?}");
        assert_eq!(fs::read_to_string(&own).unwrap(), OWN, "{text}");
    }
    // A note that looks like a table and a role nobody has stay what they are.
    let sly = "format = 1\ncontent = \"2026.2\"\n[answers.updates-routine]\noption = \"by-chance\"\ndate = 2026-11-02\nby = \"office\"\nnote = \"\"\"\n[decisions.mfa]\nverdict = \\\"accept\\\"\n\"\"\"\n";
    fs::write(&own, OWN).unwrap();
    fs::write(&back, sly).unwrap();
    run(["merge", own.to_str().unwrap(), back.to_str().unwrap(), "--date", "2026-11-21"]).expect(0);
    let draft = saved(&own);
    assert!(draft.decisions.is_empty() && draft.records.len() == 3);
    assert!(draft.records["updates-routine"].note.as_ref().unwrap().starts_with("[decisions.mfa]"));
}

#[test]
fn the_owner_who_opens_the_file_again_sees_who_said_what() {
    let folder = tempfile::tempdir().unwrap();
    let file = "format = 1\ncontent = \"2026.2\"\n[company]\nsegment = \"crafts\"\nemployees = 14\n[answers.backup-frequency]\noption = \"daily\"\ndate = 2026-11-01\nalso = [{ option = \"never\", date = 2026-11-10, by = \"it-provider\" }]\n";
    fs::write(folder.path().join("firma.waage.toml"), file).unwrap();
    let call = ["check", "firma.waage.toml", "--date", "2026-11-21"];
    let mut session = Session::start(folder.path(), 80, 40, &call);
    session.until("what differs is told", |it| it.contains("verschieden"));
    let seen = session.send_until(ESC, "Wie oft werden Ihre wichtigen Daten gesichert?");
    for part in ["andere geantwortet", "IT-Dienstleister am 10.11.2026", "gar nicht"] {
        assert!(seen.contains(part), "{part}:\n{seen}");
    }
    // The provider's own questions show nothing of what the firm said.
    let call = ["check", "firma.waage.toml", "--role", "it-dienstleister", "--date", "2026-11-21"];
    let session = Session::start(folder.path(), 80, 40, &call);
    let seen = session.until("a question", |it| it.contains(']'));
    assert!(!seen.contains("andere geantwortet"), "{seen}");
}
