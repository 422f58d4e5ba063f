//! The document as a whole.

use super::flow::{Pages, Piece, Place, paginate};
use super::foot;
use super::lines::{Line, PageNumbers, Wrapped, Wrapper};
use super::neighbours;
use super::page::{Group, Layout, LinkArea, Node, NodeId, Role};
use super::setting::{Frame, PAPER, Setting};
use crate::render::document::{Block, Document, Section, Start, Text};
use crate::render::drawing::{Mark, Point, Rect, TextMark};
use crate::render::typeface::Typeface;

/// Room that must be left for a section to start below another.
const ROOM_FOR_A_SECTION: f64 = 90.0;

/// A strip of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Strip {
    pub(super) x: f64,
    pub(super) width: f64,
}

/// Turns blocks into pieces and grows the structure tree.
pub(super) struct Composer<'a> {
    pub(super) typeface: &'a Typeface,
    pub(super) numbers: &'a PageNumbers,
    pub(super) nodes: Vec<Node>,
    /// Whether the section has had a heading of level two: without one, level three would skip a level.
    pub(super) has_parts: bool,
}

/// Lays a document out on A4.
///
/// Where the text names page numbers, the document is laid out twice: once to learn them.
pub fn lay_out(document: &Document, typeface: &Typeface) -> Layout {
    let first = lay_out_once(document, typeface, &PageNumbers::new());
    let numbers: PageNumbers =
        first.anchors.iter().map(|(anchor, (page, _))| (anchor.clone(), page + 1)).collect();
    lay_out_once(document, typeface, &numbers)
}

fn lay_out_once(document: &Document, typeface: &Typeface, numbers: &PageNumbers) -> Layout {
    let frame = Frame::A4;
    let root = Node { role: Role::Document, parent: None };
    let mut composer = Composer { typeface, numbers, nodes: vec![root], has_parts: false };
    let strip = Strip { x: frame.left, width: frame.width };
    let mut pieces = Vec::new();
    composer.letterhead(document, strip, &mut pieces);
    for section in &document.sections {
        composer.section(section, strip, &mut pieces);
    }
    let Pages { sheets: mut pages, outline, anchors } = paginate(pieces, &frame);
    foot::run(&mut pages, &document.foot, document.brand.foot.as_deref(), &composer, &frame);
    Layout { width: PAPER.0, height: PAPER.1, pages, nodes: composer.nodes, outline, anchors }
}

