//! Text for terminals: paragraphs, entries and tables within the window.

mod print;

use std::ops::Range;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

use super::wrap::wrap;

pub use print::render;

/// Columns by which what follows the first line of an entry stands further right.
const HANG: usize = 2;

/// How the terminal is.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Columns available.
    pub width: u16,
    /// True where box characters may be used.
    pub lines: bool,
}

/// A text that fills up from above.
#[derive(Debug)]
pub struct Paper {
    out: String,
    screen: Screen,
}

impl Paper {
    /// Nothing yet.
    pub fn new(screen: Screen) -> Self {
        Self { out: String::new(), screen }
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.out.push('\n');
    }

    /// A heading with an empty line above.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.line(text);
    }

    /// A paragraph.
    pub fn line(&mut self, text: &str) {
        self.fold(text, "", "");
    }

    /// A line that is not broken.
    pub fn whole(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// Several paragraphs.
    pub fn lines(&mut self, texts: impl IntoIterator<Item = impl AsRef<str>>) {
        texts.into_iter().for_each(|it| self.line(it.as_ref()));
    }

    /// An entry of a list.
    pub fn item(&mut self, text: &str) {
        self.fold(text, "- ", "  ");
    }

    /// A list.
    pub fn items(&mut self, texts: impl IntoIterator<Item = impl AsRef<str>>) {
        texts.into_iter().for_each(|it| self.item(it.as_ref()));
    }

    /// A paragraph that begins so far to the right; what follows its first line stands under its second word.
    pub fn entry(&mut self, indent: usize, text: &str) {
        self.fold(text, &" ".repeat(indent), &" ".repeat(indent + HANG));
    }

    /// A table.
    pub fn table(&mut self, table: &Table) {
        self.out.push_str(&table.to_string());
        self.out.push('\n');
    }

    /// What was written.
    pub fn text(self) -> String {
        self.out
    }

    fn fold(&mut self, text: &str, first: &str, rest: &str) {
        let room = usize::from(self.screen.width).saturating_sub(rest.len()).max(1);
        for (at, line) in wrap(text, room, 0, false).iter().enumerate() {
            self.out.push_str(if at == 0 { first } else { rest });
            self.out.push_str(line);
            self.out.push('\n');
        }
    }
}

/// An empty table in the house style.
pub fn table(screen: Screen) -> Table {
    let mut table = Table::new();
    table.load_style(if screen.lines { presets::UTF8_HORIZONTAL_ONLY } else { presets::NOTHING });
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(screen.width);
    table
}

/// A table whose columns after the first hold numbers.
pub fn tabulated<const N: usize>(
    heads: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
    screen: Screen,
) -> Table {
    let mut table = table(screen);
    table.set_header(heads);
    table.add_rows(rows);
    align_right(&mut table, 1..N);
    table
}

/// Moves columns to the right, where numbers belong.
pub fn align_right(table: &mut Table, columns: Range<usize>) {
    for column in columns {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(width: u16) -> Paper {
        Paper::new(Screen { width, lines: true })
    }

    #[test]
    fn what_follows_stands_further_right_than_the_first_line() {
        let mut it = paper(11);
        it.entry(2, "one two three");
        it.item("one two three");
        assert_eq!(it.text(), "  one two\n    three\n- one two\n  three\n");
    }

    #[test]
    fn no_line_is_wider_than_the_window_unless_a_word_is() {
        let mut it = paper(8);
        it.line("one two three fourteenth");
        assert_eq!(it.text(), "one two\nthree\nfourteenth\n");
    }

    #[test]
    fn numbers_stand_to_the_right_in_every_column_but_the_first() {
        let screen = Screen { width: 40, lines: false };
        let table = tabulated(["a", "bb"], [["x".to_owned(), "1".to_owned()]], screen).to_string();
        assert!(table.lines().any(|it| it.trim_end().ends_with(" 1") && it.starts_with(" x")), "{table}");
    }
}
