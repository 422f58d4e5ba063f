//! A planned project that changes no trait and no scenario would show the same figures before and after.

use super::{Subject, finding};
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for it in subject.content.projects.iter().filter(|it| it.raw.withdrawn.is_none()) {
        let raw = &it.raw;
        let acts =
            raw.exposures.iter().any(|it| it.frequency_factor.is_some() || it.severity_factor.is_some());
        if !acts && raw.adds.is_empty() && raw.removes.is_empty() {
            let project = raw.id.value.clone();
            out.push(finding(it.file, &raw.id, Fault::ProjectChangesNothing { project }));
        }
    }
}
