//! Every answer with its evidence and note; what is open, by who knows it.

use super::Page;
use crate::german::differences as apart;
use crate::german::pages::annex as words;
use crate::model::{Question, Record, RoleId};
use crate::render::document::{Block, Column, List, Marker, Row, RowGroup, Section, Start, Table, Text};

pub(super) fn section(page: &Page) -> Section {
    let mut blocks = vec![Block::note(words::INTRO), Block::Table(answers(page))];
    let strangers = &page.report.unknown_questions;
    if !strangers.is_empty() {
        blocks.push(Block::note(words::STRANGERS));
        blocks.push(Block::list(strangers.iter().map(|id| Text::default().verbatim(id.to_string()))));
    }
    differences(page, &mut blocks);
    blocks.push(Block::heading_at(words::OPEN, "open"));
    if page.report.open_points.is_empty() {
        blocks.push(Block::paragraph(words::NOTHING_OPEN));
    }
    for (role, items) in open(page) {
        blocks.push(Block::subheading(role));
        blocks.push(Block::List(List { marker: Marker::Checkbox, items }));
    }
    Section {
        anchor: "annex".into(),
        kicker: Some(words::KICKER.to_uppercase()),
        title: words::TITLE.into(),
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::NewPage,
        blocks,
    }
}

/// Answers that do not fit together, and answers on which people differ.
fn differences(page: &Page, blocks: &mut Vec<Block>) {
    let report = page.report;
    if report.contradictions.is_empty() && report.disagreements.is_empty() {
        return;
    }
    blocks.push(Block::heading_at(apart::TITLE, "differences"));
    if !report.disagreements.is_empty() {
        blocks.push(Block::paragraph(apart::DISAGREEMENTS));
        let each = report.disagreements.iter().map(|it| apart::disagreement(page.catalogue, it));
        blocks.push(Block::list(each.map(Text::plain)));
    }
    let found = page.catalogue.contradictions.iter().filter(|it| report.contradictions.contains(&it.id));
    let found: Vec<Text> = found
        .map(|it| {
            let [first, second] = apart::sides(page.catalogue, &report.answers, it);
            Text::plain(&it.text).line_break().soft(first).line_break().soft(second)
        })
        .collect();
    if !found.is_empty() {
        blocks.push(Block::paragraph(apart::CONTRADICTIONS));
        blocks.push(Block::list(found));
    }
}

fn role_title<'a>(page: &'a Page, role: &RoleId) -> Option<&'a str> {
    page.catalogue.role(role).map(|it| it.title.as_str())
}

fn answers(page: &Page) -> Table {
    let groups = page
        .report
        .answered
        .iter()
        .map(|topic| RowGroup {
            title: page.catalogue.topic(&topic.topic).map(|it| Text::plain(&it.title)),
            rows: topic
                .questions
                .iter()
                .filter_map(|it| {
                    let question = page.catalogue.question(&it.question)?;
                    let record = page.report.answers.records.get(&it.question)?;
                    Some(row(page, question, record, it.counts))
                })
                .collect(),
        })
        .collect();
    let [question, answer, support] = words::HEADS;
    Table {
        columns: vec![Column::words(question, 1.15), Column::words(answer, 1.0), Column::words(support, 0.5)],
        groups,
        total: None,
        named_rows: true,
        dense: true,
    }
}

fn row(page: &Page, question: &Question, record: &Record, counts: bool) -> Row {
    let asked = Text::plain(&question.text).line_break().run(
        question.id.to_string(),
        crate::render::document::Style {
            tone: crate::render::document::Tone::Soft,
            verbatim: true,
            ..Default::default()
        },
        None,
    );
    let mut answer = Text::plain(words::answer(question, &record.answer));
    if let Some(note) = &record.note {
        answer = answer.line_break().soft(words::NOTE).soft(note);
    }
    for voice in &record.also {
        let role = role_title(page, &voice.by).unwrap_or(voice.by.as_str());
        answer = answer.line_break().then(words::other_voice(role, &words::answer(question, &voice.answer)));
        if let Some(note) = &voice.note {
            answer = answer.line_break().soft(words::NOTE).soft(note);
        }
    }
    if !counts {
        answer = answer.line_break().soft(words::NOT_COUNTED);
    }
    let role = record.by.as_ref().and_then(|it| role_title(page, it));
    Row::of([asked, answer, words::support(record, role).into()])
}

/// What is open, by the role that knows it best, in the order of the roles.
fn open(page: &Page) -> Vec<(String, Vec<Text>)> {
    let mut groups: Vec<(String, Vec<Text>)> = Vec::new();
    for point in &page.report.open_points {
        let role = role_title(page, &point.role).unwrap_or(point.role.as_str());
        let Some(question) = page.catalogue.question(&point.question) else { continue };
        match groups.last_mut().filter(|(name, _)| name == role) {
            Some((_, items)) => items.push(Text::plain(&question.text)),
            None => groups.push((role.to_owned(), vec![Text::plain(&question.text)])),
        }
    }
    groups
}
