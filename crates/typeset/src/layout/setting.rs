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
    /// Margins of 19 mm, the foot inside the lower one.
    pub const A4: Self = Self { left: 53.86, top: 45.0, width: 487.56, bottom: 796.0, foot: 807.0 };

    /// Height for content.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }
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
    pub(super) hyphenate: bool,
}

const BASE: Setting = Setting {
    size: 9.8,
    leading: 13.0,
    face: Face::Regular,
    ink: Ink::Text,
    before: 4.0,
    after: 5.0,
    tracking: 0.0,
    hyphenate: true,
};

impl Setting {
    pub(super) const BODY: Self = BASE;
    pub(super) const LEAD: Self =
        Self { size: 12.0, leading: 15.6, before: 6.0, after: 10.0, hyphenate: false, ..BASE };
    pub(super) const NOTE: Self = Self { size: 8.4, leading: 11.0, ink: Ink::Soft, before: 4.0, ..BASE };
    pub(super) const BYLINE: Self =
        Self { size: 9.5, leading: 12.6, ink: Ink::Soft, before: 4.0, after: 8.0, ..BASE };
    pub(super) const KICKER: Self = Self {
        size: 8.2,
        leading: 13.0,
        ink: Ink::Soft,
        before: 0.0,
        after: 0.0,
        tracking: 0.55,
        hyphenate: false,
        ..BASE
    };
    pub(super) const TITLE: Self = Self {
        size: 19.0,
        leading: 23.0,
        face: Face::Semibold,
        before: 20.0,
        after: 5.0,
        hyphenate: false,
        ..BASE
    };
    pub(super) const HEADING: Self = Self {
        size: 11.5,
        leading: 14.6,
        face: Face::Semibold,
        ink: Ink::Accent,
        before: 12.0,
        after: 3.5,
        hyphenate: false,
        ..BASE
    };
    pub(super) const SUBHEADING: Self = Self {
        size: 9.2,
        leading: 11.8,
        face: Face::Semibold,
        before: 5.0,
        after: 1.6,
        hyphenate: false,
        ..BASE
    };
    pub(super) const CELL: Self = Self { size: 9.5, leading: 12.6, ..BASE };
    pub(super) const DENSE_CELL: Self = Self { size: 8.2, leading: 10.2, ..BASE };
    pub(super) const SMALL: Self = Self { size: 8.0, leading: 9.7, before: 2.0, after: 2.0, ..BASE };
    pub(super) const FOOT: Self = Self { size: 7.5, leading: 9.6, ink: Ink::Soft, hyphenate: false, ..BASE };
    pub(super) const FIELD: Self = Self { size: 8.5, leading: 11.0, ink: Ink::Soft, ..BASE };

    /// Height of the capitals' top above the baseline's line box: puts a line's baseline.
    pub(super) fn baseline(&self) -> f64 {
        // Ascender and descender of the typeface are 0.75 and 0.25 of the size for all practical letters.
        (self.leading - self.size) / 2.0 + 0.76 * self.size
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
