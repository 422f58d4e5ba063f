//! How far something is.

use super::pen::{Hold, Pen, Type};
use crate::drawing::{Drawing, Ink, Point, Rect, Stroke};

/// A bar of what is done and what comes next, with a mark where enough is reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// What is done, of `whole`.
    pub done: f64,
    /// What comes next.
    pub next: f64,
    /// Where enough is reached.
    pub enough: f64,
    /// The whole.
    pub whole: f64,
    /// Names what is done.
    pub done_label: String,
    /// Names what comes next.
    pub next_label: String,
    /// Names the mark.
    pub enough_label: String,
}

const TOP: f64 = 4.0;
const BAR: f64 = 7.5;
const HEIGHT: f64 = 28.0;

impl Progress {
    /// The picture.
    pub(crate) fn draw(&self, mut pen: Pen, width: f64) -> Drawing {
        let place = |it: f64| width * (it / self.whole.max(1.0)).clamp(0.0, 1.0);
        let (done, next, enough) = (place(self.done), place(self.done + self.next), place(self.enough));
        pen.fill(Rect::new(0.0, TOP, width, BAR), Ink::Rule);
        pen.fill(Rect::new(done, TOP, next - done, BAR), Ink::Cost);
        pen.fill(Rect::new(0.0, TOP, done.max(0.6), BAR), Ink::Plan);
        pen.segment((enough, 0.0), (enough, TOP + BAR + 4.0), Stroke::solid(Ink::Text, 1.0));
        let soft = Type { ink: Ink::Soft, ..Type::LABEL };
        let baseline = TOP + BAR + 13.0;
        let first = pen.text(&self.done_label, Point::new(0.0, baseline), Hold::Left, soft);
        let second = pen.text(
            &self.next_label,
            Point::new((done + 4.0).max(first.right() + 12.0), baseline),
            Hold::Left,
            soft,
        );
        let label = pen.width(&self.enough_label, Type::LABEL);
        let x = enough.max(second.right() + 12.0).min(width - label);
        pen.text(&self.enough_label, Point::new(x, baseline), Hold::Left, Type::LABEL);
        pen.drawing(width, HEIGHT)
    }
}
