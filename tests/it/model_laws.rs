//! Laws of the model: figures follow the single firm without steps, with the right signs, and doubt where there is doubt.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use waage::assessment::{in_effect, posture};
use waage::catalogue::{embedded, resolve};
use waage::decision::{Price, Terms};
use waage::model::{
    Answer, Answers, Catalogue, Company, CrownJewel, Evidence, OpenTraits, SegmentId, SizeClass, TraitId,
};
use waage::risk::{Bearable, FirmModel, Request, annual_loss, quantile};

use crate::support::worked_firms;

const DAY: Date = date(2026, 11, 30);

fn catalogue() -> Catalogue {
    resolve(&embedded()).expect("the shipped content resolves")
}

fn company(segment: &SegmentId, employees: u32, turnover_eur: Option<f64>) -> Company {
    Company { turnover_eur, ..Company::new(segment.clone(), employees) }
}

/// Expected loss at average posture.
fn of_peers(catalogue: &Catalogue, company: &Company) -> f64 {
    let firm = FirmModel::new(catalogue, company);
    firm.expected_annual_loss(firm.average_degrees())
}

fn of_answers(catalogue: &Catalogue, answers: &Answers, day: Date) -> f64 {
    let answers = in_effect(catalogue, answers);
    let degrees = posture(catalogue, &answers, day).expected();
    FirmModel::new(catalogue, &answers.company).expected_annual_loss(&degrees)
}

fn firms(catalogue: &Catalogue) -> Vec<(String, Answers)> {
    worked_firms(catalogue)
}

#[test]
fn one_more_person_raises_the_loss_by_a_tenth_at_most_where_turnover_is_known() {
    let catalogue = catalogue();
    for segment in catalogue.segments.iter().map(|it| &it.id) {
        let losses: Vec<f64> =
            (3..=249).map(|it| of_peers(&catalogue, &company(segment, it, Some(2.5e6)))).collect();
        for (at, pair) in losses.windows(2).enumerate() {
            let step = pair[1] / pair[0];
            assert!((1.0..=1.1).contains(&step), "{segment}, {} people: {step}", at + 4);
        }
    }
}

#[test]
fn without_turnover_the_loss_grows_with_people_at_most() {
    let catalogue = catalogue();
    for segment in catalogue.segments.iter().map(|it| &it.id) {
        let losses: Vec<f64> =
            (1..=249).map(|it| of_peers(&catalogue, &company(segment, it, None))).collect();
        for (at, pair) in losses.windows(2).enumerate() {
            let (step, people) = (pair[1] / pair[0], at as f64 + 1.0);
            assert!(step >= 1.0 && step <= (people + 1.0) / people + 1e-9, "{segment}, {people}: {step}");
        }
    }
}

#[test]
fn no_class_border_makes_a_step_whatever_was_answered() {
    let catalogue = catalogue();
    for (name, mut answers) in firms(&catalogue) {
        let mut at = |employees: u32| {
            answers.company.employees = employees;
            of_answers(&catalogue, &answers, DAY)
        };
        for border in [10, 50] {
            let [before, across, after] =
                [(border - 2, border - 1), (border - 1, border), (border, border + 1)]
                    .map(|(from, to)| at(to) / at(from));
            let (low, high) = (before.min(after), before.max(after));
            assert!(across >= low * 0.999 && across <= high * 1.001, "{name}, {border}: {across}");
        }
    }
}

#[test]
fn the_usual_turnover_given_changes_nothing() {
    let catalogue = catalogue();
    for segment in catalogue.segments.iter().map(|it| &it.id) {
        for employees in [2, 14, 70] {
            let unknown = company(segment, employees, None);
            let given = company(segment, employees, Some(catalogue.usual_turnover(&unknown)));
            let ratio = of_peers(&catalogue, &given) / of_peers(&catalogue, &unknown);
            assert!((ratio - 1.0).abs() < 1e-12, "{segment}, {employees}");
        }
    }
}

