//! Events that cost nothing are no events.

use super::count::Component;
use super::severity::{Atom, Grid, Severity};

/// A loss per event given that there is one. A policy without deductible takes whole events away; thinned by that
/// share, Poisson and negative binomial counts stay what they are (Klugman, Panjer, Willmot, Loss Models, section 8.6).
pub(super) struct Costly<'a> {
    severity: &'a dyn Severity,
    /// P(X > 0).
    share: f64,
}

impl<'a> Costly<'a> {
    /// The costly events of a component.
    pub fn of(component: &Component<'a>) -> Self {
        Self { severity: component.severity, share: component.severity.exceedance(0.0) }
    }

    /// The component with these events alone; as it is where every event costs something.
    pub fn instead<'b>(&'b self, of: Component<'b>) -> Component<'b> {
        if self.share >= 1.0 {
            of
        } else if self.share > 0.0 {
            Component { frequency: of.frequency * self.share, severity: self, ..of }
        } else {
            Component { frequency: 0.0, ..of }
        }
    }
}

impl Severity for Costly<'_> {
    fn limited_mean(&self, limit: f64) -> f64 {
        self.severity.limited_mean(limit) / self.share
    }

    fn limited_square(&self, limit: f64) -> f64 {
        self.severity.limited_square(limit) / self.share
    }

    fn exceedance(&self, loss: f64) -> f64 {
        self.severity.exceedance(loss) / self.share
    }

    fn atoms(&self) -> Vec<Atom> {
        let costly = self.severity.atoms().into_iter().filter(|it| it.at > 0.0);
        costly.map(|it| Atom { mass: it.mass / self.share, ..it }).collect()
    }

    fn jumps(&self) -> Vec<f64> {
        self.severity.jumps()
    }

    fn smooth_from(&self, step: f64) -> f64 {
        self.severity.smooth_from(step)
    }

    fn cell_exceedances(&self, grid: &Grid, into: &mut [f64]) {
        self.severity.cell_exceedances(grid, into);
        for place in into {
            *place /= self.share;
        }
    }
}
