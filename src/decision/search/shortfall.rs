//! What is missing of the reserve to bear one year in a hundred, as a term of the search.
//!
//! In single-jump form: a very bad year is one very bad event. The number of events above the loss that one year in a
//! hundred exceeds is matched to the exact distribution at the set from which the search starts, and moves little between
//! sets (`docs/method.md`, "The missing reserve").

use crate::risk::{Cover, Line};

/// The missing reserve and its price.
#[derive(Clone, Debug)]
pub(in crate::decision) struct Shortfall<'a> {
    /// Euros a year for each missing euro.
    pub price: f64,
    /// Euros that can be lost without endangering the firm.
    pub reserve: f64,
    /// Events a year above the loss that one year in a hundred exceeds.
    pub events: f64,
    /// What insurance pays, one per scenario; empty where nothing is insured.
    pub covers: &'a [Cover],
    /// Euros a year that may be spent at most.
    pub most_money: f64,
    /// Part of the reserve that may be missing where none is to be; none where a missing euro only has its price.
    pub tolerated: Option<f64>,
}

/// Charge for each euro a year beyond what may be spent.
const BEYOND: f64 = 50.0;
/// Charge where a reserve is missing that must not be, euros a year, and per euro missing.
const FORBIDDEN: (f64, f64) = (1e7, 1e3);

impl Shortfall<'_> {
    /// What a set that leaves these scenarios and takes that much money pays beyond its cost and its valued loss.
    pub fn price_of(&self, lines: impl Iterator<Item = Line>, money: f64) -> f64 {
        let lines: Vec<Line> = lines.collect();
        let missing = (very_bad_year(&lines, self.covers, self.events) - self.reserve).max(0.0);
        let forbidden = match self.tolerated {
            Some(share) if missing > share * self.reserve => FORBIDDEN.0 + FORBIDDEN.1 * missing,
            _ => 0.0,
        };
        self.price * missing + forbidden + BEYOND * (money - self.most_money).max(0.0)
    }
}

/// The loss that so many single events a year exceed, euros; what insurance pays taken off.
pub(in crate::decision) fn very_bad_year(lines: &[Line], covers: &[Cover], events: f64) -> f64 {
    let (mut low, mut high) = (1.0, lines.iter().map(|it| it.cap.min(1e12)).fold(1.0, f64::max));
    if events_above(lines, covers, low) <= events {
        return 0.0;
    }
    for _ in 0..HALVINGS {
        let middle = libm::sqrt(low * high);
        if events_above(lines, covers, middle) > events { low = middle } else { high = middle }
    }
    libm::sqrt(low * high)
}

/// Halvings of the logarithmic range: to less than a euro in a million.
const HALVINGS: usize = 40;

/// Events a year of which more than so many euros stay with the firm.
pub(in crate::decision) fn events_above(lines: &[Line], covers: &[Cover], kept: f64) -> f64 {
    let each = lines.iter().enumerate().map(|(at, line)| {
        let loss = covers.get(at).map_or(kept, |it| gross(it, kept));
        line.frequency * line.probability_above(loss)
    });
    each.sum()
}

/// The loss of which so many euros stay with the firm.
fn gross(cover: &Cover, kept: f64) -> f64 {
    if cover.share <= 0.0 || cover.limit <= 0.0 {
        return kept;
    }
    let (from, to) = (cover.deductible / cover.share, (cover.deductible + cover.limit) / cover.share);
    if kept <= from {
        return kept;
    }
    let shared =
        if cover.share < 1.0 { (kept - cover.deductible) / (1.0 - cover.share) } else { f64::INFINITY };
    if shared <= to { shared } else { kept + cover.limit }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_of_a_loss_leads_back_to_it() {
        let cover = Cover { share: 0.8, deductible: 1000.0, limit: 50_000.0 };
        for loss in [500.0, 1250.0, 20_000.0, 63_750.0, 200_000.0] {
            let kept = loss - cover.pays(loss);
            assert!((gross(&cover, kept) - loss).abs() < 1e-6, "{loss}: {kept}");
        }
    }
}
