//! Report and German to bytes: terminal, JSON, CSV, PDF, HTML.

pub mod chart;
pub mod document;
pub mod drawing;
pub mod findings;
pub mod layout;
pub mod pdf;
pub mod typeface;
