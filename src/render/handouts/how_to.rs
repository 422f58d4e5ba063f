//! Measure sheets: half a page each, for the person who carries it out.

use super::Subject;
use super::paper::{empty, section, with_byline};
use crate::german::handouts::how_to as words;
use crate::german::ledger::Ledger;
use crate::german::number::exact_euros;
use crate::german::report::money_of;
use crate::german::sums::{self, shown_hours};
use crate::model::{Catalogue, HowTo, HowToTier, Measure, MeasureId, StopgapSheet, SystemId, TierLevel};
use crate::report::{Report, Sheet, sheets};
use typeset::document::{self, Block, Document, List, Marker, Text, Tone};

/// Lines on products: more would push the proof off the sheet.
const MOST_LINES: usize = 2;
/// Up to so many people a firm is spoken to as one or two.
const FEW: u32 = 2;

/// Sheets of the whole plan, or of one measure whether the plan holds it or not.
pub fn paper_of(subject: Subject<'_>, only: Option<&MeasureId>) -> Document {
    let mut sheets = sheets(subject.catalogue, subject.report);
    let ledger = Ledger::of(subject.report);
    sheets.retain(|it| only.is_none_or(|id| &it.measure.id == id));
    let mut document = empty(subject, words::TITLE, words::SUBJECT);
    let mut blocks: Vec<Block> =
        sheets.iter().map(|it| of_plan(subject.catalogue, subject.report, &ledger, it)).collect();
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
pub fn of_plan(catalogue: &Catalogue, report: &Report, ledger: &Ledger, sheet: &Sheet<'_>) -> Block {
    let role = catalogue.role(&sheet.done_by).map_or("", |it| it.title.as_str());
    let via = sheet.via.as_ref().and_then(|it| catalogue.bundle(it)).map(|it| it.title.as_str());
    let (mut left, mut right) = (Vec::new(), Vec::new());
    if let Some(how_to) = catalogue.knowledge.how_to(&sheet.measure.id) {
        left = vec![
            Block::subheading(words::WHY),
            Block::small(why(catalogue, sheet)),
            Block::subheading(words::OTHERWISE),
            Block::small(otherwise(catalogue, report, sheet)),
        ];
        if let Some(tier) = how_to.tier(sheet.level) {
            left.extend(proof(tier, report.answers.company.employees));
            right = steps(catalogue, report, how_to, tier, sheet.level);
        }
        left.extend(how_to.stopgap.iter().flat_map(stopgap));
    }
    Block::Sheet(document::Sheet {
        anchor: None,
        number: sheet.number.to_string(),
        title: sheet.measure.title.clone(),
        byline: words::who(role, sheet.until, via),
        done: words::DONE_ON.into(),
        left,
        right,
        figures: figures(report, ledger, sheet),
    })
}

/// A sheet of a measure that is not planned: how, without why and without figures.
fn alone(catalogue: &Catalogue, report: &Report, measure: &Measure) -> Vec<Block> {
    let Some(how_to) = catalogue.knowledge.how_to(&measure.id) else { return Vec::new() };
    let tiers = how_to.tiers.iter().enumerate().map(|(at, tier)| {
        let mut left = vec![Block::subheading(words::WHY), Block::small(measure.summary.as_str())];
        left.extend(proof(tier, report.answers.company.employees));
        Block::Sheet(document::Sheet {
            anchor: None,
            number: (at + 1).to_string(),
            title: measure.title.clone(),
            byline: measure.tier(tier.level).map_or(String::new(), |it| it.what.clone()),
            done: words::DONE_ON.into(),
            left,
            right: steps(catalogue, report, how_to, tier, tier.level),
            figures: Vec::new(),
        })
    });
    tiers.collect()
}

/// How one sees that it is done, and a word beside it.
fn proof(tier: &HowToTier, employees: u32) -> Vec<Block> {
    let seen = [Block::subheading(words::PROOF), Block::small(tier.proof.as_str())];
    seen.into_iter().chain(aside(tier, employees)).collect()
}

/// What to do, and what is handed over.
fn steps(
    catalogue: &Catalogue,
    report: &Report,
    how_to: &HowTo,
    tier: &HowToTier,
    level: TierLevel,
) -> Vec<Block> {
    let mut blocks = vec![Block::subheading(words::STEPS), small_list(Marker::Number, &tier.steps)];
    let named = &report.answers.company.systems;
    // Who has named nothing sees each line with the product it is about.
    let uses = |it: &SystemId| named.is_empty() || named.contains(it);
    let title = |id: &SystemId| catalogue.systems.iter().find(|it| &it.id == id).map(|it| it.title.as_str());
    let lines = how_to.lines(level, uses).take(MOST_LINES);
    blocks.extend(lines.map(|it| Block::note(words::setting(it.system.as_ref().and_then(title), &it.text))));
    for it in &tier.deliverables {
        blocks.push(Block::subheading(words::delivers(it.by)));
        blocks.push(small_list(Marker::Checkbox, &it.items));
    }
    blocks
}

fn small_list(marker: Marker, items: &[String]) -> Block {
    Block::List(List {
        marker,
        items: items.iter().map(|it| Text::plain(it.as_str())).collect(),
        dense: true,
    })
}

/// What closes the gap on the first day.
fn stopgap(it: &StopgapSheet) -> [Block; 3] {
    [
        Block::subheading(words::until_then(&it.title)),
        small_list(Marker::Number, &it.steps),
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

fn figures(report: &Report, ledger: &Ledger, sheet: &Sheet<'_>) -> Vec<(String, Text)> {
    let Some(it) = ledger.measure(&sheet.measure.id) else { return Vec::new() };
    let (money, own_hours) = sheet.balance.at_start;
    let cost = |money: f64, own_hours: f64| {
        Text::default()
            .bold(exact_euros(money_of(report).shown(money)))
            .then(words::and_hours(shown_hours(own_hours)))
    };
    let (low, high) = it.range;
    let tone = if it.net() > 0.0 { Tone::Gain } else { Tone::Plain };
    let figures = [
        cost(money, own_hours),
        cost(it.money, it.hours),
        Text::default().strong(exact_euros(it.avoided), Tone::Gain).soft(words::range(low, high)),
        Text::default().strong(sums::signed(it.net()), tone),
    ];
    words::FIGURES.map(String::from).into_iter().zip(figures).collect()
}
