//! `waage quantify`: faults with line and remedy, figures as JSON.

use crate::support::program::{Ran, run_reading};

fn quantify(model: &str, args: &[&str]) -> Ran {
    run_reading(model, ["quantify", "-"].iter().chain(args))
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
        let Ran { out, err: said, .. } = quantify(&model, &[]).expect(3);
        assert!(said.contains(&format!("Fehler[{code}]")), "{code}: {said}");
        assert!(said.contains(&format!("-:{line}:")) && said.contains("Abhilfe"), "{code}: {said}");
        assert!(out.is_empty());
    }
}

#[test]
fn json_is_alone_on_standard_output_and_the_same_every_time() {
    let model = scenario("{ mean = 0.5 }", "{ mu = 8, sigma = 1.5 }");
    let first = quantify(&model, &["--json", "-", "--quantile", "0.98"]).expect(0);
    let result: serde_json::Value = serde_json::from_str(&first.out).unwrap();
    let mean = result["expected_annual_loss"]["value"].as_f64().unwrap();
    assert!((mean / (0.5 * libm::exp(8.0 + 1.125)) - 1.0).abs() < 1e-12, "{mean}");
    assert!(result["value_at_risk"]["0.98"].as_f64() < result["value_at_risk"]["0.99"].as_f64());
    assert_eq!(first.out, quantify(&model, &["--json", "-", "--quantile", "0.98"]).out);
}
