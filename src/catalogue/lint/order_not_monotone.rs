//! Options go from worst to best and variants from small to large: a later one never stands for less.

use std::collections::BTreeMap;

use super::{Subject, finding};
use crate::catalogue::raw::{Question, Tier};
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault, Noun};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for Entry { file, raw } in &subject.content.questions {
        options(file, raw, out);
    }
    for Entry { file, raw } in &subject.content.measures {
        for pair in raw.tiers.windows(2) {
            tiers(file, &pair[0], &pair[1], out);
        }
    }
}

fn options(file: &str, question: &Question, out: &mut Vec<Diagnostic>) {
    let mut reached: BTreeMap<&str, f64> = BTreeMap::new();
    for option in &question.options {
        for informs in &option.informs {
            let before = reached.get(informs.measure.as_str()).copied();
            if let Some(before) = before.filter(|it| *it > informs.degree.value) {
                let value = informs.degree.value;
                out.push(finding(
                    file,
                    &informs.degree,
                    Fault::OrderNotMonotone { noun: Noun::Option, value, before },
                ));
            } else {
                reached.insert(&informs.measure, informs.degree.value);
            }
        }
    }
}

fn tiers(file: &str, smaller: &Tier, larger: &Tier, out: &mut Vec<Diagnostic>) {
    let pairs = smaller.degree.value.into_iter().zip(larger.degree.value);
    if let Some((before, value)) = pairs.into_iter().find(|(before, value)| before > value) {
        out.push(finding(file, &larger.degree, Fault::OrderNotMonotone { noun: Noun::Tier, value, before }));
    }
}
