//! Peers: as JSON for programs, as a table for people.

use serde::Serialize;

use super::quantified::plain;
use crate::german::peers as words;
use crate::model::Catalogue;
use crate::render::serial::json_text;
use crate::report::peers::{Cell, Peers};
use typeset::terminal::Screen;

/// Version of the shape below.
pub const FORMAT: u32 = 1;

/// What all the records were made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Version of the way of reckoning.
    pub model: u32,
    /// Version of the content.
    pub content: String,
}

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    model: u32,
    content: &'a str,
    k: usize,
    withheld: usize,
    cells: Vec<CellLine<'a>>,
}

#[derive(Serialize)]
struct CellLine<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    segment: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'a str>,
    firms: usize,
    expected_annual_loss: Loss,
    din_points: f64,
}

#[derive(Serialize)]
struct Loss {
    median: f64,
    low_quarter: f64,
    high_quarter: f64,
}

/// One JSON document.
pub fn json(peers: &Peers, origin: &Origin) -> String {
    json_text(&Document {
        format: FORMAT,
        model: origin.model,
        content: &origin.content,
        k: peers.k,
        withheld: peers.withheld,
        cells: peers.cells.iter().map(line).collect(),
    })
}

fn line(it: &Cell) -> CellLine<'_> {
    let class = |at: usize| it.classes.get(at).map(String::as_str);
    CellLine {
        segment: class(0),
        size: class(1),
        level: class(2),
        firms: it.firms,
        expected_annual_loss: Loss {
            median: it.expected_annual_loss,
            low_quarter: it.low_quarter,
            high_quarter: it.high_quarter,
        },
        din_points: it.din_points,
    }
}

/// A table for people.
pub fn table(catalogue: &Catalogue, peers: &Peers, screen: Screen) -> String {
    let mut table = plain(screen);
    table.set_header(words::HEADER);
    for it in &peers.cells {
        table.add_row(words::row(catalogue, it));
    }
    format!("{table}\n{}\n", words::withheld(peers))
}
