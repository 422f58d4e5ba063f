//! The report on the terminal: a calm summary and the table of measures.

mod reasons;
mod weighing;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, presets};

use crate::german::ageing as worn_words;
use crate::german::number::{euros, hours};
use crate::german::{decision, report as words, what_if};
use crate::model::{Catalogue, MeasureId};
use crate::report::{Report, WhatIf};

/// Measures shown; the rest stands in the PDF and the JSON.
const MOST_ROWS: usize = 12;

/// Columns from which the table of measures has room for all its columns.
const WIDE_ENOUGH: u16 = 72;

/// Worn measures shown.
const MOST_WORN: usize = 5;

/// How the terminal is.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Columns available.
    pub width: u16,
    /// True where box characters may be used.
    pub lines: bool,
}

/// The summary as text.
pub fn summary(catalogue: &Catalogue, report: &Report, screen: Screen) -> String {
    let mut out = String::new();
    let mut line = |text: &str| {
        for part in wrapped(text, usize::from(screen.width)) {
            out.push_str(&part);
            out.push('\n');
        }
    };
    line(&words::about(catalogue, report));
    line("");
    line(&words::lead(report).into_iter().map(|it| it.0).collect::<String>());
    line("");
    out.push_str(&figures(report, screen));
    out.push('\n');
    let mut line = |text: &str| {
        for part in wrapped(text, usize::from(screen.width)) {
            out.push_str(&part);
            out.push('\n');
        }
    };
    line(words::BEARABLE_QUESTION);
    line(&words::bearable(report));
    line("");
    out.push_str(&weighing::drivers(catalogue, report, screen));
    out.push_str(words::STEPS);
    out.push('\n');
    out.push_str(&measures(catalogue, report, screen));
    out.push_str(&weighing::order(catalogue, report, screen));
    out.push_str(&weighing::ways(catalogue, report, screen));
    out.push_str(&reasons::reasons(catalogue, report, screen));
    out.push_str(&ageing(catalogue, report, screen));
    out.push_str(&super::guidance::guidance(catalogue, report, screen));
    out
}

/// A comparison of the year as it is with the year as it would be.
pub fn comparison(compared: &WhatIf, screen: Screen) -> String {
    let mut table = table(screen);
    table.set_header(what_if::HEADS);
    for row in what_if::rows(compared) {
        table.add_row(row);
    }
    for column in 1..4 {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let mut out = format!("{}\n{table}\n", what_if::TITLE);
    let ignored: Vec<&str> = compared.ignored.iter().map(MeasureId::as_str).collect();
    let notes = what_if::cost(compared)
        .into_iter()
        .chain((!ignored.is_empty()).then(|| what_if::ignored(&ignored.join(", "))));
    for note in notes {
        for part in wrapped(&note, usize::from(screen.width)) {
            out.push_str(&part);
            out.push('\n');
        }
    }
    out
}

/// What has worn off, where renewing it is worth telling, and what comes up.
fn ageing(catalogue: &Catalogue, report: &Report, screen: Screen) -> String {
    let (facts, today) = (&report.ageing, report.provenance.date);
    let mut lines: Vec<String> = Vec::new();
    let folded = |text: &str| wrapped(text, usize::from(screen.width)).join("\n");
    if report.has_worn() {
        lines.push(String::new());
        lines.push(worn_words::WORN.into());
        lines.push(folded(&worn_words::renewing(facts)));
        let mut table = table(screen);
        table.set_header(worn_words::WORN_HEADS);
        for worn in facts.worn.iter().take(MOST_WORN) {
            table.add_row(worn_words::worn_row(catalogue, worn));
        }
        for column in 1..4 {
            if let Some(column) = table.column_mut(column) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        lines.push(table.to_string());
    }
    if !facts.calendar.is_empty() {
        lines.push(String::new());
        lines.push(worn_words::CALENDAR.into());
    }
    let calendar = worn_words::calendar(catalogue, &facts.calendar, today);
    lines.extend(calendar.iter().take(MOST_ROWS).map(|it| folded(it)));
    lines.push(String::new());
    lines.join(
        "
",
    )
}

/// A table in the house style.
pub(super) fn table(screen: Screen) -> Table {
    let mut table = Table::new();
    table.load_style(if screen.lines { presets::UTF8_HORIZONTAL_ONLY } else { presets::NOTHING });
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(screen.width);
    table
}

fn figures(report: &Report, screen: Screen) -> String {
    let mut table = table(screen);
    table.set_header(words::FIGURE_HEADS);
    for [label, now, _, _, then, _] in words::tiles(report) {
        table.add_row([label, now, then]);
    }
    for column in 1..3 {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    format!("{table}\n")
}

fn measures(catalogue: &Catalogue, report: &Report, screen: Screen) -> String {
    let mut table = table(screen);
    // Where the window is narrow the decision's word goes; it stands in the PDF.
    let wide = screen.width >= WIDE_ENOUGH;
    let cells =
        |row: [String; 5]| row.into_iter().enumerate().filter(move |(at, _)| wide || *at != 1).map(|it| it.1);
    table.set_header(cells(words::MEASURE_HEADS.map(str::to_owned)));
    for judged in report.decision.first_steps().take(MOST_ROWS) {
        let Some(weighed) = &judged.weighed else { continue };
        let title = catalogue.measure(&judged.measure).map_or("", |it| it.title.as_str());
        table.add_row(cells([
            title.to_owned(),
            decision::advice(judged.advice).to_owned(),
            euros(weighed.balance.annual.money_eur.likely),
            hours(weighed.balance.annual.hours.likely),
            euros(weighed.balance.avoided.value),
        ]));
    }
    let numbers = if wide { 2..5 } else { 1..4 };
    for at in 1..numbers.end {
        if let Some(column) = table.column_mut(at) {
            column.set_constraint(ColumnConstraint::ContentWidth);
            if numbers.contains(&at) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
    }
    format!("{table}\n")
}

/// Breaks at spaces so that no line is wider than the screen.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let current = lines.last_mut().expect("starts with one line");
        let used = unicode_width::UnicodeWidthStr::width(current.as_str());
        let more = unicode_width::UnicodeWidthStr::width(word);
        if used > 0 && used + 1 + more > width {
            lines.push(word.to_owned());
        } else {
            if used > 0 {
                current.push(' ');
            }
            current.push_str(word);
        }
    }
    lines
}
