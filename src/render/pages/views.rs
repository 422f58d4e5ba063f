//! Other people's yardsticks.

use super::Page;
use crate::german::pages::views as words;
use crate::german::views as names;
use crate::guidance::views::DIN_TOPICS;
use crate::render::document::{Block, Column, Row, RowGroup, Section, Start, Table, Text};

pub(super) fn section(page: &Page) -> Section {
    let din = &page.report.din;
    let points = words::din_points(din.points, din.maximum);
    let blocks = vec![
        Block::note(words::INTRO),
        Block::heading(words::DIN),
        Block::Paragraph(Text::default().bold(points).then(" ").then(words::din_open_top(din))),
        Block::Table(requirements(page)),
        Block::heading(words::INSURER),
        Block::note(words::INSURER_NOTE),
        Block::Table(duties(page)),
    ];
    Section {
        anchor: "views".into(),
        kicker: None,
        title: words::TITLE.into(),
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::Below,
        blocks,
    }
}

fn requirements(page: &Page) -> Table {
    let din = &page.report.din;
    let groups = DIN_TOPICS
        .into_iter()
        .map(|topic| {
            let (points, maximum) = din.topic(topic);
            let rows = din.missing().filter(|it| it.requirement.topic == topic).map(|result| {
                let requirement = result.requirement;
                let words = Text::plain(names::din_requirement(requirement.number));
                let words =
                    if requirement.top { words.soft(format!(" \u{b7} {}", self::words::TOP)) } else { words };
                Row::of([requirement.number.into(), words, names::status(result.status).into()])
            });
            let title = Text::plain(names::din_topic(topic))
                .then(": ")
                .then(self::words::din_points_of(points, maximum));
            RowGroup { title: Some(title), rows: rows.collect() }
        })
        .collect();
    let [number, requirement, status] = words::DIN_HEADS;
    Table {
        columns: vec![Column::short(number), Column::words(requirement, 1.0), Column::short(status)],
        groups,
        total: None,
        named_rows: true,
        dense: true,
    }
}

fn duties(page: &Page) -> Table {
    let [duty, status] = words::INSURER_HEADS;
    let rows =
        page.report.insurer.duties.iter().map(|(duty, status, _)| {
            Row::of([names::insurer_duty(duty).into(), names::status(*status).into()])
        });
    Table::of([Column::words(duty, 1.0), Column::short(status)], rows).dense()
}
