//! Open questions by role.

use super::Subject;
use super::paper::paper;
use crate::german::handouts::{BOX, open_points as words};
use crate::render::document::{Align, Block, Column, Document, Row, RowGroup, Table, Text, Width};
use crate::report::OpenPoint;

/// Questions one page has room for.
const ROOM: usize = 20;

/// The paper.
pub fn paper_of(subject: Subject<'_>) -> Document {
    let points = &subject.report.open_points;
    let Some(first) = points.first() else {
        return paper(subject, words::TITLE, words::SUBJECT, vec![Block::lead(words::NOTHING)]);
    };
    let roles: Vec<_> = subject
        .catalogue
        .roles
        .iter()
        .map(|role| (role, points.iter().filter(|it| it.role == role.id).collect::<Vec<_>>()))
        .filter(|it| !it.1.is_empty())
        .collect();
    let each = (ROOM / roles.len()).max(1);
    let groups = roles.into_iter().map(|(role, points)| {
        let mut rows: Vec<Row> = points.iter().take(each).map(|it| row(subject, it)).collect();
        if points.len() > each {
            let more = Text::default().soft(words::more(points.len() - each));
            rows.push(Row::of([Text::default(), more, Text::default()]));
        }
        RowGroup { title: Some(Text::default().bold(&role.title)), rows }
    });
    let [done, question, until] = words::HEADS;
    let table = Table {
        columns: vec![
            Column { head: done.into(), align: Align::Middle, width: Width::Fit },
            Column::words(question, 5.0),
            Column::words(until, 1.0),
        ],
        groups: groups.collect(),
        total: None,
        named_rows: false,
        dense: true,
    };
    let blocks =
        vec![Block::lead(words::LEAD), Block::Table(table), Block::note(words::note(first.role.as_str()))];
    paper(subject, words::TITLE, words::SUBJECT, blocks)
}

fn row(subject: Subject<'_>, point: &OpenPoint) -> Row {
    let text = subject.catalogue.question(&point.question).map_or("", |it| &it.text);
    let question = Text::plain(text).soft(if point.nobody_knew { words::NOBODY_KNEW } else { "" });
    Row::of([BOX.into(), question, Text::default()])
}
