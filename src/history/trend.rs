//! The course of a firm over all its dated files.

use jiff::civil::Date;

use super::side::{Incomparable, Side, World};
use super::{Figures, Split, compare};
use crate::model::ContentVersion;

/// One dated assessment, and what changed since the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Day of reckoning.
    pub date: Date,
    /// The content it was reckoned with.
    pub content: ContentVersion,
    /// The figures of that day.
    pub figures: Figures,
    /// The difference to the moment before with its causes; none at the first.
    pub since: Option<Split>,
}

/// The course over assessments, oldest first. The differences of all moments sum to the whole difference.
pub fn trend(sides: &[Side]) -> Result<Vec<Moment>, Incomparable> {
    let mut order: Vec<&Side> = sides.iter().collect();
    order.sort_by_key(|it| it.date);
    let mut moments = Vec::with_capacity(order.len());
    for (index, side) in order.iter().enumerate() {
        let since = match index.checked_sub(1) {
            Some(before) => Some(compare(order[before], side)?.change),
            None => None,
        };
        moments.push(Moment {
            date: side.date,
            content: side.catalogue.version.clone(),
            figures: World::of(side).figures()?,
            since,
        });
    }
    Ok(moments)
}
