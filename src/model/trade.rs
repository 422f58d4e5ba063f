//! Trades: what people call what they do, and the sub-trades these words lead to.

use std::collections::BTreeMap;

use super::{AttackId, CaseId, Cited, Estimate, SegmentId, SubTradeId, TraitId, TypicalProcess};

/// What a firm of a kind sees and is asked about. The figures are its segment's.
#[derive(Clone, Debug, PartialEq)]
pub struct SubTrade {
    /// Id used by content and answers.
    pub id: SubTradeId,
    /// The segment whose figures hold.
    pub segment: SegmentId,
    /// Name for people.
    pub title: String,
    /// What the place of work is called.
    pub workplace: String,
    /// What customers are called.
    pub customers: String,
    /// What the work is done with, each without article.
    pub tools: Vec<String>,
    /// What is written down and looked up, each without article.
    pub documents: Vec<String>,
    /// The device most easily lost, with its article.
    pub lost_device: String,
    /// Traits most such firms have, offered as ticked.
    pub likely: Vec<TraitId>,
    /// Traits some such firms have, offered right below.
    pub possible: Vec<TraitId>,
    /// Processes such firms usually live on.
    pub processes: Vec<TypicalProcess>,
    /// Attacks such firms meet most.
    pub attacks: Vec<AttackId>,
    /// Cases nearest to such firms, the nearest first.
    pub cases: Vec<CaseId>,
    /// What can happen here, each in one sentence.
    pub stories: Vec<String>,
    /// Words that do not belong here and may stand in no example.
    pub avoid_words: Vec<String>,
    /// True where examples written for the segment fit.
    pub segment_examples: bool,
    /// Turnover a head, euros a year.
    pub turnover_per_head_eur: Option<Cited<Estimate>>,
}

impl SubTrade {
    /// True where an example holds a word that does not belong here.
    pub fn avoids(&self, example: &Example<'_>) -> bool {
        let text = match example {
            Example::Sentence(text) | Example::One(text) => text.to_lowercase(),
            Example::List(parts) => parts.join(" ").to_lowercase(),
        };
        self.avoid_words.iter().any(|it| text.contains(&it.to_lowercase()))
    }
}

/// What a question can mean in a firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example<'c> {
    /// A whole sentence.
    Sentence(&'c str),
    /// Things in the nominative without article.
    List(&'c [String]),
    /// One thing with its article.
    One(&'c str),
}

/// The dictionary of trades; every sub-trade it names exists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trades {
    /// All trades, by sub-trade and then in the order of their file.
    pub trades: Vec<Trade>,
    /// Words that say nothing about the trade, without umlauts.
    pub filler: Vec<String>,
    /// A typed compound of a word and one of these counts as the word.
    pub compound_tails: Vec<String>,
    /// Words that name several homes.
    pub homes: Vec<Homes>,
    /// Everyday lines for those whose word finds nothing.
    pub lines: Vec<EverydayLine>,
    /// Official titles by sub-class, edition 2008.
    pub titles_2008: BTreeMap<String, String>,
    /// Official titles by sub-class, edition 2025.
    pub titles_2025: BTreeMap<String, String>,
}

/// A trade with the words people use for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Trade {
    /// The usual name.
    pub name: String,
    /// Everything else people type.
    pub also: Vec<String>,
    /// Where it belongs.
    pub sub_trade: SubTradeId,
    /// Sub-class of the classification of economic activities, edition 2008.
    pub wz_2008: String,
    /// Sub-class of edition 2025, where it is known.
    pub wz_2025: Option<String>,
}

/// A word that names several homes.
#[derive(Clone, Debug, PartialEq)]
pub struct Homes {
    /// The word, in lower case without umlauts.
    pub word: String,
    /// The homes, the most usual first.
    pub choices: Vec<Home>,
}

/// One home of a word that has several.
#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    /// The sub-trade.
    pub sub_trade: SubTradeId,
    /// What such a firm says of itself.
    pub text: String,
}

/// What many firms say of themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct EverydayLine {
    /// As a statement to choose.
    pub text: String,
    /// The sub-trades it can mean, in the order in which they are offered.
    pub sub_trades: Vec<SubTradeId>,
}
