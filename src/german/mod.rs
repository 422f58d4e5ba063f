//! Facts to German: sentences, words, numbers, dates.
//!
//! The only Rust code besides the command-line definitions that speaks German. A function per sentence:
//! arguments and plurals are checked by the compiler.

pub mod ageing;
pub mod amount;
pub mod answers_file;
pub mod batch;
pub mod brand;
pub mod change;
pub mod content;
pub mod content_entry;
pub mod conversation;
pub mod decision;
pub mod diagnostic;
pub mod differences;
pub mod disk;
pub mod document;
pub mod exercise;
pub mod fault;
pub mod form;
pub mod gate;
pub mod guidance;
pub mod handouts;
pub mod import;
pub mod ladder;
pub mod ledger;
pub mod measures_csv;
pub mod merge;
pub mod model_file;
pub mod number;
pub mod pages;
pub mod peers;
pub mod portfolio;
pub mod project;
pub mod quantified;
pub mod report;
pub mod shown;
pub mod snippet;
pub mod sums;
pub mod toml_file;
pub mod trade;
pub mod usage;
pub mod views;
pub mod weighed;
pub mod what_if;
