//! The four faces and their measures.

use ttf_parser::GlyphId;

use super::kerning::Kerning;

/// A cut of the typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    /// Body text.
    Regular,
    /// Quotations.
    Italic,
    /// Headings and figures.
    Semibold,
    /// Emphasis.
    Bold,
}

impl Face {
    /// All cuts in a fixed order.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Italic, Self::Semibold, Self::Bold];

    /// The font program as it lies in `assets/fonts` (see `tools/fonts/README.md`).
    pub fn program(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/waage-sans-regular.ttf"),
            Self::Italic => include_bytes!("../../assets/fonts/waage-sans-italic.ttf"),
            Self::Semibold => include_bytes!("../../assets/fonts/waage-sans-semibold.ttf"),
            Self::Bold => include_bytes!("../../assets/fonts/waage-sans-bold.ttf"),
        }
    }

    /// The same cut, packed for web pages.
    pub fn web_program(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/waage-sans-regular.woff2"),
            Self::Italic => include_bytes!("../../assets/fonts/waage-sans-italic.woff2"),
            Self::Semibold => include_bytes!("../../assets/fonts/waage-sans-semibold.woff2"),
            Self::Bold => include_bytes!("../../assets/fonts/waage-sans-bold.woff2"),
        }
    }

    /// The name inside a PDF.
    pub fn postscript_name(self) -> &'static str {
        match self {
            Self::Regular => "WaageSans-Regular",
            Self::Italic => "WaageSans-Italic",
            Self::Semibold => "WaageSans-Semibold",
            Self::Bold => "WaageSans-Bold",
        }
    }

    /// Weight as CSS and OS/2 count it.
    pub fn weight(self) -> u16 {
        match self {
            Self::Regular | Self::Italic => 400,
            Self::Semibold => 600,
            Self::Bold => 700,
        }
    }
}

/// A glyph to draw; lengths are in thousandths of the size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The character it stands for.
    pub character: char,
    /// Its number in the font program.
    pub id: u16,
    /// Its width.
    pub advance: i32,
    /// What the pair with the next glyph adds to the width (mostly negative).
    pub kern: i32,
}

struct LoadedFace {
    kerning: Option<Kerning<'static>>,
    /// Glyph numbers of the characters below [`TABLED`], 0 where there is none.
    ids: Vec<u16>,
    /// Widths by glyph number.
    advances: Vec<u16>,
}

/// All characters of the typeface lie below; reports look up a hundred thousand of them.
const TABLED: usize = 0x3000;

/// All faces, ready to measure.
pub struct Typeface {
    faces: [LoadedFace; 4],
}

impl Default for Typeface {
    fn default() -> Self {
        Self { faces: Face::ALL.map(LoadedFace::new) }
    }
}

impl Typeface {
    /// Whether the typeface can draw a character (all cuts cover the same ones).
    pub fn covers(&self, character: char) -> bool {
        self.face(Face::Regular).id(character) != 0
    }

    /// The glyphs of a text. Characters the face lacks come as the sign for "unknown"; figures are never kerned,
    /// so that columns of numbers stay in line.
    pub fn glyphs(&self, face: Face, text: &str) -> Vec<Glyph> {
        let loaded = self.face(face);
        let mut glyphs: Vec<Glyph> = text.chars().map(|character| loaded.glyph(character)).collect();
        for at in 1..glyphs.len() {
            let (left, right) = (glyphs[at - 1], glyphs[at]);
            glyphs[at - 1].kern = loaded.kern(left, right);
        }
        glyphs
    }

    /// The glyph of a character by itself.
    pub(crate) fn glyph(&self, face: Face, character: char) -> Glyph {
        self.face(face).glyph(character)
    }

    /// What a pair of glyphs adds to the width of the left one.
    pub(crate) fn kern(&self, face: Face, left: Glyph, right: Glyph) -> i32 {
        self.face(face).kern(left, right)
    }

    /// Width of a text in points.
    pub fn width(&self, face: Face, size: f64, text: &str) -> f64 {
        let loaded = self.face(face);
        let mut last: Option<Glyph> = None;
        let mut units = 0;
        for character in text.chars() {
            let glyph = loaded.glyph(character);
            units += glyph.advance + last.map_or(0, |left| loaded.kern(left, glyph));
            last = Some(glyph);
        }
        f64::from(units) * size / 1000.0
    }

    /// The text if it fits a width, else its beginning with an ellipsis.
    pub fn shortened(&self, face: Face, size: f64, text: &str, width: f64) -> String {
        if self.width(face, size, text) <= width {
            return text.to_owned();
        }
        let room = width - self.width(face, size, "\u{2026}");
        let loaded = self.face(face);
        let mut last: Option<Glyph> = None;
        let mut units = 0;
        let mut kept = String::new();
        for character in text.chars() {
            let glyph = loaded.glyph(character);
            units += glyph.advance + last.map_or(0, |left| loaded.kern(left, glyph));
            if f64::from(units) * size / 1000.0 > room {
                break;
            }
            last = Some(glyph);
            kept.push(character);
        }
        format!("{}\u{2026}", kept.trim_end())
    }