#[test]
fn one_item_of_digitalisation_adds_up_to_a_fifth_and_open_lies_between() {
    let catalogue = catalogue();
    for (name, answers) in firms(&catalogue) {
        for item in &catalogue.items {
            let [no, open, yes] = [Some(false), None, Some(true)].map(|state| {
                let mut answers = answers.clone();
                answers.company.digitalisation.remove(&item.id);
                answers.company.digitalisation.extend(state.map(|it| (item.id.clone(), it)));
                of_answers(&catalogue, &answers, DAY)
            });
            assert!(no <= open && open <= yes, "{name}, {}: {no}, {open}, {yes}", item.id);
            assert!(yes / no <= 1.2, "{name}, {}: {}", item.id, yes / no);
        }
    }
}

/// The same firm with a trait that is a yes, a no, or open.
fn with_trait(answers: &Answers, id: &TraitId, state: Option<bool>) -> Answers {
    let mut answers = answers.clone();
    answers.company.traits.remove(id);
    let mut open = BTreeSet::new();
    match state {
        Some(true) => answers.company.traits.extend([id.clone()]),
        Some(false) => {}
        None => open.extend([id.clone()]),
    }
    answers.company.traits_open = OpenTraits::These(open);
    answers
}

#[test]
fn a_trait_more_never_lowers_the_loss_and_open_lies_between() {
    let catalogue = catalogue();
    for (name, answers) in firms(&catalogue) {
        for it in &catalogue.traits {
            let [no, open, yes] = [Some(false), None, Some(true)]
                .map(|state| of_answers(&catalogue, &with_trait(&answers, &it.id, state), DAY));
            assert!(no <= yes * 1.001, "{name}, {}: {no}, {yes}", it.id);
            assert!(no * 0.999 <= open && open <= yes * 1.001, "{name}, {}: {no}, {open}, {yes}", it.id);
        }
    }
}

#[test]
fn nothing_ages_below_the_average_and_doubt_never_shrinks_by_waiting() {
    let catalogue = catalogue();
    for (name, answers) in firms(&catalogue) {
        let answers = in_effect(&catalogue, &answers);
        let average = FirmModel::new(&catalogue, &answers.company).average_degrees().to_vec();
        let fresh = posture(&catalogue, &answers, DAY);
        let mut before = fresh.clone();
        for years in [1, 2, 5, 20] {
            let aged = posture(&catalogue, &answers, DAY.checked_add(years.years()).unwrap());
            for (at, it) in aged.degrees.iter().enumerate() {
                let (first, last) = (&fresh.degrees[at], &before.degrees[at]);
                assert!(it.expected >= first.expected.min(average[at]) - 1e-9, "{name}, {years} years");
                assert!(it.expected <= last.expected + 1e-9, "{name}, {years} years");
                assert!(it.high - it.low >= last.high - last.low - 1e-9, "{name}, {years} years");
            }
            before = aged;
        }
    }
}

#[test]
fn an_answer_of_any_age_is_worth_no_less_than_not_knowing() {
    let catalogue = catalogue();
    for (name, answers) in firms(&catalogue) {
        let answers = in_effect(&catalogue, &answers);
        let firm = FirmModel::new(&catalogue, &answers.company);
        let size = catalogue.firm_size(&answers.company);
        for id in answers.records.keys() {
            let Some(best) = catalogue.question(id).and_then(|it| it.options.last()) else { continue };
            let degrees = |answer: Answer| {
                // The answer alone: what others say of the same measures is another matter.
                let mut alone = answers.clone();
                alone.records.retain(|it, _| it == id);
                alone.records.get_mut(id).unwrap().answer = answer;
                alone.records.get_mut(id).unwrap().also.clear();
                posture(&catalogue, &alone, DAY.checked_add(10.years()).unwrap())
            };
            let (good, unknown) = (degrees(Answer::Chosen(best.id.clone())), degrees(Answer::Unknown));
            for it in &best.informs {
                let at = catalogue.measure_index(&it.measure).unwrap();
                // Where the answer says less than the average of such firms, not knowing is worth more.
                if size.degree(&it.degree) >= firm.average_degrees()[at] {
                    let (known, open) = (good.degrees[at].expected, unknown.degrees[at].expected);
                    assert!(known >= open - 1e-9, "{name}, {id}, {}: {known}, {open}", it.measure);
                }
            }
        }
    }
}

