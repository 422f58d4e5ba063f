//! Report and German to bytes: terminal, JSON, CSV, PDF, HTML.

pub mod change;
pub mod content_entry;
pub mod content_list;
pub mod contract;
pub mod findings;
pub mod form;
pub mod gate;
pub mod handouts;
pub mod json;
pub mod measures_csv;
pub mod pages;
pub mod peers;
pub mod portfolio;
pub mod quantified;
pub mod record;
mod sarif;
mod serial;
pub mod terminal;
pub mod trade;
