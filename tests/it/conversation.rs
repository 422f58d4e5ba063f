//! Whole journeys through the check under a real pseudo-terminal.

use std::fs;
use std::path::Path;

use waage::assessment::answers_file::parse;
use waage::assessment::{Draft, Standings, in_effect};
use waage::catalogue::{embedded, resolve};
use waage::model::Catalogue;

use crate::support::terminal::{CTRL_C, DOWN, ENTER, ESC, PAGE_DOWN, Session, is_prompt};

fn catalogue() -> Catalogue {
    resolve(&embedded()).expect("the shipped content is sound")
}

/// The file as it is on disk; it has to be valid whenever it is there.
fn saved(folder: &Path) -> Draft {
    let text = fs::read_to_string(folder.join("f.waage.toml")).unwrap();
    parse(&text, &catalogue()).unwrap_or_else(|faults| panic!("{faults:?}\n{text}")).draft
}

/// A file with a known company, so that the questions come first.
fn known_company(folder: &Path) {
    let text = "format = 1\ncontent = \"2026.1\"\n\n[company]\nsegment = \"crafts\"\nemployees = 4\nturnover_eur = 400_000\nliquid_reserve_eur = 20_000\ntolerable_ruin = 0.01\ntraits = [\"online-banking\", \"wlan\"]\ndigitalisation = { cloud = false }\n";
    fs::write(folder.join("f.waage.toml"), text).unwrap();
}

fn check(folder: &Path, more: &[&str]) -> Session {
    let mut args = vec!["check", "f.waage.toml", "--date", "2026-11-21"];
    args.extend_from_slice(more);
    Session::start(folder, 80, 24, &args)
}

/// The number of the item on screen.
fn place(screen: &str) -> usize {
    let after = screen.split("Frage ").nth(1).unwrap_or("");
    after.split(' ').next().unwrap_or("").parse().unwrap_or(0)
}

/// Takes the first entry and waits for the next item.
fn confirm(session: &mut Session) -> String {
    let before = session.until("a prompt", is_prompt);
    session.send("1");
    session.until("the next page", |screen| is_prompt(screen) && *screen != *before)
}

