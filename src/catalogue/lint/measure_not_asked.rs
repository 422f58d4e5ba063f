//! Every measure is informed by a question; otherwise it silently stays at average for everybody.

use std::collections::BTreeSet;

use super::{Subject, finding};
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let asked: BTreeSet<&str> = subject
        .content
        .questions
        .iter()
        .filter(|it| it.raw.withdrawn.is_none())
        .flat_map(|it| &it.raw.options)
        .flat_map(|it| &it.informs)
        .map(|it| it.measure.as_str())
        .collect();
    for measure in subject.content.measures.iter().filter(|it| it.raw.withdrawn.is_none()) {
        let id = &measure.raw.id;
        if !asked.contains(id.as_str()) {
            out.push(finding(measure.file, id, Fault::MeasureNotAsked { measure: id.value.clone() }));
        }
    }
}
