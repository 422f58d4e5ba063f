//! The document as a whole.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::flow::{Pages, Piece, Place, paginate, stacked_height};
use super::foot;
use super::lines::{Line, PageNumbers, Wrapped, Wrapper};
use super::neighbours;
use super::page::{Group, Layout, LinkArea, Node, NodeId, Role};
use super::setting::{Frame, PAPER, Setting};
use super::sheet;
use crate::document::{Anchor, Aside, Block, Document, Language, Section, Start, Text};
use crate::drawing::{Mark, Point, Rect, TextMark};
use crate::typeface::Typeface;

/// Room that must be left for a section to start below another.
const ROOM_FOR_A_SECTION: f64 = 90.0;

/// The first of all nodes.
const ROOT: Node = Node { role: Role::Document, parent: None };

/// A strip of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Strip {
    pub(super) x: f64,
    pub(super) width: f64,
}

/// Turns blocks into pieces and grows the structure tree.
pub(super) struct Composer<'a> {
    pub(super) typeface: &'a Typeface,
    pub(super) language: &'a Language,
    pub(super) numbers: &'a PageNumbers,
    /// Whether a page number was asked for.
    pub(super) names_pages: Cell<bool>,
    pub(super) nodes: Vec<Node>,
    /// Whether the section has had a heading of level two: without one, level three would skip a level.
    pub(super) has_parts: bool,
}

/// The letterhead or a section in pieces. Their nodes are numbered as if it stood alone in the document.
struct Part {
    pieces: Vec<Piece>,
    nodes: Vec<Node>,
    /// Whether its text names page numbers.
    names_pages: bool,
}

/// Rounds in which page numbers may still change what stands on which page; reports settle in the first.
const MOST_ROUNDS: usize = 4;

/// Lays a document out on A4.
///
/// Where the text names page numbers, the document is first put on pages without its marks to learn them, and the
/// sections that name them are laid out again.
pub fn lay_out(document: &Document, typeface: &Typeface) -> Layout {
    let mut numbers = PageNumbers::new();
    let mut parts = parts(document, typeface, &numbers);
    for _ in 0..MOST_ROUNDS {
        if !parts.iter().any(|part| part.names_pages) {
            break;
        }
        let sketch = parts.iter().flat_map(|part| &part.pieces).map(Piece::sketch).collect();
        let found = page_numbers(&paginate(sketch, &Frame::A4).anchors);
        if found == numbers {
            break;
        }
        numbers = found;
        for (at, part) in parts.iter_mut().enumerate().filter(|(_, part)| part.names_pages) {
            *part = Part::of(document, at, typeface, &numbers);
        }
    }
    assemble(document, typeface, parts)
}

/// The letterhead and the sections in order.
fn parts(document: &Document, typeface: &Typeface, numbers: &PageNumbers) -> Vec<Part> {
    (0..=document.sections.len()).map(|at| Part::of(document, at, typeface, numbers)).collect()
}

fn page_numbers(anchors: &BTreeMap<Anchor, (usize, f64)>) -> PageNumbers {
    anchors.iter().map(|(anchor, (page, _))| (anchor.clone(), page + 1)).collect()
}

/// Parts onto pages, with the foot.
fn assemble(document: &Document, typeface: &Typeface, parts: Vec<Part>) -> Layout {
    let frame = Frame::A4;
    let mut nodes = vec![ROOT];
    let mut pieces = Vec::new();
    for part in parts {
        let offset = nodes.len() - 1;
        let shifted = |id: NodeId| NodeId(if id.0 == 0 { 0 } else { id.0 + offset });
        let below_root = part.nodes.into_iter().skip(1);
        nodes.extend(below_root.map(|node| Node { parent: node.parent.map(shifted), ..node }));
        pieces.extend(part.pieces.into_iter().map(|mut piece| {
            piece.renumber(&shifted);
            piece
        }));
    }
    let Pages { sheets: mut pages, outline, anchors } = paginate(pieces, &frame);
    let numbers = page_numbers(&anchors);
    let composer = Composer::new(typeface, &document.language, &numbers);
    if document.is_draft {
        for page in &mut pages {
            page.groups.push(sheet::draft_rule(&frame));
        }
    }
    foot::run(&mut pages, &document.foot, document.brand.foot.as_deref(), &composer, &frame);
    Layout { width: PAPER.0, height: PAPER.1, pages, nodes, outline, anchors }
}

impl Part {
    /// The letterhead is number 0, the first section number 1.
    fn of(document: &Document, number: usize, typeface: &Typeface, numbers: &PageNumbers) -> Self {
        let strip = Strip { x: Frame::A4.left, width: Frame::A4.width };
        let mut composer = Composer::new(typeface, &document.language, numbers);
        let mut pieces = Vec::new();
        match number.checked_sub(1) {
            Some(at) => composer.section(&document.sections[at], at == 0, strip, &mut pieces),
            None => composer.letterhead(document, strip, &mut pieces),
        }
        Self { pieces, nodes: composer.nodes, names_pages: composer.names_pages.get() }
    }
}

