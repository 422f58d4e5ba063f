//! Tables: widths, rows, heads that are repeated.

use std::rc::Rc;

use super::compose::{Composer, Strip, set_line};
use super::flow::{Head, Piece, stacked_height};
use super::lines::Wrapped;
use super::page::{Group, LinkArea, NodeId, Role};
use super::setting::{Frame, Hyphens, Setting};
use crate::document::{Align, Gauge, Row, RowGroup, Table, Text, Width};
use crate::drawing::{Ink, Mark, Point, Rect, Stroke};
use crate::typeface::Face;

/// Distance between columns.
const GAP: f64 = 12.0;
/// The same between more columns than a table usually has.
const NARROW_GAP: f64 = 9.0;
const USUAL_COLUMNS: usize = 5;
/// Fitted columns may together take at most this share of the table.
const FITTED_SHARE: f64 = 0.8;
/// A group of rows up to this share of a page stays together.
const GROUP_SHARE: f64 = 0.12;
/// From the edge of a period's ground to its title.
const PERIOD_PAD: f64 = 4.0;
/// Width and height of a gauge.
const GAUGE: (f64, f64) = (57.0, 5.5);
/// From a gauge to its label.
const GAUGE_GAP: f64 = 6.0;
/// A gauge is not drawn narrower.
const LEAST_GAUGE: f64 = 20.0;
/// Rows up to which a table is never torn.
const UNTORN_ROWS: usize = 8;
/// The same is torn where it would take more of a page.
const UNTORN_SHARE: f64 = 0.3;
/// Pieces of a longer table that stay together at its beginning, the head among them, and at its end.
const LEAST_ROWS: usize = 3;
/// A row of more lines (half a page) is torn between lines.
const MOST_LINES: usize = 30;

/// A table's columns in place.
struct Grid {
    columns: Vec<(Strip, Align)>,
    /// Columns to write in.
    fields: Vec<Strip>,
    whole: Strip,
    cell: Setting,
    pad: f64,
    /// Where gauges begin, behind the longest title, and how wide they are.
    gauges: (f64, f64),
}

/// Where a single line is set.
#[derive(Clone, Copy)]
struct Place {
    /// Its left edge, or its right one where it is aligned there.
    x: f64,
    y: f64,
    align: Align,
}

/// A row's texts in lines.
struct Cells {
    texts: Vec<(Wrapped, NodeId, Vec<NodeId>)>,
    setting: Setting,
}