#[test]
fn a_micro_firm_goes_the_whole_way() {
    let folder = tempfile::tempdir().unwrap();
    // A paper of the owner's own that happens to have the report's name.
    fs::write(folder.path().join("f.pdf"), "eigenes Papier").unwrap();
    let mut session = check(folder.path(), &[]);
    session.prompt("Guten Tag");
    session.send_until(ENTER, "Wie viel Zeit");
    session.send_until(&format!("{DOWN}{ENTER}"), "Was macht Ihr Betrieb");
    session.send_until(&format!("friseur{ENTER}"), "Wie viele Menschen");
    session.send_until(&format!("3{ENTER}"), "Wie viele davon arbeiten");
    session.send_until(ENTER, "Wie hoch ist der Umsatz");
    session.send_until(&format!("180k{ENTER}"), "In welchem Bundesland");
    session.send_until(&format!("bayern{ENTER}"), "Was kostet Sie ein Arbeitstag");
    session.send_until(ENTER, "Wie soll der Betrieb");
    session.send_until(&format!("Salon Muster{ENTER}"), "Was davon gibt es bei Ihnen?");
    session.send_until(&format!("{PAGE_DOWN}{PAGE_DOWN}{ENTER}"), "Und was davon trifft");
    session.send_until(&format!(" {DOWN} {PAGE_DOWN}{PAGE_DOWN}{ENTER}"), "Welche Abläufe");
    session.send_until(&format!(" {ENTER}"), "Wie lange dürfte");
    session.send_until(&format!("{DOWN}{ENTER}"), "Was kostet Sie ein Tag");
    session.send_until(ENTER, "letzten fünf Jahren getroffen?");
    session.send_until(&format!("{DOWN}{DOWN}{DOWN}{DOWN}{DOWN}{DOWN}{DOWN} {ENTER}"), "Wie oft in fünf");
    session.send_until("1", "Wie viel Geld");
    session.send_until(&format!("15.000{ENTER}"), "Wie selten");
    let mut screen = session.send_until(ENTER, "Chefsache");
    let mut asked = 0;
    while !screen.contains("Alles gefragt") {
        asked += 1;
        assert!(asked < 150, "no end in sight:\n{screen}");
        screen = confirm(&mut session);
    }
    session.send_until(ENTER, "Mittlerer Schaden im Jahr");
    session.send_until(ENTER, "Zuerst:");
    session.send_until(ENTER, "Wie soll es weitergehen?");
    session.send_until("2", "Welche Stufe");
    session.send_until("1", "Sie haben Stufe 1");
    session.send_until("3", "Für welchen Schritt?");
    session.send_until(&format!("{DOWN}{ENTER}"), "Wer kümmert sich");
    session.send_until(&format!("Frau Muster{ENTER}"), "Bis wann");
    session.send_until(&format!("31.3.2027{ENTER}"), "Festgelegt: 1 Schritt");
    session.send_until("6", "Welche Maßnahme lassen Sie");
    session.send_until(&format!("{DOWN}{DOWN}{ENTER}"), "Warum tragen Sie");
    session.send_until(&format!("Zu klein dafür{ENTER}"), "Wer trägt es?");
    session.send_until(&format!("Frau Muster{ENTER}"), "Wann sehen Sie");
    session.send_until(ENTER, "Bewusst getragen: 1 Risiko");
    session.send("7");
    assert_eq!(session.exit_code(), 0);
    let end = session.raw();
    for part in ["Bericht: f", "Nächster Check: November 2027"] {
        assert!(end.contains(part), "{part} is missing at the end:\n{}", session.screen());
    }
    assert!(end.contains("Bericht: f-2026-11-21.pdf"), "{}", session.screen());
    assert!(fs::read(folder.path().join("f-2026-11-21.pdf")).unwrap().starts_with(b"%PDF"));
    assert_eq!(fs::read_to_string(folder.path().join("f.pdf")).unwrap(), "eigenes Papier");
    let catalogue = catalogue();
    let answers = saved(folder.path()).answers().unwrap();
    assert_eq!(answers.company.employees, 3);
    let lived: Vec<(&str, u32)> = answers
        .company
        .past_incidents
        .iter()
        .map(|it| (it.0.as_str(), *it.1))
        .filter(|it| it.1 > 0)
        .collect();
    assert_eq!((lived, answers.company.past_incidents.len()), (vec![("device-loss", 1)], 9));
    assert_eq!(answers.company.name.as_deref(), Some("Salon Muster"));
    let standings = Standings::new(&catalogue, &answers.company, &answers.records);
    assert!(standings.open(&catalogue).all(|it| answers.records.contains_key(&it.id)), "all is answered");
    assert_eq!(answers.records.len(), asked);
    assert_eq!(answers.plan_rung, Some(waage::model::RungId::Pays));
    let owner = |it: &waage::model::TakenDecision| {
        it.owner.clone().or(it.acceptance.as_ref().map(|it| it.owner.clone()))
    };
    let owners: Vec<String> = answers.decisions.values().filter_map(owner).collect();
    assert_eq!((answers.decisions.len(), owners), (2, vec!["Frau Muster".to_owned(); 2]));
}

#[test]
fn leaving_after_question_seven_resumes_at_question_eight() {
    let folder = tempfile::tempdir().unwrap();
    known_company(folder.path());
    let mut session = check(folder.path(), &[]);
    let mut screen = session.prompt("Chefsache");
    for _ in 0..7 {
        screen = confirm(&mut session);
    }
    let eighth = place(&screen);
    session.send(CTRL_C);
    assert_eq!(session.exit_code(), 130);
    assert!(session.screen().contains("Gespeichert in f.waage.toml"), "{}", session.screen());
    assert!(session.screen().contains("waage check f.waage.toml"), "{}", session.screen());
    assert_eq!(saved(folder.path()).records.len(), 7);
    let session = check(folder.path(), &[]);
    let again = session.prompt("Schön, dass Sie weitermachen. 7 Antworten sind schon da.");
    assert_eq!(place(&again), eighth);
}

