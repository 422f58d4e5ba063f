//! Choosing an IT provider, and looking at him again a year later.

use super::Subject;
use super::paper::{empty, lines, section, with_byline};
use crate::german::handouts::{BOX, provider_choice as words};
use typeset::document::{Block, Column, Document, Row, Table, Text};

/// The paper: criteria beside three offers, then the same provider a year on.
pub fn paper_of(subject: Subject<'_>) -> Document {
    let mut document = empty(subject, words::TITLE, words::SUBJECT);
    let [question, first, second, third] = words::HEADS;
    let columns = [
        Column::short(""),
        Column::words(question, 2.4),
        Column::words(first, 1.2),
        Column::words(second, 1.2),
        Column::words(third, 1.2),
    ];
    let rows = words::CRITERIA.iter().enumerate().map(|(at, it)| {
        let number = Text::default().bold((at + 1).to_string());
        Row::of([number, (*it).into(), Text::default(), Text::default(), Text::default()])
    });
    let blocks = vec![
        Block::lead(words::LEAD),
        Block::Table(Table::of(columns, rows)),
        Block::note(words::NOTE),
        lines(&words::LINES, true),
    ];
    document.sections.push(section("choice", words::TITLE, with_byline(subject, blocks)));
    document.sections.push(section("again", words::AGAIN_TITLE, again()));
    document
}

fn again() -> Vec<Block> {
    let [point, yes, no, proof] = words::AGAIN_HEADS;
    let columns =
        [Column::words(point, 2.4), Column::marks(yes), Column::marks(no), Column::words(proof, 1.6)];
    let rows = words::AGAIN.iter().map(|it| Row::of([(*it).into(), BOX.into(), BOX.into(), Text::default()]));
    vec![Block::Table(Table::of(columns, rows)), lines(&words::LINES, true)]
}
