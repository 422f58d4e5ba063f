//! What is borne: by name, with its price, who decided it and when it is looked at again.

use super::Page;
use crate::decision::{Advice, Judged};
use crate::german::ladder::accepted;
use crate::german::number::{date, exact_euros};
use crate::german::pages::borne as words;
use crate::german::report::money_of;
use crate::german::sums::Money;
use typeset::document::{Block, Column, Row, Section, Start, Table, Text};

pub(super) const ANCHOR: &str = "borne";

/// All that is borne, with reasons.
pub(super) fn section(page: &Page) -> Option<Section> {
    let all: Vec<&Judged> = page.report.decision.by_effect(|it| it == Advice::Bear).collect();
    if all.is_empty() {
        return None;
    }
    let step = money_of(page.report);
    let rows = all.into_iter().map(|it| {
        let row = row(page, it, step);
        match it.taken.as_ref().and_then(accepted) {
            Some(accepted) => row.remarked(accepted),
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
        blocks: vec![Block::lead(words::LEAD), Block::Table(table(rows)), Block::note(words::NOTE)],
    })
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
pub(super) fn row(page: &Page, judged: &Judged, step: Money) -> Row {
    let acceptance = judged.taken.as_ref().and_then(|it| it.acceptance.as_ref());
    let owner = acceptance.map_or("", |it| it.owner.as_str());
    let review = acceptance.map(|it| it.review).or(judged.review).map(date).unwrap_or_default();
    let amount = |value: f64| exact_euros(step.shown(value));
    let (cost, avoided) = judged.weighed.as_ref().map_or_else(Default::default, |it| {
        (amount(it.balance.annual.total().likely), amount(it.balance.avoided.value.max(0.0)))
    });
    Row::of([
        Text::plain(page.measure(&judged.measure)),
        cost.into(),
        avoided.into(),
        Text::plain(owner),
        Text::plain(review),
    ])
}
