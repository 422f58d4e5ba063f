//! What a typed word is understood as, for programs.

use serde::Serialize;

use super::serial::{Content, json_text};
use crate::assessment::trade::{Found, Hit};
use crate::model::{Catalogue, SegmentId};

/// Version of the JSON shape below.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Understood<'a> {
    format: u32,
    content: Content<'a>,
    typed: &'a str,
    /// True where one may take the first hit without asking.
    sure: bool,
    /// True where the word has several homes.
    several_homes: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    /// The segment of a code no trade names.
    #[serde(skip_serializing_if = "Option::is_none")]
    segment: Option<&'a str>,
    hits: Vec<Home<'a>>,
}

#[derive(Serialize)]
struct Home<'a> {
    word: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    trade: Option<&'a str>,
    fits: &'static str,
    sub_trade: &'a str,
    title: &'a str,
    segment: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<WzCode<'a>>,
}

#[derive(Serialize)]
struct WzCode<'a> {
    edition: u16,
    code: &'a str,
}

/// What a word is understood as, as one JSON document.
pub fn json(catalogue: &Catalogue, typed: &str, found: &Found<'_>) -> String {
    json_text(&Understood {
        format: FORMAT,
        content: (&catalogue.version).into(),
        typed,
        sure: found.is_sure(),
        several_homes: found.several_homes,
        code: found.code.as_ref().map(|it| it.digits.as_str()),
        segment: found.segment.as_ref().map(SegmentId::as_str),
        hits: found.hits.iter().filter_map(|it| home(catalogue, it)).collect(),
    })
}

fn home<'a>(catalogue: &'a Catalogue, hit: &'a Hit<'a>) -> Option<Home<'a>> {
    let sub_trade = catalogue.sub_trade(hit.sub_trade)?;
    Some(Home {
        word: hit.word,
        trade: hit.trade.map(|it| it.name.as_str()),
        fits: hit.tier.as_str(),
        sub_trade: sub_trade.id.as_str(),
        title: &sub_trade.title,
        segment: sub_trade.segment.as_str(),
        code: hit.code.map(|(edition, code)| WzCode { edition, code }),
    })
}
