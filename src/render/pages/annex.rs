//! Every answer with its evidence and note; what is open, by who knows it.

use std::collections::BTreeMap;

use super::Page;
use crate::german::differences as apart;
use crate::german::merge::quote;
use crate::german::pages::annex as words;
use crate::model::{Question, Record, RoleId};
use typeset::document::{Block, Level, List, Marker, Section, Start, Style, Term, Text, Tone};

/// Open questions that a small firm's report lists.
const MOST_OPEN: usize = 8;

pub(super) fn section(page: &Page) -> Section {
    let usual = usual_support(page);
    let mut intro = words::INTRO.to_owned();
    if let Some(usual) = &usual {
        intro.push_str(&words::usual_support(usual));
    }
    let mut columns = answers(page, usual.as_deref());
    let open_ones = open(page);
    let mut blocks = Vec::new();
    if open_ones.is_empty() {
        intro.push_str(&words::many_open(page.report.open_points.len()));
        blocks.push(Block::Anchor("open".into()));
    }
    columns.extend(open_ones);
    blocks.push(Block::note(intro));
    blocks.extend(words::visits(&page.report.answers.visits).into_iter().map(Block::small));
    blocks.push(Block::two_columns(columns));
    let strangers = &page.report.unknown_questions;
    if !strangers.is_empty() {
        blocks.push(Block::note(words::STRANGERS));
        blocks.push(Block::dense_list(strangers.iter().map(|id| Text::default().verbatim(id.to_string()))));
    }
    differences(page, &mut blocks);
    blocks.extend(quotes(page));
    Section {
        anchor: "annex".into(),
        kicker: None,
        aside: None,
        title: words::TITLE.into(),
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::Below,
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
        blocks.push(Block::note(apart::DISAGREEMENTS));
        let each = report.disagreements.iter().map(|it| apart::disagreement(page.catalogue, it));
        blocks.push(Block::dense_list(each.map(Text::plain)));
    }
    let found = page.catalogue.contradictions.iter().filter(|it| report.contradictions.contains(&it.id));
    let found: Vec<Text> = found
        .map(|it| {
            let [first, second] = apart::sides(page.catalogue, &report.answers, it);
            Text::plain(&it.text).line_break().soft(first).line_break().soft(second)
        })
        .collect();
    if !found.is_empty() {
        blocks.push(Block::note(apart::CONTRADICTIONS));
        blocks.push(Block::dense_list(found));
    }
}

/// What a provider answered to a request for prices.
fn quotes(page: &Page) -> Vec<Block> {
    let quotes = &page.report.answers.quotes;
    if quotes.is_empty() {
        return Vec::new();
    }
    let said = quotes.iter().map(|(id, it)| Text::from(quote(page.catalogue, id, it)));
    vec![Block::heading_at(words::QUOTES, "quotes"), Block::note(words::QUOTES_NOTE), Block::dense_list(said)]
}

fn role_title<'a>(page: &'a Page, role: &RoleId) -> Option<&'a str> {
    page.catalogue.role(role).map(|it| it.title.as_str())
}

fn support(page: &Page, record: &Record) -> String {
    words::support(
        record,
        page.report.provenance.date,
        record.by.as_ref().and_then(|it| role_title(page, it)),
    )
}

/// The support that stands behind most answers, where it stands behind at least a third of them.
fn usual_support(page: &Page) -> Option<String> {
    let records = &page.report.answers.records;
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for record in records.values() {
        *counts.entry(support(page, record)).or_default() += 1;
    }
    let (support, count) = counts.into_iter().max_by_key(|it| it.1)?;
    (3 * count >= records.len() && count > 1).then_some(support)
}

fn answers(page: &Page, usual: Option<&str>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for topic in &page.report.answered {
        blocks.extend(page.catalogue.topic(&topic.topic).map(|it| Block::subheading(&it.title)));
        let terms = topic.questions.iter().filter_map(|it| {
            let question = page.catalogue.question(&it.question)?;
            Some(answer(page, question, &it.record, it.counts, usual))
        });
        blocks.push(Block::Terms(terms.collect()));
    }
    blocks
}

fn answer(page: &Page, question: &Question, record: &Record, counts: bool, usual: Option<&str>) -> Term {
    let id = Style { tone: Tone::Soft, verbatim: true, ..Style::default() };
    let mut said = Text::default().bold(words::answer(question, &record.answer)).soft(" \u{b7} ");
    said = said.run(question.id.to_string(), id, None);
    let support = support(page, record);
    if usual != Some(support.as_str()) {
        said = said.soft(format!(" \u{b7} {support}"));
    }
    if let Some(proof) = words::proof(&record.proof) {
        said = said.line_break().soft(proof);
    }
    if let Some(note) = &record.note {
        said = said.line_break().soft(words::NOTE).then(note);
    }
    for voice in &record.also {
        let role = role_title(page, &voice.by).unwrap_or(voice.by.as_str());
        said = said.line_break().then(words::other_voice(role, &words::answer(question, &voice.answer)));
        if let Some(proof) = words::proof(&voice.proof) {
            said = said.line_break().soft(proof);
        }
        if let Some(note) = &voice.note {
            said = said.line_break().soft(words::NOTE).then(note);
        }
    }
    if !counts {
        said = said.soft(format!(" \u{b7} {}", words::NOT_COUNTED));
    }
    Term { name: Text::plain(&question.text), said }
}

/// What is open, by the role that knows it best, in the order of the roles.
fn open(page: &Page) -> Vec<Block> {
    let mut groups: Vec<(String, Vec<Text>)> = Vec::new();
    for point in &page.report.open_points {
        let role = page.catalogue.stand_in(&page.report.answers.company, &point.role);
        let role = role_title(page, &role).unwrap_or(point.role.as_str());
        let Some(question) = page.catalogue.question(&point.question) else { continue };
        match groups.iter_mut().find(|(name, _)| name == role) {
            Some((_, items)) => items.push(Text::plain(&question.text)),
            None => groups.push((role.to_owned(), vec![Text::plain(&question.text)])),
        }
    }
    let heading =
        Block::Heading { level: Level::Three, text: words::OPEN.into(), anchor: Some("open".into()) };
    if groups.is_empty() {
        return vec![heading, Block::small(words::NOTHING_OPEN)];
    }
    let open: usize = groups.iter().map(|it| it.1.len()).sum();
    if page.is_micro() && open > MOST_OPEN {
        // The sheet of open points lists them; the line above the answers counts them.
        return Vec::new();
    }
    let group = |(role, items): (String, Vec<Text>)| {
        [
            Block::Small(Text::default().bold(role)),
            Block::List(List { marker: Marker::Checkbox, items, dense: true }),
        ]
    };
    std::iter::once(heading).chain(groups.into_iter().flat_map(group)).collect()
}
