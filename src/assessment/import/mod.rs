//! Answers from a table: a filled list of our questions, or another questionnaire with a mapping that says what its rows mean.

mod csv;
mod mapping;
mod take;
mod xlsx;

pub use mapping::{Mapping, MappingFault, Problem, RowMeaning, parse as parse_mapping};
pub use take::{Columns, Imported, Left, Said, Why, take};

/// A table as it stands in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Its rows, empty ones left out.
    pub rows: Vec<GridRow>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridRow {
    /// Its number as spreadsheets show it, from one.
    pub number: usize,
    /// Its cells from the first column on.
    pub cells: Vec<String>,
}

/// Why a file is no table one can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is neither text nor a workbook.
    NoTable,
    /// A workbook that is cut off, damaged or locked with a password.
    Damaged,
    /// The sheet that was named is not in the workbook; these are.
    NoSuchSheet {
        /// Names of its sheets.
        sheets: Vec<String>,
    },
    /// More than any questionnaire holds.
    TooLarge,
}

/// Rows of a table that are read at most.
const MOST_ROWS: usize = 20_000;
/// Columns of a table that are read at most.
const MOST_COLUMNS: usize = 200;

/// The table in a file: a workbook (XLSX) by its first bytes, else text with separators. `sheet` names the sheet of a
/// workbook; the first one where none is named.
pub fn grid(bytes: &[u8], sheet: Option<&str>) -> Result<Grid, Unreadable> {
    if bytes.starts_with(b"PK") { xlsx::read(bytes, sheet) } else { csv::read(bytes) }
}
