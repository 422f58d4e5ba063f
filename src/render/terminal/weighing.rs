//! What the decisions rest on: drivers, stop line, order of work, insurance, make or buy, what to find out.

use comfy_table::{ColumnConstraint, Width};

use crate::decision::{Purchase, Ways, Window};
use crate::german::{pages::plan, weighed as words};
use crate::model::{Catalogue, MeasureId};
use crate::report::Report;
use typeset::terminal::{Paper, Screen, tabulated};

/// Measures shown with both ways; the rest stands in the JSON.
const MOST_WAYS: usize = 8;
/// Columns that the longest word of a title takes.
const LONGEST_WORD: u16 = 22;
/// Questions shown to be cleared first.
const MOST_QUESTIONS: usize = 3;
/// Euros a year from which an answer is worth naming.
const WORTH_ASKING: f64 = 10.0;
/// Windows of the first year in their order.
const WINDOWS: [Window; 5] = [Window::Month, Window::Quarter, Window::HalfYear, Window::Year, Window::Later];

/// Why the largest risk is the largest.
pub fn drivers(paper: &mut Paper, catalogue: &Catalogue, report: &Report) {
    if let Some((lead, answers)) = words::drivers(catalogue, report) {
        paper.line(&lead);
        paper.items(answers);
        paper.gap();
    }
}

/// Stop line, cost of waiting, order of work.
pub fn order(paper: &mut Paper, catalogue: &Catalogue, report: &Report) {
    paper.lines(words::stop_line(report).into_iter().chain(words::waiting_with_plan(report)));
    let roadmap = &report.decision.roadmap;
    if !roadmap.is_empty() {
        paper.heading(words::ROADMAP);
    }
    for window in WINDOWS {
        let steps = roadmap.iter().filter(|it| it.window == window);
        let titles: Vec<String> = steps.map(|it| purchase(catalogue, &it.purchase)).collect();
        if !titles.is_empty() {
            paper.item(&words::in_window(plan::window(window), &titles));
        }
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

fn purchase(catalogue: &Catalogue, purchase: &Purchase) -> String {
    match purchase {
        Purchase::Tier(measure, _) => title(catalogue, measure),
        Purchase::Bundle(id) => catalogue.bundle(id).map_or_else(String::new, |it| it.title.clone()),
    }
}
