//! Cost against risk: what pays, what must be, what can be borne.
//!
//! [`decide`] is the way in. Everything here is numbers and ids; the sentences are made in `german`.

mod advice;
mod cost;
mod decide;
mod offers;
mod outlook;
mod search;
mod selection;
mod weigh;

pub use advice::{Advice, DutySource, Reason, Settles};
pub use cost::{Annual, Price, PriceBasis, Terms, annuity, qualifies};
pub use decide::{Decision, Judged, Options, Plan, decide};
pub use offers::{Offer, Offers, Pack, Unit};
pub use outlook::Outlook;
pub use search::{BestSet, FrontierPoint, Goal, ReserveLimit, Valuation, best_set, frontier};
pub use selection::Selection;
pub use weigh::{Scales, Weighed};
