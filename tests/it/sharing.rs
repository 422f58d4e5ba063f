//! One answers file, several hands: two checks, an editor, a synchronisation, a disk that refuses.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use waage::assessment::Draft;
use waage::assessment::answers_file::parse;
use waage::catalogue::{embedded, resolve};
use waage::model::Answer;

use crate::support::program::run;
use crate::support::root;
use crate::support::terminal::{ENTER, Session};

const FIRM: &str = "# Unsere Datei\nformat = 1\ncontent = \"CONTENT\"\n\n[company]\nsegment = \"crafts\"\nemployees = 4 # mit Chef\nturnover_eur = 400_000\nliquid_reserve_eur = 20_000\ntolerable_ruin = 0.01\ntraits = [\"online-banking\", \"wlan\"]\ndigitalisation = { cloud = false }\n";

fn firm() -> String {
    let catalogue = resolve(&embedded()).unwrap();
    FIRM.replace("CONTENT", &catalogue.version.version)
}

fn folder_with(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("f.waage.toml"), text).unwrap();
    folder
}

fn check(folder: &Path, more: &[&str]) -> Session {
    let args = [&["check", "f.waage.toml", "--plain", "--date", "2026-11-21"], more].concat();
    Session::start(folder, 120, 40, &args)
}

fn text_in(folder: &Path) -> String {
    fs::read_to_string(folder.join("f.waage.toml")).unwrap()
}

fn draft_in(folder: &Path) -> Draft {
    let text = text_in(folder);
    parse(&text, &resolve(&embedded()).unwrap()).unwrap_or_else(|it| panic!("{it:?}\n{text}")).draft
}

/// Answers the prompt on screen and waits for the next one.
fn answer(session: &mut Session, typed: &str) {
    let before = session.raw().len();
    session.send(&format!("{typed}{ENTER}"));
    session
        .until_written("the next prompt", |raw| raw.len() > before + typed.len() + 10 && raw.ends_with(": "));
}

