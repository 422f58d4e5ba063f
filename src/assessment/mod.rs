//! Answers to posture, and the interview as a state machine. Knows no loss.
//!
//! [`answers_file`] owns the file, [`Standings`] say which questions concern a company, [`posture`] what its
//! answers mean for every measure.

mod anonymous;
pub mod answers_file;
mod draft;
#[cfg(test)]
mod fixture;
mod hearing;
pub mod import;
pub mod interview;
pub mod merge;
mod plausibility;
pub mod population;
mod posture;
mod renewal;
mod returned;
mod standing;
pub mod trade;
mod voices;

pub use anonymous::{anonymised, without_head_count};
pub use draft::{CompanyDraft, Draft};
pub use plausibility::{Doubt, contradictions, doubts};
pub use posture::{Contribution, Foundation, Ground, foundations, posture};
pub use renewal::{Renewal, due, is_repeated, renewal_days, reopened_facts};
pub use returned::{Ignored, Returned, give_way, returned};
pub use standing::{Closed, Standing, Standings, in_effect};
pub use voices::{Disagreement, OpenPoint, disagreements, open_points};
