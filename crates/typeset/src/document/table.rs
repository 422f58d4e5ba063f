//! Tables.

use super::{Anchor, Text};

/// Where a column's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left edge: words.
    Start,
    /// At the right edge: amounts.
    End,
    /// In the middle: marks.
    Middle,
}

/// How wide a column becomes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// As wide as its widest cell: amounts, dates, short words.
    Fit,
    /// A share of what the fitted columns leave, by weight.
    Share(f64),
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: Text,
    /// Alignment of head and cells.
    pub align: Align,
    /// Width.
    pub width: Width,
    /// Whether its cells are fields to write in.
    pub field: bool,
}

impl Column {
    /// A column of words that shares the free width by `weight`.
    pub fn words(head: impl Into<Text>, weight: f64) -> Self {
        Self { head: head.into(), align: Align::Start, width: Width::Share(weight), field: false }
    }

    /// A column of amounts, right-aligned and as wide as needed.
    pub fn amounts(head: impl Into<Text>) -> Self {
        Self { head: head.into(), align: Align::End, width: Width::Fit, field: false }
    }

    /// A column of short words, left-aligned and as wide as needed.
    pub fn short(head: impl Into<Text>) -> Self {
        Self { head: head.into(), align: Align::Start, width: Width::Fit, field: false }
    }

    /// A column of marks to tick, in the middle.
    pub fn marks(head: impl Into<Text>) -> Self {
        Self { head: head.into(), align: Align::Middle, width: Width::Fit, field: false }
    }

    /// The same column as fields to write in.
    #[must_use]
    pub fn to_fill_in(self) -> Self {
        Self { field: true, ..self }
    }

    /// A column of fields to write amounts in.
    pub fn fields(head: impl Into<Text>, weight: f64) -> Self {
        Self { head: head.into(), align: Align::End, width: Width::Share(weight), field: true }
    }
}

/// A row; a missing cell prints empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Cells in the order of the columns.
    pub cells: Vec<Text>,
    /// A remark below the cells, over the whole width.
    pub remark: Option<Text>,
    /// A place links can name.
    pub anchor: Option<Anchor>,
}

impl Row {
    /// A row of these cells.
    pub fn of(cells: impl IntoIterator<Item = Text>) -> Self {
        Self { cells: cells.into_iter().collect(), ..Self::default() }
    }

    /// The same row with a remark.
    #[must_use]
    pub fn remarked(self, remark: impl Into<Text>) -> Self {
        Self { remark: Some(remark.into()), ..self }
    }

    /// The same row with an anchor.
    #[must_use]
    pub fn anchored(self, anchor: impl Into<Anchor>) -> Self {
        Self { anchor: Some(anchor.into()), ..self }
    }
}

/// Rows that belong together; short groups are not torn over two pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowGroup {
    /// A line above the rows.
    pub title: Option<Text>,
    /// On a pale ground beside the title: how much of something is taken.
    pub gauge: Option<Gauge>,
    /// What stands in the columns beside the title, counted from the last column.
    pub sums: Vec<Text>,
    /// Rows.
    pub rows: Vec<Row>,
}

/// How much of something is taken, as a short bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Gauge {
    /// The share, 0 to 1; more is drawn as full.
    pub share: f64,
    /// What the whole is.
    pub label: String,
}

impl RowGroup {
    /// Rows under a title.
    pub fn titled(title: impl Into<Text>, rows: impl IntoIterator<Item = Row>) -> Self {
        Self { title: Some(title.into()), rows: rows.into_iter().collect(), ..Self::default() }
    }
}

/// A table. Its head is repeated on every page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows in groups; a plain table has one group without title.
    pub groups: Vec<RowGroup>,
    /// A last row under a rule.
    pub total: Option<Row>,
    /// Whether the first column names the row (a reading program then announces it with every cell).
    pub named_rows: bool,
    /// Smaller type and tighter rows, for annexes.
    pub dense: bool,
}

impl Table {
    /// A table of these columns and rows.
    pub fn of(columns: impl IntoIterator<Item = Column>, rows: impl IntoIterator<Item = Row>) -> Self {
        let columns: Vec<Column> = columns.into_iter().collect();
        Self {
            // In a list of pairs the head says enough.
            named_rows: columns.len() > 2,
            columns,
            groups: vec![RowGroup { rows: rows.into_iter().collect(), ..RowGroup::default() }],
            ..Self::default()
        }
    }

    /// The same table with a last row under a rule.
    #[must_use]
    pub fn with_total(self, total: Row) -> Self {
        Self { total: Some(total), ..self }
    }

    /// The same table in smaller type.
    #[must_use]
    pub fn dense(self) -> Self {
        Self { dense: true, ..self }
    }
}
