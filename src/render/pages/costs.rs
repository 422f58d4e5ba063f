//! Cost against risk: what every measure brings and costs.

use std::collections::BTreeMap;

use super::Page;
use crate::decision::{Advice, Judged, Reason, Weighed};
use crate::german::number::{euros, hours};
use crate::german::pages::costs as words;
use crate::german::{decision, weighed};
use crate::model::MeasureId;
use typeset::chart::{Bar, Bars, Frontier, Offer, Taken};
use typeset::document::{Anchor, Block, Chart, Column, Figure, Row, RowGroup, Section, Start, Table, Text};

pub(super) const ANCHOR: &str = "costs";
/// The table of all measures.
pub(super) const ALL_ANCHOR: &str = "measures";
/// Measures in the picture.
const MOST_BARS: usize = 8;
/// Among them so many that do not pay, so that the picture shows both sides.
const MOST_BORNE: usize = 3;

/// The row of a measure in the table of all measures.
pub(super) fn row_anchor(measure: &MeasureId) -> Anchor {
    Anchor(format!("measure-{measure}"))
}

pub(super) fn section(page: &Page) -> Section {
    let rows = pictured(page);
    let mut blocks = vec![Block::lead(words::lead(page.report))];
    blocks.extend(frontier(page));
    if !rows.is_empty() {
        let alternative = words::alternative(&rows);
        blocks.push(Block::heading(words::BALANCE));
        blocks.push(Block::Figure(Figure {
            chart: Chart::Bars(bars(&rows)),
            alternative,
            caption: Some(words::caption(page.report).into()),
        }));
    }
    blocks.push(Block::heading_at(words::ALL, ALL_ANCHOR));
    blocks.push(Block::Table(table(page)));
    for advice in [Advice::Enough, Advice::Informs, Advice::InPlace] {
        let measures = page.report.decision.measures.iter().filter(|it| it.advice == advice);
        let named: Vec<String> = measures.map(|it| page.measure(&it.measure)).collect();
        if !named.is_empty() {
            blocks.push(Block::small(weighed::without_more(advice, &named)));
        }
    }
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

/// Measures by rank, within a rank by what they avoid, the largest first.
fn ordered<'a>(page: &'a Page) -> Vec<&'a Judged> {
    let mut measures: Vec<&Judged> = page.report.decision.by_effect(|_| true).collect();
    measures.sort_by_key(|it| rank(it));
    measures
}

/// Action first, then what is borne or open, then what is there.
fn rank(judged: &Judged) -> u8 {
    match judged.advice {
        advice if advice.asks_for_action() => 0,
        Advice::Insure | Advice::ClarifyFirst => 1,
        Advice::Bear => 2,
        Advice::Enough | Advice::Informs => 3,
        _ => 4,
    }
}

fn pictured<'a>(page: &'a Page) -> Vec<(String, &'a Weighed)> {
    let weighed = |judged: &'a Judged| Some((page.measure(&judged.measure), judged.weighed.as_ref()?));
    let measures = ordered(page);
    let borne: Vec<_> =
        measures.iter().filter(|it| rank(it) == 2).filter_map(|it| weighed(it)).take(MOST_BORNE).collect();
    let mut rows: Vec<_> = measures
        .iter()
        .filter(|it| rank(it) == 0)
        .filter_map(|it| weighed(it))
        .take(MOST_BARS - borne.len())
        .collect();
    rows.extend(borne);
    rows
}

fn bars(rows: &[(String, &Weighed)]) -> Bars {
    let [avoided_label, cost_label, result_label] = words::SERIES.map(String::from);
    let bars = rows
        .iter()
        .map(|(name, weighed)| Bar {
            name: name.clone(),
            avoided: weighed.balance.avoided.value.max(0.0),
            range: (weighed.balance.avoided.low.max(0.0), weighed.balance.avoided.high.max(0.0)),
            cost: weighed.balance.annual.total().likely,
            cost_range: (weighed.balance.annual.total().low, weighed.balance.annual.total().high),
            result: words::difference(weighed),
            pays: weighed.balance.net_benefit.value >= 0.0,
        })
        .collect();
    Bars { bars, avoided_label, cost_label, result_label }
}

