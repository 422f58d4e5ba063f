//! The report on the terminal: what an owner decides on, and on request all of it.

mod weighing;

use crate::german::ageing as worn_words;
use crate::german::pages::{decision as page, views};
use crate::german::{report as words, what_if};
use crate::model::{Catalogue, MeasureId};
use crate::render::pages::management_report;
use crate::report::{Report, WhatIf, WithoutMeasures};
use typeset::document::Brand;
use typeset::terminal::{Paper, Screen, render, tabulated};

/// First steps shown: owners act on no more at once.
const FIRST_STEPS: usize = 5;

/// Borne risks named; the others are counted.
const MOST_BORNE: usize = 2;

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
    let din = &report.din;
    paper.heading(views::DIN);
    paper.line(&views::din_points(din.points, din.maximum));
    paper.line(&views::din_topics(&catalogue.views.din.topics, din));
    paper.line(&views::din_maximum(din));
    let calendar = worn_words::calendar(catalogue, &report.ageing.calendar, report.provenance.date);
    if let Some(next) = calendar.first() {
        paper.heading(worn_words::CALENDAR);
        paper.line(next);
    }
    paper.heading(words::MORE);
    paper.line(words::WHERE_MORE_IS);
    paper.text()
}

/// Everything the paper tells: the same document, for a window.
pub fn full(catalogue: &Catalogue, report: &Report, screen: Screen) -> String {
    render(&management_report(catalogue, report, None, &Brand::default()), screen)
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

/// The plan beside the plan without some measures.
pub fn plan_without(catalogue: &Catalogue, it: &WithoutMeasures, screen: Screen) -> String {
    let mut paper = Paper::new(screen);
    paper.line(&what_if::plan_title(catalogue, it));
    paper.table(&tabulated(what_if::PLAN_HEADS, what_if::plan_rows(it), screen));
    paper.lines(what_if::plan_changes(catalogue, it));
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
