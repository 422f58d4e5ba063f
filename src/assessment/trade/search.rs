//! The search for a trade: every word gets the first way in which it fits, and per trade the best word counts.
//!
//! The order is total: way, cost, the usual name before others, the shorter word, the alphabet.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{Code, Found, Hit, Tier};
use crate::model::{EverydayLine, Home, Segment, SegmentId, Spelling, SubTradeId, Trade, Trades, stem};

/// Cost of one letter, so that halves and tenths stay whole numbers.
const LETTER: i32 = 10;

/// Editions of the classification of economic activities.
const EDITIONS: [u16; 2] = [2008, 2025];

/// The dictionary, ready to be searched.
#[derive(Clone, Debug)]
pub struct TradeSearch<'t> {
    trades: &'t Trades,
    segments: &'t [Segment],
    words: Vec<Word<'t>>,
    filler: BTreeSet<&'t str>,
}

/// A word of the dictionary.
#[derive(Clone, Debug)]
struct Word<'t> {
    text: &'t str,
    trade: &'t Trade,
    is_usual_name: bool,
    spelling: Spelling,
    /// True where the word has several homes of its own.
    is_vague: bool,
}

/// How well a word fits: the way, and within it the cost.
type Fit = (Tier, i32);

/// The typed word with what is made of it once for all comparisons.
struct Query {
    spelling: Spelling,
    /// Slips that are forgiven in a word of this length.
    slips: usize,
}

impl<'t> TradeSearch<'t> {
    /// Prepares the search.
    pub fn new(trades: &'t Trades, segments: &'t [Segment]) -> Self {
        let vague: BTreeSet<&str> = trades.homes.iter().map(|it| it.word.as_str()).collect();
        let vague_stems: BTreeSet<&str> = vague.iter().map(|it| stem(it)).collect();
        let word = |trade: &'t Trade, text: &'t str, is_usual_name| {
            let spelling = Spelling::of(text);
            let is_vague =
                vague.contains(spelling.key.as_str()) || vague_stems.contains(spelling.stem.as_str());
            Word { text, trade, is_usual_name, spelling, is_vague }
        };
        let words = trades.trades.iter().flat_map(|trade| {
            let also = trade.also.iter().map(move |it| word(trade, it, false));
            std::iter::once(word(trade, &trade.name, true)).chain(also)
        });
        Self {
            trades,
            segments,
            words: words.collect(),
            filler: trades.filler.iter().map(String::as_str).collect(),
        }
    }

