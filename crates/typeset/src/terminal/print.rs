//! The same tree as text for a window: the third reading beside PDF and web page.
//!
//! Pictures are told by what they show; what is there to be written on stays away.

use comfy_table::{CellAlignment, ColumnConstraint, LineStyle, Table as Grid, TableStyle};

use super::{Paper, Screen};
use crate::document::{
    Align, Aside, Block, Document, Ladder, LadderRow, Level, Link, List, Marker, Row, RowGroup, Run, Section,
    Sheet, Span, Table, Text, Tile, Width,
};
use crate::typeface::harmless;

/// The text of a document. The same document and window give the same text.
pub fn render(document: &Document, screen: Screen) -> String {
    let mut printer = Printer { paper: Paper::new(screen), screen };
    for section in &document.sections {
        printer.section(section);
    }
    printer.paper.text()
}

struct Printer {
    paper: Paper,
    screen: Screen,
}

impl Printer {
    fn section(&mut self, section: &Section) {
        let title = harmless(&section.title);
        self.paper.heading(&title);
        let under = if self.screen.lines { "\u{2500}" } else { "-" };
        let width = unicode_width::UnicodeWidthStr::width(title.as_str()).min(usize::from(self.screen.width));
        self.paper.whole(&under.repeat(width));
        match &section.aside {
            Some(Aside::Stamp(word)) => self.paper.line(word),
            Some(Aside::Facts(facts)) => {
                self.paper.lines(facts.iter().map(|(name, fact)| format!("{name}: {fact}")));
            }
            None => {}
        }
        self.blocks(&section.blocks);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level: Level::Two, text, .. } => self.paper.heading(&harmless(text)),
            Block::Heading { level: Level::Three, text, .. } => self.paper.line(&harmless(text)),
            Block::Lead(text)
            | Block::Paragraph(text)
            | Block::Small(text)
            | Block::Note(text)
            | Block::Byline(text) => self.lines(text),
            Block::List(list) => self.list(list),
            Block::Terms(terms) => {
                for term in terms {
                    let said = words(&term.said).replace('\n', " ");
                    self.paper.entry(0, &format!("{} {said}", words(&term.name)));
                }
            }
            Block::Table(it) => self.table(it),
            Block::Ladder(ladder) => self.ladder(ladder),
            Block::Sheet(sheet) => self.sheet(sheet),
            Block::Tiles(tiles) => tiles.iter().for_each(|it| self.tile(it)),
            Block::Figure(figure) => self.paper.line(&harmless(&figure.alternative)),
            Block::Columns(columns) => {
                self.blocks(&columns.left);
                self.blocks(&columns.right);
            }
            Block::Flow(flow) => self.blocks(&flow.blocks),
            Block::Boxed(boxed) => self.blocks(&boxed.blocks),
            Block::Together(blocks) => self.blocks(blocks),
            Block::Fields(_) | Block::Blanks(_) | Block::Anchor(_) | Block::PageBreak => {}
        }
    }

    fn lines(&mut self, text: &Text) {
        words(text).split('\n').for_each(|line| self.paper.line(line));
    }

    fn list(&mut self, list: &List) {
        for (at, item) in list.items.iter().enumerate() {
            let item = words(item).replace('\n', " ");
            match list.marker {
                Marker::Dash => self.paper.item(&item),
                Marker::Number => self.paper.entry(0, &format!("{}. {item}", at + 1)),
                Marker::Checkbox if self.screen.lines => self.paper.entry(0, &format!("\u{2610} {item}")),
                Marker::Checkbox => self.paper.entry(0, &format!("[ ] {item}")),
            }
        }
    }

    fn tile(&mut self, tile: &Tile) {
        let mut said = format!("{}: {} ({})", tile.label, tile.value, tile.note);
        if let Some(second) = &tile.second {
            said = format!("{said}; {} {} ({})", second.label, second.value, second.note);
        }
        self.paper.item(&harmless(&said));
    }

    fn table(&mut self, it: &Table) {
        let mut grid = empty(self.screen);
        if it.columns.iter().any(|column| !column.head.is_empty()) {
            grid.set_header(it.columns.iter().map(|column| words(&column.head)));
        }
        let widest = widest(it);
        for group in &it.groups {
            if let Some(title) = title_row(it, group, widest) {
                grid.add_row(title);
            }
            for row in &group.rows {
                grid.add_row(cells(it, row, widest));
            }
        }
        if let Some(total) = &it.total {
            grid.add_row(cells(it, total, widest));
        }
        for (at, column) in it.columns.iter().enumerate() {
            align(&mut grid, at, column.align);
        }
        whole_words(&mut grid, self.screen);
        self.paper.table(&grid);
    }

    fn ladder(&mut self, ladder: &Ladder) {
        let mut grid = empty(self.screen);
        let names = ladder.rungs.iter().map(|it| format!("{}\n{}", it.name, it.meaning));
        grid.set_header(std::iter::once(String::new()).chain(names));
        let [upper, lower] = ladder.bar_rows();
        for LadderRow { label, cells, .. } in [&upper, &lower].into_iter().chain(&ladder.rows) {
            grid.add_row(std::iter::once(label).chain(cells).map(words));
        }
        (1..=ladder.rungs.len()).for_each(|at| align(&mut grid, at, Align::End));
        self.paper.table(&grid);
    }

    fn sheet(&mut self, sheet: &Sheet) {
        self.paper.heading(&harmless(&format!("{}. {}", sheet.number, sheet.title)));
        self.paper.line(&harmless(&sheet.byline));
        self.blocks(&sheet.left);
        self.blocks(&sheet.right);
        for (label, figure) in &sheet.figures {
            self.paper.item(&format!("{}: {}", harmless(label), words(figure)));
        }
    }
}

