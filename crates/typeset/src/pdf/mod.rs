//! Pages into a PDF 1.7 file, tagged for reading programs (PDF/UA-1) and fit for archives (PDF/A-2a).
//!
//! printpdf writes pages, fonts and pictures, lopdf the file. What neither knows is added to lopdf's object tree in
//! between: structure tree, nested bookmarks, tagged links, XMP, output intent, an /ID made of the content. Which rules
//! a validator has confirmed stands in `docs/pdf.md`.

mod finish;
mod fonts;
mod images;
mod links;
mod outline;
mod paint;
mod sequences;
mod structure;
mod xmp;

use lopdf::{Object, SaveOptions, Stream, StringFormat};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect};
use sha2::{Digest, Sha256};

use crate::document::Document;
use crate::layout::{Layout, lay_out};
use crate::typeface::Typeface;
use paint::single;

/// The PDF file of a document. The same document gives the same bytes.
pub fn render(document: &Document) -> Vec<u8> {
    let typeface = Typeface::default();
    let layout = lay_out(document, &typeface);
    write(document, &layout, &typeface)
}

/// The PDF file of a document already laid out.
pub fn write(document: &Document, layout: &Layout, typeface: &Typeface) -> Vec<u8> {
    let mut file = pages(document, layout, typeface);
    finish::finish(&mut file, document, layout, typeface);
    saved(file)
}

/// printpdf's part: what the pages show and what they show it with.
fn pages(document: &Document, layout: &Layout, typeface: &Typeface) -> lopdf::Document {
    let mut pdf = PdfDocument::new("");
    fonts::embed(&mut pdf, layout, typeface);
    if let Some(logo) = &document.brand.logo {
        images::embed(&mut pdf, logo);
    }
    let paper = Rect::from_wh(Pt(single(layout.width)), Pt(single(layout.height)));
    pdf.pages = layout
        .pages
        .iter()
        .map(|page| PdfPage {
            media_box: paper.clone(),
            trim_box: paper.clone(),
            crop_box: paper.clone(),
            ops: paint::paint(page, layout.height, &document.brand.palette, typeface),
        })
        .collect();
    // Fonts come cut, and nothing here needs printpdf's care for files of others.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    pdf.to_lopdf_document(&options, &mut Vec::new())
}

/// Some readers take the carriage return at the end of a packed stream for the line end that follows it, and find its length
/// wrong: page text and tables of characters, where a blank more says nothing, are packed with one.
fn end_unlike_a_line(stream: &mut Stream) {
    let is_text = ["Subtype", "Length1", "N"].iter().all(|key| !stream.dict.has(key.as_bytes()));
    while is_text && stream.dict.has(b"Filter") && matches!(stream.content.last(), Some(b'\r' | b'\n')) {
        let Ok(mut plain) = stream.decompressed_content() else { return };
        plain.push(b' ');
        stream.set_plain_content(plain);
        if stream.compress().is_err() {
            return;
        }
    }
}

/// lopdf's part: the file, packed, with an /ID made of what its streams hold.
fn saved(mut file: lopdf::Document) -> Vec<u8> {
    "1.7".clone_into(&mut file.version);
    file.compress();
    file.objects.values_mut().filter_map(|it| it.as_stream_mut().ok()).for_each(end_unlike_a_line);
    let mut hash = Sha256::new();
    for stream in file.objects.values().filter_map(|it| it.as_stream().ok()) {
        hash.update(&stream.content);
    }
    let name = Object::String(hash.finalize()[..16].to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![name.clone(), name]);
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true);
    let mut bytes = Vec::new();
    file.save_with_options(&mut bytes, options.build()).expect("writing to memory does not fail");
    bytes
}
