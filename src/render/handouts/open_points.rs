//! Open questions, all of them: by who answers them in this firm, the most valuable first.

use super::Subject;
use super::paper::paper;
use crate::assessment::OpenPoint;
use crate::german::handouts::{BOX, open_points as words};
use crate::model::QuestionId;
use typeset::document::{Block, Column, Document, Row, RowGroup, Table, Text};

/// The paper.
pub fn paper_of(subject: Subject<'_>) -> Document {
    let points = &subject.report.open_points;
    if points.is_empty() {
        return paper(subject, words::TITLE, words::SUBJECT, vec![Block::lead(words::NOTHING)]);
    }
    let company = &subject.report.answers.company;
    // The rarer of the two is marked, so that the same words do not stand behind every question.
    let marks_unasked = 2 * points.iter().filter(|it| it.nobody_knew).count() > points.len();
    let mut first_role = "";
    let mut groups = Vec::new();
    for role in &subject.catalogue.roles {
        let mut theirs: Vec<&OpenPoint> =
            points.iter().filter(|it| subject.catalogue.stand_in(company, &it.role) == role.id).collect();
        if theirs.is_empty() {
            continue;
        }
        if first_role.is_empty() {
            first_role = role.id.as_str();
        }
        // A stable sort: where nothing is known of the value, the order of the questions stays.
        theirs.sort_by(|a, b| value(subject, &b.question).total_cmp(&value(subject, &a.question)));
        let rows: Vec<Row> = theirs.into_iter().map(|it| row(subject, it, marks_unasked)).collect();
        groups.push(RowGroup::titled(Text::default().bold(&role.title), rows));
    }
    let [done, question, worth, until] = words::HEADS;
    let table = Table {
        columns: vec![
            Column::marks(done),
            Column::words(question, 5.0),
            Column::amounts(worth),
            Column::words(until, 1.0),
        ],
        groups,
        total: None,
        named_rows: false,
        dense: true,
    };
    let blocks = vec![
        Block::lead(words::lead(points.len())),
        Block::Table(table),
        Block::note(words::note(marks_unasked)),
    ];
    paper(subject, words::TITLE, words::SUBJECT, blocks)
}

/// What the answer is worth a year, euros; zero where it settles nothing.
fn value(subject: Subject<'_>, question: &QuestionId) -> f64 {
    let worth = subject.report.decision.clarify_first.iter().find(|it| &it.question == question);
    worth.map_or(0.0, |it| it.value_eur)
}

fn row(subject: Subject<'_>, point: &OpenPoint, marks_unasked: bool) -> Row {
    let text = subject.catalogue.question(&point.question).map_or("", |it| &it.text);
    let mark = match (point.nobody_knew, marks_unasked) {
        (true, false) => words::NOBODY_KNEW,
        (false, true) => words::NOT_ASKED,
        _ => "",
    };
    let question = Text::plain(text).soft(mark);
    Row::of([BOX.into(), question, words::worth(value(subject, &point.question)).into(), Text::default()])
}