#[test]
fn chains_leave_every_mean_and_make_bad_years_a_little_worse() {
    let catalogue = catalogue();
    for (name, answers) in firms(&catalogue) {
        let firm = FirmModel::new(&catalogue, &answers.company);
        let degrees = posture(&catalogue, &answers, DAY).expected();
        let chained = firm.annual_loss(&degrees).unwrap();
        let request = Request { thresholds: vec![firm.reserve_eur()], ..Request::default() };
        let apart = annual_loss(&firm.lines(&degrees), &[], firm.climate_cv(), &request).unwrap();
        assert_eq!(chained.mean().to_bits(), apart.mean().to_bits(), "{name}");
        assert_eq!(chained.component_means(), apart.component_means(), "{name}");
        let tail = chained.tail_value_at_risk(0.95) / apart.tail_value_at_risk(0.95);
        assert!((1.0..1.03).contains(&tail), "{name}: {tail}");
        let ruin =
            chained.probability_above(firm.reserve_eur()) / apart.probability_above(firm.reserve_eur());
        assert!((1.0..1.08).contains(&ruin), "{name}: {ruin}");
    }
}

#[test]
fn more_patience_of_a_process_never_raises_the_loss() {
    let catalogue = catalogue();
    for (name, mut answers) in firms(&catalogue) {
        let mut at = |hours: f64| {
            let process = "alles".to_owned();
            answers.company.crown_jewels =
                vec![CrownJewel { process, tolerable_hours: Some(hours), day_eur: None }];
            of_answers(&catalogue, &answers, DAY)
        };
        let losses: Vec<f64> = [1.0, 4.0, 8.0, 24.0, 72.0, 240.0].map(&mut at).to_vec();
        assert!(losses.windows(2).all(|it| it[1] <= it[0]), "{name}: {losses:?}");
        assert!(losses[0] > losses[5] * 1.001, "{name}: a jewel that matters moves a figure");
    }
}

#[test]
fn the_usual_processes_named_as_ones_own_change_nothing() {
    let catalogue = catalogue();
    for segment in &catalogue.segments {
        let plain = Company::new(segment.id.clone(), 14);
        let mut named = plain.clone();
        named.crown_jewels = segment
            .processes
            .iter()
            .map(|it| CrownJewel {
                process: it.text.clone(),
                tolerable_hours: Some(it.tolerable_hours),
                day_eur: None,
            })
            .collect();
        let ratio = of_peers(&catalogue, &named) / of_peers(&catalogue, &plain);
        assert!((ratio - 1.0).abs() < 1e-12, "{}: {ratio}", segment.id);
    }
}

/// Square root of the 90 % point over the 10 % point.
fn range(mut draws: Vec<f64>) -> f64 {
    draws.sort_by(f64::total_cmp);
    libm::sqrt(quantile(&draws, 0.9).unwrap() / quantile(&draws, 0.1).unwrap())
}

