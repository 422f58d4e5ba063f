//! Measure sheets: half a page each, for the person who carries it out.

use super::Subject;
use super::paper::{empty, list, section, ticks, with_byline};
use crate::german::handouts::how_to as words;
use crate::model::{Catalogue, HowTo, HowToTier, Measure, MeasureId, StopgapSheet, SystemId, TierLevel};
use crate::report::{Report, Sheet, sheets};
use typeset::document::{Block, Column, Columns, Document, Marker, Row, Table, Text};

/// Lines on products: more would push the proof off the sheet.
const MOST_LINES: usize = 2;
/// Up to so many people a firm is spoken to as one or two.
const FEW: u32 = 2;

/// Sheets of the whole plan, or of one measure whether the plan holds it or not.
pub fn paper_of(subject: Subject<'_>, only: Option<&MeasureId>) -> Document {
    let mut sheets = sheets(subject.catalogue, subject.report);
    sheets.retain(|it| only.is_none_or(|id| &it.measure.id == id));
    let mut document = empty(subject, words::TITLE, words::SUBJECT);
    let mut blocks: Vec<Block> =
        sheets.iter().map(|it| of_plan(subject.catalogue, subject.report, it)).collect();
    if let (true, Some(measure)) = (sheets.is_empty(), only.and_then(|it| subject.catalogue.measure(it))) {
        blocks.extend(alone(subject.catalogue, subject.report, measure));
    }
    if blocks.is_empty() {
        blocks.push(Block::lead(words::NOTHING));
    }
    blocks.push(Block::note(words::NOTE));
    document.sections.push(section("how-to", words::TITLE, with_byline(subject, blocks)));
    document
}

/// A sheet of the plan.
pub fn of_plan(catalogue: &Catalogue, report: &Report, sheet: &Sheet<'_>) -> Block {
    let mut blocks = vec![Block::heading(words::head(sheet.number, &sheet.measure.title))];
    let role = catalogue.role(&sheet.done_by).map_or("", |it| it.title.as_str());
    let via = sheet.via.as_ref().and_then(|it| catalogue.bundle(it)).map(|it| it.title.as_str());
    blocks.push(Block::note(words::who(role, sheet.until, via)));
    if let Some(how_to) = catalogue.knowledge.how_to(&sheet.measure.id) {
        let left = vec![
            Block::subheading(words::WHY),
            Block::paragraph(why(catalogue, sheet)),
            Block::subheading(words::OTHERWISE),
            Block::paragraph(otherwise(catalogue, report, sheet)),
        ];
        blocks.push(halves(catalogue, report, how_to, sheet.level, left));
        blocks.extend(how_to.stopgap.iter().flat_map(stopgap));
    }
    blocks.push(Block::Table(figures(sheet)));
    Block::Together(blocks)
}

/// A sheet of a measure that is not planned: how, without why and without figures.
fn alone(catalogue: &Catalogue, report: &Report, measure: &Measure) -> Vec<Block> {
    let Some(how_to) = catalogue.knowledge.how_to(&measure.id) else { return Vec::new() };
    let tiers = how_to.tiers.iter().map(|tier| {
        let what = measure.tier(tier.level).map_or("", |it| it.what.as_str());
        let left = vec![Block::subheading(words::WHY), Block::paragraph(measure.summary.as_str())];
        Block::Together(vec![
            Block::heading(&measure.title),
            Block::note(what),
            halves(catalogue, report, how_to, tier.level, left),
        ])
    });
    tiers.collect()
}

fn halves(
    catalogue: &Catalogue,
    report: &Report,
    how_to: &HowTo,
    level: TierLevel,
    mut left: Vec<Block>,
) -> Block {
    let Some(tier) = how_to.tier(level) else { return Block::Together(left) };
    left.push(Block::subheading(words::PROOF));
    left.push(Block::paragraph(tier.proof.as_str()));
    left.extend(aside(tier, report.answers.company.employees));
    Block::Columns(Columns {
        left,
        right: steps(catalogue, report, how_to, tier, level),
        left_share: 0.45,
        boxed: false,
    })
}

