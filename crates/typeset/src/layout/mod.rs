//! Where everything stands: a [`Document`](crate::document::Document) becomes pages of marks.
//!
//! The result is a display list. Each group of marks belongs to a node of the structure tree (heading, paragraph,
//! table cell, figure) or is an artifact (rules, grounds, the running foot), so that a back end can write a tagged
//! file without knowing what was laid out, and tests can see whether anything leaves its place.

mod blocks;
mod boxes;
mod columns;
mod compose;
mod flow;
mod foot;
mod hyphens;
mod ladder;
mod lines;
mod neighbours;
mod page;
mod setting;
mod sheet;
mod table;

pub use compose::lay_out;
pub use page::{Group, Layout, LinkArea, Node, NodeId, OutlineEntry, Page, Role, Tag};
pub use setting::{Frame, PAPER};
