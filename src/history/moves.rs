//! What every measure that moved did to the expected loss.
//!
//! Many measures move at once, and what one of them brings depends on the others. The difference is therefore paid
//! out along the straight way from the old degrees to the new ones: at every point each measure gets what its next
//! small step changes (Aumann, Shapley, Values of Non-Atomic Games, 1974). The parts sum to the whole difference
//! and depend on no order.

use super::side::{Incomparable, Side, World};
use crate::model::MeasureId;
use crate::risk::FirmModel;

/// Steps of the way. With so many, there and back again agree within a thousandth of the whole (`tests/it/history.rs`).
const STEPS: u32 = 16;

/// A degree that moves by less did not move.
const SAME: f64 = 1e-9;

/// A measure whose degree is another than before, under the new company and the new content.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The measure.
    pub measure: MeasureId,
    /// Degree before, 0 to 1.
    pub before: f64,
    /// Degree now, 0 to 1.
    pub now: f64,
    /// Part of the way that new answers explain, in degrees.
    pub by_answers: f64,
    /// Part of the way that time explains, in degrees.
    pub by_ageing: f64,
    /// What new answers changed in the expected loss, euros a year; below zero it fell.
    pub answers_eur: f64,
    /// What time changed in the expected loss, euros a year.
    pub ageing_eur: f64,
}

impl Move {
    /// Both changes of the expected loss together, euros a year.
    pub fn total_eur(&self) -> f64 {
        self.answers_eur + self.ageing_eur
    }
}

/// The measures that moved between two sides, the largest change of the expected loss first.
pub(super) fn moves(old: &Side, new: &Side) -> Result<Vec<Move>, Incomparable> {
    let firm = World::of(new).firm()?;
    let degrees = |answers: &Side, time: &Side| {
        World { records: &answers.answers.records, date: time.date, ..World::of(new) }.degrees()
    };
    let corners = [degrees(old, old), degrees(new, old), degrees(old, new), degrees(new, new)];
    let [neither, answered, aged, both] = &corners;
    let mut deltas = Vec::new();
    for place in 0..neither.len() {
        if !firm.is_relevant(place) {
            continue;
        }
        let by_answers = 0.5 * ((answered[place] - neither[place]) + (both[place] - aged[place]));
        let by_ageing = 0.5 * ((aged[place] - neither[place]) + (both[place] - answered[place]));
        if libm::fabs(by_answers) > SAME || libm::fabs(by_ageing) > SAME {
            deltas.push([(place, by_answers), (place, by_ageing)]);
        }
    }
    let flat: Vec<(usize, f64)> = deltas.iter().flatten().copied().collect();
    let euros = paid_out(&firm, neither, &flat, STEPS);
    let mut moves: Vec<Move> = deltas
        .iter()
        .enumerate()
        .map(|(index, [(place, by_answers), (_, by_ageing)])| Move {
            measure: new.catalogue.measures[*place].id.clone(),
            before: neither[*place],
            now: both[*place],
            by_answers: *by_answers,
            by_ageing: *by_ageing,
            answers_eur: euros[2 * index],
            ageing_eur: euros[2 * index + 1],
        })
        .collect();
    moves.sort_by(|a, b| {
        libm::fabs(b.total_eur())
            .total_cmp(&libm::fabs(a.total_eur()))
            .then_with(|| a.measure.cmp(&b.measure))
    });
    Ok(moves)
}

/// Changes of the expected loss along the straight way from `from`, per delta of a place, in euros a year.
///
/// Every small step is taken forwards and backwards through the deltas and the two are averaged, so the order of
/// the deltas cancels to second order.
fn paid_out(firm: &FirmModel, from: &[f64], deltas: &[(usize, f64)], steps: u32) -> Vec<f64> {
    let mut euros = vec![0.0; deltas.len()];
    let mut start = from.to_vec();
    let share = 1.0 / f64::from(steps);
    for _ in 0..steps {
        let mut end = start.clone();
        let forwards: Vec<usize> = (0..deltas.len()).collect();
        let backwards: Vec<usize> = (0..deltas.len()).rev().collect();
        for order in [forwards, backwards] {
            let mut degrees = start.clone();
            let mut before = firm.expected_annual_loss(&degrees);
            for index in order {
                let (place, delta) = deltas[index];
                if delta.to_bits() << 1 == 0 {
                    continue;
                }
                degrees[place] += delta * share;
                let after = firm.expected_annual_loss(&degrees);
                euros[index] += 0.5 * (after - before);
                before = after;
            }
            end = degrees;
        }
        start = end;
    }
    euros
}
