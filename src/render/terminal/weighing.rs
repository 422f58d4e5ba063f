//! What the decisions rest on: drivers, stop line, order of work, insurance, make or buy, what to find out.

use comfy_table::{ColumnConstraint, Width};

use crate::decision::Ways;
use crate::german::{ladder as ladder_words, weighed as words};
use crate::model::{Catalogue, MeasureId};
use crate::report::Report;
use typeset::terminal::{Paper, Screen, tabulated};

/// Measures shown with both ways; the rest stands in the JSON.
const MOST_WAYS: usize = 8;
/// Columns that the longest word of a title takes.
const LONGEST_WORD: u16 = 22;
/// Columns from which the whole table of rungs has room.
const WIDE_ENOUGH: u16 = 100;
/// Questions shown to be cleared first.
const MOST_QUESTIONS: usize = 3;
/// Euros a year from which an answer is worth naming.
const WORTH_ASKING: f64 = 10.0;
/// Why the largest risk is the largest.
pub fn drivers(paper: &mut Paper, catalogue: &Catalogue, report: &Report) {
    if let Some((lead, answers)) = words::drivers(catalogue, report) {
        paper.line(&lead);
        paper.items(answers);
        paper.gap();
    }
}

/// The rungs with their prices, and what is said about them.
pub fn ladder(paper: &mut Paper, catalogue: &Catalogue, report: &Report, screen: Screen) {
    let ladder = &report.decision.ladder;
    paper.heading(ladder_words::TITLE);
    let rows = ladder.rungs.iter().map(ladder_words::row);
    let limited = ladder.limited.as_ref().map(|it| ladder_words::limited_row(&it.rung));
    let rows: Vec<[String; 8]> = rows.chain(limited).collect();
    if screen.width >= WIDE_ENOUGH {
        paper.table(&tabulated(ladder_words::HEADS, rows, screen));
    } else {
        // Where the window is narrow: rung, measures, money, hours, benefit.
        let [name, measures, money, own, _, _, avoided, _] = ladder_words::HEADS;
        let narrow = rows
            .into_iter()
            .map(|[name, measures, money, own, _, _, avoided, _]| [name, measures, money, own, avoided]);
        paper.table(&tabulated([name, measures, money, own, avoided], narrow, screen));
    }
    paper.lines(ladder_words::sentences(catalogue, report).into_iter().map(|it| it.1));
}

/// The first steps of the road map.
pub fn first_steps(paper: &mut Paper, catalogue: &Catalogue, report: &Report, most: usize, screen: Screen) {
    let items = report.decision.roadmap.items.iter().take(most);
    let rows = items.map(|it| ladder_words::item(catalogue, it));
    paper.table(&tabulated(ladder_words::ITEM_HEADS, rows, screen));
}

/// Stop line, cost of waiting, order of work.
pub fn order(paper: &mut Paper, catalogue: &Catalogue, report: &Report, screen: Screen) {
    paper.lines(words::stop_line(report).into_iter().chain(words::waiting_with_plan(report)));
    let roadmap = &report.decision.roadmap;
    if !roadmap.items.is_empty() {
        paper.heading(ladder_words::ROADMAP);
        first_steps(paper, catalogue, report, usize::MAX, screen);
    }
}

/// What a policy would do, and doing against having it done.
pub fn ways(paper: &mut Paper, catalogue: &Catalogue, report: &Report, screen: Screen) {
    let decision = &report.decision;
    if let Some((view, _)) = &decision.insurance {
        paper.heading(words::insurance_title(view));
        paper.lines(words::insurance(catalogue, view));
    }
    let mut ways: Vec<&Ways> = decision.make_or_buy.measures.iter().collect();
    let apart = |it: &Ways| (it.own.total_eur - it.bought.total_eur).abs();
    ways.sort_by(|a, b| apart(b).total_cmp(&apart(a)).then_with(|| a.measure.cmp(&b.measure)));
    paper.heading(words::MAKE_OR_BUY);
    if !ways.is_empty() {
        let rows = ways.into_iter().take(MOST_WAYS);
        let rows = rows.map(|it| words::ways(&title(catalogue, &it.measure), it));
        let mut table = tabulated(words::WAYS_HEADS, rows, screen);
        if let Some(name) = table.column_mut(0) {
            name.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(LONGEST_WORD)));
        }
        paper.table(&table);
    }
    paper.lines(words::care(catalogue, &decision.make_or_buy, decision.terms.hour_eur));
}

/// What to find out first.
pub fn clarify(paper: &mut Paper, catalogue: &Catalogue, report: &Report) {
    let worth = report.decision.clarify_first.iter().filter(|it| it.value_eur >= WORTH_ASKING);
    for (at, open) in worth.take(MOST_QUESTIONS).enumerate() {
        if at == 0 {
            paper.heading(words::CLARIFY);
        }
        let text = catalogue.question(&open.question).map_or("", |it| it.text.as_str());
        paper.item(&words::clarify(text, open.value_eur));
    }
}

fn title(catalogue: &Catalogue, measure: &MeasureId) -> String {
    catalogue.measure(measure).map_or_else(String::new, |it| it.title.clone())
}
