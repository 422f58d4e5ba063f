//! The report on the terminal: what an owner decides on, and on request all of it.

use crate::german::pages::views;
use crate::german::{report as words, what_if};
use crate::model::{Catalogue, MeasureId};
use crate::render::pages::management_report;
use crate::report::{Report, WhatIf, WithoutMeasures};
use typeset::document::Brand;
use typeset::terminal::{Paper, Screen, render, tabulated};

/// The first page of the paper, and where the rest is.
pub fn summary(catalogue: &Catalogue, report: &Report, screen: Screen) -> String {
    let mut document = management_report(catalogue, report, None, &Brand::default());
    document.sections.truncate(1);
    let mut paper = Paper::new(screen);
    let din = &report.din;
    paper.heading(views::DIN);
    paper.line(&views::din_points(din));
    paper.line(&views::din_topics(&catalogue.views.din.topics, din));
    paper.line(&views::din_maximum(din));
    paper.heading(words::MORE);
    paper.line(words::WHERE_MORE_IS);
    format!("{}{}", render(&document, screen), paper.text())
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
