//! The management report of every worked firm and four further ones: complete, inside its margins, the same on every run.

use std::fs;
use std::sync::OnceLock;

use typeset::document::{Block, Brand, Document, Section, Span, Table, Text};
use typeset::drawing::Mark;
use typeset::layout::{Frame, Layout, Tag, lay_out};
use typeset::terminal::Screen;
use typeset::typeface::Typeface;
use waage::assessment::answers_file;
use waage::decision::Options;
use waage::model::{Answer, Catalogue, SizeClass};
use waage::render::pages::management_report;
use waage::render::terminal::full;
use waage::report::{Report, UsedSource, build};

use crate::layout_checks::{check_breaks, check_margins, check_overlaps};
use crate::support::program::companies;
use crate::support::root;

/// Reckoned once for all tests: the decision is the slow part.
fn reports() -> &'static (Catalogue, Vec<(String, Report)>) {
    static REPORTS: OnceLock<(Catalogue, Vec<(String, Report)>)> = OnceLock::new();
    REPORTS.get_or_init(reckoned)
}

fn reckoned() -> (Catalogue, Vec<(String, Report)>) {
    let catalogue =
        waage::catalogue::resolve(&waage::catalogue::embedded()).expect("the embedded content resolves");
    let further = ["foto", "pflege", "arch", "auto"];
    let further = further.map(|it| (it.to_owned(), root().join(format!("tests/further/{it}.waage.toml"))));
    let reports = companies()
        .into_iter()
        .chain(further)
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
const SOURCES_NAMED: usize = 16;

#[test]
fn every_answer_note_measure_and_source_is_in_the_report() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let layout =
            lay_out(&management_report(catalogue, report, None, &Brand::default()), &Typeface::default());
        // Beside a draft runs a line in the margin.
        if !report.is_draft(catalogue) {
            check_margins(&layout);
        }
        check_breaks(&layout, firm);
        let text = text_of(&layout);
        let is_micro = report.answers.company.size() == SizeClass::Micro;
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
        let measures = report.decision.measures.iter().filter(|_| !report.is_draft(catalogue));
        for judged in measures {
            let title = &catalogue.measure(&judged.measure).expect("a measure").title;
            expect(title, "measure");
        }
        // A page of sources; the others are counted.
        let title = |it: &UsedSource| letters(&catalogue.sources[&it.source].title);
        let named = report.sources.iter().filter(|it| text.contains(&title(it)));
        assert!(named.count() >= if is_micro { 10 } else { SOURCES_NAMED }, "{firm}: sources are missing");
    }
}

#[test]
fn no_words_lie_on_others_on_any_page() {
    let (catalogue, reports) = reports();
    for (_, report) in reports {
        check_overlaps(&laid(catalogue, report));
    }
}

#[test]
fn a_pdf_goes_through_any_mailbox() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let pdf = typeset::pdf::render(&management_report(catalogue, report, None, &Brand::default()));
        assert!(pdf.len() <= 500_000, "{firm}: {} bytes", pdf.len());
    }
}

#[test]
fn no_sentence_ends_twice_and_no_hours_are_naught() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let document = management_report(catalogue, report, None, &Brand::default());
        let paper = typeset::html::render(&document);
        let screen = full(catalogue, report, Screen { width: 100, lines: true });
        for (place, text) in [("paper", paper), ("screen", screen)] {
            let text = text.replace('\u{a0}', " ");
            let words: Vec<&str> = text.split_whitespace().collect();
            let is_wrong = |it: &&str| it.ends_with("..") && !it.ends_with("...");
            assert!(
                !words.iter().any(is_wrong),
                "{firm}, {place}: {:?}",
                words.iter().find(|it| is_wrong(it))
            );
            let naught = words
                .windows(2)
                .find(|it| it[0].ends_with("0,0") && it[0].len() == 3 && it[1].starts_with("Std"));
            assert!(naught.is_none(), "{firm}, {place}: hours that are none");
        }
    }
}

fn laid(catalogue: &Catalogue, report: &Report) -> Layout {
    lay_out(&management_report(catalogue, report, None, &Brand::default()), &Typeface::default())
}

/// The page on which begins what follows the decision: the road map, else the risks.
fn second_page(layout: &Layout) -> usize {
    let page = |anchor: &str| layout.anchors.get(&anchor.into()).map(|it| it.0);
    page("roadmap").or_else(|| page("risk")).expect("a section")
}

