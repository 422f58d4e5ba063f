//! Legal pre-checks on dated facts. Orientation only; the law's own text decides.

mod nis2;
mod pre_check;

pub use nis2::{Annex, Entity, SizeFacts, entity};
pub use pre_check::{
    MissingFigure, Nis2Check, Sector, bsig_applies, clocks, concerning, nis2_check, regimes, size_facts,
};
