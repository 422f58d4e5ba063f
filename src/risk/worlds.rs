//! One posture and variants of it in every world thought possible: of a variant only what it touches is computed.

use rayon::prelude::*;

use super::charge::Charge;
use super::draws::Draws;
use super::world::{Layout, World};

/// Loss a year under one draw, euros.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Drawn {
    /// Expected loss.
    pub expected: f64,
    /// Expected loss beyond the threshold per event.
    pub excess: f64,
}

/// Draws worked on side by side: while one waits for a result, the others are reckoned.
const LANES: usize = 8;

impl Draws {
    /// Expected loss and excess beyond `threshold` euros per event under every draw: of a posture first, then of each
    /// of its variants. Postures are expected degrees; what they mean in a draw says [`Draws`].
    pub fn compared(&self, posture: &[f64], variants: &[&[f64]], threshold: f64) -> Vec<Vec<Drawn>> {
        let layout = Layout::new(&self.firm.effects);
        let charges: Vec<Charge> =
            self.firm.scenarios.iter().map(|it| Charge::new(it.severity, threshold)).collect();
        let changes: Vec<Vec<usize>> = variants
            .iter()
            .map(|it| (0..it.len()).filter(|at| it[*at].to_bits() != posture[*at].to_bits()).collect())
            .collect();
        let draws: Vec<usize> = (0..self.len()).collect();
        draws
            .par_chunks(LANES)
            .flat_map_iter(|draws| {
                // Where draws run out, the last one fills the lanes that are left.
                let drawn: [usize; LANES] = std::array::from_fn(|it| draws[it.min(draws.len() - 1)]);
                let held = |measure: usize, degrees: &[f64]| {
                    drawn.map(|it| self.held(it, measure, degrees[measure]))
                };
                let degrees = (0..posture.len()).map(|it| held(it, posture)).collect();
                let parameters = drawn.map(|it| &self.parameters[it]);
                let mut world = World::new(parameters, &layout, &charges, degrees);
                let mut all = vec![Vec::with_capacity(1 + variants.len()); draws.len()];
                let mut note = |totals: [Drawn; LANES]| {
                    all.iter_mut().zip(totals).for_each(|(own, total)| own.push(total));
                };
                note(world.total());
                for (variant, changed) in variants.iter().zip(&changes) {
                    world.change(changed.iter().map(|it| (*it, held(*it, variant))));
                    note(world.changed_total());
                    world.take_back();
                }
                all
            })
            .collect()
    }
}

impl Drawn {
    /// With so many events a year more.
    pub(super) fn plus(self, frequency: f64, event: &Self) -> Self {
        Self {
            expected: self.expected + frequency * event.expected,
            excess: self.excess + frequency * event.excess,
        }
    }
}
