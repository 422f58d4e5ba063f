//! A figure ages; without the year of its source nobody can tell how far.

use super::{Subject, finding};
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault};
use crate::model::Checked;

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let Some(Entry { file, raw }) = &subject.content.sources else { return };
    for (id, source) in &raw.sources {
        let published = matches!(source.checked, Checked::Primary | Checked::Secondary);
        if published && source.year.is_none() {
            out.push(finding(file, id, Fault::SourceWithoutYear { source: id.value.clone() }));
        }
    }
}
