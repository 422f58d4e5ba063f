//! Words about what helps beyond the figures: cases, attacks, learning, contacts, money, law.
//!
//! Every function makes one sentence, line or row, so that terminal, PDF and web page say the same.

pub mod attacks;
pub mod cases;
pub mod help;
pub mod law;
pub mod learning;
pub mod pillars;
pub mod stale;
