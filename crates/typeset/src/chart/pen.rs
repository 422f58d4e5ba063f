//! Collects the marks of a chart.

use crate::document::Language;
use crate::drawing::{Drawing, Ink, Mark, Point, Rect, Stroke, TextMark};
use crate::typeface::{Face, Typeface, printable};

/// Which end of a text stands at the given point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    Left,
    Middle,
    Right,
}

/// A text's look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Type {
    pub(super) face: Face,
    pub(super) size: f64,
    pub(super) ink: Ink,
}

impl Type {
    /// Figures on axes.
    pub(super) const AXIS: Self = Self { face: Face::Regular, size: 8.5, ink: Ink::Soft };
    /// Words in the chart.
    pub(super) const LABEL: Self = Self { face: Face::Regular, size: 9.0, ink: Ink::Text };

    pub(super) fn strong(ink: Ink) -> Self {
        Self { face: Face::Semibold, size: 9.0, ink }
    }
}

/// A hand that draws.
pub(crate) struct Pen<'a> {
    pub(super) typeface: &'a Typeface,
    pub(super) language: &'a Language,
    pub(super) marks: Vec<Mark>,
}

impl<'a> Pen<'a> {
    pub(crate) fn new(typeface: &'a Typeface, language: &'a Language) -> Self {
        Self { typeface, language, marks: Vec::new() }
    }

    /// Width of a text.
    pub(super) fn width(&self, text: &str, style: Type) -> f64 {
        self.typeface.width(style.face, style.size, &printable(self.typeface, text))
    }

    /// The text cut to a width, with an ellipsis where something is missing.
    pub(super) fn shortened(&self, text: &str, width: f64, style: Type) -> String {
        self.typeface.shortened(style.face, style.size, &printable(self.typeface, text), width)
    }

    /// The mark of a text whose baseline passes through `at`.
    pub(super) fn text_mark(&self, text: &str, at: Point, hold: Hold, style: Type) -> TextMark {
        let text = printable(self.typeface, text);
        let width = self.typeface.width(style.face, style.size, &text);
        let x = match hold {
            Hold::Left => at.x,
            Hold::Middle => at.x - width / 2.0,
            Hold::Right => at.x - width,
        };
        let Type { face, size, ink } = style;
        TextMark { at: Point::new(x, at.y), text, face, size, ink, tracking: 0.0, width }
    }

    pub(super) fn text(&mut self, text: &str, at: Point, hold: Hold, style: Type) -> Rect {
        let mark = self.text_mark(text, at, hold, style);
        let bounds = mark.bounds();
        self.marks.push(Mark::Text(mark));
        bounds
    }

    pub(super) fn line(&mut self, points: Vec<Point>, stroke: Stroke) {
        self.marks.push(Mark::Line { points, stroke });
    }

    pub(super) fn segment(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        self.line(vec![Point::new(from.0, from.1), Point::new(to.0, to.1)], stroke);
    }

    pub(super) fn fill(&mut self, rect: Rect, ink: Ink) {
        self.marks.push(Mark::Box { rect, ink });
    }

    pub(super) fn area(&mut self, points: Vec<Point>, ink: Ink) {
        self.marks.push(Mark::Area { points, ink });
    }

    pub(super) fn dot(&mut self, at: Point, radius: f64, ink: Ink, hollow: bool) {
        self.marks.push(Mark::Dot { at, radius, ink, hollow });
    }

    pub(super) fn drawing(self, width: f64, height: f64) -> Drawing {
        Drawing { width, height, marks: self.marks }
    }
}
