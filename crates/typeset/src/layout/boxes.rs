//! Tiles, columns, boxes and the letterhead.

use super::compose::{Composer, Strip};
use super::flow::{Flowing, Piece, stack};
use super::page::{Group, NodeId, Role};
use super::setting::{Frame, Hyphens, Setting};
use crate::document::{Block, Boxed, Columns, Document, Flow, SecondLine, Text, Tile};
use crate::drawing::{Ink, Mark, Point, Rect, Stroke};
use crate::typeface::Face;

/// Distance between tiles and between columns.
const GUTTER: f64 = 12.0;
/// Distance from a ground's edge to what stands on it.
const PADDING: f64 = 11.0;
/// Size of a tile's figure when it fits, and the smallest it may shrink to.
const FIGURE_SIZE: f64 = 21.0;
const LEAST_FIGURE_SIZE: f64 = 12.0;

impl Composer<'_> {
    pub(super) fn tiles(&mut self, tiles: &[Tile], strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        let count = tiles.len().max(1) as f64;
        let width = (strip.width - (count - 1.0) * GUTTER) / count;
        let inner = width - 2.0 * PADDING;
        // One size for all tiles: figures side by side are compared.
        let size = tiles
            .iter()
            .map(|it| self.figure_size(&it.value, inner, FIGURE_SIZE))
            .fold(FIGURE_SIZE, f64::min);
        let mut upper = Vec::new();
        let mut lower = Vec::new();
        for (number, tile) in tiles.iter().enumerate() {
            let x = strip.x + number as f64 * (width + GUTTER) + PADDING;
            let node = self.node(Role::Division, parent);
            upper.push(self.tile_top(tile, size, Strip { x, width: inner }, node));
            lower.push(tile.second.as_ref().map(|it| self.tile_second(it, Strip { x, width: inner }, node)));
        }
        let top = upper.iter().fold(0.0_f64, |height, it| height.max(it.height));
        let below = lower.iter().flatten().fold(0.0_f64, |height, it| height.max(it.height));
        let has_second = lower.iter().any(Option::is_some);
        let rule = PADDING + top + 8.0;
        let height = if has_second { rule + 9.0 + below + PADDING } else { PADDING + top + PADDING };
        let mut whole = Piece { before: 8.0, after: 10.0, height, ..Piece::default() };
        for (number, (upper, lower)) in upper.into_iter().zip(lower).enumerate() {
            let x = strip.x + number as f64 * (width + GUTTER);
            let mut ground = vec![Mark::Box { rect: Rect::new(x, 0.0, width, height), ink: Ink::Ground }];
            if lower.is_some() {
                let ends = vec![Point::new(x + PADDING, rule), Point::new(x + width - PADDING, rule)];
                ground.push(Mark::Line { points: ends, stroke: Stroke::solid(Ink::Rule, 0.6) });
            }
            whole.groups.push(Group::artifact(ground));
            whole.absorb(upper, PADDING);
            if let Some(lower) = lower {
                whole.absorb(lower, rule + 9.0);
            }
        }
        pieces.push(whole);
    }

    fn tile_top(&mut self, tile: &Tile, size: f64, strip: Strip, node: NodeId) -> Piece {
        let small = Setting { before: 0.0, after: 0.0, ..Setting::NOTE };
        let figure = Setting {
            size,
            leading: size * 1.22,
            face: Face::Semibold,
            ink: Ink::Loss,
            hyphens: Hyphens::IfNeeded,
            before: 0.0,
            after: 0.0,
            ..Setting::BODY
        };
        let mut rows = Vec::new();
        for (text, setting) in
            [(&tile.label, small), (&tile.value, figure), (&tile.note, small.inked(Ink::Text))]
        {
            let paragraph = self.node(Role::Paragraph, node);
            self.paragraph(&Text::plain(text), &setting, paragraph, strip, &mut rows);
        }
        stack(rows)
    }

    /// "mit Plan  3.500 €" on one line where it fits, then the note.
    fn tile_second(&mut self, second: &SecondLine, strip: Strip, node: NodeId) -> Piece {
        let label = Setting { before: 0.0, after: 0.0, ..Setting::NOTE };
        let figure = Setting {
            size: 12.5,
            leading: 15.5,
            face: Face::Semibold,
            ink: Ink::Plan,
            hyphens: Hyphens::IfNeeded,
            before: 0.0,
            after: 0.0,
            ..Setting::BODY
        };
        let label_text = Text::plain(&second.label);
        let label_width = self.wrapper().natural_width(&label_text, &label) + 6.0;
        let value = Text::plain(&second.value);
        let value_width = self.wrapper().natural_width(&value, &figure);
        let mut rows = Vec::new();
        let label_node = self.node(Role::Paragraph, node);
        self.paragraph(&label_text, &label, label_node, strip, &mut rows);
        let value_node = self.node(Role::Paragraph, node);
        if label_width + value_width <= strip.width {
            let beside = Strip { x: strip.x + label_width, width: strip.width - label_width };
            let mut value_rows = Vec::new();
            self.paragraph(&value, &figure, value_node, beside, &mut value_rows);
            let mut row = stack(rows);
            // Both stand on the figure's baseline.
            row.shift(0.0, figure.baseline() - label.baseline());
            row.absorb(stack(value_rows), 0.0);
            row.height = figure.leading;
            rows = vec![row];
        } else {
            self.paragraph(&value, &figure, value_node, strip, &mut rows);
        }
        let note = self.node(Role::Paragraph, node);
        self.paragraph(&Text::plain(&second.note), &label, note, strip, &mut rows);
        stack(rows)
    }

    /// The greatest size at which a figure fits on one line.
    fn figure_size(&self, value: &str, width: f64, greatest: f64) -> f64 {
        let natural = self.typeface.width(Face::Semibold, greatest, &self.printable(value));
        (greatest * (width / natural.max(1.0)).min(1.0)).max(LEAST_FIGURE_SIZE)
    }

    pub(super) fn columns(
        &mut self,
        columns: &Columns,
        strip: Strip,
        parent: NodeId,
        pieces: &mut Vec<Piece>,
    ) {
        let gutter = if columns.boxed { GUTTER } else { 2.0 * GUTTER };
        let share = columns.left_share.clamp(0.2, 0.8);
        let left_width = (strip.width - gutter) * share;
        let left = Strip { x: strip.x, width: left_width };
        let right = Strip { x: strip.x + left_width + gutter, width: strip.width - gutter - left_width };
        let left_piece = self.column(&columns.left, left, columns.boxed, parent);
        let right_piece = self.column(&columns.right, right, columns.boxed, parent);
        let height = left_piece.height.max(right_piece.height);
        if height > Frame::A4.height() {
            // Too long to stand side by side: one after the other, over pages.
            for blocks in [&columns.left, &columns.right] {
                let node = self.node(Role::Division, parent);
                self.blocks(blocks, strip, node, pieces);
            }
            return;
        }
        let mut whole = Piece { before: 8.0, after: 10.0, height, ..Piece::default() };
        for (strip, column) in [(left, left_piece), (right, right_piece)] {
            if columns.boxed {
                whole.groups.push(ground(Rect::new(strip.x, 0.0, strip.width, height)));
            }
            whole.absorb(column, 0.0);
        }
        pieces.push(whole);
    }

    fn column(&mut self, blocks: &[Block], strip: Strip, boxed: bool, parent: NodeId) -> Piece {
        let node = self.node(Role::Division, parent);
        let pad = if boxed { PADDING } else { 0.0 };
        let inner = Strip { x: strip.x + pad, width: strip.width - 2.0 * pad };
        let mut rows = Vec::new();
        self.blocks(blocks, inner, node, &mut rows);
        let mut piece = stack(rows);
        piece.shift(0.0, pad);
        piece.height += 2.0 * pad;
        piece
    }

    /// Blocks laid out in one narrow column; they are put into columns when the pages are filled.
    pub(super) fn flow(&mut self, flow: &Flow, strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        let count = flow.columns.max(1);
        let gutter = 2.0 * GUTTER;
        let width = (strip.width - (count - 1) as f64 * gutter) / count as f64;
        let narrow = Strip { x: strip.x, width };
        let node = self.node(Role::Division, parent);
        let mut inner = Vec::new();
        // Inside of another box there is no page to fill.
        if strip.width < Frame::A4.width - 1.0 {
            self.blocks(&flow.blocks, strip, node, pieces);
            return;
        }
        self.blocks(&flow.blocks, narrow, node, &mut inner);
        let flowing = Flowing { pieces: inner, columns: count, step: width + gutter };
        pieces.push(Piece { before: 4.0, after: 10.0, flowing: Some(flowing), ..Piece::default() });
    }

    pub(super) fn boxed(&mut self, boxed: &Boxed, strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        let strip = Strip { width: boxed.size.map_or(strip.width, |it| it.0), ..strip };
        let mut piece = self.column(&boxed.blocks, strip, true, parent);
        piece.height = piece.height.max(boxed.size.map_or(0.0, |it| it.1));
        if piece.height > Frame::A4.height() {
            let node = self.node(Role::Division, parent);
            self.blocks(&boxed.blocks, strip, node, pieces);
            return;
        }
        piece.groups.insert(0, ground(Rect::new(strip.x, 0.0, strip.width, piece.height)));
        (piece.before, piece.after) = if boxed.size.is_some() { (4.0, 4.0) } else { (8.0, 10.0) };
        pieces.push(piece);
    }

    /// The brand's logo and name above everything else.
    pub(super) fn letterhead(&mut self, document: &Document, strip: Strip, pieces: &mut Vec<Piece>) {
        const HEIGHT: f64 = 34.0;
        const WIDEST: f64 = 170.0;
        let brand = &document.brand;
        if brand.logo.is_none() && brand.name.is_none() {
            return;
        }
        let mut piece = Piece { after: 14.0, height: HEIGHT, keep: true, ..Piece::default() };
        if let Some(logo) = &brand.logo {
            let ratio = f64::from(logo.width) / f64::from(logo.height);
            let width = (HEIGHT * ratio).min(WIDEST);
            let rect = Rect::new(strip.x, 0.0, width, width / ratio);
            let node = self.node(Role::Figure { alternative: self.printable(&logo.alternative) }, NodeId(0));
            piece.groups.push(Group { bounds: Some(rect), ..Group::of(node, vec![Mark::Logo { rect }]) });
        }
        if let Some(name) = &brand.name {
            let setting = Setting { before: 0.0, after: 0.0, ..Setting::NOTE };
            let text = Text::plain(name);
            let room = strip.width - WIDEST - GUTTER;
            let width = self.wrapper().natural_width(&text, &setting).min(room);
            let node = self.node(Role::Paragraph, NodeId(0));
            let mut rows = Vec::new();
            let beside = Strip { x: strip.x + strip.width - width - 0.1, width: width + 0.1 };
            self.paragraph(&text, &setting, node, beside, &mut rows);
            let rows = stack(rows);
            piece.height = piece.height.max(rows.height);
            piece.absorb(rows, 0.0);
        }
        pieces.push(piece);
    }
}

fn ground(rect: Rect) -> Group {
    Group::artifact(vec![Mark::Box { rect, ink: Ink::Ground }])
}
