//! `waage` weighs what an IT-security measure costs a small firm against the risk of leaving it out.
//!
//! The crate is a pure core with a thin rim: see `docs/architecture.md` for the map and the invariants.

pub mod assessment;
pub mod catalogue;
pub mod decision;
pub mod german;
pub mod guidance;
pub mod history;
pub mod model;
pub mod render;
pub mod report;
pub mod risk;
pub mod toml_file;

pub mod cli;