fn ready(session: &Session) {
    session.until_written("a prompt", |raw| raw.ends_with(": "));
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn two_checks_and_an_editor_on_one_file_lose_nothing() {
    let folder = folder_with(&firm());
    let mut owner = check(folder.path(), &[]);
    ready(&owner);
    let mut provider = check(folder.path(), &["--topic", "backup"]);
    ready(&provider);
    assert!(provider.raw().contains("arbeitet seit"), "{}", provider.raw());
    answer(&mut owner, "1");
    answer(&mut provider, "2");
    // An editor adds a comment and a threshold and changes a figure.
    let edited = text_in(folder.path())
        .replace("employees = 4 # mit Chef", "employees = 6 # mit Chef und Aushilfen")
        + "\n[gate]\nmax_age_days = 400 # einmal im Jahr\n";
    fs::write(folder.path().join("f.waage.toml"), edited).unwrap();
    answer(&mut owner, "1");
    answer(&mut provider, "1");
    answer(&mut owner, "2");
    let draft = draft_in(folder.path());
    assert_eq!(draft.records.len(), 5, "{}", text_in(folder.path()));
    assert_eq!(draft.company.employees, Some(6));
    assert_eq!(draft.gate.max_age_days, Some(400));
    for comment in ["# Unsere Datei", "# mit Chef und Aushilfen", "# einmal im Jahr"] {
        assert!(text_in(folder.path()).contains(comment), "{comment}");
    }
    assert!(owner.raw().contains("Beides ist jetzt zusammen gespeichert"), "{}", owner.raw());
}

#[test]
fn an_editor_that_saves_an_old_copy_takes_no_answer_back() {
    let folder = folder_with(&firm());
    let mut session = check(folder.path(), &[]);
    ready(&session);
    answer(&mut session, "1");
    answer(&mut session, "1");
    fs::write(folder.path().join("f.waage.toml"), firm().replace("400_000", "450_000")).unwrap();
    answer(&mut session, "1");
    let draft = draft_in(folder.path());
    assert_eq!((draft.records.len(), draft.company.turnover_eur), (3, Some(450_000.0)));
}

#[test]
fn what_two_people_answer_differently_is_asked() {
    for (choice, kept) in [("1", 0), ("2", 1)] {
        let folder = folder_with(&firm());
        let (mut one, mut other) =
            (check(folder.path(), &["--topic", "backup"]), check(folder.path(), &["--topic", "backup"]));
        ready(&one);
        ready(&other);
        answer(&mut one, "1");
        let id = draft_in(folder.path()).records.keys().next().unwrap().clone();
        let first = draft_in(folder.path()).records[&id].answer.clone();
        answer(&mut other, "2");
        assert!(other.raw().contains("Was gilt?"), "{}", other.raw());
        answer(&mut other, choice);
        let now = draft_in(folder.path()).records[&id].answer.clone();
        assert_eq!(now == first, kept == 1, "{now:?}");
        assert!(matches!(now, Answer::Chosen(_)));
    }
}

#[test]
fn a_file_broken_in_an_editor_is_asked_about_and_nothing_is_overwritten() {
    let folder = folder_with(&firm());
    let mut session = check(folder.path(), &[]);
    ready(&session);
    let broken = firm().replace("employees = 4", "employees = ");
    fs::write(folder.path().join("f.waage.toml"), &broken).unwrap();
    answer(&mut session, "1");
    assert!(session.raw().contains("noch nicht gespeichert"), "{}", session.raw());
    assert_eq!(text_in(folder.path()), broken);
    fs::write(folder.path().join("f.waage.toml"), firm()).unwrap();
    answer(&mut session, "1");
    assert_eq!(draft_in(folder.path()).records.len(), 1);
}

#[test]
fn a_folder_that_cannot_be_written_keeps_the_answer_until_it_can_or_elsewhere() {
    if run(["--version"]).code != 0 || is_root() {
        return;
    }
    let folder = folder_with(&firm());
    let mut session = check(folder.path(), &[]);
    ready(&session);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    answer(&mut session, "1");
    assert!(session.raw().contains("darf nicht geschrieben werden"), "{}", session.raw());
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    answer(&mut session, "1");
    assert_eq!(draft_in(folder.path()).records.len(), 1);
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|it| it.uid() == 0)
}

#[test]
fn a_file_protected_from_writing_offers_another_place() {
    let folder = folder_with(&firm());
    let file = folder.path().join("f.waage.toml");
    let mut session = check(folder.path(), &[]);
    ready(&session);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o400)).unwrap();
    answer(&mut session, "1");
    assert!(session.raw().contains("noch nicht gespeichert"), "{}", session.raw());
    answer(&mut session, "1");
    answer(&mut session, "2");
    answer(&mut session, "anders.waage.toml");
    let elsewhere = fs::read_to_string(folder.path().join("anders.waage.toml")).unwrap();
    assert!(elsewhere.contains("[answers."), "{elsewhere}");
    assert_eq!(text_in(folder.path()), firm());
}

/// A disk of a few pages. Only root can have one; elsewhere the test has nothing to say.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn new(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let options = format!("size={size}");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(folder.path()).output();
        mounted.is_ok_and(|it| it.status.success()).then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).output();
    }
}

#[test]
fn a_full_disk_keeps_the_answer_and_the_file_and_goes_on_when_there_is_room() {
    let Some(disk) = SmallDisk::new("64k") else { return };
    let folder = disk.0.path();
    fs::write(folder.join("f.waage.toml"), firm()).unwrap();
    let mut session = check(folder, &[]);
    ready(&session);
    fs::write(folder.join("ballast"), vec![0; 52 * 1024]).unwrap();
    while fs::write(folder.join(format!("more-{}", names(folder).len())), vec![1; 1024]).is_ok() {}
    answer(&mut session, "1");
    assert!(session.raw().contains("kein Platz"), "{}", session.raw());
    assert_eq!(text_in(folder), firm(), "the file is as it was");
    assert!(!names(folder).iter().any(|it| it.contains(".tmp")), "{:?}", names(folder));
    fs::remove_file(folder.join("ballast")).unwrap();
    answer(&mut session, "1");
    assert_eq!(draft_in(folder).records.len(), 1);
    let report = run([
        "report",
        folder.join("f.waage.toml").to_str().unwrap(),
        "--pdf",
        folder.join("a.pdf").to_str().unwrap(),
    ]);
    report.expect(74).complains(&["kein Platz"]);
    assert!(!folder.join("a.pdf").exists());
}

