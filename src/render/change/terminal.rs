//! The comparison on the terminal.

use comfy_table::Table;

use super::{Course, Pair};
use crate::german::change as words;
use crate::german::number;
use typeset::terminal::{Paper, Screen, align_right, table, tabulated};

/// The comparison of two files as text.
pub fn terminal(pair: &Pair, screen: Screen) -> String {
    let it = pair.comparison;
    let mut paper = Paper::new(screen);
    paper.line(&words::title(pair.old.date, pair.new.date));
    paper.heading(&words::lead(it));
    paper.table(&tabulated(words::FIGURE_HEADS, words::figure_rows(it), screen));
    if !it.is_unchanged() {
        paper.gap();
        paper.table(&tabulated(words::CAUSE_HEADS, words::cause_rows(it), screen));
        paper.line(words::CAUSE_NOTE);
        for moved in pair.tables() {
            paper.heading(moved.heading);
            paper.table(&tabulated(moved.heads, moved.rows, screen));
            if moved.more > 0 {
                paper.line(&words::and_more(moved.more));
            }
        }
    }
    news(&mut paper, pair);
    paper.text()
}

/// What the content says anew; nothing where it is the same.
fn news(paper: &mut Paper, pair: &Pair) {
    let (lines, more) = pair.news();
    if lines.is_empty() {
        return;
    }
    paper.heading(words::NEWS);
    paper.items(lines);
    if more > 0 {
        paper.line(&words::more_news(more));
    }
}

/// The course over all dated files as text.
pub fn course_terminal(course: &Course, screen: Screen) -> String {
    let mut paper = Paper::new(screen);
    paper.line(words::COURSE_TITLE);
    paper.gap();
    let euros_of = |it: &crate::history::Moment| (it.date, it.figures.expected_annual_loss);
    if let (Some(first), Some(last)) = (course.moments.first(), course.moments.last()) {
        paper.line(&words::course_lead(euros_of(first), euros_of(last), course.moments.len()));
    }
    paper.table(&moments(course, screen));
    paper.gap();
    bars(&mut paper, course);
    paper.text()
}

fn moments(course: &Course, screen: Screen) -> Table {
    let mut table = table(screen);
    table.set_header(words::COURSE_HEADS);
    for it in course.moments {
        table.add_row([
            number::date(it.date),
            number::euros(it.figures.expected_annual_loss),
            number::euros(it.figures.tail_value_at_risk_95),
            number::one_in(it.figures.probability_above_reserve),
            it.since.as_ref().map(words::step).unwrap_or_default(),
        ]);
    }
    align_right(&mut table, 1..4);
    table
}

/// A bar per moment, so that the course is seen without a picture.
fn bars(paper: &mut Paper, course: &Course) {
    const WIDTH: f64 = 40.0;
    let highest = course.moments.iter().map(|it| it.figures.expected_annual_loss).fold(1.0, f64::max);
    for it in course.moments {
        let loss = it.figures.expected_annual_loss;
        let length = libm::round(WIDTH * (loss / highest).clamp(0.0, 1.0));
        let bar: String = (1..=40_u8).filter(|it| f64::from(*it) <= length).map(|_| '█').collect();
        paper.whole(&format!("{}  {bar} {}", number::date(it.date), number::euros(loss)));
    }
}
