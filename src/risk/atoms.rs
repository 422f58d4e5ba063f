//! Losses of a year that have a probability of their own: years in which every event costs an amount of
//! positive probability, such as a deductible or a cap.
//!
//! A grid smears such amounts over a cell. They are therefore found exactly and kept apart.

use super::count::Counts;
use super::severity::Atom;

/// Atoms below this probability are left to the grid.
const NEGLIGIBLE: f64 = 1e-10;

/// Most atoms kept apart; the rarest beyond are left to the grid.
const MOST: usize = 1000;

/// Components that strike more often have hardly a year of atoms alone.
const MOST_FREQUENT: f64 = 30.0;

/// Most events of one component in a year of atoms.
const MOST_EVENTS: u32 = 64;

/// The atoms of the annual loss below `end`, ascending.
pub(super) fn atoms(counts: &Counts, end: f64) -> Vec<Atom> {
    let single: Vec<Vec<Atom>> = counts
        .components
        .iter()
        .map(|it| {
            let its = if it.frequency > MOST_FREQUENT { Vec::new() } else { it.severity.atoms() };
            its.into_iter().filter(|it| it.mass > 0.0 && it.at < end).collect()
        })
        .collect();
    let alone = single.clone();
    let mut single = single;
    for link in counts.links {
        // With what it brings along, or without.
        let own = &single[link.parent];
        let joint = convolved(own, &alone[link.child], end);
        let without = own.iter().map(|it| Atom { mass: it.mass * (1.0 - link.probability), ..*it });
        let with = joint.iter().map(|it| Atom { mass: it.mass * link.probability, ..*it });
        single[link.parent] = merged(without.chain(with).collect());
    }
    let mut all: Vec<Atom> = Vec::new();
    for (climate, weight) in counts.climate.points() {
        let mut sums = vec![Atom { at: 0.0, mass: weight }];
        for (component, atoms) in counts.components.iter().zip(&single) {
            let mut probabilities = component.counts(climate);
            let none = probabilities.next().unwrap_or(0.0);
            let mut own = vec![Atom { at: 0.0, mass: none }];
            let mut powers = vec![Atom { at: 0.0, mass: 1.0 }];
            for probability in probabilities.take(MOST_EVENTS as usize) {
                powers = convolved(&powers, atoms, end);
                if powers.is_empty() {
                    break;
                }
                own.extend(powers.iter().map(|it| Atom { mass: it.mass * probability, ..*it }));
            }
            sums = convolved(&sums, &own, end);
        }
        all.extend(sums);
    }
    let mut all = merged(all);
    all.retain(|it| it.at > 0.0 && it.mass > NEGLIGIBLE);
    rarest_left_out(&mut all);
    all
}

/// Sums of one atom of each list, those from `end` on and the rarest left out.
fn convolved(one: &[Atom], other: &[Atom], end: f64) -> Vec<Atom> {
    let mut sums = Vec::with_capacity(one.len() * other.len());
    for a in one {
        let sum = |b: &Atom| Atom { at: a.at + b.at, mass: a.mass * b.mass };
        sums.extend(other.iter().map(sum).filter(|it| it.at < end && it.mass > 1e-3 * NEGLIGIBLE));
    }
    let mut sums = merged(sums);
    rarest_left_out(&mut sums);
    sums
}

/// The same atoms, ascending, equal amounts added up.
fn merged(mut atoms: Vec<Atom>) -> Vec<Atom> {
    atoms.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut all: Vec<Atom> = Vec::with_capacity(atoms.len());
    for atom in atoms {
        match all.last_mut() {
            // The same sum in another order of additions differs in the last bits.
            Some(last) if atom.at - last.at <= 1e-12 * atom.at => last.mass += atom.mass,
            _ => all.push(atom),
        }
    }
    all
}

fn rarest_left_out(atoms: &mut Vec<Atom>) {
    if atoms.len() > MOST {
        atoms.sort_by(|a, b| b.mass.total_cmp(&a.mass).then_with(|| a.at.total_cmp(&b.at)));
        atoms.truncate(MOST);
        atoms.sort_by(|a, b| a.at.total_cmp(&b.at));
    }
}

#[cfg(test)]
mod tests {
    use super::super::climate::Climate;
    use super::super::count::{Component, Counts};
    use super::super::severity::{Cover, EventLoss};
    use super::*;

    #[test]
    fn a_fixed_loss_has_an_atom_for_every_number_of_events() {
        let severity = EventLoss::new(1000.0, 0.0, f64::INFINITY);
        let part = Component { frequency: 2.0, frequency_cv2: 0.0, attack: false, severity: &severity };
        let found = atoms(&Counts::new(&[part], &[], Climate::calm()), 1e6);
        let mut poisson = libm::exp(-2.0);
        for (events, atom) in (1..8).zip(&found) {
            poisson *= 2.0 / f64::from(events);
            assert!((atom.at - 1000.0 * f64::from(events)).abs() < 1e-9);
            assert!((atom.mass - poisson).abs() < 1e-15, "{events} events");
        }
    }

    #[test]
    fn events_at_the_deductible_add_up() {
        let cover = Cover { share: 1.0, deductible: 500.0, limit: 1e9 };
        let severity = EventLoss::new(1000.0, 1.0, f64::INFINITY).under(&cover);
        let part = Component { frequency: 0.1, frequency_cv2: 0.5, attack: true, severity: &severity };
        let climate = Climate::new(0.3, 0.2).unwrap();
        let parts = [part, part];
        let found = atoms(&Counts::new(&parts, &[], climate), 1e6);
        assert!(found.iter().take(3).map(|it| it.at).eq([500.0, 1000.0, 1500.0]), "{found:?}");
        assert!(found[1].mass < 0.1 * found[0].mass);
    }
}