#[test]
fn answers_and_evidence_narrow_the_range_and_the_mean_of_the_draws_is_the_shown_figure() {
    let catalogue = catalogue();
    for (name, answers) in firms(&catalogue) {
        let answers = in_effect(&catalogue, &answers);
        let mut tested = answers.clone();
        tested.records.values_mut().for_each(|it| it.evidence = Evidence::Tested);
        let mut profile = answers.clone();
        profile.records.clear();
        let mut nothing = profile.clone();
        nothing.company = Company::new(answers.company.segment.clone(), answers.company.employees);
        let [nothing, profile, all, tested] = [nothing, profile, answers, tested].map(|answers| {
            let firm = FirmModel::new(&catalogue, &answers.company);
            let posture = posture(&catalogue, &answers, DAY);
            let draws = firm.draws(&posture, firm.usual_draws());
            let losses = draws.expected_annual_losses(&posture.expected());
            let mean = losses.iter().sum::<f64>() / losses.len() as f64;
            let shown = firm.expected_annual_loss(&posture.expected());
            (range(losses), range(draws.under_degrees_alone()), mean / shown)
        });
        assert!(tested.1 <= all.1 && all.1 <= profile.1, "{name}: {tested:?}, {all:?}, {profile:?}");
        assert!(all.0 <= profile.0 && profile.0 <= nothing.0, "{name}: {all:?}, {profile:?}, {nothing:?}");
        assert!(tested.0 <= all.0 * 1.02, "{name}: {tested:?}, {all:?}");
        assert!((0.94..1.06).contains(&all.2), "{name}: mean over shown {}", all.2);
        assert!((2.0..2.6).contains(&all.0), "{name}: a fully answered firm's range {}", all.0);
    }
}

#[test]
fn an_assumed_reserve_is_never_a_yes_and_more_reserve_never_worsens_the_answer() {
    let catalogue = catalogue();
    let rank = |it: Bearable| match it {
        Bearable::No => 0,
        Bearable::Unclear => 1,
        Bearable::Yes => 2,
    };
    for (name, answers) in firms(&catalogue) {
        let mut answers = in_effect(&catalogue, &answers);
        let posture = posture(&catalogue, &answers, DAY);
        let mut verdict = |reserve: Option<f64>| {
            answers.company.liquid_reserve_eur = reserve;
            let firm = FirmModel::new(&catalogue, &answers.company);
            let degrees = posture.expected();
            let loss = firm.annual_loss(&degrees).unwrap();
            let tails = firm.draws(&posture, 60).tails(&degrees, &loss, 0.01);
            tails.verdict(firm.reserve(), &catalogue.calibration.bearing.value).answer
        };
        assert_ne!(verdict(None), Bearable::Yes, "{name}");
        let answers: Vec<i32> = [1e2, 1e3, 1e4, 1e5, 1e6, 1e7].map(|it| rank(verdict(Some(it)))).to_vec();
        assert!(answers.is_sorted() && answers[5] == 2, "{name}: {answers:?}");
    }
}

#[test]
fn worst_years_rise_under_both_stress_lines() {
    let catalogue = catalogue();
    for (name, answers) in firms(&catalogue) {
        let firm = FirmModel::new(&catalogue, &answers.company);
        let degrees = posture(&catalogue, &answers, DAY).expected();
        let worst = |firm: &FirmModel| firm.annual_loss_in_short(&degrees).unwrap().tail_value_at_risk(0.95);
        for line in &catalogue.calibration.stress {
            let ratio = worst(&firm.stressed(&line.value)) / worst(&firm);
            assert!((1.2..2.2).contains(&ratio), "{name}, {}: {ratio}", line.value.id);
        }
    }
}

