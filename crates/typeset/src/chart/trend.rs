//! One figure over the years.

use super::labels::Room;
use super::pen::{Hold, Pen, Type};
use super::scale::{LinearScale, round_step, round_ticks};
use crate::drawing::{Drawing, Ink, Point, Rect, Stroke};

/// The figure on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Place in time, in days from any origin.
    pub day: f64,
    /// The day in words.
    pub label: String,
    /// The figure in euros.
    pub value: f64,
    /// Its range.
    pub range: Option<(f64, f64)>,
    /// The figure in words.
    pub figure: String,
}

/// A line over dates, from zero, with whiskers.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// Moments with rising days.
    pub moments: Vec<Moment>,
}

const HEIGHT: f64 = 150.0;
const TOP: f64 = 18.0;
const BELOW: f64 = 22.0;

impl Trend {
    /// The picture.
    pub(crate) fn draw(&self, mut pen: Pen, width: f64) -> Drawing {
        let highest =
            self.moments.iter().map(|it| it.range.map_or(it.value, |range| range.1)).fold(100.0, f64::max);
        let step = round_step(highest, 4);
        let top = step * libm::ceil(highest / step);
        let left = pen.width(&(pen.language.amount)(top), Type::AXIS) + 8.0;
        let y = LinearScale { low: 0.0, high: top, from: HEIGHT - BELOW, to: TOP };
        let mut room = Room::within(Rect::new(left, 0.0, width - left, HEIGHT - BELOW));
        for tick in round_ticks(top, 5) {
            let at = y.place(tick);
            room.avoid_grid(at);
            pen.segment((left, at), (width, at), Stroke::solid(Ink::Rule, 0.6));
            pen.text(&(pen.language.amount)(tick), Point::new(left - 8.0, at + 3.0), Hold::Right, Type::AXIS);
        }
        let x = self.days(left + 30.0, width - 30.0);
        let places: Vec<Point> =
            self.moments.iter().map(|it| Point::new(x.place(it.day), y.place(it.value))).collect();
        if places.len() > 1 {
            pen.line(places.clone(), Stroke::solid(Ink::Loss, 2.0).round());
            room.block_line(places.clone());
        }
        let mut taken = f64::NEG_INFINITY;
        let last = self.moments.len().saturating_sub(1);
        for (number, (moment, at)) in self.moments.iter().zip(&places).enumerate() {
            if let Some((low, high)) = moment.range {
                let (low, high) = (y.place(low), y.place(high));
                pen.segment((at.x, low), (at.x, high), Stroke::solid(Ink::Text, 0.9));
                for end in [low, high] {
                    pen.segment((at.x - 2.6, end), (at.x + 2.6, end), Stroke::solid(Ink::Text, 0.9));
                }
            }
            pen.dot(*at, 3.2, Ink::Loss, false);
            let half =
                pen.width(&moment.label, Type::AXIS).max(pen.width(&moment.figure, Type::strong(Ink::Loss)))
                    / 2.0;
            // The last moment is today and always named; others only where there is room before it.
            let before_last = number == last || at.x + half + 6.0 < places[last].x - half;
            if at.x - half > taken + 6.0 && before_last {
                taken = at.x + half;
                pen.text(&moment.label, Point::new(at.x, HEIGHT - 7.0), Hold::Middle, Type::AXIS);
                let ends = moment.range.map_or((at.y, at.y), |range| (y.place(range.1), y.place(range.0)));
                let (top, bottom) = (ends.0.min(at.y), ends.1.max(at.y));
                let style = Type::strong(Ink::Loss);
                let size = pen.width(&moment.figure, style);
                let candidates = [top - 15.0, bottom + 6.0, top - 21.0, bottom + 12.0, top - 27.0]
                    .map(|y| Rect::new(at.x - size / 2.0, y, size, 11.0));
                if let Some(rect) = room.take(candidates) {
                    pen.text(&moment.figure, Point::new(rect.x, rect.y + 8.5), Hold::Left, style);
                }
            }
        }
        pen.drawing(width, HEIGHT)
    }

    fn days(&self, from: f64, to: f64) -> LinearScale {
        let first = self.moments.first().map_or(0.0, |it| it.day);
        let last = self.moments.last().map_or(0.0, |it| it.day);
        LinearScale { low: first, high: last.max(first + 1.0), from, to }
    }
}