/// Pages up to which a busy owner still holds the report in one hand; the sheets of the steps are handed on.
const MOST_PAGES: usize = 12;

#[test]
fn the_decision_is_one_page_and_a_micro_firms_report_is_short() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let layout = laid(catalogue, report);
        assert_eq!(layout.anchors[&"decision".into()].0, 0);
        assert_eq!(second_page(&layout), 1, "{firm}: the decision takes more than a page");
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
    assert_eq!(second_page(&layout), 1, "the decision takes more than a page");
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
            // Who has nothing to do has no road map, nor one whose answers do not reach.
            let has_road = !report.decision.roadmap.items.is_empty() && !report.is_draft(catalogue);
            let is_micro = report.answers.company.size() == SizeClass::Micro;
            if section == "topics" && is_micro {
                continue;
            }
            let decided = ["costs", "measures"].contains(&section) && report.is_draft(catalogue);
            let is_owed = (section != "roadmap" || has_road) && !decided;
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
        let questions = report.answered.iter_mut().flat_map(|it| &mut it.questions);
        for (at, it) in questions.enumerate() {
            it.record.note = Some(typed.chars().take(if at == 0 { 10_000 } else { 200 }).collect());
        }
        let layout = laid(catalogue, &report);
        check_margins(&layout);
        check_overlaps(&layout);
        assert_eq!(second_page(&layout), 1, "the decision stays one page");
        assert!(!text_of(&layout).chars().any(char::is_control));
    }
}

/// Share of a page that is filled at least, but for the last ones of the body and of the sheets.
const LEAST_FILLED: f64 = 0.6;

#[test]
fn no_page_of_the_body_is_left_half_empty() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let layout = laid(catalogue, report);
        let sheets = layout.anchors.get(&"how-to".into()).map_or(layout.pages.len(), |it| it.0);
        let frame = Frame::A4;
        for page in 0..sheets.saturating_sub(1) {
            let inside = layout.pages[page].groups.iter().filter(|it| it.tag != Tag::Foot);
            let lowest = inside.flat_map(|it| &it.marks).map(|it| it.bounds().bottom()).fold(0.0, f64::max);
            let filled = (lowest - frame.top) / frame.height();
            assert!(filled >= LEAST_FILLED, "{firm}: page {} is filled to {filled:.2}", page + 1);
        }
    }
}

/// Every table of a document.
fn tables(document: &Document) -> Vec<&Table> {
    fn within<'a>(blocks: &'a [Block], found: &mut Vec<&'a Table>) {
        for block in blocks {
            match block {
                Block::Table(table) => found.push(table),
                Block::Together(inner) => within(inner, found),
                Block::Boxed(it) => within(&it.blocks, found),
                Block::Flow(it) => within(&it.blocks, found),
                Block::Columns(it) => [&it.left, &it.right].into_iter().for_each(|it| within(it, found)),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    document.sections.iter().for_each(|it| within(&it.blocks, &mut found));
    found
}

/// A text without its second line.
fn plain(text: &Text) -> String {
    let runs = text.spans.iter().map_while(|it| match it {
        Span::Run(run) => Some(run.text.as_str()),
        _ => None,
    });
    runs.collect()
}

/// The number of an amount as printed; nothing where a cell is none.
fn amount(cell: &Text) -> Option<f64> {
    let text = plain(cell);
    let digits: String = text
        .chars()
        .filter(|it| it.is_ascii_digit() || matches!(it, ',' | '\u{2212}'))
        .map(|it| {
            if it == ',' {
                '.'
            } else if it == '\u{2212}' {
                '-'
            } else {
                it
            }
        })
        .collect();
    text.contains(['€', 'S']).then(|| digits.parse().ok()).flatten()
}

#[test]
fn every_table_adds_up_as_it_is_printed() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let document = management_report(catalogue, report, None, &Brand::default());
        for table in tables(&document) {
            let Some(total) = &table.total else { continue };
            for (at, sum) in total.cells.iter().enumerate().filter_map(|(at, it)| Some((at, amount(it)?))) {
                let rows = table.groups.iter().flat_map(|it| &it.rows);
                let added: f64 = rows.filter_map(|it| amount(it.cells.get(at)?)).sum();
                let head = plain(&table.columns[at].head);
                assert!((added - sum).abs() < 1e-6, "{firm}, {head}: {added} is not {sum}");
            }
        }
    }
}

fn section<'a>(document: &'a Document, anchor: &str) -> Option<&'a Section> {
    document.sections.iter().find(|it| it.anchor == anchor.into())
}