impl Composer<'_> {
    /// Adds a node below another.
    pub(super) fn node(&mut self, role: Role, parent: NodeId) -> NodeId {
        self.nodes.push(Node { role, parent: Some(parent) });
        NodeId(self.nodes.len() - 1)
    }

    pub(super) fn wrap(&self, text: &Text, setting: &Setting, width: f64) -> Wrapped {
        self.wrapper().wrap(text, setting, width)
    }

    pub(super) fn wrapper(&self) -> Wrapper<'_> {
        Wrapper { typeface: self.typeface, numbers: self.numbers }
    }

    fn section(&mut self, section: &Section, strip: Strip, pieces: &mut Vec<Piece>) {
        let node = self.node(Role::Section, NodeId(0));
        let from = pieces.len();
        let is_first = pieces.iter().all(|it| it.outline.is_none());
        if let Some(kicker) = &section.kicker {
            let paragraph = self.node(Role::Paragraph, node);
            self.paragraph(&Text::plain(kicker), &Setting::KICKER, paragraph, strip, pieces);
        }
        self.has_parts = false;
        let heading = self.node(Role::Heading(1), node);
        let title = Setting { before: 0.0, ..Setting::TITLE };
        self.paragraph(&Text::plain(&section.title), &title, heading, strip, pieces);
        for piece in &mut pieces[from..] {
            piece.keep = true;
        }
        if let Some(first) = pieces.get_mut(from) {
            // The letterhead stands above the first section and takes no page of its own.
            let starts_page = !is_first && section.start == Start::NewPage;
            first.place = if starts_page { Place::NewPage } else { Place::Below };
            first.before = Setting::TITLE.before;
            first.need = if section.start == Start::Below { ROOM_FOR_A_SECTION } else { 0.0 };
            first.anchors.push(section.anchor.clone());
            let title = section.bookmark.as_ref().unwrap_or(&section.title);
            first.outline = Some((1, self.printable(title)));
        }
        if let Some(last) = pieces.last_mut() {
            last.after = Setting::TITLE.after;
        }
        self.blocks(&section.blocks, strip, node, pieces);
    }

    pub(super) fn blocks(&mut self, blocks: &[Block], strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        for (at, block) in blocks.iter().enumerate() {
            let from = pieces.len();
            self.block(block, strip, parent, pieces);
            if neighbours::belong_together(block, &blocks[at + 1..]) {
                pieces[from..].last_mut().into_iter().for_each(|last| last.keep = true);
            }
        }
    }

    pub(super) fn printable(&self, text: &str) -> String {
        crate::render::typeface::printable(self.typeface, text)
    }

    /// Lines of a text as pieces; the first two and the last two stay together.
    pub(super) fn paragraph(
        &mut self,
        text: &Text,
        setting: &Setting,
        node: NodeId,
        strip: Strip,
        pieces: &mut Vec<Piece>,
    ) {
        let wrapped = self.wrap(text, setting, strip.width);
        let count = wrapped.lines.len();
        let links = self.link_nodes(&wrapped, node);
        for (number, line) in wrapped.lines.iter().enumerate() {
            let (groups, areas) = set_line(line, &wrapped, &links, setting, node, strip.x, 0.0);
            pieces.push(Piece {
                before: if number == 0 { setting.before } else { 0.0 },
                after: if number + 1 == count { setting.after } else { 0.0 },
                height: setting.leading,
                keep: number + 1 < count && (number == 0 || number + 2 == count),
                groups,
                links: areas,
                ..Piece::default()
            });
        }
    }

    /// A node for each link of a text.
    pub(super) fn link_nodes(&mut self, wrapped: &Wrapped, parent: NodeId) -> Vec<NodeId> {
        wrapped.links.iter().map(|_| self.node(Role::Link, parent)).collect()
    }
}

/// The marks of a line whose box starts at `x`, `y`.
pub(super) fn set_line(
    line: &Line,
    wrapped: &Wrapped,
    link_nodes: &[NodeId],
    setting: &Setting,
    node: NodeId,
    x: f64,
    y: f64,
) -> (Vec<Group>, Vec<LinkArea>) {
    set_segments(line, wrapped, link_nodes, setting, |_| node, Point::new(x, y))
}

/// The same where the runs of the line belong to several nodes.
pub(super) fn set_segments(
    line: &Line,
    wrapped: &Wrapped,
    link_nodes: &[NodeId],
    setting: &Setting,
    node_of: impl Fn(usize) -> NodeId,
    corner: Point,
) -> (Vec<Group>, Vec<LinkArea>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut areas = Vec::new();
    for segment in &line.segments {
        let at = Point::new(corner.x + segment.x, corner.y + setting.baseline());
        let mark = Mark::Text(TextMark {
            at,
            text: segment.text.clone(),
            face: segment.face,
            size: setting.size,
            ink: segment.ink,
            tracking: setting.tracking,
            width: segment.width,
        });
        let owner = segment.link.map_or_else(|| node_of(segment.run), |link| link_nodes[link]);
        if let Some(link) = segment.link {
            let rect = Rect::new(at.x, corner.y, segment.width, setting.leading);
            let words = segment.text.trim().to_owned();
            areas.push(LinkArea { rect, link: wrapped.links[link].clone(), node: owner, words });
        }
        match groups.last_mut().filter(|group| group.tag == super::Tag::Node(owner)) {
            Some(group) => group.marks.push(mark),
            None => groups.push(Group::of(owner, vec![mark])),
        }
    }
    (groups, areas)
}
