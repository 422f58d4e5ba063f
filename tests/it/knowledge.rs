//! Does the shipped knowledge hang together: duties, variants, packages, sources?

use std::collections::BTreeSet;

use waage::catalogue::{embedded, resolve};
use waage::guidance::{CaseMatch, MatchReason, case_pair};
use waage::model::{
    Catalogue, Checked, Company, Condition, Cost, MeasureRole, PointId, SizeClass, TierLevel,
};
use waage::risk::FirmModel;

/// Labour cost of an hour in Germany 2024.
const OWN_HOUR_EUR: f64 = 43.4;

fn catalogue() -> Catalogue {
    resolve(&embedded()).expect("the shipped content resolves")
}

/// Share of a one-off cost that falls on each year.
fn annuity(catalogue: &Catalogue, years: f64) -> f64 {
    let rate = catalogue.constants.discount_rate.value;
    rate / (1.0 - libm::pow(1.0 + rate, -years))
}

/// Likely own hours a year.
fn yearly_hours(catalogue: &Catalogue, cost: &Cost, years: f64) -> f64 {
    cost.own_hours_one_off.likely * annuity(catalogue, years) + cost.own_hours_yearly.likely
}

/// Likely price a year in euros, own hours included.
fn yearly_price(catalogue: &Catalogue, cost: &Cost, years: f64) -> f64 {
    let money = cost.one_off_eur.likely * annuity(catalogue, years) + cost.yearly_eur.likely;
    money + yearly_hours(catalogue, cost, years) * OWN_HOUR_EUR
}

#[test]
fn every_requirement_of_the_standard_views_has_a_measure() {
    let catalogue = catalogue();
    let met: BTreeSet<&str> =
        catalogue.measures.iter().flat_map(|it| &it.duties.din_spec_27076).map(PointId::as_str).collect();
    let all: Vec<String> = (1..=27).map(|it| format!("{it:02}")).collect();
    assert_eq!(met, all.iter().map(String::as_str).collect(), "requirements of DIN SPEC 27076");
    let areas: BTreeSet<u8> = catalogue.measures.iter().flat_map(|it| &it.duties.bsig_30).copied().collect();
    assert_eq!(areas, (1..=10).collect(), "areas of section 30 BSIG");
    assert!(catalogue.measures.iter().any(|it| it.duties.bsig_38), "section 38 BSIG");
}

#[test]
fn top_requirements_and_insurers_duties_are_base_duties_with_a_cheap_first_step() {
    let catalogue = catalogue();
    // TOP requirements and the one measure that carries each.
    let tops = [
        ("01", "management-commitment"),
        ("05", "awareness-training"),
        ("11", "backup-offline"),
        ("15", "patch-management"),
        ("20", "macro-block"),
    ];
    for (requirement, id) in tops {
        let measure = catalogue.measures.iter().find(|it| it.id.as_str() == id).unwrap();
        assert!(
            measure.duties.din_spec_27076.iter().any(|it| it.as_str() == requirement),
            "{id} carries {requirement}"
        );
        assert!(!measure.duties.gaps.is_empty(), "{id}");
    }
    for measure in &catalogue.measures {
        assert!(
            !measure.duties.insurer || !measure.duties.gaps.is_empty(),
            "{} is demanded by insurers",
            measure.id
        );
        for gap in measure.duties.gaps.iter().filter(|it| it.when == Condition::default()) {
            assert!(gap.tier == TierLevel::Minimum, "{} has no first step", measure.id);
            assert_eq!(measure.when, Condition::default(), "{} is a gap of every firm", measure.id);
        }
    }
}

#[test]
fn more_protection_costs_more() {
    let catalogue = catalogue();
    for measure in &catalogue.measures {
        for size in SizeClass::ALL {
            for pair in measure.tiers.windows(2) {
                let price =
                    |at: usize| yearly_price(&catalogue, &pair[at].cost[size], measure.lifetime_years);
                assert!(pair[0].degree[size] < pair[1].degree[size], "{} {size:?}", measure.id);
                // Two per cent for rounded prices.
                assert!(
                    price(1) > 0.98 * price(0),
                    "{} {size:?}: {} after {}",
                    measure.id,
                    price(1),
                    price(0)
                );
            }
        }
    }
}

#[test]
fn a_package_costs_less_than_its_parts_or_takes_most_of_the_work_off() {
    let catalogue = catalogue();
    for bundle in &catalogue.bundles {
        for size in SizeClass::ALL {
            let (mut parts, mut hours_of_parts) = (0.0, 0.0);
            for supply in &bundle.supplies {
                let measure = catalogue.measure(&supply.measure).unwrap();
                let cost = &measure.tier(supply.level).unwrap().cost[size];
                parts += yearly_price(&catalogue, cost, measure.lifetime_years);
                hours_of_parts += yearly_hours(&catalogue, cost, measure.lifetime_years);
            }
            let price = yearly_price(&catalogue, &bundle.cost[size], bundle.lifetime_years);
            let hours = yearly_hours(&catalogue, &bundle.cost[size], bundle.lifetime_years);
            assert!(
                price < 1.02 * parts || hours < 0.6 * hours_of_parts,
                "{} {size:?}: {price} against {parts}, {hours} hours against {hours_of_parts}",
                bundle.id
            );
        }
    }
}

#[test]
fn enablers_are_never_sold_as_protection() {
    for measure in catalogue().measures {
        let acts = !measure.effects.is_empty();
        match measure.role {
            MeasureRole::Mitigation => assert!(acts, "{} mitigates nothing", measure.id),
            MeasureRole::Enabler | MeasureRole::Transfer => assert!(!acts, "{} acts by itself", measure.id),
        }
    }
}

#[test]
fn judgement_is_called_judgement() {
    let catalogue = catalogue();
    for (id, source) in &catalogue.sources {
        let own = source.publisher == "waage";
        let invented = matches!(source.checked, Checked::Derived | Checked::Judgement);
        assert_eq!(own, invented, "{id}: what nobody published is ours, and only that");
        let said = format!("{} {}", source.title, source.publisher).to_lowercase();
        for word in ["unverified", "not verified", "unbestätigt", "dossier"] {
            assert!(!said.contains(word), "{id}: {said}");
        }
        assert!(own || source.year.is_some() || source.url.is_some(), "{id} can be found");
    }
}

#[test]
fn every_kind_of_trade_hears_a_case_of_its_own_and_why() {
    let catalogue = catalogue();
    assert_eq!(catalogue.sub_trades.len(), 55);
    for trade in &catalogue.sub_trades {
        let mut company = Company::new(trade.segment.clone(), 8);
        company.sub_trade = Some(trade.id.clone());
        let firm = FirmModel::new(&catalogue, &company);
        let degrees = vec![0.3; catalogue.measures.len()];
        let pair =
            case_pair(&catalogue, &company, &firm.scenario_losses(&degrees)).expect("both kinds exist");
        let own = |it: &CaseMatch| it.reasons.contains(&MatchReason::OwnTrade(trade.id.clone()));
        let told = [&pair.worst, &pair.best].into_iter().find(|it| own(it));
        let told = told.unwrap_or_else(|| panic!("{}: {pair:?}", trade.id));
        let why = waage::german::guidance::cases::why(&catalogue, told);
        assert!(why.contains(&trade.title), "{}: {why}", trade.id);
    }
}

#[test]
fn every_segment_has_four_cases_of_its_own() {
    let catalogue = catalogue();
    for segment in &catalogue.segments {
        let own = catalogue.knowledge.cases.iter().filter(|it| it.segment == segment.id).count();
        assert!(own >= 4, "{}: {own}", segment.id);
    }
}