#[test]
fn a_branch_that_closes_keeps_its_answers_until_it_opens_again() {
    let folder = tempfile::tempdir().unwrap();
    known_company(folder.path());
    let file = folder.path().join("f.waage.toml");
    let digital = "cloud = true, erp = true, crm = true, ai = true";
    fs::write(&file, fs::read_to_string(&file).unwrap().replace("cloud = false", digital)).unwrap();
    let mut session = check(folder.path(), &["--topic", "updates"]);
    let catalogue = catalogue();
    session.prompt("Updates und alte Technik");
    let text = |id: &str| catalogue.question(&id.into()).unwrap().text.clone();
    let begins = |id: &str| text(id).split(' ').take(4).collect::<Vec<_>>().join(" ");
    let (routine, speed) = (begins("updates-routine"), begins("updates-speed"));
    session.prompt(&routine);
    let option = |id: &str, chosen: &str| {
        1 + catalogue
            .question(&id.into())
            .unwrap()
            .options
            .iter()
            .position(|it| it.id.as_str() == chosen)
            .unwrap()
    };
    session.send_until(&option("updates-routine", "automatic").to_string(), &begins("updates-scope"));
    session.send_until("1", &speed);
    session.send("2");
    session.until("the question after", |screen| is_prompt(screen) && !screen.contains(&speed));
    session.send_until(ESC, &speed);
    session.send_until(ESC, &begins("updates-scope"));
    session.send_until(ESC, &routine);
    session.send("1");
    session.until("past the branch", |screen| {
        is_prompt(screen) && !screen.contains(&routine) && !screen.contains(&speed)
    });
    let answers = saved(folder.path()).answers().unwrap();
    assert!(answers.records.contains_key("updates-speed"), "kept");
    assert!(!in_effect(&catalogue, &answers).records.contains_key("updates-speed"), "without effect");
    session.send_until(ESC, &begins("updates-scope"));
    session.send_until(ESC, &routine);
    session.send(&option("updates-routine", "automatic").to_string());
    session.until("past the branch", |screen| is_prompt(screen) && !screen.contains(&routine));
    let answers = saved(folder.path()).answers().unwrap();
    assert!(in_effect(&catalogue, &answers).records.contains_key("updates-speed"), "back in effect");
}

#[test]
fn a_window_that_changes_its_size_keeps_filter_mark_and_ticks() {
    let folder = tempfile::tempdir().unwrap();
    known_company(folder.path());
    let mut session = check(folder.path(), &[]);
    let marked = |screen: &str| screen.lines().find(|it| it.starts_with('›')).unwrap_or("").to_owned();
    session.prompt("Chefsache");
    session.send(&format!("{DOWN}{DOWN}{DOWN}"));
    session.until("the third", |screen| marked(screen).starts_with("› 3"));
    for (columns, rows) in [(60, 18), (100, 30), (80, 24)] {
        session.resize(columns, rows);
        let shown =
            session.until("the page again", |screen| is_prompt(screen) && screen.contains("Chefsache"));
        assert!(marked(&shown).starts_with("› 3"), "{shown}");
    }
    session.send_until("l", "Antworten bisher");
    session.send("merk");
    session
        .until("the search", |screen| screen.contains("wählen: merk") && marked(screen).contains("Merkmale"));
    session.resize(60, 24);
    let found = session.until("the search again", |screen| is_prompt(screen) && screen.contains("merk"));
    assert!(marked(&found).contains("Merkmale"), "{found}");
    session.send_until(ENTER, "Was davon gibt es bei Ihnen?");
    session.send(" ");
    let ticked = session.until("a tick", |screen| marked(screen).contains("[x]"));
    session.resize(70, 24);
    let again = session.until("the ticks again", |screen| is_prompt(screen) && *screen != *ticked);
    assert!(marked(&again).contains("[x]"), "{again}");
    session.send(CTRL_C);
    assert_eq!(session.exit_code(), 130);
    assert!(saved(folder.path()).records.is_empty());
}

