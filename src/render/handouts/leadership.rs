//! Points for management, with what the answers say and a line to sign.

use super::Subject;
use super::paper::{lines, said};
use crate::german::handouts::leadership as words;
use typeset::document::{Block, Column, Document, Row, Table, Text};

/// The paper.
pub fn paper(subject: Subject<'_>) -> Document {
    let report = subject.report;
    let list = &subject.catalogue.check_lists.leadership;
    let rows = list.points.iter().enumerate().map(|(index, point)| {
        let says = point.said_by.as_ref().map_or_else(String::new, |it| said(subject, it));
        Row::of([
            Text::default().bold((index + 1).to_string()),
            point.text.as_str().into(),
            says.into(),
            words::TICKS.into(),
        ])
    });
    let [point, answers] = words::HEADS;
    let columns = [
        Column::short(""),
        Column::words(point, 2.4),
        Column::words(answers, 2.0),
        Column::words(list.last_column.as_str(), 1.0),
    ];
    let lead = words::lead(
        report.today.expected_annual_loss.value,
        report.decision.plan.annual.total().likely,
        report.with_plan.expected_annual_loss.value,
    );
    let blocks = vec![
        Block::lead(lead),
        Block::Table(Table::of(columns, rows)),
        Block::note(list.note.as_str()),
        lines(&list.lines, true),
    ];
    super::paper::paper(subject, &list.title, &list.subject, blocks)
}
