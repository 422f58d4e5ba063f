//! The same words for different things: readers cannot tell them apart.

use super::texts::{Role, Text, repeated};
use super::{Subject, finding};
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let content = subject.content;
    let of = |role: Role| subject.texts.iter().filter(move |it| it.role == role).copied();
    // A role and a segment may share a name; two things one can buy or do may not.
    let knowledge = |role: Role| of(role).filter(|it| it.file.starts_with("knowledge/"));
    let mut groups = vec![
        repeated(of(Role::Question)),
        repeated(knowledge(Role::Title)),
        repeated(of(Role::Name)),
        repeated(of(Role::ScenarioTitle)),
    ];
    for Entry { file, raw } in &content.questions {
        let option = |at| Text { file, at, role: Role::Option };
        groups.push(repeated(raw.options.iter().map(|it| option(&it.text))));
    }
    for Entry { file, raw } in &content.measures {
        let tier = |at| Text { file, at, role: Role::Tier };
        groups.push(repeated(raw.tiers.iter().map(|it| tier(&it.what))));
    }
    for (first, again) in groups.into_iter().flatten() {
        let other = first.file.to_owned();
        out.push(finding(again.file, again.at, Fault::DuplicateText { other }));
    }
}