#[test]
fn what_is_signed_is_what_the_road_map_needs() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let document = management_report(catalogue, report, None, &Brand::default());
        let Some(roadmap) = section(&document, "roadmap") else { continue };
        let ladder = section(&document, "decision").unwrap().blocks.iter().find_map(|it| match it {
            Block::Ladder(ladder) => Some(ladder),
            _ => None,
        });
        let ladder = ladder.expect("the rungs");
        let needed = roadmap.blocks.iter().find_map(|it| match it {
            Block::Table(table) => table.total.as_ref(),
            _ => None,
        });
        let needed = needed.expect("a sum").cells.iter().find_map(amount).expect("money");
        let followed = report.decision.ladder.followed();
        let signed = ladder.rows.iter().find(|it| plain(&it.label) == "Geld im ersten Jahr").expect("a row");
        let premium = followed.premium_eur.round();
        let signed: Vec<f64> = signed.cells.iter().filter_map(amount).collect();
        assert!(
            signed.iter().any(|it| (it - premium - needed).abs() < 1e-6),
            "{firm}: {signed:?} against {needed} and a premium of {premium}"
        );
    }
}

#[test]
fn the_first_five_steps_are_the_first_five_of_the_road_map() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let document = management_report(catalogue, report, None, &Brand::default());
        let Some(roadmap) = section(&document, "roadmap") else { continue };
        let names = |section: &Section, at: usize| -> Vec<(String, Option<f64>)> {
            let blocks = section.blocks.iter().flat_map(|it| match it {
                Block::Together(inner) => inner.iter().collect(),
                block => vec![block],
            });
            let table = blocks.filter_map(|it| match it {
                Block::Table(table) => Some(table),
                _ => None,
            });
            let rows = table.take(1).flat_map(|it| it.groups.iter().flat_map(|it| &it.rows)).take(5);
            rows.map(|it| (plain(&it.cells[at]), it.cells.iter().find_map(amount))).collect()
        };
        let first = section(&document, "decision").map(|it| names(it, 1)).unwrap_or_default();
        assert_eq!(first, names(roadmap, 2), "{firm}");
    }
}

#[test]
fn the_terminal_tells_every_heading_of_the_paper() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let document = management_report(catalogue, report, None, &Brand::default());
        let told = letters(&full(catalogue, report, Screen { width: 100, lines: true }));
        for section in &document.sections {
            assert!(told.contains(&letters(&section.title)), "{firm}: {}", section.title);
            for block in &section.blocks {
                if let Block::Heading { text, .. } = block {
                    assert!(told.contains(&letters(text)), "{firm}: {text}");
                }
            }
        }
    }
}

#[test]
fn decisions_stand_with_names_reasons_and_own_prices() {
    let (catalogue, reports) = reports();
    let (_, report) = reports.iter().find(|it| it.0 == "auto").expect("the supplier");
    let text = text_of(&laid(catalogue, report));
    for words in [
        "Petra Keller",
        "Wir prüfen das mit dem neuen Rechenzentrum",
        "15.10.2027",
        "Jonas Brandt",
        // The day that was promised is the day of the road map.
        "Von Ihnen entschieden am 15.10.2026, zuständig: Jonas Brandt, fertig bis 31.03.2027.",
        "31.03.27",
        "18.500 €",
        "41.350.000 €",
    ] {
        assert!(text.contains(&letters(words)), "{words}");
    }
}

#[test]
fn a_clients_paper_names_no_commands() {
    let (catalogue, reports) = reports();
    for (firm, report) in reports {
        let document =
            format!("{:?}", management_report(catalogue, report, None, &Brand::default()).sections);
        for command in
            ["waage check", "waage handout", "waage report", "waage content", "--full", "--pdf", ".toml"]
        {
            assert!(!document.contains(command), "{firm}: {command}");
        }
    }
}

#[test]
fn three_answers_make_a_draft_without_anything_to_sign() {
    let (catalogue, reports) = reports();
    let (_, report) = reports.iter().find(|it| it.0 == "foto").expect("the photographers");
    let document = management_report(catalogue, report, None, &Brand::default());
    let first = section(&document, "decision").expect("a first page");
    assert!(document.is_draft && section(&document, "roadmap").is_none());
    assert!(!first.blocks.iter().any(|it| matches!(it, Block::Fields(_) | Block::Ladder(_))));
    let asked = tables(&document)[0].groups[0].rows.len();
    assert_eq!(asked, 5, "the five answers that are worth most");
}
