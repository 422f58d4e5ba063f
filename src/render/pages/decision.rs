//! The first page: what management decides.

use super::{Page, costs, risk};
use crate::decision::{Advice, Judged};
use crate::german::number::{euros, hours};
use crate::german::pages::{self, decision as words};
use crate::german::{decision, report as sentences};
use typeset::document::{
    Block, Column, Fields, List, Marker, Row, SecondLine, Section, Start, Table, Text, Tile,
};

pub(super) const ANCHOR: &str = "decision";
/// Steps on the first page: owners act on no more at once, and more do not fit.
const MOST_STEPS: usize = 5;
/// Borne risks named on the first page; the others are counted.
const MOST_BORNE: usize = 2;

pub(super) fn section(page: &Page) -> Section {
    let report = page.report;
    let steps: Vec<&Judged> = report.decision.first_steps().collect();
    let shown = &steps[..steps.len().min(MOST_STEPS)];
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
    if shown.is_empty() {
        blocks.push(Block::heading(words::steps(0)));
        blocks.push(Block::paragraph(words::NOTHING_TO_DO));
    } else {
        let more = steps.len() - shown.len();
        // With them the steps are as many as the plan has measures.
        let unclear = report.decision.by_effect(|it| it == Advice::ClarifyFirst);
        let unclear = unclear.filter(|it| it.weighed.as_ref().is_some_and(|it| it.in_plan)).count();
        let where_else = if more > 0 { words::more_steps(more, unclear) } else { words::REASONS.into() };
        blocks.push(Block::Together(vec![
            Block::heading(words::steps(shown.len())),
            Block::Table(table(page, shown)),
            Block::Note(
                Text::plain(where_else).page_of(costs::ALL_ANCHOR, pages::ON_PAGE, pages::BELOW).then("."),
            ),
        ]));
    }
    blocks.push(Block::heading(words::BORNE));
    blocks.push(Block::paragraph(words::borne(page.catalogue, report, MOST_BORNE)));
    if !shown.is_empty() {
        let choices = words::resolutions(report, shown.len(), steps.len() - shown.len());
        let items = choices.into_iter().map(Text::from).collect();
        blocks.push(Block::Together(vec![
            Block::heading(words::RESOLUTION),
            Block::List(List { marker: Marker::Checkbox, items, dense: false }),
        ]));
    }
    blocks
        .push(Block::Fields(Fields { labels: words::SIGNATURES.map(String::from).to_vec(), at_foot: true }));
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

fn table(page: &Page, steps: &[&Judged]) -> Table {
    let [number, step, money, time, avoided] = words::STEP_HEADS;
    let columns = [
        Column::short(number),
        Column::words(step, 1.0),
        Column::amounts(money),
        Column::amounts(time),
        Column::amounts(avoided),
    ];
    let rows = steps.iter().enumerate().filter_map(|(at, judged)| {
        let weighed = judged.weighed.as_ref()?;
        let title = Text::default().to(page.measure(&judged.measure), costs::row_anchor(&judged.measure));
        let title = match judged.advice {
            Advice::Do => title,
            other => title.soft(format!(" \u{b7} {}", decision::advice(other))),
        };
        Some(Row::of([
            Text::default().bold((at + 1).to_string()),
            title,
            euros(weighed.balance.annual.money_eur.likely).into(),
            hours(weighed.balance.annual.hours.likely).into(),
            Text::default().bold(euros(weighed.balance.avoided.value)),
        ]))
    });
    Table { named_rows: false, ..Table::of(columns, rows).dense() }
}
