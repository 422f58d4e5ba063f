//! Paper, margins and type sizes.

use crate::document::{Strength, Style, Tone};
use crate::drawing::Ink;
use crate::typeface::Face;

/// A4 in points: width and height.
pub const PAPER: (f64, f64) = (595.28, 841.89);

/// Where content stands on a page, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Lower edge of content.
    pub bottom: f64,
    /// The foot's rule.
    pub foot: f64,
}

impl Frame {
    /// Margins of 21 mm, the foot's rule 16 mm above the edge.
    pub const A4: Self = Self { left: 59.53, top: 38.0, width: 476.22, bottom: 787.0, foot: 796.5 };

    /// Height for content.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }
}

/// Where words may be divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hyphens {
    /// Wherever a line would stay empty.
    Free,
    /// Only in a word that is longer than its line.
    IfNeeded,
}

/// How a kind of text is set. Sizes and distances in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Setting {
    pub(super) size: f64,
    pub(super) leading: f64,
    pub(super) face: Face,
    pub(super) ink: Ink,
    pub(super) before: f64,
    pub(super) after: f64,
    pub(super) tracking: f64,
    pub(super) hyphens: Hyphens,
}

const BASE: Setting = Setting {
    size: 10.0,
    leading: 13.0,
    face: Face::Regular,
    ink: Ink::Text,
    before: 4.0,
    after: 5.0,
    tracking: 0.0,
    hyphens: Hyphens::Free,
};

/// Nothing a document says is set smaller than 9.5 points; second lines and remarks have 8.5, the foot 8.
impl Setting {
    pub(super) const BODY: Self = BASE;
    pub(super) const LEAD: Self =
        Self { size: 12.5, leading: 17.0, before: 6.0, after: 7.0, hyphens: Hyphens::IfNeeded, ..BASE };
    pub(super) const NOTE: Self = Self { size: 8.5, leading: 11.5, ink: Ink::Soft, before: 4.0, ..BASE };
    pub(super) const BYLINE: Self = Self {
        size: 9.5,
        leading: 11.5,
        ink: Ink::Soft,
        before: 2.0,
        after: 5.0,
        hyphens: Hyphens::IfNeeded,
        ..BASE
    };
    pub(super) const KICKER: Self = Self {
        size: 8.5,
        leading: 11.5,
        ink: Ink::Soft,
        before: 0.0,
        after: 0.0,
        tracking: 0.55,
        hyphens: Hyphens::IfNeeded,
        ..BASE
    };
    pub(super) const TITLE: Self = Self {
        size: 21.0,
        leading: 24.0,
        face: Face::Semibold,
        before: 20.0,
        after: 5.0,
        hyphens: Hyphens::IfNeeded,
        ..BASE
    };
    pub(super) const SHEET_TITLE: Self =
        Self { size: 17.0, leading: 21.0, before: 0.0, after: 0.0, ..Self::TITLE };
    pub(super) const HEADING: Self = Self {
        size: 12.5,
        leading: 15.0,
        face: Face::Semibold,
        ink: Ink::Accent,
        before: 12.0,
        after: 3.5,
        hyphens: Hyphens::IfNeeded,
        ..BASE
    };
    pub(super) const SUBHEADING: Self = Self {
        size: 10.0,
        leading: 13.0,
        face: Face::Semibold,
        before: 6.0,
        after: 1.6,
        hyphens: Hyphens::IfNeeded,
        ..BASE
    };
    pub(super) const CELL: Self = Self { hyphens: Hyphens::IfNeeded, ..BASE };
    pub(super) const DENSE_CELL: Self = Self { size: 9.5, leading: 11.5, hyphens: Hyphens::IfNeeded, ..BASE };
    pub(super) const SMALL: Self = Self { size: 9.5, leading: 11.5, before: 2.0, after: 2.0, ..BASE };
    pub(super) const FOOT: Self =
        Self { size: 8.0, leading: 10.0, ink: Ink::Soft, hyphens: Hyphens::IfNeeded, ..BASE };
    pub(super) const FIELD: Self = Self { size: 8.5, leading: 11.5, ink: Ink::Soft, ..BASE };

    /// From the top of a line to its baseline.
    pub(super) fn baseline(&self) -> f64 {
        baseline(self.size, self.leading)
    }

    /// The face of a run within this setting.
    pub(super) fn face(&self, style: Style) -> Face {
        match style.strength {
            Strength::Plain => self.face,
            Strength::Bold => Face::Bold,
            Strength::Italic => Face::Italic,
        }
    }

    /// The ink of a run within this setting.
    pub(super) fn ink(&self, style: Style, linked: bool) -> Ink {
        match style.tone {
            Tone::Plain if linked => Ink::Accent,
            Tone::Plain => self.ink,
            Tone::Soft => Ink::Soft,
            Tone::Gain => Ink::Plan,
            Tone::Loss => Ink::Loss,
        }
    }

    /// The same setting in another ink.
    pub(super) fn inked(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// The same setting in another face.
    pub(super) fn faced(self, face: Face) -> Self {
        Self { face, ..self }
    }
}

/// From the top of a line to its baseline. Ascender and descender of the typeface are 0.75 and 0.25 of the size for all
/// practical letters.
pub(super) fn baseline(size: f64, leading: f64) -> f64 {
    (leading - size) / 2.0 + 0.76 * size
}
