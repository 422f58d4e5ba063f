//! The charts a document can carry.

use crate::render::chart::Exceedance;
use crate::render::drawing::Drawing;
use crate::render::typeface::Typeface;

/// A chart: its data, drawn at the width the page has for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// How likely a year is to cost more than an amount.
    Exceedance(Exceedance),
}

impl Chart {
    /// The picture at a width in points.
    pub fn draw(&self, typeface: &Typeface, width: f64) -> Drawing {
        match self {
            Self::Exceedance(chart) => chart.draw(typeface, width),
        }
    }
}
