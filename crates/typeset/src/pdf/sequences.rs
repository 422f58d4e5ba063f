//! What of a page is marked together.

use crate::drawing::Mark;
use crate::layout::{Group, Layout, NodeId, Page, Tag};

/// Neighbouring groups with the same tag: one marked-content sequence (ISO 32000-1, 14.6).
pub(super) struct Sequence<'a> {
    pub(super) tag: Tag,
    /// Its number among those of the page that belong to nodes; of no meaning for the others.
    pub(super) number: i64,
    groups: Vec<&'a Group>,
}

impl<'a> Sequence<'a> {
    /// Its marks from back to front.
    pub(super) fn marks(&self) -> impl Iterator<Item = &'a Mark> {
        self.groups.iter().flat_map(|group| &group.marks)
    }
}

/// The sequences of a page; groups without marks leave no trace.
pub(super) fn sequences(page: &Page) -> Vec<Sequence<'_>> {
    let mut sequences: Vec<Sequence> = Vec::new();
    let mut next = 0;
    for group in page.groups.iter().filter(|it| !it.marks.is_empty()) {
        match sequences.last_mut() {
            Some(last) if last.tag == group.tag => last.groups.push(group),
            _ => {
                sequences.push(Sequence { tag: group.tag, number: next, groups: vec![group] });
                next += i64::from(matches!(group.tag, Tag::Node(_)));
            }
        }
    }
    sequences
}

/// Content of a node: page, number of the marked sequence on it, node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Content {
    pub(super) page: usize,
    pub(super) sequence: i64,
    pub(super) node: NodeId,
}

/// Content of all nodes in the order of the pages.
pub(super) fn contents(layout: &Layout) -> Vec<Content> {
    let of_page = |(page, its)| {
        sequences(its).into_iter().filter_map(move |it| match it.tag {
            Tag::Node(node) => Some(Content { page, sequence: it.number, node }),
            Tag::Artifact | Tag::Foot => None,
        })
    };
    layout.pages.iter().enumerate().flat_map(of_page).collect()
}
