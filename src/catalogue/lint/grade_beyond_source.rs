//! A grade no better than what stands behind it: judgement alone is C, a measurement needs someone who measured.

use std::collections::BTreeMap;

use super::figures::citations;
use super::{Subject, finding};
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault};
use crate::model::{Checked, Grade};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let Some(Entry { raw, .. }) = &subject.content.sources else { return };
    let known: BTreeMap<&str, Checked> =
        raw.sources.iter().map(|(id, it)| (id.as_str(), it.checked)).collect();
    for citation in citations(subject.content) {
        let read: Vec<Checked> =
            citation.sources.iter().filter_map(|it| known.get(it.as_str()).copied()).collect();
        let best = match () {
            () if read.iter().any(|it| matches!(it, Checked::Primary | Checked::Secondary)) => Grade::A,
            () if read.contains(&Checked::Derived) => Grade::B,
            () => Grade::C,
        };
        let beyond = matches!((citation.grade, best), (Grade::A, Grade::B | Grade::C) | (Grade::B, Grade::C));
        if beyond && !read.is_empty() {
            let fault = Fault::GradeBeyondSource { grade: citation.grade, best };
            out.push(finding(citation.file, citation.sources, fault));
        }
    }
}
