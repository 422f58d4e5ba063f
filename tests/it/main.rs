//! The one integration binary: one module per feature, each through one door.
#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "tests are a rim of their own")]
#![allow(clippy::float_cmp, reason = "equal to the last bit is what many laws demand")]

mod batch;
mod broken;
mod cases;
mod command_line;
mod compare;
mod content;
mod content_show;
mod conversation;
mod conversation_kill;
mod conversation_persons;
mod conversation_plain;
mod conversation_ways;
mod decision;
mod decision_properties;
mod disk;
mod firms;
mod folders;
mod form;
mod formats;
mod fuzz;
mod gate;
mod guidance;
mod guidance_help;
mod guidance_law;
mod guidance_learning;
mod handouts;
mod history;
mod how_to;
mod knowledge;
mod ladder;
mod layers;
#[path = "../../crates/typeset/tests/it/checks.rs"]
mod layout_checks;
mod man_pages;
mod merge;
mod model_laws;
mod model_reference;
mod mutations;
mod numbers;
mod papers;
mod past_incidents;
mod portfolio;
mod profiles;
mod projects;
mod quantify;
mod recipes;
mod recomputed;
mod report_pages;
mod right_person;
mod risk_laws;
mod risk_properties;
mod risk_reference;
mod risk_second_opinion;
mod sanity;
mod schemas;
mod sharing;

mod short_check;
mod support;
mod theses;
mod tidy;
mod trades;
mod typical_firms;
mod what_if;
