//! The same tree as one HTML file: no foreign resource, readable by programs, on phones and on paper.
//!
//! Charts are the same drawings as in the PDF, as inline SVG. Fonts and logo are inside the file; a content security
//! policy forbids everything else, so a hostile note could not fetch or run anything even if it escaped its place.

mod blocks;
mod markup;
mod sealed;
mod shapes;
mod style;
mod svg;

use crate::document::{Document, Section, Start};
use crate::typeface::{Face, Typeface};
use blocks::Writer;
pub use markup::escaped;
pub use sealed::sealed;

/// The HTML page of a document. The same document gives the same bytes.
pub fn render(document: &Document) -> String {
    let typeface = Typeface::default();
    let mut writer = Writer {
        page: String::new(),
        typeface: &typeface,
        language: &document.language,
        palette: &document.brand.palette,
        has_parts: false,
    };
    writer.put(&format!("<!doctype html>\n<html lang=\"{}\">\n", document.language.primary()));
    writer.put("<head>\n<meta charset=\"utf-8\">\n");
    writer.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    writer.put(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'; font-src data:; img-src data:\">\n",
    );
    writer.put(&format!("<title>{}</title>\n", escaped(&document.title)));
    writer.put(&format!("<meta name=\"author\" content=\"{}\">\n", escaped(&document.author)));
    writer.put(&format!("<meta name=\"description\" content=\"{}\">\n", escaped(&document.subject)));
    writer.put(&format!(
        "<style>\n{}</style>\n</head>\n<body>\n",
        style::sheet(&document.brand.palette, &Face::ALL)
    ));
    header(&mut writer, document);
    writer.put("<main id=\"main\">\n");
    for section in &document.sections {
        self::section(&mut writer, section);
    }
    writer.put("</main>\n<footer><p>");
    if let Some(foot) = &document.brand.foot {
        writer.put(&format!("{} ", escaped(foot)));
    }
    writer.text(&document.foot.note);
    writer.put("</p></footer>\n</body>\n</html>\n");
    writer.page
}

fn header(writer: &mut Writer, document: &Document) {
    writer.put(&format!("<a class=\"skip\" href=\"#main\">{}</a>\n<header>\n", document.language.skip));
    let brand = &document.brand;
    if brand.logo.is_some() || brand.name.is_some() {
        writer.put("<p class=\"brand\">");
        if let Some(logo) = &brand.logo {
            writer.logo(logo);
        }
        if let Some(name) = &brand.name {
            writer.put(&format!("<span>{}</span>", escaped(name)));
        }
        writer.put("</p>\n");
    }
    writer.put(&format!("<h1>{}</h1>\n", escaped(&document.title)));
    writer.put(&format!("<nav aria-label=\"{0}\"><h2>{0}</h2><ol>\n", document.language.contents));
    for section in &document.sections {
        let words = section.bookmark.as_ref().unwrap_or(&section.title);
        writer.put(&format!(
            "<li><a href=\"#{}\">{}</a></li>\n",
            markup::id(&section.anchor),
            escaped(words)
        ));
    }
    writer.put("</ol></nav>\n</header>\n");
}

fn section(writer: &mut Writer, section: &Section) {
    let class = if section.start == Start::NewPage { "sheet" } else { "below" };
    let id = markup::id(&section.anchor);
    writer.has_parts = false;
    writer.put(&format!("<section class=\"{class}\" id=\"{id}\" aria-labelledby=\"{id}-title\">\n"));
    if let Some(kicker) = &section.kicker {
        writer.put(&format!("<p class=\"kicker\">{}</p>\n", escaped(kicker)));
    }
    writer.put(&format!("<h2 id=\"{id}-title\">{}</h2>\n", escaped(&section.title)));
    if let Some(aside) = &section.aside {
        writer.aside(aside);
    }
    writer.blocks(&section.blocks);
    writer.put("</section>\n");
}
