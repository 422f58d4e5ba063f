//! A scenario no measure acts on would be a danger without a remedy.

use std::collections::BTreeSet;

use super::{Subject, finding};
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let reached: BTreeSet<&str> = subject
        .content
        .measures
        .iter()
        .filter(|it| it.raw.withdrawn.is_none())
        .flat_map(|it| &it.raw.effects)
        .map(|it| it.scenario.as_str())
        .collect();
    for scenario in subject.content.scenarios.iter().filter(|it| it.raw.withdrawn.is_none()) {
        let id = &scenario.raw.id;
        if !reached.contains(id.as_str()) {
            out.push(finding(scenario.file, id, Fault::ScenarioWithoutMeasure));
        }
    }
}
