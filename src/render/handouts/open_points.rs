//! Open questions by role.

use super::Subject;
use super::paper::paper;
use crate::assessment::OpenPoint;
use crate::german::handouts::{BOX, open_points as words};
use typeset::document::{Block, Column, Document, Row, RowGroup, Table, Text};

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
    let shares = shares(&roles.iter().map(|it| it.1.len()).collect::<Vec<_>>());
    let groups = roles.into_iter().zip(shares).map(|((role, points), each)| {
        let mut rows: Vec<Row> = points.iter().take(each).map(|it| row(subject, it)).collect();
        if points.len() > each {
            let more = Text::default().soft(words::more(points.len() - each));
            rows.push(Row::of([Text::default(), more, Text::default()]));
        }
        RowGroup::titled(Text::default().bold(&role.title), rows)
    });
    let [done, question, until] = words::HEADS;
    let table = Table {
        columns: vec![Column::marks(done), Column::words(question, 5.0), Column::words(until, 1.0)],
        groups: groups.collect(),
        total: None,
        named_rows: false,
        dense: true,
    };
    let blocks =
        vec![Block::lead(words::LEAD), Block::Table(table), Block::note(words::note(first.role.as_str()))];
    paper(subject, words::TITLE, words::SUBJECT, blocks)
}

/// The room dealt out one by one, so that a role with few questions leaves its share to the others.
fn shares(lengths: &[usize]) -> Vec<usize> {
    let mut shares = vec![0; lengths.len()];
    let mut left = ROOM;
    while left > 0 && shares.iter().zip(lengths).any(|(share, length)| share < length) {
        for (share, length) in shares.iter_mut().zip(lengths) {
            if *share < *length && left > 0 {
                *share += 1;
                left -= 1;
            }
        }
    }
    shares
}

fn row(subject: Subject<'_>, point: &OpenPoint) -> Row {
    let text = subject.catalogue.question(&point.question).map_or("", |it| &it.text);
    let question = Text::plain(text).soft(if point.nobody_knew { words::NOBODY_KNEW } else { "" });
    Row::of([BOX.into(), question, Text::default()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_that_one_role_does_not_need_goes_to_the_others() {
        assert_eq!(shares(&[1, 40, 40]), [1, 10, 9]);
        assert_eq!(shares(&[3, 2]), [3, 2]);
    }
}
