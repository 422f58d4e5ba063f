//! What the tool advises to typical firms.

use std::collections::BTreeMap;

use jiff::civil::date;
use waage::catalogue::{embedded, resolve};
use waage::decision::{Advice, Decision, Options, decide};
use waage::model::{
    Acceptance, Answers, Basis, Catalogue, Company, Degree, GateLimits, Posture, TakenDecision, Verdict,
};
use waage::risk::FirmModel;

fn catalogue() -> Catalogue {
    resolve(&embedded()).expect("the shipped content resolves")
}

fn answers(segment: &str, employees: u32) -> Answers {
    Answers {
        content: "2026.1".into(),
        company: Company::new(segment.into(), employees),
        records: BTreeMap::new(),
        decisions: BTreeMap::new(),
        costs: BTreeMap::new(),
        insurance: None,
        gate: GateLimits::default(),
    }
}

/// A posture in which every relevant measure has the degree that `degree` makes of its adoption.
fn posture(catalogue: &Catalogue, firm: &FirmModel, degree: impl Fn(f64) -> f64) -> Posture {
    let degrees = firm.average_degrees().iter().enumerate().map(|(at, adoption)| {
        if firm.is_relevant(at) {
            Degree::exactly(degree(*adoption))
        } else {
            Degree { basis: Basis::NotRelevant, ..Degree::exactly(*adoption) }
        }
    });
    let posture = Posture { degrees: degrees.collect() };
    assert_eq!(posture.degrees.len(), catalogue.measures.len());
    posture
}

fn decided(segment: &str, employees: u32, degree: impl Fn(f64) -> f64) -> Decision {
    let catalogue = catalogue();
    let answers = answers(segment, employees);
    let firm = FirmModel::new(&catalogue, &answers.company);
    let posture = posture(&catalogue, &firm, degree);
    decide(&catalogue, &answers, &posture, &firm, &Options::on(date(2026, 11, 21)))
        .expect("the engine accepts typical firms")
}

#[test]
fn nobody_is_told_to_go_without_backup_updates_or_sign_in_protection() {
    for (segment, employees) in [("crafts", 5), ("retail", 25), ("health", 100)] {
        for degree in [0.0, 0.5] {
            let decision = decided(segment, employees, |adoption| degree * adoption);
            for id in ["backup-offline", "restore-test", "patch-management", "mfa", "av-managed"] {
                let judged = decision.measures.iter().find(|it| it.measure.as_str() == id).expect("relevant");
                assert!(
                    judged.advice.asks_for_action() || judged.advice == Advice::InPlace,
                    "{segment} {employees}: {id} {judged:?}"
                );
            }
        }
    }
}

/// A posture with nothing in place, and a risk that was accepted with this review date.
fn with_accepted(measure: &str, review: jiff::civil::Date) -> waage::decision::Judged {
    let catalogue = catalogue();
    let mut answers = answers("crafts", 14);
    let acceptance = Acceptance { reason: "after the move".into(), owner: "owner".into(), review };
    let taken = TakenDecision {
        verdict: Verdict::Accept,
        date: date(2026, 1, 15),
        tier: None,
        due: None,
        owner: Some("owner".into()),
        acceptance: Some(acceptance),
    };
    answers.decisions.insert(measure.into(), taken);
    let firm = FirmModel::new(&catalogue, &answers.company);
    let posture = posture(&catalogue, &firm, |_| 0.0);
    let decision = decide(&catalogue, &answers, &posture, &firm, &Options::on(date(2026, 11, 21))).unwrap();
    decision.measures.into_iter().find(|it| it.measure.as_str() == measure).expect("relevant")
}

#[test]
fn an_accepted_risk_is_borne_until_its_review_date() {
    let judged = with_accepted("mfa", date(2026, 11, 21));
    assert_eq!(judged.advice, Advice::Bear);
    assert_eq!(judged.review, Some(date(2026, 11, 21)));
}

#[test]
fn an_accepted_risk_past_its_review_date_is_open_again() {
    let judged = with_accepted("mfa", date(2026, 11, 20));
    assert!(judged.advice.asks_for_action(), "{judged:?}");
    assert!(judged.taken.is_some(), "what was decided stays on record");
}
