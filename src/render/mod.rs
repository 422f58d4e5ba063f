//! Report and German to bytes: terminal, JSON, CSV, PDF, HTML.

pub mod findings;
