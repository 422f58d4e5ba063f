//! Cost against risk: what pays, what must be, what can be borne.

mod cost;
mod offers;
mod search;
mod selection;

pub use cost::{Annual, Price, PriceBasis, Terms, annuity, qualifies};
pub use offers::{Offer, Offers, Pack, Unit};
pub use search::{Solved, Valuation, solve};
pub use selection::Selection;
