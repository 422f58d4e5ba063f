//! The form for others: one file that shows nothing of the firm and runs nothing but its own script.
//!
//! What the script does is held against the program in a real browser by `tools/checks/60-form.sh`; the verdicts of the program
//! for that are written here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use jiff::civil::date;
use serde_json::{Value, json};
use waage::assessment::interview::{Interview, Route};
use waage::assessment::trade::TradeSearch;
use waage::assessment::{CompanyDraft, Draft, Standings};
use waage::catalogue::{self, embedded, resolve};
use waage::german::amount::{amount, people};
use waage::german::trade::label;
use waage::model::{Answer, Catalogue, Evidence, Proof, Question, Record, RoleId, Voice};

use crate::support::program::run;
use crate::support::root;

const FIRM: &str = "format = 1\ncontent = \"2026.2\"\n\n[company]\nname = \"Muster <b>& Söhne\"\nsegment = \"crafts\"\nemployees = 14\nturnover_eur = 1_987_654\nliquid_reserve_eur = 76_543\ntraits = [\"external-it\", \"wlan\", \"own-server\"]\n\n[answers.backup-frequency]\noption = \"daily\"\ndate = 2026-11-01\nnote = \"geheim-17\"\n";

fn page(more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let (file, html) = (folder.path().join("f.waage.toml"), folder.path().join("fragen.html"));
    fs::write(&file, FIRM).unwrap();
    let mut call = vec!["form", file.to_str().unwrap(), "--html", html.to_str().unwrap()];
    call.extend_from_slice(more);
    run(call).expect(0).complains(&["waage merge"]);
    fs::read_to_string(html).unwrap()
}

#[test]
fn the_form_shows_no_figure_no_answer_and_no_name_of_the_firm() {
    for more in [&["--role", "it-dienstleister"][..], &["--topic", "sicherung"], &["--all"]] {
        let page = page(more);
        for secret in ["1987654", "1.987.654", "76543", "76.543", "geheim-17", "Söhne", " checked>"] {
            assert!(!page.contains(secret), "{secret} with {more:?}");
        }
        assert!(page.len() < 700_000, "{}", page.len());
    }
    let named = page(&["--with-name"]);
    assert!(named.contains("Muster &lt;b&gt;&amp; Söhne") && !named.contains("Muster <b>"));
}

#[test]
fn the_request_for_prices_names_points_and_no_loss() {
    let page = page(&["--quotes", "--date", "2026-11-21"]);
    assert!(page.matches("data-measure=").count() > 5 && !page.contains("data-question="));
    assert!(page.contains("\"request\":\"MBS-2026-11\""), "initials, year and month");
    for secret in ["1987654", "1.987.654", "76543", "76.543", "geheim-17", "Söhne"] {
        assert!(!page.contains(secret), "{secret}");
    }
    let both = self::page(&["--quotes", "--role", "it-dienstleister", "--date", "2026-11-21"]);
    assert!(both.contains("data-measure=") && both.contains("data-question="));
}

#[test]
fn without_a_file_the_whole_check_is_one_page() {
    let folder = tempfile::tempdir().unwrap();
    let html = folder.path().join("check.html");
    run(["form", "--html", html.to_str().unwrap()]).expect(0).complains(&["waage report"]);
    let page = fs::read_to_string(&html).unwrap();
    assert!(page.len() < 700_000, "{}", page.len());
    let catalogue = resolve(&embedded()).expect("the shipped content is sound");
    for question in catalogue.questions.iter().filter(|it| it.withdrawn.is_none()) {
        assert!(page.contains(&format!("data-question=\"{}\"", question.id)), "{}", question.id);
    }
    for it in &catalogue.traits {
        assert!(page.contains(&format!("name=\"trait-{}\"", it.id)), "{}", it.id);
    }
    run(["form", "--role", "büro", "--html", html.to_str().unwrap()]).expect(2);
}

#[test]
fn nothing_is_fetched_and_only_the_own_script_runs() {
    let page = page(&["--all"]);
    assert!(page.contains("default-src 'none'; style-src 'sha256-"));
    assert!(!page.contains("unsafe-inline") && !page.contains("http://") && !page.contains("https://"));
    assert!(!page.contains(" src=") && !page.contains(" onclick"));
    assert_eq!(page.matches("<script").count(), 2, "the data and the script");
}

