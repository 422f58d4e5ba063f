//! Today against the plan, row by row.

use super::pen::{Hold, Pen, Type};
use super::rows::{Key, Rows};
use crate::drawing::{Drawing, Ink, Point, Rect, Stroke};

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Its name.
    pub name: String,
    /// Today, in the chart's unit.
    pub today: f64,
    /// With the plan.
    pub plan: Option<f64>,
    /// The figures in words.
    pub figure: String,
}

/// Bars for today with the plan as a shorter bar inside.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs {
    /// Rows from top to bottom.
    pub pairs: Vec<Pair>,
    /// Names today's bars.
    pub today_label: String,
    /// Names the plan's bars; unused without a plan.
    pub plan_label: String,
    /// Names the figures on the right.
    pub figure_label: String,
}

const TOP: f64 = 22.0;
const ROW: f64 = 18.5;

impl Pairs {
    /// The picture.
    pub(crate) fn draw(&self, mut pen: Pen, width: f64) -> Drawing {
        let figures = self.pairs.iter().map(|it| it.figure.as_str()).chain([self.figure_label.as_str()]);
        let rows = Rows::fit(&pen, width, self.pairs.iter().map(|it| it.name.as_str()), figures);
        let most = self.pairs.iter().map(|it| it.today.max(it.plan.unwrap_or_default())).fold(1e-9, f64::max);
        let (from, to) = rows.bars;
        let length = |value: f64| (to - from) * (value / most).clamp(0.0, 1.0);
        let row = rows.height(&pen, self.pairs.iter().map(|it| it.name.as_str()), ROW);
        let bottom = TOP + row * self.pairs.len() as f64;
        let mut key = Key::at(0.0, 8.0);
        key.add(&mut pen, &self.today_label, |pen, rect| pen.fill(rect, Ink::Loss));
        if self.pairs.iter().any(|it| it.plan.is_some()) {
            key.add(&mut pen, &self.plan_label, |pen, rect| {
                pen.fill(Rect::new(rect.x, rect.y + 1.5, rect.width, 5.0), Ink::Plan);
            });
        }
        let style = Type { ink: Ink::Soft, ..Type::LABEL };
        pen.text(&self.figure_label, Point::new(rows.figures, 11.2), Hold::Right, style);
        for (number, pair) in self.pairs.iter().enumerate() {
            let y = TOP + row * (number as f64 + 0.5);
            rows.name(&mut pen, &pair.name, y);
            pen.fill(Rect::new(from, y - 7.0, length(pair.today).max(0.6), 14.0), Ink::Loss);
            if let Some(plan) = pair.plan {
                let inner = Rect::new(from, y - 3.0, length(plan).max(0.6), 6.0);
                pen.fill(Rect::new(from, inner.y - 1.0, inner.width + 1.0, 8.0), Ink::Paper);
                pen.fill(inner, Ink::Plan);
            }
            rows.figure(&mut pen, &pair.figure, y, Type::strong(Ink::Text));
        }
        pen.segment((from, TOP), (from, bottom), Stroke::solid(Ink::Text, 0.8));
        pen.drawing(width, bottom + 4.0)
    }
}
