//! Pair kerning from the font's GPOS table.

use std::cell::RefCell;
use std::collections::BTreeMap;

use ttf_parser::GlyphId;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};

/// The pair adjustments of a face's `kern` feature.
pub(super) struct Kerning<'a> {
    subtables: Vec<PairAdjustment<'a>>,
    /// Pairs that were looked up: a report repeats the same few hundred.
    known: RefCell<BTreeMap<(u16, u16), i32>>,
}

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
        Some(Self { subtables, known: RefCell::default() })
    }

    /// What the pair adds to the advance of its left glyph, in font units.
    pub(super) fn between(&self, left: u16, right: u16) -> i32 {
        let look_up = || self.look_up(GlyphId(left), GlyphId(right)).unwrap_or_default();
        *self.known.borrow_mut().entry((left, right)).or_insert_with(|| i32::from(look_up()))
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
