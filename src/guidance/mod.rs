//! What fits this firm: cases, learning, contacts, grants, legal pre-checks, standard views.

pub mod law;
mod running;
pub mod views;

pub use running::{BestStep, Running, TopicResult};
