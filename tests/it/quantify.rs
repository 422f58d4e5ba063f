//! `waage quantify`: faults with line and remedy, figures as JSON.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn quantify(model: &str, args: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_waage"))
        .args(["quantify", "-"])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(model.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn scenario(frequency: &str, severity: &str) -> String {
    format!("format = 1\n[[scenario]]\nid = \"fraud\"\nfrequency = {frequency}\nseverity = {severity}\n")
}

#[test]
fn every_fault_names_its_line_and_a_remedy() {
    let (frequency, severity) = ("{ mean = 0.1 }", "{ p05 = 100, p95 = 9_000 }");
    let cases = [
        (scenario("{ mean = -1 }", severity), "out-of-range", 4),
        (scenario("{ mean = nan }", severity), "not-finite", 4),
        (scenario("{ mean = \"10 %\" }", severity), "wrong-type", 4),
        (scenario("{ mean = 0.1, low = 0.05 }", severity), "half-range", 4),
        (scenario("{ mean = 0.1, low = 0.2, high = 0.3 }", severity), "range-out-of-order", 4),
        (scenario("{ maen = 0.1 }", severity), "unknown-key", 4),
        (scenario(frequency, "{ p05 = 9_000, p95 = 100 }"), "range-out-of-order", 5),
        (scenario(frequency, "{ p05 = 0, p95 = 100 }"), "not-positive", 5),
        (scenario(frequency, "{ median = 5, p95 = 9, sigma = 1 }"), "severity-form", 5),
        (scenario(frequency, "{ mu = 8, sigma = 90 }"), "out-of-range", 5),
        (scenario(frequency, severity) + "[insurance]\ndeductible = 5\npremium = 1\n", "missing-key", 6),
    ];
    for (model, code, line) in cases {
        let output = quantify(&model, &[]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{said}");
        assert!(said.contains(&format!("Fehler[{code}]")), "{code}: {said}");
        assert!(said.contains(&format!("-:{line}:")) && said.contains("Abhilfe"), "{code}: {said}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn json_is_alone_on_standard_output_and_the_same_every_time() {
    let model = scenario("{ mean = 0.5 }", "{ mu = 8, sigma = 1.5 }");
    let first = quantify(&model, &["--json", "-", "--quantile", "0.98"]);
    assert_eq!(first.status.code(), Some(0));
    let result: serde_json::Value = serde_json::from_slice(&first.stdout).unwrap();
    let mean = result["expected_annual_loss"]["value"].as_f64().unwrap();
    assert!((mean / (0.5 * libm::exp(8.0 + 1.125)) - 1.0).abs() < 1e-12, "{mean}");
    assert!(result["value_at_risk"]["0.98"].as_f64() < result["value_at_risk"]["0.99"].as_f64());
    assert_eq!(first.stdout, quantify(&model, &["--json", "-", "--quantile", "0.98"]).stdout);
}
