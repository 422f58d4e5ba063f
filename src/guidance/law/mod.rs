//! Legal pre-checks on dated facts. Orientation only; the law's own text decides.

mod nis2;

pub use nis2::{Annex, Entity, SizeFacts, entity};
