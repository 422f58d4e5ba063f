//! Blocks as elements.

use base64::prelude::{BASE64_STANDARD, Engine};

use super::markup::{escaped, id, tags};
use super::svg::svg;
use crate::document::{
    Align, Block, Column, Columns, Fields, Figure, Language, Level, Link, List, Logo, LogoFormat, Marker,
    Row, RowGroup, Run, Span, Table, Term, Text, Tile, Width,
};
use crate::drawing::Palette;
use crate::typeface::Typeface;

/// Width charts are drawn at, in points; the page scales them.
const CHART_WIDTH: f64 = 520.0;

/// A page being written.
pub(super) struct Writer<'a> {
    pub(super) page: String,
    pub(super) typeface: &'a Typeface,
    pub(super) language: &'a Language,
    pub(super) palette: &'a Palette,
    /// Whether the section has had a heading of level two.
    pub(super) has_parts: bool,
}

impl Writer<'_> {
    pub(super) fn put(&mut self, markup: &str) {
        self.page.push_str(markup);
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text, anchor } => {
                self.has_parts |= *level == Level::Two;
                // Without a part around it, the fourth level would skip one.
                let element = if *level == Level::Three && self.has_parts { "h4" } else { "h3" };
                let class = if *level == Level::Three { " class=\"run-in\"" } else { "" };
                let place = anchor.as_ref().map(|it| format!(" id=\"{}\"", id(it))).unwrap_or_default();
                self.put(&format!("<{element}{class}{place}>{}</{element}>\n", escaped(text)));
            }
            Block::Lead(text) => self.paragraph("lead", text),
            Block::Paragraph(text) => self.paragraph("", text),
            Block::Small(text) => self.paragraph("small", text),
            Block::Note(text) => self.paragraph("note", text),
            Block::Byline(text) => self.paragraph("byline", text),
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Tiles(tiles) => self.tiles(tiles),
            Block::Ladder(ladder) => self.ladder(ladder),
            Block::Sheet(sheet) => self.sheet(sheet),
            Block::Blanks(blanks) => self.blanks(blanks),
            Block::Figure(figure) => self.figure(figure),
            Block::Columns(columns) => self.columns(columns),
            Block::Boxed(boxed) => {
                self.put("<div class=\"boxed\">\n");
                self.blocks(&boxed.blocks);
                self.put("</div>\n");
            }
            Block::Fields(fields) => self.fields(fields),
            Block::Terms(terms) => self.terms(terms),
            Block::Flow(flow) => {
                self.put("<div class=\"flow\">\n");
                self.blocks(&flow.blocks);
                self.put("</div>\n");
            }
            Block::Together(blocks) => self.blocks(blocks),
            Block::Anchor(anchor) => self.put(&format!("<span id=\"{}\"></span>\n", id(anchor))),
            Block::PageBreak => {}
        }
    }

    fn paragraph(&mut self, class: &str, text: &Text) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        self.put(&format!("<p{class}>"));
        self.text(text);
        self.put("</p>\n");
    }

    pub(super) fn text(&mut self, text: &Text) {
        for span in &text.spans {
            match span {
                Span::Run(run) => self.run(run),
                Span::PageOf { anchor, otherwise, .. } => {
                    let words = otherwise.trim_start();
                    let space = &otherwise[..otherwise.len() - words.len()];
                    self.put(&format!("{space}<a href=\"#{}\">{}</a>", id(anchor), escaped(words)));
                }
                Span::Break => self.put("<br>"),
            }
        }
    }

    fn run(&mut self, run: &Run) {
        let (open, close) = tags(run.style);
        let words = escaped(&run.text);
        match &run.link {
            Some(Link::Internal(anchor)) => {
                self.put(&format!("{open}<a href=\"#{}\">{words}</a>{close}", id(anchor)));
            }
            Some(Link::External(address)) => {
                let address = escaped(address);
                self.put(&format!("{open}<a href=\"{address}\" rel=\"noreferrer\">{words}</a>{close}"));
            }
            None => self.put(&format!("{open}{words}{close}")),
        }
    }

    fn list(&mut self, list: &List) {
        let (element, class) = match list.marker {
            Marker::Dash => ("ul", "dash"),
            Marker::Checkbox => ("ul", "tick"),
            Marker::Number => ("ol", "number"),
        };
        let dense = if list.dense { " dense" } else { "" };
        self.put(&format!("<{element} class=\"{class}{dense}\">\n"));
        for item in &list.items {
            self.put("<li>");
            self.text(item);
            self.put("</li>\n");
        }
        self.put(&format!("</{element}>\n"));
    }

    fn terms(&mut self, terms: &[Term]) {
        self.put("<dl>\n");
        for term in terms {
            self.put("<div><dt>");
            self.text(&term.name);
            self.put("</dt> <dd>");
            self.text(&term.said);
            self.put("</dd></div>\n");
        }
        self.put("</dl>\n");
    }

    fn table(&mut self, table: &Table) {
        let dense = if table.dense { " class=\"dense\"" } else { "" };
        self.put(&format!("<div class=\"scroll\" tabindex=\"0\"><table{dense}>\n"));
        if table.columns.iter().any(|column| !column.head.is_empty()) {
            self.put("<thead><tr>");
            for column in &table.columns {
                // A head without words would be read out as one.
                let (element, scope) =
                    if column.head.is_empty() { ("td", "") } else { ("th", " scope=\"col\"") };
                self.put(&format!("<{element}{scope}{}>", class_of(column)));
                self.text(&column.head);
                self.put(&format!("</{element}>"));
            }
            self.put("</tr></thead>\n");
        }
        self.put("<tbody>\n");
        for group in &table.groups {
            self.group_head(table, group);
            for row in &group.rows {
                self.row(table, row);
            }
        }
        self.put("</tbody>\n");
        if let Some(total) = &table.total {
            self.put("<tfoot>");
            self.row(table, total);
            self.put("</tfoot>\n");
        }
        self.put("</table></div>\n");
    }

    fn group_head(&mut self, table: &Table, group: &RowGroup) {
        let Some(title) = &group.title else { return };
        let is_period = group.gauge.is_some() || !group.sums.is_empty();
        let class = if is_period { "period" } else { "group" };
        let span = (table.columns.len() - group.sums.len().min(table.columns.len())).max(1);
        self.put(&format!("<tr class=\"{class}\"><td colspan=\"{span}\">"));
        // Titles as wide as each other, so that gauges begin at one place.
        self.put("<span class=\"title\">");
        self.text(title);
        self.put("</span>");
        if let Some(gauge) = &group.gauge {
            let percent = 100.0 * gauge.share.clamp(0.0, 1.0);
            self.put(&format!(
                " <span class=\"gauge\"><i style=\"width:{percent:.0}%\"></i></span> <small>{}</small>",
                escaped(&gauge.label)
            ));
        }
        self.put("</td>");
        for (sum, column) in group.sums.iter().zip(&table.columns[span..]) {
            self.put(&format!("<td{}>", class_of(column)));
            self.text(sum);
            self.put("</td>");
        }
        self.put("</tr>\n");
    }

    fn row(&mut self, table: &Table, row: &Row) {
        let place = row.anchor.as_ref().map(|it| format!(" id=\"{}\"", id(it))).unwrap_or_default();
        let remarked = if row.remark.is_some() { " class=\"remarked\"" } else { "" };
        self.put(&format!("<tr{place}{remarked}>"));
        for (at, column) in table.columns.iter().enumerate() {
            let names_row = at == 0 && table.named_rows;
            let (element, scope) = if names_row { ("th", " scope=\"row\"") } else { ("td", "") };
            self.put(&format!("<{element}{scope}{}>", class_of(column)));
            if let Some(cell) = row.cells.get(at) {
                self.text(cell);
            }
            self.put(&format!("</{element}>"));
        }
        self.put("</tr>\n");
        if let Some(remark) = &row.remark {
            self.put(&format!("<tr class=\"remark\"><td colspan=\"{}\">", table.columns.len()));
            self.text(remark);
            self.put("</td></tr>\n");
        }
    }

    fn tiles(&mut self, tiles: &[Tile]) {
        self.put("<div class=\"tiles\">\n");
        for tile in tiles {
            self.put(&format!(
                "<div class=\"tile\"><p class=\"label\">{}</p><p class=\"value\">{}</p><p class=\"meaning\">{}</p>",
                escaped(&tile.label),
                escaped(&tile.value),
                escaped(&tile.note)
            ));
            if let Some(second) = &tile.second {
                self.put(&format!(
                    "<div class=\"second\"><p>{} <strong>{}</strong></p><p>{}</p></div>",
                    escaped(&second.label),
                    escaped(&second.value),
                    escaped(&second.note)
                ));
            }
            self.put("</div>\n");
        }
        self.put("</div>\n");
    }

    fn figure(&mut self, figure: &Figure) {
        let drawing = figure.chart.draw(self.typeface, self.language, CHART_WIDTH);
        self.put("<figure><div class=\"scroll\" tabindex=\"0\">");
        self.put(&svg(&drawing, &figure.alternative, self.palette));
        self.put("</div>");
        if let Some(caption) = &figure.caption {
            self.put("<figcaption>");
            self.text(caption);
            self.put("</figcaption>");
        }
        self.put("</figure>\n");
    }

    fn columns(&mut self, columns: &Columns) {
        let class = if columns.boxed { "columns boxed" } else { "columns" };
        self.put(&format!("<div class=\"{class}\">\n"));
        for blocks in [&columns.left, &columns.right] {
            self.put("<div>\n");
            self.blocks(blocks);
            self.put("</div>\n");
        }
        self.put("</div>\n");
    }

    fn fields(&mut self, fields: &Fields) {
        self.put("<div class=\"fields\">");
        for label in &fields.labels {
            self.put(&format!("<p>{}</p>", escaped(label)));
        }
        self.put("</div>\n");
    }

    pub(super) fn logo(&mut self, logo: &Logo) {
        let kind = match logo.format {
            LogoFormat::Png => "png",
            LogoFormat::Jpeg => "jpeg",
        };
        self.put(&format!(
            "<img src=\"data:image/{kind};base64,{}\" width=\"{}\" height=\"{}\" alt=\"{}\">",
            BASE64_STANDARD.encode(&logo.bytes),
            logo.width,
            logo.height,
            escaped(&logo.alternative)
        ));
    }
}

fn class_of(column: &Column) -> &'static str {
    if column.field {
        return " class=\"field\"";
    }
    match (column.align, column.width) {
        (Align::Start, Width::Share(_)) => "",
        (Align::Start, Width::Fit) => " class=\"fit\"",
        (Align::End, _) => " class=\"end\"",
        (Align::Middle, _) => " class=\"middle\"",
    }
}
