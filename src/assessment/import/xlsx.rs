//! Workbooks (XLSX): a ZIP archive of XML parts, of which the texts of one sheet are read. Formulas, formats and dates are
//! not: a questionnaire is answered in words and numbers.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::DeflateDecoder;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use super::{Grid, GridRow, MOST_COLUMNS, MOST_ROWS, Unreadable};

/// Bytes of one part that are unpacked at most.
const MOST_UNPACKED: u64 = 32 << 20;

/// Reads a sheet.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Grid, Unreadable> {
    let parts = parts(bytes).ok_or(Unreadable::Damaged)?;
    let part = |name: &str| {
        let found = parts.get(name).ok_or(Unreadable::NoTable)?;
        unpacked(bytes, found)
    };
    let sheets = sheets(&part("xl/workbook.xml")?)?;
    let wanted = sheets.iter().find(|it| sheet.is_none_or(|name| it.0 == name));
    let Some((_, relation)) = wanted else {
        return Err(Unreadable::NoSuchSheet { sheets: sheets.into_iter().map(|it| it.0).collect() });
    };
    let target = target(&part("xl/_rels/workbook.xml.rels")?, relation)?.ok_or(Unreadable::Damaged)?;
    let shared = match parts.get("xl/sharedStrings.xml") {
        Some(found) => shared_texts(&unpacked(bytes, found)?)?,
        None => Vec::new(),
    };
    rows(&part(&target)?, &shared)
}

/// A part of the archive: how it is packed and where it lies.
struct Part {
    method: u16,
    packed: usize,
    header: usize,
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn double(bytes: &[u8], at: usize) -> Option<usize> {
    let found = u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?);
    usize::try_from(found).ok()
}

/// The directory at the end of the archive; none where it is damaged or locked.
fn parts(bytes: &[u8]) -> Option<BTreeMap<String, Part>> {
    /// The longest closing record: 22 bytes and a comment.
    const LONGEST_END: usize = 22 + 65_535;
    let tail = bytes.len().saturating_sub(LONGEST_END);
    let end = tail + bytes[tail..].windows(4).rposition(|it| it == b"PK\x05\x06")?;
    let mut at = double(bytes, end + 16)?;
    let mut all = BTreeMap::new();
    for _ in 0..word(bytes, end + 10)? {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" || word(bytes, at + 8)? & 1 == 1 {
            return None;
        }
        let [name, extra, comment] = [28, 30, 32].map(|it| word(bytes, at + it).map(usize::from));
        let (name, after) = (name?, at + 46);
        let title = String::from_utf8_lossy(bytes.get(after..after + name)?).into_owned();
        let part = Part {
            method: word(bytes, at + 10)?,
            packed: double(bytes, at + 20)?,
            header: double(bytes, at + 42)?,
        };
        all.insert(title, part);
        at = after + name + extra? + comment?;
    }
    Some(all)
}

fn unpacked(bytes: &[u8], part: &Part) -> Result<Vec<u8>, Unreadable> {
    let packed = || {
        let (name, extra) = (word(bytes, part.header + 26)?, word(bytes, part.header + 28)?);
        let start = part.header + 30 + usize::from(name) + usize::from(extra);
        bytes.get(start..start.checked_add(part.packed)?)
    };
    let packed = packed().ok_or(Unreadable::Damaged)?;
    let mut out = Vec::new();
    let from: Box<dyn Read> = match part.method {
        0 => Box::new(packed),
        8 => Box::new(DeflateDecoder::new(packed)),
        _ => return Err(Unreadable::Damaged),
    };
    from.take(MOST_UNPACKED + 1).read_to_end(&mut out).map_err(|_| Unreadable::Damaged)?;
    if out.len() as u64 > MOST_UNPACKED { Err(Unreadable::TooLarge) } else { Ok(out) }
}

/// Hands every event of a part to `take`.
fn events(xml: &[u8], mut take: impl FnMut(&Event<'_>) -> Result<(), Unreadable>) -> Result<(), Unreadable> {
    let mut reader = Reader::from_reader(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return Ok(()),
            Ok(event) => take(&event)?,
            Err(_) => return Err(Unreadable::Damaged),
        }
    }
}

/// An attribute by its name without prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|it| it.key.local_name().as_ref() == name.as_bytes())?;
    let text = String::from_utf8_lossy(&found.value).into_owned();
    Some(unescape(&text).map_or_else(|_| text.clone(), Cow::into_owned))
}