/// What to do, and what is handed over.
fn steps(
    catalogue: &Catalogue,
    report: &Report,
    how_to: &HowTo,
    tier: &HowToTier,
    level: TierLevel,
) -> Vec<Block> {
    let mut blocks =
        vec![Block::subheading(words::STEPS), list(Marker::Number, tier.steps.iter().map(String::as_str))];
    let named = &report.answers.company.systems;
    // Who has named nothing sees each line with the product it is about.
    let uses = |it: &SystemId| named.is_empty() || named.contains(it);
    let title = |id: &SystemId| catalogue.systems.iter().find(|it| &it.id == id).map(|it| it.title.as_str());
    let lines = how_to.lines(level, uses).take(MOST_LINES);
    blocks.extend(lines.map(|it| Block::note(words::setting(it.system.as_ref().and_then(title), &it.text))));
    for it in &tier.deliverables {
        blocks.push(Block::subheading(words::delivers(it.by)));
        blocks.push(ticks(it.items.iter().map(String::as_str)));
    }
    blocks
}

/// What closes the gap on the first day.
fn stopgap(it: &StopgapSheet) -> [Block; 3] {
    [
        Block::subheading(words::until_then(&it.title)),
        list(Marker::Number, it.steps.iter().map(String::as_str)),
        Block::Small(Text::default().italic(words::DONE).then(it.proof.as_str())),
    ]
}

/// One line beside the proof: for one or two people what suffices, else what to say to the team or what goes wrong.
fn aside(tier: &HowToTier, employees: u32) -> Option<Block> {
    let said = |head: &str, it: &Option<String>| Some(Text::default().italic(head).then(it.as_deref()?));
    let text = if employees <= FEW {
        said(words::ALONE, &tier.alone).or_else(|| said(words::MISTAKE, &tier.mistake))
    } else {
        said(words::TEAM, &tier.team).or_else(|| said(words::MISTAKE, &tier.mistake))
    };
    text.map(Block::Small)
}

/// The firm's own answers, then what the measure is good for.
fn why(catalogue: &Catalogue, sheet: &Sheet<'_>) -> String {
    let answers = sheet.answers.iter().filter_map(|(question, option)| {
        let question = catalogue.question(question)?;
        Some(words::answered(&question.text, &question.option(option)?.text))
    });
    let told: Vec<String> = answers.chain([sheet.measure.summary.clone()]).collect();
    told.join(" ")
}

fn otherwise(catalogue: &Catalogue, report: &Report, sheet: &Sheet<'_>) -> String {
    let facts = sheet.scenario.as_ref().and_then(|id| report.scenarios.iter().find(|it| &it.scenario == id));
    let told = facts.and_then(|it| Some((catalogue.scenario(&it.scenario)?, it)));
    if let Some((scenario, facts)) = told {
        return words::otherwise(&scenario.title, facts, report.reserve_eur);
    }
    let title = |id: &MeasureId| catalogue.measure(id).map(|it| it.title.as_str());
    words::carries(&sheet.carries.iter().filter_map(title).collect::<Vec<_>>())
}

fn figures(sheet: &Sheet<'_>) -> Table {
    let balance = sheet.balance;
    let (money, own_hours) = balance.at_start;
    let cells = [
        words::cost(money, own_hours),
        words::cost(balance.annual.money_eur.likely, balance.annual.hours.likely),
        words::avoided(balance.avoided.value, balance.avoided.low, balance.avoided.high),
        words::net(balance.net_benefit.value),
    ];
    let columns = words::FIGURES.map(|it| Column::words(it, 1.0));
    Table { named_rows: false, ..Table::of(columns, [Row::of(cells.map(Text::from))]) }
}
