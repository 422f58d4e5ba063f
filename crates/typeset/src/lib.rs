//! Papers: a tree of sections, tables and charts becomes PDF, HTML and text for terminals.
//!
//! Knows type, pages and pictures, and no word of what they are about. What a printer must say by itself and how it
//! writes amounts comes with the document ([`document::Language`]).

pub mod chart;
pub mod document;
pub mod drawing;
pub mod html;
pub mod layout;
pub mod pdf;
pub mod terminal;
pub mod typeface;
pub mod wrap;
