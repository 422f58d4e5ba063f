//! A stranger recomputes a report from its JSON, with a program that shares no code with ours.

use std::io::Write;
use std::process::{Command, Stdio};

use waage::assessment::answers_file;
use waage::catalogue::{embedded, resolve};
use waage::decision::Options;
use waage::render::json;
use waage::report::build;

use crate::support::program::companies;

/// Runs the script on a report; what it printed, and whether it agrees. None without a Python on this machine.
pub fn recomputed(report: &str) -> Option<(String, bool)> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/independent/recompute.py");
    let mut python =
        Command::new("python3").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    python.stdin.take().expect("piped").write_all(report.as_bytes()).expect("the script reads");
    let output = python.wait_with_output().expect("the script ends");
    Some((String::from_utf8_lossy(&output.stdout).into_owned(), output.status.success()))
}

#[test]
fn a_stranger_recomputes_the_figures_of_a_report_and_notices_a_wrong_one() {
    let catalogue = resolve(&embedded()).expect("the shipped content resolves");
    let (_, path) = companies().into_iter().find(|it| it.0 == "baeckerei").expect("a worked firm");
    let text = std::fs::read_to_string(path).expect("the file is there");
    let answers = answers_file::parse_complete(&text, &catalogue).expect("a sound file").0;
    let options =
        Options { draws: Some(20), frontier_points: 0, ..Options::on(jiff::civil::date(2026, 11, 21)) };
    let report = json::report(&catalogue, &build(&catalogue, &answers, &options).expect("computes"));
    let Some((printed, agrees)) = recomputed(&report) else {
        eprintln!("no python3 here: the second opinion is not asked");
        return;
    };
    assert!(agrees, "{printed}");
    let mut wrong: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let figure = &mut wrong["risk"]["value_at_risk"]["0.95"];
    *figure = serde_json::json!(1.03 * figure.as_f64().expect("a number"));
    let (printed, agrees) = recomputed(&wrong.to_string()).expect("it ran before");
    assert!(!agrees && printed.contains("value at risk 0.95 today"), "{printed}");
}
