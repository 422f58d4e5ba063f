//! Members of a group in which only the strongest counts need different ranks, and company.

use super::{Subject, finding};
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let members: Vec<_> = subject
        .content
        .measures
        .iter()
        .filter(|it| it.raw.withdrawn.is_none())
        .filter_map(|Entry { file, raw }| raw.exclusive.as_ref().map(|it| (*file, it)))
        .collect();
    for (position, (file, member)) in members.iter().enumerate() {
        let group = &member.group;
        let tied = members[..position].iter().any(|(_, it)| it.group == *group && it.rank == member.rank);
        let alone = members.iter().filter(|(_, it)| it.group == *group).count() == 1;
        if tied || alone {
            out.push(finding(file, &member.rank, Fault::ExclusiveRank { group: group.value.clone(), alone }));
        }
    }
}
