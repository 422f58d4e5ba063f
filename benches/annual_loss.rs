//! Times of the engine: the annual loss of ten scenarios over grid sizes, and the closed forms of the search.
//!
//! `cargo bench --bench annual_loss`; the table with errors beside the times is in `docs/method.md`.
#![allow(missing_docs, reason = "a bench")]

use divan::Bencher;
use waage::risk::{Component, EventLoss, Request, compound};

fn main() {
    divan::main();
}

/// Events a year, squared coefficient of variation, median, sigma, attack: the ten scenarios of a small crafts
/// firm of average posture.
const SCENARIOS: [(f64, f64, f64, f64, bool); 10] = [
    (0.00918, 0.515, 35_000.0, 1.481, true),
    (0.03668, 0.346, 2500.0, 1.4, true),
    (0.01043, 0.632, 11_000.0, 1.501, true),
    (0.01223, 0.346, 6000.0, 1.575, true),
    (0.03937, 0.395, 1800.0, 1.4, true),
    (0.01286, 0.857, 1500.0, 1.4, true),
    (0.11713, 0.143, 2500.0, 1.469, false),
    (0.04574, 0.395, 1500.0, 1.575, false),
    (0.01138, 0.451, 1200.0, 1.289, true),
    (0.06607, 0.455, 1200.0, 1.289, false),
];

fn severities() -> Vec<EventLoss> {
    SCENARIOS.iter().map(|it| EventLoss::new(it.2, it.3, 2.5e6)).collect()
}

fn components(severities: &[EventLoss], uncertain: bool) -> Vec<Component<'_>> {
    SCENARIOS
        .iter()
        .zip(severities)
        .map(|(it, severity)| Component {
            frequency: it.0,
            frequency_cv2: if uncertain { it.1 } else { 0.0 },
            attack: it.4,
            severity,
        })
        .collect()
}

const CELLS: [usize; 5] = [512, 1024, 2048, 4096, 8192];

#[divan::bench(args = CELLS)]
fn ten_scenarios(bencher: Bencher, cells: usize) {
    let severities = severities();
    let components = components(&severities, false);
    let request = Request { thresholds: vec![187_500.0], cells, ..Request::default() };
    bencher.bench_local(|| compound(&components, 0.0, &request).map(|it| it.value_at_risk(0.99)));
}

#[divan::bench(args = CELLS)]
fn ten_scenarios_with_uncertain_frequencies_and_climate(bencher: Bencher, cells: usize) {
    let severities = severities();
    let components = components(&severities, true);
    let request = Request { thresholds: vec![187_500.0], cells, ..Request::default() };
    bencher.bench_local(|| compound(&components, 0.3, &request).map(|it| it.value_at_risk(0.99)));
}
