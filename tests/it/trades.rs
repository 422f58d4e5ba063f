//! A typed word finds the trade's home.

use std::collections::BTreeSet;
use std::fs;

use waage::assessment::trade::{Found, TradeSearch};
use waage::catalogue::{self, Code, Files, embedded, resolve, trades};
use waage::model::{Catalogue, SubTradeId, Trades};

use crate::support::program::run;
use crate::support::root;

fn content() -> (Catalogue, Trades) {
    let files = embedded();
    (resolve(&files).expect("the shipped content resolves"), trades(&files).expect("and its dictionary"))
}

fn first(search: &TradeSearch<'_>, typed: &str) -> Option<String> {
    search.find(typed).hits.first().map(|it| it.sub_trade.to_string())
}

/// Typed words with the sub-trades that may come first; none where nothing may be found.
fn expected() -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(root().join("tests/fixtures/trades-expected.tsv")).unwrap();
    let rows = text.lines().filter(|it| !it.trim().is_empty() && !it.starts_with('#'));
    let row = |line: &str| {
        let mut cells = line.split('\t');
        let word = cells.next().unwrap().to_owned();
        let wanted = cells.next().unwrap().split('|').filter(|it| *it != "-").map(str::to_owned).collect();
        (word, wanted)
    };
    rows.map(row).collect()
}

#[test]
fn what_people_type_finds_their_sub_trade_first() {
    let (catalogue, trades) = content();
    let search = TradeSearch::new(&trades, &catalogue.segments);
    let all = expected();
    let missed = |(word, wanted): &&(String, Vec<String>)| match first(&search, word) {
        Some(first) => !wanted.contains(&first),
        None => !wanted.is_empty(),
    };
    let missed: Vec<String> = all
        .iter()
        .filter(missed)
        .map(|(word, wanted)| format!("{word}: {wanted:?}, got {:?}", first(&search, word)))
        .collect();
    assert_eq!(all.len(), 294);
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_word_that_is_missed_is_never_taken_without_asking() {
    let (catalogue, trades) = content();
    let search = TradeSearch::new(&trades, &catalogue.segments);
    for (word, wanted) in expected() {
        let found = search.find(&word);
        if found.is_sure() {
            assert!(wanted.contains(&found.hits[0].sub_trade.to_string()), "{word}");
        }
    }
}

#[test]
fn every_word_of_the_dictionary_finds_its_own_sub_trade() {
    let (catalogue, trades) = content();
    let search = TradeSearch::new(&trades, &catalogue.segments);
    let mut astray = Vec::new();
    // Every fourth is enough to notice a slip and keeps the test short.
    for trade in trades.trades.iter().step_by(4) {
        for word in std::iter::once(&trade.name).chain(&trade.also) {
            let Found { hits, .. } = search.find(word);
            if !hits.iter().any(|it| it.sub_trade == &trade.sub_trade) {
                astray.push(format!("{word} ({})", trade.sub_trade));
            }
        }
    }
    assert!(astray.is_empty(), "{astray:#?}");
}

#[test]
fn upper_case_umlauts_and_endings_do_not_matter() {
    let (catalogue, trades) = content();
    let search = TradeSearch::new(&trades, &catalogue.segments);
    for typed in ["FRISÖR", "Frisoer", "Frisor", "frisörin", "Friseurinnen", "Fris\u{6f}\u{308}r", "Firseur"]
    {
        assert_eq!(first(&search, typed).as_deref(), Some("hair-and-beauty"), "{typed}");
    }
    assert_eq!(first(&search, "Strassenbau"), first(&search, "Straßenbau"));
}

#[test]
fn a_word_with_several_homes_takes_none_by_itself() {
    let (catalogue, trades) = content();
    let found = TradeSearch::new(&trades, &catalogue.segments).find("Reinigung");
    assert!(found.several_homes && !found.is_sure());
    let homes: Vec<&str> = found.hits.iter().map(|it| it.sub_trade.as_str()).collect();
    assert_eq!(homes, ["cleaning", "counter-service"]);
}

#[test]
fn a_code_finds_its_trades_in_both_editions_or_at_least_the_segment() {
    let (catalogue, trades) = content();
    let search = TradeSearch::new(&trades, &catalogue.segments);
    for code in ["96.02", "WZ 96.02", "96021", "96,02", "96.21"] {
        assert_eq!(first(&search, code).as_deref(), Some("hair-and-beauty"), "{code}");
    }
    let only_segment = search.find("84.21");
    assert!(only_segment.hits.is_empty());
    assert_eq!(only_segment.segment.unwrap().as_str(), "education-public");
    for unknown in ["00", "98", "99.99"] {
        let found = search.find(unknown);
        assert!(found.hits.is_empty() && found.segment.is_none(), "{unknown}");
    }
}

#[test]
fn every_sub_trade_has_words_an_everyday_line_and_its_segment() {
    let (catalogue, trades) = content();
    let named: BTreeSet<&str> = trades.trades.iter().map(|it| it.sub_trade.as_str()).collect();
    let offered: BTreeSet<&str> =
        trades.lines.iter().flat_map(|it| &it.sub_trades).map(SubTradeId::as_str).collect();
    let all: BTreeSet<&str> = catalogue.sub_trades.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(all.len(), 55);
    assert_eq!(named, all);
    assert_eq!(offered, all);
    assert!(catalogue.sub_trades.iter().all(|it| catalogue.segment(&it.segment).is_some()));
    assert!(catalogue.sub_trades.iter().all(|it| it.likely.iter().all(|it| it.as_str() != "apprentices")));
    let till = |it: &&waage::model::SubTrade| {
        it.processes.iter().any(|it| it.text.starts_with("Kasse") || it.text.starts_with("Kassier"))
    };
    for sub_trade in catalogue.sub_trades.iter().filter(till) {
        let mut ticks = sub_trade.likely.iter().chain(&sub_trade.possible);
        assert!(ticks.any(|it| it.as_str() == "point-of-sale"), "{}", sub_trade.id);
    }
}

#[test]
fn no_own_text_of_a_sub_trade_holds_a_word_it_avoids() {
    let (catalogue, _) = content();
    for it in &catalogue.sub_trades {
        let own = [&it.tools, &it.documents, &it.stories].into_iter().flatten();
        let own = own.chain([&it.workplace, &it.customers, &it.lost_device]);
        for text in own.chain(it.processes.iter().map(|it| &it.text)) {
            for word in &it.avoid_words {
                assert!(
                    !text.to_lowercase().contains(&word.to_lowercase()),
                    "{}: „{word}“ in „{text}“",
                    it.id
                );
            }
        }
    }
}

/// The codes of the findings after the shipped dictionary was changed.
fn findings(path: &str, piece: &str, other: &str) -> Vec<Code> {
    let files = embedded();
    let text = files.text(path).unwrap();
    assert!(text.contains(piece), "{path} does not contain {piece}");
    let changed = Files::from_iter([(path.to_owned(), text.replacen(piece, other, 1))]);
    let day = "2026-11-30".parse().unwrap();
    catalogue::lint(&files.overlaid_with(changed), day).iter().map(|it| it.fault.code()).collect()
}

#[test]
fn slips_in_the_dictionary_are_found() {
    let salon = "profiles/trades/hair-and-beauty.toml";
    let sub_trade = "profiles/sub-trades/hair-and-beauty.toml";
    assert_eq!(findings(salon, "\"Barbier\"", "\"Dachdecker\""), [Code::DuplicateText]);
    assert_eq!(findings(salon, "wz = \"96.02.1\"", "wz = \"96.02.9\""), [Code::UnknownReference]);
    assert_eq!(findings(salon, "wz = \"96.02.1\"", "wz = \"47.11.1\""), [Code::MissingKey]);
    assert_eq!(findings(sub_trade, "tolerable_hours = 72", "tolerable_hours = 300"), [Code::OutOfRange]);
    assert_eq!(findings(sub_trade, "possible = [", "possible = [\"wlan\", "), [Code::DuplicateId]);
    assert_eq!(findings(sub_trade, "\"phishing\"]", "\"fishing\"]"), [Code::UnknownReference]);
    assert_eq!(
        findings("profiles/trade-search.toml", "\"recycling\"]", "\"recicling\"]"),
        [Code::UnknownReference]
    );
}

#[test]
fn a_word_is_told_in_words_and_as_json() {
    let said = run(["content", "trade", "Frisör"]).expect(0).out;
    assert!(said.contains("Salon und Studio: Haar, Kosmetik, Körper"), "{said}");
    let said = run(["content", "trade", "Reinigung"]).expect(0).out;
    assert!(said.contains("Wir reinigen Kleidung und Textilien"), "{said}");
    let said = run(["content", "trade", "Qwrtzp"]).expect(0).out;
    assert!(said.contains("Dazu finde ich nichts."), "{said}");
    let json = run(["content", "trade", "Klempner", "--json"]).expect(0).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["hits"][0]["segment"], "crafts");
    assert_eq!(json["hits"][0]["sub_trade"], "building-services");
    assert_eq!(json["sure"], true);
}

