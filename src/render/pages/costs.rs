//! Cost against risk: what every measure brings and costs.

use super::Page;
use crate::decision::{Advice, Judged, Reason};
use crate::german::guidance::law as law_words;
use crate::german::ledger::{Ledger, MeasureFigures};
use crate::german::number::{exact_euros, percent};
use crate::german::pages::{costs as words, decision as decision_words};
use crate::german::{decision, ladder as ladder_words, sums, weighed};
use crate::model::{MeasureId, RungId};
use typeset::chart::{Bar, Bars, Frontier, Offer, Taken};
use typeset::document::{Anchor, Block, Chart, Column, Figure, Row, RowGroup, Section, Start, Table, Text};

pub(super) const ANCHOR: &str = "costs";
/// The table of all measures.
pub(super) const ALL_ANCHOR: &str = "measures";
/// Measures in the picture.
const MOST_BARS: usize = 7;
/// Among them so many that do not pay, so that the picture shows both sides.
const MOST_BORNE: usize = 3;

/// The row of a measure in the table of all measures.
pub(super) fn row_anchor(measure: &MeasureId) -> Anchor {
    Anchor(format!("measure-{measure}"))
}

pub(super) fn section(page: &Page) -> Section {
    let ledger = Ledger::of(page.report);
    let mut blocks = vec![Block::lead(words::lead(page.report))];
    let said = ladder_words::sentences(page.catalogue, page.report).into_iter().map(|it| Text::from(it.1));
    blocks.push(Block::heading(words::RUNGS));
    blocks.push(Block::list(said));
    blocks.push(Block::note(law_words::anchor(&page.report.guidance.nis2)));
    if !page.is_micro() {
        // In a small firm the rungs on the first page say the same.
        blocks.extend(frontier(page));
    }
    blocks.extend(plan(page, &ledger));
    let rows = pictured(page, &ledger);
    if !rows.is_empty() && !page.is_micro() {
        let told: Vec<_> = rows.iter().map(|(judged, it)| (page.measure(&judged.measure), *it)).collect();
        blocks.push(Block::heading(words::BALANCE));
        blocks.push(Block::Figure(Figure {
            chart: Chart::Bars(bars(page, &rows)),
            alternative: words::alternative(&told),
            caption: Some(words::caption(page.report).into()),
        }));
    }
    blocks.extend(others(page, &ledger));
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

/// Measures of the plan that avoid most, and the dearest of what is borne.
fn pictured<'a>(page: &'a Page, ledger: &Ledger) -> Vec<(&'a Judged, MeasureFigures)> {
    let decision = &page.report.decision;
    let shown = |judged: &'a Judged| Some((judged, ledger.figures(judged)?));
    let borne: Vec<_> =
        decision.by_effect(|it| it == Advice::Bear).filter_map(shown).take(MOST_BORNE).collect();
    let mut rows: Vec<_> =
        decision.in_order().filter(|it| ledger.measure(&it.measure).is_some()).filter_map(shown).collect();
    rows.sort_by(|a, b| b.1.avoided.total_cmp(&a.1.avoided));
    rows.truncate(MOST_BARS - borne.len());
    rows.extend(borne);
    rows
}

fn bars(page: &Page, rows: &[(&Judged, MeasureFigures)]) -> Bars {
    let [avoided_label, cost_label, result_label] = words::SERIES.map(String::from);
    let bars = rows.iter().map(|(judged, it)| {
        let cost = judged.weighed.as_ref().map(|it| it.balance.annual.total());
        Bar {
            name: page.measure(&judged.measure),
            avoided: it.avoided.max(0.0),
            range: it.range,
            cost: it.cost,
            cost_range: cost.map_or((it.cost, it.cost), |it| (it.low, it.high)),
            result: sums::signed(it.net()),
            pays: it.net() >= 0.0,
        }
    });
    Bars { bars: bars.collect(), avoided_label, cost_label, result_label }
}

