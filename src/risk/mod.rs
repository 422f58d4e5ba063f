//! Posture to loss distribution. Knows no question and no answer.

mod baseline;
mod coordinate;
mod draws;
mod effect;
mod firm;
mod lognormal;
mod normal;
mod structure;

pub use draws::{Draws, interval};
pub use firm::{FirmModel, Line, Stress};
pub use structure::{Leaning, Row, Structure};
