//! A form for suggestions, filled with what can be said of a firm without naming it.

use super::Subject;
use super::paper::{empty, lines, list, section, ticks};
use crate::german::handouts::suggestion as words;
use typeset::document::{Block, Document, Marker};

/// The paper. It bears no name, so that it can be handed on.
pub fn paper_of(subject: Subject<'_>) -> Document {
    let report = subject.report;
    let company = &report.answers.company;
    let segment = subject.catalogue.segment(&company.segment).map_or("", |it| it.title.as_str());
    let version = &report.provenance.content.version;
    let filled =
        words::filled(version, report.provenance.date, segment, company.size(), report.digitalisation.1);
    let mut blocks = vec![
        Block::lead(words::LEAD),
        Block::subheading(words::ABOUT_TITLE),
        ticks(words::ABOUT),
        Block::subheading(words::FILLED_TITLE),
        list(Marker::Dash, filled),
        Block::subheading(words::DETAILS_TITLE),
    ];
    blocks.extend(words::DETAILS.iter().map(|it| lines(&[it], false)));
    blocks.push(Block::note(words::NOTE));
    let mut document = empty(subject, words::TITLE, words::SUBJECT);
    document.foot.name = None;
    document.sections.push(section("paper", words::TITLE, blocks));
    document
}
