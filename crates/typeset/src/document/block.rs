//! Document, sections and blocks.

use jiff::civil::Date;

use super::{Anchor, Aside, Brand, Chart, Ladder, Language, Sheet, Table, Text};

/// A paper: metadata, running foot and sections.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Shown in the window's title and by reading programs.
    pub title: String,
    /// What it is about, for the metadata.
    pub subject: String,
    /// Who made it, for the metadata; a consultant's name or the program's.
    pub author: String,
    /// Day of reckoning: the date in the metadata.
    pub date: Date,
    /// The program that made it, with its version, for the metadata.
    pub program: &'static str,
    /// Its language.
    pub language: Language,
    /// Whether a dashed line along every page says that it is a draft.
    pub is_draft: bool,
    /// Foot of every page.
    pub foot: Foot,
    /// Logo, colour, name.
    pub brand: Brand,
    /// Sections in reading order.
    pub sections: Vec<Section>,
}

/// The foot of every page: a note on the left, the page number on the right.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Foot {
    /// Left: what the reader must know on every page.
    pub note: Text,
    /// Right, before the page's number; on a line of its own where both do not fit beside the note.
    pub name: Option<String>,
    /// Right, before the page's number: the word for page.
    pub before_page: String,
    /// Between the page's number and the number of pages.
    pub between: String,
}

/// Where a section starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// On a new page.
    NewPage,
    /// Below the section before it, on a new page only when little room is left.
    Below,
}

/// A section: a first-level heading, a first-level bookmark and its blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Place for links.
    pub anchor: Anchor,
    /// A small line above the heading.
    pub kicker: Option<String>,
    /// The heading.
    pub title: String,
    /// What stands beside the heading.
    pub aside: Option<Aside>,
    /// A shorter text for the bookmark.
    pub bookmark: Option<String>,
    /// Where it starts.
    pub start: Start,
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
}

/// Levels of headings below the section's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A part of a section, with a bookmark.
    Two,
    /// A run-in head without bookmark.
    Three,
}

/// What stands in front of a list's items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A dash.
    Dash,
    /// 1, 2, 3.
    Number,
    /// An empty box to tick.
    Checkbox,
}

/// A list.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Marker of its items.
    pub marker: Marker,
    /// Items.
    pub items: Vec<Text>,
    /// Smaller type and tighter rows, for annexes.
    pub dense: bool,
}

/// A name and what is said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The name, such as a question.
    pub name: Text,
    /// What is said about it, such as the answer.
    pub said: Text,
}

/// Blocks that fill narrow columns one after the other, from page to page.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// Number of columns, at least one.
    pub columns: usize,
    /// What flows.
    pub blocks: Vec<Block>,
}

/// The second line of a tile: the same figure with the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondLine {
    /// What changes.
    pub label: String,
    /// The figure.
    pub value: String,
    /// What to know about it.
    pub note: String,
}

/// A figure the decision hangs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// What it is.
    pub label: String,
    /// The figure.
    pub value: String,
    /// Its range or meaning.
    pub note: String,
    /// The same with the plan.
    pub second: Option<SecondLine>,
}

/// A picture that carries data.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is drawn.
    pub chart: Chart,
    /// What it shows, in words, for those who do not see it.
    pub alternative: String,
    /// How to read it.
    pub caption: Option<Text>,
}

/// Two columns side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// Left column.
    pub left: Vec<Block>,
    /// Right column.
    pub right: Vec<Block>,
    /// Share of the width the left column takes, 0 to 1.
    pub left_share: f64,
    /// Whether each stands on a pale ground.
    pub boxed: bool,
}

/// Blocks on a pale ground.
#[derive(Clone, Debug, PartialEq)]
pub struct Boxed {
    /// What stands in the box.
    pub blocks: Vec<Block>,
    /// Width and height in points where it is to be cut out; as wide as the column and as high as needed where missing.
    pub size: Option<(f64, f64)>,
}

/// Lines to write on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// A word under or before each line, side by side in one row.
    pub labels: Vec<String>,
    /// Pinned to the foot of the page, as signatures are.
    pub at_foot: bool,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading {
        /// Level.
        level: Level,
        /// Words.
        text: String,
        /// Place for links.
        anchor: Option<Anchor>,
    },
    /// The message of the page in one or two sentences.
    Lead(Text),
    /// Running text.
    Paragraph(Text),
    /// Running text in small type, for asides and annexes.
    Small(Text),
    /// A remark in small type.
    Note(Text),
    /// A line about the document under the section's heading.
    Byline(Text),
    /// A list.
    List(List),
    /// Names with what is said about each, in small type.
    Terms(Vec<Term>),
    /// A table.
    Table(Table),
    /// Ways to go side by side.
    Ladder(Ladder),
    /// A task on half a page.
    Sheet(Sheet),
    /// Words with a line to write on behind each.
    Blanks(Vec<Text>),
    /// Up to three big figures side by side.
    Tiles(Vec<Tile>),
    /// A chart.
    Figure(Figure),
    /// Two columns.
    Columns(Columns),
    /// Columns that text flows through.
    Flow(Flow),
    /// A box.
    Boxed(Boxed),
    /// Lines to write on.
    Fields(Fields),
    /// Blocks that stay on one page if they fit on one.
    Together(Vec<Block>),
    /// A place for links without anything to see.
    Anchor(Anchor),
    /// A new page.
    PageBreak,
}

impl Block {
    /// A second-level heading.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading { level: Level::Two, text: text.into(), anchor: None }
    }

    /// A second-level heading with an anchor.
    pub fn heading_at(text: impl Into<String>, anchor: impl Into<Anchor>) -> Self {
        Self::Heading { level: Level::Two, text: text.into(), anchor: Some(anchor.into()) }
    }

    /// A third-level heading.
    pub fn subheading(text: impl Into<String>) -> Self {
        Self::Heading { level: Level::Three, text: text.into(), anchor: None }
    }

    /// A lead paragraph.
    pub fn lead(text: impl Into<Text>) -> Self {
        Self::Lead(text.into())
    }

    /// A paragraph.
    pub fn paragraph(text: impl Into<Text>) -> Self {
        Self::Paragraph(text.into())
    }

    /// A paragraph in small type.
    pub fn small(text: impl Into<Text>) -> Self {
        Self::Small(text.into())
    }

    /// A remark in small type.
    pub fn note(text: impl Into<Text>) -> Self {
        Self::Note(text.into())
    }

    /// A list with dashes.
    pub fn list(items: impl IntoIterator<Item = Text>) -> Self {
        Self::List(List { marker: Marker::Dash, items: items.into_iter().collect(), dense: false })
    }

    /// A list with dashes in small type.
    pub fn dense_list(items: impl IntoIterator<Item = Text>) -> Self {
        Self::List(List { marker: Marker::Dash, items: items.into_iter().collect(), dense: true })
    }

    /// Blocks in two columns.
    pub fn two_columns(blocks: Vec<Self>) -> Self {
        Self::Flow(Flow { columns: 2, blocks })
    }
}
