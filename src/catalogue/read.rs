//! Texts to shapes: every file parsed, every fault kept.

use serde::de::DeserializeOwned;

use super::complete::complete;
use super::{Diagnostic, Fault, Files, Noun, raw};
use crate::toml_file;

/// The format this program reads.
pub(crate) const FORMAT: u32 = 1;

/// Whether content has to bring its yardsticks and check lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lists {
    /// Yes.
    Wanted,
    /// No: before content 2026.2 they stood in the program. Only figures are asked of such content.
    Optional,
}

/// A shape with the file it came from.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a, T> {
    /// Path of the file.
    pub file: &'a str,
    /// What it says.
    pub raw: T,
}

/// All files as shapes, in the order of their paths.
#[derive(Clone, Debug, Default)]
pub(crate) struct RawContent<'a> {
    pub content: Option<Entry<'a, raw::Content>>,
    pub constants: Option<Entry<'a, raw::Constants>>,
    pub calibration: Option<Entry<'a, raw::Calibration>>,
    pub sources: Option<Entry<'a, raw::Sources>>,
    pub topics: Option<Entry<'a, raw::Topics>>,
    pub traits: Option<Entry<'a, raw::Traits>>,
    pub roles: Option<Entry<'a, raw::Roles>>,
    pub items: Option<Entry<'a, raw::Items>>,
    pub levels: Option<Entry<'a, raw::Levels>>,
    pub wording: Option<Entry<'a, raw::Wording>>,
    pub contradictions: Option<Entry<'a, raw::Contradictions>>,
    pub systems: Option<Entry<'a, raw::Systems>>,
    pub ids: Option<Entry<'a, raw::Ids>>,
    pub insurer: Option<Entry<'a, raw::View>>,
    pub customer: Option<Entry<'a, raw::View>>,
    pub pillars: Option<Entry<'a, raw::View>>,
    pub digcomp: Option<Entry<'a, raw::View>>,
    pub din: Option<Entry<'a, raw::DinSpec>>,
    pub leadership: Option<Entry<'a, raw::CheckList>>,
    pub restore: Option<Entry<'a, raw::CheckList>>,
    pub contract: Option<Entry<'a, raw::CheckList>>,
    pub supplier: Option<Entry<'a, raw::CheckList>>,
    pub project: Option<Entry<'a, raw::CheckList>>,
    pub trade_search: Option<Entry<'a, raw::TradeSearch>>,
    pub trade_codes: Option<Entry<'a, raw::TradeCodes>>,
    pub sizes: Vec<Entry<'a, raw::Size>>,
    pub segments: Vec<Entry<'a, raw::Segment>>,
    pub sub_trades: Vec<Entry<'a, raw::SubTrade>>,
    pub trades: Vec<Entry<'a, raw::TradeList>>,
    pub scenarios: Vec<Entry<'a, raw::Scenario>>,
    pub measures: Vec<Entry<'a, raw::Measure>>,
    pub bundles: Vec<Entry<'a, raw::Bundle>>,
    pub grants: Vec<Entry<'a, raw::Grant>>,
    pub cases: Vec<Entry<'a, raw::Case>>,
    pub attacks: Vec<Entry<'a, raw::Attack>>,
    pub units: Vec<Entry<'a, raw::Unit>>,
    pub contacts: Vec<Entry<'a, raw::Contact>>,
    pub laws: Vec<Entry<'a, raw::LegalFact>>,
    pub messages: Vec<Entry<'a, raw::Message>>,
    pub drills: Vec<Entry<'a, raw::Drill>>,
    pub triggers: Vec<Entry<'a, raw::Trigger>>,
    pub projects: Vec<Entry<'a, raw::Project>>,
    pub self_checks: Vec<Entry<'a, raw::SelfCheck>>,
    pub how_to: Vec<Entry<'a, raw::HowTo>>,
    pub questions: Vec<Entry<'a, raw::Question>>,
    pub ladder: Option<Entry<'a, raw::Ladder>>,
    /// Files that could not be read; what they would define is unknown, so references to it are not faults.
    pub unread: Vec<&'a str>,
}

/// The id a file's name stands for.
pub(crate) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".toml").unwrap_or(name)
}

/// Parses every file. The dictionary of trades is read only by [`read_dictionary`] where it is compiled: few ask for it, and
/// what is compiled was checked when it was built.
pub(crate) fn read<'a>(files: &'a Files, wanted: Lists, out: &mut Vec<Diagnostic>) -> RawContent<'a> {
    let is_left = |path: &str| files.is_compiled() && is_dictionary(path);
    let mut content = read_some(files, |path| !is_left(path), out);
    if wanted == Lists::Optional {
        complete(&mut content);
    }
    report_missing(&mut content, out);
    let lists = lists_missing(&content);
    if wanted == Lists::Wanted {
        out.extend(lists.iter().map(|path| Diagnostic::of_file(*path, Fault::MissingFile)));
    }
    // What they would define is unknown, so references to it are not faults.
    content.unread.extend(lists);
    content
}

