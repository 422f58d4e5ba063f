//! Thresholds to exit codes, in every form.

use std::fs;
use std::path::PathBuf;

use crate::support::program::{Ran, run, run_reading, scratch};
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

/// A content of three measures, one of them a duty of insurers that wears off, and a firm of six that does
/// little: a run on them takes no time.
struct Small {
    content: PathBuf,
    folder: PathBuf,
}

const SMALL_FIRM: &str = "format = 1\ncontent = \"2026.1\"\n\n[company]\nsegment = \"crafts\"\nemployees = 6\nliquid_reserve_eur = 500\n\n[answers.backup-exists]\noption = \"daily\"\ndate = 2025-06-01\n\n[answers.people-training]\noption = \"never\"\ndate = 2026-11-01\n\n[answers.backup-restore-test]\noption = \"never\"\ndate = 2026-11-01\n";

impl Small {
    fn new(name: &str) -> Self {
        let folder = scratch(name);
        let content = folder.join("content");
        for (path, text) in crate::content::minimal().iter() {
            let text = match path {
                "knowledge/measures/restore-test.toml" => {
                    text.replacen("lifetime_years", "half_life_months = 12\nlifetime_years", 1)
                        + "\n[duties]\ninsurer = true\nbase_duty = true\n"
                }
                // Something happens often enough for a bad year to cost something.
                "knowledge/scenarios/it-failure.toml" => text
                    .replace("mean = 0.1", "mean = 1.0")
                    .replace("low = 0.0333", "low = 0.333")
                    .replace("high = 0.3000", "high = 3.0"),
                _ => text.to_owned(),
            };
            let target = content.join(path);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(target, text).unwrap();
        }
        Self { content, folder }
    }

    fn file(&self, name: &str, more: &str) -> PathBuf {
        let path = self.folder.join(name);
        fs::write(&path, format!("{SMALL_FIRM}\n{more}\n")).unwrap();
        path
    }

    fn gate(&self, path: &std::path::Path, options: &[&str]) -> Ran {
        let content = self.content.to_str().unwrap();
        let call = ["gate", path.to_str().unwrap(), "--content", content, "--date", "2026-11-21"];
        run(call.iter().chain(options))
    }
}

/// Rule, its key in `[gate]`, a value that is met and one that is not.
const FIGURE_RULES: [(&str, &str, &str, &str); 5] = [
    ("max-expected-loss", "max_expected_loss_eur", "1000000", "1"),
    ("max-bad-year", "max_bad_year_eur", "100000000", "1"),
    ("max-ruin-probability", "max_ruin_probability", "1", "0.0001"),
    ("min-din-points", "min_din_points", "-15", "37"),
    ("max-age-days", "max_age_days", "10000", "1"),
];

#[test]
fn every_figure_rule_decides_the_exit_code_by_option_and_by_file_and_says_what_would_help() {
    let small = Small::new("figure-rules");
    let plain = small.file("plain.waage.toml", "");
    for (rule, key, met, unmet) in FIGURE_RULES {
        let option = format!("--{rule}");
        let kept = small.gate(&plain, &[&option, met]).expect(0).out;
        assert!(kept.starts_with("erfüllt"), "{rule}: {kept}");
        let broken = small.gate(&plain, &[&option, unmet]).expect(1).out;
        assert!(broken.starts_with("nicht erfüllt"), "{rule}: {broken}");
        assert_eq!(broken.lines().count(), 2, "one line per rule and one that counts: {broken}");
        assert!(broken.lines().next().unwrap().contains('„'), "which answer would help: {broken}");
        for (value, code) in [(met, 0), (unmet, 1)] {
            let file = small.file("gate.waage.toml", &format!("[gate]\n{key} = {value}"));
            small.gate(&file, &[]).expect(code);
        }
    }
}

