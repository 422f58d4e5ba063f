//! Pieces onto pages.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use super::columns;
pub(super) use super::columns::Flowing;
use super::page::{Group, LinkArea, NodeId, OutlineEntry, Page, Tag};
use super::setting::Frame;
use crate::document::Anchor;

/// Where a piece goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    /// Below the one before.
    #[default]
    Below,
    /// On top of a new page.
    NewPage,
    /// At the foot of the page.
    Foot,
}

/// What is printed again when a table goes on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Head {
    pub(super) groups: Vec<Group>,
    pub(super) height: f64,
}

/// A part of the page that is never torn; its marks start at height 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Piece {
    /// Least distance to the piece above; none on top of a page.
    pub(super) before: f64,
    /// Least distance to the piece below.
    pub(super) after: f64,
    pub(super) height: f64,
    pub(super) groups: Vec<Group>,
    pub(super) links: Vec<LinkArea>,
    pub(super) anchors: Vec<Anchor>,
    /// Level and words of a bookmark.
    pub(super) outline: Option<(u8, String)>,
    /// Stays on the page of the next piece.
    pub(super) keep: bool,
    /// Room without which the piece and those that stay with it begin on another page.
    pub(super) need: f64,
    pub(super) place: Place,
    /// Printed first if the piece starts a page.
    pub(super) head: Option<Rc<Head>>,
    /// Printed only where something stands above the piece.
    pub(super) below_another: Vec<Group>,
    /// Stands for pieces that fill columns.
    pub(super) flowing: Option<Flowing>,
}

impl Piece {
    /// The same piece without its marks: takes the same place.
    pub(super) fn sketch(&self) -> Self {
        Self {
            anchors: self.anchors.clone(),
            head: self.head.as_ref().map(|it| Rc::new(Head { groups: Vec::new(), height: it.height })),
            flowing: self.flowing.as_ref().map(Flowing::sketch),
            groups: Vec::new(),
            below_another: Vec::new(),
            links: Vec::new(),
            outline: None,
            ..*self
        }
    }

    /// Gives its marks to other nodes.
    pub(super) fn renumber(&mut self, node: &impl Fn(NodeId) -> NodeId) {
        for group in &mut self.groups {
            if let Tag::Node(id) = &mut group.tag {
                *id = node(*id);
            }
        }
        for link in &mut self.links {
            link.node = node(link.node);
        }
        for piece in self.flowing.iter_mut().flat_map(|it| &mut it.pieces) {
            piece.renumber(node);
        }
    }

    /// Moves what the piece holds.
    pub(super) fn shift(&mut self, dx: f64, dy: f64) {
        self.groups = std::mem::take(&mut self.groups).into_iter().map(|it| it.shifted(dx, dy)).collect();
        for link in &mut self.links {
            link.rect = link.rect.shifted(dx, dy);
        }
    }

    /// Adds another piece's content at a height.
    pub(super) fn absorb(&mut self, mut other: Self, dy: f64) {
        other.shift(0.0, dy);
        self.groups.append(&mut other.groups);
        self.links.append(&mut other.links);
        self.anchors.append(&mut other.anchors);
        self.outline = self.outline.take().or(other.outline);
    }
}

/// Height of pieces one below the other.
pub(super) fn stacked_height(pieces: &[Piece]) -> f64 {
    let mut height = 0.0;
    let mut after = 0.0;
    for (number, piece) in pieces.iter().enumerate() {
        height += if number == 0 { 0.0 } else { piece.before.max(after) } + piece.height;
        after = piece.after;
    }
    height
}

/// Pieces one below the other as one.
pub(super) fn stack(pieces: Vec<Piece>) -> Piece {
    let mut whole = Piece {
        before: pieces.first().map_or(0.0, |it| it.before),
        after: pieces.last().map_or(0.0, |it| it.after),
        ..Piece::default()
    };
    let mut y = 0.0;
    let mut after = 0.0;
    for (number, piece) in pieces.into_iter().enumerate() {
        y += if number == 0 { 0.0 } else { piece.before.max(after) };
        after = piece.after;
        let height = piece.height;
        whole.absorb(piece, y);
        y += height;
    }
    whole.height = y;
    whole
}

