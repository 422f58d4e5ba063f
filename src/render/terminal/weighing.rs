//! What the decisions rest on: drivers, stop line, order of work, insurance, make or buy, what to find out.

use comfy_table::{CellAlignment, ColumnConstraint, Width};

use super::{Screen, table, wrapped};
use crate::decision::{Purchase, Ways, Window};
use crate::german::{pages::plan, weighed as words};
use crate::model::{Catalogue, MeasureId};
use crate::report::Report;

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

/// Paragraphs that fill up, one per line of text.
struct Paper {
    out: String,
    width: usize,
}

impl Paper {
    fn line(&mut self, text: &str) {
        for line in wrapped(text, self.width) {
            self.out.push_str(&line);
            self.out.push('\n');
        }
    }

    fn item(&mut self, text: &str) {
        for (at, line) in wrapped(text, self.width.saturating_sub(2)).iter().enumerate() {
            self.out.push_str(if at == 0 { "- " } else { "  " });
            self.out.push_str(line);
            self.out.push('\n');
        }
    }
}

fn paper(screen: Screen) -> Paper {
    Paper { out: String::new(), width: usize::from(screen.width) }
}

/// Why the largest risk is the largest.
pub fn drivers(catalogue: &Catalogue, report: &Report, screen: Screen) -> String {
    let mut paper = paper(screen);
    if let Some((lead, answers)) = words::drivers(catalogue, report) {
        paper.line(&lead);
        for answer in &answers {
            paper.item(answer);
        }
        paper.line("");
    }
    paper.out
}

/// Stop line, cost of waiting, order of work.
pub fn order(catalogue: &Catalogue, report: &Report, screen: Screen) -> String {
    let mut paper = paper(screen);
    for sentence in words::stop_line(report).into_iter().chain(words::waiting_with_plan(report)) {
        paper.line(&sentence);
    }
    let roadmap = &report.decision.roadmap;
    if !roadmap.is_empty() {
        paper.line("");
        paper.line(words::ROADMAP);
    }
    for window in WINDOWS {
        let steps = roadmap.iter().filter(|it| it.window == window);
        let titles: Vec<String> = steps.map(|it| purchase(catalogue, &it.purchase)).collect();
        if !titles.is_empty() {
            paper.item(&words::in_window(plan::window(window), &titles));
        }
    }
    paper.out
}

/// What a policy would do, and doing against having it done.
pub fn ways(catalogue: &Catalogue, report: &Report, screen: Screen) -> String {
    let mut paper = paper(screen);
    let decision = &report.decision;
    if let Some((view, _)) = &decision.insurance {
        paper.line("");
        paper.line(words::insurance_title(view));
        for line in words::insurance(view) {
            paper.line(&line);
        }
    }
    let mut ways: Vec<&Ways> = decision.make_or_buy.measures.iter().collect();
    let apart = |it: &Ways| (it.own.total_eur - it.bought.total_eur).abs();
    ways.sort_by(|a, b| apart(b).total_cmp(&apart(a)).then_with(|| a.measure.cmp(&b.measure)));
    paper.line("");
    paper.line(words::MAKE_OR_BUY);
    if !ways.is_empty() {
        let mut rows = table(screen);
        rows.set_header(words::WAYS_HEADS);
        for it in ways.into_iter().take(MOST_WAYS) {
            rows.add_row(words::ways(&title(catalogue, &it.measure), it));
        }
        if let Some(name) = rows.column_mut(0) {
            name.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(LONGEST_WORD)));
        }
        for column in 1..4 {
            if let Some(column) = rows.column_mut(column) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        paper.out.push_str(&rows.to_string());
        paper.out.push('\n');
    }
    let hour_eur = decision.terms.hour_eur;
    for line in words::care(catalogue, &decision.make_or_buy, hour_eur) {
        paper.line(&line);
    }
    let worth = decision.clarify_first.iter().filter(|it| it.value_eur >= WORTH_ASKING);
    for (at, open) in worth.take(MOST_QUESTIONS).enumerate() {
        if at == 0 {
            paper.line("");
            paper.line(words::CLARIFY);
        }
        let text = catalogue.question(&open.question).map_or("", |it| it.text.as_str());
        paper.item(&words::clarify(text, open.value_eur));
    }
    paper.out
}

fn title(catalogue: &Catalogue, measure: &MeasureId) -> String {
    catalogue.measure(measure).map_or_else(String::new, |it| it.title.clone())
}

fn purchase(catalogue: &Catalogue, purchase: &Purchase) -> String {
    match purchase {
        Purchase::Tier(measure, _) => title(catalogue, measure),
        Purchase::Bundle(id) => {
            catalogue.bundles.iter().find(|it| &it.id == id).map_or_else(String::new, |it| it.title.clone())
        }
    }
}
