//! Cost against risk: what pays, what must be, what can be borne.
//!
//! [`decide`] is the way in. Everything here is numbers and ids; the sentences are made in `german`.

mod advice;
mod balance;
mod bearing;
mod cost;
mod decide;
mod demands;
mod drivers;
mod information;
mod informs;
mod insurance;
mod judge;
mod make_or_buy;
mod offers;
mod outlook;
mod people;
mod plan;
mod quick;
mod roadmap;
mod search;
mod selection;
mod shapley;
mod weigh;
mod what_if;

pub use advice::{Advice, DutySource, InsuranceOutcome, Reason, Settles};
pub use balance::{Balance, Weighed, WeighedBundle};
pub use bearing::Bearing;
pub use cost::{Annual, Price, PriceBasis, Terms, annuity, qualifies};
pub use decide::{Decision, Options, decide, terms};
pub use demands::Demands;
pub use drivers::{Driver, Drivers};
pub use information::{OpenQuestion, likely_options, open_questions_by_value};
pub use insurance::{Contradicted, InsuranceView, PolicyBasis};
pub use judge::Judged;
pub use make_or_buy::{CareAsAWhole, MakeOrBuy, Way, Ways};
pub use offers::{Offer, Offers, Pack, Unit};
pub use outlook::Outlook;
pub use people::PeopleAndTechnique;
pub use plan::{Plan, Point};
pub use quick::quick_first_steps;
pub use roadmap::{Purchase, Step, Window};
pub use search::{BestSet, FrontierPoint, Goal, ReserveLimit, Valuation, best_set, frontier};
pub use selection::Selection;
pub use what_if::{Change, changed};
