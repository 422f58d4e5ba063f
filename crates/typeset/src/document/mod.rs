//! The tree every paper is made from: what it says and in which order, not how it looks.
//!
//! A [`Document`] is plain data. The PDF ([`crate::pdf`]) and the HTML page ([`crate::html`]) are
//! two readings of the same tree.

mod block;
mod brand;
mod chart;
mod ladder;
mod language;
mod picture;
mod sheet;
mod table;
mod text;

pub use block::{
    Block, Boxed, Columns, Document, Fields, Figure, Flow, Foot, Level, List, Marker, SecondLine, Section,
    Start, Term, Tile,
};
pub use brand::{Brand, Logo, LogoFault, LogoFormat};
pub use chart::Chart;
pub use ladder::{Ladder, LadderRow, Rung};
pub use language::Language;
pub use sheet::{Aside, Sheet};
pub use table::{Align, Column, Gauge, Row, RowGroup, Table, Width};
pub use text::{Anchor, Link, Run, Span, Strength, Style, Text, Tone};
