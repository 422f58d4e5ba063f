//! What fits this firm: cases, learning, contacts, grants, legal pre-checks, standard views.
//!
//! [`guide`] collects all of it. Everything here is ids and numbers; the words are content or made in `german`.

mod attacks;
mod cases;
mod certainty;
mod contacts;
mod guide;
pub mod law;
mod learning;
mod prevention;
mod running;
mod stale;
pub mod views;

pub use attacks::{RankedAttack, TOLD_ATTACKS, ranked_attacks};
pub use cases::{CaseMatch, CasePair, MatchReason, case_pair, fit, ranked};
pub use certainty::{Certainty, FIRST_STEPS, certainty};
pub use contacts::{Currency, FittingContact, FittingGrant, GrantState, fitting_contacts, fitting_grants};
pub use guide::{Guidance, USUAL_WEEKLY_MINUTES, guide};
pub use learning::{LearningPlan, Lesson, WEEKLY_MINUTES, learning_plan, weekly_minutes};
pub use prevention::{CaseMeasure, Prevention, Step, prevention};
pub use running::{BestStep, Running, TopicResult};
pub use stale::{Entry, Stale};
