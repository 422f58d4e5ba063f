//! Pages into a PDF 1.7 file, tagged for reading programs (PDF/UA-1) and fit for archives (PDF/A-2a).
//!
//! printpdf writes the pages' operators and the fonts; what it does not know (structure tree, nested bookmarks,
//! tagged links, XMP, output intent, content-derived /ID) is added to its object tree before the file is written.
//! Which rules a validator has confirmed stands in `docs/pdf.md`.

mod file;
mod finish;
mod fonts;
mod images;
mod links;
mod outline;
mod paint;
mod shrink;
mod structure;
mod syntax;
mod text_string;
mod xmp;

use printpdf::{PdfDocument, PdfSaveOptions};

use crate::render::document::Document;
use crate::render::layout::{Layout, lay_out};
use crate::render::typeface::Typeface;

/// The PDF file of a document. The same document gives the same bytes.
pub fn render(document: &Document) -> Vec<u8> {
    let typeface = Typeface::default();
    let layout = lay_out(document, &typeface);
    write(document, &layout, &typeface)
}

/// The PDF file of a document already laid out.
pub fn write(document: &Document, layout: &Layout, typeface: &Typeface) -> Vec<u8> {
    let painted = paint::paint(layout, &document.brand.palette, typeface);
    let mut pdf = PdfDocument::new("");
    fonts::embed(&mut pdf, &painted.used, typeface);
    if let Some(logo) = &document.brand.logo {
        images::embed(&mut pdf, images::embeddable(logo));
    }
    pdf.pages = painted.pages;
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let file = pdf.to_lopdf_document(&options, &mut warnings);
    finish::finish(file, document, layout, &painted.contents, typeface)
}