impl<'a> Composer<'a> {
    fn new(typeface: &'a Typeface, language: &'a Language, numbers: &'a PageNumbers) -> Self {
        Self {
            typeface,
            language,
            numbers,
            names_pages: Cell::new(false),
            nodes: vec![ROOT],
            has_parts: false,
        }
    }
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
        Wrapper { typeface: self.typeface, numbers: self.numbers, names_pages: &self.names_pages }
    }

    fn section(&mut self, section: &Section, is_first: bool, strip: Strip, pieces: &mut Vec<Piece>) {
        let node = self.node(Role::Section, NodeId(0));
        let from = pieces.len();
        let whole = strip;
        let strip = match &section.aside {
            Some(Aside::Facts(_)) => Strip { width: whole.width - sheet::ASIDE_WIDTH - 14.0, ..whole },
            _ => whole,
        };
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
        if let Some(aside) = &section.aside {
            let aside = self.aside(aside, whole, node);
            let taken = stacked_height(&pieces[from..]);
            if let Some(first) = pieces.get_mut(from) {
                let height = aside.height;
                first.absorb(aside, 0.0);
                pieces.last_mut().into_iter().for_each(|last| last.after += (height - taken).max(0.0));
            }
        }
        self.blocks(&section.blocks, whole, node, pieces);
    }

    pub(super) fn blocks(&mut self, blocks: &[Block], strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        for (at, block) in blocks.iter().enumerate() {
            let from = pieces.len();
            match block {
                Block::Sheet(_) if at > 0 && matches!(blocks[at - 1], Block::Sheet(_)) => {}
                Block::Sheet(_) => {
                    let run = blocks[at..].iter().map_while(|it| match it {
                        Block::Sheet(sheet) => Some(sheet),
                        _ => None,
                    });
                    self.sheets(&run.collect::<Vec<_>>(), strip, parent, pieces);
                }
                _ => self.block(block, strip, parent, pieces),
            }
            if at > 0 && neighbours::is_headed_list(&blocks[at - 1], block) {
                let is_column = strip.width < Frame::A4.width;
                keep_with_head(&mut pieces[from..], if is_column { SHORT_COLUMN } else { SHORT_LIST });
            }
            let opens = at == 0 && neighbours::opens(block, &blocks[1..]);
            if (opens || neighbours::belong_together(block, &blocks[at + 1..]))
                && let Some(last) = pieces[from..].last_mut()
            {
                last.keep = true;
            }
        }
    }

    pub(super) fn printable(&self, text: &str) -> String {
        crate::typeface::printable(self.typeface, text)
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
                height: line.leading,
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

/// Lines of a list up to which it stays whole under its heading, as wide as the page and in a column.
const SHORT_LIST: usize = 8;
const SHORT_COLUMN: usize = 12;
/// Lines of a longer list that stay with its heading, and with each other at its end.
const LEAST_TOGETHER: usize = 3;

/// No list goes on without its heading, or its heading with one item only.
fn keep_with_head(list: &mut [Piece], short: usize) {
    let count = list.len();
    for (at, piece) in list.iter_mut().enumerate().take(count.saturating_sub(1)) {
        piece.keep |= count <= short || at + 1 < LEAST_TOGETHER || at + LEAST_TOGETHER >= count;
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
        let at = Point::new(corner.x + segment.x, corner.y + line.baseline());
        let mark = Mark::Text(TextMark {
            at,
            text: segment.text.clone(),
            face: segment.face,
            size: line.size,
            ink: segment.ink,
            tracking: setting.tracking,
            width: segment.width,
        });
        let owner = segment.link.map_or_else(|| node_of(segment.run), |link| link_nodes[link]);
        if let Some(link) = segment.link {
            let rect = Rect::new(at.x, corner.y, segment.width, line.leading);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Foot;

    /// Sections that name the pages of later ones; which those are hangs on how long the earlier ones are.
    fn document(lengths: &[usize]) -> Document {
        let anchor = |at: usize| Anchor(format!("section-{at}"));
        let section = |(at, length): (usize, &usize)| {
            let named =
                Text::plain("Mehr dazu ").page_of(anchor(lengths.len() - 1 - at), "auf Seite ", "unten");
            let mut blocks = vec![Block::paragraph(named)];
            blocks
                .extend((0..*length).map(|_| Block::paragraph("Datensicherung und Notfallplan. ".repeat(9))));
            Section {
                anchor: anchor(at),
                kicker: None,
                aside: None,
                title: "Abschnitt".into(),
                bookmark: None,
                start: if at % 2 == 0 { Start::Below } else { Start::NewPage },
                blocks,
            }
        };
        Document {
            title: "Probe".into(),
            subject: "Probe".into(),
            author: "waage".into(),
            date: jiff::civil::date(2026, 11, 21),
            program: "waage 0.1.0",
            is_draft: false,
            language: Language {
                tag: "de-DE",
                contents: "Inhalt",
                skip: "Zum Inhalt",
                amount: |it| it.to_string(),
                count: |it| it.to_string(),
                percent: |it| it.to_string(),
            },
            foot: Foot { note: Text::default().page_of(anchor(1), "ab Seite ", "unten"), ..Foot::default() },
            brand: crate::document::Brand { name: Some("Beratung".into()), ..Default::default() },
            sections: lengths.iter().enumerate().map(section).collect(),
        }
    }

    #[test]
    fn the_pages_are_those_of_a_layout_that_knew_their_numbers_from_the_start() {
        let typeface = Typeface::default();
        for lengths in [[0, 0, 0], [1, 30, 5], [60, 2, 90], [7, 13, 200]] {
            let document = document(&lengths);
            let layout = lay_out(&document, &typeface);
            let known = parts(&document, &typeface, &page_numbers(&layout.anchors));
            assert!(layout == assemble(&document, &typeface, known), "{lengths:?}");
        }
    }
}
