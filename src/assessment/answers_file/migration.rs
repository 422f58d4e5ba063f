//! How older answers files are read.
//!
//! **Formats.** The number in `format` says which keys a file may have. A program reads every format up to its own and
//! writes its own. Released so far:
//!
//! | format | since | read by | what the step to the next one does |
//! | --- | --- | --- | --- |
//! | 1 | program 0.1 | [`super::read`] | newest |
//!
//! When format 2 comes, the reader of format 1 moves here unchanged and hands its draft on;
//! `tests/formats/answers-1.waage.toml` stays and is read by `tests/it/formats.rs`.
//!
//! **Content.** Ids outlive wording. What a later content version withdrew keeps its meaning through its successor: a
//! decision or price for a withdrawn measure holds for the measure that took its place, a withdrawn segment is read as
//! its successor, an answer to a withdrawn question counts until the successor is answered
//! ([`crate::assessment::Standing::Withdrawn`]) and is shown beside it in a repetition. What the file itself says about
//! the successor goes first. Ids without a successor stay in the file and count for nothing.

use std::collections::BTreeMap;

use crate::model::{Catalogue, MeasureId, SegmentId, SubTradeId};

/// Version of the file's shape.
pub const FORMAT: i64 = 1;

/// The measure that stands for a withdrawn one.
pub fn measure(catalogue: &Catalogue, withdrawn: &str) -> Option<MeasureId> {
    catalogue.successors.measures.get(withdrawn).cloned()
}

/// The sub-trade that stands for a withdrawn one.
pub fn sub_trade(catalogue: &Catalogue, withdrawn: &str) -> Option<SubTradeId> {
    catalogue.successors.sub_trades.get(withdrawn).cloned()
}

/// The segment that stands for a withdrawn one.
pub fn segment(catalogue: &Catalogue, withdrawn: &str) -> Option<SegmentId> {
    catalogue.successors.segments.get(withdrawn).cloned()
}

/// Adds what a file says about a measure; what it says about a successor by name goes before what it says about the
/// withdrawn one.
pub fn add<T>(all: &mut BTreeMap<MeasureId, T>, named: &str, measure: MeasureId, entry: T) {
    if measure.as_str() == named {
        all.insert(measure, entry);
    } else {
        all.entry(measure).or_insert(entry);
    }
}
