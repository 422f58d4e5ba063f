//! Pages into a PDF 1.7 file, tagged for reading programs (PDF/UA-1) and fit for archives (PDF/A-2a).
//!
//! printpdf writes the pages' operators and the fonts; what it does not know (structure tree, nested bookmarks,
//! tagged links, XMP, output intent, content-derived /ID) is added to its object tree before the file is written.
//! Which rules a validator has confirmed stands in `docs/pdf.md`.

mod file;
mod finish;
mod fonts;
mod frame;
mod images;
mod links;
mod operators;
mod outline;
mod pages;
mod paint;
mod sequences;
mod shrink;
mod structure;
mod syntax;
mod text_string;
mod xmp;

use printpdf::PdfDocument;

use crate::document::Document;
use crate::layout::{Layout, lay_out};
use crate::typeface::Typeface;

/// The PDF file of a document. The same document gives the same bytes.
pub fn render(document: &Document) -> Vec<u8> {
    let typeface = Typeface::default();
    let layout = lay_out(document, &typeface);
    write(document, &layout, &typeface)
}

/// The PDF file of a document already laid out.
pub fn write(document: &Document, layout: &Layout, typeface: &Typeface) -> Vec<u8> {
    let (contents, (places, mut file)) = rayon::join(
        || pages::contents(layout, &document.brand.palette, typeface),
        || {
            let frame = frame::frame(document, layout, typeface);
            let (tree, written) = finish::finish(frame, document, layout, typeface);
            (frame::places(&tree), file::pack(tree, written))
        },
    );
    file.replace(places.into_iter().map(|it| it.0).zip(contents));
    file.write()
}

/// printpdf's object tree. What it would optimise is done here: fonts come shrunk, packing is the writer's. Operators
/// that it does not know are ours.
fn object_tree(pdf: &PdfDocument) -> lopdf::Document {
    let options = printpdf::PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: false,
        image_optimization: None,
    };
    pdf.to_lopdf_document(&options, &mut Vec::new())
}
