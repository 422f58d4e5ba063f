//! The rooms of the search, each by its promise, on a problem small enough to see through.

use super::branch::{Effort, Search};
use super::cache::Cache;
use super::candidate::{Candidate, Step};
use super::domain::Domain;
use super::local_search::descend;
use super::problem::{Burden, Choice, Field, Floor, Problem};
use super::relaxation::Relaxer;
use super::valued_loss::{Valuation, ValuedLoss};
use crate::decision::Selection;
use crate::risk::{Leaning, Line, Row, Structure};

/// Measures of the problem, the last two of which exclude each other.
const MEASURES: usize = 6;

/// Two scenarios; measure 1 leans on measure 0; two bundles.
fn small() -> Problem {
    let line = |id: &str, frequency: f64, median: f64| Line {
        scenario: id.into(),
        frequency,
        frequency_cv2: 1.0,
        median,
        sigma: 1.5,
        cap: 1e6,
        attack: true,
    };
    let row = |reductions: &[(usize, f64)], group: bool| {
        let mut actors: Vec<Vec<(usize, f64)>> = reductions.iter().map(|it| vec![*it]).collect();
        if group {
            actors.push(vec![(4, 0.3), (5, 0.5)]);
        }
        Row { actors, residual: 0.1 }
    };
    let structure = Structure {
        leanings: vec![Leaning { measure: 1, on: 0, attenuation: 0.3 }],
        rows: vec![
            row(&[(0, 0.4), (1, 0.5), (2, 0.2)], true),
            row(&[(3, 0.5)], false),
            row(&[(1, 0.6), (2, 0.3)], true),
            row(&[(0, 0.2), (3, 0.4)], false),
        ],
        overlap: 0.8,
        at_factor_one: vec![line("a", 0.2, 20_000.0), line("b", 0.5, 4_000.0)],
    };
    let valuation = Valuation { loading: 0.08, threshold: 15_000.0 };
    let burden = |money: f64| Burden { money, hours: 2.0, attention: 0.5, below: 0.0 };
    let choices = |measure: usize| {
        let tiers = [(0.5, 120.0), (0.9, 700.0)];
        tiers.map(|(degree, money)| Choice {
            measure,
            degree,
            burden: burden(money * (1.0 + 0.3 * measure as f64)),
        })
    };
    let field = |members: &[usize], packs: u64| Field {
        members: members.to_vec(),
        choices: members.iter().flat_map(|it| choices(*it)).collect(),
        floors: Vec::new(),
        packs,
        fixed: None,
    };
    let fields =
        vec![field(&[0], 0b01), field(&[1], 0b11), field(&[2], 0), field(&[3], 0b10), field(&[4, 5], 0)];
    let supplied =
        [vec![(0b01, 0.5)], vec![(0b01, 0.5), (0b10, 0.9)], vec![], vec![(0b10, 0.5)], vec![], vec![]];
    let loss = ValuedLoss::new(&structure, MEASURES, valuation);
    Problem::of_parts(loss, vec![0.0; MEASURES], fields, vec![burden(180.0), burden(800.0)], supplied.into())
}

/// Every selection.
fn all(problem: &Problem) -> Vec<Selection> {
    let mut all = vec![problem.nothing()];
    for (at, field) in problem.fields.iter().enumerate() {
        let states = 0..=u8::try_from(field.choices.len()).expect("few");
        all = states.flat_map(|state| all.iter().map(move |it| it.with_state(at, state))).collect();
    }
    (0..4).flat_map(|packs| all.iter().map(move |it| Selection { packs, ..it.clone() })).collect()
}

#[test]
fn a_candidate_is_worth_the_same_whichever_way_it_was_reached() {
    let problem = small();
    let mut walking = Candidate::at(&problem, &problem.nothing());
    for selection in all(&problem).iter().step_by(37) {
        walking.go_to(selection);
        assert_eq!(walking.value().to_bits(), Candidate::at(&problem, selection).value().to_bits());
    }
}

#[test]
fn steps_that_are_taken_back_leave_no_trace() {
    let problem = small();
    let mut candidate = Candidate::at(&problem, &all(&problem)[100]);
    let (before, selection) = (candidate.value(), candidate.selection().clone());
    for at in 0..2 {
        candidate.take(&[Step::Pack(at, true), Step::State(0, 1)]);
        candidate.take_back();
    }
    assert_eq!(candidate.value().to_bits(), before.to_bits());
    assert_eq!(candidate.selection(), &selection);
}

#[test]
fn no_selection_is_worth_less_than_the_bound_of_its_domain() {
    let problem = small();
    let every = all(&problem);
    let least = every.iter().map(|it| Candidate::at(&problem, it).value()).fold(f64::INFINITY, f64::min);
    for reference in every.iter().step_by(101) {
        let candidate = Candidate::at(&problem, reference);
        let mut cache = Cache::new(&problem.loss.factored);
        let relaxed = Relaxer::relax(&problem, &Domain::whole(&problem), &candidate, &mut cache);
        assert!(relaxed.bound <= least * (1.0 + 1e-9), "{} above {least}", relaxed.bound);
    }
}

#[test]
fn the_search_finds_the_best_of_all_selections_and_proves_it() {
    let problem = small();
    let least =
        all(&problem).iter().map(|it| Candidate::at(&problem, it).value()).fold(f64::INFINITY, f64::min);
    let effort = Effort { nodes: 500, tolerance: 1e-6, keep: 5, passes: 1 };
    let found = Search::new(&problem, effort).run(&[problem.nothing()]);
    assert!((found.best[0].0 - least).abs() < 1e-6 * least, "{} against {least}", found.best[0].0);
    assert!(found.gap() < 1e-5, "{}", found.gap());
}

#[test]
fn a_selection_below_a_hard_floor_is_never_within() {
    let plain = small();
    let mut floored = small();
    floored.set_floors(&[Floor { measure: 2, degree: 0.9, charge: None }]);
    assert!(!floored.appraise(&floored.nothing()).within);
    assert!(floored.appraise(&descend(&floored, &floored.nothing()).1).within, "a descent reaches the floor");
    floored.set_floors(&[Floor { measure: 2, degree: 0.9, charge: Some(5.0) }]);
    let (open, without) = (floored.appraise(&floored.nothing()), plain.appraise(&plain.nothing()));
    assert!(open.within && (open.plain - without.plain - 5.0).abs() < 1e-9);
}