#[test]
fn a_read_only_disk_is_blamed_on_nobody() {
    let Some(disk) = SmallDisk::new("1m") else { return };
    let folder = disk.0.path();
    fs::write(folder.join("f.waage.toml"), firm()).unwrap();
    let remounted = Command::new("mount").args(["-o", "remount,ro"]).arg(folder).output().unwrap();
    assert!(remounted.status.success());
    let file = folder.join("f.waage.toml");
    run(["report", file.to_str().unwrap()]).expect(0);
    let output = folder.join("a.json");
    run(["report", file.to_str().unwrap(), "--json", output.to_str().unwrap()])
        .expect(74)
        .complains(&["schreibgeschützten Datenträger"]);
    let mut session = check(folder, &[]);
    ready(&session);
    answer(&mut session, "1");
    assert!(session.raw().contains("schreibgeschützt"), "{}", session.raw());
    session.send(&format!("3{ENTER}"));
    assert_eq!(session.exit_code(), 74);
}

#[test]
fn line_ends_and_byte_order_mark_stay_as_the_owner_wrote_them() {
    let original = fs::read(root().join("tests/cases/crlf-multiline.waage.toml")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("f.waage.toml"), &original).unwrap();
    let mut session = check(folder.path(), &[]);
    ready(&session);
    // Everything is answered; the seventh line of the list is the name.
    answer(&mut session, "7");
    answer(&mut session, "Tischlerei Neu");
    let now = fs::read(folder.path().join("f.waage.toml")).unwrap();
    assert_ne!(now, original);
    assert!(now.starts_with("\u{feff}".as_bytes()));
    let now = String::from_utf8(now).unwrap();
    assert_eq!(now.matches('\n').count(), now.matches("\r\n").count(), "every line ends as before");
    let original = String::from_utf8(original).unwrap();
    let kept = original.lines().filter(|line| now.lines().any(|it| it == *line)).count();
    assert!(kept + 4 >= original.lines().count(), "{kept} of {} lines stay", original.lines().count());
}

#[test]
fn a_linked_file_is_saved_where_the_link_leads() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("share")).unwrap();
    fs::write(folder.path().join("share/real.waage.toml"), firm()).unwrap();
    symlink("share/real.waage.toml", folder.path().join("f.waage.toml")).unwrap();
    let mut session = check(folder.path(), &[]);
    ready(&session);
    answer(&mut session, "1");
    assert!(fs::symlink_metadata(folder.path().join("f.waage.toml")).unwrap().is_symlink());
    let real = fs::read_to_string(folder.path().join("share/real.waage.toml")).unwrap();
    assert!(real.contains("[answers."), "{real}");
}

#[test]
fn a_new_file_is_private_and_an_old_one_keeps_its_rights() {
    let folder = folder_with(&firm());
    let file = folder.path().join("f.waage.toml");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o664)).unwrap();
    let mut session = check(folder.path(), &[]);
    ready(&session);
    answer(&mut session, "1");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o664);
    fs::remove_file(&file).unwrap();
    answer(&mut session, "1");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(draft_in(folder.path()).records.len(), 2, "a file somebody removed is written again whole");
}

#[test]
fn a_killed_check_leaves_nothing_after_the_next_start() {
    let folder = folder_with(&firm());
    let mut session = check(folder.path(), &[]);
    ready(&session);
    assert!(
        names(folder.path()).contains(&".f.waage.toml.waage-lock".to_owned()),
        "{:?}",
        names(folder.path())
    );
    session.kill();
    fs::write(folder.path().join(".waage-abcdef.tmp"), "half").unwrap();
    run(["report", folder.path().join("f.waage.toml").to_str().unwrap(), "--date", "2026-11-21"]).expect(0);
    assert_eq!(names(folder.path()), ["f.waage.toml"]);
}
