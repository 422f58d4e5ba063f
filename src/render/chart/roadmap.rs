//! What happens when.

use super::pen::{Hold, Pen, Type};
use super::rows::Rows;
use crate::render::drawing::{Drawing, Ink, Point, Rect, Stroke};
use crate::render::typeface::Typeface;

/// A task.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// Its name.
    pub name: String,
    /// First period it takes, from 0.
    pub from: usize,
    /// The period after its last.
    pub to: usize,
    /// Who does it or what it costs.
    pub note: String,
}

/// Bars over periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Roadmap {
    /// Names of the periods, such as months.
    pub periods: Vec<String>,
    /// Tasks from top to bottom.
    pub tasks: Vec<Task>,
}

const TOP: f64 = 20.0;
const ROW: f64 = 23.0;

impl Roadmap {
    /// The picture.
    pub fn draw(&self, typeface: &Typeface, width: f64) -> Drawing {
        let mut pen = Pen::new(typeface);
        let rows = Rows::fit(
            &pen,
            width,
            self.tasks.iter().map(|it| it.name.as_str()),
            self.tasks.iter().map(|it| it.note.as_str()),
        );
        let (from, to) = rows.bars;
        let count = self.periods.len().max(1);
        let place = |period: usize| from + (to - from) * period.min(count) as f64 / count as f64;
        let bottom = TOP + ROW * self.tasks.len() as f64;
        let mut taken = f64::NEG_INFINITY;
        for (number, period) in self.periods.iter().enumerate() {
            let (left, right) = (place(number), place(number + 1));
            if number % 2 == 1 {
                pen.fill(Rect::new(left, TOP - 4.0, right - left, bottom - TOP + 4.0), Ink::Ground);
            }
            let middle = f64::midpoint(left, right);
            let half = pen.width(period, Type::AXIS) / 2.0;
            if middle - half > taken + 3.0 && middle + half <= width {
                pen.text(period, Point::new(middle, TOP - 9.0), Hold::Middle, Type::AXIS);
                taken = middle + half;
            }
        }
        for (number, task) in self.tasks.iter().enumerate() {
            let y = TOP + ROW * (number as f64 + 0.5);
            rows.name(&mut pen, &task.name, y);
            let (left, right) = (place(task.from), place(task.to.max(task.from + 1)));
            pen.fill(Rect::new(left + 1.0, y - 5.0, (right - left - 2.0).max(2.0), 10.0), Ink::Plan);
            rows.figure(&mut pen, &task.note, y, Type { ink: Ink::Soft, ..Type::LABEL });
        }
        pen.segment((from, TOP - 4.0), (to, TOP - 4.0), Stroke::solid(Ink::Rule, 0.6));
        pen.segment((from, bottom), (to, bottom), Stroke::solid(Ink::Rule, 0.6));
        pen.drawing(width, bottom + 4.0)
    }
}