/// Pages with what stands on them.
#[derive(Default)]
pub(super) struct Pages {
    pub(super) sheets: Vec<Page>,
    pub(super) outline: Vec<OutlineEntry>,
    pub(super) anchors: BTreeMap<Anchor, (usize, f64)>,
}

pub(super) struct Cursor {
    pub(super) y: f64,
    /// What the piece above asks below itself; `None` on top of a page.
    pub(super) after: Option<f64>,
    /// Lower edge, raised by what stands at the foot.
    pub(super) bottom: f64,
}

impl Cursor {
    pub(super) fn fresh(frame: &Frame) -> Self {
        Self { y: frame.top, after: None, bottom: frame.bottom }
    }
}

/// Room a chain of pieces needs on the page it begins on. Columns can go on elsewhere: of the first in the chain, and
/// of what follows them, only their beginning counts.
fn needed(chain: &[Piece]) -> f64 {
    match chain.iter().position(|it| it.flowing.is_some()) {
        Some(at) => {
            let tail = tail(&chain[at], &chain[at + 1..]);
            let least = chain[at].flowing.as_ref().map_or(0.0, |flowing| flowing.least_room(tail));
            stacked_height(&chain[..=at]) + least
        }
        None => stacked_height(chain),
    }
}

/// Room below a piece for what stays with it.
fn tail(piece: &Piece, rest: &[Piece]) -> f64 {
    rest.first().map_or(0.0, |next| piece.after.max(next.before)) + needed(rest)
}

/// Puts pieces on pages.
pub(super) fn paginate(pieces: Vec<Piece>, frame: &Frame) -> Pages {
    let fresh = || Cursor::fresh(frame);
    let mut pages = Pages { sheets: vec![Page::default()], ..Pages::default() };
    let mut cursor = fresh();
    let mut pieces = pieces.into_iter().peekable();
    while let Some(first) = pieces.next() {
        if first.place == Place::Foot {
            // Lines to write on begin with empty room.
            if cursor.bottom - first.height < cursor.y {
                pages.sheets.push(Page::default());
                cursor = fresh();
            }
            cursor.bottom -= first.height;
            let y = cursor.bottom;
            cursor.bottom -= first.before;
            pages.put(first, y);
            continue;
        }
        let mut chain = vec![first];
        while chain.last().is_some_and(|it| it.keep) {
            match pieces.next_if(|it| it.place == Place::Below) {
                Some(next) => chain.push(next),
                None => break,
            }
        }
        let gap = cursor.after.map_or(0.0, |after| after.max(chain[0].before));
        let need = needed(&chain).max(chain[0].need);
        let new_page = chain[0].place == Place::NewPage || cursor.y + gap + need > cursor.bottom + 0.01;
        if new_page && cursor.after.is_some() {
            pages.sheets.push(Page::default());
            cursor = fresh();
        }
        let mut chain: VecDeque<Piece> = chain.into();
        while let Some(mut piece) = chain.pop_front() {
            match piece.flowing.take() {
                Some(flowing) => {
                    let tail = tail(&piece, chain.make_contiguous());
                    columns::fill(&mut pages, flowing, &piece, tail, &mut cursor, frame);
                }
                None => pages.place(piece, &mut cursor, frame),
            }
        }
    }
    pages
}

