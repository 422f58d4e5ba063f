//! What the pages show, as packed streams.

use lopdf::{Dictionary, Stream};
use rayon::prelude::*;

use super::{file, operators, paint};
use crate::drawing::Palette;
use crate::layout::Layout;
use crate::typeface::Typeface;

/// The contents of all pages in order, each on whatever core is free.
pub(super) fn contents(layout: &Layout, palette: &Palette, typeface: &Typeface) -> Vec<Stream> {
    let of_page = |page| {
        let ops = paint::paint(page, layout.height, palette, typeface);
        file::packed(Stream::new(Dictionary::new(), operators::written(&ops)))
    };
    layout.pages.par_iter().map(of_page).collect()
}
