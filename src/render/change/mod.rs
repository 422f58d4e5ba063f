//! What changed since last time: terminal, JSON, paper.

pub(super) mod json;
mod paper;
mod terminal;

pub use json::{course_json, json};
pub(super) use paper::section;
pub use paper::{course_paper, paper};
pub use terminal::{course_terminal, terminal};

use crate::history::{Comparison, Moment, Side};
use crate::model::Catalogue;

/// Two sides and their difference.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The older side.
    pub old: Side<'a>,
    /// The newer side.
    pub new: Side<'a>,
    /// Their difference.
    pub comparison: &'a Comparison,
}

/// All dated files of a firm.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// The content reckoned with.
    pub catalogue: &'a Catalogue,
    /// The moments, oldest first; at least one.
    pub moments: &'a [Moment],
}

impl Pair<'_> {
    /// Tables of measures: heading, heads, rows of title, degrees and euros, the largest first.
    fn tables(&self) -> Vec<Moved> {
        use crate::german::change as words;
        let title = |it: &crate::model::MeasureId| {
            self.new.catalogue.measure(it).map_or("", |measure| measure.title.as_str())
        };
        let collect = |eur_of: &dyn Fn(&crate::history::Move) -> f64| {
            let mut rows: Vec<_> = self
                .comparison
                .moves
                .iter()
                .filter(|it| eur_of(it) >= SMALLEST)
                .map(|it| (eur_of(it), words::move_row(title(&it.measure), it, eur_of(it))))
                .collect();
            rows.sort_by(|a, b| b.0.total_cmp(&a.0));
            let more = rows.len().saturating_sub(MOST_ROWS);
            (rows.into_iter().take(MOST_ROWS).map(|it| it.1).collect::<Vec<_>>(), more)
        };
        let is_worn = |it: &crate::history::Move| it.ageing_eur >= it.answers_eur;
        let done = collect(&|it| -it.total_eur());
        let lost = collect(&|it| if is_worn(it) { 0.0 } else { it.total_eur() });
        let worn = collect(&|it| if is_worn(it) { it.total_eur() } else { 0.0 });
        [
            (words::DONE, words::DONE_HEADS, done),
            (words::LOST, words::LOST_HEADS, lost),
            (words::WORN, words::LOST_HEADS, worn),
        ]
        .into_iter()
        .filter(|it| !it.2.0.is_empty())
        .map(|(heading, heads, (rows, more))| Moved { heading, heads, rows, more })
        .collect()
    }
}

impl Pair<'_> {
    /// What the content says anew, one line each, and how many are left out.
    fn news(&self) -> (Vec<String>, usize) {
        let all = &self.comparison.news;
        let lines = all.iter().take(MOST_NEWS).map(crate::german::change::news).collect();
        (lines, all.len().saturating_sub(MOST_NEWS))
    }
}

/// News of the content shown at most; questions and threats come first.
const MOST_NEWS: usize = 12;

/// Rows of measures shown at most.
const MOST_ROWS: usize = 8;

/// Less a year is not told, euros.
const SMALLEST: f64 = 1.0;

/// A table of measures that moved.
struct Moved {
    heading: &'static str,
    heads: [&'static str; 4],
    rows: Vec<[String; 4]>,
    /// Rows left out.
    more: usize,
}
