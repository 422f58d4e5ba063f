//! The recipes do what they say.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::program::scratch;
use crate::support::root;

const FIRM: &str = "tests/companies/tischlerei/2026-11-21.waage.toml";

/// A shell as a scheduler starts it, with the program on the PATH.
fn shell(script: &str, folder: &Path) -> Output {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_waage"));
    let path = std::env::var("PATH").unwrap_or_default();
    Command::new("sh")
        .args(["-c", script])
        .current_dir(folder)
        .env("HOME", folder)
        .env("PATH", format!("{}:{path}", program.parent().unwrap().display()))
        .env("GITHUB_PATH", folder.join("github-path"))
        .output()
        .unwrap()
}

/// A folder with the firm's file under the name the recipes use.
fn firm(name: &str, limits: &str) -> PathBuf {
    let folder = scratch(name);
    let text = fs::read_to_string(root().join(FIRM)).unwrap();
    fs::write(folder.join("firma.waage.toml"), format!("{text}\n[gate]\n{limits}\n")).unwrap();
    folder
}

const WIDE: &str = "max_expected_loss_eur = 1_000_000";
const NARROW: &str = "max_expected_loss_eur = 100";

/// The shell of the block that calls the gate: the lines below a `|`, as deep as the first of them.
fn gate_block(recipe: &str) -> String {
    let text = fs::read_to_string(root().join("recipes").join(recipe)).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let start = lines.iter().position(|it| it.trim_end().ends_with('|')).expect("a block of shell") + 1;
    let depth = lines[start].len() - lines[start].trim_start().len();
    let block = lines[start..].iter().take_while(|it| it.len() - it.trim_start().len() >= depth);
    block.map(|it| &it[depth..]).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_jobs_pass_and_fail_with_the_gate_and_leave_a_test_report() {
    for recipe in ["github-actions.yml", "gitlab-ci.yml"] {
        let script = gate_block(recipe);
        assert!(script.contains("waage gate"), "{recipe}: {script}");
        for (limits, code) in [(WIDE, 0), (NARROW, 1)] {
            let folder = firm(&format!("{recipe}-{code}"), limits);
            let output = shell(&script, &folder);
            assert_eq!(output.status.code(), Some(code), "{recipe}: {output:?}");
            let report = fs::read_to_string(folder.join("waage.xml")).unwrap();
            assert!(report.contains("<testsuite name=\"waage gate: "), "{recipe}: {report}");
        }
    }
}

#[test]
fn the_jobs_are_yaml() {
    let reads = |path: &Path| {
        let code = "import sys, yaml; yaml.safe_load(open(sys.argv[1], encoding='utf-8'))";
        Command::new("python3").args(["-c", code]).arg(path).output()
    };
    let can_read = Command::new("python3").args(["-c", "import yaml"]).output();
    if !can_read.is_ok_and(|it| it.status.success()) {
        return;
    }
    for recipe in ["github-actions.yml", "gitlab-ci.yml"] {
        let output = reads(&root().join("recipes").join(recipe)).unwrap();
        assert!(output.status.success(), "{recipe}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn the_cron_line_is_silent_while_all_is_well() {
    let text = fs::read_to_string(root().join("recipes/cron")).unwrap();
    let line = text.lines().find(|it| !it.starts_with('#')).unwrap();
    let mut fields = line.splitn(6, ' ');
    let times: Vec<&str> = fields.by_ref().take(5).collect();
    assert_eq!(times.len(), 5);
    let command = fields.next().unwrap();
    assert!(!command.contains('%'), "cron turns a percent sign into a line end");
    for (limits, code) in [(WIDE, 0), (NARROW, 1)] {
        let home = firm(&format!("cron-{code}"), limits);
        fs::create_dir(home.join("it-sicherheit")).unwrap();
        fs::rename(home.join("firma.waage.toml"), home.join("it-sicherheit/firma.waage.toml")).unwrap();
        let output = shell(command, &home);
        assert_eq!(output.status.code(), Some(code), "{output:?}");
        assert_eq!(output.stdout.is_empty(), code == 0, "{output:?}");
    }
}

#[test]
fn the_systemd_units_pass_systemd_s_own_check() {
    let Ok(version) = Command::new("systemd-analyze").arg("--version").output() else { return };
    if !version.status.success() {
        return;
    }
    let folder = scratch("systemd");
    for name in ["waage-gate.service", "waage-gate.timer"] {
        let text = fs::read_to_string(root().join("recipes/systemd").join(name)).unwrap();
        let text = text.replace("/usr/local/bin/waage", env!("CARGO_BIN_EXE_waage"));
        fs::write(folder.join(name), text).unwrap();
    }
    let output = Command::new("systemd-analyze")
        .args(["verify", "--man=no", "--recursive-errors=no"])
        .arg(folder.join("waage-gate.service"))
        .arg(folder.join("waage-gate.timer"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !said.contains("waage-gate"), "{said}");
}

#[test]
fn the_hook_lets_better_answers_through_and_stops_worse_ones() {
    let folder = scratch("hook");
    let git = |args: &[&str]| {
        let output = Command::new("git").args(args).current_dir(&folder).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    let hook = || shell(&format!("sh '{}'", root().join("recipes/pre-commit").display()), &folder);
    git(&["init", "-q"]);
    git(&["config", "user.email", "a@example.org"]);
    git(&["config", "user.name", "a"]);
    let text = fs::read_to_string(root().join(FIRM)).unwrap();
    let file = folder.join("Bäckerei \"Korn & Söhne\" 100 %.waage.toml");
    fs::write(&file, &text).unwrap();
    fs::write(folder.join("second.waage.toml"), &text).unwrap();
    git(&["add", "-A"]);
    assert_eq!(hook().status.code(), Some(0), "a first file has nothing to be worse than");
    git(&["commit", "-q", "--no-verify", "-m", "first"]);
    let catalogue = waage::catalogue::resolve(&waage::catalogue::embedded()).unwrap();
    let worst = catalogue.question(&"malware-protection".into()).unwrap().options[0].id.to_string();
    let start = text.find("[answers.malware-protection]").unwrap();
    let end = start + text[start..].find("date").unwrap();
    let worse =
        format!("{}[answers.malware-protection]\noption = \"{worst}\"\n{}", &text[..start], &text[end..]);
    assert_ne!(worse, text);
    fs::write(&file, worse).unwrap();
    git(&["add", "-A"]);
    let stopped = hook();
    assert_eq!(stopped.status.code(), Some(1), "{stopped:?}");
    fs::write(&file, &text).unwrap();
    git(&["add", "-A"]);
    assert_eq!(hook().status.code(), Some(0));
}
