//! Two assessments side by side: what changed, why, and what each measure brought or lost.

use super::moves::{Move, moves};
use super::side::{Incomparable, Side, World};
use super::{Cause, ContentNews, Figures, Split, content_news, split};

/// Two assessments side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The figures of the old side.
    pub old: Figures,
    /// The figures of the new side.
    pub new: Figures,
    /// The difference and its causes.
    pub change: Split,
    /// What every measure that moved did to the expected loss, the largest first.
    pub moves: Vec<Move>,
    /// What the newer content says that the older one did not.
    pub news: Vec<ContentNews>,
}

impl Comparison {
    /// The same, where the old side was told other figures than today's reckoning of its answers: the difference is what
    /// the model changed.
    #[must_use]
    pub fn since(mut self, told: Figures) -> Self {
        let model = self.old - told;
        self.change.parts[Cause::Model as usize] = model;
        self.change.total = self.change.total + model;
        self.old = told;
        self
    }

    /// True where not one figure moved.
    pub fn is_unchanged(&self) -> bool {
        self.change.total == Figures::default() && self.moves.is_empty()
    }
}

/// Which causes differ between two sides.
///
/// One program reckons both sides, so the way of reckoning differs only from a report of an earlier one
/// ([`Comparison::since`]).
fn changed(old: &Side, new: &Side) -> [bool; 5] {
    let mut changed = [false; 5];
    changed[Cause::Company as usize] = old.answers.company != new.answers.company;
    changed[Cause::Answers as usize] = old.answers.records != new.answers.records;
    changed[Cause::Ageing as usize] = old.date != new.date;
    changed[Cause::Catalogue as usize] = old.catalogue != new.catalogue;
    changed
}

/// Lays two assessments side by side and splits their difference into its causes.
pub fn compare(old: &Side, new: &Side) -> Result<Comparison, Incomparable> {
    let pick = |is_new: bool| if is_new { new } else { old };
    let world = |is_new: [bool; 5]| {
        let company = pick(is_new[Cause::Company as usize]);
        let answers = pick(is_new[Cause::Answers as usize]);
        World {
            catalogue: pick(is_new[Cause::Catalogue as usize]).catalogue,
            answers: answers.answers,
            company: &company.answers.company,
            records: &answers.answers.records,
            date: pick(is_new[Cause::Ageing as usize]).date,
        }
    };
    let change = split(changed(old, new), |is_new| world(is_new).figures())?;
    Ok(Comparison {
        old: World::of(old).figures()?,
        new: World::of(new).figures()?,
        change,
        moves: moves(old, new)?,
        news: content_news(old.catalogue, new.catalogue, &new.answers.company, &new.answers.records),
    })
}
