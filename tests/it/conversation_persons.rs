//! Four persons go through the check, in a usual and in a narrow window: the owner of a salon, the office of a plumber, a
//! consultant, the IT provider.

use std::fs;
use std::path::Path;

use waage::assessment::Draft;
use waage::assessment::answers_file::parse;
use waage::catalogue::{embedded, resolve};
use waage::model::Evidence;

use crate::support::terminal::{CTRL_C, DOWN, ENTER, PAGE_DOWN, Session, is_prompt};

const SIZES: [(u16, u16); 2] = [(80, 24), (60, 24)];

fn saved(folder: &Path, file: &str) -> Draft {
    let text = fs::read_to_string(folder.join(file)).unwrap();
    let catalogue = resolve(&embedded()).expect("the shipped content is sound");
    parse(&text, &catalogue).unwrap_or_else(|faults| panic!("{faults:?}\n{text}")).draft
}

/// The plumber with 35 people, as far as the office knows it.
fn plumber(folder: &Path) {
    let company = "format = 1\ncontent = \"2026.2\"\n\n[company]\nsegment = \"crafts\"\nsub_trade = \"building-services\"\nemployees = 35\nturnover_eur = 4_200_000\nliquid_reserve_eur = 50_000\ntolerable_ruin = 0.01\ntraits = [\"external-it\", \"own-server\", \"mobile-devices\", \"online-banking\", \"website\", \"wlan\"]\ndigitalisation = { cloud = true, erp = true, website = true }\n";
    fs::write(folder.join("shk.waage.toml"), company).unwrap();
}

/// A person whose keys are counted.
struct Hand {
    session: Session,
    keys: usize,
}

impl Hand {
    fn press(&mut self, keys: &str, then: &str) -> String {
        // An arrow or another named key is one key.
        self.keys += keys.replace(DOWN, "d").replace(PAGE_DOWN, "p").chars().count();
        self.session.send_until(keys, then)
    }
}

/// True where an option is out of sight.
fn hides(screen: &str) -> bool {
    screen.lines().any(|it| it.starts_with(['\u{2191}', '\u{2193}']))
}

#[test]
fn the_owner_of_a_salon_needs_at_most_75_keys_for_the_short_check() {
    for (columns, rows) in SIZES {
        let folder = tempfile::tempdir().unwrap();
        let args = ["check", "salon.waage.toml", "--date", "2026-11-21"];
        let session = Session::start(folder.path(), columns, rows, &args);
        session.prompt("Wer sitzt hier?");
        let mut hand = Hand { session, keys: 0 };
        hand.press(ENTER, "Wie viel Zeit");
        hand.press(ENTER, "Was macht Ihr Betrieb");
        let echo = hand.press(&format!("friseur{ENTER}"), "Wie viele Menschen");
        assert!(
            echo.contains("\u{201e}friseur\u{201c}") || echo.contains("\u{201e}Friseur\u{201c}"),
            "{echo}"
        );
        hand.press(&format!("5{ENTER}"), "Wie viele davon");
        hand.press(ENTER, "Wie hoch ist der Umsatz");
        hand.press(&format!("180k{ENTER}"), "In welchem Bundesland");
        hand.press(&format!("bay{ENTER}"), "Was kostet Sie ein Arbeitstag");
        hand.press(ENTER, "Wie soll der Betrieb");
        let traits = hand.press(ENTER, "Was davon gibt es bei Ihnen?");
        assert!(traits.contains("[x] Wir haben eine Kasse"), "what salons have is ticked: {traits}");
        hand.press(&format!("{PAGE_DOWN}{PAGE_DOWN}{PAGE_DOWN}{PAGE_DOWN}{ENTER}"), "Und was davon trifft");
        hand.press(&format!("{PAGE_DOWN}{PAGE_DOWN}{ENTER}"), "Welche Abl\u{e4}ufe");
        let processes = hand.press(&format!(" {DOWN} {ENTER}"), "Wie lange d\u{fc}rfte");
        assert!(processes.contains("Termine"), "{processes}");
        hand.press("1", "Was kostet Sie ein Tag");
        hand.press(ENTER, "Wie lange d\u{fc}rfte");
        hand.press("1", "Was kostet Sie ein Tag");
        let incidents = hand.press(ENTER, "in den letzten fünf Jahren getroffen?");
        assert!(!hides(&incidents), "a kind of incident is hidden:\n{incidents}");
        hand.press(&format!("0{ENTER}"), "Wie viel Geld");
        hand.press(&format!("15k{ENTER}"), "Wie selten");
        hand.press(ENTER, "w\u{a0}wei\u{df}");
        // The facts were thirteen, the questions of the short check are as many.
        for place in 14..26 {
            let asked = format!("Frage {place} von");
            let screen = hand.session.until(&asked, |it| is_prompt(it) && it.contains(&asked));
            assert!(!hides(&screen), "an option is hidden:\n{screen}");
            hand.keys += 1;
            hand.session.send("2");
        }
        hand.session.prompt("zur Auswertung");
        hand.press("2", "fertig, zur Auswertung");
        assert!(hand.keys < 75, "{} keys", hand.keys);
        let draft = saved(folder.path(), "salon.waage.toml");
        assert_eq!(
            draft.company.sub_trade.as_ref().map(waage::model::SubTradeId::as_str),
            Some("hair-and-beauty")
        );
        assert_eq!(draft.records.len(), 12);
    }
}