/// Keeps words whole where the window has room for the longest word of every column.
fn whole_words(grid: &mut Grid, screen: Screen) {
    const PADDING: usize = 2;
    let lines = grid.row_iter().chain(grid.header());
    let mut longest: Vec<usize> = Vec::new();
    for row in lines {
        for (at, cell) in row.cell_iter().enumerate() {
            let content = cell.content();
            let words = content.split([' ', '\n']).map(unicode_width::UnicodeWidthStr::width);
            let word = words.max().unwrap_or_default();
            if at == longest.len() {
                longest.push(word);
            } else {
                longest[at] = longest[at].max(word);
            }
        }
    }
    if longest.iter().map(|it| it + PADDING).sum::<usize>() > usize::from(screen.width) {
        return;
    }
    for (at, word) in longest.into_iter().enumerate() {
        let width = u16::try_from(word + PADDING).unwrap_or(u16::MAX);
        if let Some(column) = grid.column_mut(at) {
            column.set_constraint(ColumnConstraint::LowerBoundary(comfy_table::Width::Fixed(width)));
        }
    }
}

/// A table with rules around it and below its head, none between its rows.
fn empty(screen: Screen) -> Grid {
    let mut grid = super::table(screen);
    if screen.lines {
        let rule = || LineStyle::none().fill('\u{2500}').junction('\u{2500}');
        let style = TableStyle::new().top_border(rule()).header_separator(rule()).bottom_border(rule());
        grid.load_style(style);
    }
    grid
}

/// The column that has most room: what concerns a whole row is written there.
fn widest(table: &Table) -> usize {
    let weight = |it: Width| if let Width::Share(weight) = it { weight } else { 0.0 };
    let heaviest = table.columns.iter().map(|it| weight(it.width)).fold(0.0, f64::max);
    table.columns.iter().position(|it| weight(it.width) >= heaviest).unwrap_or_default()
}

fn title_row(table: &Table, group: &RowGroup, widest: usize) -> Option<Vec<String>> {
    let mut title = words(group.title.as_ref()?);
    if let Some(gauge) = &group.gauge {
        title = format!("{title} ({})", harmless(&gauge.label));
    }
    let count = table.columns.len();
    let mut row = vec![String::new(); count];
    let first = count.saturating_sub(group.sums.len());
    for (place, sum) in row[first..].iter_mut().zip(&group.sums) {
        *place = words(sum);
    }
    if let Some(place) = row.get_mut(widest) {
        *place = title;
    }
    Some(row)
}

fn cells(table: &Table, row: &Row, widest: usize) -> Vec<String> {
    let mut cells: Vec<String> =
        (0..table.columns.len()).map(|at| row.cells.get(at).map(words).unwrap_or_default()).collect();
    if let (Some(remark), Some(cell)) = (&row.remark, cells.get_mut(widest)) {
        *cell = format!("{cell}\n{}", words(remark));
    }
    cells
}

fn align(grid: &mut Grid, at: usize, align: Align) {
    let alignment = match align {
        Align::Start => CellAlignment::Left,
        Align::End => CellAlignment::Right,
        Align::Middle => CellAlignment::Center,
    };
    if let Some(column) = grid.column_mut(at) {
        column.set_cell_alignment(alignment);
    }
}

/// A text without emphasis; an address is written out where the words do not say it.
fn words(text: &Text) -> String {
    let mut said = String::new();
    for span in &text.spans {
        match span {
            Span::Run(Run { text, link, .. }) => {
                said.push_str(&harmless(text));
                if let Some(Link::External(address)) = link
                    && address.starts_with("https:")
                    && !address.contains(text.trim())
                {
                    said.push_str(" (");
                    said.push_str(&harmless(address));
                    said.push(')');
                }
            }
            Span::PageOf { otherwise, .. } => said.push_str(otherwise),
            Span::Break => said.push('\n'),
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Column, Gauge};

    fn printed(blocks: &[Block]) -> String {
        let screen = Screen { width: 60, lines: false };
        let mut printer = Printer { paper: Paper::new(screen), screen };
        printer.blocks(blocks);
        printer.paper.text()
    }

    #[test]
    fn what_is_to_be_written_on_stays_on_paper() {
        assert_eq!(printed(&[Block::Blanks(vec!["Wann?".into()]), Block::PageBreak]), "");
    }

    #[test]
    fn a_period_shows_its_sum_in_the_columns() {
        let columns = [Column::words("Schritt", 1.0), Column::amounts("Geld")];
        let rows = [Row::of(["Rufen".into(), "3 Euro".into()])];
        let mut table = Table::of(columns, rows);
        table.groups[0].title = Some("Dezember".into());
        table.groups[0].gauge = Some(Gauge { share: 0.5, label: "von 8 Std.".into() });
        table.groups[0].sums = vec!["7 Euro".into()];
        let text = printed(&[Block::Table(table)]);
        let line = text.lines().find(|it| it.contains("Dezember (von 8 Std.)")).expect("a title");
        assert!(line.trim_end().ends_with("7 Euro"), "{text}");
    }

    #[test]
    fn an_address_is_written_out_where_the_words_hide_it() {
        let hidden = Text::default().web("Stiftung", "https://example.org/a");
        let shown = Text::default().web("example.org/a", "https://example.org/a");
        assert_eq!(words(&hidden), "Stiftung (https://example.org/a)");
        assert_eq!(words(&shown), "example.org/a");
    }
}
