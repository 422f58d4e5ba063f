//! What can happen, and how bad a year can get.

use super::Page;
use crate::german::number::euros;
use crate::german::pages::risk as words;
use crate::german::report as sentences;
use crate::report::ScenarioFacts;
use typeset::chart::{Exceedance, Pair, Pairs, Reserve};
use typeset::document::{Block, Chart, Column, Figure, Row, Section, Start, Table, Text};

pub(super) const ANCHOR: &str = "risk";
pub(super) const CURVE_ANCHOR: &str = "curve";
/// Scenarios told in plain words.
const MOST_TOLD: usize = 2;

pub(super) fn profile(page: &Page) -> Section {
    let report = page.report;
    let titles: Vec<String> = report.scenarios.iter().map(|it| page.scenario(&it.scenario)).collect();
    let pairs = report.scenarios.iter().zip(&titles).map(|(facts, title)| Pair {
        name: title.clone(),
        today: facts.expected,
        plan: Some(facts.expected_with_plan),
        figure: words::pair(facts),
    });
    let [today_label, plan_label, figure_label] = words::SERIES.map(String::from);
    let mut blocks = vec![
        Block::lead(words::lead(report, &titles)),
        Block::Figure(Figure {
            chart: Chart::Pairs(Pairs { pairs: pairs.collect(), today_label, plan_label, figure_label }),
            alternative: words::pairs_alternative(report, &titles),
            caption: Some(words::PAIRS_CAPTION.into()),
        }),
        Block::Table(table(page)),
        Block::note(words::TABLE_NOTE),
        Block::heading(words::PEERS),
        Block::paragraph(peers(page)),
    ];
    blocks.extend(words::jewels(report).map(Block::paragraph));
    blocks.extend(told(page));
    Section {
        anchor: ANCHOR.into(),
        kicker: None,
        aside: None,
        title: words::TITLE.into(),
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::NewPage,
        blocks,
    }
}

fn table(page: &Page) -> Table {
    let [scenario, often, usual, bad, mean, peers] = words::HEADS;
    let columns = [
        Column::words(scenario, 1.0),
        Column::short(often),
        Column::amounts(usual),
        Column::amounts(bad),
        Column::amounts(mean),
        Column::amounts(peers),
    ];
    let rows = page.report.scenarios.iter().map(|facts| {
        Row::of([
            Text::plain(page.scenario(&facts.scenario)),
            words::often(facts).into(),
            euros(facts.median).into(),
            euros(facts.bad).into(),
            Text::default().bold(euros(facts.expected)),
            Text::default().soft(euros(facts.expected_average)),
        ])
    });
    let sum = |of: fn(&ScenarioFacts) -> f64| euros(page.report.scenarios.iter().map(of).sum());
    let total = Row::of([
        Text::plain(words::TOTAL),
        Text::default(),
        Text::default(),
        Text::default(),
        sum(|it| it.expected).into(),
        sum(|it| it.expected_average).into(),
    ]);
    Table::of(columns, rows).with_total(total).dense()
}

fn peers(page: &Page) -> String {
    let report = page.report;
    let parts: Vec<String> = report
        .differences_from_peers()
        .into_iter()
        .map(|it| words::difference(&page.scenario(&it.scenario), it))
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
        Block::Figure(Figure {
            chart,
            alternative: words::curve_alternative(report),
            caption: Some(words::CURVE_CAPTION.into()),
        }),
        Block::Table(Table::of(columns, rows).dense()),
        Block::paragraph(words::reserve_verdict(report)),
        Block::note(words::range_from_answers(report)),
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
    let mut blocks = vec![Block::heading(words::STRESS), Block::Table(Table::of(columns, rows).dense())];
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
