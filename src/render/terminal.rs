//! The report on the terminal: what an owner decides on, and on request all of it.

mod guidance;
mod reasons;
mod weighing;

use comfy_table::{ColumnConstraint, Table};

use crate::decision::Judged;
use crate::german::ageing as worn_words;
use crate::german::number::{euros, hours};
use crate::german::pages::decision as page;
use crate::german::{decision, report as words, what_if};
use crate::model::{Catalogue, MeasureId};
use crate::report::{Report, WhatIf};
use typeset::terminal::{Paper, Screen, align_right, table, tabulated};

/// Measures shown in full; the rest stands in the PDF and the JSON.
const MOST_ROWS: usize = 12;

/// First steps shown: owners act on no more at once.
const FIRST_STEPS: usize = 5;

/// Borne risks named; the others are counted.
const MOST_BORNE: usize = 2;

/// Columns from which the table of measures has room for all its columns.
const WIDE_ENOUGH: u16 = 72;

/// Worn measures shown.
const MOST_WORN: usize = 5;

/// What an owner decides on, on one to two screens, and where the rest is.
pub fn summary(catalogue: &Catalogue, report: &Report, screen: Screen) -> String {
    let mut paper = head(catalogue, report, screen);
    weighing::ladder(&mut paper, catalogue, report, screen);
    let steps = report.decision.roadmap.items.len().min(FIRST_STEPS);
    if steps == 0 {
        paper.heading(&page::steps(0));
        paper.line(page::NOTHING_TO_DO);
    } else {
        paper.heading(&words::first_steps(&page::steps(steps)));
        weighing::first_steps(&mut paper, catalogue, report, steps, screen);
    }
    paper.heading(page::BORNE);
    paper.line(&page::borne(catalogue, report, MOST_BORNE));
    weighing::clarify(&mut paper, catalogue, report);
    let calendar = worn_words::calendar(catalogue, &report.ageing.calendar, report.provenance.date);
    if let Some(next) = calendar.first() {
        paper.heading(worn_words::CALENDAR);
        paper.line(next);
    }
    paper.heading(words::MORE);
    paper.line(words::WHERE_MORE_IS);
    paper.text()
}

/// Everything the terminal can tell.
pub fn full(catalogue: &Catalogue, report: &Report, screen: Screen) -> String {
    let mut paper = head(catalogue, report, screen);
    weighing::ladder(&mut paper, catalogue, report, screen);
    paper.gap();
    weighing::drivers(&mut paper, catalogue, report);
    paper.line(words::STEPS);
    let steps = report.decision.in_order().take(MOST_ROWS);
    // Where the window is narrow the decision's word goes; it stands in the PDF.
    paper.table(&measures(catalogue, steps, screen.width >= WIDE_ENOUGH, screen));
    weighing::order(&mut paper, catalogue, report, screen);
    weighing::ways(&mut paper, catalogue, report, screen);
    weighing::clarify(&mut paper, catalogue, report);
    reasons::reasons(&mut paper, catalogue, report);
    ageing(&mut paper, catalogue, report, screen);
    guidance::guidance(&mut paper, catalogue, report);
    paper.text()
}

/// A comparison of the year as it is with the year as it would be.
pub fn comparison(compared: &WhatIf, screen: Screen) -> String {
    let mut paper = Paper::new(screen);
    paper.line(what_if::TITLE);
    paper.table(&tabulated(what_if::HEADS, what_if::rows(compared), screen));
    paper.lines(what_if::cost(compared));
    let ignored: Vec<&str> = compared.ignored.iter().map(MeasureId::as_str).collect();
    if !ignored.is_empty() {
        paper.line(&what_if::ignored(&ignored.join(", ")));
    }
    paper.text()
}

/// Whom it is about, the figures, and whether they can be borne.
fn head(catalogue: &Catalogue, report: &Report, screen: Screen) -> Paper {
    let mut paper = Paper::new(screen);
    paper.line(&words::about(catalogue, report));
    paper.gap();
    paper.line(&words::lead(report).into_iter().map(|it| it.0).collect::<String>());
    paper.gap();
    let figures = words::tiles(report).map(|[label, now, _, _, then, _]| [label, now, then]);
    paper.table(&tabulated(words::FIGURE_HEADS, figures, screen));
    paper.heading(words::BEARABLE_QUESTION);
    paper.line(&words::bearable(report));
    paper.lines(page::thin(report));
    paper
}

/// What has worn off, where renewing it is worth telling, and what comes up.
fn ageing(paper: &mut Paper, catalogue: &Catalogue, report: &Report, screen: Screen) {
    let (facts, today) = (&report.ageing, report.provenance.date);
    if report.has_worn() {
        paper.heading(worn_words::WORN);
        paper.line(&worn_words::renewing(facts));
        let rows = facts.worn.iter().take(MOST_WORN).map(|it| worn_words::worn_row(catalogue, it));
        paper.table(&tabulated(worn_words::WORN_HEADS, rows, screen));
    }
    if !facts.calendar.is_empty() {
        paper.heading(worn_words::CALENDAR);
    }
    paper.lines(worn_words::calendar(catalogue, &facts.calendar, today).iter().take(MOST_ROWS));
}

/// Measures with what they cost and avoid; with the decision's word where there is room.
fn measures<'a>(
    catalogue: &Catalogue,
    steps: impl IntoIterator<Item = &'a Judged>,
    says_decision: bool,
    screen: Screen,
) -> Table {
    let cells = |row: [String; 5]| {
        row.into_iter().enumerate().filter(move |(at, _)| says_decision || *at != 1).map(|it| it.1)
    };
    let mut table = table(screen);
    table.set_header(cells(words::MEASURE_HEADS.map(str::to_owned)));
    for judged in steps {
        let Some(weighed) = &judged.weighed else { continue };
        let title = catalogue.measure(&judged.measure).map_or("", |it| it.title.as_str());
        table.add_row(cells([
            title.to_owned(),
            decision::advice(judged.advice).to_owned(),
            euros(weighed.balance.annual.money_eur.likely),
            hours(weighed.balance.annual.hours.likely),
            euros(judged.shapley),
        ]));
    }
    let numbers = if says_decision { 2..5 } else { 1..4 };
    for at in 1..numbers.end {
        if let Some(column) = table.column_mut(at) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    align_right(&mut table, numbers);
    table
}