impl Composer<'_> {
    pub(super) fn table(&mut self, table: &Table, strip: Strip, parent: NodeId, pieces: &mut Vec<Piece>) {
        let cell = if table.dense { Setting::DENSE_CELL } else { Setting::CELL };
        let pad = if table.dense { 2.6 } else { 3.4 };
        let columns = self.widths(table, &cell, strip);
        let is_field = |at: usize| table.columns.get(at).is_some_and(|it| it.field);
        let fields = columns.iter().enumerate().filter(|(at, _)| is_field(*at)).map(|(_, it)| it.0).collect();
        let gauges = self.gauges(table, &cell, &columns, strip);
        let grid = Grid { columns, fields, whole: strip, cell, pad, gauges };
        let node = self.node(Role::Table, parent);
        let from = pieces.len();
        let head = self.head(table, &grid, node, pieces);
        let body = self.node(Role::TableBody, node);
        for group in &table.groups {
            self.row_group(table, group, &grid, body, pieces);
        }
        if let Some(last) = pieces.last_mut() {
            last.groups.push(rule(&grid, last.height, Ink::Text, 0.9));
        }
        if let Some(total) = &table.total {
            // A sum alone on a page sums up nothing.
            if let Some(last) = pieces.last_mut() {
                last.keep = true;
            }
            self.row(table, total, &grid, body, true, pieces);
            if let Some(last) = pieces.last_mut() {
                last.groups.push(rule(&grid, last.height, Ink::Text, 0.9));
            }
        }
        for piece in pieces.iter_mut().skip(from + 1) {
            piece.head.clone_from(&head);
        }
        keep_rows(&mut pieces[from..]);
        if let Some(last) = pieces.last_mut() {
            last.after = 7.0;
        }
    }

    /// All gauges begin at the same place and are as wide as what stands beside the fullest of them allows.
    fn gauges(&self, table: &Table, cell: &Setting, columns: &[(Strip, Align)], strip: Strip) -> (f64, f64) {
        let wrapper = self.wrapper();
        let setting = cell.faced(Face::Semibold);
        let gauged = || table.groups.iter().filter(|it| it.gauge.is_some());
        let titles = gauged().filter_map(|it| it.title.as_ref());
        let widths = titles.map(|it| wrapper.natural_width(it, &setting));
        let x = strip.x + PERIOD_PAD + widths.fold(0.0, f64::max) + GAP;
        let room = gauged().filter_map(|group| {
            let first = columns.len().checked_sub(group.sums.len())?;
            let (column, _) = columns.get(first)?;
            let sum = wrapper.natural_width(group.sums.first()?, &setting);
            let label = wrapper.natural_width(&Text::plain(&group.gauge.as_ref()?.label), &Setting::NOTE);
            Some(column.x + column.width - sum - label - GAUGE_GAP - GAP / 2.0 - x)
        });
        (x, room.fold(GAUGE.0, f64::min).max(LEAST_GAUGE))
    }

    /// Fitted columns take what they need, the others share the rest.
    fn widths(&self, table: &Table, cell: &Setting, strip: Strip) -> Vec<(Strip, Align)> {
        let wrapper = self.wrapper();
        let head = head_setting(cell);
        let count = table.columns.len();
        let gap = if count > USUAL_COLUMNS { NARROW_GAP } else { GAP };
        let room = strip.width - gap * count.saturating_sub(1) as f64;
        let sum = cell.faced(Face::Semibold);
        let totals = table.total.iter().map(|it| (&it.cells, &sum));
        let sums = table.groups.iter().map(|it| &it.sums).filter(|it| it.len() == count);
        let rows = || {
            let plain = table.groups.iter().flat_map(|group| &group.rows).map(|it| (&it.cells, cell));
            plain.chain(totals.clone()).chain(sums.clone().map(|it| (it, &sum)))
        };
        let mut natural = vec![0.0_f64; count];
        let mut least = vec![0.0_f64; count];
        for (at, column) in table.columns.iter().enumerate() {
            least[at] = wrapper.least_width(&column.head, &head).min(0.3 * room);
            if column.width == Width::Fit {
                natural[at] = rows()
                    .filter_map(|(cells, setting)| Some((cells.get(at)?, setting)))
                    .map(|(text, setting)| wrapper.natural_width(text, setting))
                    .fold(least[at].max(head_width(&wrapper, &column.head, &head)), f64::max);
            }
        }
        let shares: f64 = table.columns.iter().map(|it| weight(it.width)).sum();
        let fitted: f64 = natural.iter().sum();
        let limit = if shares > 0.0 { FITTED_SHARE * room } else { room };
        let squeeze = if fitted > limit { limit / fitted } else { 1.0 };
        let free = room - fitted * squeeze;
        // A table of fitted columns alone spreads to the full width.
        let stretch = if shares > 0.0 || count == 0 { 0.0 } else { free / count as f64 };
        let mut x = strip.x;
        table
            .columns
            .iter()
            .zip(natural)
            .map(|(column, natural)| {
                let width = match column.width {
                    Width::Fit => natural * squeeze + stretch,
                    Width::Share(share) => free * share / shares,
                };
                let placed = Strip { x, width: width.max(4.0) };
                x += width + gap;
                (placed, column.align)
            })
            .collect()
    }

    fn head(
        &mut self,
        table: &Table,
        grid: &Grid,
        node: NodeId,
        pieces: &mut Vec<Piece>,
    ) -> Option<Rc<Head>> {
        if table.columns.iter().all(|column| column.head.is_empty()) {
            return None;
        }
        let section = self.node(Role::TableHead, node);
        let row = self.node(Role::TableRow, section);
        let setting = head_setting(&grid.cell);
        let texts: Vec<&Text> = table.columns.iter().map(|column| &column.head).collect();
        let cells = self.cells(&texts, grid, setting, |composer, _| composer.node(Role::ColumnHeader, row));
        let height = cells.height(&(0..usize::MAX)) + 2.0 * grid.pad;
        let (mut groups, links) = set_cells(&cells, grid, 0..usize::MAX, grid.pad, true);
        groups.insert(0, rule(grid, 0.0, Ink::Text, 0.9));
        groups.push(rule(grid, height, Ink::Rule, 0.5));
        let again = groups.iter().map(|group| Group::artifact(group.marks.clone())).collect();
        pieces.push(Piece { before: 5.0, height, groups, links, keep: true, ..Piece::default() });
        Some(Rc::new(Head { groups: again, height }))
    }

    fn row_group(
        &mut self,
        table: &Table,
        group: &RowGroup,
        grid: &Grid,
        body: NodeId,
        pieces: &mut Vec<Piece>,
    ) {
        let from = pieces.len();
        if let Some(title) = &group.title {
            if group.gauge.is_some() || !group.sums.is_empty() {
                self.period(title, group, table.columns.len(), grid, body, pieces);
            } else {
                self.group_title(title, table.columns.len(), grid, body, pieces);
            }
        }
        for row in &group.rows {
            self.row(table, row, grid, body, false, pieces);
        }
        let whole = stacked_height(&pieces[from..]);
        let last = pieces.len().saturating_sub(1);
        if group.title.is_some() && whole <= GROUP_SHARE * Frame::A4.height() {
            for piece in &mut pieces[from..last.max(from)] {
                piece.keep = true;
            }
        }
    }

    fn group_title(&mut self, title: &Text, span: usize, grid: &Grid, body: NodeId, pieces: &mut Vec<Piece>) {
        let row = self.node(Role::TableRow, body);
        let node = self.node(Role::Cell { span }, row);
        let setting = grid.cell.faced(Face::Semibold).inked(Ink::Accent);
        let wrapped = self.wrap(title, &setting, grid.whole.width);
        let links = self.link_nodes(&wrapped, node);
        let mut piece = Piece { keep: true, ..Piece::default() };
        let mut y = grid.pad + 5.0;
        for line in &wrapped.lines {
            let (groups, areas) = set_line(line, &wrapped, &links, &setting, node, grid.whole.x, y);
            piece.groups.extend(groups);
            piece.links.extend(areas);
            y += line.leading;
        }
        piece.height = y + grid.pad;
        piece.groups.push(rule(grid, piece.height, Ink::Rule, 0.5));
        pieces.push(piece);
    }

    /// A title on a pale ground, with a gauge beside it and sums in the last columns.
    fn period(
        &mut self,
        title: &Text,
        group: &RowGroup,
        columns: usize,
        grid: &Grid,
        body: NodeId,
        pieces: &mut Vec<Piece>,
    ) {
        let row = self.node(Role::TableRow, body);
        let setting = grid.cell.faced(Face::Semibold);
        let height = setting.leading + 2.0 * (grid.pad + 1.0);
        let ground = Rect::new(grid.whole.x, 0.0, grid.whole.width, height);
        let mut piece = Piece { height, keep: true, ..Piece::default() };
        piece.groups.push(Group::artifact(vec![Mark::Box { rect: ground, ink: Ink::Ground }]));
        let y = grid.pad + 1.0;
        let first = columns - group.sums.len().min(columns);
        let spanning = self.node(Role::Cell { span: first.max(1) }, row);
        self.set_once(
            title,
            &setting,
            spanning,
            Place { x: grid.whole.x + PERIOD_PAD, y, align: Align::Start },
            &mut piece,
        );
        if let Some(gauge) = &group.gauge {
            piece.groups.push(gauge_marks(gauge, grid.gauges, y + 0.5 * setting.leading));
            let label = Setting { ink: Ink::Text, ..Setting::NOTE };
            let x = grid.gauges.0 + grid.gauges.1 + GAUGE_GAP;
            let words = Text::plain(&gauge.label);
            self.set_once(&words, &label, spanning, Place { x, y, align: Align::Start }, &mut piece);
        }
        for (sum, (strip, align)) in group.sums.iter().zip(&grid.columns[first..]) {
            let cell = self.node(Role::Cell { span: 1 }, row);
            let x = if *align == Align::End { strip.x + strip.width } else { strip.x };
            self.set_once(sum, &setting, cell, Place { x, y, align: *align }, &mut piece);
        }
        pieces.push(piece);
    }

    /// Sets the first line of a text at a place, as wide as it is.
    fn set_once(&mut self, text: &Text, setting: &Setting, node: NodeId, place: Place, piece: &mut Piece) {
        let wrapped = self.wrap(text, setting, f64::INFINITY);
        let links = self.link_nodes(&wrapped, node);
        let Some(line) = wrapped.lines.first() else { return };
        let x = if place.align == Align::End { place.x - line.width } else { place.x };
        // Smaller type stands on the same baseline.
        let y = place.y + setting.baseline() - line.baseline();
        let (groups, areas) = set_line(line, &wrapped, &links, setting, node, x, y);
        piece.groups.extend(groups);
        piece.links.extend(areas);
    }

    fn row(
        &mut self,
        table: &Table,
        row: &Row,
        grid: &Grid,
        body: NodeId,
        total: bool,
        pieces: &mut Vec<Piece>,
    ) {
        let node = self.node(Role::TableRow, body);
        let empty = Text::default();
        let texts: Vec<&Text> =
            (0..table.columns.len()).map(|at| row.cells.get(at).unwrap_or(&empty)).collect();
        let setting = if total { grid.cell.faced(Face::Semibold) } else { grid.cell };
        let cells = self.cells(&texts, grid, setting, |composer, at| {
            // Of a single row nothing has to be told apart, and heads would outnumber the cells.
            let rows: usize = table.groups.iter().map(|it| it.rows.len()).sum();
            let names_row = at == 0 && table.named_rows && rows > 1;
            composer.node(if names_row { Role::RowHeader } else { Role::Cell { span: 1 } }, node)
        });
        let lines = cells.line_count();
        let step = lines.clamp(1, MOST_LINES);
        let mut start = 0;
        while start < lines.max(1) {
            let end = (start + step).min(lines.max(1));
            let (top, bottom) = (if start == 0 { grid.pad } else { 0.0 }, end == lines.max(1));
            let (mut groups, links) = set_cells(&cells, grid, start..end, top, false);
            let rows = cells.height(&(start..end));
            let height = top + rows + if bottom { grid.pad } else { 0.0 };
            groups.splice(0..0, grid.fields.iter().map(|it| field(it, height)));
            if bottom && !total && row.remark.is_none() {
                groups.push(row_rule(grid, height));
            }
            let anchors = row.anchor.iter().filter(|_| start == 0).cloned().collect();
            pieces.push(Piece { height, groups, links, anchors, ..Piece::default() });
            start = end;
        }
        if let Some(remark) = &row.remark {
            pieces.last_mut().into_iter().for_each(|last| {
                last.height -= grid.pad;
                last.keep = true;
            });
            self.remark(remark, table.columns.len(), grid, body, pieces);
        }
    }

    /// A row of one cell below another row, with which it stays.
    fn remark(&mut self, remark: &Text, span: usize, grid: &Grid, body: NodeId, pieces: &mut Vec<Piece>) {
        let row = self.node(Role::TableRow, body);
        let cell = self.node(Role::Cell { span }, row);
        let setting = Setting { before: 0.0, after: 0.0, ..grid.cell.inked(Ink::Soft) };
        let from = pieces.len();
        self.paragraph(remark, &setting, cell, grid.whole, pieces);
        let last = pieces.len() - 1;
        for piece in &mut pieces[from..last] {
            piece.keep = true;
        }
        pieces[last].height += grid.pad;
        let height = pieces[last].height;
        pieces[last].groups.push(row_rule(grid, height));
    }

    fn cells(
        &mut self,
        texts: &[&Text],
        grid: &Grid,
        setting: Setting,
        mut node: impl FnMut(&mut Self, usize) -> NodeId,
    ) -> Cells {
        let texts = texts
            .iter()
            .enumerate()
            .map(|(at, text)| {
                let wrapped = self.wrap(text, &setting, grid.columns[at].0.width);
                let cell = node(self, at);
                let links = self.link_nodes(&wrapped, cell);
                (wrapped, cell, links)
            })
            .collect();
        Cells { texts, setting }
    }
}

