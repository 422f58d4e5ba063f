//! The ladder, the first steps and what to find out first, in a few lines.

use crate::german::{ladder as ladder_words, weighed as words};
use crate::model::Catalogue;
use crate::report::Report;
use typeset::terminal::{Paper, Screen, tabulated};

/// Columns from which the whole table of rungs has room.
const WIDE_ENOUGH: u16 = 100;
/// Questions shown to be cleared first.
const MOST_QUESTIONS: usize = 3;
/// Euros a year from which an answer is worth naming.
const WORTH_ASKING: f64 = 10.0;

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
