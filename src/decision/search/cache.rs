//! What actors contribute at degrees met before: a search comes back to the same few again and again.

use super::factored::FactoredLoss;

/// Most sets of degrees kept per actor; more are hardly ever in use at a time.
const MOST: usize = 16;

/// The contributions of every actor at the degrees met last.
#[derive(Clone, Debug, Default)]
pub(super) struct Cache {
    shelves: Vec<Shelf>,
}

/// One actor's: the degrees it heeds, then what it contributes to each of its rows, entry after entry.
#[derive(Clone, Debug, Default)]
struct Shelf {
    entries: Vec<f64>,
    /// The entry that is replaced next once the shelf is full.
    next: usize,
}

impl Cache {
    pub fn new(factored: &FactoredLoss) -> Self {
        Self { shelves: vec![Shelf::default(); factored.actors.len()] }
    }

    /// What an actor contributes to each of its rows at these degrees, in the order of its acts.
    pub fn contributions(&mut self, factored: &FactoredLoss, at: usize, degrees: &[f64]) -> &[f64] {
        let (actor, shelf) = (&factored.actors[at], &mut self.shelves[at]);
        let heeds = actor.heeds.len();
        let size = heeds + actor.acts.len();
        let is_known = |entry: &[f64]| {
            actor.heeds.iter().zip(entry).all(|(measure, it)| degrees[*measure].to_bits() == it.to_bits())
        };
        let place = shelf.entries.chunks_exact(size).position(is_known).unwrap_or_else(|| {
            let place = if shelf.entries.len() < MOST * size {
                shelf.entries.resize(shelf.entries.len() + size, 0.0);
                shelf.entries.len() / size - 1
            } else {
                shelf.next = (shelf.next + 1) % MOST;
                shelf.next
            };
            let (key, into) = shelf.entries[place * size..][..size].split_at_mut(heeds);
            key.iter_mut().zip(&actor.heeds).for_each(|(it, measure)| *it = degrees[*measure]);
            factored.contributions(actor, degrees, into);
            place
        });
        &shelf.entries[place * size..][heeds..size]
    }
}
