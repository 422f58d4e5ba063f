//! Fonts with the glyphs a document uses.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontMetrics, ParsedFont, PdfDocument, PdfFont};
use sha2::{Digest, Sha256};

use super::paint::font_id;
use super::shrink::shrink;
use crate::drawing::Mark;
use crate::layout::Layout;
use crate::typeface::{Face, Typeface};

/// Characters every face draws.
pub(super) fn used(layout: &Layout) -> BTreeMap<Face, BTreeSet<char>> {
    let mut used: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
    for mark in layout.pages.iter().flat_map(|page| &page.groups).flat_map(|group| &group.marks) {
        if let Mark::Text(text) = mark {
            used.entry(text.face).or_default().extend(text.text.chars());
        }
    }
    used.retain(|_, characters| !characters.is_empty());
    used
}

/// Embeds every face that is used, reduced to its used glyphs.
pub(super) fn embed(pdf: &mut PdfDocument, used: &BTreeMap<Face, BTreeSet<char>>, typeface: &Typeface) {
    for (face, characters) in used {
        let text: String = characters.iter().collect();
        let glyphs = typeface.glyphs(*face, &text);
        let keep: BTreeSet<u16> = glyphs.iter().map(|glyph| glyph.id).collect();
        let program = shrink(face.program(), &keep).expect("the fonts in assets/fonts were checked by tests");
        let font = typeface.font(*face);
        let mut parsed = ParsedFont::with_glyph_data(
            program,
            0,
            Some(format!("{}+{}", subset_tag(*face, &text), face.postscript_name())),
            glyphs.iter().map(|glyph| (u32::from(glyph.character), glyph.id)).collect(),
            glyphs.iter().map(|glyph| (glyph.id, u16::try_from(glyph.advance).unwrap_or_default())).collect(),
            font.units_per_em(),
            FontMetrics { ascent: font.ascender(), descent: font.descender() },
        );
        let bounds = font.global_bounding_box();
        let metrics = &mut parsed.pdf_font_metrics;
        (metrics.x_min, metrics.y_min) = (bounds.x_min, bounds.y_min);
        (metrics.x_max, metrics.y_max) = (bounds.x_max, bounds.y_max);
        metrics.us_weight_class = face.weight();
        let angle = font.italic_angle();
        if angle != 0.0 {
            // The descriptor's angle is derived from rise and run of the caret.
            let run = libm::tan(-f64::from(angle).to_radians()) * 1_000.0;
            metrics.caret_slope_rise = 1_000;
            #[expect(clippy::cast_possible_truncation, reason = "an italic leans by less than 45 degrees")]
            let run = run.round() as i16;
            metrics.caret_slope_run = run;
        }
        pdf.resources.fonts.map.insert(font_id(*face), PdfFont::new(parsed));
    }
}

/// Six capitals that name the set of glyphs (ISO 32000-1, 9.6.4).
fn subset_tag(face: Face, text: &str) -> String {
    let digest = Sha256::new().chain_update(face.postscript_name()).chain_update(text).finalize();
    digest.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