    fn face(&self, face: Face) -> &LoadedFace {
        match face {
            Face::Regular => &self.faces[0],
            Face::Italic => &self.faces[1],
            Face::Semibold => &self.faces[2],
            Face::Bold => &self.faces[3],
        }
    }
}

impl LoadedFace {
    fn new(face: Face) -> Self {
        let font = ttf_parser::Face::parse(face.program(), 0)
            .expect("the fonts in assets/fonts were checked by tests");
        let kerning = Kerning::of(&font);
        let mut ids = vec![0; TABLED];
        let subtables = font.tables().cmap.into_iter().flat_map(|it| it.subtables);
        for subtable in subtables.filter(ttf_parser::cmap::Subtable::is_unicode) {
            subtable.codepoints(|code| {
                let place = usize::try_from(code).ok().and_then(|it| ids.get_mut(it)).filter(|it| **it == 0);
                if let (Some(place), Some(id)) = (place, subtable.glyph_index(code)) {
                    *place = id.0;
                }
            });
        }
        let glyphs = (0..font.number_of_glyphs()).map(GlyphId);
        let advances = glyphs.map(|id| font.glyph_hor_advance(id).unwrap_or_default()).collect();
        Self { kerning, ids, advances }
    }

    fn id(&self, character: char) -> u16 {
        self.ids.get(character as usize).copied().unwrap_or_default()
    }

    fn glyph(&self, character: char) -> Glyph {
        let id = self.id(character);
        Glyph { character, id, advance: i32::from(self.advances[usize::from(id)]), kern: 0 }
    }

    fn kern(&self, left: Glyph, right: Glyph) -> i32 {
        if left.character.is_ascii_digit() && right.character.is_ascii_digit() {
            return 0;
        }
        self.kerning.as_ref().map_or(0, |kerning| kerning.between(left.id, right.id))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn font(face: Face) -> ttf_parser::Face<'static> {
        ttf_parser::Face::parse(face.program(), 0).expect("a font")
    }

    #[test]
    fn every_cut_has_a_thousand_units_and_covers_the_same_characters() {
        let covered = |face: Face| {
            (' '..'\u{3000}').filter(|it| font(face).glyph_index(*it).is_some()).collect::<Vec<_>>()
        };
        for face in Face::ALL {
            assert_eq!(font(face).units_per_em(), 1000);
            assert_eq!(covered(face), covered(Face::Regular), "{face:?}");
        }
    }

    #[test]
    fn the_table_of_glyphs_says_what_the_font_says() {
        let typeface = Typeface::default();
        for face in Face::ALL {
            let font = font(face);
            for character in '\0'..='\u{ffff}' {
                let id = font.glyph_index(character).unwrap_or_default();
                let glyph = typeface.glyph(face, character);
                assert_eq!(
                    (glyph.id, glyph.advance),
                    (id.0, font.glyph_hor_advance(id).map_or(0, i32::from))
                );
            }
        }
    }

    #[test]
    fn german_letters_and_signs_are_there() {
        let typeface = Typeface::default();
        let needed = "\u{e4}\u{f6}\u{fc}\u{df}\u{1e9e}\u{20ac}\u{a7}\u{201e}\u{201c}\u{2013}\u{2026}\u{2264}\
                      \u{2265}\u{2248}\u{2192}\u{2212}\u{d7}\u{b7}\u{2713}\u{2610}\u{a0}\u{202f}\u{ad}\u{25a1}";
        for character in needed.chars() {
            assert!(typeface.covers(character), "{character:?}");
        }
    }

    #[test]
    fn no_two_characters_share_a_glyph() {
        let font = font(Face::Regular);
        let mut owners = BTreeMap::new();
        for character in ' '..'\u{3000}' {
            if let Some(id) = font.glyph_index(character) {
                assert_eq!(owners.insert(id.0, character), None, "{character:?} shares a glyph");
            }
        }
    }

    #[test]
    fn figures_are_all_as_wide_as_each_other() {
        let typeface = Typeface::default();
        for face in Face::ALL {
            assert!((typeface.width(face, 10.0, "1111") - typeface.width(face, 10.0, "7407")).abs() < 1e-9);
        }
    }

    #[test]
    fn letters_are_kerned() {
        let typeface = Typeface::default();
        let apart = typeface.width(Face::Regular, 10.0, "A") + typeface.width(Face::Regular, 10.0, "V");
        assert!(typeface.width(Face::Regular, 10.0, "AV") < apart - 0.1);
        let glyphs = typeface.glyphs(Face::Regular, "AV");
        assert!(glyphs[0].kern < 0);
    }
}
