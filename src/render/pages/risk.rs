//! What can happen, and how bad a year can get.

use super::Page;
use crate::german::number::{euros, exact_euros};
use crate::german::pages::risk as words;
use crate::german::report as sentences;
use crate::report::StressFacts;
use typeset::chart::{Exceedance, Pair, Pairs, Reserve};
use typeset::document::{Block, Chart, Column, Figure, Row, Section, Start, Table, Text};

pub(super) const ANCHOR: &str = "risk";
pub(super) const CURVE_ANCHOR: &str = "curve";
/// Scenarios told in plain words.
const MOST_TOLD: usize = 2;

pub(super) fn profile(page: &Page) -> Section {
    let report = page.report;
    let titles: Vec<String> = report.scenarios.iter().map(|it| page.scenario(&it.scenario)).collect();
    let means = words::means(report);
    let rows = report.scenarios.iter().zip(&titles).zip(&means.rows);
    let pairs = rows.map(|((facts, title), shown)| Pair {
        name: title.clone(),
        today: facts.expected,
        plan: Some(facts.expected_with_plan),
        figure: words::pair(*shown),
    });
    let [today_label, plan_label, figure_label] = words::SERIES.map(String::from);
    let mut blocks = vec![Block::lead(words::lead(report, &titles)), Block::paragraph(peers(page, &means))];
    blocks.extend(words::jewels(report).map(Block::paragraph));
    blocks.extend([
        Block::heading(words::PICTURE),
        Block::Figure(Figure {
            chart: Chart::Pairs(Pairs { pairs: pairs.collect(), today_label, plan_label, figure_label }),
            alternative: words::pairs_alternative(&means, &titles),
            caption: Some(words::PAIRS_CAPTION.into()),
        }),
        Block::heading(words::ALL),
        Block::Table(table(page, &means)),
        Block::note(words::TABLE_NOTE),
    ]);
    if !page.is_micro() {
        blocks.extend(told(page));
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

fn table(page: &Page, means: &words::Means) -> Table {
    let [scenario, often, usual, bad, mean, peers] = words::HEADS;
    let columns = [
        Column::words(scenario, 1.0),
        Column::short(often),
        Column::amounts(usual),
        Column::amounts(bad),
        Column::amounts(mean),
        Column::amounts(peers),
    ];
    let rows = page.report.scenarios.iter().zip(&means.rows).map(|(facts, [today, _, peers])| {
        Row::of([
            Text::plain(page.scenario(&facts.scenario)),
            words::often(facts).into(),
            euros(facts.median).into(),
            euros(facts.bad).into(),
            Text::default().bold(exact_euros(*today)),
            Text::default().soft(exact_euros(*peers)),
        ])
    });
    let total = Row::of([
        Text::plain(words::TOTAL),
        Text::default(),
        Text::default(),
        Text::default(),
        exact_euros(means.sum[0]).into(),
        exact_euros(means.sum[2]).into(),
    ]);
    Table::of(columns, rows).with_total(total).dense()
}

fn peers(page: &Page, means: &words::Means) -> String {
    let report = page.report;
    let parts: Vec<String> = report
        .differences_from_peers()
        .into_iter()
        .filter_map(|it| {
            let at = report.scenarios.iter().position(|other| other.scenario == it.scenario)?;
            Some(words::difference(&page.scenario(&it.scenario), means.rows[at]))
        })
        .collect();
    let sentence = sentences::against_peers(report);
    if parts.is_empty() { sentence } else { format!("{sentence} {}", words::differences(&parts)) }
}

pub(super) fn curve(page: &Page) -> Section {
    let report = page.report;
    let [today_label, plan_label, one_in] = words::CURVES.map(String::from);
    let chart = Chart::Exceedance(Exceedance {
        today: report.today.exceedance.clone(),
        plan: report.with_plan.exceedance.clone(),
        today_label,
        plan_label,
        one_in,
        years_axis: words::YEARS_AXIS.into(),
        loss_axis: words::LOSS_AXIS.into(),
        reserve: Some(Reserve {
            amount: report.reserve_eur,
            label: words::reserve(report),
            beyond: words::BEYOND.into(),
            today: words::crossing_today(report),
            plan: words::crossing_plan(report),
        }),
    });
    let [year, today, plan] = words::YEAR_HEADS;
    let columns = [Column::words(year, 1.0), Column::amounts(today), Column::amounts(plan)];
    let rows = words::years(report).into_iter().map(|row| Row::of(row.map(Text::from)));
    let mut blocks = vec![
        Block::lead(words::curve_lead(report)),
        Block::Table(Table::of(columns, rows).dense()),
        Block::paragraph(words::reserve_verdict(report)),
        Block::note(words::range_from_answers(report)),
        Block::heading(words::CURVE_PICTURE),
        Block::Figure(Figure {
            chart,
            alternative: words::curve_alternative(report),
            caption: Some(words::CURVE_CAPTION.into()),
        }),
    ];
    blocks.extend(harsher(page));
    Section {
        anchor: CURVE_ANCHOR.into(),
        kicker: None,
        aside: None,
        title: words::CURVE_TITLE.into(),
        bookmark: Some(words::CURVE_BOOKMARK.into()),
        start: Start::Below,
        blocks,
    }
}

/// The same with the plan in harsher worlds, and whether the advice holds there.
fn harsher(page: &Page) -> Vec<Block> {
    let report = page.report;
    let [assumed, expected, worst, above] = words::STRESS_HEADS;
    let columns = [
        Column::words(assumed, 1.0),
        Column::amounts(expected),
        Column::amounts(worst),
        Column::amounts(above),
    ];
    let rows = words::stress_rows(report).into_iter().map(|row| Row::of(row.map(Text::from)));
    let mut blocks = vec![Block::heading(words::STRESS)];
    if !page.is_micro() {
        blocks.push(Block::Table(Table::of(columns, rows).dense()));
    }
    if report.stress.iter().all(StressFacts::plan_holds) {
        let titles: Vec<String> = report.stress.iter().map(|it| it.title.clone()).collect();
        blocks.push(Block::paragraph(words::stress_holds_in_all(&titles)));
        return blocks;
    }
    blocks.extend(report.stress.iter().map(|it| {
        let titles: Vec<String> = it.turns.iter().map(|it| page.measure(it)).collect();
        Block::paragraph(words::stress_holds(it, &titles))
    }));
    blocks
}

/// The most expensive scenarios in plain words.
fn told(page: &Page) -> Vec<Block> {
    let scenarios = page.report.scenarios.iter().take(MOST_TOLD);
    let mut blocks = vec![Block::heading(words::PLAIN)];
    blocks.extend(scenarios.filter_map(|facts| page.catalogue.scenario(&facts.scenario)).map(|scenario| {
        Block::Small(
            Text::default()
                .bold(format!("{}. ", scenario.title))
                .then(format!("{} ", scenario.plain.trim()))
                .soft(format!("{}{}", words::HUMAN, scenario.human_factor.trim())),
        )
    }));
    blocks
}
