//! Report and German to bytes: terminal, JSON, CSV, PDF, HTML.

pub mod change;
pub mod chart;
pub mod closing;
pub mod content_entry;
pub mod content_list;
pub mod document;
pub mod drawing;
pub mod findings;
pub mod gate;
pub mod handouts;
pub mod html;
pub mod json;
pub mod layout;
pub mod measures_csv;
pub mod pages;
pub mod pdf;
pub mod quantified;
mod serial;
pub mod terminal;
pub mod text;
pub mod typeface;
