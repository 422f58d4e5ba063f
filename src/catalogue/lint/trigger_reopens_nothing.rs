//! Something that happens and reopens nothing is asked at every repetition for nothing.

use super::{Subject, finding};
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for it in subject.content.triggers.iter().filter(|it| it.raw.withdrawn.is_none()) {
        let raw = &it.raw;
        if raw.facts.is_empty() && raw.measures.is_empty() && raw.questions.is_empty() {
            let trigger = raw.id.value.clone();
            out.push(finding(it.file, &raw.id, Fault::TriggerReopensNothing { trigger }));
        }
    }
}
