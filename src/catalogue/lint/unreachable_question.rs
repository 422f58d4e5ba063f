//! A question nobody can ever be asked, because its conditions and those of the questions it waits for exclude
//! each other.

use std::collections::{BTreeMap, BTreeSet};

use super::{Subject, finding};
use crate::catalogue::raw::{Question, When};
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let questions: BTreeMap<&str, &Question> = subject
        .content
        .questions
        .iter()
        .filter(|it| it.raw.withdrawn.is_none())
        .map(|it| (it.raw.id.as_str(), &it.raw))
        .collect();
    for Entry { file, raw } in &subject.content.questions {
        let mut chain = Vec::new();
        let known = collect(raw, &questions, &mut chain);
        if raw.withdrawn.is_none() && known && !is_satisfiable(&chain) {
            out.push(finding(file, &raw.id, Fault::UnreachableQuestion));
        }
    }
}

/// The conditions of a question and of all it waits for; false where one of those does not exist.
fn collect<'a>(
    question: &'a Question,
    all: &BTreeMap<&str, &'a Question>,
    chain: &mut Vec<&'a When>,
) -> bool {
    if chain.iter().any(|it| std::ptr::eq(*it, &raw const question.when)) {
        return true;
    }
    chain.push(&question.when);
    let earlier = question.when.answers.iter().map(|it| all.get(it.question.as_str()));
    earlier.into_iter().all(|it| it.is_some_and(|it| collect(it, all, chain)))
}

/// True when one company can meet all conditions at once.
fn is_satisfiable(chain: &[&When]) -> bool {
    let forbidden: BTreeSet<&str> =
        chain.iter().flat_map(|it| &it.without_traits).map(|it| it.as_str()).collect();
    // A company with every trait that is not forbidden meets as many trait lists as any company can.
    let traits = chain
        .iter()
        .all(|it| it.traits.is_empty() || it.traits.iter().any(|it| !forbidden.contains(it.as_str())));
    let segments = common(chain.iter().map(|it| it.segments.iter().map(|it| it.value.as_str()).collect()));
    let sizes = common(chain.iter().map(|it| it.sizes.iter().map(|it| it.value).collect()));
    let levels = common(chain.iter().map(|it| it.levels.iter().map(|it| it.value).collect()));
    traits && segments && sizes && levels
}

/// True when the lists that say something have an entry in common.
fn common<T: Ord>(lists: impl Iterator<Item = BTreeSet<T>>) -> bool {
    let meet = |a: BTreeSet<T>, b: BTreeSet<T>| a.into_iter().filter(|it| b.contains(it)).collect();
    lists.filter(|it| !it.is_empty()).reduce(meet).is_none_or(|it: BTreeSet<T>| !it.is_empty())
}
