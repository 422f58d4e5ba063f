//! Marks on paper: what both the PDF and the inline SVG of the HTML page can draw.
//!
//! Coordinates are points (1/72 inch); x grows to the right, y grows **down** from the top left corner.

mod mark;
mod palette;

pub use mark::{Drawing, Join, Mark, Point, Rect, Stroke, TextMark};
pub use palette::{Ink, Palette, PaletteFault, Rgb};
