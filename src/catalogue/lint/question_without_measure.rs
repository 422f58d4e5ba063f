//! A question that informs no measure and opens no other costs time and changes nothing.

use std::collections::BTreeSet;

use super::{Subject, finding};
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let in_use = || subject.content.questions.iter().filter(|it| it.raw.withdrawn.is_none());
    let opens: BTreeSet<&str> =
        in_use().flat_map(|it| &it.raw.when.answers).map(|it| it.question.as_str()).collect();
    let law = subject.content.laws.iter().flat_map(|it| &it.raw.answers);
    let law: BTreeSet<&str> = law.map(|it| it.question.as_str()).collect();
    for question in in_use() {
        let raw = &question.raw;
        let informs = raw.options.iter().any(|it| !it.informs.is_empty());
        // Legal checks are a use of their own, where something hangs on an option.
        let says = raw.options.iter().any(|it| it.nis2.is_some() || it.regime.is_some());
        let used = raw.feeds.is_some() && (says || law.contains(raw.id.as_str()));
        if !informs && !used && !opens.contains(raw.id.as_str()) {
            out.push(finding(question.file, &raw.id, Fault::QuestionWithoutMeasure));
        }
    }
}
