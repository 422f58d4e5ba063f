//! Sheets of half a page, places to write, and what stands beside a heading.

use super::compose::{Composer, Strip};
use super::flow::{Piece, stack};
use super::page::{Group, NodeId, Role};
use super::setting::{Frame, Setting};
use crate::document::{Aside, Sheet, Text};
use crate::drawing::{Ink, Mark, Point, Stroke};
use crate::typeface::Face;

/// Room of a sheet's number.
const NUMBER_WIDTH: f64 = 31.0;
/// Room of the line for the day it is done.
const DONE_WIDTH: f64 = 114.0;
/// Between the columns of a sheet.
const GUTTER: f64 = 18.0;
const LEFT_SHARE: f64 = 0.45;
/// Between two sheets of a page, with the line to cut along.
const CUT: f64 = 30.0;
/// From the rule above the figures to the rule below.
const FIGURES: f64 = 36.0;
/// Room of what stands beside a heading.
pub(super) const ASIDE_WIDTH: f64 = 177.0;
/// Height of a line to write on beside words.
const BLANK: f64 = 23.0;

/// What a sheet is made of, from top to foot.
struct Parts {
    head: Piece,
    body: Piece,
    figures: Piece,
}

impl Parts {
    /// The least height.
    fn height(&self) -> f64 {
        self.head.height + self.body.height + 10.0 + self.figures.height
    }
}

/// Heights of sheets that need so much: the first stands below the title of all and takes what it needs; of the others
/// two halve a page, or one leaves the other what it does not need.
fn heights(needed: &[f64]) -> Vec<f64> {
    let page = Frame::A4.height() - CUT;
    let mut heights: Vec<f64> = needed.iter().copied().take(1).collect();
    let mut at = 1;
    while at < needed.len() {
        match needed[at..] {
            [first, second, ..] if first + second <= page => {
                let first = first.max((page / 2.0).min(page - second));
                heights.extend([first, page - first]);
                at += 2;
            }
            [alone, ..] => {
                heights.push(alone);
                at += 1;
            }
            [] => break,
        }
    }
    heights
}

