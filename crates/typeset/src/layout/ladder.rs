//! Ways to go side by side.

use super::compose::{Composer, Strip, set_line};
use super::flow::Piece;
use super::page::{Group, NodeId, Role};
use super::setting::Setting;
use crate::document::{Ladder, LadderRow, Rung, Text};
use crate::drawing::{Ink, Mark, Point, Rect, Stroke};
use crate::typeface::Face;

/// Width of the labels and of what is, as shares of the whole (46 and 26 of 168 mm).
const LABEL_SHARE: f64 = 0.2738;
const FIRST_SHARE: f64 = 0.1548;
/// Height of the tallest bar, and room above it.
const BAR: f64 = 68.0;
const ABOVE_BARS: f64 = 7.0;
/// Share of its column a bar takes.
const BAR_SHARE: f64 = 0.76;
/// A part of a bar holds words from this height on.
const LEAST_HELD: f64 = 13.5;
/// From the edge of a marked column to its words.
const PAD: f64 = 4.5;
/// Between the lines of the table.
const ROW_PAD: f64 = 1.7;

/// A ladder being set into one piece.
struct Frame {
    whole: Piece,
    y: f64,
    labels: Strip,
    columns: Vec<Strip>,
    edge: Strip,
}

impl Composer<'_> {
    pub(super) fn ladder(&mut self, ladder: &Ladder, strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        let table = self.node(Role::Table, parent);
        let mut frame = Frame {
            whole: Piece { before: 6.0, after: 6.0, ..Piece::default() },
            y: 0.0,
            labels: Strip { x: strip.x, width: LABEL_SHARE * strip.width - 8.0 },
            columns: columns(ladder.rungs.len(), strip),
            edge: strip,
        };
        frame.rule(Ink::Text, 0.9);
        self.rung_names(ladder, table, &mut frame);
        let body = self.node(Role::TableBody, table);
        self.bars(ladder, body, &mut frame);
        for row in &ladder.rows {
            if row.ruled {
                frame.y += ROW_PAD;
                frame.rule(Ink::Rule, 0.5);
            }
            self.ladder_row(row, body, &mut frame);
        }
        if ladder.rungs.iter().any(|it| it.choice.is_some()) {
            frame.y += ROW_PAD;
            frame.rule(Ink::Text, 0.9);
            frame.y += 2.0;
            let cells = ladder.rungs.iter().map(choice);
            let label = Text::default().bold(&ladder.choice_label);
            self.ladder_row(&LadderRow::of(label, cells), body, &mut frame);
            frame.y += 2.0;
        }
        frame.y += ROW_PAD;
        frame.rule(Ink::Text, 0.9);
        frame.mark(ladder);
        frame.whole.height = frame.y;
        pieces.push(frame.whole);
    }

    fn rung_names(&mut self, ladder: &Ladder, table: NodeId, frame: &mut Frame) {
        let head = self.node(Role::TableHead, table);
        let row = self.node(Role::TableRow, head);
        let corner = self.node(Role::ColumnHeader, row);
        frame.y += 4.0;
        let top = frame.y;
        let mut lowest =
            top + self.ladder_cell(&Text::default(), &Setting::CELL, corner, frame.labels, top, frame);
        for (rung, strip) in ladder.rungs.iter().zip(frame.columns.clone()) {
            let cell = self.node(Role::ColumnHeader, row);
            let name = Setting::CELL.faced(Face::Semibold);
            let below = top + self.ladder_cell(&Text::plain(&rung.name), &name, cell, strip, top, frame);
            let meaning = Text::plain(&rung.meaning);
            lowest =
                lowest.max(below + self.ladder_cell(&meaning, &Setting::NOTE, cell, strip, below, frame));
        }
        frame.y = lowest;
    }

    /// The bars, with what is written on them, or below them where the parts are too low.
    fn bars(&mut self, ladder: &Ladder, body: NodeId, frame: &mut Frame) {
        let scale = BAR / ladder.tallest();
        let top = frame.y + ABOVE_BARS;
        let floor = top + BAR;
        let [upper, lower] = ladder.bar_rows();
        let holds = |height: f64| height <= 0.0 || height * scale >= LEAST_HELD;
        let upper_held = ladder.rungs.iter().all(|it| it.upper.as_ref().is_none_or(|it| holds(it.0)));
        let lower_held = ladder.rungs.iter().all(|it| holds(it.lower.0));
        let is = ladder.rungs.first().map_or(0.0, |it| it.lower.0 * scale);
        let mut marks = Vec::new();
        for (number, (rung, strip)) in ladder.rungs.iter().zip(&frame.columns).enumerate() {
            let width = BAR_SHARE * strip.width;
            let low = rung.lower.0 * scale;
            let ink = if number == 0 { Ink::Loss } else { Ink::Plan };
            if low > 0.0 {
                marks.push(Mark::Box { rect: Rect::new(strip.x, floor - low, width, low), ink });
            }
            if let Some((height, _)) = &rung.upper {
                let high = height * scale;
                marks.push(Mark::Box {
                    rect: Rect::new(strip.x, floor - low - high, width, high),
                    ink: Ink::Cost,
                });
            }
        }
        if let Some(first) = frame.columns.first() {
            let from = first.x + BAR_SHARE * first.width;
            let ends = [from, frame.edge.x + frame.edge.width].map(|x| Point::new(x, floor - is));
            marks.push(Mark::Line {
                points: ends.to_vec(),
                stroke: Stroke::solid(Ink::Text, 0.7).dashed(3.0, 2.5),
            });
        }
        frame.whole.groups.push(Group::artifact(marks));
        if upper_held {
            let place = |rung: &Rung| {
                let height = rung.upper.as_ref().map_or(0.0, |it| it.0);
                floor - (rung.lower.0 + height / 2.0) * scale - Setting::CELL.leading / 2.0
            };
            self.held(&upper, Ink::Text, ladder.rungs.iter().map(place).collect(), top + 4.0, body, frame);
        }
        if lower_held {
            let places = vec![floor - Setting::CELL.leading - 2.0; ladder.rungs.len()];
            self.held(&lower, Ink::Paper, places, floor - 2.0 * Setting::CELL.leading, body, frame);
        }
        frame.y = floor + 3.0;
        for (row, held) in [(&upper, upper_held), (&lower, lower_held)] {
            if !held {
                self.ladder_row(row, body, frame);
            }
        }
    }

    /// A row whose cells stand on the bars.
    fn held(
        &mut self,
        row: &LadderRow,
        ink: Ink,
        places: Vec<f64>,
        label_y: f64,
        body: NodeId,
        frame: &mut Frame,
    ) {
        let node = self.node(Role::TableRow, body);
        let head = self.node(Role::RowHeader, node);
        self.ladder_cell(&row.label, &Setting::CELL, head, frame.labels, label_y, frame);
        for ((cell, strip), y) in row.cells.iter().zip(frame.columns.clone()).zip(places) {
            let node = self.node(Role::Cell { span: 1 }, node);
            let inner = Strip { x: strip.x + PAD, width: strip.width - PAD };
            self.ladder_cell(cell, &Setting::CELL.inked(ink), node, inner, y, frame);
        }
    }

    fn ladder_row(&mut self, row: &LadderRow, body: NodeId, frame: &mut Frame) {
        let node = self.node(Role::TableRow, body);
        let head = self.node(Role::RowHeader, node);
        let setting =
            if row.large { Setting { size: 12.5, leading: 15.0, ..Setting::CELL } } else { Setting::CELL };
        frame.y += ROW_PAD;
        let top = frame.y;
        let lift = setting.baseline() - Setting::CELL.baseline();
        let mut height =
            lift + self.ladder_cell(&row.label, &Setting::CELL, head, frame.labels, top + lift, frame);
        for (cell, strip) in row.cells.iter().zip(frame.columns.clone()) {
            let node = self.node(Role::Cell { span: 1 }, node);
            height = height.max(self.ladder_cell(cell, &setting, node, strip, top, frame));
        }
        frame.y = top + height;
    }

    /// Sets a text at a height; returns how high it is.
    fn ladder_cell(
        &mut self,
        text: &Text,
        setting: &Setting,
        node: NodeId,
        strip: Strip,
        top: f64,
        frame: &mut Frame,
    ) -> f64 {
        let wrapped = self.wrap(text, setting, strip.width);
        let links = self.link_nodes(&wrapped, node);
        let mut y = top;
        for line in &wrapped.lines {
            let (groups, areas) = set_line(line, &wrapped, &links, setting, node, strip.x, y);
            frame.whole.groups.extend(groups);
            frame.whole.links.extend(areas);
            y += line.leading;
        }
        y - top
    }
}

