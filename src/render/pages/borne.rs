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
    let rows = all.into_iter().map(|it| {
        let row = row(page, it, &ledger).anchored(costs::row_anchor(&it.measure));
        match remark(page, it) {
            Some(said) => row.remarked(said),
            None => row,
        }
    });
    Some(Section {
        anchor: ANCHOR.into(),
        kicker: None,
        title: words::TITLE.into(),
        aside: None,
        bookmark: None,
        start: Start::Below,
        blocks: vec![Block::lead(words::LEAD), Block::Table(table(rows).dense()), Block::note(words::NOTE)],
    })
}

/// The firm's own reason with what is left then, else ours where it is more than the price.
fn remark(page: &Page, judged: &Judged) -> Option<String> {
    let Some(accepted) = judged.taken.as_ref().and_then(accepted) else {
        return costs::reason(page, judged);
    };
    let left = judged.if_left.as_ref().map(|it| words::left(page.catalogue, it)).unwrap_or_default();
    Some(format!("{accepted}{left}"))
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
pub(super) fn row(page: &Page, judged: &Judged, ledger: &Ledger) -> Row {
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
    Row::of([name, cost.into(), avoided.into(), Text::plain(owner), Text::plain(review)])
}
