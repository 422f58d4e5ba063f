//! What would be if: measures added or taken away, without changing the answers.

use super::cost::Annual;
use super::offers::Offers;
use crate::model::{MeasureId, TierLevel};

/// What is changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// Measures added: at the tier named, else at the first that is above today's degree.
    pub with: Vec<(MeasureId, Option<TierLevel>)>,
    /// Measures taken away entirely.
    pub without: Vec<MeasureId>,
}

/// Degrees after a change, what it costs a year, and what of it does not apply.
pub fn changed(offers: &Offers, change: &Change) -> (Vec<f64>, Annual, Vec<MeasureId>) {
    let mut degrees = offers.present.clone();
    let mut annual = Annual::nothing(&offers.terms);
    let mut ignored = Vec::new();
    for (id, level) in &change.with {
        let place = offers.catalogue.measure_index(id);
        let unit = place.and_then(|it| offers.unit_of[it]);
        let (Some(place), Some(unit)) = (place, unit) else {
            ignored.push(id.clone());
            continue;
        };
        let mut its = offers.units[unit].offers.iter().filter(|it| it.measure == place);
        let offer = match level {
            Some(level) => its.find(|it| it.level == *level),
            None => its.next(),
        };
        // A tier that is reached already changes nothing and costs nothing.
        if let Some(offer) = offer {
            annual = annual.and(&offer.annual);
            degrees[place] = degrees[place].max(offer.degree);
        }
    }
    for id in &change.without {
        match offers.catalogue.measure_index(id).filter(|it| offers.unit_of[*it].is_some()) {
            Some(place) => degrees[place] = 0.0,
            None => ignored.push(id.clone()),
        }
    }
    (degrees, annual, ignored)
}
