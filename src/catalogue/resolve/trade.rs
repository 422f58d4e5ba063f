//! Sub-trades, and the dictionary of words that lead to them.

use std::collections::BTreeMap;

use super::Index;
use super::check::{Check, Limits};
use crate::catalogue::diagnostic::in_order;
use crate::catalogue::raw::{self, At};
use crate::catalogue::read::{Entry, RawContent, read_dictionary, stem};
use crate::catalogue::{Diagnostic, Fault, Files, Noun};
use crate::model::{EverydayLine, Home, Homes, Spelling, SubTrade, SubTradeId, Trade, Trades, TraitId};
use crate::toml_file::Slip;

/// Hours of standstill a process of a sub-trade can be said to stand: an hour to ten days.
const TOLERABLE_HOURS: Limits = Limits { low: 1.0, high: 240.0 };

/// The edition in which trades name their code first.
const FIRST_EDITION: u16 = 2008;

/// Reads and resolves the dictionary of trades alone. [`super::resolve`] judges it together with all other content.
pub fn trades(files: &Files) -> Result<Trades, Vec<Diagnostic>> {
    let again = |faults| if files.is_compiled() { once(&files.as_texts()) } else { Err(faults) };
    once(files).or_else(again).map_err(in_order)
}

fn once(files: &Files) -> Result<Trades, Vec<Diagnostic>> {
    let mut out = Vec::new();
    let content = read_dictionary(files, &mut out);
    let index = Index::of(&content, &mut out);
    let check =
        &mut Check { index: &index, unread: &content.unread, file: "", out: &mut out, mentions: None };
    let trades = dictionary(check, &content);
    if out.is_empty() { Ok(trades) } else { Err(out) }
}

/// The dictionary as far as it can be resolved.
pub(crate) fn dictionary<'c>(check: &mut Check<'c>, content: &RawContent<'c>) -> Trades {
    let codes = super::one(check, content.trade_codes.as_ref(), |check, raw| {
        check.format(&raw.format);
        raw.clone()
    });
    let search = super::one(check, content.trade_search.as_ref(), Check::trade_search).unwrap_or_default();
    let mut trades = Vec::new();
    for Entry { file, raw } in &content.trades {
        check.file = file;
        check.trade_list(raw);
        for trade in &raw.trades {
            check.codes(trade, codes.as_ref());
            check.same_segment(raw, trade, content);
            trades.push(check.trade(raw, trade));
        }
    }
    single_homes(check, content, &search.homes);
    let (titles_2008, titles_2025) = codes.map(|it| (it.wz2008, it.wz2025)).unwrap_or_default();
    Trades { trades, titles_2008, titles_2025, ..search }
}

