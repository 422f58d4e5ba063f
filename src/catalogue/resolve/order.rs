//! The order in which questions are asked, and conditions that make every order impossible.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::raw;
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault};
use crate::model::{Question, Topic};

/// By topic, then by id, but never before a question of the same topic whose answer decides about it.
pub(crate) fn in_asking_order(mut questions: Vec<Question>, topics: &[Topic]) -> Vec<Question> {
    let rank = |question: &Question| topics.iter().position(|it| it.id == question.topic);
    questions.sort_by_cached_key(|it| (rank(it), it.id.clone()));
    let mut waiting: Vec<usize> = (0..questions.len()).collect();
    let mut order = Vec::with_capacity(questions.len());
    while !waiting.is_empty() {
        let ready = waiting.iter().position(|at| {
            let it = &questions[*at];
            let waits_for =
                |other: &Question| it.when.answers.iter().any(|answer| answer.question == other.id);
            !waiting.iter().map(|at| &questions[*at]).any(|other| other.topic == it.topic && waits_for(other))
        });
        // Circles are reported elsewhere; here they only must not hang.
        order.push(waiting.remove(ready.unwrap_or(0)));
    }
    // Questions are large: each is moved once.
    let mut places: Vec<Option<Question>> = questions.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| places[at].take()).collect()
}

/// Reports every circle of questions that wait for each other, once, at its first question by id.
pub(crate) fn report_cycles(questions: &[Entry<'_, raw::Question>], out: &mut Vec<Diagnostic>) {
    let waits_for: BTreeMap<&str, Vec<&str>> = questions
        .iter()
        .map(|it| {
            let earlier = it.raw.when.answers.iter().map(|answer| answer.question.as_str());
            (it.raw.id.as_str(), earlier.collect())
        })
        .collect();
    let mut reported = BTreeSet::new();
    for entry in questions {
        let id = entry.raw.id.as_str();
        if reported.contains(id) {
            continue;
        }
        if let Some(circle) = circle_through(id, &waits_for) {
            reported.extend(circle.iter().copied());
            let first = entry.raw.when.answers.iter().find(|it| circle.contains(&it.question.as_str()));
            let span = first.map_or(&entry.raw.id.span, |it| &it.question.span);
            let questions = circle.into_iter().map(str::to_owned).collect();
            out.push(Diagnostic::at(entry.file, span.clone(), Fault::CyclicCondition { questions }));
        }
    }
}

/// The shortest way from a question back to itself along what it waits for.
fn circle_through<'a>(start: &'a str, waits_for: &BTreeMap<&'a str, Vec<&'a str>>) -> Option<Vec<&'a str>> {
    let mut ways = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let last = way.last().copied().unwrap_or(start);
            for &next in waits_for.get(last).into_iter().flatten() {
                if next == start {
                    return Some(way);
                }
                if seen.insert(next) {
                    longer.push(way.iter().copied().chain([next]).collect());
                }
            }
        }
        ways = longer;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_found_from_each_of_its_members_and_from_nobody_else() {
        let waits_for = BTreeMap::from([("a", vec!["b"]), ("b", vec!["c"]), ("c", vec!["b"]), ("d", vec![])]);
        assert_eq!(circle_through("b", &waits_for), Some(vec!["b", "c"]));
        assert_eq!(circle_through("c", &waits_for), Some(vec!["c", "b"]));
        assert_eq!(circle_through("a", &waits_for), None);
        assert_eq!(circle_through("d", &waits_for), None);
    }
}
