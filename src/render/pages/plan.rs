//! The plan in time, and what happened to others.

use super::Page;
use crate::decision::{Item, Roadmap, Source};
use crate::german::ageing as ageing_words;
use crate::german::guidance::cases as case_words;
use crate::german::ladder as ladder_words;
use crate::german::number::hours;
use crate::german::pages::decision as decision_words;
use crate::german::pages::plan as words;
use crate::guidance::CaseMatch;
use crate::report::Figure;
use typeset::document::{Block, Column, Columns, Row, RowGroup, Section, Start, Table, Text};

/// Borne risks named; the others are counted.
const MOST_BORNE: usize = 3;
/// Worn measures told; the others weigh less.
const MOST_WORN: usize = 4;

/// What is said about the rungs, the order of work, and what is borne.
pub(super) fn roadmap(page: &Page) -> Option<Section> {
    let (catalogue, report) = (page.catalogue, page.report);
    let roadmap = &report.decision.roadmap;
    let said = ladder_words::sentences(catalogue, report).into_iter().skip(1);
    let said: Vec<Text> = said.map(|it| Text::from(it.1)).collect();
    let mut blocks = if said.is_empty() { Vec::new() } else { vec![Block::dense_list(said)] };
    blocks.extend(in_time(page, roadmap));
    blocks.push(Block::heading(decision_words::BORNE));
    blocks.push(Block::paragraph(decision_words::borne(catalogue, report, MOST_BORNE)));
    Some(Section {
        anchor: "roadmap".into(),
        kicker: None,
        aside: None,
        title: words::TITLE.into(),
        bookmark: None,
        start: Start::Below,
        blocks,
    })
}

/// The road map as a table; nothing where nothing is to be done.
fn in_time(page: &Page, roadmap: &Roadmap) -> Vec<Block> {
    if roadmap.items.is_empty() {
        return Vec::new();
    }
    let mut groups: Vec<RowGroup> = Vec::new();
    let mut last = None;
    for item in &roadmap.items {
        let period = ladder_words::period_of(item.day);
        if last != Some(period) {
            last = Some(period);
            groups.push(RowGroup::titled(words::with_sum(roadmap, period), []));
        }
        if let Some(group) = groups.last_mut() {
            group.rows.push(row(page, item));
        }
    }
    let [step, day, time, money] = ladder_words::ITEM_HEADS;
    let columns =
        vec![Column::words(step, 1.0), Column::amounts(day), Column::amounts(time), Column::amounts(money)];
    let monthly = page.report.assumptions.iter().find(|it| it.figure == Figure::HoursPerMonth);
    let lead = words::lead(&hours(monthly.map_or(0.0, |it| it.value)));
    vec![
        Block::paragraph(lead),
        Block::Table(Table { columns, groups, total: None, named_rows: true, dense: true }),
        Block::note(words::NOTE),
    ]
}

/// What has worn off since the answers, and what comes up when.
pub(super) fn ageing(page: &Page) -> Option<Section> {
    let facts = &page.report.ageing;
    let mut blocks = Vec::new();
    let has_worn = page.report.has_worn();
    if has_worn {
        let [measure, then, now, saves] = ageing_words::WORN_HEADS;
        let columns = [
            Column::words(measure, 1.0),
            Column::amounts(then),
            Column::amounts(now),
            Column::amounts(saves),
        ];
        let rows = facts
            .worn
            .iter()
            .take(MOST_WORN)
            .map(|it| Row::of(ageing_words::worn_row(page.catalogue, it).map(Text::from)));
        blocks.push(Block::paragraph(ageing_words::renewing(facts)));
        blocks.push(Block::Table(Table::of(columns, rows).dense()));
    }
    if !facts.calendar.is_empty() {
        let today = page.report.provenance.date;
        let matters =
            ageing_words::calendar(page.catalogue, &facts.calendar, today).into_iter().map(Text::from);
        if has_worn {
            blocks.push(Block::heading(ageing_words::CALENDAR));
        }
        blocks.push(Block::dense_list(matters));
    }
    (!blocks.is_empty()).then(|| Section {
        anchor: "ageing".into(),
        kicker: None,
        aside: None,
        title: if has_worn { words::AGEING_TITLE } else { ageing_words::CALENDAR }.into(),
        bookmark: Some(words::AGEING_BOOKMARK.into()),
        start: Start::Below,
        blocks,
    })
}

fn row(page: &Page, item: &Item) -> Row {
    let [name, day, time, money] = ladder_words::item(page.catalogue, item);
    let measure = page.catalogue.measure(item.measure());
    let what = match &item.source {
        Source::Tier(level) => measure.and_then(|it| it.tier(*level)).map(|it| it.what.as_str()),
        Source::Bundle(id) => page.catalogue.bundle(id).map(|it| it.title.as_str()),
        Source::Stopgap => measure.and_then(|it| it.stopgap.as_ref()).map(|it| it.what.as_str()),
    };
    let role = page.catalogue.role(&item.role).map_or("", |it| it.title.as_str());
    let who = item.owner.as_deref().unwrap_or(role);
    let cell = Text::default().bold(name).then(" ").soft(words::what_and_who(what.map(str::trim), who));
    Row::of([cell, day.into(), time.into(), money.into()])
}

pub(super) fn cases(page: &Page) -> Option<Section> {
    let pair = page.report.guidance.cases.as_ref()?;
    let [badly, well] = words::CASES;
    let mut blocks = vec![Block::Columns(Columns {
        left: told(page, badly, &pair.worst)?,
        right: told(page, well, &pair.best)?,
        left_share: 0.5,
        boxed: true,
    })];
    if let Some(prevention) = &page.report.guidance.prevention {
        blocks.insert(0, Block::lead(case_words::prevention(prevention)));
    }
    Some(Section {
        anchor: "cases".into(),
        kicker: None,
        aside: None,
        title: words::CASES_TITLE.into(),
        bookmark: None,
        start: Start::Below,
        blocks,
    })
}

fn told(page: &Page, heading: &str, found: &CaseMatch) -> Option<Vec<Block>> {
    let case = page.catalogue.knowledge.case(&found.case)?;
    let [outcome, lesson] = words::CASE_PARTS;
    let mut blocks = vec![
        Block::heading(heading),
        Block::subheading(&case.title),
        Block::small(case.what.trim()),
        Block::small(case_words::human_factor(case)),
        Block::Small(Text::default().bold(outcome).then(case.outcome.trim())),
        Block::Small(Text::default().bold(lesson).then(case.lesson.trim())),
        Block::small(case_words::measures(page.catalogue, case)),
    ];
    let source = Text::plain(case_words::why(page.catalogue, found)).then(" ");
    let source = match case.sources.first() {
        Some(cited) => source.web(case_words::source(case), &cited.url),
        None => source.then(case_words::source(case)),
    };
    blocks.push(Block::Note(source));
    Some(blocks)
}
