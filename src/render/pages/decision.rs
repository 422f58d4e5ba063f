//! The first page: what management decides.

use super::{Page, costs, risk};
use crate::decision::Item;
use crate::german::guidance::law as law_words;
use crate::german::pages::{self, decision as words};
use crate::german::{ladder as ladder_words, report as sentences};
use typeset::document::{
    Block, Column, Fields, List, Marker, Row, SecondLine, Section, Start, Table, Text, Tile,
};

pub(super) const ANCHOR: &str = "decision";
/// Steps on the first page: owners act on no more at once, and more do not fit.
const MOST_STEPS: usize = 5;

pub(super) fn section(page: &Page) -> Section {
    let report = page.report;
    let items = &report.decision.roadmap.items;
    let shown = &items[..items.len().min(MOST_STEPS)];
    let mut blocks = vec![
        Block::Byline(sentences::about(page.catalogue, report).into()),
        Block::Lead(lead(page)),
        Block::Tiles(tiles(page)),
        Block::heading(sentences::BEARABLE_QUESTION),
        Block::Paragraph(
            Text::plain(sentences::bearable(report))
                .then(words::CURVE_ON)
                .page_of(risk::CURVE_ANCHOR, pages::ON_PAGE, pages::BELOW)
                .then("."),
        ),
    ];
    if let Some(thin) = words::thin(report) {
        blocks.push(Block::note(thin));
    }
    blocks.push(Block::Together(vec![Block::heading(ladder_words::TITLE), Block::Table(rungs(page))]));
    // What else is said about the rungs stands with the road map: the decision keeps to one page.
    let said = ladder_words::sentences(page.catalogue, report);
    blocks.extend(said.into_iter().take(1).map(|it| Block::note(it.1)));
    if shown.is_empty() {
        blocks.push(Block::heading(words::steps(0)));
        blocks.push(Block::paragraph(words::NOTHING_TO_DO));
    } else {
        let more = items.len() - shown.len();
        let where_else = if more > 0 { words::more_steps(more, 0) } else { words::REASONS.into() };
        blocks.push(Block::Together(vec![
            Block::heading(words::steps(shown.len())),
            Block::Table(table(page, shown)),
            Block::Note(
                Text::plain(where_else).page_of(costs::ALL_ANCHOR, pages::ON_PAGE, pages::BELOW).then("."),
            ),
        ]));
    }
    if report.is_draft(page.catalogue) {
        blocks.push(Block::note(ladder_words::DRAFT));
    } else {
        let items = words::resolutions(report).into_iter().map(Text::from).collect();
        blocks.push(Block::Together(vec![
            Block::heading(words::RESOLUTION),
            Block::List(List { marker: Marker::Checkbox, items, dense: false }),
        ]));
        blocks.push(Block::note(law_words::anchor(&report.guidance.nis2)));
        let labels = words::SIGNATURES.map(String::from).to_vec();
        blocks.push(Block::Fields(Fields { labels, at_foot: true }));
    }
    Section {
        anchor: ANCHOR.into(),
        kicker: Some(sentences::KICKER.to_uppercase()),
        aside: None,
        title: words::TITLE.into(),
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::NewPage,
        blocks,
    }
}

fn lead(page: &Page) -> Text {
    sentences::lead(page.report)
        .into_iter()
        .fold(Text::default(), |text, (part, strong)| if strong { text.bold(part) } else { text.then(part) })
}

fn tiles(page: &Page) -> Vec<Tile> {
    sentences::tiles(page.report)
        .into_iter()
        .map(|[label, value, note, second_label, second_value, second_note]| Tile {
            label,
            value,
            note,
            second: Some(SecondLine { label: second_label, value: second_value, note: second_note }),
        })
        .collect()
}

/// The rungs with their prices.
fn rungs(page: &Page) -> Table {
    let ladder = &page.report.decision.ladder;
    let [name, measures, money, time, year, _, avoided, above] = ladder_words::HEADS;
    let columns = [
        Column::words(name, 1.0),
        Column::amounts(measures),
        Column::amounts(money),
        Column::amounts(time),
        Column::amounts(year),
        Column::amounts(avoided),
        Column::amounts(above),
    ];
    let limited = ladder.limited.as_ref().map(|it| ladder_words::limited_row(&it.rung));
    let rows = ladder.rungs.iter().map(ladder_words::row).chain(limited);
    let rows = rows.map(|[name, measures, money, time, year, _, avoided, above]| {
        Row::of([
            Text::default().bold(name),
            measures.into(),
            money.into(),
            time.into(),
            year.into(),
            avoided.into(),
            above.into(),
        ])
    });
    Table { named_rows: true, ..Table::of(columns, rows).dense() }
}

/// The first steps of the road map.
fn table(page: &Page, steps: &[Item]) -> Table {
    let [step, day, time, money] = ladder_words::ITEM_HEADS;
    let columns =
        [Column::words(step, 1.0), Column::amounts(day), Column::amounts(time), Column::amounts(money)];
    let rows = steps.iter().map(|item| {
        let [name, day, time, money] = ladder_words::item(page.catalogue, item);
        let name = Text::default().to(name, costs::row_anchor(item.measure()));
        Row::of([name, day.into(), time.into(), money.into()])
    });
    Table { named_rows: true, ..Table::of(columns, rows).dense() }
}
