//! The charts a document can carry.

use super::Language;
use crate::chart::{Bars, Exceedance, Frontier, Pairs, Pen, Progress, Ranges, Topics, Trend};
use crate::drawing::Drawing;
use crate::typeface::Typeface;

/// A chart: its data, drawn at the width the page has for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// How likely a year is to cost more than an amount.
    Exceedance(Exceedance),
    /// What measures avoid against what they cost.
    Bars(Bars),
    /// Today against the plan, row by row.
    Pairs(Pairs),
    /// What every euro for protection buys.
    Frontier(Frontier),
    /// Protection by topic against firms of that size.
    Topics(Topics),
    /// One figure over the years.
    Trend(Trend),
    /// How far estimates reach.
    Ranges(Ranges),
    /// How far something is.
    Progress(Progress),
}

impl Chart {
    /// The picture at a width in points.
    pub fn draw(&self, typeface: &Typeface, language: &Language, width: f64) -> Drawing {
        let pen = Pen::new(typeface, language);
        match self {
            Self::Exceedance(chart) => chart.draw(pen, width),
            Self::Bars(chart) => chart.draw(pen, width),
            Self::Pairs(chart) => chart.draw(pen, width),
            Self::Frontier(chart) => chart.draw(pen, width),
            Self::Topics(chart) => chart.draw(pen, width),
            Self::Trend(chart) => chart.draw(pen, width),
            Self::Ranges(chart) => chart.draw(pen, width),
            Self::Progress(chart) => chart.draw(pen, width),
        }
    }
}