impl Check<'_> {
    /// A sub-trade.
    pub fn sub_trade(&mut self, raw: &raw::SubTrade) -> SubTrade {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::SubTrade, raw.replaced_by.as_ref());
        let ticks: Vec<At<String>> = raw.likely.iter().chain(&raw.possible).cloned().collect();
        // Together, so that a trait in both lists is found.
        let ticks: Vec<TraitId> = self.references(Noun::Trait, &ticks);
        let (likely, possible) = ticks.split_at(raw.likely.len());
        for process in raw.processes.iter() {
            self.within(process.tolerable_hours.value, &process.tolerable_hours.span, TOLERABLE_HOURS);
        }
        let per_head = raw.turnover_per_head_eur.as_ref();
        SubTrade {
            id: SubTradeId::new(&*raw.id),
            segment: self.reference(Noun::Segment, &raw.segment),
            title: self.text(&raw.title),
            workplace: self.text(&raw.workplace),
            customers: self.text(&raw.customers),
            tools: self.texts(&raw.tools),
            documents: self.texts(&raw.documents),
            lost_device: self.text(&raw.lost_device),
            likely: likely.to_vec(),
            possible: possible.to_vec(),
            processes: raw.processes.iter().map(|it| self.process(it)).collect(),
            attacks: self.references(Noun::Attack, &raw.attacks),
            cases: self.references(Noun::Case, &raw.cases),
            stories: self.texts(&raw.stories),
            avoid_words: self.texts(&raw.avoid_words),
            segment_examples: raw.segment_examples.value,
            turnover_per_head_eur: per_head.map(|it| self.cited_estimate(it, Limits::POSITIVE)),
        }
    }

    fn texts(&mut self, texts: &[At<String>]) -> Vec<String> {
        texts.iter().map(|it| self.text(it)).collect()
    }

    fn trade_list(&mut self, raw: &raw::TradeList) {
        self.format(&raw.format);
        let file = stem(self.file);
        if raw.sub_trade.value != file {
            let fault = Fault::IdDiffersFromFile { id: raw.sub_trade.value.clone(), file: file.to_owned() };
            self.fault(&raw.sub_trade.span, fault);
        }
        let _: SubTradeId = self.reference(Noun::SubTrade, &raw.sub_trade);
    }

    fn trade(&mut self, list: &raw::TradeList, raw: &raw::Trade) -> Trade {
        if let Some(reason) = &raw.reason {
            self.text(reason);
        }
        for facts in [&raw.crafts_code, &raw.wz2025_chosen_among, &raw.wz2025_one_of] {
            self.texts(facts);
        }
        Trade {
            name: self.text(&raw.name),
            also: raw.feminine.iter().chain(&raw.also).map(|it| self.text(it)).collect(),
            sub_trade: SubTradeId::new(&*list.sub_trade),
            wz_2008: raw.wz.value.clone(),
            wz_2025: raw.wz2025.as_ref().map(|it| it.value.clone()),
        }
    }

    /// The codes under which a trade is found have a title.
    fn codes(&mut self, trade: &raw::Trade, codes: Option<&raw::TradeCodes>) {
        let Some(codes) = codes else { return };
        let later = trade.wz2025.iter().map(|it| (it, &codes.wz2025));
        let named = std::iter::once((&trade.wz, &codes.wz2008)).chain(later);
        for (code, known) in named.filter(|(code, known)| !known.contains_key(code.as_str())) {
            self.unknown(Noun::WzCode, code, known.keys().map(String::as_str));
        }
    }

    /// Where a trade's segment is not the one its code falls under, the reason stands beside it.
    fn same_segment(&mut self, list: &raw::TradeList, trade: &raw::Trade, content: &RawContent<'_>) {
        let sub_trade = content.sub_trades.iter().find(|it| it.raw.id == list.sub_trade);
        let Some(sub_trade) = sub_trade.filter(|_| trade.reason.is_none()) else { return };
        let usual = segment_of(content, &trade.wz);
        if usual.is_some_and(|it| it != sub_trade.raw.segment.value) {
            self.fault(&trade.wz.span, Fault::Slip(Slip::Missing { key: "reason" }));
        }
    }

    fn trade_search(&mut self, raw: &raw::TradeSearch) -> Trades {
        self.format(&raw.format);
        let homes = raw.homes.iter().map(|it| Homes {
            word: self.text(&it.word),
            choices: it.choices.iter().map(|it| self.home(it)).collect(),
        });
        let homes = homes.collect();
        let lines = raw.lines.iter().map(|it| EverydayLine {
            text: self.text(&it.text),
            sub_trades: self.some_references(Noun::SubTrade, &it.sub_trades),
        });
        let lines = lines.collect();
        Trades {
            filler: self.texts(&raw.filler),
            compound_tails: self.texts(&raw.compound_tails),
            homes,
            lines,
            ..Trades::default()
        }
    }

    fn home(&mut self, raw: &raw::Home) -> Home {
        Home { sub_trade: self.reference(Noun::SubTrade, &raw.sub_trade), text: self.text(&raw.text) }
    }
}

/// A word leads to one sub-trade, unless its homes are named.
fn single_homes<'c>(check: &mut Check<'c>, content: &RawContent<'c>, homes: &[Homes]) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for Entry { file, raw } in &content.trades {
        check.file = file;
        for word in
            raw.trades.iter().flat_map(|it| [&it.name].into_iter().chain(&it.feminine).chain(&it.also))
        {
            let key = Spelling::of(word).key;
            let other = *seen.entry(key.clone()).or_insert(file);
            if other != *file && !homes.iter().any(|it| it.word == key) {
                check.fault(&word.span, Fault::DuplicateText { other: other.to_owned() });
            }
        }
    }
}

/// The segment with the longest code the given one begins with.
fn segment_of<'c>(content: &'c RawContent<'_>, code: &str) -> Option<&'c str> {
    let codes = content.segments.iter().flat_map(|it| {
        let editions = it.raw.wz.iter().filter(|it| it.edition.value == FIRST_EDITION);
        editions.flat_map(|it| &it.codes).map(|code| (code.as_str(), it.raw.id.as_str()))
    });
    codes.filter(|(prefix, _)| code.starts_with(prefix)).max_by_key(|it| it.0.len()).map(|it| it.1)
}
