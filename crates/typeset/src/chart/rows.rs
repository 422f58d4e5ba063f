//! Charts of rows: a name on the left, bars in the middle, a figure on the right.

use super::pen::{Hold, Pen, Type};
use crate::drawing::{Ink, Point, Rect};

/// Names take at most this share of the width.
const NAME_SHARE: f64 = 0.36;
/// Distance between name, bars and figure.
const GAP: f64 = 9.0;
/// Distance between the two lines of a name.
const NAME_LEADING: f64 = 10.6;

/// The columns of a chart of rows.
pub(super) struct Rows {
    /// Right edge of the names.
    pub(super) names: f64,
    /// Where bars start and end.
    pub(super) bars: (f64, f64),
    /// Right edge of the figures.
    pub(super) figures: f64,
}

impl Rows {
    /// Columns for these names and figures.
    pub(super) fn fit<'a>(
        pen: &Pen,
        width: f64,
        names: impl Iterator<Item = &'a str>,
        figures: impl Iterator<Item = &'a str>,
    ) -> Self {
        let widest = |texts: &mut dyn Iterator<Item = &'a str>, style: Type| {
            texts.map(|text| pen.width(text, style)).fold(0.0, f64::max)
        };
        let mut names = names;
        let mut figures = figures;
        let name_width = widest(&mut names, Type::LABEL).min(NAME_SHARE * width);
        let figure_width = widest(&mut figures, Type::strong(Ink::Text)).min(0.3 * width);
        let left = if name_width > 0.0 { name_width + GAP } else { 0.0 };
        let right = if figure_width > 0.0 { figure_width + GAP } else { 0.0 };
        Self { names: name_width, bars: (left, width - right), figures: width }
    }

    /// Height of a row: `usual`, or more where a name needs two lines.
    pub(super) fn height<'a>(&self, pen: &Pen, names: impl Iterator<Item = &'a str>, usual: f64) -> f64 {
        let lines = names.map(|it| two_lines(pen, it, self.names).len()).max().unwrap_or(1);
        usual.max(NAME_LEADING * lines as f64 + 3.0)
    }

    /// Writes a row's name, on two lines if it needs them, centred on `y`.
    pub(super) fn name(&self, pen: &mut Pen, text: &str, y: f64) {
        let lines = two_lines(pen, text, self.names);
        let first = y + 3.2 - NAME_LEADING * (lines.len().saturating_sub(1)) as f64 / 2.0;
        for (row, line) in lines.iter().enumerate() {
            let at = Point::new(self.names, first + row as f64 * NAME_LEADING);
            pen.text(line, at, Hold::Right, Type::LABEL);
        }
    }

    /// Writes a row's figure, centred on `y`.
    pub(super) fn figure(&self, pen: &mut Pen, text: &str, y: f64, style: Type) {
        let text = pen.shortened(text, self.figures - self.bars.1 - GAP + 0.5, style);
        pen.text(&text, Point::new(self.figures, y + 3.2), Hold::Right, style);
    }
}

/// A text on at most two lines; what does not fit ends in an ellipsis.
pub(super) fn two_lines(pen: &Pen, text: &str, width: f64) -> Vec<String> {
    let style = Type::LABEL;
    if pen.width(text, style) <= width + 0.01 {
        return vec![text.to_owned()];
    }
    let mut first = String::new();
    let mut rest = text;
    for (at, _) in text.match_indices([' ', '-', '/']) {
        let end = at + 1;
        if pen.width(text[..end].trim_end(), style) > width {
            break;
        }
        text[..end].trim_end().clone_into(&mut first);
        rest = &text[end..];
    }
    if first.is_empty() {
        return vec![pen.shortened(text, width, style)];
    }
    vec![first, pen.shortened(rest, width, style)]
}

/// A line above the rows that says what each mark means, next to a sample of it.
pub(super) struct Key {
    x: f64,
    y: f64,
}

impl Key {
    pub(super) fn at(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// A sample of 16 by 8 points drawn by `sample`, then its meaning.
    pub(super) fn add(&mut self, pen: &mut Pen, meaning: &str, sample: impl FnOnce(&mut Pen, Rect)) {
        sample(pen, Rect::new(self.x, self.y - 4.0, 16.0, 8.0));
        let style = Type { ink: Ink::Soft, ..Type::LABEL };
        let drawn = pen.text(meaning, Point::new(self.x + 21.0, self.y + 3.2), Hold::Left, style);
        self.x = drawn.right() + 16.0;
    }
}