/// Names of the sheets with the names of their relations.
fn sheets(xml: &[u8]) -> Result<Vec<(String, String)>, Unreadable> {
    let mut all = Vec::new();
    events(xml, |event| {
        if let Event::Start(it) | Event::Empty(it) = event
            && it.local_name().as_ref() == b"sheet"
        {
            // Two attributes end in "id"; the relation's has a prefix.
            let relation = it.attributes().flatten().find(|it| it.key.as_ref().ends_with(b":id"));
            let relation = relation.map(|it| String::from_utf8_lossy(&it.value).into_owned());
            all.extend(attribute(it, "name").zip(relation));
        }
        Ok(())
    })?;
    Ok(all)
}

/// The part a relation points at.
fn target(xml: &[u8], relation: &str) -> Result<Option<String>, Unreadable> {
    let mut found = None;
    events(xml, |event| {
        if let Event::Start(it) | Event::Empty(it) = event
            && attribute(it, "Id").as_deref() == Some(relation)
        {
            found = attribute(it, "Target");
        }
        Ok(())
    })?;
    Ok(found.map(|it| it.strip_prefix('/').map_or_else(|| format!("xl/{it}"), str::to_owned)))
}

/// Adds what an event says to a text.
fn add(event: &Event<'_>, text: &mut String) {
    match event {
        Event::Text(it) => text.push_str(&it.decode().unwrap_or_default()),
        Event::CData(it) => text.push_str(&it.decode().unwrap_or_default()),
        Event::GeneralRef(it) => match it.resolve_char_ref() {
            Ok(Some(letter)) => text.push(letter),
            _ => text
                .push_str(it.decode().ok().and_then(|it| resolve_predefined_entity(&it)).unwrap_or_default()),
        },
        _ => {}
    }
}

/// Texts that cells name by their place.
fn shared_texts(xml: &[u8]) -> Result<Vec<String>, Unreadable> {
    let mut all = Vec::new();
    let (mut text, mut inside) = (String::new(), false);
    events(xml, |event| {
        match event {
            Event::Start(it) => inside = it.local_name().as_ref() == b"t",
            Event::End(it) if it.local_name().as_ref() == b"si" => all.push(std::mem::take(&mut text)),
            Event::End(_) => inside = false,
            other if inside => add(other, &mut text),
            _ => {}
        }
        Ok(())
    })?;
    Ok(all)
}

/// What is known of the cell that is being read.
#[derive(Default)]
struct Cell {
    column: usize,
    kind: String,
    text: String,
    inside: bool,
}

fn rows(xml: &[u8], shared: &[String]) -> Result<Grid, Unreadable> {
    let mut grid = Grid::default();
    let mut row = GridRow::default();
    let mut cell = Cell::default();
    events(xml, |event| {
        match event {
            Event::Start(it) | Event::Empty(it) if it.local_name().as_ref() == b"row" => {
                let number = attribute(it, "r").and_then(|it| it.parse().ok());
                row = GridRow { number: number.unwrap_or(row.number + 1), cells: Vec::new() };
            }
            Event::Start(it) if it.local_name().as_ref() == b"c" => {
                let column = attribute(it, "r").and_then(|it| column(&it)).unwrap_or(row.cells.len());
                if column >= MOST_COLUMNS {
                    return Err(Unreadable::TooLarge);
                }
                cell = Cell { column, kind: attribute(it, "t").unwrap_or_default(), ..Cell::default() };
            }
            Event::Start(it) => cell.inside = matches!(it.local_name().as_ref(), b"v" | b"t"),
            Event::End(it) if it.local_name().as_ref() == b"c" => {
                let done = std::mem::take(&mut cell);
                row.cells.resize((done.column + 1).max(row.cells.len()), String::new());
                said(&done, shared).trim().clone_into(&mut row.cells[done.column]);
            }
            Event::End(it) if it.local_name().as_ref() == b"row" => {
                if grid.rows.len() >= MOST_ROWS {
                    return Err(Unreadable::TooLarge);
                }
                let done = GridRow { number: row.number, cells: std::mem::take(&mut row.cells) };
                if done.cells.iter().any(|it| !it.is_empty()) {
                    grid.rows.push(done);
                }
            }
            Event::End(_) => cell.inside = false,
            other if cell.inside => add(other, &mut cell.text),
            _ => {}
        }
        Ok(())
    })?;
    Ok(grid)
}

fn said(cell: &Cell, shared: &[String]) -> String {
    if cell.kind != "s" {
        return cell.text.clone();
    }
    let place: Option<usize> = cell.text.trim().parse().ok();
    place.and_then(|it| shared.get(it)).cloned().unwrap_or_default()
}

/// The place of the column in the name of a cell: A is the first, AA the twenty-seventh.
fn column(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase).take(4);
    letters
        .map(|it| usize::from(it - b'A') + 1)
        .fold(None, |all: Option<usize>, it| Some(all.unwrap_or(0) * 26 + it))?
        .checked_sub(1)
}
