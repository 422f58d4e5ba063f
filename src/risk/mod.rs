//! Posture to loss distribution. Knows no question and no answer.

mod annual_loss;
mod atomic;
mod bad_years;
mod baseline;
mod climate;
mod coordinate;
mod count;
mod distribution;
mod draws;
mod effect;
mod fft;
mod firm;
mod grid;
mod lattice;
mod layer;
mod lognormal;
mod normal;
mod refusal;
mod severity;
mod simulation;
mod spread;
mod structure;
mod worlds;

pub use annual_loss::{AnnualLoss, Request, SelfCheck, TAIL_PROBABILITY, compound};
pub use bad_years::{BadYear, BadYears};
pub use coordinate::strata;
pub use count::Component;
pub use draws::{Draws, frequency_interval, interval};
pub use firm::{FirmModel, Line, ScenarioFactor, Stress, annual_loss};
pub use lattice::{Count, discretise, lattice};
pub use refusal::{Quantity, Refusal};
pub use severity::{Atom, Cover, EventLoss, Grid, Severity};
pub use simulation::{Estimated, Simulation, simulate};
pub use spread::{frequency_cv2, lognormal_between, lognormal_sigma};
pub use structure::{Leaning, Row, Structure};
pub use worlds::Drawn;
