//! What is borne: by name, with its price, who decided it and when it is looked at again.

use super::{Page, costs};
use crate::decision::{Advice, Judged};
use crate::german::ladder::accepted;
use crate::german::ledger::Ledger;
use crate::german::number::{date, exact_euros};
use crate::german::pages::borne as words;
use crate::german::weighed;
use typeset::document::{Block, Column, Row, Section, Start, Table, Text};

pub(super) const ANCHOR: &str = "borne";

/// All that is borne, with reasons.
pub(super) fn section(page: &Page) -> Option<Section> {
    let all: Vec<&Judged> = page.report.decision.by_effect(|it| it == Advice::Bear).collect();
    if all.is_empty() {
        return None;
    }
    let ledger = Ledger::of(page.report);
    let (idle, weighed): (Vec<&Judged>, Vec<&Judged>) =
        all.iter().copied().partition(|it| is_idle(page, it, &ledger));
    // A single one is a row like the others.
    let (idle, all) = if idle.len() < 2 { (Vec::new(), all) } else { (idle, weighed) };
    let rows = all
        .into_iter()
        .map(|it| row(page, it, &ledger, Told::InFull).anchored(costs::row_anchor(&it.measure)));
    let mut blocks = vec![Block::lead(words::LEAD), Block::Table(table(rows).dense())];
    blocks.extend(told_in_a_line(page, &idle, &ledger));
    blocks.push(Block::note(words::NOTE));
    Some(Section {
        anchor: ANCHOR.into(),
        kicker: None,
        title: words::TITLE.into(),
        aside: None,
        bookmark: None,
        start: Start::Below,
        blocks,
    })
}

/// True of what nobody has decided and what avoids nothing that could be shown: a line to sign on would be wasted.
fn is_idle(page: &Page, judged: &Judged, ledger: &Ledger) -> bool {
    let avoided = ledger.figures(judged).map_or(0.0, |it| it.avoided);
    let kept_away = judged.if_left.as_ref().map_or(0.0, |it| ledger.shown(it.more));
    judged.taken.is_none() && avoided.max(kept_away) <= 0.0 && remark(page, judged, Told::InFull).is_none()
}

/// What hardly avoids anything here, with its price.
fn told_in_a_line(page: &Page, idle: &[&Judged], ledger: &Ledger) -> Option<Block> {
    let priced = idle.iter().map(|it| {
        let cost = ledger.figures(it).map_or(0.0, |it| it.cost);
        words::priced(&page.measure(&it.measure), cost)
    });
    let review = idle.first()?.review;
    Some(Block::small(words::idle(&priced.collect::<Vec<_>>(), review)))
}

/// How much is said below a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Who bears it and why: all that the first page has room for.
    InBrief,
    /// Also what is left then, and our own reason where it is more than the price.
    InFull,
}

fn remark(page: &Page, judged: &Judged, told: Told) -> Option<String> {
    let accepted = judged.taken.as_ref().and_then(accepted);
    match (accepted, told) {
        (accepted, Told::InBrief) => accepted,
        (None, Told::InFull) => costs::reason(page, judged),
        (Some(accepted), Told::InFull) => {
            let left = judged.if_left.as_ref().map(|it| words::left(page.catalogue, it));
            Some(format!("{accepted}{}", left.unwrap_or_default()))
        }
    }
}

/// The table around rows.
pub(super) fn table(rows: impl IntoIterator<Item = Row>) -> Table {
    let [measure, cost, avoided, who, again] = words::HEADS;
    let columns = [
        Column::words(measure, 1.0),
        Column::amounts(cost),
        Column::amounts(avoided),
        Column::short(who),
        Column::short(again),
    ];
    Table::of(columns, rows)
}

/// A measure that is left out: what it would cost and avoid, who decided so, when it is looked at again.
pub(super) fn row(page: &Page, judged: &Judged, ledger: &Ledger, told: Told) -> Row {
    let acceptance = judged.taken.as_ref().and_then(|it| it.acceptance.as_ref());
    // Who has not decided yet finds a line to write on.
    let owner = acceptance.map_or(words::NOBODY, |it| it.owner.as_str());
    let review = acceptance.map(|it| it.review).or(judged.review).map(date).unwrap_or_default();
    // Of what was ruled out nothing is weighed; what it would keep away is known all the same.
    let kept_away = judged.if_left.as_ref().map(|it| ledger.shown(it.more));
    let figures = ledger.figures(judged).filter(|it| it.cost > 0.0 || it.avoided > 0.0);
    let cost = figures.map(|it| exact_euros(it.cost)).unwrap_or_default();
    let avoided = figures.map(|it| it.avoided).or(kept_away).map(exact_euros).unwrap_or_default();
    let mut name = Text::plain(page.measure(&judged.measure));
    if let Some(price) = weighed::own_price(page.report, judged) {
        name = name.below(price);
    }
    let row = Row::of([name, cost.into(), avoided.into(), Text::plain(owner), Text::plain(review)]);
    match remark(page, judged, told) {
        Some(said) => row.remarked(said),
        None => row,
    }
}
