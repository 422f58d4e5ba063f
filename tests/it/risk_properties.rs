//! Laws of the annual loss, for any scenarios that proptest thinks of.

use proptest::collection::vec;
use proptest::prelude::*;
use waage::model::ScenarioId;
use waage::risk::{AnnualLoss, Cover, Line, Refusal, Request, annual_loss, simulate};

/// A climate as content has it.
const CLIMATE: f64 = 0.3;

fn named(index: usize, line: &Line) -> Line {
    Line { scenario: ScenarioId::new(format!("scenario-{index}")), ..line.clone() }
}

prop_compose! {
    /// A scenario of ordinary proportions.
    fn line()(
        frequency in prop_oneof![0.001..0.1, 0.1..3.0_f64],
        frequency_cv2 in prop_oneof![Just(0.0), 0.05..1.5_f64],
        log_median in 4.0..12.0_f64,
        sigma in 0.3..2.2_f64,
        log_cap in 1.0..8.0_f64,
        capped in any::<bool>(),
        attack in any::<bool>(),
    ) -> Line {
        let median = libm::exp(log_median);
        let cap = if capped { median * libm::exp(log_cap) } else { f64::INFINITY };
        Line { scenario: ScenarioId::new("x"), frequency, frequency_cv2, median, sigma, cap, attack }
    }
}

fn lines(most: usize) -> impl Strategy<Value = Vec<Line>> {
    vec(line(), 1..=most)
        .prop_map(|it| it.into_iter().enumerate().map(|(at, line)| named(at, &line)).collect())
}

fn loss(lines: &[Line]) -> AnnualLoss {
    annual_loss(lines, &[], CLIMATE, &Request::default()).unwrap()
}

fn near(found: f64, expected: f64, relative: f64) -> Result<(), TestCaseError> {
    let allowed = relative * expected.abs().max(1e-9);
    prop_assert!((found - expected).abs() <= allowed, "{found} instead of {expected}");
    Ok(())
}

/// Everything that is read off an annual loss.
fn figures(of: &AnnualLoss) -> Vec<f64> {
    let mut all = vec![of.mean(), of.sd(), of.probability_no_loss()];
    for p in [0.9, 0.95, 0.99, 0.995] {
        all.extend([of.value_at_risk(p), of.tail_value_at_risk(p)]);
    }
    all
}

