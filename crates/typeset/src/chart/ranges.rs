//! How far estimates reach, on one logarithmic scale.

use super::pen::{Hold, Pen, Type};
use super::rows::Rows;
use super::scale::{LogScale, threefold, threefold_ticks};
use crate::drawing::{Drawing, Ink, Point, Rect, Stroke};

/// An estimate with its range.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// What is estimated.
    pub name: String,
    /// Lower end.
    pub low: f64,
    /// The estimate.
    pub value: f64,
    /// Upper end.
    pub high: f64,
    /// The ends in words.
    pub ends: (String, String),
    /// Whether it is of what is, or of what could be.
    pub is_today: bool,
}

/// Pale bars from end to end with a stroke at the estimate.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranges {
    /// Estimates from top to bottom.
    pub rows: Vec<Reach>,
}

const ROW: f64 = 25.0;
const AXIS: f64 = 18.0;

impl Ranges {
    /// The picture.
    pub(crate) fn draw(&self, mut pen: Pen, width: f64) -> Drawing {
        let rows = Rows::fit(&pen, width, self.rows.iter().map(|it| it.name.as_str()), std::iter::empty());
        let bottom = ROW * self.rows.len() as f64;
        let positive = |it: f64| it.max(1.0);
        let low = self.rows.iter().map(|it| positive(it.low)).fold(f64::INFINITY, f64::min);
        let high = self.rows.iter().map(|it| positive(it.high)).fold(1.0, f64::max);
        // A step of room on both sides, for the words at the ends.
        let low = threefold(if low.is_finite() { low / 3.0 } else { 1.0 }, false);
        let scale = LogScale { low, high: threefold(3.0 * high, true), from: rows.bars.0, to: width - 18.0 };
        let mut taken = f64::NEG_INFINITY;
        for tick in threefold_ticks(scale.low, scale.high) {
            let x = scale.place(tick);
            pen.segment((x, 0.0), (x, bottom), Stroke::solid(Ink::Rule, 0.6));
            let words = (pen.language.amount)(tick);
            let half = pen.width(&words, Type::AXIS) / 2.0;
            let middle = x.min(width - half);
            if middle - half > taken + 6.0 {
                taken = middle + half;
                pen.text(&words, Point::new(middle, bottom + 13.0), Hold::Middle, Type::AXIS);
            }
        }
        for (number, row) in self.rows.iter().enumerate() {
            let y = ROW * (number as f64 + 0.5);
            rows.name(&mut pen, &row.name, y);
            row.draw(&mut pen, &scale, y);
        }
        pen.drawing(width, bottom + AXIS)
    }
}

impl Reach {
    fn draw(&self, pen: &mut Pen, scale: &LogScale, y: f64) {
        let [from, at, to] = [self.low, self.value, self.high].map(|it| scale.place(it.max(1.0)));
        let (pale, ink) = if self.is_today { (Ink::Danger, Ink::Loss) } else { (Ink::Rule, Ink::Plan) };
        // Words stand on paper, not on the grid.
        let width = pen.width(&self.ends.0, Type::LABEL);
        pen.fill(Rect::new(from - 6.0 - width, y - 5.5, width + 3.0, 11.0), Ink::Paper);
        let width = pen.width(&self.ends.1, Type::LABEL);
        pen.fill(Rect::new(to + 3.0, y - 5.5, width + 3.0, 11.0), Ink::Paper);
        pen.fill(Rect::new(from, y - 4.5, (to - from).max(0.6), 9.0), pale);
        pen.segment((at, y - 7.0), (at, y + 7.0), Stroke::solid(ink, 2.0));
        pen.text(&self.ends.0, Point::new(from - 5.0, y + 3.2), Hold::Right, Type::LABEL);
        pen.text(&self.ends.1, Point::new(to + 5.0, y + 3.2), Hold::Left, Type::LABEL);
    }
}
