//! Laws of the decision on random firms, with ten measures so that many can be asked.

use jiff::civil::date;
use proptest::prelude::*;
use waage::catalogue::{embedded, resolve};
use waage::decision::{Goal, Offers, Options, best_set, decide, frontier, terms};
use waage::model::{Answers, Basis, Catalogue, Company, Degree, Kind, Posture};
use waage::risk::FirmModel;

use crate::support::ten_measures::{TEN_MEASURES, ten_measures};

const GOAL: Goal = Goal { loading: 0.08, money_eur: None, own_hours: None };

/// A random firm: its segment's place, people, and how far each measure is.
fn firms() -> impl Strategy<Value = (usize, u32, Vec<f64>)> {
    let degree = prop_oneof![Just(0.0), 0.0..1.0];
    (0..10_usize, prop_oneof![1..250_u32], prop::collection::vec(degree, 60))
}

fn answers(catalogue: &Catalogue, segment: usize, employees: u32) -> Answers {
    let segment = catalogue.segments[segment % catalogue.segments.len()].id.clone();
    Answers::unanswered("2026.1", Company::new(segment, employees))
}

fn posture(firm: &FirmModel, degrees: &[f64]) -> Posture {
    let each = firm.average_degrees().iter().enumerate().map(|(at, adoption)| {
        if firm.is_relevant(at) {
            Degree::exactly(degrees[at % degrees.len()])
        } else {
            Degree { basis: Basis::NotRelevant, ..Degree::exactly(*adoption) }
        }
    });
    Posture { degrees: each.collect() }
}

/// What the best set leaves, valued, when every price is multiplied.
fn left_at_price(factor: f64, (segment, employees, degrees): &(usize, u32, Vec<f64>)) -> f64 {
    let mut catalogue = ten_measures();
    for tier in catalogue.measures.iter_mut().flat_map(|it| &mut it.tiers) {
        for cost in [&mut tier.cost.micro, &mut tier.cost.small, &mut tier.cost.medium] {
            cost.one_off_eur = cost.one_off_eur.scaled(factor);
            cost.yearly_eur = cost.yearly_eur.scaled(factor);
            cost.own_hours_one_off = cost.own_hours_one_off.scaled(factor);
            cost.own_hours_yearly = cost.own_hours_yearly.scaled(factor);
        }
    }
    let answers = answers(&catalogue, *segment, *employees);
    let firm = FirmModel::new(&catalogue, &answers.company);
    let posture = posture(&firm, degrees);
    let terms = terms(&catalogue, &answers, date(2026, 11, 21));
    let offers = Offers::new(&catalogue, &answers, &posture, terms);
    best_set(&offers, &firm, &GOAL).unwrap().outlook.valued(GOAL.loading)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_measure_without_effect_is_worth_exactly_nothing_and_never_chosen(
        (segment, employees, degrees) in firms(),
        which in 0..TEN_MEASURES.len(),
    ) {
        let mut catalogue = ten_measures();
        for it in &mut catalogue.measures {
            if it.id.as_str() == TEN_MEASURES[which] {
                it.effects.clear();
            }
            it.prerequisites.retain(|on| on.measure.as_str() != TEN_MEASURES[which]);
        }
        let answers = answers(&catalogue, segment, employees);
        let firm = FirmModel::new(&catalogue, &answers.company);
        let posture = posture(&firm, &degrees);
        let options = Options { draws: Some(4), frontier_points: 0, ..Options::on(date(2026, 11, 21)) };
        let decision = decide(&catalogue, &answers, &posture, &firm, &options).unwrap();
        let judged = decision.measures.iter().find(|it| it.measure.as_str() == TEN_MEASURES[which]);
        if let Some(weighed) = judged.and_then(|it| it.weighed.as_ref()) {
            prop_assert!(!weighed.in_plan);
            prop_assert_eq!(weighed.balance.avoided.value, 0.0);
            prop_assert_eq!(weighed.balance.bad_year_relief, 0.0);
        }
    }

    #[test]
    fn doubled_prices_never_leave_less_risk(firm in firms()) {
        let (cheap, dear) = (left_at_price(1.0, &firm), left_at_price(2.0, &firm));
        // The search settles parts at 0.02 %.
        prop_assert!(dear >= cheap * (1.0 - 1e-3), "{} after {}", dear, cheap);
    }

    #[test]
    fn more_budget_never_gives_more_risk((segment, employees, degrees) in firms()) {
        let catalogue = ten_measures();
        let answers = answers(&catalogue, segment, employees);
        let firm = FirmModel::new(&catalogue, &answers.company);
        let posture = posture(&firm, &degrees);
        let terms = terms(&catalogue, &answers, date(2026, 11, 21));
        let offers = Offers::new(&catalogue, &answers, &posture, terms);
        let points = frontier(&offers, &firm, &GOAL, 10_000.0, 5).unwrap();
        for pair in points.windows(2) {
            let [less, more] = pair else { continue };
            prop_assert!(
                less.budget < more.budget && less.risk > more.risk,
                "{} leaves {}, {} leaves {}", less.budget, less.risk, more.budget, more.risk
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn technique_is_worth_less_without_the_people_it_leans_on((segment, employees, degrees) in firms()) {
        let mut catalogue = resolve(&embedded()).expect("the shipped content resolves");
        // What people take off themselves is left out: this is about what they give to technique.
        for it in catalogue.measures.iter_mut().filter(|it| it.kind != Kind::Technical) {
            it.effects.clear();
        }
        let answers = answers(&catalogue, segment, employees);
        let firm = FirmModel::new(&catalogue, &answers.company);
        let with = posture(&firm, &degrees).expected();
        let worth = |degrees: &[f64], place: usize| {
            let mut without = degrees.to_vec();
            without[place] = 0.0;
            firm.expected_annual_loss(&without) - firm.expected_annual_loss(degrees)
        };
        for (place, measure) in catalogue.measures.iter().enumerate() {
            if measure.kind != Kind::Technical || !firm.is_relevant(place) {
                continue;
            }
            for on in &measure.prerequisites {
                let person = catalogue.measure_index(&on.measure).unwrap();
                let carries = catalogue.measures[person].kind != Kind::Technical && firm.is_relevant(person);
                // The measure alone, so that nothing else that leans on the same person moves with it.
                let mut alone: Vec<f64> = catalogue
                    .measures
                    .iter()
                    .zip(&with)
                    .map(|(it, degree)| if it.kind == Kind::Technical { 0.0 } else { *degree })
                    .collect();
                alone[place] = with[place].max(0.1);
                let mut gone = alone.clone();
                gone[person] = 0.0;
                if carries && alone[person] > 0.0 {
                    let (before, after) = (worth(&alone, place), worth(&gone, place));
                    prop_assert!(after <= before, "{} without {}: {} after {}", measure.id, on.measure, after, before);
                }
            }
        }
    }
}