#[test]
fn the_office_hands_over_what_others_know() {
    for (columns, rows) in SIZES {
        let folder = tempfile::tempdir().unwrap();
        plumber(folder.path());
        let args = ["check", "shk.waage.toml", "--role", "buero-und-verwaltung", "--date", "2026-11-21"];
        let mut session = Session::start(folder.path(), columns, rows, &args);
        let first =
            session.until("a question", |it| is_prompt(it) && it.contains("wei\u{df}\u{a0}ich\u{a0}nicht"));
        assert!(!hides(&first), "{first}");
        session.send_until("g", "Wer soll das beantworten?");
        session.send(&format!("{DOWN}{ENTER}"));
        session.until("the next question", |it| is_prompt(it) && !it.contains("Wer soll das"));
        session.send("w");
        session.until("what was said", is_prompt);
        session.send(CTRL_C);
        assert_eq!(session.exit_code(), 130);
        assert!(session.raw().contains("--role buero-und-verwaltung"), "{}", session.screen());
        let draft = saved(folder.path(), "shk.waage.toml");
        assert_eq!(draft.handed_over.len(), 1);
        assert_eq!(draft.records.len(), 1);
    }
}

#[test]
fn a_consultant_says_so_on_the_first_page() {
    for (columns, rows) in SIZES {
        let folder = tempfile::tempdir().unwrap();
        let args = ["check", "zulieferer", "--date", "2026-11-21"];
        let mut session = Session::start(folder.path(), columns, rows, &args);
        session.prompt("Wer sitzt hier?");
        session.send_until("4", "Mit wem sprechen Sie heute?");
        session.send_until(ENTER, "Wo findet das");
        session.send_until(ENTER, "Was macht Ihr Betrieb");
        session.send_until(&format!("Zulieferer{ENTER}"), "Zulieferer");
        session.send(CTRL_C);
        session.exit_code();
        plumber(folder.path());
        let args = ["check", "shk", "--consultant", "--date", "2026-11-21"];
        let mut session = Session::start(folder.path(), columns, rows, &args);
        session.prompt("Mit wem sprechen Sie heute?");
        session.send_until(&format!("Herr Bauer{ENTER}"), "Wo findet das");
        session.send(ENTER);
        session.until("a question", |it| is_prompt(it) && it.contains("Frage"));
        session.send_until("3", "Worauf st\u{fc}tzt sich die Antwort?");
        session.send_until("2", "Was haben Sie gesehen?");
        session.send_until(ENTER, "Wer hat es gesagt");
        session.send_until(ENTER, "Wo haben Sie es");
        session.send_until(ENTER, "Was m\u{f6}chten Sie sich");
        let before = session.screen();
        session.send(&format!("Protokoll{ENTER}"));
        session.until("the next question", |it| is_prompt(it) && *it != *before && !it.contains("Notiz:"));
        let draft = saved(folder.path(), "shk.waage.toml");
        let record = draft.records.values().next().expect("it is found again without its ending");
        assert_eq!(record.evidence, Evidence::Shown);
        assert_eq!(record.proof.person.as_deref(), Some("Herr Bauer"));
    }
}

#[test]
fn the_provider_sees_and_reviews_only_what_is_asked_of_them() {
    for (columns, rows) in SIZES {
        let folder = tempfile::tempdir().unwrap();
        plumber(folder.path());
        let file = folder.path().join("shk.waage.toml");
        let text = fs::read_to_string(&file).unwrap();
        let owner = "\n[answers.backup-frequency]\noption = \"daily\"\ndate = 2026-11-01\n";
        fs::write(&file, text + owner).unwrap();
        let args = ["check", "shk.waage.toml", "--role", "it-dienstleister", "--date", "2026-11-21"];
        let mut session = Session::start(folder.path(), columns, rows, &args);
        let first = session.until("a question", |it| is_prompt(it) && it.contains("Frage"));
        assert!(first.contains("Frage 1 von"), "{first}");
        let list = session.send_until("l", "Antworten bisher");
        assert!(!list.contains("Umsatz"), "{list}");
        session.send("wie oft werden ihre");
        let line = session.until("the question", |it| it.contains("Wie oft werden Ihre"));
        assert!(line.contains("noch offen"), "the owner's answer is not theirs: {line}");
        session.send(CTRL_C);
        session.exit_code();
    }
}

#[test]
fn a_dropped_file_opens_the_menu_on_it() {
    let folder = tempfile::tempdir().unwrap();
    plumber(folder.path());
    let session = Session::start(folder.path(), 80, 24, &["shk.waage.toml"]);
    let menu = session.prompt("Was m\u{f6}chten Sie tun?");
    for way in ["weitermachen", "eine Person", "einem Thema", "Beratung", "wiederholen"] {
        assert!(menu.contains(way), "{way}: {menu}");
    }
}

#[test]
fn a_double_clicked_program_works_among_the_documents() {
    let folder = tempfile::tempdir().unwrap();
    let (home, own) = (folder.path().join("home"), folder.path().join("programs"));
    std::fs::create_dir_all(home.join("Documents")).unwrap();
    std::fs::create_dir_all(&own).unwrap();
    let program = own.join("waage");
    std::fs::copy(env!("CARGO_BIN_EXE_waage"), &program).unwrap();
    plumber(&home.join("Documents"));
    let home = home.to_str().unwrap();
    let session = Session::start_program(&program, &own, &[("HOME", home)]);
    let menu = session.prompt("Was m\u{f6}chten Sie tun?");
    assert!(menu.contains("weitermachen"), "the file in the documents folder is found: {menu}");
}
