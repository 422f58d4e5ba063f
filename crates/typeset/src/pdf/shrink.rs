//! A TrueType font without the outlines nobody sees.
//!
//! Glyph numbers stay as they are, so text can be written before the font is cut; unused glyphs become empty. The
//! report's characters leave a tenth of the font.

use std::collections::BTreeSet;

/// Tables a PDF needs of a font whose characters it addresses by glyph number (ISO 32000-1, 9.9).
const KEPT: [&[u8; 4]; 8] = [b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"];

/// More composites inside composites than any font has.
const DEEPEST: usize = 8;

/// The font with the outlines of `keep` alone (and of what these are composed of). `None` if it is not a TrueType
/// font.
pub(super) fn shrink(font: &[u8], keep: &BTreeSet<u16>) -> Option<Vec<u8>> {
    let raw = ttf_parser::RawFace::parse(font, 0).ok()?;
    let table = |name: &[u8; 4]| raw.table(ttf_parser::Tag::from_bytes(name));
    let (head, loca, glyf) = (table(b"head")?, table(b"loca")?, table(b"glyf")?);
    let long = head.get(50..52)? == [0, 1];
    let offsets = offsets(loca, long)?;
    let outline = |id: u16| {
        let (from, to) = (offsets.get(usize::from(id))?, offsets.get(usize::from(id) + 1)?);
        glyf.get(*from..*to)
    };
    let mut wanted = keep.clone();
    wanted.insert(0);
    for _ in 0..DEEPEST {
        let parts: Vec<u16> = wanted.iter().filter_map(|id| outline(*id)).flat_map(components).collect();
        let before = wanted.len();
        wanted.extend(parts);
        if wanted.len() == before {
            break;
        }
    }
    let mut outlines = Vec::new();
    let mut places = Vec::new();
    for id in 0..u16::try_from(offsets.len() - 1).ok()? {
        places.push(u32::try_from(outlines.len()).ok()?);
        if wanted.contains(&id) {
            outlines.extend_from_slice(outline(id)?);
            outlines.resize(outlines.len().next_multiple_of(4), 0);
        }
    }
    places.push(u32::try_from(outlines.len()).ok()?);
    let mut new_head = head.to_vec();
    new_head.get_mut(8..12)?.fill(0);
    new_head.get_mut(50..52)?.copy_from_slice(&[0, 1]);
    let places: Vec<u8> = places.iter().flat_map(|place| place.to_be_bytes()).collect();
    let tables: Vec<(&[u8; 4], Vec<u8>)> = KEPT
        .into_iter()
        .filter_map(|name| {
            let data = match name {
                b"glyf" => outlines.clone(),
                b"head" => new_head.clone(),
                b"loca" => places.clone(),
                _ => table(name)?.to_vec(),
            };
            Some((name, data))
        })
        .collect();
    assemble(&tables)
}

fn offsets(loca: &[u8], long: bool) -> Option<Vec<usize>> {
    let read = |chunk: &[u8]| chunk.iter().fold(0_usize, |value, byte| value << 8 | usize::from(*byte));
    let offsets: Vec<usize> = if long {
        loca.chunks_exact(4).map(read).collect()
    } else {
        loca.chunks_exact(2).map(|chunk| 2 * read(chunk)).collect()
    };
    (offsets.len() > 1).then_some(offsets)
}

/// The glyphs a composite glyph is made of (OpenType, `glyf`: composite glyph description).
fn components(outline: &[u8]) -> Vec<u16> {
    const WORDS: u16 = 0x0001;
    const SCALE: u16 = 0x0008;
    const MORE: u16 = 0x0020;
    const TWO_SCALES: u16 = 0x0040;
    const MATRIX: u16 = 0x0080;
    let word = |at: usize| Some(u16::from_be_bytes([*outline.get(at)?, *outline.get(at + 1)?]));
    let mut parts = Vec::new();
    if outline.first().is_none_or(|first| first & 0x80 == 0) {
        return parts;
    }
    let mut at = 10;
    while let (Some(flags), Some(id)) = (word(at), word(at + 2)) {
        parts.push(id);
        at += 4 + if flags & WORDS != 0 { 4 } else { 2 };
        at += match flags {
            _ if flags & SCALE != 0 => 2,
            _ if flags & TWO_SCALES != 0 => 4,
            _ if flags & MATRIX != 0 => 8,
            _ => 0,
        };
        if flags & MORE == 0 {
            break;
        }
    }
    parts
}

/// A font file of these tables (OpenType, table directory); tables come in alphabetical order.
fn assemble(tables: &[(&[u8; 4], Vec<u8>)]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let power = count.ilog2();
    let range = 16 * (1 << power);
    let mut file = Vec::new();
    file.extend([0, 1, 0, 0]);
    for field in [count, range, u16::try_from(power).ok()?, 16 * count - range] {
        file.extend(field.to_be_bytes());
    }
    let mut body = Vec::new();
    let start = file.len() + 16 * tables.len();
    let mut head_at = 0;
    for (name, data) in tables {
        let at = start + body.len();
        if *name == b"head" {
            head_at = at;
        }
        file.extend(*name);
        for field in [checksum(data), u32::try_from(at).ok()?, u32::try_from(data.len()).ok()?] {
            file.extend(field.to_be_bytes());
        }
        body.extend_from_slice(data);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    file.extend(body);
    let adjustment = 0xb1b0_afba_u32.wrapping_sub(checksum(&file));
    file.get_mut(head_at + 8..head_at + 12)?.copy_from_slice(&adjustment.to_be_bytes());
    Some(file)
}

fn checksum(data: &[u8]) -> u32 {
    data.chunks(4).fold(0_u32, |sum, chunk| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeface::{Face, Typeface};

    fn cut(text: &str) -> (Vec<u8>, BTreeSet<u16>) {
        let typeface = Typeface::default();
        let keep = typeface.glyphs(Face::Regular, text).iter().map(|it| it.id).collect();
        (shrink(Face::Regular.program(), &keep).expect("a TrueType font"), keep)
    }

    #[test]
    fn used_glyphs_keep_their_outline_and_width_and_the_rest_is_empty() {
        let (font, keep) = cut("\u{c4}b");
        let after = ttf_parser::RawFace::parse(&font, 0).expect("a font");
        let loca = after.table(ttf_parser::Tag::from_bytes(b"loca")).expect("places");
        let places = offsets(loca, true).expect("places");
        let filled: BTreeSet<u16> =
            (0..).zip(places.windows(2)).filter(|(_, pair)| pair[1] > pair[0]).map(|(id, _)| id).collect();
        assert!(keep.is_subset(&filled));
        assert!(filled.len() <= keep.len() + 3, "base letters and accents of composites, and .notdef");
    }

    #[test]
    fn a_few_letters_weigh_a_fraction() {
        let (font, _) = cut("Waage");
        assert!(font.len() * 5 < Face::Regular.program().len(), "{}", font.len());
    }

    #[test]
    fn the_whole_file_has_the_checksum_of_the_standard() {
        let (font, _) = cut("Waage");
        assert_eq!(checksum(&font), 0xb1b0_afba);
    }

    #[test]
    fn what_is_no_font_is_refused() {
        assert_eq!(shrink(b"no font", &BTreeSet::new()), None);
    }
}
