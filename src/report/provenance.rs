//! What a report was made from, so that anyone can make it again.

use jiff::civil::Date;

use crate::model::{Answers, Catalogue, ContentVersion};

/// Version of the way of reckoning (`docs/method.md`). It changes when a figure for the same input may change; the
/// changelog says by how much.
pub const MODEL_VERSION: u32 = 2;

/// What a report was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// Day of reckoning.
    pub date: Date,
    /// Version of the program.
    pub program: &'static str,
    /// Version of the way of reckoning.
    pub model: u32,
    /// The content reckoned with.
    pub content: ContentVersion,
    /// Version of the content the answers were given to.
    pub answered_with: String,
    /// Oldest and newest answer up to the day of reckoning.
    pub answered: Option<(Date, Date)>,
    /// Answers with a later day: mistyped, or reckoned for the past.
    pub answered_later: usize,
}

/// Where a report comes from.
pub fn provenance(catalogue: &Catalogue, answers: &Answers, date: Date) -> Provenance {
    Provenance {
        date,
        program: env!("CARGO_PKG_VERSION"),
        model: MODEL_VERSION,
        content: catalogue.version.clone(),
        answered_with: answers.content.clone(),
        answered: answers.date_range(date),
        answered_later: answers.records.values().filter(|it| it.date > date).count(),
    }
}
