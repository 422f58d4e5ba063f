//! How it was reckoned, on which assumptions and sources.

use super::Page;
use crate::german::pages::method as words;
use crate::german::report as sentences;
use crate::model::{Grade, SourceId};
use typeset::document::{Block, Section, Start, Term, Text};

pub(super) const ANCHOR: &str = "method";

pub(super) fn section(page: &Page) -> Section {
    let told = words::PARAGRAPHS.into_iter().map(Block::small);
    let mut grounds: Vec<Block> = told.collect();
    grounds.push(Block::small(words::stamp(page.report)));
    grounds.push(Block::small(words::self_check(page.report)));
    grounds.push(Block::subheading(words::ASSUMPTIONS));
    grounds.push(assumptions(page));
    grounds.extend(words::experience(page.catalogue, page.report).map(Block::small));
    let blocks = vec![
        Block::two_columns(grounds),
        Block::heading(words::SOURCES),
        Block::note(words::SOURCES_NOTE),
        Block::two_columns(sources(page)),
    ];
    Section {
        anchor: ANCHOR.into(),
        kicker: None,
        aside: None,
        title: words::TITLE.into(),
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::Below,
        blocks,
    }
}

fn assumptions(page: &Page) -> Block {
    let terms = page.report.assumptions.iter().map(|it| Term {
        name: sentences::figure(it.figure).into(),
        said: Text::default()
            .bold(sentences::figure_value(it.figure, it.value, it.own))
            .soft(format!(" \u{b7} {}", words::origin(it))),
    });
    Block::Terms(terms.collect())
}

/// Sources printed: what fits a page; the others stand in the results for programs.
const MOST_SOURCES: usize = 16;
/// The same in the report of a small firm.
const MOST_SOURCES_MICRO: usize = 10;

/// By grade, the best first.
fn sources(page: &Page) -> Vec<Block> {
    let mut blocks = Vec::new();
    let most = if page.is_micro() { MOST_SOURCES_MICRO } else { MOST_SOURCES };
    let mut room = most;
    for grade in [Grade::A, Grade::B, Grade::C] {
        let of_grade = page.report.sources.iter().filter(|it| it.grade == grade);
        let items: Vec<Text> = of_grade.filter_map(|it| source(page, &it.source)).take(room).collect();
        room -= items.len();
        if !items.is_empty() {
            blocks.push(Block::subheading(words::graded(grade)));
            blocks.push(Block::dense_list(items));
        }
    }
    let more = page.report.sources.len().saturating_sub(most);
    if more > 0 {
        blocks.push(Block::note(words::more_sources(more)));
    }
    blocks
}

fn source(page: &Page, id: &SourceId) -> Option<Text> {
    let source = page.catalogue.sources.get(id)?;
    let year = source.year.map(|it| format!(", {it}")).unwrap_or_default();
    let title = match &source.url {
        Some(url) => Text::default().web(&source.title, url),
        None => Text::plain(&source.title),
    };
    // Where the publisher's name says who reported it, the same need not be said again.
    let named = source.publisher.contains(words::REPORTED);
    let told = words::checked(source.checked).filter(|_| !named);
    let told = told.map(|it| format!(", {it}")).unwrap_or_default();
    Some(title.soft(format!(" \u{b7} {}{year}{told}", source.publisher)))
}
