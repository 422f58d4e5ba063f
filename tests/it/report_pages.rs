//! The management report of every worked firm: complete, inside its margins, the same on every run.

use std::fs;
use std::sync::OnceLock;

use typeset::document::Brand;
use typeset::drawing::Mark;
use typeset::layout::{Layout, lay_out};
use typeset::typeface::Typeface;
use waage::assessment::answers_file;
use waage::decision::Options;
use waage::model::{Answer, Catalogue, SizeClass};
use waage::render::pages::management_report;
use waage::report::{Report, UsedSource, build};

use crate::layout_checks::{check_breaks, check_margins, check_overlaps};
use crate::support::program::companies;

/// Reckoned once for all tests: the decision is the slow part.
fn reports() -> &'static (Catalogue, Vec<(String, Report)>) {
    static REPORTS: OnceLock<(Catalogue, Vec<(String, Report)>)> = OnceLock::new();
    REPORTS.get_or_init(reckoned)
}

fn reckoned() -> (Catalogue, Vec<(String, Report)>) {
    let catalogue =
        waage::catalogue::resolve(&waage::catalogue::embedded()).expect("the embedded content resolves");
    let reports = companies()
        .into_iter()
        .map(|(firm, path)| {
            let text = fs::read_to_string(path).expect("an answers file");
            let answers = answers_file::parse_complete(&text, &catalogue).expect("a sound file").0;
            let options = Options {
                frontier_points: 4,
                draws: Some(40),
                ..Options::on(jiff::civil::date(2026, 11, 21))
            };
            (firm, build(&catalogue, &answers, &options).expect("a report"))
        })
        .collect();
    (catalogue, reports)
}

/// Letters and digits alone: lines, hyphens and spaces fall where the page wants them.
fn letters(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).collect()
}

fn text_of(layout: &Layout) -> String {
    let mut text = String::new();
    for page in 0..layout.pages.len() {
        for mark in layout.marks(page) {
            if let Mark::Text(mark) = mark {
                text.push_str(&letters(&mark.text));
            }
        }
    }
    text
}

/// Sources that a page holds.
const SOURCES_NAMED: usize = 24;

#[test]
fn every_answer_note_measure_and_source_is_in_the_report() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let layout =
            lay_out(&management_report(catalogue, report, None, &Brand::default()), &Typeface::default());
        check_margins(&layout);
        check_breaks(&layout, firm);
        let text = text_of(&layout);
        let expect = |words: &str, what: &str| {
            assert!(text.contains(&letters(words)), "{firm}: {what} {words:?} is missing");
        };
        for (question, record) in &report.answers.records {
            expect(question.as_str(), "question");
            record.note.iter().for_each(|note| expect(note, "note"));
            for voice in &record.also {
                voice.note.iter().for_each(|note| expect(note, "note"));
            }
        }
        for topic in report.answered.iter().flat_map(|it| &it.questions) {
            let question = catalogue.question(&topic.question).expect("a question");
            expect(&question.text, "question");
            if let Some(Answer::Chosen(option)) =
                report.answers.records.get(&question.id).map(|it| &it.answer)
            {
                expect(&question.option(option).expect("an option").text, "answer");
            }
        }
        for judged in &report.decision.measures {
            let title = &catalogue.measure(&judged.measure).expect("a measure").title;
            expect(title, "measure");
        }
        // A page of sources; the others are counted.
        let title = |it: &UsedSource| letters(&catalogue.sources[&it.source].title);
        let named = report.sources.iter().filter(|it| text.contains(&title(it)));
        assert!(named.count() >= report.sources.len().min(SOURCES_NAMED), "{firm}: sources are missing");
    }
}

fn laid(catalogue: &Catalogue, report: &Report) -> Layout {
    lay_out(&management_report(catalogue, report, None, &Brand::default()), &Typeface::default())
}

/// Pages up to which a busy owner still holds the report in one hand, one of them what the law asks; the sheets of the
/// steps are handed on.
const MOST_PAGES: usize = 17;