/// Parses the dictionary of trades and the sub-trades it leads to.
pub(crate) fn read_dictionary<'a>(files: &'a Files, out: &mut Vec<Diagnostic>) -> RawContent<'a> {
    read_some(files, |path| is_dictionary(path) || path.starts_with("profiles/sub-trades/"), out)
}

/// True for files that only the search for a trade needs.
fn is_dictionary(path: &str) -> bool {
    path.starts_with("profiles/trades/") || path.starts_with("profiles/trade-")
}

fn read_some<'a>(
    files: &'a Files,
    wanted: impl Fn(&str) -> bool,
    out: &mut Vec<Diagnostic>,
) -> RawContent<'a> {
    let mut content = RawContent::default();
    for (path, text) in files.iter().filter(|it| wanted(it.0)) {
        let before = out.len();
        read_file(path, text, files.compiled(path), &mut content, out);
        if out.len() > before {
            content.unread.push(path);
        }
    }
    content
}

fn read_file<'a>(
    path: &'a str,
    text: &str,
    compiled: Option<&[u8]>,
    content: &mut RawContent<'a>,
    out: &mut Vec<Diagnostic>,
) {
    let parts: Vec<&str> = path.split('/').collect();
    let mut parser = Parser { path, text, compiled, out };
    match parts[..] {
        ["profiles", "content.toml"] => content.content = parser.parse(),
        ["profiles", "topics.toml"] => content.topics = parser.parse(),
        ["profiles", "traits.toml"] => content.traits = parser.parse(),
        ["profiles", "systems.toml"] => content.systems = parser.parse(),
        ["profiles", "roles.toml"] => content.roles = parser.parse(),
        ["profiles", "wording.toml"] => content.wording = parser.parse(),
        // Only the check of texts looks at ids that once were; what is compiled was checked when it was built.
        ["profiles", "ids.toml"] if parser.compiled.is_some() => {}
        ["profiles", "ids.toml"] => content.ids = parser.parse(),
        ["profiles", "digitalisation", "items.toml"] => content.items = parser.parse(),
        ["profiles", "digitalisation", "levels.toml"] => content.levels = parser.parse(),
        ["profiles", "sizes", _] => content.sizes.extend(parser.parse()),
        ["profiles", "trade-search.toml"] => content.trade_search = parser.parse(),
        ["profiles", "trade-codes.toml"] => content.trade_codes = parser.parse(),
        ["profiles", "sub-trades", _] => content.sub_trades.extend(parser.parse()),
        ["profiles", "trades", _] => content.trades.extend(parser.parse()),
        ["profiles", "segments", _] => content.segments.extend(parser.parse()),
        ["knowledge", "constants.toml"] => content.constants = parser.parse(),
        ["knowledge", "calibration.toml"] => content.calibration = parser.parse(),
        ["knowledge", "ladder.toml"] => content.ladder = parser.parse(),
        ["knowledge", "sources.toml"] => content.sources = parser.parse(),
        ["knowledge", "scenarios", _] => content.scenarios.extend(parser.parse()),
        ["knowledge", "measures", _] => content.measures.extend(parser.parse()),
        ["knowledge", "bundles", _] => content.bundles.extend(parser.parse()),
        ["knowledge", "grants", _] => content.grants.extend(parser.parse()),
        ["knowledge", "cases", _] => content.cases.extend(parser.parse()),
        ["knowledge", "attacks", _] => content.attacks.extend(parser.parse()),
        ["knowledge", "how-to", _] => content.how_to.extend(parser.parse()),
        ["knowledge", "learning", _] => content.units.extend(parser.parse()),
        ["knowledge", "offers", _] => content.contacts.extend(parser.parse()),
        ["knowledge", "law", _] => content.laws.extend(parser.parse()),
        ["knowledge", "exercise", "messages", _] => content.messages.extend(parser.parse()),
        ["knowledge", "exercise", "drills", _] => content.drills.extend(parser.parse()),
        ["knowledge", "triggers", _] => content.triggers.extend(parser.parse()),
        ["knowledge", "views", "insurer.toml"] => content.insurer = parser.parse(),
        ["knowledge", "views", "customer.toml"] => content.customer = parser.parse(),
        ["knowledge", "views", "pillars.toml"] => content.pillars = parser.parse(),
        ["knowledge", "views", "digcomp.toml"] => content.digcomp = parser.parse(),
        ["knowledge", "din-spec-27076.toml"] => content.din = parser.parse(),
        ["knowledge", "checklists", "leadership.toml"] => content.leadership = parser.parse(),
        ["knowledge", "checklists", "contract.toml"] => content.contract = parser.parse(),
        ["knowledge", "checklists", "supplier.toml"] => content.supplier = parser.parse(),
        ["knowledge", "checklists", "project.toml"] => content.project = parser.parse(),
        ["knowledge", "checklists", "restore.toml"] => content.restore = parser.parse(),
        ["knowledge", "projects", _] => content.projects.extend(parser.parse()),
        ["questionnaires", "contradictions.toml"] => content.contradictions = parser.parse(),
        ["knowledge", "exercise", "self-checks", _] => content.self_checks.extend(parser.parse()),
        ["questionnaires", _, _] => content.questions.extend(parser.parse()),
        _ => out.push(Diagnostic::of_file(path, Fault::UnknownFile)),
    }
}

