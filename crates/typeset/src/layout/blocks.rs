//! Headings, paragraphs, lists, pictures and lines to write on.

use super::compose::{Composer, Strip, set_segments};
use super::flow::{Piece, Place, stacked_height};
use super::page::{Group, NodeId, Role};
use super::setting::{Frame, Setting};
use crate::document::{Anchor, Block, Fields, Figure, Level, List, Marker, Span, Term, Text};
use crate::drawing::{Ink, Mark, Point, Rect, Stroke, TextMark};

/// Indent of a list's words.
const INDENT: f64 = 15.0;
/// Distance between an item and the next.
const ITEM_GAP: f64 = 3.0;
/// The same in small type.
const DENSE_INDENT: f64 = 10.0;
const DENSE_ITEM_GAP: f64 = 0.3;
/// Distance between what is said about a name and the next name.
const TERM_GAP: f64 = 1.5;
/// A name with what is said about it stays together up to so many lines.
const UNTORN_LINES: usize = 8;
/// Height of a line to write on, above its label.
const WRITING_ROOM: f64 = 26.0;
/// The same at the foot of a page, where there mostly is more above it.
const WRITING_ROOM_AT_FOOT: f64 = 21.0;

impl Composer<'_> {
    pub(super) fn block(&mut self, block: &Block, strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        match block {
            Block::Heading { level, text, anchor } => {
                self.heading(*level, text, anchor.as_ref(), strip, parent, pieces);
            }
            Block::Lead(text) => {
                let from = pieces.len();
                self.text_block(text, &Setting::LEAD, strip, parent, pieces);
                // The message is never torn, and stays with what it is about.
                pieces[from..].iter_mut().for_each(|it| it.keep = true);
            }
            Block::Paragraph(text) => self.text_block(text, &Setting::BODY, strip, parent, pieces),
            Block::Small(text) => self.text_block(text, &Setting::SMALL, strip, parent, pieces),
            Block::Note(text) => self.text_block(text, &Setting::NOTE, strip, parent, pieces),
            Block::Byline(text) => self.text_block(text, &Setting::BYLINE, strip, parent, pieces),
            Block::List(list) => self.list(list, strip, parent, pieces),
            Block::Terms(terms) => self.terms(terms, strip, parent, pieces),
            Block::Table(table) => self.table(table, strip, parent, pieces),
            Block::Ladder(ladder) => self.ladder(ladder, strip, parent, pieces),
            Block::Sheet(sheet) => self.sheets(&[sheet], strip, parent, pieces),
            Block::Blanks(blanks) => self.blanks(blanks, strip, parent, pieces),
            Block::Tiles(tiles) => self.tiles(tiles, strip, parent, pieces),
            Block::Figure(figure) => self.figure(figure, strip, parent, pieces),
            Block::Columns(columns) => self.columns(columns, strip, parent, pieces),
            Block::Flow(flow) => self.flow(flow, strip, parent, pieces),
            Block::Boxed(boxed) => self.boxed(boxed, strip, parent, pieces),
            Block::Fields(fields) => self.fields(fields, strip, parent, pieces),
            Block::Together(blocks) => self.together(blocks, strip, parent, pieces),
            Block::Anchor(anchor) => {
                pieces.push(Piece { anchors: vec![anchor.clone()], keep: true, ..Piece::default() });
            }
            Block::PageBreak => pieces.push(Piece { place: Place::NewPage, keep: true, ..Piece::default() }),
        }
    }

    fn text_block(
        &mut self,
        text: &Text,
        setting: &Setting,
        strip: Strip,
        parent: NodeId,
        pieces: &mut Vec<Piece>,
    ) {
        let node = self.node(Role::Paragraph, parent);
        self.paragraph(text, setting, node, strip, pieces);
    }

    fn heading(
        &mut self,
        level: Level,
        text: &str,
        anchor: Option<&Anchor>,
        strip: Strip,
        parent: NodeId,
        pieces: &mut Vec<Piece>,
    ) {
        self.has_parts |= level == Level::Two;
        let (setting, number) = match level {
            Level::Two => (Setting::HEADING, 2),
            Level::Three => (Setting::SUBHEADING, if self.has_parts { 3 } else { 2 }),
        };
        let node = self.node(Role::Heading(number), parent);
        let from = pieces.len();
        self.paragraph(&Text::plain(text), &setting, node, strip, pieces);
        for piece in &mut pieces[from..] {
            piece.keep = true;
        }
        if let Some(first) = pieces.get_mut(from) {
            first.anchors.extend(anchor.cloned());
            first.outline = (level == Level::Two).then(|| (2, self.printable(text)));
        }
    }

    fn list(&mut self, list: &List, strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        let (setting, indent, gap) = if list.dense {
            (Setting::SMALL, DENSE_INDENT, DENSE_ITEM_GAP)
        } else {
            (Setting::BODY, INDENT, ITEM_GAP)
        };
        let list_node = self.node(Role::List { numbered: list.marker == Marker::Number }, parent);
        let inner = Strip { x: strip.x + indent, width: strip.width - indent };
        let count = list.items.len();
        for (number, item) in list.items.iter().enumerate() {
            let item_node = self.node(Role::Item, list_node);
            let label_node = self.node(Role::Label, item_node);
            let body = self.node(Role::ItemBody, item_node);
            let from = pieces.len();
            self.paragraph(item, &setting, body, inner, pieces);
            let marks = self.marker(list.marker, number + 1, &setting, strip.x);
            if let Some(first) = pieces.get_mut(from) {
                first.groups.insert(0, Group::of(label_node, marks));
                first.before = if number == 0 { setting.before } else { gap };
            }
            if let Some(last) = pieces.last_mut() {
                last.after = if number + 1 == count { setting.after } else { gap };
            }
        }
    }

    /// Each name with what is said about it behind: a list whose labels are the names.
    fn terms(&mut self, terms: &[Term], strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        let setting = Setting { before: 0.0, ..Setting::SMALL };
        let list = self.node(Role::List { numbered: false }, parent);
        for term in terms {
            let item = self.node(Role::Item, list);
            let label = self.node(Role::Label, item);
            let body = self.node(Role::ItemBody, item);
            let whole = term.name.clone().then(" ").join(term.said.clone());
            let named = term.name.spans.iter().filter(|it| !matches!(it, Span::Break)).count();
            // The space between belongs to the name.
            let node_of = |run: usize| if run <= named { label } else { body };
            let wrapped = self.wrap(&whole, &setting, strip.width);
            let links = self.link_nodes(&wrapped, body);
            let count = wrapped.lines.len();
            for (number, line) in wrapped.lines.iter().enumerate() {
                let corner = Point::new(strip.x, 0.0);
                let (groups, areas) = set_segments(line, &wrapped, &links, &setting, node_of, corner);
                pieces.push(Piece {
                    after: if number + 1 == count { TERM_GAP } else { 0.0 },
                    height: line.leading,
                    // A short answer is never torn from its question.
                    keep: number + 1 < count && (count <= UNTORN_LINES || number == 0 || number + 2 == count),
                    groups,
                    links: areas,
                    ..Piece::default()
                });
            }
        }
    }

    fn marker(&self, marker: Marker, number: usize, setting: &Setting, x: f64) -> Vec<Mark> {
        let (text, ink) = match marker {
            Marker::Dash => ("\u{2013}".to_owned(), Ink::Soft),
            Marker::Number => (format!("{number}."), Ink::Soft),
            Marker::Checkbox => ("\u{2610}".to_owned(), Ink::Text),
        };
        let width = self.typeface.width(setting.face, setting.size, &text);
        vec![Mark::Text(TextMark {
            at: Point::new(x, setting.baseline()),
            text,
            face: setting.face,
            size: setting.size,
            ink,
            tracking: 0.0,
            width,
        })]
    }

    fn figure(&mut self, figure: &Figure, strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        let drawing = figure.chart.draw(self.typeface, self.language, strip.width);
        let alternative = self.printable(&figure.alternative);
        let node = self.node(Role::Figure { alternative }, parent);
        let bounds = Rect::new(strip.x, 0.0, drawing.width, drawing.height);
        let marks = drawing.marks.into_iter().map(|mark| mark.shifted(strip.x, 0.0)).collect();
        let group = Group { bounds: Some(bounds), ..Group::of(node, marks) };
        pieces.push(Piece {
            before: 8.0,
            after: 8.0,
            height: drawing.height,
            groups: vec![group],
            keep: figure.caption.is_some(),
            ..Piece::default()
        });
        if let Some(caption) = &figure.caption {
            let caption_node = self.node(Role::Paragraph, parent);
            self.paragraph(caption, &Setting::NOTE, caption_node, strip, pieces);
        }
    }

    fn fields(&mut self, fields: &Fields, strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        const GAP: f64 = 20.0;
        let setting = Setting::FIELD;
        let count = fields.labels.len().max(1) as f64;
        let width = (strip.width - (count - 1.0) * GAP) / count;
        let room = if fields.at_foot { WRITING_ROOM_AT_FOOT } else { WRITING_ROOM };
        let mut piece = Piece { before: 10.0, after: 10.0, ..Piece::default() };
        let mut height = 0.0_f64;
        for (number, label) in fields.labels.iter().enumerate() {
            let x = strip.x + number as f64 * (width + GAP);
            let ends = vec![Point::new(x, room), Point::new(x + width, room)];
            let line = Mark::Line { points: ends, stroke: Stroke::solid(Ink::Text, 0.7) };
            piece.groups.push(Group::artifact(vec![line]));
            let node = self.node(Role::Paragraph, parent);
            let mut lines = Vec::new();
            self.paragraph(&Text::plain(label), &setting, node, Strip { x, width }, &mut lines);
            let mut y = room + 3.0;
            for line in lines {
                let step = line.height;
                piece.absorb(line, y);
                y += step;
            }
            height = height.max(y);
        }
        piece.height = height;
        piece.place = if fields.at_foot { Place::Foot } else { Place::Below };
        pieces.push(piece);
    }

    fn together(&mut self, blocks: &[Block], strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        let mut inner = Vec::new();
        self.blocks(blocks, strip, parent, &mut inner);
        let last = inner.len().saturating_sub(1);
        if stacked_height(&inner) <= Frame::A4.height() {
            for piece in &mut inner[..last] {
                piece.keep = true;
            }
        }
        pieces.append(&mut inner);
    }
}