/// The marks of some lines of a row; heads stand on their last line.
fn set_cells(
    cells: &Cells,
    grid: &Grid,
    lines: std::ops::Range<usize>,
    top: f64,
    at_bottom: bool,
) -> (Vec<Group>, Vec<LinkArea>) {
    let mut groups = Vec::new();
    let mut areas = Vec::new();
    let height = cells.height(&lines);
    for ((strip, align), (wrapped, node, links)) in grid.columns.iter().zip(&cells.texts) {
        let shown = &wrapped.lines[lines.start.min(wrapped.lines.len())..lines.end.min(wrapped.lines.len())];
        let own: f64 = shown.iter().map(|it| it.leading).sum();
        let mut next = if at_bottom { top + height - own } else { top };
        for line in shown {
            let y = next;
            next += line.leading;
            let x = match align {
                Align::Start => strip.x,
                Align::End => strip.x + strip.width - line.width,
                Align::Middle => strip.x + (strip.width - line.width) / 2.0,
            };
            let (set, links) = set_line(line, wrapped, links, &cells.setting, *node, x, y);
            groups.extend(set);
            areas.extend(links);
        }
    }
    (groups, areas)
}

impl Cells {
    fn line_count(&self) -> usize {
        self.texts.iter().map(|(wrapped, ..)| wrapped.lines.len()).max().unwrap_or_default()
    }

