//! Charts as vector drawings: data in, a [`Drawing`](crate::render::drawing::Drawing) out.
//!
//! Series are told apart by a label on the line, and by dashes or hollow marks for black-and-white prints; colour
//! comes last. Words arrive from outside, only figures on the axes are written here.

mod curve;
mod exceedance;
mod labels;
mod pen;
mod scale;

pub use exceedance::{Exceedance, Reserve};
