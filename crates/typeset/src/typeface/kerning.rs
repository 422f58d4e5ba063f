//! Pair kerning from the font's GPOS table.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicI16, Ordering};

use ttf_parser::GlyphId;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};

/// The pair adjustments of a face's `kern` feature.
pub(super) struct Kerning<'a> {
    subtables: Vec<PairAdjustment<'a>>,
    /// Per left glyph, what its pair with each glyph adds, once it was looked up: a report repeats the same few hundred
    /// pairs of some hundred glyphs. Whoever comes first writes what everybody would write.
    known: Vec<OnceLock<Vec<AtomicI16>>>,
}

/// Stands for a pair not yet looked up; no pair is kerned by 32 times the size.
const UNKNOWN: i16 = i16::MIN;

impl<'a> Kerning<'a> {
    pub(super) fn of(font: &ttf_parser::Face<'a>) -> Option<Self> {
        let table = font.tables().gpos?;
        // `tools/fonts/subset.py` leaves the feature `kern` alone, so every pair lookup belongs to it.
        let subtables: Vec<_> = table
            .lookups
            .into_iter()
            .flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable<'a>>())
            .filter_map(|subtable| match subtable {
                PositioningSubtable::Pair(pair) => Some(pair),
                _ => None,
            })
            .collect();
        if subtables.is_empty() {
            return None;
        }
        let glyphs = usize::from(font.number_of_glyphs());
        Some(Self { subtables, known: (0..glyphs).map(|_| OnceLock::new()).collect() })
    }

    /// What the pair adds to the advance of its left glyph, in font units.
    pub(super) fn between(&self, left: u16, right: u16) -> i32 {
        let row = || (0..self.known.len()).map(|_| AtomicI16::new(UNKNOWN)).collect();
        let known = &self.known[usize::from(left)].get_or_init(row)[usize::from(right)];
        let kern = match known.load(Ordering::Relaxed) {
            UNKNOWN => {
                let kern = self.look_up(GlyphId(left), GlyphId(right)).unwrap_or_default();
                known.store(kern, Ordering::Relaxed);
                kern
            }
            kern => kern,
        };
        i32::from(kern)
    }

    /// The first subtable that covers the left glyph and knows the pair decides (OpenType, GPOS lookup type 2).
    fn look_up(&self, left: GlyphId, right: GlyphId) -> Option<i16> {
        for subtable in &self.subtables {
            let Some(row) = subtable.coverage().get(left) else { continue };
            match subtable {
                PairAdjustment::Format1 { sets, .. } => {
                    if let Some((first, _)) = sets.get(row).and_then(|set| set.get(right)) {
                        return Some(first.x_advance);
                    }
                }
                PairAdjustment::Format2 { classes, matrix, .. } => {
                    let pair = (classes.0.get(left), classes.1.get(right));
                    return matrix.get(pair).map(|(first, _)| first.x_advance);
                }
            }
        }
        None
    }
}