#[test]
fn every_yes_or_no_rule_decides_the_exit_code_by_option_and_by_file() {
    let small = Small::new("yes-or-no-rules");
    let policy = "[insurance]\npremium_eur = 900\ndeductible_eur = 2500\nlimit_eur = 250000\nin_force = true";
    let late = "[decisions.backup-offline]\nverdict = \"accept\"\ndate = 2025-10-01\nreason = \"a\"\nowner = \"b\"\nreview = 2026-11-20";
    let in_time = late.replace("2026-11-20", "2026-11-21");
    for (rule, key, met, unmet) in [
        ("--no-open-duty", "no_open_duty", "", policy),
        ("--no-overdue-decision", "no_overdue_decision", in_time.as_str(), late),
    ] {
        for (state, code) in [(met, 0), (unmet, 1)] {
            let ran = small.gate(&small.file("a.waage.toml", state), &[rule]).expect(code);
            assert_eq!(ran.out.lines().next().unwrap().contains('„'), code == 1, "{rule}: {}", ran.out);
            let file = small.file("b.waage.toml", &format!("{state}\n[gate]\n{key} = true"));
            small.gate(&file, &[]).expect(code);
        }
    }
}

#[test]
fn a_baseline_decides_the_exit_code_by_option_and_by_file() {
    let small = Small::new("baseline-rule");
    let plain = small.file("2026-11-21.waage.toml", "");
    let better = SMALL_FIRM.replace("option = \"never\"", "option = \"yearly\"");
    let better = better.replace(
        "[answers.backup-restore-test]\noption = \"yearly\"",
        "[answers.backup-restore-test]\noption = \"within-6-months\"",
    );
    fs::write(small.folder.join("2026-11-20.waage.toml"), better).unwrap();
    let path = |name: &str| small.folder.join(name).to_str().unwrap().to_owned();
    small.gate(&plain, &["--baseline", &path("2026-11-21.waage.toml")]).expect(0);
    let worse = small.gate(&plain, &["--baseline", &path("2026-11-20.waage.toml")]).expect(1).out;
    assert!(worse.lines().next().unwrap().contains('„'), "which answer would help: {worse}");
    for (name, code) in [("2026-11-21.waage.toml", 0), ("2026-11-20.waage.toml", 1)] {
        let file = small.file("gate.waage.toml", &format!("[gate]\nbaseline = \"{name}\""));
        small.gate(&file, &[]).expect(code);
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
fn a_baseline_is_lost_to_time() {
    run(["gate", FIRM, "--baseline", FIRM, "--date", "2032-11-21"]).expect(1);
}

#[test]
fn limits_stand_in_the_file_and_the_call_goes_first() {
    let small = Small::new("limits-in-file");
    let strict = small.file("a.waage.toml", "[gate]\nmax_expected_loss_eur = 1\nno_overdue_decision = true");
    small.gate(&strict, &[]).expect(1);
    small.gate(&strict, &["--max-expected-loss", "100000"]).expect(0);
}

#[test]
fn a_call_without_limits_or_with_odd_ones_is_a_wrong_call() {
    gate(&[]).expect(2).complains(&["keine Grenze", "[gate]"]);
    gate(&["--max-ruin-probability", "5"]).expect(2).complains(&["Anteil von 0 bis 1"]);
    gate(&["--max-expected-loss", "NaN"]).expect(2).complains(&["--max-expected-loss"]);
    let broken = firm_with("broken", "[gate]\nmax_age_days = \"a\"");
    gate_of(&broken, &[]).expect(3);
}

#[test]
fn answers_come_through_a_pipe_and_only_the_verdict_leaves() {
    let text = fs::read_to_string(root().join(FIRM)).unwrap();
    let call = ["gate", "-", "--max-age-days", "1000", "--format", "json", "--date", "2026-11-21"];
    let ran = run_reading(&text, call).expect(0);
    assert!(ran.err.is_empty(), "{}", ran.err);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["met"], true);
    assert_eq!(json["rules"][0]["id"], "max-age-days");
}

#[test]
fn junit_has_a_case_per_rule_and_sarif_a_result_per_broken_one() {
    let limits = ["--max-expected-loss", "100", "--max-age-days", "1000"];
    let junit = gate(&[&limits[..], &["--format", "junit"]].concat()).expect(1).out;
    assert!(junit.contains("tests=\"2\"") && junit.contains("failures=\"1\""), "{junit}");
    assert!(junit.contains("<testcase name=\"max-age-days: "), "{junit}");
    assert!(!junit.contains("timestamp") && !junit.contains("uuid"), "the same bytes every time: {junit}");
    let sarif = gate(&[&limits[..], &["--format", "sarif"]].concat()).expect(1).out;
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 1);
    assert_eq!(results[0]["ruleId"], "max-expected-loss");
    let place = &results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(place, FIRM);
}

