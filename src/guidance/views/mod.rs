//! Other people's yardsticks laid on the same answers: orientation, never a certificate.

mod check;
mod din;
mod insurer;

pub use check::{Check, Status};
pub use din::{DIN_TOPICS, DinRequirement, DinTopic, DinView, REQUIREMENTS, RequirementResult, din_view};
pub use insurer::{INSURER_DUTIES, InsurerView, insurer_view};