    /// Everyday lines for those whose word finds nothing.
    pub fn lines(&self) -> &'t [EverydayLine] {
        &self.trades.lines
    }

    /// What was probably meant, the best first.
    pub fn find(&self, typed: &str) -> Found<'t> {
        if let Some(code) = Code::read(typed) {
            return self.by_code(code);
        }
        let query = Query::new(Spelling::of_kept(typed, |it| !self.filler.contains(it)));
        if query.spelling.key.len() < 2 {
            return Found::default();
        }
        if let Some(homes) = self.trades.homes.iter().find(|it| it.word == query.spelling.key) {
            let home = |it: &'t Home| Hit {
                tier: Tier::Equal,
                word: &it.text,
                trade: None,
                sub_trade: &it.sub_trade,
                code: None,
            };
            return Found {
                hits: homes.choices.iter().map(home).collect(),
                several_homes: true,
                ..Found::default()
            };
        }
        let mut hits = self.best(|it| query.fit(it, &self.trades.compound_tails));
        if hits.is_empty() && query.spelling.key.len() == 4 {
            // In so short a word a slip is forgiven only where nothing else fits.
            hits = self.best(|it| query.slip_in_four_letters(it));
        }
        Found { hits, ..Found::default() }
    }

    /// The best word of every trade, the best trade first.
    fn best(&self, fit: impl Fn(&Word<'t>) -> Option<Fit>) -> Vec<Hit<'t>> {
        let mut best = BTreeMap::new();
        for word in &self.words {
            let Some(fit) = fit(word) else { continue };
            let mark = (fit, !word.is_usual_name, word.spelling.key.len(), word.text);
            let known = best.entry(word.trade.name.as_str()).or_insert((mark, word));
            if mark < known.0 {
                *known = (mark, word);
            }
        }
        let mut ranked: Vec<_> = best.into_values().collect();
        ranked.sort_by_key(|it| it.0);
        let hit = |(mark, word): ((Fit, bool, usize, &str), &Word<'t>)| Hit {
            tier: mark.0.0,
            word: word.text,
            trade: Some(word.trade),
            sub_trade: &word.trade.sub_trade,
            code: None,
        };
        ranked.into_iter().take(Found::MOST).map(hit).collect()
    }

    /// Sub-trades with trades under a code in either edition, the one with most trades first; where no trade names
    /// it, the segment.
    fn by_code(&self, code: Code) -> Found<'t> {
        let mut counted: BTreeMap<&'t SubTradeId, (usize, (u16, &'t str))> = BTreeMap::new();
        for edition in EDITIONS.into_iter().filter(|it| code.is_of(*it)) {
            for trade in &self.trades.trades {
                let named =
                    if edition == EDITIONS[0] { Some(&trade.wz_2008) } else { trade.wz_2025.as_ref() };
                if let Some(named) = named.filter(|it| it.starts_with(&code.digits)) {
                    counted.entry(&trade.sub_trade).or_insert((0, (edition, named))).0 += 1;
                }
            }
        }
        let mut ranked: Vec<_> = counted.into_iter().collect();
        ranked.sort_by_key(|&(sub_trade, (trades, _))| (Reverse(trades), sub_trade));
        let hit = |(sub_trade, (_, code)): (&'t SubTradeId, (usize, (u16, &'t str)))| Hit {
            tier: Tier::Equal,
            word: self.title(code),
            trade: None,
            sub_trade,
            code: Some(code),
        };
        let hits: Vec<Hit<'t>> = ranked.into_iter().take(Found::MOST).map(hit).collect();
        let segment = if hits.is_empty() { self.segment_of(&code) } else { None };
        Found { hits, several_homes: false, code: Some(code), segment }
    }

    fn title(&self, (edition, code): (u16, &str)) -> &'t str {
        let titles = if edition == EDITIONS[0] { &self.trades.titles_2008 } else { &self.trades.titles_2025 };
        titles.get(code).map_or("", String::as_str)
    }

    /// The segment with the longest code the typed one begins with.
    fn segment_of(&self, code: &Code) -> Option<SegmentId> {
        let codes = self.segments.iter().flat_map(|it| {
            let editions = it.wz.iter().filter(|it| code.is_of(it.edition));
            editions.flat_map(|it| &it.codes).map(move |prefix| (prefix, &it.id))
        });
        let fitting = codes.filter(|(prefix, _)| code.digits.starts_with(prefix.as_str()));
        fitting.max_by_key(|it| it.0.len()).map(|it| it.1.clone())
    }
}

impl Query {
    fn new(spelling: Spelling) -> Self {
        let slips = match spelling.key.len() {
            0..=4 => 0,
            5..=7 => 1,
            _ => 2,
        };
        Self { spelling, slips }
    }

    /// The first way in which a word fits.
    fn fit(&self, word: &Word<'_>, tails: &[String]) -> Option<Fit> {
        self.as_itself(word)
            .or_else(|| self.by_parts(word))
            .or_else(|| self.with_slips(word))
            .or_else(|| self.as_compound(word, tails))
            .or_else(|| self.inside(word))
    }

    fn as_itself(&self, word: &Word<'_>) -> Option<Fit> {
        let (typed, known) = (&self.spelling, &word.spelling);
        let missing = || length(&known.key) - length(&typed.key);
        if known.key == typed.key {
            Some((Tier::Equal, 0))
        } else if known.flat == typed.key || known.key == typed.flat || known.flat == typed.flat {
            Some((Tier::WithoutDots, 0))
        } else if typed.key.len() >= 5
            && (known.stem == typed.stem || known.key == typed.stem || known.stem == typed.key)
        {
            Some((Tier::OtherForm, 0))
        } else if typed.key.len() >= 3 && known.key.starts_with(&typed.key) {
            Some((Tier::Begins, missing()))
        } else if typed.key.len() >= 3 && known.flat.starts_with(&typed.key) {
            Some((Tier::Begins, missing() + LETTER / 2))
        } else {
            None
        }
    }

