//! The distribution function of the annual loss on one grid.

use super::on_grid::add_atom;
use super::severity::Atom;

/// Exceedance probabilities and their integral at equally spaced losses, cubic in between.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layer {
    step: f64,
    /// Loss up to which the layer holds.
    reach: f64,
    /// P(S > x) at the nodes without what is concentrated in atoms.
    exceedance: Vec<f64>,
    /// Probability per cell at the nodes: minus the slope of the exceedance.
    density: Vec<f64>,
    /// Integral of the exceedance from zero to the nodes.
    area: Vec<f64>,
    /// Losses of positive probability, ascending.
    atoms: Vec<Atom>,
}

impl Layer {
    /// From the probabilities of the nodes (years without an event left out), the probability of a year
    /// with an event, and the atoms of the annual loss, ascending.
    pub fn new(step: f64, loss: &[f64], some: f64, atoms: Vec<Atom>, reach: f64) -> Self {
        // The grid keeps mean and variance of every event, hence of every sum of atoms: as if the sum itself
        // had been put onto it.
        let mut smooth = loss.to_vec();
        for atom in &atoms {
            add_atom(&mut smooth, atom.at / step, -atom.mass);
        }
        let some = some - atoms.iter().map(|it| it.mass).sum::<f64>();
        let nodes = smooth.len() - 2;
        let mut layer = Self {
            step,
            reach,
            exceedance: Vec::with_capacity(nodes),
            density: Vec::with_capacity(nodes),
            area: Vec::with_capacity(nodes),
            atoms,
        };
        layer.exceedance.push(some);
        layer.density.push(0.0);
        layer.area.push(0.0);
        let mut up_to = smooth[0];
        let mut cells = 0.0;
        for node in 1..nodes {
            let mass = smooth[node];
            let before = some - up_to;
            cells += before;
            up_to += mass;
            // Nodes carry point masses of a smooth density: half of the node's own lies below it, corrected
            // by the Euler-Maclaurin formula. Near zero, where that density is rough, the value stays between
            // those of the adjoining cells.
            let here = before - 0.5 * mass + (smooth[node + 1] - smooth[node - 1]) / 24.0;
            let (high, low) = if mass >= 0.0 { (before, before - mass) } else { (before - mass, before) };
            layer.exceedance.push(here.clamp(low, high));
            layer.density.push(mass);
            layer.area.push(step * (cells - mass / 12.0));
        }
        layer
    }

    pub fn step(&self) -> f64 {
        self.step
    }

    pub fn reach(&self) -> f64 {
        self.reach
    }

    /// P(S > loss).
    pub fn exceedance(&self, loss: f64) -> f64 {
        let atoms: f64 = self.atoms.iter().filter(|it| it.at > loss).map(|it| it.mass).sum();
        (self.smooth_exceedance(loss) + atoms).clamp(0.0, 1.0)
    }

    /// Losses of positive probability, ascending.
    pub fn atoms(&self) -> &[Atom] {
        &self.atoms
    }

    fn smooth_exceedance(&self, loss: f64) -> f64 {
        let (node, share) = self.place(loss);
        let (from, to) = (self.exceedance[node], self.exceedance[node + 1]);
        if node == 0 {
            return from + share * (to - from);
        }
        hermite(share, from, to, -self.density[node], -self.density[node + 1])
    }

    /// Integral of the exceedance from 0 to `loss`: E\[min(S, loss)\].
    pub fn limited_mean(&self, loss: f64) -> f64 {
        let (node, share) = self.place(loss);
        let smooth = if node == 0 {
            share * self.area[1]
        } else {
            let slope = |at: usize| self.step * self.exceedance[at];
            hermite(share, self.area[node], self.area[node + 1], slope(node), slope(node + 1))
        };
        smooth + self.atoms.iter().map(|it| it.mass * it.at.min(loss)).sum::<f64>()
    }

    fn place(&self, loss: f64) -> (usize, f64) {
        let place = (loss / self.step).max(0.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place on the grid")]
        let node = (place as usize).min(self.exceedance.len() - 2);
        (node, (place - node as f64).min(1.0))
    }

    /// True where the loss exceeded with probability `rare` lies within reach.
    pub fn holds(&self, rare: f64) -> bool {
        self.exceedance(self.reach) <= rare
    }

    /// Smallest loss that is exceeded with probability `rare` at most.
    pub fn quantile(&self, rare: f64) -> f64 {
        let mut later: f64 = self.atoms.iter().map(|it| it.mass).sum();
        let mut from = 0.0;
        for atom in &self.atoms {
            let found = self.smooth_quantile(rare - later);
            if found < atom.at {
                return found.max(from);
            }
            later -= atom.mass;
            from = atom.at;
        }
        self.smooth_quantile(rare - later).max(from)
    }

    /// Smallest loss at which the smooth part's exceedance is `rare` at most.
    fn smooth_quantile(&self, rare: f64) -> f64 {
        let above = self.exceedance.partition_point(|it| *it > rare);
        if above == 0 {
            return 0.0;
        }
        if above >= self.exceedance.len() {
            return f64::INFINITY;
        }
        let (mut low, mut high) = ((above - 1) as f64 * self.step, above as f64 * self.step);
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if self.smooth_exceedance(middle) > rare { low = middle } else { high = middle }
        }
        high
    }
}

/// Cubic with these values and slopes (per cell) at 0 and 1.
fn hermite(at: f64, from: f64, to: f64, slope_from: f64, slope_to: f64) -> f64 {
    let rise = to - from;
    from + at
        * (slope_from
            + at * ((3.0 * rise - 2.0 * slope_from - slope_to) + at * (slope_from + slope_to - 2.0 * rise)))
}