struct Parser<'a, 't, 'o> {
    path: &'a str,
    text: &'t str,
    compiled: Option<&'t [u8]>,
    out: &'o mut Vec<Diagnostic>,
}

impl<'a> Parser<'a, '_, '_> {
    fn parse<T: DeserializeOwned>(&mut self) -> Option<Entry<'a, T>> {
        // What the compiled form cannot give, the text gives, or its fault does.
        if let Some(raw) = self.compiled.and_then(|it| rmp_serde::from_slice(it).ok()) {
            return Some(Entry { file: self.path, raw });
        }
        match toml_file::shaped(self.text) {
            Ok(raw) => Some(Entry { file: self.path, raw }),
            Err(faults) => {
                self.out.extend(faults.into_iter().map(|it| Diagnostic::of_slip(self.path, it)));
                None
            }
        }
    }
}

/// Files of yardsticks and check lists that are not there and could not be read either.
fn lists_missing(content: &RawContent<'_>) -> Vec<&'static str> {
    let files = [
        (content.ladder.is_some(), "knowledge/ladder.toml"),
        (content.insurer.is_some(), "knowledge/views/insurer.toml"),
        (content.customer.is_some(), "knowledge/views/customer.toml"),
        (content.pillars.is_some(), "knowledge/views/pillars.toml"),
        (content.digcomp.is_some(), "knowledge/views/digcomp.toml"),
        (content.din.is_some(), "knowledge/din-spec-27076.toml"),
        (content.leadership.is_some(), "knowledge/checklists/leadership.toml"),
        (content.contract.is_some(), "knowledge/checklists/contract.toml"),
        (content.supplier.is_some(), "knowledge/checklists/supplier.toml"),
        (content.project.is_some(), "knowledge/checklists/project.toml"),
    ];
    files.into_iter().filter(|it| !it.0 && !content.unread.contains(&it.1)).map(|it| it.1).collect()
}

fn report_missing(content: &mut RawContent<'_>, out: &mut Vec<Diagnostic>) {
    let files = [
        (content.content.is_some(), "profiles/content.toml"),
        (content.topics.is_some(), "profiles/topics.toml"),
        (content.traits.is_some(), "profiles/traits.toml"),
        (content.roles.is_some(), "profiles/roles.toml"),
        (content.items.is_some(), "profiles/digitalisation/items.toml"),
        (content.levels.is_some(), "profiles/digitalisation/levels.toml"),
        (content.wording.is_some(), "profiles/wording.toml"),
        (content.constants.is_some(), "knowledge/constants.toml"),
        (content.calibration.is_some(), "knowledge/calibration.toml"),
        (content.sources.is_some(), "knowledge/sources.toml"),
    ];
    for (there, path) in files {
        if !there && !content.unread.contains(&path) {
            out.push(Diagnostic::of_file(path, Fault::MissingFile));
            content.unread.push(path);
        }
    }
    let folders = [
        (content.segments.is_empty(), "profiles/segments", Noun::Segment),
        (content.scenarios.is_empty(), "knowledge/scenarios", Noun::Scenario),
        (content.measures.is_empty(), "knowledge/measures", Noun::Measure),
        (content.questions.is_empty(), "questionnaires", Noun::Question),
    ];
    for (empty, folder, noun) in folders {
        if empty && !content.unread.iter().any(|path| path.starts_with(folder)) {
            out.push(Diagnostic::of_file(folder, Fault::NoEntry { noun }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::embedded;

    #[test]
    fn every_shipped_file_is_read_from_its_compiled_form() {
        let shipped = embedded();
        let mut out = Vec::new();
        for (path, _) in shipped.iter() {
            read_file(path, "no TOML", shipped.compiled(path), &mut RawContent::default(), &mut out);
        }
        assert_eq!(out, []);
    }
}