impl Frame {
    fn rule(&mut self, ink: Ink, width: f64) {
        let ends = [self.edge.x, self.edge.x + self.edge.width].map(|x| Point::new(x, self.y));
        let line = Mark::Line { points: ends.to_vec(), stroke: Stroke::solid(ink, width) };
        self.whole.groups.push(Group::artifact(vec![line]));
    }

    /// Puts marked columns on a pale ground, behind everything.
    fn mark(&mut self, ladder: &Ladder) {
        let last = self.columns.len().saturating_sub(1);
        for (number, (rung, strip)) in ladder.rungs.iter().zip(&self.columns).enumerate() {
            if rung.marked {
                let right =
                    if number == last { self.edge.x + self.edge.width } else { strip.x + strip.width - PAD };
                let rect = Rect::new(strip.x - PAD, 0.0, right - strip.x + PAD, self.y);
                let ground = Mark::Box { rect, ink: Ink::Ground };
                self.whole.groups.insert(0, Group::artifact(vec![ground]));
            }
        }
    }
}

/// What is takes a fixed share; the rungs take the rest in equal parts.
fn columns(count: usize, strip: Strip) -> Vec<Strip> {
    let first = Strip { x: strip.x + LABEL_SHARE * strip.width, width: FIRST_SHARE * strip.width };
    let rest = strip.width - LABEL_SHARE * strip.width - first.width;
    let width = rest / count.saturating_sub(1).max(1) as f64;
    let others = (0..count.saturating_sub(1))
        .map(|number| Strip { x: first.x + first.width + number as f64 * width, width });
    std::iter::once(first).chain(others).take(count).collect()
}

fn choice(rung: &Rung) -> Text {
    rung.choice.as_ref().map_or(Text::default(), |words| Text::plain(format!("\u{2610}\u{a0}{words}")))
}
