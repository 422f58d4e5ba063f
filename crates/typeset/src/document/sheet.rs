//! A task on half a page, and places to write.

use super::{Anchor, Block, Text};

/// A task for one person: what, why, how, with its figures below. Two of them share a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Place for links.
    pub anchor: Option<Anchor>,
    /// Its number, in large type.
    pub number: String,
    /// Its heading.
    pub title: String,
    /// A line below the heading.
    pub byline: String,
    /// Stands beside the line for the day it is done.
    pub done: String,
    /// Left column.
    pub left: Vec<Block>,
    /// Right column.
    pub right: Vec<Block>,
    /// Figures below: what each is, and the figure.
    pub figures: Vec<(String, Text)>,
}

/// What stands beside a section's heading.
#[derive(Clone, Debug, PartialEq)]
pub enum Aside {
    /// A word in a dashed frame.
    Stamp(String),
    /// Names and what they are, each above a rule; an empty one is to be filled in.
    Facts(Vec<(String, String)>),
}
