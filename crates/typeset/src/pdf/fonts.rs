//! Fonts with the glyphs a document uses.

use std::collections::{BTreeMap, BTreeSet};

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use printpdf::{ParsedFont, PdfDocument, PdfFont};
use sha2::{Digest, Sha256};

use super::paint::font_id;
use crate::drawing::Mark;
use crate::layout::Layout;
use crate::typeface::{Face, Typeface};

/// Embeds every face that is used, cut to its used glyphs.
pub(super) fn embed(pdf: &mut PdfDocument, layout: &Layout, typeface: &Typeface) {
    for (face, characters) in used(layout) {
        let font = cut(face, &characters, typeface).expect("the fonts in assets/fonts were checked by tests");
        pdf.resources.fonts.map.insert(font_id(face), PdfFont::new(font));
    }
}

/// Characters every face draws.
fn used(layout: &Layout) -> BTreeMap<Face, BTreeSet<char>> {
    let mut used: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
    for mark in layout.pages.iter().flat_map(|page| &page.groups).flat_map(|group| &group.marks) {
        if let Mark::Text(text) = mark {
            used.entry(text.face).or_default().extend(text.text.chars());
        }
    }
    used.retain(|_, characters| !characters.is_empty());
    used
}

/// The face with the glyphs of these characters alone, numbered anew in the order of the characters.
fn cut(face: Face, characters: &BTreeSet<char>, typeface: &Typeface) -> Option<ParsedFont> {
    // Glyph 0 is what stands for the unknown in every font.
    let glyphs: Vec<u16> =
        std::iter::once(0).chain(characters.iter().map(|it| typeface.glyph(face, *it).id)).collect();
    let provider = ReadScope::new(face.program()).read::<FontData>().ok()?.table_provider(0).ok()?;
    let program = subset(&provider, &glyphs, &SubsetProfile::Pdf, CmapTarget::Unrestricted).ok()?;
    let mut font = ParsedFont::from_bytes(&program, 0, &mut Vec::new())?;
    font.codepoint_to_glyph = characters.iter().map(|it| u32::from(*it)).zip(1..).collect();
    font.font_name = Some(format!("{}+{}", subset_tag(face, characters), face.postscript_name()));
    font.pdf_font_metrics.us_weight_class = face.weight();
    Some(font)
}

/// Six capitals that name the set of glyphs (ISO 32000-1, 9.6.4).
fn subset_tag(face: Face, characters: &BTreeSet<char>) -> String {
    let text: String = characters.iter().collect();
    let digest = Sha256::new().chain_update(face.postscript_name()).chain_update(text).finalize();
    digest.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