#[test]
fn no_example_that_is_shown_holds_a_word_its_sub_trade_avoids() {
    let (catalogue, _) = content();
    let mut shown = 0;
    for kind in &catalogue.sub_trades {
        for question in &catalogue.questions {
            let Some(example) = catalogue.example(question, &kind.segment, Some(&kind.id)) else { continue };
            let text = waage::german::conversation::question::example(example).to_lowercase();
            shown += 1;
            for word in &kind.avoid_words {
                assert!(!text.contains(&word.to_lowercase()), "{}, {}: {text}", kind.id, question.id);
            }
        }
    }
    assert!(shown > 20 * catalogue.sub_trades.len(), "most firms see examples: {shown}");
    // A salon has examples of its own where those of the crafts do not fit.
    let salon = catalogue.sub_trade(&"hair-and-beauty".into()).unwrap();
    let question = catalogue.question(&"updates-unsupported".into()).unwrap();
    let example = catalogue.example(question, &salon.segment, Some(&salon.id)).unwrap();
    assert!(waage::german::conversation::question::example(example).contains("Buchungs-App"));
    assert_ne!(Some(example), catalogue.example(question, &salon.segment, None));
}

#[test]
fn a_salon_that_gives_no_turnover_counts_as_a_salon() {
    let (catalogue, _) = content();
    let crafts = waage::model::Company::new("crafts".into(), 5);
    let salon = waage::model::Company { sub_trade: Some("hair-and-beauty".into()), ..crafts.clone() };
    assert!(catalogue.usual_turnover(&salon) < 0.6 * catalogue.usual_turnover(&crafts));
    let elsewhere = waage::model::Company { segment: "retail".into(), ..salon };
    let retail = waage::model::Company::new("retail".into(), 5);
    assert!((catalogue.usual_turnover(&elsewhere) - catalogue.usual_turnover(&retail)).abs() < 1e-9);
}