impl Pages {
    /// Puts a piece below the cursor, or on a new page if it does not fit.
    fn place(&mut self, mut piece: Piece, cursor: &mut Cursor, frame: &Frame) {
        let gap = cursor.after.map_or(0.0, |after| after.max(piece.before));
        if cursor.after.is_some() && cursor.y + gap + piece.height > cursor.bottom + 0.01 {
            self.sheets.push(Page::default());
            *cursor = Cursor::fresh(frame);
        }
        let between = std::mem::take(&mut piece.below_another);
        match cursor.after {
            Some(after) => {
                cursor.y += after.max(piece.before);
                piece.groups.splice(0..0, between);
            }
            None => {
                if let Some(head) = piece.head.take() {
                    let groups = head.groups.clone();
                    let again = Piece { groups, height: head.height, ..Piece::default() };
                    cursor.y += again.height;
                    self.put(again, cursor.y - head.height);
                }
            }
        }
        let (height, after) = (piece.height, piece.after);
        self.put(piece, cursor.y);
        cursor.y += height;
        cursor.after = Some(after);
    }

    pub(super) fn put(&mut self, mut piece: Piece, y: f64) {
        piece.shift(0.0, y);
        let number = self.sheets.len() - 1;
        for anchor in piece.anchors {
            self.anchors.entry(anchor).or_insert((number, y));
        }
        if let Some((level, title)) = piece.outline {
            self.outline.push(OutlineEntry { level, title, page: number, y });
        }
        let page = &mut self.sheets[number];
        page.groups.extend(piece.groups);
        page.links.extend(piece.links);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { left: 0.0, top: 0.0, width: 100.0, bottom: 100.0, foot: 110.0 };

    fn piece(height: f64) -> Piece {
        Piece { height, groups: vec![Group::artifact(vec![])], ..Piece::default() }
    }

    fn check(pieces: Vec<Piece>, expected: &[usize]) {
        let pages = paginate(pieces, &FRAME);
        let counts: Vec<usize> = pages.sheets.iter().map(|page| page.groups.len()).collect();
        assert_eq!(counts, expected);
    }

    #[test]
    fn pieces_fill_a_page_before_the_next_begins() {
        check(vec![piece(50.0), piece(50.0), piece(1.0)], &[2, 1]);
    }

    #[test]
    fn a_heading_goes_with_what_follows() {
        let heading = Piece { keep: true, ..piece(10.0) };
        check(vec![piece(60.0), heading, piece(40.0)], &[1, 2]);
    }

    #[test]
    fn a_heading_goes_with_columns_whose_first_part_does_not_fit() {
        let heading = Piece { keep: true, ..piece(10.0) };
        let first = Piece { keep: true, ..piece(30.0) };
        let flowing = Flowing { pieces: vec![first, piece(30.0)], columns: 2, step: 50.0 };
        let columns = Piece { flowing: Some(flowing), ..Piece::default() };
        check(vec![piece(40.0), heading, columns], &[1, 3]);
    }

    #[test]
    fn a_closing_remark_takes_the_end_of_the_columns_along() {
        let flowing = Flowing { pieces: vec![piece(25.0); 8], columns: 2, step: 50.0 };
        let columns = Piece { flowing: Some(flowing), keep: true, ..Piece::default() };
        check(vec![columns.clone(), piece(10.0)], &[6, 3]);
        check(vec![columns], &[8]);
    }

    #[test]
    fn a_chain_longer_than_a_page_is_torn_rather_than_lost() {
        let long = || Piece { keep: true, ..piece(60.0) };
        check(vec![long(), long(), long()], &[1, 1, 1]);
    }

    #[test]
    fn distance_above_vanishes_on_top_of_a_page() {
        let spaced = || Piece { before: 30.0, ..piece(70.0) };
        check(vec![spaced(), spaced()], &[1, 1]);
    }

    #[test]
    fn a_table_that_goes_on_repeats_its_head() {
        let head = Rc::new(Head { groups: vec![Group::artifact(vec![])], height: 10.0 });
        let row = || Piece { head: Some(Rc::clone(&head)), ..piece(45.0) };
        check(vec![piece(10.0), row(), row(), row()], &[3, 2]);
    }

    #[test]
    fn what_belongs_to_the_foot_takes_its_room_from_the_page() {
        let foot = Piece { place: Place::Foot, ..piece(30.0) };
        check(vec![piece(50.0), foot.clone(), piece(30.0)], &[2, 1]);
        check(vec![piece(80.0), foot], &[1, 1]);
    }
}