    /// Height of some lines of the row.
    fn height(&self, lines: &std::ops::Range<usize>) -> f64 {
        let of = |wrapped: &Wrapped| -> f64 {
            let shown = wrapped.lines.iter().skip(lines.start).take(lines.end - lines.start);
            shown.map(|it| it.leading).sum()
        };
        self.texts.iter().map(|(wrapped, ..)| of(wrapped)).fold(0.0, f64::max)
    }
}

/// A short table stays whole; of a longer one some rows stay together at its beginning and at its end.
fn keep_rows(table: &mut [Piece]) {
    let count = table.len();
    let short = count <= UNTORN_ROWS + 1 && stacked_height(table) <= UNTORN_SHARE * Frame::A4.height();
    for (at, piece) in table.iter_mut().enumerate().take(count.saturating_sub(1)) {
        piece.keep |= short || at + 1 < LEAST_ROWS || at + LEAST_ROWS >= count;
    }
}

fn head_setting(cell: &Setting) -> Setting {
    Setting { size: 9.5, leading: 11.5, ink: Ink::Soft, hyphens: Hyphens::Free, ..*cell }
}

/// Heads may take two lines: a fitted column need not be wider than half its head.
fn head_width(wrapper: &super::lines::Wrapper, head: &Text, setting: &Setting) -> f64 {
    let natural = wrapper.natural_width(head, setting);
    if natural <= 66.0 { natural } else { wrapper.least_width(head, setting).max(0.62 * natural) }
}

