//! Trades: what people call what they do, and the sub-trades these words lead to.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, CitedEstimate, Process};

/// `profiles/sub-trades/<id>.toml`: what a firm of this kind sees and is asked about.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SubTrade {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The file's name without `.toml`.
    pub id: At<String>,
    /// Content version that brought it.
    pub added: At<String>,
    /// Content version from which it is no longer used.
    pub withdrawn: Option<At<String>>,
    /// The sub-trade that took its place.
    pub replaced_by: Option<At<String>>,
    /// The segment whose figures hold for it.
    pub segment: At<String>,
    /// Name for people.
    pub title: At<String>,
    /// What the place of work is called.
    pub workplace: At<String>,
    /// What customers are called.
    pub customers: At<String>,
    /// What the work is done with, each without article.
    pub tools: Vec<At<String>>,
    /// What is written down and looked up, each without article.
    pub documents: Vec<At<String>>,
    /// The device most easily lost, with its article.
    pub lost_device: At<String>,
    /// Traits most such firms have, offered as ticked.
    pub likely: Vec<At<String>>,
    /// Traits some such firms have, offered right below.
    pub possible: Vec<At<String>>,
    /// Processes such firms usually live on.
    pub processes: At<Vec<Process>>,
    /// Attacks such firms meet most.
    pub attacks: Vec<At<String>>,
    /// Cases nearest to such firms, the nearest first.
    pub cases: Vec<At<String>>,
    /// What can happen here, each in one sentence.
    pub stories: Vec<At<String>>,
    /// Words that do not belong here and may stand in no example.
    #[serde(default)]
    pub avoid_words: Vec<At<String>>,
    /// True where examples written for the segment fit.
    pub segment_examples: At<bool>,
    /// Turnover a head, euros a year.
    pub turnover_per_head_eur: Option<CitedEstimate>,
}

/// `profiles/trades/<sub-trade>.toml`: the words that lead to a sub-trade.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TradeList {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// The sub-trade, which is the file's name without `.toml`.
    pub sub_trade: At<String>,
    /// Its trades.
    pub trades: Vec<Trade>,
}

/// A trade with the words people use for it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trade {
    /// The usual name.
    pub name: At<String>,
    /// The name of a woman in this trade, where it differs.
    pub feminine: Option<At<String>>,
    /// Everything else people type: old, regional and short names, places, work.
    #[serde(default)]
    pub also: Vec<At<String>>,
    /// Sub-class of the classification of economic activities, edition 2008.
    pub wz: At<String>,
    /// Sub-class of edition 2025, where it is known.
    pub wz2025: Option<At<String>>,
    /// Sub-classes of edition 2025 among which `wz2025` was judged the fitting one.
    #[serde(default)]
    pub wz2025_chosen_among: Vec<At<String>>,
    /// Sub-classes of edition 2025 that can all be meant.
    #[serde(default)]
    pub wz2025_one_of: Vec<At<String>>,
    /// Annex of the crafts code with number.
    #[serde(default)]
    pub crafts_code: Vec<At<String>>,
    /// Why the segment is another than the one of the code.
    pub reason: Option<At<String>>,
}

/// `profiles/trade-search.toml`: how typed words are understood.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TradeSearch {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// Words that say nothing about the trade, without umlauts.
    pub filler: Vec<At<String>>,
    /// A typed compound of a word and one of these counts as the word.
    pub compound_tails: Vec<At<String>>,
    /// Words that name several homes.
    #[serde(default)]
    pub homes: Vec<Homes>,
    /// Everyday lines for those whose word finds nothing.
    #[serde(default)]
    pub lines: Vec<EverydayLine>,
}

/// A word that names several homes; none is taken by itself.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Homes {
    /// The word, in lower case without umlauts.
    pub word: At<String>,
    /// The homes, the most usual first.
    pub choices: At<Vec<Home>>,
}

/// One home of a word that has several.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Home {
    /// The sub-trade.
    pub sub_trade: At<String>,
    /// What such a firm says of itself.
    pub text: At<String>,
}

/// What many firms say of themselves, with the sub-trades it can mean.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EverydayLine {
    /// As a statement to choose.
    pub text: At<String>,
    /// The sub-trades, in the order in which they are offered.
    pub sub_trades: At<Vec<At<String>>>,
}

/// `profiles/trade-codes.toml`: sub-classes of the classification of economic activities with their official titles.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TradeCodes {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// Edition 2008.
    pub wz2008: BTreeMap<String, String>,
    /// Edition 2025.
    pub wz2025: BTreeMap<String, String>,
}
