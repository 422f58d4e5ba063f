//! The few marks everything on a page is made of.

use super::Ink;
use crate::typeface::Face;

/// A place on the page, in points from the top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// The point `x` to the right and `y` down.
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// An upright rectangle, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// The rectangle with this upper left corner and size.
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether the two share an area.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies inside, with `slack` points of tolerance.
    pub fn encloses(&self, other: &Self, slack: f64) -> bool {
        other.x >= self.x - slack
            && other.y >= self.y - slack
            && other.right() <= self.right() + slack
            && other.bottom() <= self.bottom() + slack
    }

    /// The rectangle moved by `dx`, `dy`.
    #[must_use]
    pub fn shifted(&self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..*self }
    }
}

/// How corners and ends of a line look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// Square ends, mitred corners.
    Sharp,
    /// Round ends and corners.
    Round,
}

/// A line's ink, width in points and dashes.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub ink: Ink,
    /// Width in points.
    pub width: f64,
    /// Lengths of dash and gap in points; `None` draws through.
    pub dash: Option<(f64, f64)>,
    /// Ends and corners.
    pub join: Join,
}

impl Stroke {
    /// A plain line.
    pub fn solid(ink: Ink, width: f64) -> Self {
        Self { ink, width, dash: None, join: Join::Sharp }
    }

    /// The same line with dashes.
    #[must_use]
    pub fn dashed(self, dash: f64, gap: f64) -> Self {
        Self { dash: Some((dash, gap)), ..self }
    }

    /// The same line with round ends and corners.
    #[must_use]
    pub fn round(self) -> Self {
        Self { join: Join::Round, ..self }
    }
}

/// A run of text in one face, size and ink; `at` is the left end of its baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct TextMark {
    /// Left end of the baseline.
    pub at: Point,
    /// The characters; every one of them is in the typeface.
    pub text: String,
    /// Face.
    pub face: Face,
    /// Size in points.
    pub size: f64,
    /// Colour.
    pub ink: Ink,
    /// Extra space after every glyph, in points (for small capitals-like labels).
    pub tracking: f64,
    /// Advance width in points, kerning and tracking included, without trailing space.
    pub width: f64,
}

impl TextMark {
    /// The box around the text from ascender to descender.
    pub fn bounds(&self) -> Rect {
        Rect::new(self.at.x, self.at.y - 0.75 * self.size, self.width, 0.98 * self.size)
    }
}

/// One mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Text on a baseline.
    Text(TextMark),
    /// An open or closed line through points.
    Line {
        /// Corners in order.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A filled area with straight edges.
    Area {
        /// Corners in order.
        points: Vec<Point>,
        /// Colour.
        ink: Ink,
    },
    /// A filled rectangle.
    Box {
        /// Place and size.
        rect: Rect,
        /// Colour.
        ink: Ink,
    },
    /// A dot: filled, with a rim of the paper's colour when `hollow`.
    Dot {
        /// Middle.
        at: Point,
        /// Radius in points.
        radius: f64,
        /// Colour.
        ink: Ink,
        /// Drawn as a ring, so that two series differ without colour.
        hollow: bool,
    },
    /// The brand's logo, scaled into a rectangle.
    Logo {
        /// Place and size.
        rect: Rect,
    },
}

impl Mark {
    /// The smallest rectangle around the mark, line width left out.
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Text(text) => text.bounds(),
            Self::Line { points, .. } | Self::Area { points, .. } => around(points),
            Self::Box { rect, .. } | Self::Logo { rect } => *rect,
            Self::Dot { at, radius, .. } => {
                Rect::new(at.x - radius, at.y - radius, 2.0 * radius, 2.0 * radius)
            }
        }
    }

    /// The mark moved by `dx`, `dy`.
    #[must_use]
    pub fn shifted(mut self, dx: f64, dy: f64) -> Self {
        let shift = |point: &mut Point| {
            point.x += dx;
            point.y += dy;
        };
        match &mut self {
            Self::Text(text) => shift(&mut text.at),
            Self::Line { points, .. } | Self::Area { points, .. } => points.iter_mut().for_each(shift),
            Self::Box { rect, .. } | Self::Logo { rect } => *rect = rect.shifted(dx, dy),
            Self::Dot { at, .. } => shift(at),
        }
        self
    }
}

fn around(points: &[Point]) -> Rect {
    let mut rect: Option<(f64, f64, f64, f64)> = None;
    for point in points {
        let (left, top, right, bottom) = rect.unwrap_or((point.x, point.y, point.x, point.y));
        rect = Some((left.min(point.x), top.min(point.y), right.max(point.x), bottom.max(point.y)));
    }
    let (left, top, right, bottom) = rect.unwrap_or((0.0, 0.0, 0.0, 0.0));
    Rect::new(left, top, right - left, bottom - top)
}

/// A picture of its own size; its marks lie within it.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
    /// Marks from back to front.
    pub marks: Vec<Mark>,
}
