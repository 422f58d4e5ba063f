//! How far along, and how long still.

use super::machine::Focus;
use super::{Interview, ProfileItem};
use crate::model::{Answer, Question};

/// Progress of an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The item on screen, counted from one.
    pub position: usize,
    /// Items in all. It may shrink when an answer closes a branch; it never grows by answering.
    pub total: usize,
    /// Time the remaining items usually take, seconds.
    pub seconds_left: u32,
    /// Questions answered, not counting facts about the company.
    pub answered: usize,
    /// Questions of which nobody knew the answer.
    pub unknown: usize,
}

impl Progress {
    /// The same in minutes, rounded up.
    pub fn minutes_left(&self) -> u32 {
        self.seconds_left.div_ceil(60)
    }
}

impl Interview<'_> {
    /// How far along.
    pub fn progress(&self) -> Progress {
        // The reserve is still to be asked, and with it how rare a larger loss has to be.
        let may_follow = |it: ProfileItem| {
            it == ProfileItem::Tolerance
                && !self.is_from_outside()
                && !self.passed.contains(&ProfileItem::Reserve)
        };
        let facts: Vec<ProfileItem> =
            ProfileItem::ALL.into_iter().filter(|it| self.is_asked(*it) || may_follow(*it)).collect();
        let open_facts = facts.iter().filter(|it| !self.passed.contains(it));
        let mut seconds_left: u32 = open_facts.clone().map(|it| it.seconds()).sum();
        let open_facts = open_facts.count();
        let sequence = self.sequence();
        let (done, left): (Vec<&Question>, Vec<&Question>) =
            sequence.iter().map(|index| &self.catalogue.questions[*index]).partition(|it| self.is_done(it));
        let left: Vec<&Question> = left.into_iter().take(self.allowance).collect();
        seconds_left += left.iter().map(|it| it.seconds).sum::<u32>();
        let total = facts.len() + done.len() + left.len();
        let position = match self.focus {
            Focus::Trail(position) => {
                self.trail.iter().take(position + 1).filter(|it| self.applies(it)).count()
            }
            Focus::Next => (total - open_facts - left.len() + 1).min(total),
        };
        let said = self
            .standings
            .open(self.catalogue)
            .filter_map(|it| Some(self.draft.records.get(&it.id)?.best(it)));
        let (unknown, known): (Vec<&Answer>, Vec<&Answer>) = said.partition(|it| **it == Answer::Unknown);
        Progress { position, total, seconds_left, answered: known.len(), unknown: unknown.len() }
    }
}
