//! Laws of the firm side, on the shipped content.

use std::collections::BTreeSet;

use proptest::prelude::*;
use waage::catalogue::{embedded, resolve};
use waage::model::{Company, OpenTraits, SegmentId};
use waage::risk::{FirmModel, simulate};

/// A craft firm of 25 people without a website.
fn firm() -> FirmModel {
    let catalogue = resolve(&embedded()).unwrap();
    let mut company = Company::new(SegmentId::new("crafts"), 25);
    company.traits_open = OpenTraits::These(BTreeSet::new());
    FirmModel::new(&catalogue, &company)
}

#[test]
fn a_measure_that_does_not_apply_changes_nothing_to_the_last_bit() {
    let firm = firm();
    let before = firm.average_degrees().to_vec();
    let mut after = before.clone();
    let idle: Vec<usize> = (0..before.len()).filter(|it| !firm.is_relevant(*it)).collect();
    assert!(!idle.is_empty(), "this firm has no website, so measures for websites do not apply");
    for index in idle {
        after[index] = 1.0 - after[index];
    }
    assert_eq!(firm.lines(&after), firm.lines(&before));
}

#[test]
fn drawn_years_are_the_same_with_any_number_of_threads() {
    let firm = firm();
    let lines = firm.lines(firm.average_degrees());
    let mean = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| simulate(&lines, &[], 0.3, 50_000).unwrap().mean().value.to_bits())
    };
    assert_eq!(mean(1), mean(3));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn more_protection_never_raises_the_expected_loss(seed in proptest::collection::vec(0.0..1.0_f64, 200), at in 0..1000_usize, by in 0.0..1.0_f64) {
        let firm = firm();
        let mut degrees: Vec<f64> = firm.average_degrees().iter().zip(&seed).map(|(_, it)| *it).collect();
        let before = firm.expected_annual_loss(&degrees);
        let index = at % degrees.len();
        degrees[index] += (1.0 - degrees[index]) * by;
        prop_assert!(firm.expected_annual_loss(&degrees) <= before * (1.0 + 1e-12));
    }
}
