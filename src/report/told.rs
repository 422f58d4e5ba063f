//! What readers are told of the figures beyond the figures themselves: chosen here, worded in `german`.

use super::{Report, ScenarioFacts};

/// Scenarios named as the reason for being different from other firms.
const MOST_DIFFERENCES: usize = 3;
/// Differences smaller than this share of the whole are noise.
const LEAST_DIFFERENCE: f64 = 0.02;

impl Report {
    /// The scenarios in which the firm differs most from others like it, the largest difference first.
    pub fn differences_from_peers(&self) -> Vec<&ScenarioFacts> {
        let size = |it: &ScenarioFacts| (it.expected - it.expected_average).abs();
        let least = LEAST_DIFFERENCE * self.peers_annual_loss;
        let mut parts: Vec<&ScenarioFacts> = self.scenarios.iter().filter(|it| size(it) > least).collect();
        parts.sort_by(|a, b| size(b).total_cmp(&size(a)).then_with(|| a.scenario.cmp(&b.scenario)));
        parts.truncate(MOST_DIFFERENCES);
        parts
    }
}
