//! What large customers usually ask a small supplier, answered from the posture.

use crate::model::{Catalogue, MeasureId, PointId, Posture};

/// How well a firm can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It can say yes and show it.
    Yes,
    /// It has begun.
    Partly,
    /// Not yet.
    NotYet,
}

/// The usual questions with how well this firm can answer them.
pub fn customer_view(catalogue: &Catalogue, posture: &Posture) -> Vec<(PointId, Standing, Vec<MeasureId>)> {
    let view = catalogue.views.customer.iter().filter_map(|point| {
        let places = point.measures.iter().filter_map(|it| catalogue.measure_index(it));
        // The weakest measure answers: a customer asks for the whole.
        let weakest = places.map(|it| posture.degrees[it].expected).min_by(f64::total_cmp)?;
        let standing = if weakest >= 0.7 {
            Standing::Yes
        } else if weakest >= 0.35 {
            Standing::Partly
        } else {
            Standing::NotYet
        };
        Some((point.id.clone(), standing, point.measures.clone()))
    });
    view.collect()
}
