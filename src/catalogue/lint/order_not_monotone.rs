//! Options go from worst to best and variants from small to large: a later one never stands for less.

use std::collections::BTreeMap;

use super::{Subject, finding};
use crate::catalogue::raw::{AnswerOption, Exclusive, Question, Tier};
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault, Noun};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let groups: BTreeMap<&str, &Exclusive> = subject
        .content
        .measures
        .iter()
        .filter_map(|it| it.raw.exclusive.as_ref().map(|group| (it.raw.id.as_str(), group)))
        .collect();
    for Entry { file, raw } in &subject.content.questions {
        options(file, raw, &groups, out);
    }
    for Entry { file, raw } in &subject.content.measures {
        for pair in raw.tiers.windows(2) {
            tiers(file, &pair[0], &pair[1], out);
        }
    }
}

fn options(file: &str, question: &Question, groups: &BTreeMap<&str, &Exclusive>, out: &mut Vec<Diagnostic>) {
    let mut reached: BTreeMap<&str, f64> = BTreeMap::new();
    for option in &question.options {
        for informs in &option.informs {
            let value = informs.degree.value;
            let before = reached.insert(&informs.measure, value).unwrap_or(0.0);
            if before > value && !is_replaced(&informs.measure, option, groups) {
                out.push(finding(
                    file,
                    &informs.degree,
                    Fault::OrderNotMonotone { noun: Noun::Option, value, before },
                ));
            }
        }
    }
}

/// True when the option stands for a stronger measure of the same group, which takes this one's place.
fn is_replaced(measure: &str, option: &AnswerOption, groups: &BTreeMap<&str, &Exclusive>) -> bool {
    let Some(own) = groups.get(measure) else { return false };
    option.informs.iter().any(|it| {
        let stronger = groups.get(it.measure.as_str()).filter(|other| other.group == own.group);
        it.degree.value > 0.0 && stronger.is_some_and(|other| other.rank > own.rank)
    })
}

fn tiers(file: &str, smaller: &Tier, larger: &Tier, out: &mut Vec<Diagnostic>) {
    let pairs = smaller.degree.value.into_iter().zip(larger.degree.value);
    if let Some((before, value)) = pairs.into_iter().find(|(before, value)| before > value) {
        out.push(finding(file, &larger.degree, Fault::OrderNotMonotone { noun: Noun::Tier, value, before }));
    }
}