#[test]
fn the_tail_of_a_draw_is_close_to_the_exact_one() {
    let catalogue = catalogue();
    for (name, answers) in firms(&catalogue) {
        let answers = in_effect(&catalogue, &answers);
        let firm = FirmModel::new(&catalogue, &answers.company);
        let posture = posture(&catalogue, &answers, DAY);
        let degrees = posture.expected();
        let loss = firm.annual_loss(&degrees).unwrap();
        let draws = firm.draws(&posture, 40);
        let tails = draws.tails(&degrees, &loss, 0.01);
        for draw in (0..40).step_by(4) {
            let exact = draws.annual_loss(draw, &degrees).unwrap();
            let pairs = [
                (tails.worst_years[draw], exact.tail_value_at_risk(0.95)),
                (tails.rare_loss[draw], exact.value_at_risk(0.99)),
            ];
            for (near, exact) in pairs {
                assert!((near / exact - 1.0).abs() < 0.12, "{name}, draw {draw}: {near}, {exact}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_of_any_firm_are_finite_and_follow_its_traits(
        segment in 0..10_usize,
        employees in 1..249_u32,
        points in proptest::collection::vec(proptest::option::of(any::<bool>()), 12),
        traits in proptest::collection::vec(proptest::option::of(any::<bool>()), 21),
        turnover in proptest::option::of(1e4..5e7_f64),
    ) {
        let catalogue = catalogue();
        let segment = &catalogue.segments[segment % catalogue.segments.len()].id;
        let mut company = company(segment, employees, turnover);
        let items = catalogue.items.iter().zip(points);
        company.digitalisation = items.filter_map(|(item, it)| Some((item.id.clone(), it?))).collect();
        let mut open = BTreeSet::new();
        for (it, state) in catalogue.traits.iter().zip(traits) {
            match state {
                Some(true) => company.traits.extend([it.id.clone()]),
                Some(false) => {}
                None => open.extend([it.id.clone()]),
            }
        }
        company.traits_open = OpenTraits::These(open);
        let loss = of_peers(&catalogue, &company);
        prop_assert!(loss.is_finite() && loss > 0.0);
        // A door opened never lowers the loss.
        for it in catalogue.traits.iter().filter(|it| company.has(&it.id) == Some(false)) {
            let mut more = company.clone();
            more.traits.insert(it.id.clone());
            prop_assert!(of_peers(&catalogue, &more) >= loss * 0.999, "{}", it.id);
        }
    }
}

#[test]
fn with_fixed_answers_one_more_person_hardly_ever_lowers_the_loss() {
    let catalogue = catalogue();
    for (name, mut answers) in firms(&catalogue) {
        let mut before = 0.0;
        for employees in 3..=249 {
            answers.company.employees = employees;
            let loss = of_answers(&catalogue, &answers, DAY);
            assert!(loss >= 0.99 * before, "{name}, {employees}: {loss} after {before}");
            before = loss;
        }
    }
}

#[test]
fn a_years_price_and_hours_of_every_tier_never_fall_with_people() {
    let catalogue = catalogue();
    for segment in catalogue.segments.iter().map(|it| &it.id) {
        let terms: Vec<Terms> = (1..=249)
            .map(|people| {
                let company = company(segment, people, None);
                let hour_eur = catalogue.own_hour_eur(&company);
                let (size, prices) = (catalogue.firm_size(&company), catalogue.price_size(&company));
                Terms { rate: 0.03, hour_eur, size, prices, date: DAY }
            })
            .collect();
        for measure in &catalogue.measures {
            for tier in &measure.tiers {
                let mut before = [0.0; 2];
                for (at, terms) in terms.iter().enumerate() {
                    let annual = Price::of_tier(measure, tier, None, terms).annual(terms);
                    let now = [annual.money_eur.likely, annual.hours.likely];
                    // Where a yearly price gives way to a purchase the sum is flat, but not to the cent.
                    let rises = now.iter().zip(&before).all(|(now, before)| *now >= before * 0.999);
                    let (name, people) = (&measure.id, at + 1);
                    assert!(rises, "{segment}, {name}, {people} people: {now:?} after {before:?}");
                    before = now;
                }
            }
        }
    }
}

#[test]
fn reference_firms_have_the_size_factors_of_their_class_and_usual_points_count_one() {
    let catalogue = catalogue();
    for segment in catalogue.segments.iter().map(|it| &it.id) {
        for (people, class) in [5, 25, 100].into_iter().zip(SizeClass::ALL) {
            let firm = FirmModel::new(&catalogue, &company(segment, people, None));
            for (scenario, it) in catalogue.scenarios.iter().zip(firm.profile_factors()) {
                let stated =
                    [scenario.frequency_factors.size.value[class], scenario.severity_by_size.value[class]];
                for (own, stated) in it.size.into_iter().zip(stated) {
                    assert!((own / stated - 1.0).abs() < 1e-9, "{segment}, {people}, {}", it.scenario);
                }
            }
        }
    }
}