/// What the plan holds, rung by rung; the columns add up.
fn plan(page: &Page, ledger: &Ledger) -> Vec<Block> {
    let [measure, money, time, avoided, net, sure] = words::HEADS;
    let columns = vec![
        Column::words(measure, 1.0),
        Column::amounts(money),
        Column::amounts(time),
        Column::amounts(avoided),
        Column::amounts(net),
        Column::amounts(sure),
    ];
    let planned: Vec<(&Judged, &MeasureFigures)> =
        page.report.decision.in_order().filter_map(|it| Some((it, ledger.measure(&it.measure)?))).collect();
    let mut blocks = vec![Block::Anchor(ALL_ANCHOR.into())];
    if planned.is_empty() {
        return blocks;
    }
    let rungs = RungId::ALL.map(Some).into_iter().chain([None]);
    let groups = rungs.filter_map(|rung| {
        let rows = planned.iter().filter(|it| it.0.rung == rung).map(|it| row(page, it.0, it.1));
        let group = RowGroup::titled(words::group(rung), rows);
        (!group.rows.is_empty()).then_some(group)
    });
    let groups = groups.collect();
    let sum = |of: fn(&MeasureFigures) -> f64| planned.iter().map(|it| of(it.1)).sum::<f64>();
    let total = Row::of([
        Text::plain(words::TOTAL),
        exact_euros(sum(|it| it.money)).into(),
        sums::hours(sum(|it| it.hours)).into(),
        exact_euros(sum(|it| it.avoided)).into(),
        sums::signed(sum(MeasureFigures::net)).into(),
        Text::default(),
    ]);
    blocks.push(Block::heading(words::ALL));
    blocks.push(Block::Table(Table { columns, groups, total: Some(total), named_rows: true, dense: true }));
    blocks.push(Block::note(words::NOTE));
    blocks
}

fn row(page: &Page, judged: &Judged, figures: &MeasureFigures) -> Row {
    let mut name = Text::plain(page.measure(&judged.measure));
    if let Reason::Demanded { by } = judged.reason {
        name = name.soft(words::demanded(by));
    }
    if let Some(note) = weighed::price_note(page.catalogue, page.report, judged) {
        name = name.below(note);
    }
    let sure = judged.weighed.as_ref().map(|it| percent(it.balance.share_pays_with_bad_years));
    let row = Row::of([
        name,
        exact_euros(figures.money).into(),
        sums::hours(figures.hours).into(),
        Text::default().bold(exact_euros(figures.avoided)),
        sums::signed(figures.net()).into(),
        Text::default().soft(sure.unwrap_or_default()),
    ])
    .anchored(row_anchor(&judged.measure));
    match reason(page, judged) {
        Some(said) => row.remarked(said),
        None => row,
    }
}

/// The reason, where the rung and the figures do not say it.
pub(super) fn reason(page: &Page, judged: &Judged) -> Option<String> {
    let is_own = !matches!(
        judged.reason,
        Reason::Demanded { .. }
            | Reason::Pays { .. }
            | Reason::PaysOnBalance { .. }
            | Reason::PaysForBadYears { .. }
            | Reason::PartOfBundle { .. }
            | Reason::MinimumThatPays { because: None, .. }
            | Reason::MinimumAnyway { because: None, .. }
            | Reason::CostsMore { .. }
            | Reason::CoveredByOthers { .. }
    );
    let status = ladder_words::status(judged);
    // Who decided it, and by when, is said once.
    let why = match (&judged.reason, &status) {
        (Reason::Decided { numbers_say, .. }, Some(_)) => Some(decision::numbers_say(*numbers_say)),
        _ => is_own.then(|| decision::reason(page.catalogue, &judged.reason)),
    };
    let said: Vec<String> = status.into_iter().chain(why).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What is to be insured, hangs on something to be found out, or waits, with its reason.
fn others(page: &Page, ledger: &Ledger) -> Vec<Block> {
    let waits = |it: Advice| it.asks_for_action() || matches!(it, Advice::Insure | Advice::ClarifyFirst);
    let items: Vec<Text> = page
        .report
        .decision
        .by_effect(waits)
        .filter(|it| ledger.measure(&it.measure).is_none())
        .map(|it| {
            let said = decision::why(page.catalogue, it);
            Text::default().bold(format!("{}. ", page.measure(&it.measure))).then(said)
        })
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(words::OTHERS), Block::list(items)]
}

/// What each budget leaves, where it was computed.
fn frontier(page: &Page) -> Vec<Block> {
    let plan = &page.report.decision.plan;
    if plan.frontier.len() < 2 {
        return Vec::new();
    }
    let hour = page.report.decision.terms.hour_eur;
    let offers = plan.frontier.iter();
    let offers = offers.map(|it| Offer { cost: it.money_eur + hour * it.own_hours, remaining: it.expected });
    let ladder = &page.report.decision.ladder;
    let own = ladder.rungs.iter().filter(|it| it.same_as.is_none() && !it.is_empty());
    let taken = own.map(|it| Taken {
        offer: Offer { cost: it.annual.total().likely - it.premium_eur, remaining: it.outlook.expected },
        label: decision_words::rung(ladder, it.id)[0].into(),
    });
    let [remaining_label, total_label, stop_label, cost_axis] = words::FRONTIER_LABELS.map(String::from);
    let chart = Frontier {
        offers: offers.collect(),
        taken: taken.collect(),
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
