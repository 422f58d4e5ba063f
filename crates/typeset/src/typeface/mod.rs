//! The report's typeface: what it can draw, how wide, and with which kerning.

mod clean;
mod face;
mod kerning;

pub use clean::{harmless, printable};
pub use face::{Face, Glyph, Typeface};