fn table(page: &Page) -> Table {
    let [measure, advice, money, time, avoided, range] = words::HEADS;
    let columns = vec![
        Column::words(measure, 1.0),
        Column::short(advice),
        Column::amounts(money),
        Column::amounts(time),
        Column::amounts(avoided),
        Column::amounts(range),
    ];
    let groups = words::GROUPS.into_iter().zip(0..).flat_map(|(title, number)| groups(page, title, number));
    Table { columns, groups: groups.collect(), total: None, named_rows: true, dense: true }
}

/// Measures of a rank; those that share their reason stand together, so that it is said once.
fn groups(page: &Page, title: &str, number: u8) -> Vec<RowGroup> {
    let mut alone = RowGroup::titled(title, []);
    let mut shared: BTreeMap<String, RowGroup> = BTreeMap::new();
    let of_rank: Vec<(&Judged, String)> =
        ordered(page).into_iter().filter(|it| rank(it) == number).map(|it| (it, reason(page, it))).collect();
    for (judged, reason) in &of_rank {
        if of_rank.iter().filter(|(_, other)| other == reason).count() > 1 {
            let title = Text::plain(format!("{title}: {reason}"));
            let group = || RowGroup::titled(title, []);
            shared.entry(reason.clone()).or_insert_with(group).rows.push(row(page, judged, true));
        } else if matches!(judged.reason, Reason::CostsMore { .. }) {
            // The title of the group says it.
            alone.rows.push(row(page, judged, false));
        } else {
            let said = decision::reason(page.catalogue, &judged.reason);
            alone.rows.push(row(page, judged, false).remarked(said));
        }
    }
    std::iter::once(alone).chain(shared.into_values()).filter(|it| !it.rows.is_empty()).collect()
}

/// The reason, without the figure where only that differs from measure to measure.
fn reason(page: &Page, judged: &Judged) -> String {
    words::shared_reason(&judged.reason)
        .map_or_else(|| decision::reason(page.catalogue, &judged.reason), |(said, _)| said.to_owned())
}

/// What each budget leaves, where it was computed.
fn frontier(page: &Page) -> Vec<Block> {
    let plan = &page.report.decision.plan;
    if plan.frontier.len() < 2 {
        return Vec::new();
    }
    let hour = page.report.decision.terms.hour_eur;
    let offers = plan
        .frontier
        .iter()
        .map(|it| Offer { cost: it.money_eur + hour * it.own_hours, remaining: it.expected })
        .collect();
    let [remaining_label, total_label, plan_label, stop_label, cost_axis] =
        words::FRONTIER_LABELS.map(String::from);
    let own = Offer { cost: plan.annual.total().likely, remaining: plan.outlook.expected };
    let chart = Frontier {
        offers,
        taken: vec![Taken { offer: own, label: plan_label }],
        stop: plan.stop_line,
        remaining_label,
        total_label,
        stop_label,
        cost_axis,
    };
    vec![
        Block::heading(words::FRONTIER),
        Block::Figure(Figure {
            chart: Chart::Frontier(chart),
            alternative: words::frontier_alternative(page.report),
            caption: Some(words::frontier_caption(page.report).into()),
        }),
    ]
}

fn row(page: &Page, judged: &Judged, shared: bool) -> Row {
    let mut name = Text::plain(page.measure(&judged.measure));
    if let Some((_, figure)) = words::shared_reason(&judged.reason).filter(|_| shared) {
        name = name.soft(format!(" ({figure})"));
    }
    if let Some(note) = weighed::price_note(page.catalogue, judged) {
        name = name.below(note);
    }
    let verdict = Text::plain(decision::advice(judged.advice));
    let cells = match &judged.weighed {
        None => vec![name, verdict],
        Some(weighed) => vec![
            name,
            verdict,
            euros(weighed.balance.annual.money_eur.likely).into(),
            hours(weighed.balance.annual.hours.likely).into(),
            Text::default().bold(euros(weighed.balance.avoided.value.max(0.0))),
            Text::default().soft(words::range(weighed)),
        ],
    };
    Row::of(cells).anchored(row_anchor(&judged.measure))
}
