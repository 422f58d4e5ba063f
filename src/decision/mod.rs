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
mod gaps;
mod if_left;
mod information;
mod informs;
mod insurance;
mod judge;
mod ladder;
mod make_or_buy;
mod offers;
mod outlook;
mod people;
mod plan;
mod quick;
mod reserve;
mod roadmap;
mod search;
mod selection;
mod shapley;
mod weigh;
mod what_if;

pub use advice::{Advice, InsuranceOutcome, Reason, Settles};
pub use balance::{Balance, Weighed, WeighedBundle};
pub use bearing::Bearing;
pub use cost::{Annual, Price, PriceBasis, Terms, annuity, qualifies};
pub use decide::{Decision, Options, decide, terms};
pub use demands::{Demand, Demands};
pub use drivers::{Driver, Drivers};
pub use gaps::{Because, Gaps, OpenGap, Urgency};
pub use if_left::IfLeft;
pub use information::{OpenQuestion, likely_options, open_questions_by_value};
pub use insurance::{Contradicted, InsuranceView, PolicyBasis, Recognised, SumInsured, policy_in_force};
pub use judge::{Judged, Status};
pub use ladder::{Absent, Ladder, Limited, Recommended, Rung};
pub use make_or_buy::{CareAsAWhole, MakeOrBuy, Way as DoingIt, Ways};
pub use offers::{Offer, Offers, Pack, Spent, Unit};
pub use outlook::Outlook;
pub use people::PeopleAndTechnique;
pub use plan::{Plan, Point};
pub use quick::quick_first_steps;
pub use reserve::{Closing, Way, WayId};
pub use roadmap::{Item, OnceAndYearly, Overload, PERIODS, Roadmap, Source};
pub use search::{BestSet, FrontierPoint, Goal, Valuation, best_set, frontier};
pub use selection::Selection;
pub use what_if::{Change, changed};
