//! How far protection reaches, topic by topic, against firms of that size.

use super::pen::{Hold, Pen, Type};
use super::rows::{Key, Rows};
use crate::drawing::{Drawing, Ink, Point, Rect, Stroke};

/// A topic; shares run from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicBar {
    /// Its name.
    pub name: String,
    /// The firm's share of what can be reached.
    pub own: f64,
    /// Lower and upper end, where answers are missing.
    pub range: Option<(f64, f64)>,
    /// The share of firms of that size.
    pub typical: Option<f64>,
    /// The figure in words.
    pub figure: String,
}

/// Bars on a common scale with a mark for firms of that size.
#[derive(Clone, Debug, PartialEq)]
pub struct Topics {
    /// Topics from top to bottom.
    pub topics: Vec<TopicBar>,
    /// Names the bars.
    pub own_label: String,
    /// Names the marks.
    pub typical_label: String,
    /// Names the ranges.
    pub range_label: String,
}

const TOP: f64 = 24.0;
const ROW: f64 = 15.0;

impl Topics {
    /// The picture.
    pub(crate) fn draw(&self, mut pen: Pen, width: f64) -> Drawing {
        let rows = Rows::fit(
            &pen,
            width,
            self.topics.iter().map(|it| it.name.as_str()),
            self.topics.iter().map(|it| it.figure.as_str()),
        );
        let (from, to) = rows.bars;
        let place = |share: f64| from + (to - from) * share.clamp(0.0, 1.0);
        let row = rows.height(&pen, self.topics.iter().map(|it| it.name.as_str()), ROW);
        let bottom = TOP + row * self.topics.len() as f64;
        self.key(&mut pen);
        for (number, topic) in self.topics.iter().enumerate() {
            let y = TOP + row * (number as f64 + 0.5);
            rows.name(&mut pen, &topic.name, y);
            pen.fill(Rect::new(from, y - 5.0, to - from, 10.0), Ink::Ground);
            pen.fill(Rect::new(from, y - 5.0, (place(topic.own) - from).max(0.6), 10.0), Ink::Plan);
            if let Some((low, high)) = topic.range {
                super::bars::whisker(&mut pen, (place(low), place(high)), y, false);
            }
            if let Some(typical) = topic.typical {
                mark(&mut pen, place(typical), y);
            }
            rows.figure(&mut pen, &topic.figure, y, Type::strong(Ink::Text));
        }
        for percent in [0.0, 25.0, 50.0, 75.0, 100.0] {
            let x = place(percent / 100.0);
            let words = (pen.language.percent)(percent / 100.0);
            pen.segment((x, bottom + 1.0), (x, bottom + 4.0), Stroke::solid(Ink::Soft, 0.6));
            pen.text(&words, Point::new(x, bottom + 14.0), Hold::Middle, Type::AXIS);
        }
        pen.drawing(width, bottom + 20.0)
    }

    fn key(&self, pen: &mut Pen) {
        let mut key = Key::at(0.0, 8.0);
        key.add(pen, &self.own_label, |pen, rect| pen.fill(rect, Ink::Plan));
        if self.topics.iter().any(|it| it.range.is_some()) {
            key.add(pen, &self.range_label, |pen, rect| {
                super::bars::whisker(pen, (rect.x, rect.right()), rect.y + 4.0, false);
            });
        }
        if self.topics.iter().any(|it| it.typical.is_some()) {
            key.add(pen, &self.typical_label, |pen, rect| mark(pen, rect.x + 9.0, rect.y + 4.0));
        }
    }
}

/// A diamond on a light rim: where firms of that size stand.
fn mark(pen: &mut Pen, x: f64, y: f64) {
    for (size, ink) in [(6.2, Ink::Paper), (4.6, Ink::Text)] {
        pen.area(
            vec![
                Point::new(x, y - size),
                Point::new(x + size, y),
                Point::new(x, y + size),
                Point::new(x - size, y),
            ],
            ink,
        );
    }
}