/// What must hold before any threshold means something.
fn never_met(path: &std::path::Path, rule: &str) {
    for limits in
        [&["--max-age-days", "30"][..], &["--max-expected-loss", "1000000"], &["--min-din-points", "-15"]]
    {
        let ran = gate_of(path, limits).expect(1);
        assert!(!ran.out.contains("Alle") && !ran.out.contains("ist eingehalten"), "{limits:?}: {}", ran.out);
        let json = gate_of(path, &[limits, &["--format", "json"]].concat()).expect(1);
        let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
        assert_eq!(json["met"], false);
        assert!(
            json["rules"].as_array().unwrap().iter().any(|it| it["id"] == rule && it["met"] == false),
            "{json}"
        );
        let age = json["rules"].as_array().unwrap().iter().find(|it| it["id"] == "max-age-days");
        assert!(rule == "other-content" || age.is_none_or(|it| it["met"] == false), "{json}");
    }
}

#[test]
fn answers_of_tomorrow_meet_no_threshold() {
    let text = fs::read_to_string(root().join(FIRM)).unwrap();
    let at = text.find("date = ").unwrap();
    let path = scratch("of-tomorrow").join("a.waage.toml");
    fs::write(&path, format!("{}date = 2026-11-22{}", &text[..at], &text[at + 17..])).unwrap();
    never_met(&path, "dated-later");
    let sarif = gate_of(&path, &["--max-age-days", "30", "--format", "sarif"]).expect(1).out;
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let line = text[..at].matches('\n').count();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let later = results.iter().find(|it| it["ruleId"] == "dated-later").unwrap();
    let start = later["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64().unwrap();
    assert!(start <= line as u64 + 1 && start + 4 > line as u64, "line {start}, not near {line}");
    run(["gate", FIRM, "--max-age-days", "30", "--date", "2026-01-01"]).expect(1);
}

#[test]
fn a_file_without_answers_meets_no_threshold() {
    let path = scratch("no-answers").join("a.waage.toml");
    let content = fs::read_to_string(root().join(FIRM)).unwrap();
    let content = content.lines().find(|it| it.starts_with("content")).unwrap();
    fs::write(&path, format!("format = 1\n{content}\n[company]\nsegment = \"crafts\"\nemployees = 5\n"))
        .unwrap();
    never_met(&path, "answered");
}

#[test]
fn answers_to_older_or_newer_content_meet_no_threshold() {
    let text = fs::read_to_string(root().join(FIRM)).unwrap();
    let line = text.lines().find(|it| it.starts_with("content")).unwrap().to_owned();
    for version in ["2019.1", "2099.1"] {
        let path = scratch("other-content").join("a.waage.toml");
        fs::write(&path, text.replace(&line, &format!("content = \"{version}\""))).unwrap();
        never_met(&path, "other-content");
    }
}

#[test]
fn a_file_makes_the_gate_open_nothing_but_its_neighbours() {
    let secret = scratch("secret").join("secret.waage.toml");
    fs::write(&secret, "password = \"hunter2\"\n").unwrap();
    let name = secret.display().to_string();
    for name in [name.as_str(), "../secret/secret.waage.toml", "/etc/hostname"] {
        let path = firm_with("opens-nothing", &format!("[gate]\nbaseline = \"{name}\""));
        let ran = gate_of(&path, &[]).expect(3);
        assert!(!ran.err.contains("hunter2"), "{}", ran.err);
        ran.complains(&["baseline", "--baseline"]);
    }
    let path = firm_with("opens-nothing", "[gate]\nbaseline = \"link.waage.toml\"");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&secret, path.with_file_name("link.waage.toml")).unwrap();
        assert!(!gate_of(&path, &[]).expect(3).err.contains("hunter2"));
    }
}