impl Composer<'_> {
    /// Sheets one after the other, two on a page where they fit; below another stands a line to cut along.
    pub(super) fn sheets(
        &mut self,
        sheets: &[&Sheet],
        strip: Strip,
        parent: NodeId,
        pieces: &mut Vec<Piece>,
    ) {
        let drawn: Vec<Parts> = sheets.iter().map(|it| self.sheet(it, strip, parent)).collect();
        let heights = heights(&drawn.iter().map(Parts::height).collect::<Vec<_>>());
        for (number, ((parts, height), sheet)) in drawn.into_iter().zip(heights).zip(sheets).enumerate() {
            let mut whole = Piece { height, after: CUT, before: CUT, ..Piece::default() };
            whole.anchors.extend(sheet.anchor.clone());
            whole.outline = Some((2, self.printable(&format!("{} {}", sheet.number, sheet.title))));
            let Parts { head, body, figures } = parts;
            let body_top = head.height;
            whole.absorb(head, 0.0);
            whole.absorb(body, body_top);
            let figures_top = height - figures.height;
            whole.absorb(figures, figures_top);
            if number > 0 {
                let cut = line(strip, -CUT / 2.0, Stroke::solid(Ink::Soft, 0.6).dashed(2.5, 2.5));
                whole.below_another.push(cut);
            }
            pieces.push(whole);
        }
    }

    fn sheet(&mut self, sheet: &Sheet, strip: Strip, parent: NodeId) -> Parts {
        let node = self.node(Role::Division, parent);
        let head = self.sheet_head(sheet, strip, node);
        let room = strip.width - GUTTER;
        let left = Strip { x: strip.x, width: LEFT_SHARE * room };
        let right = Strip { x: left.x + left.width + GUTTER, width: room - left.width };
        let mut body = Piece::default();
        for (blocks, strip) in [(&sheet.left, left), (&sheet.right, right)] {
            let column = self.node(Role::Division, node);
            let mut rows = Vec::new();
            self.blocks(blocks, strip, column, &mut rows);
            let column = stack(rows);
            body.height = body.height.max(column.height);
            body.absorb(column, 0.0);
        }
        Parts { head, body, figures: self.sheet_figures(&sheet.figures, strip, node) }
    }

    fn sheet_head(&mut self, sheet: &Sheet, strip: Strip, node: NodeId) -> Piece {
        self.has_parts = true;
        let heading = self.node(Role::Heading(2), node);
        let number = Setting { ink: Ink::Accent, ..Setting::SHEET_TITLE };
        let width = strip.width - NUMBER_WIDTH - DONE_WIDTH - GUTTER;
        let beside = Strip { x: strip.x + NUMBER_WIDTH, width };
        let mut piece = self.lines_of(
            &Text::plain(&sheet.number),
            &number,
            heading,
            Strip { width: NUMBER_WIDTH, ..strip },
        );
        let title = self.lines_of(&Text::plain(&sheet.title), &Setting::SHEET_TITLE, heading, beside);
        let title_height = title.height;
        piece.absorb(title, 0.0);
        let byline = self.node(Role::Paragraph, node);
        let setting = Setting { before: 0.0, after: 0.0, ..Setting::BYLINE };
        let byline = self.lines_of(&Text::plain(&sheet.byline), &setting, byline, beside);
        piece.height = title_height + byline.height + 8.0;
        piece.absorb(byline, title_height);
        let done = self.node(Role::Paragraph, node);
        let at = Strip { x: strip.x + strip.width - DONE_WIDTH, width: DONE_WIDTH };
        let done = self.lines_of(&Text::plain(&sheet.done), &Setting::FIELD, done, at);
        piece.absorb(done, 7.0);
        piece.groups.push(line(at, 21.0, Stroke::solid(Ink::Soft, 0.7)));
        piece
    }

    /// Labels above their figures, between two rules.
    fn sheet_figures(&mut self, figures: &[(String, Text)], strip: Strip, node: NodeId) -> Piece {
        if figures.is_empty() {
            return Piece::default();
        }
        let mut piece = Piece { height: FIGURES, ..Piece::default() };
        piece.groups.push(line(strip, 0.0, Stroke::solid(Ink::Text, 0.9)));
        let width = strip.width / figures.len() as f64;
        for (number, (label, figure)) in figures.iter().enumerate() {
            let at = Strip { x: strip.x + number as f64 * width, width: width - 6.0 };
            let paragraph = self.node(Role::Paragraph, node);
            let label = self.lines_of(&Text::plain(label), &Setting::FIELD, paragraph, at);
            piece.absorb(label, 5.0);
            let paragraph = self.node(Role::Paragraph, node);
            let figure = self.lines_of(figure, &Setting::CELL, paragraph, at);
            piece.absorb(figure, 17.5);
        }
        piece.groups.push(line(strip, FIGURES, Stroke::solid(Ink::Rule, 0.5)));
        piece
    }

    /// A text's lines as one piece.
    fn lines_of(&mut self, text: &Text, setting: &Setting, node: NodeId, strip: Strip) -> Piece {
        let mut rows = Vec::new();
        self.paragraph(text, setting, node, strip, &mut rows);
        let mut piece = stack(rows);
        (piece.before, piece.after) = (0.0, 0.0);
        piece
    }

    /// Words with a line to write on behind each.
    pub(super) fn blanks(&mut self, blanks: &[Text], strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        let words = Strip { width: 0.6 * strip.width, ..strip };
        let place = Strip { x: strip.x + 0.62 * strip.width, width: 0.38 * strip.width };
        for blank in blanks {
            let node = self.node(Role::Paragraph, parent);
            let text = self.lines_of(blank, &Setting::BODY, node, words);
            let height = text.height.max(BLANK - 8.0) + 8.0;
            let mut piece = Piece { height, ..Piece::default() };
            let top = height - text.height - 3.0;
            piece.absorb(text, top);
            piece.groups.push(line(place, height, Stroke::solid(Ink::Soft, 0.6)));
            pieces.push(piece);
        }
        pieces.last_mut().into_iter().for_each(|last| last.after = 10.0);
    }

    /// What stands beside a section's heading, at the height of the kicker's top.
    pub(super) fn aside(&mut self, aside: &Aside, strip: Strip, parent: NodeId) -> Piece {
        match aside {
            Aside::Stamp(word) => {
                let setting = Setting { size: 12.5, leading: 15.0, face: Face::Semibold, ..Setting::CELL };
                let text = Text::plain(word);
                let width = self.wrapper().natural_width(&text, &setting) + 22.0;
                let at = Strip { x: strip.x + strip.width - width, width };
                let node = self.node(Role::Paragraph, parent);
                let inner = Strip { x: at.x + 11.0, width: width - 21.0 };
                let mut piece = Piece { height: 25.0, ..Piece::default() };
                let words = self.lines_of(&text, &setting, node, inner);
                piece.absorb(words, 5.0);
                let (x, right) = (at.x, at.x + width);
                let corners = [(x, 0.0), (right, 0.0), (right, 25.0), (x, 25.0), (x, 0.0)];
                let points = corners.map(|(x, y)| Point::new(x, y)).to_vec();
                let stroke = Stroke::solid(Ink::Text, 0.8).dashed(2.5, 2.0);
                piece.groups.insert(0, Group::artifact(vec![Mark::Line { points, stroke }]));
                piece
            }
            Aside::Facts(facts) => {
                let at = Strip { x: strip.x + strip.width - ASIDE_WIDTH, width: ASIDE_WIDTH };
                let mut piece = Piece::default();
                for (name, fact) in facts {
                    let node = self.node(Role::Paragraph, parent);
                    let label = Setting { size: 9.5, ..Setting::FIELD };
                    let label = self.lines_of(&Text::plain(name), &label, node, Strip { width: 66.0, ..at });
                    piece.absorb(label, piece.height + 3.0);
                    let node = self.node(Role::Paragraph, parent);
                    let beside = Strip { x: at.x + 68.0, width: at.width - 68.0 };
                    let setting = Setting::CELL.faced(Face::Semibold);
                    let fact = self.lines_of(&Text::plain(fact), &setting, node, beside);
                    piece.absorb(fact, piece.height + 2.5);
                    piece.height += 17.0;
                    piece.groups.push(line(at, piece.height, Stroke::solid(Ink::Rule, 0.5)));
                }
                piece
            }
        }
    }
}

fn line(strip: Strip, y: f64, stroke: Stroke) -> Group {
    let points = [strip.x, strip.x + strip.width].map(|x| Point::new(x, y)).to_vec();
    Group::artifact(vec![Mark::Line { points, stroke }])
}

/// The dashed line beside the pages of a draft.
pub(super) fn draft_rule(frame: &Frame) -> Group {
    let x = frame.left - 25.0;
    let points = vec![Point::new(x, frame.top), Point::new(x, frame.foot + 12.0)];
    let stroke = Stroke::solid(Ink::Soft, 0.6).dashed(2.5, 2.5);
    Group::artifact(vec![Mark::Line { points, stroke }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_sheets_share_a_page_where_one_leaves_the_other_enough() {
        let page = Frame::A4.height() - CUT;
        let half = page / 2.0;
        let found =
            heights(&[half - 60.0, half + 20.0, half - 40.0, half - 10.0, half - 10.0, half + 1.0, half]);
        let expected = [half - 60.0, half + 20.0, half - 20.0, half, half, half + 1.0, half];
        assert!(found.iter().zip(expected).all(|(found, it)| (found - it).abs() < 1e-9), "{found:?}");
    }
}
