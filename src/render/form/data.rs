//! What the page works with; questions and fields stand in the page itself.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Page, company};
use crate::assessment::answers_file::limits::MOST_INCIDENTS;
use crate::assessment::interview::{MEDIUM_ABOVE_TURNOVER, MEDIUM_FROM_PEOPLE, ProfileItem};
use crate::german::amount;
use crate::german::form as words;
use crate::model::{
    Catalogue, Condition, ItemId, Level, OptionId, Question, RoleId, SegmentId, SizeClass, SubTradeId, Trade,
    Trades, TraitId,
};

#[derive(Serialize)]
struct Data<'a> {
    content: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<&'a str>,
    roles: BTreeMap<&'a str, &'a str>,
    questions: Vec<Asked<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    whole: Option<Whole<'a>>,
    numbers: Numbers,
    words: BTreeMap<&'static str, &'static str>,
}

#[derive(Serialize)]
struct Asked<'a> {
    id: &'a str,
    options: Vec<&'a str>,
    knows: Vec<&'a str>,
    gates: Vec<Gate<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<When<'a>>,
}

#[derive(Serialize)]
struct Gate<'a> {
    question: &'a str,
    options: Vec<&'a str>,
}

/// For which firms a question is asked; empty lists are left out.
#[derive(Serialize)]
struct When<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    segments: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sizes: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    levels: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    traits: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    without: Vec<&'a str>,
    #[serde(skip_serializing_if = "is_zero")]
    people: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_zero(it: &u32) -> bool {
    *it == 0
}

/// How numbers are read, and what is said of what is none.
#[derive(Serialize)]
struct Numbers {
    about: [&'static str; 8],
    units: [(&'static str, f64); 20],
    no_number: String,
    negative: String,
    ambiguous: &'static str,
    too_large: String,
    not_whole: String,
    at_least_one: &'static str,
    too_often: &'static str,
    most_incidents: u32,
}

/// What only the whole check needs.
#[derive(Serialize)]
struct Whole<'a> {
    facts: Vec<Fact>,
    rules: Rules<'a>,
    sizes: Vec<From<'a>>,
    levels: Vec<From<'a>>,
    usual_level: &'a str,
    anchors: [f64; 3],
    items: Vec<Item<'a>>,
    traits: Vec<&'a str>,
    segments: Vec<Segment<'a>>,
    subs: Vec<Sub<'a>>,
    /// Place of the sub-trade, codes of both editions, name, other words, with a bar between; a third of the size of tables.
    trades: Vec<String>,
    filler: &'a [String],
    tails: &'a [String],
    homes: Vec<Homes<'a>>,
    titles: BTreeMap<u16, BTreeMap<&'a str, &'a str>>,
}

#[derive(Serialize)]
struct Fact {
    key: &'static str,
    kind: &'static str,
}

/// When facts are asked that not every firm is asked.
#[derive(Serialize)]
struct Rules<'a> {
    several_sites: &'a str,
    medium_people: u32,
    medium_turnover_eur: f64,
}

#[derive(Serialize)]
struct From<'a> {
    id: &'a str,
    from: u32,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    answered_by: Vec<&'a str>,
    odds: BTreeMap<&'a str, [f64; 3]>,
}

#[derive(Serialize)]
struct Segment<'a> {
    id: &'a str,
    title: &'a str,
    processes: Vec<&'a str>,
    wz: Vec<Codes<'a>>,
}

#[derive(Serialize)]
struct Codes<'a> {
    edition: u16,
    codes: &'a [String],
}

#[derive(Serialize)]
struct Sub<'a> {
    id: &'a str,
    segment: &'a str,
    title: &'a str,
    processes: Vec<&'a str>,
}

#[derive(Serialize)]
struct Homes<'a> {
    word: &'a str,
    choices: Vec<Home<'a>>,
}

#[derive(Serialize)]
struct Home<'a> {
    text: &'a str,
    sub: usize,
}

/// The page's data; nothing in it ends the element it stands in.
pub fn json(page: &Page<'_>) -> String {
    let catalogue = page.catalogue;
    let data = Data {
        content: &catalogue.version.version,
        by: page.by.map(RoleId::as_str),
        request: page.request.map(|it| it.mark.as_str()),
        roles: catalogue.roles.iter().map(|it| (it.id.as_str(), it.title.as_str())).collect(),
        questions: page.questions.iter().map(|it| asked(page, it)).collect(),
        whole: page.whole.map(|it| whole(catalogue, it)),
        numbers: numbers(),
        words: words::SAID.into_iter().collect(),
    };
    serde_json::to_string(&data).expect("plain data").replace('<', "\\u003c")
}

fn asked<'a>(page: &Page<'a>, question: &'a Question) -> Asked<'a> {
    let gates =
        question.when.answers.iter().filter(|it| page.questions.iter().any(|here| here.id == it.question));
    Asked {
        id: question.id.as_str(),
        options: question.options.iter().map(|it| it.id.as_str()).collect(),
        knows: question.knows.iter().map(RoleId::as_str).collect(),
        gates: gates
            .map(|it| Gate {
                question: it.question.as_str(),
                options: it.options.iter().map(OptionId::as_str).collect(),
            })
            .collect(),
        when: page.whole.map(|_| when(&question.when)),
    }
}

