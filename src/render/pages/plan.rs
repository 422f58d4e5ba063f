//! The plan in time, and what happened to others.

use super::Page;
use crate::decision::{Purchase, Step};
use crate::german::number::{euros, hours};
use crate::german::pages::plan as words;
use crate::guidance::CaseMatch;
use crate::render::document::{Block, Column, Columns, Row, RowGroup, Section, Start, Table, Text};
use crate::report::Figure;

pub(super) fn roadmap(page: &Page) -> Option<Section> {
    let steps = &page.report.decision.roadmap;
    if steps.is_empty() {
        return None;
    }
    let mut groups: Vec<RowGroup> = Vec::new();
    let mut last = None;
    for step in steps {
        if last != Some(step.window) {
            last = Some(step.window);
            groups.push(RowGroup { title: Some(words::window(step.window).into()), rows: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.rows.push(row(page, step));
        }
    }
    let [step, time, money, gain] = words::HEADS;
    let columns =
        vec![Column::words(step, 1.0), Column::amounts(time), Column::amounts(money), Column::amounts(gain)];
    let monthly = page.report.assumptions.iter().find(|it| it.figure == Figure::HoursPerMonth);
    let lead = words::lead(&hours(monthly.map_or(0.0, |it| it.value)));
    Some(Section {
        anchor: "roadmap".into(),
        kicker: None,
        title: words::TITLE.into(),
        bookmark: None,
        start: Start::Below,
        blocks: vec![
            Block::lead(lead),
            Block::Table(Table { columns, groups, total: None, named_rows: true, dense: true }),
            Block::note(words::NOTE),
        ],
    })
}

fn row(page: &Page, step: &Step) -> Row {
    let name = match &step.purchase {
        Purchase::Bundle(id) => {
            page.catalogue.bundle(id).map_or_else(|| id.to_string(), |it| it.title.clone())
        }
        Purchase::Tier(id, _) => page.measure(id),
    };
    Row::of([
        Text::plain(name),
        hours(step.own_hours).into(),
        euros(step.money_eur).into(),
        words::gain(step.net_benefit).into(),
    ])
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
        blocks.insert(0, Block::paragraph(words::prevention(prevention)));
    }
    Some(Section {
        anchor: "cases".into(),
        kicker: None,
        title: words::CASES_TITLE.into(),
        bookmark: None,
        start: Start::Below,
        blocks,
    })
}

fn told(page: &Page, heading: &str, found: &CaseMatch) -> Option<Vec<Block>> {
    let case = page.catalogue.knowledge.case(&found.case)?;
    let [human, outcome, lesson, source] = words::CASE_PARTS;
    let mut blocks = vec![
        Block::heading(heading),
        Block::subheading(&case.title),
        Block::paragraph(case.what.trim()),
        Block::Paragraph(Text::default().bold(human).then(case.human_factor.trim())),
        Block::Paragraph(Text::default().bold(outcome).then(case.outcome.trim())),
        Block::Paragraph(Text::default().bold(lesson).then(case.lesson.trim())),
    ];
    if let Some(cited) = case.sources.first() {
        blocks.push(Block::Note(
            Text::plain(source).web(&cited.title, &cited.url).then(format!(", {}", cited.publisher)),
        ));
    }
    Some(blocks)
}
