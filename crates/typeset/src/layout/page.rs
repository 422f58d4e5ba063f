//! The display list.

use std::collections::BTreeMap;

use crate::document::{Anchor, Link};
use crate::drawing::{Mark, Rect};

/// Number of a node in [`Layout::nodes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(pub usize);

/// What a node of the structure tree is (the standard structure types of ISO 32000-1, 14.8.4).
#[derive(Clone, Debug, PartialEq)]
pub enum Role {
    /// The whole.
    Document,
    /// A section.
    Section,
    /// A block without meaning of its own.
    Division,
    /// A heading of level 1 to 3.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list.
    List {
        /// Whether its items are numbered.
        numbered: bool,
    },
    /// An item of a list.
    Item,
    /// The mark in front of an item.
    Label,
    /// The words of an item.
    ItemBody,
    /// A table.
    Table,
    /// The rows that name the columns.
    TableHead,
    /// The rows with content.
    TableBody,
    /// A row.
    TableRow,
    /// A cell that names its column.
    ColumnHeader,
    /// A cell that names its row.
    RowHeader,
    /// A cell with content.
    Cell {
        /// Columns it covers.
        span: usize,
    },
    /// A picture.
    Figure {
        /// What it shows.
        alternative: String,
    },
    /// A link.
    Link,
}

/// A node of the structure tree. Children follow from the parents, in the order of the nodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// The node around it; the document has none.
    pub parent: Option<NodeId>,
}

/// What a group of marks belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Decoration: rules and grounds, heads repeated on a later page.
    Artifact,
    /// The running foot.
    Foot,
    /// Content of a node.
    Node(NodeId),
}

/// Marks that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they belong to.
    pub tag: Tag,
    /// The marks from back to front.
    pub marks: Vec<Mark>,
    /// The place a picture takes.
    pub bounds: Option<Rect>,
}

impl Group {
    /// A group of a node.
    pub fn of(node: NodeId, marks: Vec<Mark>) -> Self {
        Self { tag: Tag::Node(node), marks, bounds: None }
    }

    /// Decoration.
    pub fn artifact(marks: Vec<Mark>) -> Self {
        Self { tag: Tag::Artifact, marks, bounds: None }
    }

    pub(super) fn shifted(self, dx: f64, dy: f64) -> Self {
        Self {
            tag: self.tag,
            marks: self.marks.into_iter().map(|mark| mark.shifted(dx, dy)).collect(),
            bounds: self.bounds.map(|bounds| bounds.shifted(dx, dy)),
        }
    }
}

/// A place to click.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkArea {
    /// The place.
    pub rect: Rect,
    /// Where it leads.
    pub link: Link,
    /// The link's node.
    pub node: NodeId,
    /// The words clicked.
    pub words: String,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Marks in reading order.
    pub groups: Vec<Group>,
    /// Links.
    pub links: Vec<LinkArea>,
}

/// A bookmark.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineEntry {
    /// 1 for a section, 2 for a heading in it.
    pub level: u8,
    /// Words.
    pub title: String,
    /// Number of the page, from 0.
    pub page: usize,
    /// Height on the page, in points from the top.
    pub y: f64,
}

/// Everything in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width of the paper in points.
    pub width: f64,
    /// Height of the paper in points.
    pub height: f64,
    /// Pages.
    pub pages: Vec<Page>,
    /// Structure tree; the first node is the document.
    pub nodes: Vec<Node>,
    /// Bookmarks in order.
    pub outline: Vec<OutlineEntry>,
    /// Page (from 0) and height of every anchor.
    pub anchors: BTreeMap<Anchor, (usize, f64)>,
}

impl Layout {
    /// All marks of a page.
    pub fn marks(&self, page: usize) -> impl Iterator<Item = &Mark> {
        self.pages[page].groups.iter().flat_map(|group| &group.marks)
    }
}