#[test]
fn every_condition_is_in_the_data_and_every_question_it_names_on_the_page() {
    let page = page(&["--role", "it-dienstleister"]);
    let data = page.split("id=\"data\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["by"], "it-provider");
    let questions = data["questions"].as_array().unwrap();
    let ids: Vec<&str> = questions.iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"backup-place") && ids.contains(&"backup-frequency"), "{ids:?}");
    for gate in questions.iter().flat_map(|it| it["gates"].as_array().unwrap()) {
        assert!(ids.contains(&gate["question"].as_str().unwrap()), "{gate}");
    }
    for id in &ids {
        assert!(page.contains(&format!(" data-question=\"{id}\">")), "{id}");
    }
}

#[test]
fn the_whole_form_holds_what_the_check_can_ask() {
    let catalogue = resolve(&embedded()).expect("the shipped content is sound");
    let parsed = waage::assessment::answers_file::parse(FIRM, &catalogue).unwrap();
    let draft = Draft { company: parsed.draft.company, ..Draft::default() };
    let day = jiff::civil::date(2026, 11, 21);
    let interview = Interview::new(&catalogue, draft, Route::Full, None, day);
    let asked = interview.may_be_asked().len();
    assert_eq!(page(&["--all"]).matches("data-question=").count(), asked);
    assert!(asked > 40, "{asked}");
}

/// Numbers drawn from a fixed beginning (`SplitMix64`).
struct Stream(u64);

impl Stream {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap() % end
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }
}

/// A firm with whatever traits, items and answers, also such as no conversation would bring about.
fn whatever(catalogue: &Catalogue, stream: &mut Stream) -> Draft {
    let mut traits = BTreeSet::new();
    let mut open = BTreeSet::new();
    for it in &catalogue.traits {
        match stream.below(3) {
            0 => drop(traits.insert(it.id.clone())),
            1 => drop(open.insert(it.id.clone())),
            _ => {}
        }
    }
    let listed = !stream.one_in(10);
    let most_open = stream.below(4);
    let mut company = CompanyDraft {
        segment: Some(catalogue.segments[stream.below(catalogue.segments.len())].id.clone()),
        employees: Some([1, 2, 4, 9, 10, 11, 30, 49, 50, 120, 249, 300][stream.below(12)]),
        traits: listed.then_some(traits),
        traits_open: if listed { open } else { BTreeSet::new() },
        ..CompanyDraft::default()
    };
    for it in &catalogue.items {
        if stream.below(4) >= most_open {
            company.digitalisation.insert(it.id.clone(), stream.one_in(2));
        }
    }
    let mut records = BTreeMap::new();
    for question in &catalogue.questions {
        if !stream.one_in(4) && question.withdrawn.is_none() {
            records.insert(question.id.clone(), spoken(catalogue, question, stream));
        }
    }
    Draft { company, records, ..Draft::default() }
}

fn spoken(catalogue: &Catalogue, question: &Question, stream: &mut Stream) -> Record {
    let day = date(2026, 11, 1);
    let mut answer = || match stream.below(8) {
        0 => Answer::Unknown,
        1 => Answer::NotApplicable { because: String::new() },
        _ => Answer::Chosen(question.options[stream.below(question.options.len())].id.clone()),
    };
    let (first, second) = (answer(), answer());
    let mut record = Record::claimed(first, day);
    let role = |stream: &mut Stream| catalogue.roles[stream.below(catalogue.roles.len())].id.clone();
    if stream.one_in(3) {
        record.by = Some(role(stream));
    }
    if stream.one_in(3) {
        let by = role(stream);
        record.also.push(Voice {
            answer: second,
            evidence: Evidence::Claimed,
            proof: Proof::default(),
            date: day,
            by,
            note: None,
        });
    }
    record
}

