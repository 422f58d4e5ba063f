//! The expected loss along a way of single changes: of each step only what it touches is computed.

use super::charge::Charge;
use super::firm::FirmModel;
use super::world::{Layout, World};

/// A firm at central values, laid out for walking.
pub struct Ground<'a> {
    firm: &'a FirmModel,
    layout: Layout<'a>,
    charges: Vec<Charge>,
}

/// A posture that is changed measure by measure.
#[derive(Clone)]
pub struct Walk<'a> {
    firm: &'a FirmModel,
    world: World<'a, 1>,
}

impl FirmModel {
    /// The firm laid out for walking from posture to posture.
    pub fn ground(&self) -> Ground<'_> {
        Ground {
            firm: self,
            layout: Layout::new(&self.effects),
            charges: self.scenarios.iter().map(|it| Charge::exactly(it.severity)).collect(),
        }
    }
}

impl Ground<'_> {
    /// A walk from a posture.
    pub fn walk(&self, degrees: &[f64]) -> Walk<'_> {
        let firm = self.firm;
        let held = degrees.iter().zip(&firm.average).zip(&firm.relevant);
        let held = held.map(|((degree, average), relevant)| [if *relevant { *degree } else { *average }]);
        Walk { firm, world: World::new([&firm.central], &self.layout, &self.charges, held.collect()) }
    }
}

impl Walk<'_> {
    /// Changes one degree; a measure that does not apply to the firm stays as it is.
    pub fn set(&mut self, measure: usize, degree: f64) {
        if self.firm.relevant[measure] {
            self.world.change(std::iter::once((measure, [degree])));
            self.world.keep();
        }
    }

    /// Expected loss a year in euros, as [`FirmModel::expected_annual_loss`].
    pub fn expected_annual_loss(&self) -> f64 {
        self.world.total()[0].expected
    }
}
