//! What the pages show, as packed streams.

use lopdf::{Object, Stream};
use printpdf::{Mm, PdfDocument, PdfPage};
use rayon::prelude::*;

use super::{file, frame, object_tree, paint};
use crate::render::drawing::Palette;
use crate::render::layout::Layout;
use crate::render::typeface::Typeface;

/// Pages that printpdf is given together. It translates one after the other, so that every core wants some of its own.
const TOGETHER: usize = 3;

/// The contents of all pages in order.
pub(super) fn contents(layout: &Layout, palette: &Palette, typeface: &Typeface) -> Vec<Stream> {
    layout
        .pages
        .par_chunks(TOGETHER)
        .flat_map_iter(|pages| {
            let mut pdf = PdfDocument::new("");
            let painted = pages.iter().map(|it| paint::paint(it, layout.height, palette, typeface));
            // How large the page is stands in the frame.
            pdf.pages = painted.map(|ops| PdfPage::new(Mm(0.0), Mm(0.0), ops)).collect();
            packed(&pdf)
        })
        .collect()
}

fn packed(pdf: &PdfDocument) -> Vec<Stream> {
    let mut tree = object_tree(pdf);
    let places = frame::places(&tree);
    let taken = places.into_iter().map(|place| match tree.objects.remove(&place) {
        Some(Object::Stream(stream)) => file::packed(stream),
        _ => unreachable!("printpdf gives every page a stream"),
    });
    taken.collect()
}
