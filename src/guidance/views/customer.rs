//! What large customers usually ask a small supplier, answered from the posture.

use std::collections::BTreeSet;

use crate::model::{Basis, Catalogue, MeasureId, PointId, Posture, Regime};

/// How well a firm can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It can say yes and show it.
    Yes,
    /// It has begun.
    Partly,
    /// Not yet.
    NotYet,
    /// Nobody has said; what is usual is no answer of this firm.
    Open,
}

/// The usual questions, and those of the rules that bind the firm, with how well it can answer them.
pub fn customer_view(
    catalogue: &Catalogue,
    posture: &Posture,
    regimes: &BTreeSet<Regime>,
) -> Vec<(PointId, Standing, Vec<MeasureId>)> {
    let asked = catalogue.views.customer.iter().filter(|it| it.regime.is_none_or(|it| regimes.contains(&it)));
    let view = asked.filter_map(|point| {
        let places = || point.measures.iter().filter_map(|it| catalogue.measure_index(it));
        // The weakest measure answers: a customer asks for the whole.
        let weakest = places().map(|it| posture.degrees[it].expected).min_by(f64::total_cmp)?;
        let is_open =
            places().any(|it| matches!(posture.degrees[it].basis, Basis::Unknown | Basis::NotAsked));
        let standing = if is_open {
            Standing::Open
        } else if weakest >= 0.7 {
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