#[test]
fn holding_enter_through_a_whole_check_stores_not_one_fact() {
    let folder = tempfile::tempdir().unwrap();
    let text = "format = 1\ncontent = \"2026.1\"\n\n[company]\nsegment = \"crafts\"\nemployees = 4\n";
    fs::write(folder.path().join("f.waage.toml"), text).unwrap();
    let before = saved(folder.path());
    let mut session = check(folder.path(), &[]);
    for _ in 0..400 {
        let screen = session.until("a prompt", is_prompt);
        if screen.contains("zur Auswertung") {
            break;
        }
        session.send(ENTER);
        session.until("something else", |it| is_prompt(it) && *it != *screen);
    }
    session.prompt("zur Auswertung");
    session.send(CTRL_C);
    assert_eq!(session.exit_code(), 130);
    let after = saved(folder.path());
    assert_eq!((after.company, after.records.len()), (before.company, 0));
}

#[test]
fn a_pasted_page_does_no_harm_at_any_prompt() {
    let folder = tempfile::tempdir().unwrap();
    known_company(folder.path());
    let page: String = "Zeile mit Text, 5 Wörter.\n".chars().cycle().take(5000).collect();
    let paste = format!("\x1b[200~{page}\x1b[201~");
    let mut session = check(folder.path(), &[]);
    let list = session.prompt("Chefsache");
    session.send(&paste);
    // The list stays as it was and still answers.
    session.send(&format!("{DOWN}{ENTER}"));
    let screen =
        session.until("the next question", |screen| is_prompt(screen) && place(screen) == place(&list) + 1);
    session.send_until("n", "Was möchten Sie sich");
    session.send(&paste);
    session.prompt("Das war zu lang");
    session.send_until(ENTER, "Notiz: Zeile mit Text");
    session.send("1");
    session.until("the question after", |next| is_prompt(next) && place(next) == place(&screen) + 1);
    let draft = saved(folder.path());
    assert_eq!(draft.records.len(), 2);
    assert!(draft.records.values().any(|it| it.note.as_ref().is_some_and(|it| it.chars().count() <= 2000)));
}

/// Leads to a kind of prompt and leaves there; what was confirmed before is in the file.
fn leaves(new: bool, lead_to: impl FnOnce(&mut Session)) {
    let folder = tempfile::tempdir().unwrap();
    if !new {
        known_company(folder.path());
    }
    let mut session = check(folder.path(), &[]);
    lead_to(&mut session);
    session.send(CTRL_C);
    assert_eq!(session.exit_code(), 130);
    if !new {
        assert_eq!(saved(folder.path()).company.employees, Some(4));
    }
}

fn to_the_company(session: &mut Session) {
    session.prompt("Guten Tag");
    session.send_until(ENTER, "Wie viel Zeit");
    session.send_until(&format!("{DOWN}{ENTER}"), "Was macht Ihr Betrieb");
}

fn beside(session: &mut Session, key: &str) {
    session.prompt("Chefsache");
    session.send(key);
    session.until("the page beside", |screen| is_prompt(screen) && !screen.contains("s später"));
}

#[test]
fn ctrl_c_leaves_from_every_kind_of_prompt() {
    leaves(true, to_the_company);
    leaves(true, |session| {
        to_the_company(session);
        session.send("friseur");
        session.until("the search", |screen| screen.contains(": friseur"));
    });
    leaves(true, |session| {
        to_the_company(session);
        session.send_until(&format!("friseur{ENTER}"), "Wie viele Menschen");
    });
    leaves(false, |session| beside(session, "n"));
    leaves(false, |session| beside(session, "v"));
    leaves(false, |session| beside(session, "l"));
    leaves(false, |session| {
        beside(session, "l");
        session.send_until(&format!("merkmale{ENTER}"), "Was davon gibt es bei Ihnen?");
        session.send(" ");
    });
}

