//! Worked firms: what they are told, and what moves it.

use std::fs;
use std::ops::ControlFlow;

use typeset::document::Brand;
use typeset::drawing::Mark;
use typeset::layout::lay_out;
use typeset::typeface::Typeface;
use waage::assessment::interview::{Ending, Interview, Route, Sheet, conduct};
use waage::assessment::{Draft, Standings, answers_file, posture};
use waage::decision::Options;
use waage::model::{Answers, Basis, Catalogue, Company, Kind, SizeClass};
use waage::render::json;
use waage::render::pages::management_report;
use waage::report::{Report, build};
use waage::risk::FirmModel;

use crate::support::program::{companies, golden};
use crate::support::root;

fn catalogue() -> Catalogue {
    waage::catalogue::resolve(&waage::catalogue::embedded()).expect("the embedded content resolves")
}

fn day() -> jiff::civil::Date {
    jiff::civil::date(2026, 11, 21)
}

fn answers(catalogue: &Catalogue, firm: &str) -> Answers {
    let (_, path) = companies().into_iter().find(|it| it.0 == firm).unwrap();
    answers_file::parse_complete(&fs::read_to_string(path).unwrap(), catalogue).expect("a sound file").0
}

fn report(catalogue: &Catalogue, answers: &Answers) -> Report {
    build(catalogue, answers, &Options::on(day())).unwrap()
}

/// Every number of the document, cut to seven digits: what a reader can rely on over compilers and versions.
fn legible(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Number(number) => {
            if let Some(float) = number.as_f64().filter(|_| number.is_f64()) {
                let short: f64 = format!("{float:.6e}").parse().unwrap();
                *value = serde_json::json!(if short.abs() < 1e-6 { 0.0 } else { short });
            }
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(legible),
        serde_json::Value::Object(map) => map.values_mut().for_each(legible),
        _ => {}
    }
}

#[test]
fn what_each_firm_is_told_is_what_was_agreed() {
    let catalogue = catalogue();
    for (firm, path) in companies() {
        let report = report(&catalogue, &answers(&catalogue, &firm));
        let mut value: serde_json::Value = serde_json::from_str(&json::report(&catalogue, &report)).unwrap();
        // The inputs stand in the content; the checksum moves with every wording.
        value["model_inputs"] = serde_json::Value::Null;
        value["content"]["sha256"] = serde_json::Value::Null;
        value["risk"]["exceedance"] = serde_json::Value::Null;
        value["risk"]["self_check"] = serde_json::Value::Null;
        value["plan"]["residual"]["exceedance"] = serde_json::Value::Null;
        value["plan"]["residual"]["self_check"] = serde_json::Value::Null;
        legible(&mut value);
        let text = serde_json::to_string_pretty(&value).unwrap() + "\n";
        golden(&path.with_file_name("expected").join("report.json"), &text);
        golden(&path.with_file_name("expected").join("report.txt"), &printed(&catalogue, &report));
    }
}

/// The text of the management report as it stands on its pages, one run of type a line.
fn printed(catalogue: &Catalogue, report: &Report) -> String {
    // The checksum moves with every wording of the content.
    let checksum = &report.provenance.content.sha256;
    let layout =
        lay_out(&management_report(catalogue, report, None, &Brand::default()), &Typeface::default());
    let mut text = String::new();
    for page in 0..layout.pages.len() {
        for mark in layout.marks(page) {
            match mark {
                Mark::Text(mark) if !mark.text.contains(&checksum[..8]) => {
                    text.push_str(mark.text.trim_end());
                    text.push('\n');
                }
                _ => {}
            }
        }
    }
    text
}

#[test]
fn an_interview_led_by_an_answers_file_ends_with_its_answers() {
    let catalogue = catalogue();
    for (firm, _) in companies() {
        let written = answers(&catalogue, &firm);
        let mut interview = Interview::new(&catalogue, Draft::default(), Route::Full, None, day());
        let save = |_: &mut Interview<'_>, _: &mut Sheet<'_>| Ok(ControlFlow::Continue(()));
        let ending = conduct(&mut interview, &mut Sheet::new(&written), save).expect("fits");
        assert_eq!(ending, Ending::Finished, "{firm}");
        let heard = interview.draft().answers().expect("complete");
        assert_eq!(heard.company.traits, written.company.traits, "{firm}");
        for (id, record) in &heard.records {
            assert_eq!(record.answer, written.records[id].answer, "{firm}: {id}");
        }
        let standings = Standings::new(&catalogue, &written.company, &written.records);
        let asked = standings.open(&catalogue).filter(|it| written.records.contains_key(&it.id));
        assert!(asked.into_iter().all(|it| heard.records.contains_key(&it.id)), "{firm}");
    }
}

