//! The typesetter through its doors: layout, charts, PDF, HTML.
#![allow(clippy::disallowed_methods, reason = "tests are a rim of their own")]

mod charts;
mod checks;
mod demo_charts;
mod demo_document;
mod html;
mod layout;
mod pdf;
