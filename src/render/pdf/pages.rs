//! What the pages show, as packed streams.

use lopdf::{Object, Stream};
use printpdf::{Mm, PdfDocument, PdfPage};
use rayon::prelude::*;

use super::{file, frame, object_tree, paint};
use crate::render::drawing::Palette;
use crate::render::layout::Layout;
use crate::render::typeface::Typeface;

/// The contents of all pages in order. printpdf is given one page at a time, on whatever core is free: it translates page
/// after page and holds what it makes of all it is given.
pub(super) fn contents(layout: &Layout, palette: &Palette, typeface: &Typeface) -> Vec<Stream> {
    let of_page = |page| {
        let mut pdf = PdfDocument::new("");
        // How large the page is stands in the frame.
        let ops = paint::paint(page, layout.height, palette, typeface);
        pdf.pages.push(PdfPage::new(Mm(0.0), Mm(0.0), ops));
        let mut tree = object_tree(&pdf);
        let taken = frame::places(&tree).first().and_then(|place| tree.objects.remove(place));
        match taken {
            Some(Object::Stream(stream)) => file::packed(stream),
            _ => unreachable!("printpdf gives every page a stream"),
        }
    };
    layout.pages.par_iter().map(of_page).collect()
}