fn weight(width: Width) -> f64 {
    match width {
        Width::Fit => 0.0,
        Width::Share(weight) => weight,
    }
}

fn rule(grid: &Grid, y: f64, ink: Ink, width: f64) -> Group {
    let ends = vec![Point::new(grid.whole.x, y), Point::new(grid.whole.x + grid.whole.width, y)];
    Group::artifact(vec![Mark::Line { points: ends, stroke: Stroke::solid(ink, width) }])
}

/// The rule below a row; fields have their own.
fn row_rule(grid: &Grid, y: f64) -> Group {
    let Some(first) = grid.fields.first() else { return rule(grid, y, Ink::Rule, 0.5) };
    let line = |from: f64, to: f64, ink: Ink| Mark::Line {
        points: vec![Point::new(from, y), Point::new(to, y)],
        stroke: Stroke::solid(ink, 0.5),
    };
    let mut marks = vec![line(grid.whole.x, first.x - GAP / 2.0, Ink::Rule)];
    marks.extend(grid.fields.iter().map(|it| line(it.x, it.x + it.width, Ink::Soft)));
    Group::artifact(marks)
}

/// The ground of a field to write in.
fn field(strip: &Strip, height: f64) -> Group {
    let rect = Rect::new(strip.x, 0.6, strip.width, height - 0.6);
    Group::artifact(vec![Mark::Box { rect, ink: Ink::Ground }])
}

/// A pale track with what is taken of it, centred on `y`.
fn gauge_marks(gauge: &Gauge, (x, width): (f64, f64), y: f64) -> Group {
    let height = GAUGE.1;
    let bar = |share: f64| Rect::new(x, y - height / 2.0, width * share, height);
    Group::artifact(vec![
        Mark::Box { rect: bar(1.0), ink: Ink::Rule },
        Mark::Box { rect: bar(gauge.share.clamp(0.0, 1.0)), ink: Ink::Plan },
    ])
}
