//! The engine against figures computed by others: `tests/reference/aggregate.json`.

use serde_json::Value;
use waage::risk::{
    AnnualLoss, Atom, Component, Count, EventLoss, Request, Severity, compound, compound_discrete, discretise,
};

fn reference() -> Value {
    serde_json::from_str(include_str!("../reference/aggregate.json")).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

/// Key and value of an object whose keys are numbers.
fn by_number(value: &Value) -> Vec<(f64, &Value)> {
    value.as_object().unwrap().iter().map(|(key, value)| (key.parse().unwrap(), value)).collect()
}

fn near(what: &str, found: f64, expected: f64, relative: f64) {
    let close = (found - expected).abs() <= relative * expected.abs();
    assert!(close, "{what}: {found} instead of {expected} (off by {:e})", found / expected - 1.0);
}

fn annual_loss(parts: &[(f64, &dyn Severity)], request: &Request) -> AnnualLoss {
    let components: Vec<Component> = parts
        .iter()
        .map(|(frequency, severity)| Component {
            frequency: *frequency,
            frequency_cv2: 0.0,
            attack: false,
            severity: *severity,
        })
        .collect();
    compound(&components, 0.0, request).unwrap()
}

/// The lines of a case and its annual loss.
fn of_case(case: &Value) -> AnnualLoss {
    let losses: Vec<(f64, EventLoss)> = case["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let severity = EventLoss::new(libm::exp(number(&it["mu"])), number(&it["sigma"]), f64::INFINITY);
            (number(&it["lambda"]), severity)
        })
        .collect();
    let parts: Vec<(f64, &dyn Severity)> =
        losses.iter().map(|(frequency, severity)| (*frequency, severity as &dyn Severity)).collect();
    let probabilities = by_number(&case["alpha"]).into_iter().map(|it| it.0).collect();
    let thresholds = case.get("exceedance").map(by_number).unwrap_or_default();
    let thresholds = thresholds.into_iter().map(|it| it.0).collect();
    annual_loss(&parts, &Request { probabilities, thresholds, ..Request::default() })
}

#[test]
fn quantiles_and_tails_agree_with_the_reference() {
    for case in reference()["cases"].as_array().unwrap() {
        let found = of_case(case);
        for (p, expected) in by_number(&case["alpha"]) {
            let what = |figure: &str| format!("{} of case {} at {p}", figure, case["id"]);
            // A hundred times closer than asked for.
            near(&what("value at risk"), found.value_at_risk(p), number(&expected["VaR"]), 1e-6);
            near(&what("tail value at risk"), found.tail_value_at_risk(p), number(&expected["TVaR"]), 1e-6);
        }
    }
}

#[test]
fn moments_and_the_year_without_loss_are_closed_form() {
    for case in reference()["cases"].as_array().unwrap() {
        let found = of_case(case);
        near("mean", found.mean(), number(&case["mean"]), 1e-12);
        near("standard deviation", found.sd(), number(&case["sd"]), 1e-12);
        near("no loss", found.probability_no_loss(), number(&case["p_zero_loss"]), 1e-12);
    }
}

#[test]
fn quantiles_agree_with_160_million_simulated_years() {
    for case in reference()["cases"].as_array().unwrap() {
        let found = of_case(case);
        for (p, expected) in by_number(&case["alpha"]) {
            for (figure, value) in [("VaR", found.value_at_risk(p)), ("TVaR", found.tail_value_at_risk(p))] {
                let simulated = number(&expected[format!("{figure}_simulated")]);
                // The reference states the error of ten million years; sixteen times as many were drawn.
                let error = number(&expected[format!("{figure}_se_1e7")]) / 4.0;
                assert!((value - simulated).abs() <= 4.0 * error, "{figure} {p} of {}", case["id"]);
            }
        }
    }
}

#[test]
fn exceedance_and_stop_loss_agree_with_the_reference() {
    let reference = reference();
    let with_curve = |it: &&Value| it.get("exceedance").is_some();
    let case = reference["cases"].as_array().unwrap().iter().find(with_curve).unwrap();
    let found = of_case(case);
    for (loss, expected) in by_number(&case["exceedance"]) {
        near("exceedance", found.probability_above(loss), number(&expected["P_S_gt"]), 1e-6);
        near("stop-loss", found.stop_loss(loss), number(&expected["stop_loss"]), 1e-6);
    }
}

#[test]
fn the_operational_risk_benchmark_family() {
    let reference = &reference()["poisson_lognormal_0_2"];
    let severity = EventLoss::new(1.0, 2.0, f64::INFINITY);
    for p in [0.99, 0.999] {
        for (frequency, expected) in by_number(&reference[format!("VaR_{p}")]) {
            let request = Request { probabilities: vec![p], ..Request::default() };
            let found = annual_loss(&[(frequency, &severity)], &request);
            near(&format!("{frequency} events, {p}"), found.value_at_risk(p), number(expected), 3e-5);
        }
    }
}

/// An exponential loss, to show that the engine takes any severity.
struct Exponential {
    mean: f64,
}

impl Severity for Exponential {
    fn limited_mean(&self, limit: f64) -> f64 {
        -self.mean * libm::expm1(-limit / self.mean)
    }

