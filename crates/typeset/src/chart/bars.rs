//! What measures avoid against what they cost.

use super::pen::{Hold, Pen, Type};
use super::rows::{Key, Rows};
use super::scale::{LinearScale, round_ticks};
use crate::drawing::{Drawing, Ink, Point, Rect, Stroke};

/// A measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// Loss avoided in a year, in euros.
    pub avoided: f64,
    /// Lower and upper end of its range.
    pub range: (f64, f64),
    /// Cost in a year, in euros.
    pub cost: f64,
    /// Lower and upper end of its range.
    pub cost_range: (f64, f64),
    /// What remains, in words.
    pub result: String,
    /// Whether it pays.
    pub pays: bool,
}

/// Horizontal bars, two to a measure, with whiskers for the range.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// Measures from top to bottom.
    pub bars: Vec<Bar>,
    /// Names the upper bars.
    pub avoided_label: String,
    /// Names the lower bars.
    pub cost_label: String,
    /// Names the figures on the right.
    pub result_label: String,
}

const TOP: f64 = 24.0;
const ROW: f64 = 25.0;
const AXIS: f64 = 22.0;
/// Whiskers longer than this many times the longest bar end in an arrow, else they would squeeze the bars.
const LONGEST_WHISKER: f64 = 1.7;
/// Shorter whiskers say nothing.
const LEAST_WHISKER: f64 = 1.5;

impl Bars {
    /// The picture.
    pub(crate) fn draw(&self, mut pen: Pen, width: f64) -> Drawing {
        let results = self.bars.iter().map(|it| it.result.as_str()).chain([self.result_label.as_str()]);
        let rows = Rows::fit(&pen, width, self.bars.iter().map(|it| it.name.as_str()), results);
        let bottom = TOP + ROW * self.bars.len() as f64;
        let scale = self.scale(&rows);
        for tick in round_ticks(scale.high, 6) {
            let x = scale.place(tick);
            pen.segment((x, TOP), (x, bottom), Stroke::solid(Ink::Rule, 0.6));
        }
        scale.amounts(&mut pen, bottom + 13.0, width);
        self.key(&mut pen, &rows);
        for (number, bar) in self.bars.iter().enumerate() {
            bar.draw(&mut pen, &rows, &scale, TOP + ROW * (number as f64 + 0.5));
        }
        pen.drawing(width, bottom + AXIS)
    }

    fn scale(&self, rows: &Rows) -> LinearScale {
        let longest = self.bars.iter().map(|it| it.avoided.max(it.cost)).fold(10.0, f64::max);
        let whisker = self.bars.iter().map(|it| it.range.1.max(it.cost_range.1)).fold(0.0, f64::max);
        let high = whisker.min(LONGEST_WHISKER * longest).max(1.02 * longest);
        LinearScale { low: 0.0, high, from: rows.bars.0, to: rows.bars.1 - 4.0 }
    }

    fn key(&self, pen: &mut Pen, rows: &Rows) {
        let mut key = Key::at(0.0, 8.0);
        key.add(pen, &self.avoided_label, |pen, rect| {
            pen.fill(Rect { width: 11.0, ..rect }, Ink::Plan);
            whisker(pen, (rect.x + 7.0, rect.right()), rect.y + 4.0, false);
        });
        key.add(pen, &self.cost_label, |pen, rect| {
            pen.fill(Rect { width: 11.0, ..rect }, Ink::Cost);
            whisker(pen, (rect.x + 7.0, rect.right()), rect.y + 4.0, false);
        });
        let style = Type { ink: Ink::Soft, ..Type::LABEL };
        pen.text(&self.result_label, Point::new(rows.figures, 11.2), Hold::Right, style);
    }
}

impl Bar {
    fn draw(&self, pen: &mut Pen, rows: &Rows, scale: &LinearScale, y: f64) {
        rows.name(pen, &self.name, y);
        let bar = |value: f64, top: f64, height: f64| {
            Rect::new(scale.from, top, (scale.place(value) - scale.from).max(0.4), height)
        };
        pen.fill(bar(self.avoided, y - 10.0, 10.5), Ink::Plan);
        pen.fill(bar(self.cost, y + 2.0, 6.5), Ink::Cost);
        for (range, y) in [(self.range, y - 4.75), (self.cost_range, y + 5.25)] {
            let ends = (scale.place(range.0), scale.place(range.1));
            if ends.1 - ends.0 > LEAST_WHISKER {
                whisker(pen, ends, y, range.1 > scale.high);
            }
        }
        let ink = if self.pays { Ink::Plan } else { Ink::Soft };
        rows.figure(pen, &self.result, y, Type::strong(ink));
    }
}

/// A range: a line with end marks on a light rim, so that it shows on dark bars too.
pub(super) fn whisker(pen: &mut Pen, (from, to): (f64, f64), y: f64, goes_on: bool) {
    pen.segment((from, y), (to, y), Stroke::solid(Ink::Paper, 2.4));
    pen.segment((from, y), (to, y), Stroke::solid(Ink::Text, 1.0));
    pen.segment((from, y - 2.6), (from, y + 2.6), Stroke::solid(Ink::Text, 1.0));
    if goes_on {
        let tip = Point::new(to, y);
        pen.line(
            vec![Point::new(to - 4.0, y - 3.0), tip, Point::new(to - 4.0, y + 3.0)],
            Stroke::solid(Ink::Text, 1.0),
        );
    } else {
        pen.segment((to, y - 2.6), (to, y + 2.6), Stroke::solid(Ink::Text, 1.0));
    }
}