fn when(it: &Condition) -> When<'_> {
    When {
        segments: it.segments.iter().map(SegmentId::as_str).collect(),
        sizes: it.sizes.iter().map(|it| it.as_str()).collect(),
        levels: it.levels.iter().map(|it| it.as_str()).collect(),
        traits: it.traits.iter().map(TraitId::as_str).collect(),
        without: it.without_traits.iter().map(TraitId::as_str).collect(),
        people: it.people,
    }
}

fn numbers() -> Numbers {
    let remedy = amount::remedy;
    Numbers {
        about: amount::ABOUT,
        units: amount::UNITS,
        no_number: remedy(amount::Unreadable::NoNumber),
        negative: remedy(amount::Unreadable::Negative),
        ambiguous: words::AMBIGUOUS,
        too_large: remedy(amount::Unreadable::TooLarge),
        not_whole: remedy(amount::Unreadable::NotWhole),
        at_least_one: words::AT_LEAST_ONE,
        too_often: words::TOO_OFTEN,
        most_incidents: MOST_INCIDENTS,
    }
}

fn whole<'a>(catalogue: &'a Catalogue, trades: &'a Trades) -> Whole<'a> {
    let place = |id: &SubTradeId| catalogue.sub_trades.iter().position(|it| &it.id == id).unwrap_or_default();
    let facts = ProfileItem::ALL.into_iter().filter_map(company::entry);
    Whole {
        facts: facts.map(|(key, entry)| Fact { key, kind: entry.as_str() }).collect(),
        rules: Rules {
            several_sites: catalogue.calibration.prices.value.several_sites.as_str(),
            medium_people: MEDIUM_FROM_PEOPLE,
            medium_turnover_eur: MEDIUM_ABOVE_TURNOVER,
        },
        sizes: SizeClass::ALL.iter().map(|it| From { id: it.as_str(), from: it.from_employees() }).collect(),
        levels: catalogue
            .levels
            .iter()
            .map(|it| From { id: it.level.as_str(), from: it.from_items })
            .collect(),
        usual_level: Level::Medium.as_str(),
        anchors: catalogue.anchors(),
        items: catalogue
            .items
            .iter()
            .map(|item| Item {
                id: ItemId::as_str(&item.id),
                answered_by: item.answered_by.iter().map(TraitId::as_str).collect(),
                odds: catalogue
                    .segments
                    .iter()
                    .map(|it| (it.id.as_str(), catalogue.item_odds(item, it)))
                    .collect(),
            })
            .collect(),
        traits: catalogue.traits.iter().map(|it| it.id.as_str()).collect(),
        segments: catalogue.segments.iter().map(segment).collect(),
        subs: catalogue
            .sub_trades
            .iter()
            .map(|it| Sub {
                id: it.id.as_str(),
                segment: it.segment.as_str(),
                title: &it.title,
                processes: it.processes.iter().map(|it| it.text.as_str()).collect(),
            })
            .collect(),
        trades: trades.trades.iter().map(|it| line(it, place(&it.sub_trade))).collect(),
        filler: &trades.filler,
        tails: &trades.compound_tails,
        homes: trades
            .homes
            .iter()
            .map(|it| Homes {
                word: &it.word,
                choices: it
                    .choices
                    .iter()
                    .map(|it| Home { text: &it.text, sub: place(&it.sub_trade) })
                    .collect(),
            })
            .collect(),
        titles: titles(trades),
    }
}

fn line(it: &Trade, sub_trade: usize) -> String {
    let place = sub_trade.to_string();
    let codes = [place.as_str(), &it.wz_2008, it.wz_2025.as_deref().unwrap_or_default()];
    let words = std::iter::once(&it.name).chain(&it.also).map(String::as_str);
    codes.into_iter().chain(words).map(|it| it.replace('|', "/")).collect::<Vec<_>>().join("|")
}

fn segment(it: &crate::model::Segment) -> Segment<'_> {
    Segment {
        id: it.id.as_str(),
        title: &it.title,
        processes: it.processes.iter().map(|it| it.text.as_str()).collect(),
        wz: it.wz.iter().map(|it| Codes { edition: it.edition, codes: &it.codes }).collect(),
    }
}

/// Titles of the sub-classes under which some trade stands, by edition.
fn titles(trades: &Trades) -> BTreeMap<u16, BTreeMap<&str, &str>> {
    let codes_2008: BTreeSet<&str> = trades.trades.iter().map(|it| it.wz_2008.as_str()).collect();
    let codes_2025: BTreeSet<&str> = trades.trades.iter().filter_map(|it| it.wz_2025.as_deref()).collect();
    [(2008, &trades.titles_2008, codes_2008), (2025, &trades.titles_2025, codes_2025)]
        .into_iter()
        .map(|(edition, titles, codes)| {
            let own = titles.iter().filter(|it| codes.contains(it.0.as_str()));
            (edition, own.map(|it| (it.0.as_str(), it.1.as_str())).collect())
        })
        .collect()
}
