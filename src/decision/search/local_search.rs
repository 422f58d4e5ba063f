//! Good selections to start from: local search by single steps and by pairs that need each other.

use super::candidate::{Candidate, Step};
use super::domain::Domain;
use super::problem::Problem;
use crate::decision::Selection;

/// Two steps at most, taken together.
type Move = ([Step; 2], usize);

fn single(step: Step) -> Move {
    ([step; 2], 1)
}

/// Improves a selection until no single step and no pair of steps helps.
pub(super) fn descend(problem: &Problem, start: &Selection) -> (f64, Selection) {
    descend_with(problem, start, &|_| 0.0)
}

/// The same where something comes on top of the value of a candidate, never less than nothing.
pub(super) fn descend_with(
    problem: &Problem,
    start: &Selection,
    beyond: &dyn Fn(&Candidate) -> f64,
) -> (f64, Selection) {
    let mut candidate = Candidate::at(problem, &problem.tidied(start));
    let mut value = candidate.value() + beyond(&candidate);
    loop {
        let steps = steps(problem, candidate.selection());
        let mut next = best_of(&mut candidate, &steps, value - SLIGHT, beyond);
        if next.is_none() {
            let pairs = pairs(problem, candidate.selection());
            next = best_of(&mut candidate, &pairs, value - SLIGHT, beyond);
        }
        let Some((better, (steps, count))) = next else {
            return (value, problem.tidied(candidate.selection()));
        };
        candidate.take(&steps[..count]);
        candidate.keep();
        value = better;
    }
}

/// Gains up to this are none, euros a year.
const SLIGHT: f64 = 1e-9;

/// The move that leads lowest, the first of several; none where none leads below `limit`.
fn best_of(
    candidate: &mut Candidate,
    moves: &[Move],
    limit: f64,
    beyond: &dyn Fn(&Candidate) -> f64,
) -> Option<(f64, Move)> {
    let mut best = None;
    let mut limit = limit;
    for it in moves {
        if let Some(value) = candidate.try_below_with(&it.0[..it.1], limit, beyond) {
            best = Some((value, *it));
            limit = value;
        }
    }
    best
}

/// One field in another state, or one bundle more or less.
fn steps(problem: &Problem, from: &Selection) -> Vec<Move> {
    let mut moves = Vec::new();
    for (at, field) in problem.fields.iter().enumerate().filter(|(_, it)| it.fixed.is_none()) {
        let count = u8::try_from(field.choices.len()).unwrap_or(u8::MAX);
        let others = (0..=count).filter(|state| *state != from.states[at]);
        moves.extend(others.map(|state| single(Step::State(at, state))));
    }
    moves.extend((0..problem.parcels.len()).map(|at| single(Step::Pack(at, !from.has_pack(at)))));
    moves
}

/// A measure and one it leans on, both bought; a bundle in place of another.
fn pairs(problem: &Problem, from: &Selection) -> Vec<Move> {
    let mut moves = Vec::new();
    let up = |field: usize| {
        let count =
            if problem.fields[field].fixed.is_some() { 0 } else { problem.fields[field].choices.len() };
        (1..=count.min(2)).filter_map(|it| u8::try_from(it).ok())
    };
    for (measure, leanings) in problem.loss.factored.leanings.iter().enumerate() {
        for (on, _) in leanings {
            let (Some(a), Some(b)) = (problem.field_of[measure], problem.field_of[*on]) else { continue };
            if a == b {
                continue;
            }
            for one in up(a) {
                moves.extend(up(b).map(|other| ([Step::State(a, one), Step::State(b, other)], 2)));
            }
        }
    }
    // A bundle together with the tiers it makes idle, and the other way round.
    for at in 0..problem.parcels.len() {
        let (bought, bit) = (!from.has_pack(at), 1_u64 << at);
        for (place, field) in problem.fields.iter().enumerate() {
            if field.packs & bit == 0 || field.fixed.is_some() {
                continue;
            }
            if bought && from.states[place] != 0 {
                moves.push(([Step::Pack(at, true), Step::State(place, 0)], 2));
            } else if !bought && from.states[place] == 0 {
                moves.extend(up(place).map(|state| ([Step::Pack(at, false), Step::State(place, state)], 2)));
            }
        }
    }
    let count = problem.parcels.len();
    for out in (0..count).filter(|it| from.has_pack(*it)) {
        let others = (0..count).filter(|it| !from.has_pack(*it));
        moves.extend(others.map(|into| ([Step::Pack(out, false), Step::Pack(into, true)], 2)));
    }
    moves
}

/// A descend from the best of quick starts: from nothing and from each bundle alone.
pub(super) fn descend_from_everywhere(problem: &Problem) -> (f64, Selection) {
    let nothing = problem.nothing();
    let whole = Domain::whole(problem);
    let starts = (0..problem.parcels.len()).map(|at| nothing.with_pack(at, true));
    let mut candidate = Candidate::at(problem, &nothing);
    let settled = std::iter::once(nothing.clone()).chain(starts).map(|it| {
        candidate.go_to(&it);
        (settle(&mut candidate, &whole, PASSES_AT_START), candidate.selection().clone())
    });
    let best =
        settled.min_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1))).expect("nothing is a start");
    descend(problem, &best.1)
}

/// Passes from a start that may be far from good.
const PASSES_AT_START: usize = 3;

/// What a step of [`settle`] is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Pack(usize),
    Field(usize),
}

/// Improves where the search stands, inside a domain, by accepting every single step that helps, in a few passes:
/// cheaper than [`descend`] and nearly as good. Returns the value.
pub(super) fn settle(candidate: &mut Candidate, domain: &Domain, passes: usize) -> f64 {
    let mut value = candidate.value();
    // Where the last step was accepted; a pass that gets there again without accepting any has seen them all.
    let mut last = None;
    for pass in 0..passes {
        let before = value;
        let packs = (0..64).filter(|at| domain.packs_open >> at & 1 == 1).map(Place::Pack);
        let fields = (0..domain.allowed.len()).filter(|at| !domain.allowed[*at].is_power_of_two());
        for place in packs.chain(fields.map(Place::Field)) {
            let held = value;
            match place {
                Place::Pack(at) => {
                    let step = Step::Pack(at, !candidate.selection().has_pack(at));
                    accept(candidate, step, &mut value);
                }
                Place::Field(field) => {
                    for state in domain.states(field) {
                        if state != candidate.selection().states[field] {
                            accept(candidate, Step::State(field, state), &mut value);
                        }
                    }
                }
            }
            if value < held {
                last = Some((pass, place));
            } else if last.is_some_and(|it| it.0 < pass && it.1 == place) {
                return value;
            }
        }
        if value >= before {
            break;
        }
    }
    value
}

fn accept(candidate: &mut Candidate, step: Step, value: &mut f64) {
    if let Some(its) = candidate.take_below(&[step], *value) {
        candidate.keep();
        *value = its;
    }
}