/// What is asked of a firm, as the page is told and as the program says.
fn verdict(catalogue: &Catalogue, draft: &Draft) -> Value {
    let company = draft.company.company().unwrap();
    let standings = Standings::new(catalogue, &company, &draft.records);
    let open: Vec<&str> = standings.open(catalogue).map(|it| it.id.as_str()).collect();
    let said = |it: &Answer| match it {
        Answer::Chosen(option) => option.as_str().to_owned(),
        Answer::Unknown => "?".into(),
        Answer::NotApplicable { .. } => "-".into(),
    };
    let voices = |it: &Record| -> Value {
        let by = it.by.as_ref().map_or("", RoleId::as_str);
        let first = json!({ "said": said(&it.answer), "by": by });
        let also = it.also.iter().map(|it| json!({ "said": said(&it.answer), "by": it.by.as_str() }));
        std::iter::once(first).chain(also).collect()
    };
    let answers: BTreeMap<&str, Value> =
        draft.records.iter().map(|it| (it.0.as_str(), voices(it.1))).collect();
    let company_draft = &draft.company;
    let ids = |it: &BTreeSet<waage::model::TraitId>| -> Vec<String> {
        it.iter().map(ToString::to_string).collect()
    };
    let items: BTreeMap<&str, bool> =
        company.digitalisation.iter().map(|it| (it.0.as_str(), *it.1)).collect();
    let firm = json!({
        "segment": company.segment.as_str(),
        "employees": company.employees,
        "traits": company_draft.traits.as_ref().map(ids).unwrap_or_default(),
        "open": company_draft.traits.as_ref().map(|_| ids(&company_draft.traits_open)),
        "items": items,
        "answers": answers,
    });
    json!({ "firm": firm, "open": open })
}

/// Typed words of the trade test, and what a number does among them.
fn typed_words() -> Vec<String> {
    let table = fs::read_to_string(root().join("tests/fixtures/trades-expected.tsv")).unwrap();
    let words = table.lines().filter_map(|it| it.split('\t').next()).map(str::to_owned);
    let codes =
        ["96", "96.02", "43,22", "WZ 2025 96.21", "wz 2008: 10.71", "2025", "00", "62", "62.0", "64191"];
    words.chain(codes.map(str::to_owned)).collect()
}

/// The verdicts go to the browser where it is there (see the head of this file).
#[test]
fn the_page_is_given_two_thousand_firms() {
    let files = embedded();
    let catalogue = resolve(&files).expect("the shipped content is sound");
    let mut stream = Stream(20_261_130);
    let drafts: Vec<Draft> = (0..2000).map(|_| whatever(&catalogue, &mut stream)).collect();
    let firms: Vec<Value> = drafts.iter().map(|it| verdict(&catalogue, it)).collect();
    let distinct: BTreeSet<String> = firms.iter().map(|it| it["open"].to_string()).collect();
    assert!(distinct.len() > 1900, "{} firms are asked differently", distinct.len());
    let trades = catalogue::trades(&files).expect("the dictionary is sound");
    let search = TradeSearch::new(&trades, &catalogue.segments);
    let found = typed_words().into_iter().map(|typed| {
        let found = search.find(&typed);
        let hits = found.hits.iter().map(|it| {
            json!([it.tier as usize, label(it), it.trade.map(|it| &it.name), it.sub_trade.as_str()])
        });
        let read = json!({
            "sure": found.is_sure(),
            "several": found.several_homes,
            "segment": found.segment.as_ref().map(waage::model::SegmentId::as_str),
            "hits": hits.collect::<Vec<_>>(),
        });
        json!({ "typed": typed, "read": read })
    });
    let amounts = [
        "1.200,50",
        "0",
        "60k",
        "1,9 Mio",
        "ca. 60.000 Euro",
        "1,900",
        "viel",
        "",
        "-5",
        "1.9",
        "1.90.000",
        "9999999999999",
        "1'900'000",
        "60 000,50",
        "1,2 Mrd",
    ];
    let heads = ["14", "14 Leute", "2,5", "1.200", "keine"];
    let cases = json!({
        "firms": firms,
        "trades": found.collect::<Vec<_>>(),
        "amounts": amounts.map(|it| json!({ "typed": it, "read": amount(it).ok() })),
        "people": heads.map(|it| json!({ "typed": it, "read": people(it).ok() })),
    });
    if let Some(path) = std::env::var_os("WAAGE_FORM_CASES") {
        fs::write(path, cases.to_string()).unwrap();
    }
}
