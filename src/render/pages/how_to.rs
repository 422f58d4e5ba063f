//! The first steps of the plan as sheets to work from.

use super::Page;
use crate::german::handouts::how_to as words;
use crate::german::ledger::Ledger;
use crate::render::handouts::how_to;
use crate::report::sheets;
use typeset::document::{Block, Section, Start};

const ANCHOR: &str = "how-to";
/// Sheets in the report; the paper of its own holds all.
const MOST_SHEETS: usize = 10;

/// The sheets, or nothing where the plan does nothing.
pub(super) fn section(page: &Page<'_>) -> Option<Section> {
    let sheets = sheets(page.catalogue, page.report);
    if sheets.is_empty() {
        return None;
    }
    let lead = words::section_lead(sheets.len().min(MOST_SHEETS), sheets.len());
    let mut blocks = vec![Block::lead(lead)];
    let ledger = Ledger::of(page.report);
    let shown = sheets.iter().take(MOST_SHEETS);
    blocks.extend(shown.map(|it| how_to::of_plan(page.catalogue, page.report, &ledger, it)));
    blocks.push(Block::note(words::NOTE));
    Some(Section {
        aside: None,
        anchor: ANCHOR.into(),
        kicker: None,
        title: words::SECTION.into(),
        bookmark: None,
        start: Start::Below,
        blocks,
    })
}