#[test]
fn a_faulty_file_yields_documents_that_say_so() {
    let broken = firm_with("faulty", "[gate]\nmax_age_days = \"a\"");
    let missing = scratch("missing").join("gibt-es-nicht.waage.toml");
    for (path, code, id) in [(&broken, 3, "wrong-type"), (&missing, 2, "unreadable")] {
        let limits = ["--max-age-days", "30", "--format"];
        let call = |format| gate_of(path, &[&limits[..], &[format]].concat()).expect(code).out;
        let json: serde_json::Value = serde_json::from_str(&call("json")).unwrap();
        assert_eq!((&json["met"], &json["faults"][0]["code"]), (&false.into(), &id.into()));
        let sarif: serde_json::Value = serde_json::from_str(&call("sarif")).unwrap();
        let result = &sarif["runs"][0]["results"][0];
        assert_eq!((&result["ruleId"], &result["level"]), (&id.into(), &"error".into()));
        assert!(result["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64().unwrap() >= 1);
        let junit = call("junit");
        assert!(junit.contains("errors=\"1\"") && junit.contains("<error"), "{junit}");
    }
}

#[test]
fn code_scanning_views_get_a_file_and_a_line_for_every_result() {
    let text = fs::read_to_string(root().join(FIRM)).unwrap();
    let call = ["gate", "-", "--max-expected-loss", "100", "--format", "sarif", "--date", "2026-11-21"];
    let piped: serde_json::Value = serde_json::from_str(&run_reading(&text, call).expect(1).out).unwrap();
    let own = firm_with("lines", "[gate]\nmax_expected_loss_eur = 100");
    let named: serde_json::Value =
        serde_json::from_str(&gate_of(&own, &["--format", "sarif"]).expect(1).out).unwrap();
    for (document, line) in [(&piped, 1), (&named, fs::read_to_string(&own).unwrap().lines().count() as u64)]
    {
        for result in document["runs"][0]["results"].as_array().unwrap() {
            let place = &result["locations"][0]["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            assert!(!uri.is_empty() && !uri.starts_with('/'), "{uri}");
            assert_eq!(place["region"]["startLine"].as_u64().unwrap(), line);
        }
    }
}

#[test]
fn several_files_are_told_apart_in_every_form() {
    let other = "tests/companies/baeckerei/2026-11-21.waage.toml";
    let call = |format| {
        run(["gate", FIRM, other, "--max-expected-loss", "1", "--date", "2026-11-21", "--format", format])
            .expect(1)
            .out
    };
    let junit = call("junit");
    let attributes = |name: &str| -> Vec<String> {
        junit
            .split("<testcase ")
            .skip(1)
            .map(|it| it.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned())
            .collect()
    };
    for name in ["name", "classname"] {
        let all = attributes(name);
        assert_eq!(all.len(), 2);
        assert_ne!(all[0], all[1], "{name}");
    }
    assert!(junit.contains("Tischlerei"), "{junit}");
    let json: serde_json::Value = serde_json::from_str(&call("json")).unwrap();
    assert_eq!(json["files"].as_array().unwrap().len(), 2);
    assert_eq!(json["files"][1]["file"], other);
    assert!(call("text").contains(other));
    let faulty = firm_with("one-of-several", "[gate]\nmax_age_days = \"a\"");
    run(["gate", FIRM, faulty.to_str().unwrap(), "--max-age-days", "1000", "--date", "2026-11-21"]).expect(3);
}

#[test]
fn content_past_its_review_is_named_on_the_first_screen_and_by_the_gate() {
    let late = run(["report", FIRM, "--date", "2029-06-01"]).expect(0).out;
    assert!(late.contains("Das Wissen hinter diesem Bericht ist alt"), "{late}");
    assert!(!run(["report", FIRM, "--date", "2027-11-30"]).expect(0).out.contains("ist alt"));
    let at = |day, limit| ["gate", FIRM, "--max-content-age-days", limit, "--date", day];
    run(at("2027-06-01", "182")).expect(1);
    run(at("2027-06-01", "183")).expect(0);
    // Nobody knows how old content without a day is.
    let undated = Small::new("undated-content");
    let file = undated.file("2026-11-21.waage.toml", "");
    undated.gate(&file, &["--max-content-age-days", "100000"]).expect(1);
}
