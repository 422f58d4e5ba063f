//! Ids that shipped once and are gone: old answers refer to them, so they are withdrawn instead of deleted.

use std::collections::BTreeSet;

use super::{Subject, finding};
use crate::catalogue::read::{Entry, RawContent, stem};
use crate::catalogue::resolve::Index;
use crate::catalogue::{Diagnostic, Fault};

/// Before the ids of sub-trades.
const SUB_TRADES: &str = "profiles/sub-trades/";

/// The file that lists every id that ever shipped.
const LIST: &str = "profiles/ids.toml";

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let content = subject.content;
    let Some(Entry { file, raw }) = &content.ids else {
        if !content.unread.contains(&LIST) {
            out.push(Diagnostic::of_file(LIST, Fault::MissingFile));
        }
        return;
    };
    // Ids given twice are reported where content is resolved.
    let index = Index::of(content, &mut Vec::new());
    let mut there: BTreeSet<String> = index.all().map(|(_, id, file)| name(file, id)).collect();
    for Entry { file, raw } in &content.questions {
        there.extend(raw.options.iter().map(|it| format!("{}/{}", name(file, &raw.id), it.id.value)));
    }
    let unread: Vec<String> = content.unread.iter().map(|it| everything_in(it)).collect();
    for id in raw.shipped.iter().filter(|it| !there.contains(it.as_str())) {
        // What an unreadable file defines may well be there.
        if !unread.iter().any(|it| format!("{}/", id.value).starts_with(it)) {
            out.push(finding(file, id, Fault::VanishedId { id: id.value.clone() }));
        }
    }
    let sub_trades = raw.shipped.iter().filter_map(|it| it.strip_prefix(SUB_TRADES));
    report_missing_words(content, &sub_trades.collect::<Vec<_>>(), out);
}

/// A sub-trade nobody can find: every one that shipped and is still in use has a file of words, and together they have
/// their rules and codes.
fn report_missing_words(content: &RawContent<'_>, shipped: &[&str], out: &mut Vec<Diagnostic>) {
    let withdrawn =
        |id: &str| content.sub_trades.iter().any(|it| it.raw.id.as_str() == id && it.raw.withdrawn.is_some());
    let lists: Vec<&str> = content.trades.iter().map(|it| stem(it.file)).collect();
    let lists = shipped.iter().filter(|it| !withdrawn(it) && !lists.contains(it));
    let mut missing: Vec<String> = lists.map(|it| format!("profiles/trades/{it}.toml")).collect();
    let rules = [
        (content.trade_search.is_none(), "profiles/trade-search.toml"),
        (content.trade_codes.is_none(), "profiles/trade-codes.toml"),
    ];
    missing.extend(rules.into_iter().filter(|it| it.0 && !shipped.is_empty()).map(|it| it.1.to_owned()));
    missing.retain(|it| !content.unread.contains(&it.as_str()));
    out.extend(missing.into_iter().map(|it| Diagnostic::of_file(it, Fault::MissingFile)));
}

/// Under what name an entry is listed: its folder or list, and its id. Topics are no part of a question's name.
fn name(file: &str, id: &str) -> String {
    let path = file.strip_suffix(".toml").unwrap_or(file);
    let (folder, last) = path.rsplit_once('/').unwrap_or(("", path));
    match folder.split_once('/') {
        Some(("questionnaires", _)) => format!("questionnaires/{id}"),
        _ if is_list(folder, last) => format!("{path}/{id}"),
        _ => format!("{folder}/{id}"),
    }
}

/// What the names of all entries of a file begin with.
fn everything_in(file: &str) -> String {
    let path = file.strip_suffix(".toml").unwrap_or(file);
    let (folder, last) = path.rsplit_once('/').unwrap_or(("", path));
    if is_list(folder, last) { format!("{path}/") } else { format!("{}/", name(file, stem(file))) }
}

/// True for files that hold several entries; they lie beside the folders.
fn is_list(folder: &str, last: &str) -> bool {
    let alone =
        [("knowledge", "sources"), ("knowledge", "din-spec-27076"), ("questionnaires", "contradictions")];
    let lists = ["profiles", "profiles/digitalisation", "knowledge/views", "knowledge/checklists"];
    lists.contains(&folder) || alone.contains(&(folder, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_listed_by_folder_or_list_and_questions_without_their_topic() {
        assert_eq!(name("knowledge/measures/mfa.toml", "mfa"), "knowledge/measures/mfa");
        assert_eq!(name("knowledge/sources.toml", "kfw2023"), "knowledge/sources/kfw2023");
        assert_eq!(name("profiles/traits.toml", "wlan"), "profiles/traits/wlan");
        assert_eq!(
            name("questionnaires/backup/backup-place.toml", "backup-place"),
            "questionnaires/backup-place"
        );
    }
}
