//! A set of purchases.

/// Which tier of each unit and which bundles are bought; only meaningful with its [`super::Offers`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Selection {
    /// Per unit: 0 for nothing, `i` for its `i`-th offer.
    pub states: Vec<u8>,
    /// One bit per bundle offered.
    pub packs: u64,
}

impl Selection {
    /// True where the bundle is bought.
    pub fn has_pack(&self, at: usize) -> bool {
        self.packs >> at & 1 == 1
    }

    /// The selection with one unit in another state.
    #[must_use]
    pub fn with_state(&self, unit: usize, state: u8) -> Self {
        let mut next = self.clone();
        next.states[unit] = state;
        next
    }

    /// The selection with one bundle bought or not.
    #[must_use]
    pub fn with_pack(&self, at: usize, bought: bool) -> Self {
        let bit = 1_u64 << at;
        Self { states: self.states.clone(), packs: if bought { self.packs | bit } else { self.packs & !bit } }
    }
}
