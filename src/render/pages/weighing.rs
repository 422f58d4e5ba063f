//! What the decision rests on: what to find out first, why the largest risk is the largest, doing against having it
//! done, insurance, packages.

use super::Page;
use crate::decision::Ways;
use crate::german::number::exact_euros;
use crate::german::pages::weighing as words;
use crate::german::report::money_of;
use crate::german::{ledger::Ledger, weighed};
use typeset::document::{Block, Column, Row, Section, Start, Table, Text};

/// Questions shown to be cleared first.
const MOST_QUESTIONS: usize = 6;
/// Euros a year from which an answer is worth naming.
const WORTH_ASKING: f64 = 10.0;
/// Measures shown with both ways, those apart most.
const MOST_WAYS: usize = 5;

pub(super) fn section(page: &Page) -> Section {
    let mut blocks: Vec<Block> =
        weighed::waiting_with_plan(page.report).into_iter().map(Block::paragraph).collect();
    blocks.extend(clarify(page));
    blocks.extend(drivers(page));
    blocks.extend(ways(page));
    blocks.extend(insurance(page));
    blocks.extend(bundles(page));
    Section {
        anchor: "weighing".into(),
        kicker: None,
        title: words::TITLE.into(),
        aside: None,
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::Below,
        blocks,
    }
}

/// What an answer is worth, and who can give it.
fn clarify(page: &Page) -> Vec<Block> {
    let worth = page.report.decision.clarify_first.iter().filter(|it| it.value_eur >= WORTH_ASKING);
    let step = money_of(page.report);
    let rows: Vec<Row> = worth
        .take(MOST_QUESTIONS)
        .filter_map(|open| {
            let question = page.catalogue.question(&open.question)?;
            let who = page.knower(question);
            Some(Row::of([
                Text::plain(question.text.as_str()),
                Text::plain(who),
                Text::default().bold(exact_euros(step.shown(open.value_eur))),
            ]))
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let [question, who, worth] = words::CLARIFY_HEADS;
    let columns = [Column::words(question, 1.0), Column::short(who), Column::amounts(worth)];
    vec![
        Block::heading(weighed::CLARIFY),
        Block::Table(Table::of(columns, rows).dense()),
        Block::note(words::CLARIFY_NOTE),
    ]
}

fn drivers(page: &Page) -> Vec<Block> {
    let Some((lead, answers)) = weighed::drivers(page.catalogue, page.report) else { return Vec::new() };
    vec![
        Block::heading(words::DRIVERS),
        Block::paragraph(lead),
        Block::list(answers.into_iter().map(Text::from)),
    ]
}

fn ways(page: &Page) -> Vec<Block> {
    let decision = &page.report.decision;
    let mut ways: Vec<&Ways> = decision.make_or_buy.measures.iter().collect();
    let apart = |it: &Ways| (it.own.total_eur - it.bought.total_eur).abs();
    ways.sort_by(|a, b| apart(b).total_cmp(&apart(a)).then_with(|| a.measure.cmp(&b.measure)));
    let mut blocks = vec![Block::heading(weighed::MAKE_OR_BUY)];
    if !ways.is_empty() {
        let [measure, own, bought, cheaper] = weighed::WAYS_HEADS;
        let columns = [
            Column::words(measure, 1.0),
            Column::amounts(own),
            Column::amounts(bought),
            Column::short(cheaper),
        ];
        let rows = ways
            .into_iter()
            .take(MOST_WAYS)
            .map(|it| Row::of(weighed::ways(&page.measure(&it.measure), it).map(Text::from)));
        blocks.push(Block::Table(Table::of(columns, rows).dense()));
    }
    let care = weighed::care(page.catalogue, &decision.make_or_buy, decision.terms.hour_eur);
    blocks.extend(care.into_iter().map(Block::small));
    blocks
}

fn insurance(page: &Page) -> Vec<Block> {
    let Some((view, _)) = &page.report.decision.insurance else { return Vec::new() };
    let lines = weighed::insurance(page.catalogue, view).into_iter().map(Block::paragraph);
    std::iter::once(Block::heading(weighed::insurance_title(view))).chain(lines).collect()
}

fn bundles(page: &Page) -> Vec<Block> {
    let bundles = &page.report.decision.bundles;
    if bundles.is_empty() {
        return Vec::new();
    }
    let ledger = Ledger::of(page.report);
    let told = bundles.iter().map(|it| {
        let title = page.catalogue.bundle(&it.bundle).map_or("", |it| it.title.as_str());
        let supplied = page.report.decision.measures.iter().filter(|judged| {
            judged.weighed.as_ref().is_some_and(|weighed| weighed.via.as_ref() == Some(&it.bundle))
        });
        let figures: Vec<_> = supplied.filter_map(|it| ledger.measure(&it.measure)).collect();
        let cost = figures.iter().map(|it| it.cost).sum();
        let avoided = figures.iter().map(|it| it.avoided).sum();
        Text::default().bold(format!("{title}. ")).then(words::bundle(figures.len(), cost, avoided))
    });
    vec![Block::heading(weighed::BUNDLES), Block::list(told)]
}
