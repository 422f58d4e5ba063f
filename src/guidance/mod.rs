//! What fits this firm: cases, learning, contacts, grants, legal pre-checks, standard views.

pub mod law;
pub mod views;