#[test]
fn the_short_check_begins_with_the_lead_whatever_is_worth_most() {
    let catalogue = catalogue();
    for (firm, _) in companies() {
        let mut fresh = answers(&catalogue, &firm);
        fresh.records.clear();
        let route = Route::Short { questions: 12 };
        let mut interview = Interview::new(&catalogue, Draft::from(fresh), route, None, day());
        interview.rank(vec!["backup-frequency".into(), "accounts-second-factor".into()]);
        let open = interview.open_questions();
        assert_eq!(open[0].as_str(), "leadership-accountability", "{firm}");
        assert_eq!(open[1].as_str(), "backup-frequency", "{firm}");
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    let catalogue = catalogue();
    let answers = answers(&catalogue, "tischlerei");
    let once = json::report(&catalogue, &report(&catalogue, &answers));
    assert_eq!(once, json::report(&catalogue, &report(&catalogue, &answers)));
}

/// A whole number with points between thousands, as the change log writes it.
fn written(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[test]
fn the_change_log_tells_what_every_worked_firms_figures_are_now() {
    let page = fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    for (name, title) in [
        ("baeckerei", "Bäckerei"),
        ("hausarztpraxis", "Hausarztpraxis"),
        ("tischlerei", "Tischlerei"),
        ("onlinehandel", "Onlinehandel"),
        ("steuerkanzlei", "Steuerkanzlei"),
        ("maschinenbau", "Maschinenbau"),
    ] {
        let path = root().join(format!("tests/companies/{name}/expected/report.json"));
        let result: serde_json::Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let rungs = result["ladder"]["rungs"].as_array().unwrap();
        let rung = rungs.iter().find(|it| it["id"] == result["ladder"]["followed"]).unwrap();
        let now = [
            &result["risk"]["expected_annual_loss"]["value"],
            &result["risk"]["tail_value_at_risk"]["0.95"],
            &rung["money"]["value"],
            &rung["hours"]["value"],
        ];
        let row = page.lines().find(|it| it.starts_with(&format!("| {title} |"))).expect(title);
        let cells: Vec<&str> = row.split('|').skip(2).map(str::trim).collect();
        for (cell, now) in cells.iter().zip(now) {
            let after = cell.split(" → ").nth(1).expect(cell);
            assert_eq!(after, written(now.as_f64().unwrap()), "{title}: {row}");
        }
    }
}

/// The questions asked and the expected loss.
fn asked_and_loss(catalogue: &Catalogue, answers: &Answers) -> (usize, f64) {
    let standings = Standings::new(catalogue, &answers.company, &answers.records);
    let firm = FirmModel::new(catalogue, &answers.company);
    let degrees = posture(catalogue, answers, day()).expected();
    (standings.open(catalogue).count(), firm.expected_annual_loss(&degrees))
}

#[test]
fn segment_size_and_digitalisation_each_change_questions_and_euros() {
    let catalogue = catalogue();
    let base = answers(&catalogue, "tischlerei");
    let before = asked_and_loss(&catalogue, &base);

    let mut other = base.clone();
    other.company.segment = "professions".into();
    let standings = |it: &Answers| {
        let standings = Standings::new(&catalogue, &it.company, &it.records);
        standings.open(&catalogue).map(|it| it.id.clone()).collect::<Vec<_>>()
    };
    assert_ne!(asked_and_loss(&catalogue, &other).1, before.1, "segment moves the euros");
    let mut retail = base.clone();
    retail.company.segment = "retail".into();
    let by_segment = [standings(&base), standings(&other), standings(&retail)];
    assert!(
        by_segment[0] != by_segment[1] || by_segment[0] != by_segment[2],
        "segment changes the questions"
    );

    let mut larger = base.clone();
    larger.company.employees = 120;
    let after = asked_and_loss(&catalogue, &larger);
    assert_ne!(standings(&larger), standings(&base), "size changes the questions");
    assert!(after.1 > before.1, "a larger firm loses more");

    let mut analogue = base.clone();
    analogue.company.digitalisation.values_mut().for_each(|it| *it = false);
    let after = asked_and_loss(&catalogue, &analogue);
    assert!(after.0 < before.0, "fewer questions for a firm with little digitalisation");
    assert!(after.1 < before.1, "and a smaller loss");
}

#[test]
fn a_firm_at_average_posture_gets_the_published_figures() {
    let catalogue = catalogue();
    let mut answers = answers(&catalogue, "tischlerei");
    answers.records.clear();
    answers.company = Company::new("crafts".into(), 25);
    let firm = FirmModel::new(&catalogue, &answers.company);
    let lines = firm.lines(firm.average_degrees());
    for ((line, scenario), profile) in lines.iter().zip(&catalogue.scenarios).zip(firm.profile_factors()) {
        let factors = &scenario.frequency_factors;
        let size = SizeClass::Small;
        let published = scenario.frequency.mean
            * factors.size.value[size]
            * factors.segment.value[&answers.company.segment]
            / scenario.jensen.value[size];
        // What is open cancels; the points of the usual craft firm lie a little below those of the mix.
        assert!((profile.exposure[0] - 1.0).abs() < 1e-12 && (profile.level[0] - 1.0).abs() < 0.3);
        assert!((line.frequency / (published * profile.level[0]) - 1.0).abs() < 1e-12, "{}", scenario.id);
    }
}

#[test]
fn perfect_technique_without_people_is_not_good_and_the_report_says_why() {
    let catalogue = catalogue();
    let answers = answers(&catalogue, "maschinenbau");
    let firm = FirmModel::new(&catalogue, &answers.company);
    let degrees = |technical: f64, human: f64| -> Vec<f64> {
        let of = |kind| if kind == Kind::Technical { technical } else { human };
        catalogue.measures.iter().map(|it| of(it.kind)).collect()
    };
    let technique_alone = firm.expected_annual_loss(&degrees(1.0, 0.0));
    let both = firm.expected_annual_loss(&degrees(1.0, 1.0));
    let average = firm.expected_annual_loss(firm.average_degrees());
    assert!(technique_alone > 1.5 * both, "without people technique loses effect");
    assert!(technique_alone > 0.45 * average, "and does not reach half of the average loss");

    // A real answers file with the best technical answers and the worst human ones says so in euros.
    let mut answers = answers;
    for question in &catalogue.questions {
        let Some(record) = answers.records.get_mut(&question.id) else { continue };
        let technical = question.kind == waage::model::QuestionKind::Technology;
        let option = if technical { question.options.last() } else { question.options.first() };
        record.answer = waage::model::Answer::Chosen(option.unwrap().id.clone());
    }
    let report = report(&catalogue, &answers);
    assert!(report.decision.people.technique > report.decision.people.people);
    assert!(report.decision.people.lost_for_want_of_people > 1_000.0, "{:?}", report.decision.people);
    let sentence = waage::german::report::people_sentence(&report);
    assert!(sentence.contains("geht heute verloren"), "{sentence}");
}

#[test]
fn not_knowing_widens_the_range_and_becomes_an_open_point() {
    let catalogue = catalogue();
    let known = answers(&catalogue, "tischlerei");
    let mut unknown = known.clone();
    let question = known
        .records
        .keys()
        .find(|it| it.as_str() == "accounts-second-factor")
        .expect("the joinery answers it")
        .clone();
    unknown.records.get_mut(&question).unwrap().answer = waage::model::Answer::Unknown;
    let (sure, unsure) = (report(&catalogue, &known), report(&catalogue, &unknown));
    let width = |it: &Report| it.today.expected_annual_loss.high - it.today.expected_annual_loss.low;
    let relative = |it: &Report| width(it) / it.today.expected_annual_loss.value;
    assert!(relative(&unsure) > relative(&sure), "{} {}", relative(&unsure), relative(&sure));
    assert!(unsure.open_points.iter().any(|it| it.question == question && it.nobody_knew));
    let mfa = catalogue.measure_index(&"mfa".into()).unwrap();
    assert_ne!(unsure.posture.degrees[mfa].basis, Basis::Answered);
}
