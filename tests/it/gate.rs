//! Thresholds to exit codes, in every form.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::support::program::{Ran, run, scratch};
use crate::support::root;

const FIRM: &str = "tests/companies/tischlerei/2026-11-21.waage.toml";

fn gate(options: &[&str]) -> Ran {
    run(["gate", FIRM, "--date", "2026-11-21"].iter().chain(options))
}

/// The firm's file with more lines at its end.
fn firm_with(name: &str, more: &str) -> PathBuf {
    let path = scratch(name).join("2026-11-21.waage.toml");
    let text = fs::read_to_string(root().join(FIRM)).unwrap();
    fs::write(&path, format!("{text}\n{more}\n")).unwrap();
    path
}

fn gate_of(path: &std::path::Path, options: &[&str]) -> Ran {
    run(["gate", path.to_str().unwrap(), "--date", "2026-11-21"].iter().chain(options))
}

#[test]
fn every_figure_rule_is_met_by_a_wide_limit_and_not_by_a_narrow_one() {
    let cases = [
        ("--max-expected-loss", "1000000", "100"),
        ("--max-bad-year", "100000000", "100"),
        ("--max-ruin-probability", "1", "0.0001"),
        ("--min-din-points", "-15", "37"),
        ("--max-age-days", "10000", "1"),
    ];
    for (option, wide, narrow) in cases {
        let met = gate(&[option, wide]).expect(0);
        assert!(met.out.starts_with("erfüllt"), "{}", met.out);
        let unmet = gate(&[option, narrow]).expect(1);
        assert!(unmet.out.starts_with("nicht erfüllt"), "{}", unmet.out);
        assert_eq!(unmet.out.lines().count(), 2, "one line per rule and one that counts: {}", unmet.out);
        assert!(unmet.out.lines().next().unwrap().contains('„'), "which answer would help: {}", unmet.out);
    }
}

#[test]
fn a_remedy_said_to_be_enough_is_enough() {
    let measured = gate(&["--max-expected-loss", "1", "--format", "json"]).expect(1);
    let measured: serde_json::Value = serde_json::from_str(&measured.out).unwrap();
    let limit = format!("{:.0}", 0.985 * measured["rules"][0]["value"].as_f64().unwrap());
    let run = gate(&["--max-expected-loss", &limit, "--format", "json"]).expect(1);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let remedy = json["rules"][0]["remedies"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["suffices"] == true)
        .expect("one answer is enough for a limit this close");
    let (question, option) = (remedy["question"].as_str().unwrap(), remedy["option"].as_str().unwrap());
    let text = fs::read_to_string(root().join(FIRM)).unwrap();
    let header = format!("[answers.{question}]");
    let start = text.find(&header).expect("it was answered");
    let end = text[start + 1..].find("\n[").map_or(text.len(), |it| start + 1 + it);
    let answer = format!("{header}\noption = \"{option}\"\ndate = 2026-11-21\n");
    let path = scratch("remedy").join("a.waage.toml");
    fs::write(&path, format!("{}{answer}{}", &text[..start], &text[end..])).unwrap();
    gate_of(&path, &["--max-expected-loss", &limit]).expect(0);
}

#[test]
fn duties_are_open_only_where_a_contract_demands_them() {
    gate(&["--no-open-duty"]).expect(0);
    let policy = "[insurance]\npremium_eur = 900\ndeductible_eur = 2500\nlimit_eur = 250000\nin_force = true";
    let insured = firm_with("insured", policy);
    let unmet = gate_of(&insured, &["--no-open-duty"]).expect(1);
    assert!(unmet.out.contains("Umsetzen:"), "{}", unmet.out);
}

#[test]
fn decisions_past_their_day_are_named() {
    let late = "[decisions.mfa]\nverdict = \"do\"\ndate = 2026-10-01\ndue = 2026-11-01\n";
    let unmet = gate_of(&firm_with("late", late), &["--no-overdue-decision"]).expect(1);
    assert!(unmet.out.contains("(mfa)"), "{}", unmet.out);
    gate_of(&firm_with("in-time", &late.replace("2026-11-01", "2026-11-21")), &["--no-overdue-decision"])
        .expect(0);
    let lapsed = "[decisions.mfa]\nverdict = \"accept\"\ndate = 2025-10-01\nreason = \"a\"\nowner = \"b\"\nreview = 2026-10-01\n";
    gate_of(&firm_with("lapsed", lapsed), &["--no-overdue-decision"]).expect(1);
}

#[test]
fn a_baseline_is_kept_on_the_same_day_and_lost_to_time() {
    gate(&["--baseline", FIRM]).expect(0);
    run(["gate", FIRM, "--baseline", FIRM, "--date", "2027-11-21"]).expect(1);
}

#[test]
fn limits_stand_in_the_file_and_the_call_goes_first() {
    let strict = firm_with("strict", "[gate]\nmax_expected_loss_eur = 100\nno_overdue_decision = true");
    gate_of(&strict, &[]).expect(1);
    gate_of(&strict, &["--max-expected-loss", "100000"]).expect(0);
}

#[test]
fn a_call_without_limits_or_with_odd_ones_is_a_wrong_call() {
    gate(&[]).expect(2).complains(&["keine Grenze", "[gate]"]);
    gate(&["--max-ruin-probability", "5"]).expect(2).complains(&["zwischen 0 und 1"]);
    gate(&["--max-expected-loss", "NaN"]).expect(2).complains(&["--max-expected-loss"]);
    let broken = firm_with("broken", "[gate]\nmax_age_days = \"a\"");
    gate_of(&broken, &[]).expect(3);
}

#[test]
fn answers_come_through_a_pipe_and_only_the_verdict_leaves() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_waage"))
        .args(["gate", "-", "--max-age-days", "1000", "--format", "json", "--date", "2026-11-21"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let text = fs::read(root().join(FIRM)).unwrap();
    child.stdin.take().unwrap().write_all(&text).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["met"], true);
    assert_eq!(json["rules"][0]["id"], "max-age-days");
}

#[test]
fn junit_has_a_case_per_rule_and_sarif_a_result_per_broken_one() {
    let limits = ["--max-expected-loss", "100", "--max-age-days", "1000"];
    let junit = gate(&[&limits[..], &["--format", "junit"]].concat()).expect(1).out;
    assert!(junit.contains("tests=\"2\"") && junit.contains("failures=\"1\""), "{junit}");
    assert!(junit.contains("<testcase name=\"max-age-days\""), "{junit}");
    assert!(!junit.contains("timestamp") && !junit.contains("uuid"), "the same bytes every time: {junit}");
    let sarif = gate(&[&limits[..], &["--format", "sarif"]].concat()).expect(1).out;
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 1);
    assert_eq!(results[0]["ruleId"], "max-expected-loss");
    let place = &results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(place, FIRM);
}
