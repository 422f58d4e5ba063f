//! Tables as text: cells between semicolons, commas or tabs, as spreadsheets save them.

use super::{Grid, GridRow, MOST_COLUMNS, MOST_ROWS, Unreadable};

/// Reads a table; the separator is the one that stands most often in the first line.
pub fn read(bytes: &[u8]) -> Result<Grid, Unreadable> {
    let text = text_of(bytes)?;
    let first = text.lines().next().unwrap_or_default();
    let separator = [';', '\t', ','].into_iter().max_by_key(|it| (first.matches(*it).count(), *it == ';'));
    let mut grid = Grid::default();
    let mut row = GridRow { number: 1, cells: Vec::new() };
    let mut cell = String::new();
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\n' if !quoted => {
                let number = row.number + 1;
                end(&mut grid, &mut row, &mut cell)?;
                row.number = number;
            }
            '\r' if !quoted => {}
            it if !quoted && Some(it) == separator => {
                if row.cells.len() >= MOST_COLUMNS {
                    return Err(Unreadable::TooLarge);
                }
                row.cells.push(trimmed(&mut cell));
            }
            it => cell.push(it),
        }
    }
    end(&mut grid, &mut row, &mut cell)?;
    Ok(grid)
}

/// Ends a row; empty ones are left out.
fn end(grid: &mut Grid, row: &mut GridRow, cell: &mut String) -> Result<(), Unreadable> {
    row.cells.push(trimmed(cell));
    let row = std::mem::take(row);
    if row.cells.iter().any(|it| !it.is_empty()) {
        if grid.rows.len() >= MOST_ROWS {
            return Err(Unreadable::TooLarge);
        }
        grid.rows.push(row);
    }
    Ok(())
}

fn trimmed(cell: &mut String) -> String {
    std::mem::take(cell).trim().to_owned()
}

/// UTF-8, or what Windows saves by default.
fn text_of(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.contains(&0) {
        return Err(Unreadable::NoTable);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|it| windows_letter(*it)).collect(),
    };
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// A letter of code page 1252.
fn windows_letter(byte: u8) -> char {
    /// What stands at 0x80 to 0x9f.
    const MIDDLE: [u16; 32] = [
        0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
        0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
        0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
    ];
    match byte {
        0x80..=0x9f => char::from_u32(u32::from(MIDDLE[usize::from(byte - 0x80)])).unwrap_or('\u{fffd}'),
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<(usize, Vec<String>)> {
        read(bytes).unwrap().rows.into_iter().map(|it| (it.number, it.cells)).collect()
    }

    #[test]
    fn cells_in_quotes_hold_separators_quotes_and_line_ends() {
        let text = "\u{feff}a;b\r\n\r\n\"1;2\";\"say \"\"so\"\"\nagain\"\r\nlast;\r\n";
        let wanted: Vec<(usize, Vec<String>)> = vec![
            (1, vec!["a".into(), "b".into()]),
            (3, vec!["1;2".into(), "say \"so\"\nagain".into()]),
            (4, vec!["last".into(), String::new()]),
        ];
        assert_eq!(cells(text.as_bytes()), wanted);
        assert_eq!(cells(b"a,b\n1,2"), cells(b"a\tb\n1\t2"));
    }

    #[test]
    fn what_windows_saves_is_read_with_its_umlauts() {
        assert_eq!(cells(b"t\xe4glich;\x84ja\x93")[0].1, ["t\u{e4}glich", "\u{201e}ja\u{201c}"]);
        assert_eq!(read(b"a\0b"), Err(Unreadable::NoTable));
    }
}