#[test]
fn a_closed_window_loses_nothing_that_was_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    known_company(folder.path());
    let mut session = check(folder.path(), &[]);
    session.prompt("Chefsache");
    for _ in 0..3 {
        confirm(&mut session);
    }
    session.send(DOWN);
    session.close();
    session.exit_code();
    assert_eq!(saved(folder.path()).records.len(), 3);
}

#[test]
fn a_narrow_window_shows_every_word() {
    let folder = tempfile::tempdir().unwrap();
    known_company(folder.path());
    let mut session = Session::start(folder.path(), 60, 24, &["check", "f.waage.toml"]);
    let mut screen = session.prompt("Chefsache");
    let catalogue = catalogue();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for _ in 0..8 {
        let shown = words(&screen);
        let question = catalogue.questions.iter().find(|it| shown.contains(&words(&it.text)));
        let question = question.unwrap_or_else(|| panic!("no whole question on\n{screen}"));
        let scrolls = screen.lines().any(|it| it.starts_with(['↓', '↑']));
        for option in question.options.iter().filter(|_| !scrolls) {
            assert!(shown.contains(&words(&option.text)), "{} in\n{screen}", option.text);
        }
        screen = confirm(&mut session);
    }
}

#[test]
fn without_colour_no_colour_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    known_company(folder.path());
    let args = ["check", "f.waage.toml"];
    let coloured = Session::start(folder.path(), 80, 24, &args);
    coloured.prompt("Chefsache");
    let plain = Session::start_with(folder.path(), 80, 24, &args, &[("NO_COLOR", "1")]);
    plain.prompt("Chefsache");
    let has_colour = |raw: &str| raw.contains("\x1b[38;5;") || raw.contains("\x1b[1m");
    assert!(has_colour(&coloured.raw()));
    assert!(!has_colour(&plain.raw()));
    assert!(!plain.raw().contains("\x1b[5m"), "nothing blinks");
}

#[test]
fn a_repetition_asks_what_happened_and_begins_at_the_last_answer() {
    let folder = tempfile::tempdir().unwrap();
    known_company(folder.path());
    let first = folder.path().join("f.waage.toml");
    let text = fs::read_to_string(&first).unwrap();
    let answer = "\n[answers.people-contact-point]\noption = \"known\"\ndate = 2026-11-02\n";
    fs::write(&first, text + answer).unwrap();
    let args = ["check", "neu.waage.toml", "--again", "f.waage.toml", "--date", "2026-11-21"];
    let mut session = Session::start(folder.path(), 100, 40, &args);
    session.prompt("Welche Schritte vom letzten Mal");
    session.send_until(&format!("{ENTER}{ENTER}"), "Was ist seit dem letzten Mal geschehen?");
    // The second of the list: an incident.
    let told = session.send_until(&format!("{DOWN} {ENTER}"), "Wie hoch ist der Umsatz");
    assert!(told.contains("Sofort:") && told.contains("Zum ersten Mal:"), "{told}");
    session.send_until(ENTER, "letzten fünf Jahren getroffen?");
    session.send_until(&format!("{DOWN}{DOWN}{DOWN}{DOWN}{DOWN}{DOWN}{DOWN} {ENTER}"), "Wie oft in fünf");
    session.send_until("1", "Wie viel Geld");
    session.send_until(ENTER, "Wie melden Ihre Leute es");
    let page = session.prompt("Zuletzt am 02.11.2026");
    assert!(page.contains("Ein Vorfall zeigt"), "{page}");
    assert!(
        page.contains("\u{203a} 3 mündlich bei einer bekannten Person"),
        "the cursor stands on the last answer: {page}"
    );
    session.send_until(ENTER, "Frage");
    session.send(CTRL_C);
    session.close();
    let kept = fs::read_to_string(folder.path().join("neu.waage.toml")).unwrap();
    assert!(kept.contains("option = \"known\"\ndate = 2026-11-21"), "confirmed today: {kept}");
    assert!(fs::read_to_string(&first).unwrap().contains("date = 2026-11-02"), "the old file stays as it is");
}
