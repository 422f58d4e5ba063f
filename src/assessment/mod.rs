//! Answers to posture, and the interview as a state machine. Knows no loss.
//!
//! [`standing`] says which questions concern a company, [`posture`] what its answers mean for every measure.

#[cfg(test)]
mod fixture;
mod posture;
mod standing;

pub use posture::{Contribution, Foundation, Ground, foundations, posture};
pub use standing::{Closed, Standing, Standings, in_effect};
