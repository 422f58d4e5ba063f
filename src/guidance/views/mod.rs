//! Other people's yardsticks laid on the same answers: orientation, never a certificate.

mod areas;
mod check;
mod customer;
mod din;
mod insurer;
mod pillars;

pub use areas::{AreaView, bsig_areas, gdpr_area};
pub use check::{Check, Status};
pub use customer::{CustomerTopic, Standing, customer_view};
pub use din::{DIN_TOPICS, DinRequirement, DinTopic, DinView, REQUIREMENTS, RequirementResult, din_view};
pub use insurer::{INSURER_DUTIES, InsurerView, insurer_view};
pub use pillars::{Pillar, PillarView, pillars};
