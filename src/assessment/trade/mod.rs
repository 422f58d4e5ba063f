//! How a firm finds its home: a typed word or a code leads to a sub-trade.

mod code;
mod search;
mod tier;

pub use code::Code;
pub use search::TradeSearch;
pub use tier::Tier;

use crate::model::{SegmentId, SubTradeId, Trade};

/// What a typed word can mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found<'t> {
    /// The possible homes, the best first; at most [`Found::MOST`].
    pub hits: Vec<Hit<'t>>,
    /// True where the word has several homes, so that none is taken without asking.
    pub several_homes: bool,
    /// The code, where one was typed.
    pub code: Option<Code>,
    /// The segment of a code no trade names.
    pub segment: Option<SegmentId>,
}

/// A possible home.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit<'t> {
    /// How well the word fits.
    pub tier: Tier,
    /// What matched: a word of the dictionary, what such a firm says of itself, or the title of a code.
    pub word: &'t str,
    /// The trade whose word it is; none where the hit is a home of several or a code.
    pub trade: Option<&'t Trade>,
    /// Where it leads.
    pub sub_trade: &'t SubTradeId,
    /// Edition and sub-class, where a code was typed.
    pub code: Option<(u16, &'t str)>,
}

impl Found<'_> {
    /// Hits that are shown.
    pub const MOST: usize = 6;

    /// True where the first hit is what was meant, as far as one can know without asking: the word itself, with
    /// all others far behind.
    pub fn is_sure(&self) -> bool {
        let same_home = |first: &Hit<'_>| {
            let near = self.hits.iter().filter(|it| it.tier.is_the_word());
            near.into_iter().all(|it| it.sub_trade == first.sub_trade)
        };
        let first = self.hits.first().filter(|_| !self.several_homes && self.code.is_none());
        first.is_some_and(|it| it.tier.is_the_word() && same_home(it))
    }
}
