//! The file without what its pages show: page objects, fonts, logo.

use lopdf::{Document as File, Object, ObjectId};
use printpdf::{Op, PdfDocument, PdfFontHandle, PdfPage, Pt, Rect, TextItem};

use super::paint::{font_id, single};
use super::{fonts, images, object_tree};
use crate::document::Document;
use crate::layout::Layout;
use crate::typeface::Typeface;

/// A file with the layout's pages, still blank, and everything they draw with.
pub(super) fn frame(document: &Document, layout: &Layout, typeface: &Typeface) -> File {
    let used = fonts::used(layout);
    let mut pdf = PdfDocument::new("");
    fonts::embed(&mut pdf, &used, typeface);
    if let Some(logo) = &document.brand.logo {
        images::embed(&mut pdf, images::embeddable(logo));
    }
    let paper = Rect::from_wh(Pt(single(layout.width)), Pt(single(layout.height)));
    let blank =
        PdfPage { media_box: paper.clone(), trim_box: paper.clone(), crop_box: paper, ops: Vec::new() };
    pdf.pages = vec![blank; layout.pages.len()];
    // printpdf embeds the glyphs that it sees on pages: the first one shows them all until it is filled.
    if let Some(first) = pdf.pages.first_mut() {
        first.ops = used
            .iter()
            .flat_map(|(face, characters)| {
                let font = PdfFontHandle::External(font_id(*face));
                let items = vec![TextItem::Text(characters.iter().collect())];
                [
                    Op::StartTextSection,
                    Op::SetFont { font, size: Pt(1.0) },
                    Op::ShowText { items },
                    Op::EndTextSection,
                ]
            })
            .collect();
    }
    object_tree(&pdf)
}

/// The objects that hold what the pages show.
pub(super) fn places(file: &File) -> Vec<ObjectId> {
    let contents = |page| file.get_dictionary(page)?.get(b"Contents").and_then(Object::as_reference);
    file.get_pages()
        .into_values()
        .map(|page| contents(page).expect("printpdf gives every page a stream"))
        .collect()
}
