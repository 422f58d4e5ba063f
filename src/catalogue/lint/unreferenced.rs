//! Entries nothing refers to: left over, or forgotten where they belong.

use std::collections::BTreeSet;

use super::figures::citations;
use super::{Subject, finding};
use crate::catalogue::raw::At;
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault, Noun};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let content = subject.content;
    if let Some(Entry { file, raw }) = &content.sources {
        let settings = content.how_to.iter().flat_map(|it| &it.raw.settings);
        let cited = citations(content).into_iter().flat_map(|it| it.sources.iter());
        let laws = content.laws.iter().flat_map(|it| &it.raw.sources);
        let cited = cited.chain(settings.flat_map(|it| it.sources.iter())).chain(laws);
        report(file, Noun::Source, raw.sources.iter().map(|(id, _)| id), &set(cited), out);
    }
    if let Some(Entry { file, raw }) = &content.traits {
        report(file, Noun::Trait, raw.traits.iter().map(|it| &it.id), &traits(subject), out);
    }
    if let Some(Entry { file, raw }) = &content.roles {
        let knows = content.questions.iter().flat_map(|it| it.raw.knows.iter());
        let done_by = content.measures.iter().map(|it| &it.raw.done_by);
        let learn = content.units.iter().flat_map(|it| it.raw.roles.iter());
        let asked = content.projects.iter().flat_map(|it| it.raw.questions.iter()).map(|it| &it.asks);
        let used = set(knows.chain(done_by).chain(learn).chain(asked));
        report(file, Noun::Role, raw.roles.iter().map(|it| &it.id), &used, out);
    }
    // Content may do without a dictionary; one that is there leads to every sub-trade in use.
    let named = set(content.trades.iter().map(|it| &it.raw.sub_trade));
    let in_use = content.sub_trades.iter().filter(|it| it.raw.withdrawn.is_none() && !named.is_empty());
    for Entry { file, raw } in in_use {
        report(file, Noun::SubTrade, [&raw.id].into_iter(), &named, out);
    }
    if let Some(Entry { file, raw }) = &content.topics {
        let folders: BTreeSet<&str> =
            content.questions.iter().filter_map(|it| it.file.rsplit('/').nth(1)).collect();
        report(file, Noun::Topic, raw.topics.iter().map(|it| &it.id), &folders, out);
    }
}

fn traits<'a>(subject: &Subject<'a>) -> BTreeSet<&'a str> {
    let content = subject.content;
    let typical = content.segments.iter().flat_map(|it| &it.raw.typical_traits);
    let questions = content.questions.iter().map(|it| &it.raw.when);
    let questions = questions.flat_map(|it| it.traits.iter().chain(&it.without_traits));
    let measures = content.measures.iter().map(|it| &it.raw.when);
    let bundles = content.bundles.iter().map(|it| &it.raw.when);
    let grants = content.grants.iter().map(|it| &it.raw.when);
    let attacks = content.attacks.iter().map(|it| &it.raw.when);
    let contacts = content.contacts.iter().map(|it| &it.raw.when);
    let laws = content.laws.iter().map(|it| &it.raw.when);
    let roles = content.roles.iter().flat_map(|it| &it.raw.roles).flat_map(|it| &it.when);
    let lists =
        [&content.leadership, &content.contract, &content.supplier, &content.project, &content.restore];
    let lists = lists.into_iter().flatten();
    let contracts = lists.clone().flat_map(|it| &it.raw.contracts).map(|it| &it.trait_);
    let points = lists.flat_map(|it| &it.raw.points).map(|it| &it.when);
    let projects = content.projects.iter().map(|it| &it.raw);
    let changed = projects.clone().flat_map(|it| it.adds.iter().chain(&it.removes));
    let projects = projects.map(|it| &it.when);
    let others = measures.chain(bundles).chain(grants).chain(attacks).chain(contacts).chain(projects);
    let others = others.chain(roles).chain(points).chain(laws);
    let others = others.flat_map(|it| it.traits.iter().chain(&it.without_traits));
    let sub_trades = content.sub_trades.iter().flat_map(|it| it.raw.likely.iter().chain(&it.raw.possible));
    set(typical.chain(sub_trades).chain(questions).chain(others).chain(changed).chain(contracts))
}

fn set<'a>(ids: impl Iterator<Item = &'a At<String>>) -> BTreeSet<&'a str> {
    ids.map(|it| it.value.as_str()).collect()
}

fn report<'a>(
    file: &str,
    noun: Noun,
    ids: impl Iterator<Item = &'a At<String>>,
    used: &BTreeSet<&str>,
    out: &mut Vec<Diagnostic>,
) {
    for id in ids.filter(|it| !used.contains(it.as_str())) {
        out.push(finding(file, id, Fault::Unreferenced { noun, id: id.value.clone() }));
    }
}
