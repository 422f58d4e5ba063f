//! The management report of every worked firm: complete, inside its margins, the same on every run.

use std::fs;

use waage::assessment::answers_file;
use waage::decision::Options;
use waage::model::Catalogue;
use waage::render::document::Brand;
use waage::render::drawing::Mark;
use waage::render::layout::{Layout, lay_out};
use waage::render::pages::management_report;
use waage::render::typeface::Typeface;
use waage::report::{Report, build};

use crate::layout::check_margins;
use crate::support::program::companies;

fn reports() -> (Catalogue, Vec<(String, Report)>) {
    let catalogue =
        waage::catalogue::resolve(&waage::catalogue::embedded()).expect("the embedded content resolves");
    let reports = companies()
        .into_iter()
        .map(|(firm, path)| {
            let text = fs::read_to_string(path).expect("an answers file");
            let answers = answers_file::parse_complete(&text, &catalogue).expect("a sound file").0;
            let options =
                Options { frontier_points: 4, draws: 40, ..Options::on(jiff::civil::date(2026, 11, 21)) };
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

#[test]
fn every_answer_note_measure_and_source_is_in_the_report() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let layout =
            lay_out(&management_report(&catalogue, &report, None, &Brand::default()), &Typeface::default());
        check_margins(&layout);
        let text = text_of(&layout);
        let expect = |words: &str, what: &str| {
            assert!(text.contains(&letters(words)), "{firm}: {what} {words:?} is missing");
        };
        for (question, record) in &report.answers.records {
            expect(question.as_str(), "question");
            record.note.iter().for_each(|note| expect(note, "note"));
        }
        for judged in &report.decision.measures {
            let title = &catalogue.measure(&judged.measure).expect("a measure").title;
            expect(title, "measure");
        }
        for used in &report.sources {
            expect(&catalogue.sources[&used.source].title, "source");
        }
    }
}
