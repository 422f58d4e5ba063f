//! What readers are told of the figures beyond the figures themselves: chosen here, worded in `german`.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Report, ScenarioFacts};
use crate::decision::{Advice, Purchase};
use crate::model::{Catalogue, MeasureId};

/// Scenarios named as the reason for being different from other firms.
const MOST_DIFFERENCES: usize = 3;
/// Differences smaller than this share of the whole are noise.
const LEAST_DIFFERENCE: f64 = 0.02;
/// Share of a plan's shortfall from which what is bound explains it.
const MOSTLY: f64 = 0.5;

impl Report {
    /// The plan costs `short_eur` more than it saves in the mean, and at least half of that goes to what is not
    /// free to choose: ground rules, duties and decisions already taken.
    pub fn is_short_for_what_is_bound(&self, short_eur: f64) -> bool {
        let bound =
            self.decision.measures.iter().filter(|it| {
                matches!(it.advice, Advice::Duty | Advice::RecognisedMinimum) || it.taken.is_some()
            });
        let planned = bound.filter_map(|it| it.weighed.as_ref()).filter(|it| it.in_plan);
        let cost: f64 = planned.map(|it| (-it.balance.net_benefit.value).max(0.0)).sum();
        cost >= MOSTLY * short_eur
    }

    /// The day by which the roadmap has a measure done.
    pub fn due_by_plan(&self, catalogue: &Catalogue) -> BTreeMap<MeasureId, Date> {
        let mut due = BTreeMap::new();
        for step in &self.decision.roadmap {
            let Some(days) = step.window.days() else { continue };
            let Ok(day) = self.provenance.date.checked_add(i64::from(days).days()) else { continue };
            let measures: Vec<MeasureId> = match &step.purchase {
                Purchase::Tier(measure, _) => vec![measure.clone()],
                Purchase::Bundle(bundle) => {
                    let supplies =
                        catalogue.bundle(bundle).map(|it| it.supplies.as_slice()).unwrap_or_default();
                    supplies.iter().map(|it| it.measure.clone()).collect()
                }
            };
            for measure in measures {
                due.entry(measure).or_insert(day);
            }
        }
        due
    }

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