    fn limited_square(&self, limit: f64) -> f64 {
        let whole = 2.0 * self.mean * self.mean;
        if limit.is_infinite() {
            return whole;
        }
        -whole * libm::expm1(-limit / self.mean) - 2.0 * self.mean * limit * libm::exp(-limit / self.mean)
    }

    fn exceedance(&self, loss: f64) -> f64 {
        libm::exp(-loss.max(0.0) / self.mean)
    }

    fn atoms(&self) -> Vec<Atom> {
        Vec::new()
    }
}

#[test]
fn exponential_losses_agree_with_their_closed_form() {
    for case in reference()["exact_poisson_exponential"]["cases"].as_array().unwrap() {
        let severity = Exponential { mean: number(&case["theta"]) };
        let found = annual_loss(&[(number(&case["lambda"]), &severity)], &Request::default());
        near("mean", found.mean(), number(&case["mean"]), 1e-12);
        near("standard deviation", found.sd(), number(&case["sd"]), 1e-12);
        near("no loss", found.probability_no_loss(), number(&case["p_zero_loss"]), 1e-12);
        for (p, expected) in by_number(&case["alpha"]) {
            near("value at risk", found.value_at_risk(p), number(&expected["VaR"]), 1e-6);
            near("tail value at risk", found.tail_value_at_risk(p), number(&expected["TVaR"]), 1e-6);
        }
    }
}

#[test]
fn a_discrete_severity_agrees_with_panjers_recursion() {
    let case = &reference()["exact_discrete_panjer"];
    let steps = by_number(&case["severity_pmf"]);
    assert_eq!(steps.iter().map(|it| it.0).collect::<Vec<f64>>(), [1.0, 2.0, 3.0]);
    let mut severity = vec![0.0];
    severity.extend(steps.into_iter().map(|it| number(it.1)));
    let found = compound_discrete(&Count::Poisson(number(&case["lambda"])), &severity, 256);
    for (found, expected) in found.iter().zip(numbers(&case["pmf_0_to_20"])) {
        assert!((found - expected).abs() < 1e-15, "{found} instead of {expected}");
    }
    let mean: f64 = found.iter().enumerate().map(|(step, it)| step as f64 * it).sum();
    near("mean", mean, number(&case["mean"]), 1e-12);
}

#[test]
fn the_group_dental_example_of_the_textbook() {
    let case = &reference()["textbook_dental"];
    let count = Count::Table(numbers(&case["frequency_pmf_0_to_8"]));
    let found = compound_discrete(&count, &numbers(&case["severity_pmf_0_to_10"]), 128);
    let mut below = 0.0;
    for (found, expected) in found.iter().zip(numbers(&case["cdf_0_to_21"])) {
        below += found;
        assert!((below - expected).abs() < 1e-12, "{below} instead of {expected}");
    }
    let unit = number(&case["unit"]);
    let moment = |power: i32| -> f64 {
        found.iter().enumerate().map(|(step, it)| (step as f64 * unit).powi(power) * it).sum()
    };
    near("mean", moment(1), number(&case["mean"]), 1e-12);
    near("standard deviation", (moment(2) - moment(1) * moment(1)).sqrt(), number(&case["sd"]), 1e-12);
}

#[test]
fn the_gamma_example_of_the_r_package_actuar() {
    /// Gamma of shape 2 and rate 1.
    struct Gamma;
    impl Severity for Gamma {
        fn limited_mean(&self, limit: f64) -> f64 {
            2.0 - (2.0 + limit) * libm::exp(-limit)
        }
        fn limited_square(&self, limit: f64) -> f64 {
            6.0 - (6.0 + 4.0 * limit + limit * limit) * libm::exp(-limit)
        }
        fn exceedance(&self, loss: f64) -> f64 {
            (1.0 + loss) * libm::exp(-loss)
        }
        fn atoms(&self) -> Vec<Atom> {
            Vec::new()
        }
    }
    let found = compound_discrete(&Count::Poisson(10.0), &discretise(&Gamma, 0.5, 44), 1024);
    for (p, expected) in by_number(&reference()["actuar_gamma_example"]["quantiles"]) {
        let mut below = 0.0;
        let place = found.iter().position(|it| {
            below += it;
            below >= p
        });
        assert_eq!(place.map(|it| it as f64 * 0.5), Some(number(expected)), "quantile {p}");
    }
}

#[test]
fn an_uncertain_frequency_gives_the_negative_binomial() {
    // Every event costs one step, so the annual loss is the count: P(N = n) in closed form.
    let (mean, cv2) = (1.7, 0.6);
    let found = compound_discrete(&Count::NegativeBinomial { mean, cv2 }, &[0.0, 1.0], 512);
    let r = mean * cv2 / (1.0 + mean * cv2);
    let mut expected = (1.0 - r).powf(1.0 / cv2);
    for (events, found) in found.iter().take(40).enumerate() {
        assert!((found - expected).abs() < 1e-14, "{events} events: {found} instead of {expected}");
        expected *= r * (1.0 / cv2 + events as f64) / (events as f64 + 1.0);
    }
}