    fn by_parts(&self, word: &Word<'_>) -> Option<Fit> {
        let typed = &self.spelling.tokens;
        if typed.len() < 2 {
            return None;
        }
        let fits = |part: &String, token: &String| {
            token == part
                || part.len() >= 4 && token.starts_with(part)
                || token.len() >= 4 && stem(token) == stem(part)
        };
        let fitting =
            typed.iter().filter(|part| word.spelling.tokens.iter().any(|it| fits(part, it))).count();
        if fitting == typed.len() {
            let left_over = word.spelling.tokens.len().saturating_sub(fitting);
            return Some((Tier::AllParts, cost(left_over)));
        }
        let is_the_word =
            |part: &String| word.spelling.key == *part || part.len() >= 4 && word.spelling.stem == stem(part);
        let place = typed.iter().position(is_the_word).filter(|_| word.spelling.tokens.len() == 1)?;
        Some((if word.is_vague { Tier::OneVaguePart } else { Tier::OnePart }, cost(place)))
    }

    fn with_slips(&self, word: &Word<'_>) -> Option<Fit> {
        let (typed, known) = (&self.spelling, &word.spelling);
        if self.slips == 0 || known.key.len() < 4 {
            return None;
        }
        let stems = (typed.stem.len() >= 5).then_some((&typed.stem, &known.stem));
        let pairs = [Some((&typed.key, &known.key)), Some((&typed.flat, &known.flat)), stems];
        let slips = pairs.into_iter().flatten().filter_map(|(a, b)| slips(a, b, self.slips)).min()?;
        let other_start = known.key.as_bytes()[0] != typed.key.as_bytes()[0];
        let longer = known.key.len().abs_diff(typed.key.len());
        let cost = cost(slips) + if other_start { LETTER / 2 } else { 0 } + cost(longer) / 10;
        Some((if slips <= 1 { Tier::OneSlip } else { Tier::TwoSlips }, cost))
    }

    /// German heads stand last: where both ends of a compound are words, the longer one wins, the last on a tie.
    fn as_compound(&self, word: &Word<'_>, tails: &[String]) -> Option<Fit> {
        let (typed, known, root) = (&self.spelling.key, &word.spelling.key, &word.spelling.stem);
        let after = |start: &String| typed.strip_prefix(start.as_str());
        let is_tail = |rest: &str| tails.iter().any(|it| it == rest);
        if known.len() >= 5 && typed.ends_with(known) {
            Some((Tier::Compound, -length(known)))
        } else if known.len() >= 4 && after(known).is_some_and(|it| is_tail(it.trim_start_matches('s'))) {
            Some((Tier::WithTail, -length(known)))
        } else if root.len() >= 5
            && after(root).is_some_and(|it| (0..3).any(|at| it.get(at..).is_some_and(is_tail)))
        {
            Some((Tier::StemWithTail, -length(root)))
        } else if known.len() >= 6 && typed.starts_with(known) {
            Some((Tier::Compound, LETTER / 2 - length(known)))
        } else {
            let shared = typed.bytes().zip(known.bytes()).take_while(|(a, b)| a == b).count();
            let most = shared >= 8 && 4 * shared >= 3 * typed.len().max(known.len());
            (typed.len() >= 9 && most).then_some((Tier::Compound, LETTER / 2 - cost(shared)))
        }
    }

    fn inside(&self, word: &Word<'_>) -> Option<Fit> {
        let typed = &self.spelling.key;
        let inside = word.spelling.key.ends_with(typed)
            || word.spelling.tokens.iter().any(|it| it.starts_with(typed.as_str()));
        (typed.len() >= 4 && inside).then_some((Tier::Inside, length(&word.spelling.key)))
    }

    fn slip_in_four_letters(&self, word: &Word<'_>) -> Option<Fit> {
        let (typed, known) = (&self.spelling.key, &word.spelling.key);
        let alike = known.len() >= 4 && known.as_bytes()[0] == typed.as_bytes()[0];
        let slips = slips(typed, known, 1).filter(|_| alike)?;
        (slips <= 1).then_some((Tier::OneSlip, length(known) - cost(4)))
    }
}

/// Insertions, deletions, replacements and swaps of neighbours between two words; none above `most`.
fn slips(a: &str, b: &str, most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    Some(strsim::osa_distance(a, b)).filter(|it| *it <= most)
}

/// The cost of so many letters or parts.
fn cost(letters: usize) -> i32 {
    i32::try_from(letters).unwrap_or(i32::MAX / LETTER).saturating_mul(LETTER)
}

/// The cost of a whole word.
fn length(word: &str) -> i32 {
    cost(word.len())
}
