//! Times of what a report rests on, for a worked firm of 14 people: best set, frontier, open questions by value, all
//! figures of the report.
//!
//! `cargo bench --bench decision`; the figures are in `docs/method.md`, section on speed.
#![allow(missing_docs, reason = "a bench")]

use divan::Bencher;
use jiff::civil::{Date, date};
use waage::assessment::{answers_file, in_effect, posture};
use waage::catalogue::{embedded, resolve};
use waage::decision::{
    Goal, Offers, Options, Outlook, best_set, decide, frontier, open_questions_by_value, terms,
};
use waage::model::{Answers, Catalogue, Posture};
use waage::report::build;
use waage::risk::{BadYears, FirmModel};

fn main() {
    divan::main();
}

const DAY: Date = date(2026, 11, 21);
const ANSWERS: &str = include_str!("../tests/companies/tischlerei/2026-11-21.waage.toml");
const GOAL: Goal = Goal { loading: 0.08, money_eur: None, own_hours: None };
/// A bad year of that firm, euros: where the frontier counts bad years.
const BAD_YEAR: f64 = 10_000.0;

struct Firm {
    catalogue: Catalogue,
    answers: Answers,
    posture: Posture,
    model: FirmModel,
}

impl Firm {
    fn load() -> Self {
        let catalogue = resolve(&embedded()).expect("the shipped content resolves");
        let given = answers_file::parse_complete(ANSWERS, &catalogue).expect("a sound file").0;
        let answers = in_effect(&catalogue, &given);
        let posture = posture(&catalogue, &answers, DAY);
        let model = FirmModel::new(&catalogue, &answers.company);
        Self { catalogue, answers, posture, model }
    }

    fn offers(&self) -> Offers<'_> {
        let terms = terms(&self.catalogue, &self.answers, DAY);
        Offers::new(&self.catalogue, &self.answers, &self.posture, terms)
    }
}

#[divan::bench]
fn the_content(bencher: Bencher) {
    bencher.bench_local(|| resolve(&embedded()).map(|it| it.measures.len()));
}

#[divan::bench]
fn the_figures_of_one_plan(bencher: Bencher) {
    let firm = Firm::load();
    bencher.bench_local(|| Outlook::of(&firm.model, &firm.posture.expected()));
}

#[divan::bench]
fn the_bad_years_of_one_plan(bencher: Bencher) {
    let firm = Firm::load();
    let degrees = firm.posture.expected();
    let around = BadYears::around(&firm.model, &degrees, BAD_YEAR).expect("a sound firm");
    bencher.bench_local(|| around.of(&degrees));
}

#[divan::bench]
fn the_best_set(bencher: Bencher) {
    let firm = Firm::load();
    let offers = firm.offers();
    bencher.bench_local(|| best_set(&offers, &firm.model, &GOAL).map(|it| it.gap));
}

#[divan::bench]
fn the_frontier(bencher: Bencher) {
    let firm = Firm::load();
    let offers = firm.offers();
    bencher.bench_local(|| frontier(&offers, &firm.model, &GOAL, BAD_YEAR, 12).map(|it| it.len()));
}

#[divan::bench]
fn open_questions(bencher: Bencher) {
    let mut firm = Firm::load();
    // Nothing answered yet: all questions are open.
    firm.answers.records.clear();
    firm.posture = posture(&firm.catalogue, &firm.answers, DAY);
    bencher.bench_local(|| {
        open_questions_by_value(&firm.catalogue, &firm.answers, &firm.posture, &firm.model, DAY).len()
    });
}

#[divan::bench]
fn four_hundred_worlds(bencher: Bencher) {
    let firm = Firm::load();
    bencher.bench_local(|| firm.model.draws(&firm.posture, 400).len());
}

#[divan::bench]
fn all_decisions(bencher: Bencher) {
    let firm = Firm::load();
    let options = Options::on(DAY);
    bencher.bench_local(|| {
        decide(&firm.catalogue, &firm.answers, &firm.posture, &firm.model, &options)
            .map(|it| it.ladder.rungs.len())
    });
}

#[divan::bench]
fn all_figures_of_the_report(bencher: Bencher) {
    let firm = Firm::load();
    let options = Options::on(DAY);
    bencher.bench_local(|| build(&firm.catalogue, &firm.answers, &options).map(|it| it.scenarios.len()));
}
