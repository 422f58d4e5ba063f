//! A part of the search space: which states and bundles are still allowed.

use super::problem::{Field, Problem};
use crate::decision::Selection;

/// States allowed per field, bundles decided and open.
#[derive(Clone, Debug)]
pub(super) struct Domain {
    /// One bit per state.
    pub allowed: Vec<u32>,
    pub packs_in: u64,
    pub packs_open: u64,
}

impl Domain {
    /// Everything.
    pub fn whole(problem: &Problem) -> Self {
        let all = |it: &Field| it.fixed.map_or((1_u32 << (it.choices.len() + 1)) - 1, |state| 1 << state);
        let allowed = problem.fields.iter().map(all).collect();
        let count = problem.parcels.len();
        let packs_open = if count >= 64 { u64::MAX } else { (1_u64 << count) - 1 };
        Self { allowed, packs_in: 0, packs_open }
    }

    pub fn allows(&self, field: usize, state: u8) -> bool {
        self.allowed[field] >> state & 1 == 1
    }

    /// The states allowed, ascending.
    pub fn states(&self, field: usize) -> impl Iterator<Item = u8> + use<> {
        let bits = self.allowed[field];
        (0..32).filter(move |it| bits >> it & 1 == 1)
    }

    /// The nearest selection inside: disallowed states become the smallest allowed one.
    pub fn nearest(&self, selection: &Selection) -> Selection {
        let mut next = selection.clone();
        next.packs = (next.packs & self.packs_open) | self.packs_in;
        for (field, state) in next.states.iter_mut().enumerate() {
            if !self.allows(field, *state) {
                *state = self.states(field).next().unwrap_or(0);
            }
        }
        next
    }

    /// The part in which a field has one state.
    #[must_use]
    pub fn with_state(&self, field: usize, state: u8) -> Self {
        let mut part = self.clone();
        part.allowed[field] = 1 << state;
        part
    }

    /// The part in which a bundle is decided.
    #[must_use]
    pub fn with_pack(&self, at: usize, bought: bool) -> Self {
        let mut part = self.clone();
        part.packs_open &= !(1 << at);
        if bought {
            part.packs_in |= 1 << at;
        }
        part
    }
}