#[test]
fn the_decision_is_one_page_and_a_micro_firms_report_is_short() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let layout = laid(catalogue, report);
        assert_eq!(layout.anchors[&"decision".into()].0, 0);
        assert_eq!(layout.anchors[&"risk".into()].0, 1, "{firm}: the decision takes more than a page");
        let mut without_sheets = management_report(catalogue, report, None, &Brand::default());
        without_sheets.sections.retain(|it| it.anchor != "how-to".into());
        let pages = lay_out(&without_sheets, &Typeface::default()).pages.len();
        let is_micro = report.answers.company.size() == SizeClass::Micro;
        assert!(!is_micro || pages <= MOST_PAGES, "{firm}: {pages} pages");
    }
}

/// A consultant's letterhead, a name of over 200 characters, most questions open, reserve assumed: every line the page
/// can have.
#[test]
fn the_decision_is_one_page_at_its_longest() {
    let (catalogue, _) = reports();
    let (_, path) = companies().into_iter().find(|it| it.0 == "tischlerei").expect("a worked firm");
    let text = fs::read_to_string(path).expect("an answers file");
    let mut answers = answers_file::parse_complete(&text, catalogue).expect("a sound file").0;
    answers.company.name = Some("Gebrüder Schmidt-Hohenwarter Tischlerei und Innenausbau ".repeat(4));
    answers.company.liquid_reserve_eur = None;
    let answered: Vec<_> = answers.records.keys().cloned().collect();
    for question in answered.iter().enumerate().filter(|it| it.0 % 3 > 0) {
        answers.records.remove(question.1);
    }
    let options = Options { draws: Some(20), ..Options::on(jiff::civil::date(2026, 11, 21)) };
    let report = build(catalogue, &answers, &options).expect("a report");
    let brand = Brand {
        name: Some("Beratung Beispiel GmbH".into()),
        foot: Some("Beratung Beispiel GmbH, Musterstraße 1, 12345 Musterstadt.".into()),
        ..Brand::default()
    };
    let layout = lay_out(&management_report(catalogue, &report, None, &brand), &Typeface::default());
    assert_eq!(layout.anchors[&"risk".into()].0, 1, "the decision takes more than a page");
    check_overlaps(&layout);
}

#[test]
fn every_page_has_its_place_in_the_report() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let layout = laid(catalogue, report);
        for section in [
            "decision", "risk", "curve", "costs", "measures", "roadmap", "people", "cases", "topics",
            "views", "help", "method", "annex", "open",
        ] {
            // Who has nothing to do has no road map.
            let is_owed = section != "roadmap" || !report.decision.roadmap.items.is_empty();
            assert!(!is_owed || layout.anchors.contains_key(&section.into()), "{firm}: {section}");
        }
    }
}

#[test]
fn long_names_and_hostile_notes_keep_their_places_in_the_whole_report() {
    let (catalogue, reports) = reports();
    let (_, report) = &reports[0];
    let long = "Gebrüder Schmidt-Hohenwarter Elektroinstallationsgesellschaft ".repeat(4);
    let hostile = "a\u{202e}b\u{0}c\u{1b}[31m \u{1f44d}\u{1f3fd} \u{200b}<b>&amp;\\(x) ".to_owned();
    for typed in [long.chars().take(200).collect(), hostile, "\u{c4}".repeat(10_000)] {
        let mut report = report.clone();
        report.answers.company.name = Some(typed.chars().take(200).collect());
        for record in report.answers.records.values_mut() {
            record.note = Some(typed.chars().take(200).collect());
        }
        if let Some(record) = report.answers.records.values_mut().next() {
            record.note = Some(typed.clone());
        }
        let layout = laid(catalogue, &report);
        check_margins(&layout);
        check_overlaps(&layout);
        assert_eq!(layout.anchors[&"risk".into()].0, 1, "the decision stays one page");
        assert!(!text_of(&layout).chars().any(char::is_control));
    }
}
