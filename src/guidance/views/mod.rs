//! Other people's yardsticks laid on the same answers: orientation, never a certificate.

mod areas;
mod check;
mod customer;
mod din;
mod insurer;
mod pillars;

pub use areas::{AreaView, bsig_areas, gdpr_area};
pub use check::{Check, Status};
pub use customer::{Standing, customer_view};
pub use din::{DinPoints, DinView, RequirementResult, din_view};
pub use insurer::{InsurerView, insurer_view};
pub use pillars::{PillarView, pillars};
