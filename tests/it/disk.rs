//! The one door to the disk: what may be replaced, what is written through, what is refused.
#![cfg(unix)]

use std::fs;
use std::io::Read;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use crate::support::program::{DAY, Ran, run, run_reading, scratch};
use crate::support::root;

const JOINERY: &str = "tests/companies/tischlerei/2026-11-21.waage.toml";

/// A copy of a worked firm's answers in a folder of its own.
fn firm(name: &str) -> (PathBuf, PathBuf) {
    let folder = scratch(name);
    let file = folder.join("firma.waage.toml");
    fs::copy(root().join(JOINERY), &file).unwrap();
    (folder, file)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn report(file: &Path, outputs: &[&str]) -> Ran {
    run([&["report", text(file), "--date", DAY], outputs].concat())
}

/// Runs a line of shell with the program as `$waage` and a folder as `$folder`.
fn shell(folder: &Path, line: &str) -> Ran {
    let output = Command::new("bash")
        .args(["-c", line])
        .current_dir(root())
        .env("waage", env!("CARGO_BIN_EXE_waage"))
        .env("folder", folder)
        .env("firm", root().join(JOINERY))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn an_output_that_is_an_input_is_refused_and_nothing_is_touched() {
    let (folder, file) = firm("output-is-input");
    let before = fs::read(&file).unwrap();
    let link = folder.join("link.json");
    symlink(&file, &link).unwrap();
    let hard = folder.join("hard.json");
    fs::hard_link(&file, &hard).unwrap();
    let detour = folder.join("..").join(folder.file_name().unwrap()).join("firma.waage.toml");
    for target in [&file, &link, &hard, &detour] {
        for option in ["--json", "--pdf", "--csv", "--html"] {
            report(&file, &[option, text(target)]).expect(2).complains(&[option, "gerade gelesen"]);
        }
        run(["handout", "leadership", text(&file), "--pdf", text(target)]).expect(2).complains(&["--pdf"]);
        run(["compare", JOINERY, text(&file), "--json", text(target)]).expect(2).complains(&["--json"]);
    }
    report(Path::new(JOINERY), &["--since", text(&file), "--json", text(&link)]).expect(2);
    let redirected =
        shell(&folder, "$waage report - --json $folder/firma.waage.toml < $folder/firma.waage.toml");
    redirected.expect(2).complains(&["gerade gelesen"]);
    shell(&folder, "$waage report $folder/firma.waage.toml >> $folder/firma.waage.toml").expect(2);
    assert_eq!(fs::read(&file).unwrap(), before);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
}

#[test]
fn a_look_its_picture_and_own_content_are_inputs_too() {
    let folder = scratch("look-is-input");
    for name in ["beratung.toml", "logo.png"] {
        fs::copy(root().join("docs/brand").join(name), folder.join(name)).unwrap();
    }
    let look = folder.join("beratung.toml");
    for target in ["beratung.toml", "logo.png"] {
        let target = folder.join(target);
        let before = fs::read(&target).unwrap();
        let outputs = ["--brand", text(&look), "--json", text(&target)];
        report(Path::new(JOINERY), &outputs).expect(2).complains(&["--json"]);
        assert_eq!(fs::read(&target).unwrap(), before);
    }
    let content = scratch("content-is-input");
    let measures = content.join("knowledge/measures");
    fs::create_dir_all(&measures).unwrap();
    fs::copy(root().join("knowledge/measures/mfa.toml"), measures.join("mfa.toml")).unwrap();
    for name in ["mfa.toml", "new.toml"] {
        let target = measures.join(name);
        let outputs = ["--content", text(&content), "--json", text(&target)];
        report(Path::new(JOINERY), &outputs).expect(2).complains(&["--json"]);
    }
    assert_eq!(names(&measures), ["mfa.toml"]);
    let model = content.join("model.toml");
    fs::write(&model, "format = 1\n").unwrap();
    run(["quantify", text(&model), "--json", text(&model)]).expect(2).complains(&["--json"]);
}

#[test]
fn two_outputs_on_one_path_are_refused() {
    let (folder, file) = firm("two-outputs");
    let there = folder.join("there.json");
    fs::write(&there, "mine").unwrap();
    symlink("there.json", folder.join("link.pdf")).unwrap();
    symlink("nowhere", folder.join("dangling.pdf")).unwrap();
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    for (json, pdf) in
        [("x", "x"), ("there.json", "link.pdf"), ("nowhere", "dangling.pdf"), ("x", "../two-outputs/x")]
    {
        report(&file, &["--json", &at(json), "--pdf", &at(pdf)]).expect(2).complains(&["--json", "--pdf"]);
    }
    report(&file, &["--json", "-", "--pdf", "-"]).expect(2).complains(&["Standardausgabe"]);
    report(&file, &["--json", "-", "--html", "/dev/stdout"]).expect(2).complains(&["--html"]);
    assert_eq!(names(&folder), ["dangling.pdf", "firma.waage.toml", "link.pdf", "there.json"]);
    assert_eq!(fs::read_to_string(&there).unwrap(), "mine");
}

#[test]
fn a_pipe_in_the_file_system_is_written_through() {
    let (folder, file) = firm("pipe");
    let pipe = folder.join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = {
        let pipe = pipe.clone();
        thread::spawn(move || {
            let mut text = String::new();
            fs::File::open(pipe).unwrap().read_to_string(&mut text).unwrap();
            text
        })
    };
    report(&file, &["--json", text(&pipe)]).expect(0);
    assert!(serde_json::from_str::<serde_json::Value>(&reader.join().unwrap()).is_ok());
    assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
}

#[test]
fn a_device_stays_a_device() {
    let (folder, file) = firm("device");
    let device = folder.join("null");
    // Only root can make a device; elsewhere the one of the system is safe from us anyway.
    if !Command::new("mknod").arg(&device).args(["c", "1", "3"]).status().unwrap().success() {
        return;
    }
    report(&file, &["--json", text(&device), "--pdf", text(&device)]).expect(0);
    assert!(fs::metadata(&device).unwrap().file_type().is_char_device());
}

#[test]
fn open_descriptors_are_written_through() {
    let (folder, _) = firm("descriptors");
    symlink("/proc/self/fd/1", folder.join("out")).unwrap();
    let plain = shell(&folder, "$waage report $firm --date 2026-11-21 --json -").expect(0).out;
    for target in ["$folder/out", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        let line = format!("$waage report $firm --date 2026-11-21 --json {target}");
        assert_eq!(shell(&folder, &line).expect(0).out, plain, "{target}");
        let line = format!("{line} > $folder/file; cat $folder/file");
        assert_eq!(shell(&folder, &line).expect(0).out, plain, "{target} into a file");
    }
    assert!(fs::symlink_metadata(folder.join("out")).unwrap().is_symlink());
    let line = "$waage report $firm --date 2026-11-21 --json >(cat > $folder/passed) > $folder/said; wait; sleep 0.2; cat $folder/passed";
    assert_eq!(shell(&folder, line).expect(0).out, plain, "process substitution");
    let line = "echo before > $folder/log; $waage report $firm --date 2026-11-21 --json /dev/fd/3 3>> $folder/log > $folder/said; cat $folder/log";
    assert_eq!(shell(&folder, line).expect(0).out, format!("before\n{plain}"), "what stood there stays");
}

#[test]
fn links_are_followed_to_what_they_name() {
    let (folder, file) = firm("links");
    fs::create_dir(folder.join("real")).unwrap();
    fs::write(folder.join("real/a.json"), "old").unwrap();
    symlink("real/a.json", folder.join("a.json")).unwrap();
    symlink("real/new.csv", folder.join("b.csv")).unwrap();
    let (a, b) = (folder.join("a.json"), folder.join("b.csv"));
    report(&file, &["--json", text(&a), "--csv", text(&b)]).expect(0).complains(&[text(&a), text(&b)]);
    for link in [&a, &b] {
        assert!(fs::symlink_metadata(link).unwrap().is_symlink());
    }
    assert!(fs::read_to_string(folder.join("real/a.json")).unwrap().starts_with('{'));
    assert_eq!(names(&folder.join("real")), ["a.json", "new.csv"]);
    fs::write(folder.join("one"), "old").unwrap();
    fs::hard_link(folder.join("one"), folder.join("two")).unwrap();
    report(&file, &["--csv", text(&folder.join("one"))]).expect(0);
    assert_eq!(fs::read(folder.join("one")).unwrap(), fs::read(folder.join("two")).unwrap());
    symlink("round", folder.join("round")).unwrap();
    let round = report(&file, &["--json", text(&folder.join("round"))]);
    assert!(round.code != 0 && round.code != 70, "{round:?}");
}

#[test]
fn rights_follow_the_umask_and_existing_ones_hold() {
    let (folder, file) = firm("rights");
    let line = "umask 077; $waage report $firm --json $folder/a.json --pdf $folder/a.pdf --html $folder/a.html --csv $folder/a.csv";
    shell(&folder, line).expect(0);
    for name in ["a.json", "a.pdf", "a.html", "a.csv"] {
        assert_eq!(mode(&folder.join(name)), 0o600, "{name}");
    }
    shell(&folder, "umask 022; $waage report $firm --json $folder/b.json").expect(0);
    assert_eq!(mode(&folder.join("b.json")), 0o644);
    fs::set_permissions(folder.join("b.json"), fs::Permissions::from_mode(0o640)).unwrap();
    shell(&folder, "umask 022; $waage report $firm --json $folder/b.json").expect(0);
    assert_eq!(mode(&folder.join("b.json")), 0o640);
    let owner = fs::metadata(folder.join("b.json")).unwrap().uid();
    assert_eq!(owner, fs::metadata(&folder).unwrap().uid());
    let protected = folder.join("signed.pdf");
    fs::write(&protected, "signed").unwrap();
    fs::set_permissions(&protected, fs::Permissions::from_mode(0o444)).unwrap();
    report(&file, &["--pdf", text(&protected)]).expect(74).complains(&["darf nicht geschrieben werden"]);
    assert_eq!(fs::read_to_string(&protected).unwrap(), "signed");
}

#[test]
fn every_written_path_is_named_on_stderr() {
    let (folder, file) = firm("named");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (pdf, json, html, csv) = (at("a.pdf"), at("a.json"), at("a.html"), at("a.csv"));
    report(&file, &["--pdf", &pdf, "--json", &json, "--html", &html, "--csv", &csv])
        .expect(0)
        .complains(&[&pdf, &json, &html, &csv]);
    run(["handout", "leadership", text(&file), "--pdf", &pdf]).expect(0).complains(&[&pdf]);
}

#[test]
fn what_the_environment_refuses_is_blamed_on_nobody() {
    let (folder, file) = firm("environment");
    report(&file, &["--json", text(&folder.join("missing/a.json"))])
        .expect(2)
        .complains(&["der Ordner fehlt"]);
    let full = shell(&folder, "$waage report $firm > /dev/full").expect(74);
    full.complains(&["passt nicht mehr"]);
    let full = shell(&folder, "$waage report $firm --json $folder/a.json --html /dev/full").expect(74);
    full.complains(&["kein Platz"]);
    assert!(folder.join("a.json").exists(), "what was written before is there");
}

#[test]
fn unfinished_files_of_a_killed_run_are_removed_at_the_next_start() {
    let (folder, file) = firm("unfinished");
    fs::write(folder.join(".waage-aB3xY9.tmp"), "half").unwrap();
    let alive = folder.join(".waage-qQ7wE2.tmp");
    fs::write(&alive, "still being written").unwrap();
    let writer = fs::File::open(&alive).unwrap();
    writer.try_lock().unwrap();
    fs::write(folder.join(".waage-notes"), "the owner's own").unwrap();
    report(&file, &[]).expect(0);
    assert_eq!(names(&folder), [".waage-notes", ".waage-qQ7wE2.tmp", "firma.waage.toml"]);
    drop(writer);
    report(&file, &[]).expect(0);
    assert_eq!(names(&folder), [".waage-notes", "firma.waage.toml"]);
}

#[test]
fn a_reader_that_stops_early_changes_no_exit_code() {
    let folder = scratch("stops-early");
    for (call, code) in [
        ("gate $firm --date 2026-11-21 --max-expected-loss 1", 1),
        ("gate $firm --date 2026-11-21 --max-expected-loss 1 --format junit", 1),
        ("gate $firm --date 2026-11-21 --max-expected-loss 1000000", 0),
        ("report $firm --date 2026-11-21 --full", 0),
        ("content lint --date 2040-01-01", 0),
    ] {
        let line = format!("$waage {call} | true; echo ${{PIPESTATUS[0]}}");
        assert_eq!(shell(&folder, &line).expect(0).out.trim(), code.to_string(), "{call}");
    }
}

#[test]
fn a_name_full_of_escapes_reaches_no_terminal() {
    let folder = scratch("escapes");
    let file = folder.join("firma.waage.toml");
    let small = fs::read_to_string(root().join("tests/cases/terminal-injection.toml")).unwrap();
    fs::write(&file, &small).unwrap();
    let steers = |text: &str| {
        text.chars().any(|it| (it.is_control() && it != '\n') || ('\u{202a}'..='\u{202e}').contains(&it))
    };
    for call in [
        vec!["report", text(&file), "--full", "--date", DAY],
        vec!["compare", text(&file), text(&file), "--date", DAY, "--old-date", DAY],
        vec!["report", "\u{1b}[31m\u{202e}gibt-es-nicht"],
        vec!["report", text(&file), "--with", "\u{1b}]0;x\u{7}"],
        vec!["\u{9b}31m"],
    ] {
        let ran = run(&call);
        assert!(!steers(&ran.out) && !steers(&ran.err), "{call:?}: {ran:?}");
        assert_ne!(ran.code, 70);
    }
    let exact = run_reading(&small, ["report", "-", "--json", "-", "--date", DAY]).expect(0).out;
    assert!(serde_json::from_str::<serde_json::Value>(&exact).is_ok(), "programs get the text as it is");
}