/// Losses, which scale with the unit of money, of the figures above.
const IN_EUROS: [usize; 10] = [0, 1, 3, 4, 5, 6, 7, 8, 9, 10];

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn quantiles_rise_and_tails_lie_beyond_them(lines in lines(5)) {
        let loss = loss(&lines);
        let mut before = 0.0;
        for p in [0.5, 0.7, 0.9, 0.93, 0.95, 0.98, 0.99, 0.995] {
            let (value, tail) = (loss.value_at_risk(p), loss.tail_value_at_risk(p));
            prop_assert!(value >= before, "value at risk falls at {p}");
            prop_assert!(tail >= value, "tail below quantile at {p}");
            prop_assert!(tail >= loss.mean() * (1.0 - 1e-9));
            before = value;
        }
    }

    #[test]
    fn probabilities_stay_between_none_and_one(lines in lines(5)) {
        let losses: Vec<f64> = (0..60).map(|step| libm::exp(f64::from(step) * 0.3)).collect();
        let request = Request { thresholds: losses.clone(), ..Request::default() };
        let loss = annual_loss(&lines, &[], CLIMATE, &request).unwrap();
        let mut before = 1.0 - loss.probability_no_loss();
        prop_assert!((0.0..=1.0).contains(&before));
        for at in losses {
            let above = loss.probability_above(at);
            prop_assert!((0.0..=1.0).contains(&above));
            prop_assert!(above <= before * (1.0 + 1e-5) + 1e-8, "at {at}: {above} after {before}");
            before = above;
        }
    }

    #[test]
    fn the_quantile_is_where_the_probability_is(lines in lines(5)) {
        let loss = loss(&lines);
        for p in [0.9, 0.95, 0.99, 0.995] {
            let at = loss.value_at_risk(p);
            // Capped events heap up at multiples of the cap; the grid knows such a heap to about two cells.
            let is_heap = lines.iter().map(|it| at / it.cap).any(|it| it > 0.9 && (it - it.round()).abs() < 0.01);
            let aside = if is_heap { 1e-2 } else { 1e-5 };
            let above = loss.probability_above(at * (1.0 + if is_heap { aside } else { 0.0 }));
            prop_assert!(above <= (1.0 - p) * (1.0 + 1e-5), "{above} beyond {at} at {p}");
            if at > 0.0 {
                let below = loss.probability_above(at * (1.0 - aside));
                prop_assert!(below >= (1.0 - p) * (1.0 - 1e-5), "{below} short of {at} at {p}");
            }
        }
    }

    #[test]
    fn the_order_of_scenarios_does_not_matter(lines in lines(5)) {
        let mut backwards = lines.clone();
        backwards.reverse();
        for (found, expected) in figures(&loss(&backwards)).into_iter().zip(figures(&loss(&lines))) {
            near(found, expected, 1e-6)?;
        }
    }

    #[test]
    fn cents_are_a_hundred_times_euros(lines in lines(4), factor in prop_oneof![Just(100.0), 1e-6..1e6_f64]) {
        let cents: Vec<Line> = lines
            .iter()
            .map(|it| Line { median: it.median * factor, cap: it.cap * factor, ..it.clone() })
            .collect();
        let (euros, cents) = (figures(&loss(&lines)), figures(&loss(&cents)));
        // The grids differ in the last thousandth of a cell, which shows where a cap makes the curve steep.
        for at in IN_EUROS {
            near(cents[at], euros[at] * factor, 1e-4)?;
        }
    }

    #[test]
    fn a_line_is_the_sum_of_its_halves(mut lines in lines(4)) {
        // Two halves with a frequency of their own spread less than one; without spread nothing changes.
        lines[0].frequency_cv2 = 0.0;
        let whole = figures(&loss(&lines));
        lines[0].frequency *= 0.5;
        let half = named(99, &lines[0]);
        lines.push(half);
        for (found, expected) in figures(&loss(&lines)).into_iter().zip(whole) {
            near(found, expected, 1e-6)?;
        }
    }

    #[test]
    fn the_tail_of_two_is_at_most_the_sum_of_their_tails(one in lines(2), other in lines(2)) {
        // Without a common climate the parts are independent.
        let alone = |lines: &[Line]| annual_loss(lines, &[], 0.0, &Request::default()).unwrap();
        let renamed = other.iter().enumerate().map(|(at, it)| named(50 + at, it));
        let both: Vec<Line> = one.iter().cloned().chain(renamed).collect();
        for p in [0.9, 0.95, 0.99] {
            let sum = alone(&one).tail_value_at_risk(p) + alone(&other).tail_value_at_risk(p);
            prop_assert!(alone(&both).tail_value_at_risk(p) <= sum * (1.0 + 1e-6));
        }
    }

    #[test]
    fn more_events_or_dearer_events_never_make_a_year_cheaper(lines in lines(4), factor in 1.0..3.0_f64) {
        let before = figures(&loss(&lines));
        let mut oftener = lines.clone();
        oftener[0].frequency *= factor;
        let mut dearer = lines.clone();
        dearer[0].median *= factor;
        for worse in [oftener, dearer] {
            let after = figures(&loss(&worse));
            for at in IN_EUROS.into_iter().filter(|it| *it != 1) {
                // Just below a cap a quantile is known to about two cells.
                prop_assert!(after[at] >= before[at] * (1.0 - 1e-2), "{} below {}", after[at], before[at]);
            }
        }
    }

    #[test]
    fn shares_in_the_tail_add_up(lines in lines(6)) {
        let loss = loss(&lines);
        let sum: f64 = loss.tail_shares().iter().sum();
        prop_assert!((sum - 1.0).abs() < 1e-12, "{sum}");
        prop_assert!(loss.tail_shares().iter().all(|it| (0.0..=1.0).contains(it)));
        let means: f64 = loss.component_means().iter().sum();
        near(means, loss.mean(), 1e-12)?;
    }

    #[test]
    fn equal_scenarios_have_equal_shares(line in line(), others in lines(3)) {
        let mut lines = vec![named(60, &line), named(61, &line)];
        lines.extend(others);
        let loss = loss(&lines);
        let shares = loss.tail_shares();
        prop_assert!((shares[0] - shares[1]).abs() < 1e-9, "{shares:?}");
    }

    #[test]
    fn a_scenario_that_never_happens_changes_nothing(lines in lines(4), line in line()) {
        let mut more = lines.clone();
        more.push(named(70, &Line { frequency: 0.0, ..line }));
        prop_assert_eq!(figures(&loss(&more)), figures(&loss(&lines)));
    }

    #[test]
    fn insurance_never_costs_the_firm_more_per_event(
        lines in lines(4),
        share in 0.1..=1.0_f64,
        log_deductible in 3.0..11.0_f64,
        log_limit in 5.0..14.0_f64,
    ) {
        let cover = Cover { share, deductible: libm::exp(log_deductible), limit: libm::exp(log_limit) };
        let covers = vec![cover; lines.len()];
        let without = loss(&lines);
        let with = annual_loss(&lines, &covers, CLIMATE, &Request::default()).unwrap();
        prop_assert!(with.mean() <= without.mean() * (1.0 + 1e-12));
        for p in [0.9, 0.95, 0.99, 0.995] {
            let (retained, gross) = (with.value_at_risk(p), without.value_at_risk(p));
            prop_assert!(retained <= gross * (1.0 + 1e-3), "{p}: {retained} above {gross}");
            prop_assert!(with.tail_value_at_risk(p) <= without.tail_value_at_risk(p) * (1.0 + 1e-6));
        }
    }

    #[test]
    fn absurd_scenarios_are_computed_or_refused_but_never_nonsense(
        frequencies in vec(prop_oneof![
            Just(0.0), Just(1e-12), Just(1e6), Just(f64::INFINITY), Just(f64::NAN), Just(-1.0), 1e-9..1e4_f64,
        ], 1..4),
        frequency_cv2 in prop_oneof![Just(0.0), Just(1e-12), Just(50.0), Just(1e9), Just(f64::NAN), 0.0..5.0_f64],
        median in prop_oneof![Just(1e-9), Just(1e12), Just(0.0), Just(f64::NAN), Just(-5.0), 1.0..1e6_f64],
        sigma in prop_oneof![Just(0.0), Just(1e-6), Just(4.0), Just(40.0), Just(f64::NAN), 0.0..4.0_f64],
        cap_over_median in prop_oneof![Just(1e-3), Just(1.0), Just(f64::INFINITY), Just(0.0), 0.1..1e4_f64],
        reserve in prop_oneof![Just(0.0), Just(1e-3), Just(1e15), 1.0..1e7_f64],
        climate in prop_oneof![Just(0.0), Just(0.3), Just(2.5), Just(f64::NAN)],
        p in prop_oneof![Just(0.0), Just(1e-9), Just(0.5), Just(0.99999), Just(0.999_999_9), Just(1.0)],
    ) {
        let lines: Vec<Line> = frequencies
            .into_iter()
            .enumerate()
            .map(|(at, frequency)| Line {
                scenario: ScenarioId::new(format!("scenario-{at}")),
                frequency,
                frequency_cv2,
                median,
                sigma,
                cap: median * cap_over_median,
                attack: at % 2 == 0,
            })
            .collect();
        let request = Request { probabilities: vec![0.95, p], thresholds: vec![reserve], ..Request::default() };
        match annual_loss(&lines, &[], climate, &request) {
            Ok(loss) => {
                let mut all = figures(&loss);
                all.extend([loss.value_at_risk(p), loss.tail_value_at_risk(p), loss.probability_above(reserve)]);
                all.extend(loss.tail_shares());
                prop_assert!(all.iter().all(|it| it.is_finite() && *it >= 0.0), "{all:?} of {lines:?}");
            }
            Err(Refusal::SelfCheck(_) | Refusal::NotUsable { .. } | Refusal::TooManyEvents | Refusal::TooFarOut(_)) => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn drawn_years_say_the_same(lines in lines(4)) {
        let exact = loss(&lines);
        let drawn = simulate(&lines, &[], CLIMATE, 400_000).unwrap();
        let none = drawn.probability_no_loss();
        let mut pairs = vec![(none, exact.probability_no_loss())];
        // Where hardly more or fewer years than that pass without a loss, chance decides on which side of zero it falls.
        let is_sure = |p: &f64| (none.value - p).abs() > 5.0 * none.standard_error;
        for p in [0.9, 0.95, 0.99].into_iter().filter(is_sure) {
            pairs.push((drawn.value_at_risk(p), exact.value_at_risk(p)));
        }
        for (drawn, exact) in pairs {
            let allowed = 5.0 * drawn.standard_error + 1e-9 * exact;
            prop_assert!((drawn.value - exact).abs() <= allowed, "{drawn:?} against {exact}");
        }
    }
}

#[test]
fn a_quantile_near_the_end_of_the_widest_grid_is_not_refused() {
    // Capped events about once a year: the rare quantile is three caps, and the finer grid reaches beyond the widest.
    let line = |frequency, median, sigma, cap| Line {
        scenario: ScenarioId::new("x"),
        frequency,
        frequency_cv2: 0.0,
        median,
        sigma,
        cap,
        attack: false,
    };
    let lines = [
        line(0.001, 54.6, 0.3, f64::INFINITY),
        line(0.949_728_7, 108_706.0, 1.946_31, 749_627.0),
        line(0.026_812_8, 43_965.0, 1.373_61, f64::INFINITY),
    ];
    let lines: Vec<Line> = lines.iter().enumerate().map(|(at, line)| named(at, line)).collect();
    let at = |cells| annual_loss(&lines, &[], CLIMATE, &Request { cells, ..Request::default() }).unwrap();
    let (found, finer) = (at(1024), at(16_384));
    assert!(found.self_check().cells <= 4096, "{:?}", found.self_check());
    for (found, finer) in figures(&found).into_iter().zip(figures(&finer)) {
        near(found, finer, 1e-5).unwrap();
    }
}

#[test]
fn a_million_worthless_events_a_year_are_refused() {
    let line = |at, frequency| Line {
        scenario: ScenarioId::new(format!("scenario-{at}")),
        frequency,
        frequency_cv2: 50.0,
        median: 1e-9,
        sigma: 4.0,
        cap: 1e-9,
        attack: false,
    };
    let lines = [line(0, 1e-12), line(1, 1e-12), line(2, 1e6)];
    for climate in [0.0, 0.3, 2.5] {
        let refused = annual_loss(&lines, &[], climate, &Request::default());
        assert!(matches!(refused, Err(Refusal::TooManyEvents | Refusal::SelfCheck(_))), "{refused:?}");
    }
}

/// Years that heap up where the cells of an ordinary grid cannot tell them apart, as (lines, cover).
fn heaps() -> [(Vec<Line>, Option<Cover>); 4] {
    let line = |frequency, frequency_cv2, median, sigma, cap, attack| Line {
        scenario: ScenarioId::new("x"),
        frequency,
        frequency_cv2,
        median,
        sigma,
        cap,
        attack,
    };
    let all = f64::INFINITY;
    [
        // A bad year is hardly less than two capped events.
        (
            vec![
                line(0.561_426, 0.219_556, 141.764, 1.887_53, 934.453, true),
                line(0.098_899, 0.0, 79_956.2, 0.493_505, all, false),
            ],
            None,
        ),
        // One capped event with a small one on top.
        (
            vec![
                line(0.021_740_3, 0.0, 99_399.4, 0.638_219, 7.786_985e7, false),
                line(1.335_727, 1.191_389, 273.715, 2.094_577, 124_666.96, false),
            ],
            None,
        ),
        // An insurer who pays nearly all of an event squeezes many into a few euros.
        (
            vec![
                line(2.205_464, 0.0, 96.512_7, 0.978_294, 774.923, true),
                line(1.938_879, 0.0, 10_469.27, 1.633_838, all, false),
                line(2.078_074, 0.0, 34_127.24, 1.322_368, all, true),
            ],
            Some(Cover { share: 0.998_184, deductible: 11_022.82, limit: 551_755.0 }),
        ),
        // From the deductible on, events lie forty times as close.
        (
            vec![
                line(0.220_116, 0.0, 335.621, 1.581_224, 3_539.975, false),
                line(0.089_305, 0.244_99, 2_361.504, 1.948_714, all, false),
            ],
            Some(Cover { share: 0.976_885, deductible: 25_251.67, limit: 154_358.0 }),
        ),
    ]
}

#[test]
fn a_quantile_beside_a_heap_of_years_is_that_of_a_far_finer_grid() {
    for (lines, cover) in heaps() {
        let lines: Vec<Line> = lines.iter().enumerate().map(|(at, line)| named(at, line)).collect();
        let covers = vec![cover; lines.len()].into_iter().flatten().collect::<Vec<_>>();
        let at = |cells| {
            annual_loss(&lines, &covers, CLIMATE, &Request { cells, ..Request::default() })
                .expect("computable")
        };
        let (found, finer) = (at(Request::default().cells), at(65_536));
        for p in [0.9, 0.95, 0.99, 0.995] {
            near(found.value_at_risk(p), finer.value_at_risk(p), 1e-5).unwrap();
        }
    }
}
