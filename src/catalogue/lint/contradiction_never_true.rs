//! A contradiction whose two sides can never hold of one company together: it would never be pointed out.

use std::collections::BTreeSet;

use super::{Subject, finding};
use crate::catalogue::raw::{Question, Side};
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let Some(Entry { file, raw }) = &subject.content.contradictions else { return };
    for contradiction in &raw.contradictions {
        let (first, second) = (&contradiction.first.value, &contradiction.second.value);
        if excludes(subject, first, second) || excludes(subject, second, first) {
            let id = contradiction.id.value.clone();
            out.push(finding(file, &contradiction.id, Fault::ContradictionNeverTrue { id }));
        }
    }
}

/// True when what has to hold for the one side rules out the other.
fn excludes(subject: &Subject<'_>, side: &Side, other: &Side) -> bool {
    if let (Some(a), Some(b)) = (&side.question, &other.question)
        && a == b
    {
        return !side.options.iter().any(|it| other.options.contains(it));
    }
    if let (Some(a), Some(b)) = (&side.with_trait, &other.without_trait) {
        return a == b;
    }
    // A question that is asked only of firms with certain traits, or without them, says so about its side.
    let question = side.question.as_ref().and_then(|id| question(subject, id));
    let Some(when) = question.map(|it| &it.when) else { return false };
    let forbidden: BTreeSet<&str> = when.without_traits.iter().map(|it| it.as_str()).collect();
    if other.with_trait.as_ref().is_some_and(|it| forbidden.contains(it.as_str())) {
        return true;
    }
    if let [only] = &when.traits[..]
        && other.without_trait.as_ref() == Some(only)
    {
        return true;
    }
    // A question that waits for another to be answered otherwise than the other side says.
    let waits = when.answers.iter().find(|it| Some(&it.question) == other.question.as_ref());
    waits.is_some_and(|it| !it.options.iter().any(|it| other.options.contains(it)))
}

fn question<'a>(subject: &Subject<'a>, id: &str) -> Option<&'a Question> {
    subject.content.questions.iter().map(|it| &it.raw).find(|it| it.id.as_str() == id)
}
