//! How it was reckoned, on which assumptions and sources.

use super::Page;
use crate::german::pages::method as words;
use crate::german::report as sentences;
use crate::render::document::{Block, Column, Row, Section, Start, Table, Text};

pub(super) const ANCHOR: &str = "method";

pub(super) fn section(page: &Page) -> Section {
    let mut blocks: Vec<Block> = words::PARAGRAPHS.into_iter().map(Block::paragraph).collect();
    blocks.push(Block::Together(vec![Block::heading(words::ASSUMPTIONS), Block::Table(assumptions(page))]));
    blocks.push(Block::heading(words::STAMP));
    blocks.push(Block::paragraph(words::stamp(page.report)));
    blocks.push(Block::note(words::self_check(page.report)));
    blocks.push(Block::heading(words::SOURCES));
    blocks.push(Block::note(words::SOURCES_NOTE));
    blocks.push(Block::Table(sources(page)));
    Section {
        anchor: ANCHOR.into(),
        kicker: None,
        title: words::TITLE.into(),
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::NewPage,
        blocks,
    }
}

fn assumptions(page: &Page) -> Table {
    let [figure, value, origin] = words::ASSUMPTION_HEADS;
    let rows = page.report.assumptions.iter().map(|it| {
        let origin = words::origin(it);
        Row::of([
            sentences::figure(it.figure).into(),
            sentences::figure_value(it.figure, it.value).into(),
            if it.own { Text::plain(origin) } else { Text::default().soft(origin) },
        ])
    });
    Table::of([Column::words(figure, 1.0), Column::amounts(value), Column::short(origin)], rows)
}

fn sources(page: &Page) -> Table {
    let [grade, source] = words::SOURCE_HEADS;
    let rows = page.report.sources.iter().filter_map(|used| {
        let source = page.catalogue.sources.get(&used.source)?;
        let year = source.year.map(|it| format!(", {it}")).unwrap_or_default();
        let title = match &source.url {
            Some(url) => Text::default().web(&source.title, url),
            None => Text::plain(&source.title),
        };
        Some(Row::of([
            words::letter(used.grade).into(),
            title.soft(format!(" \u{b7} {}{year}, {}", source.publisher, words::checked(source.checked))),
        ]))
    });
    let columns = [Column::short(grade), Column::words(source, 1.0)];
    Table { named_rows: false, ..Table::of(columns, rows).dense() }
}
