//! Good selections to start from: local search by single steps and by pairs that need each other.

use super::domain::Domain;
use super::problem::Problem;
use crate::decision::Selection;

/// Improves a selection until no single step and no pair of steps helps.
pub(super) fn climb(problem: &Problem, start: &Selection) -> (f64, Selection) {
    let mut best = (problem.value(start), start.clone());
    loop {
        let single = steps(problem, &best.1);
        let next = best_of(problem, single).filter(|it| it.0 < best.0 - 1e-9);
        let next =
            next.or_else(|| best_of(problem, pairs(problem, &best.1)).filter(|it| it.0 < best.0 - 1e-9));
        match next {
            Some(better) => best = better,
            None => return (best.0, problem.tidied(&best.1)),
        }
    }
}

fn best_of(problem: &Problem, moves: impl Iterator<Item = Selection>) -> Option<(f64, Selection)> {
    moves.map(|it| (problem.value(&it), it)).min_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)))
}

/// One field in another state, or one bundle more or less.
fn steps<'a>(problem: &'a Problem, from: &'a Selection) -> impl Iterator<Item = Selection> + 'a {
    let fields = problem.fields.iter().enumerate().filter(|(_, it)| !it.declined);
    let states = fields.flat_map(move |(field, it)| {
        let count = u8::try_from(it.choices.len()).unwrap_or(u8::MAX);
        (0..=count)
            .filter(move |state| *state != from.states[field])
            .map(move |it| from.with_state(field, it))
    });
    let packs = (0..problem.parcels.len()).map(|at| {
        let next = from.with_pack(at, !from.has_pack(at));
        problem.tidied(&next)
    });
    states.chain(packs)
}

/// A measure and one it leans on, both bought; a bundle in place of another.
fn pairs<'a>(problem: &'a Problem, from: &'a Selection) -> impl Iterator<Item = Selection> + 'a {
    let leanings = problem.worth.kernel.leanings.iter().enumerate();
    let both = leanings.flat_map(|(measure, on)| on.iter().map(move |it| (measure, it.0)));
    let both = both.filter_map(|(a, b)| Some((problem.field_of[a]?, problem.field_of[b]?)));
    let both = both.filter(|(a, b)| a != b && !problem.fields[*a].declined && !problem.fields[*b].declined);
    let bought = both.flat_map(move |(a, b)| {
        let up = |field: usize| {
            let count = problem.fields[field].choices.len();
            (1..=count.min(2)).filter_map(|it| u8::try_from(it).ok())
        };
        up(a).flat_map(move |one| up(b).map(move |other| from.with_state(a, one).with_state(b, other)))
    });
    let count = problem.parcels.len();
    let swaps = (0..count).filter(|it| from.has_pack(*it)).flat_map(move |out| {
        let others = (0..count).filter(|it| !from.has_pack(*it));
        others.map(move |into| problem.tidied(&from.with_pack(out, false).with_pack(into, true)))
    });
    bought.chain(swaps)
}

/// A climb from the best of quick starts: from nothing and from each bundle alone.
pub(super) fn climb_from_everywhere(problem: &Problem) -> (f64, Selection) {
    let nothing = problem.nothing();
    let whole = Domain::whole(problem);
    let starts = (0..problem.parcels.len()).map(|at| nothing.with_pack(at, true));
    let settled = std::iter::once(nothing.clone()).chain(starts).map(|it| {
        let end = settle(problem, &whole, &it, PASSES_AT_START);
        (problem.value(&end), end)
    });
    let best =
        settled.min_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1))).expect("nothing is a start");
    climb(problem, &problem.tidied(&best.1))
}

/// Passes from a start that may be far from good.
const PASSES_AT_START: usize = 6;
/// Passes from a start that was good before its domain was cut.
pub(super) const PASSES_IN_PART: usize = 2;

/// Improves a selection inside a domain by accepting every single step that helps, in a few passes: cheaper than
/// [`climb`] and nearly as good.
pub(super) fn settle(problem: &Problem, domain: &Domain, start: &Selection, passes: usize) -> Selection {
    let mut best = domain.nearest(start);
    let mut value = problem.value(&best);
    for _ in 0..passes {
        let before = value;
        for at in 0..problem.parcels.len() {
            if domain.packs_open >> at & 1 == 1 {
                let next = best.with_pack(at, !best.has_pack(at));
                accept(problem, next, &mut best, &mut value);
            }
        }
        for field in 0..problem.fields.len() {
            for state in domain.states(field) {
                if state != best.states[field] {
                    let next = best.with_state(field, state);
                    accept(problem, next, &mut best, &mut value);
                }
            }
        }
        if value >= before {
            break;
        }
    }
    best
}

fn accept(problem: &Problem, next: Selection, best: &mut Selection, value: &mut f64) {
    let its = problem.value(&next);
    if its < *value {
        (*best, *value) = (next, its);
    }
}
