//! What changed since last time, split into its causes, over all worked firms.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use waage::catalogue::{embedded, resolve};
use waage::history::{Cause, Comparison, Figures, Side, compare, trend};
use waage::model::{Answer, Answers, Catalogue, Record, State};

use crate::support::worked_firms;

const DAY: Date = date(2026, 11, 21);

fn catalogue() -> Catalogue {
    resolve(&embedded()).expect("the shipped content resolves")
}

/// Only this cause moved the figures, it moved them, and the parts sum to the total.
fn only(cause: Cause, it: &Comparison, name: &str) {
    assert_ne!(it.change.total, Figures::default(), "{name}: nothing moved");
    assert_eq!(it.change.total, it.new - it.old, "{name}");
    for other in Cause::ALL {
        let expected = if other == cause { it.change.total } else { Figures::default() };
        assert_eq!(it.change.part(other), expected, "{name}: part {}", other.as_str());
    }
}

/// The worst answer to the first question that has a better one.
fn one_answer_undone(catalogue: &Catalogue, answers: &Answers) -> Answers {
    let mut other = answers.clone();
    let (id, record) = answers
        .records
        .iter()
        .find_map(|(id, record)| {
            let question = catalogue.question(id)?;
            let worst = &question.options[0];
            let is_better = matches!(&record.answer, Answer::Chosen(option) if *option != worst.id);
            let informs = worst.informs.first()?;
            let measure = catalogue.measure(&informs.measure)?;
            let counts = measure.role != waage::model::MeasureRole::Transfer && !measure.effects.is_empty();
            (is_better && counts)
                .then(|| (id.clone(), Record { answer: Answer::Chosen(worst.id.clone()), ..record.clone() }))
        })
        .expect("a worked firm does something right");
    other.records.insert(id, record);
    other
}

#[test]
fn the_same_file_day_and_content_give_zero_to_the_last_bit() {
    let (catalogue, again) = (catalogue(), catalogue());
    for (name, answers) in worked_firms(&catalogue) {
        let side = Side { catalogue: &catalogue, answers: &answers, date: DAY };
        let same = answers.clone();
        let other = Side { catalogue: &again, answers: &same, date: DAY };
        let it = compare(&side, &other).expect("comparable");
        assert!(it.is_unchanged(), "{name}: {it:?}");
        for part in it.change.parts {
            assert!(part.to_array().iter().all(|it| it.to_bits() == 0), "{name}: {part:?}");
        }
    }
}

#[test]
fn one_other_answer_moves_only_the_answers_part() {
    let catalogue = catalogue();
    for (name, answers) in worked_firms(&catalogue) {
        let undone = one_answer_undone(&catalogue, &answers);
        let old = Side { catalogue: &catalogue, answers: &undone, date: DAY };
        let new = Side { catalogue: &catalogue, answers: &answers, date: DAY };
        let it = compare(&old, &new).expect("comparable");
        only(Cause::Answers, &it, &name);
        assert!(it.change.total.expected_annual_loss < 0.0, "{name}: doing more costs nothing in risk");
    }
}

#[test]
fn another_day_moves_only_the_ageing_part() {
    let catalogue = catalogue();
    for (name, answers) in worked_firms(&catalogue) {
        let old = Side { catalogue: &catalogue, answers: &answers, date: DAY };
        let new = Side { date: date(2027, 11, 21), ..old };
        let it = compare(&old, &new).expect("comparable");
        only(Cause::Ageing, &it, &name);
        assert!(it.change.total.expected_annual_loss > 0.0, "{name}: doing nothing raises the risk");
        assert!(it.moves.iter().all(|it| it.by_answers.to_bits() == 0 && it.by_ageing < 0.0), "{name}");
    }
}

#[test]
fn other_content_moves_only_the_catalogue_part() {
    let catalogue = catalogue();
    let mut later = catalogue.clone();
    later.version.version = "2027.1".into();
    for scenario in &mut later.scenarios {
        scenario.frequency.mean *= 1.2;
    }
    for (name, answers) in worked_firms(&catalogue) {
        let old = Side { catalogue: &catalogue, answers: &answers, date: DAY };
        let new = Side { catalogue: &later, ..old };
        only(Cause::Catalogue, &compare(&old, &new).expect("comparable"), &name);
    }
}

#[test]
fn another_company_moves_only_the_company_part() {
    let catalogue = catalogue();
    for (name, answers) in worked_firms(&catalogue) {
        let mut grown = answers.clone();
        grown.company.turnover_eur = Some(2.0 * answers.company.turnover_eur.unwrap_or(1_000_000.0));
        let old = Side { catalogue: &catalogue, answers: &answers, date: DAY };
        let new = Side { answers: &grown, ..old };
        only(Cause::Company, &compare(&old, &new).expect("comparable"), &name);
    }
}

#[test]
fn what_no_figure_depends_on_changes_no_figure() {
    let catalogue = catalogue();
    for (name, answers) in worked_firms(&catalogue) {
        let mut renamed = answers.clone();
        renamed.company.name = Some("another name".into());
        renamed.company.state = State::new("HH");
        let old = Side { catalogue: &catalogue, answers: &answers, date: DAY };
        let new = Side { answers: &renamed, ..old };
        assert!(compare(&old, &new).expect("comparable").is_unchanged(), "{name}");
    }
}

#[test]
fn everything_at_once_still_sums_to_the_total() {
    let catalogue = catalogue();
    let mut later = catalogue.clone();
    later.scenarios.iter_mut().for_each(|it| it.severity.median *= 0.9);
    for (name, answers) in worked_firms(&catalogue) {
        let mut other = one_answer_undone(&catalogue, &answers);
        other.company.employees += 3;
        let old = Side { catalogue: &catalogue, answers: &answers, date: DAY };
        let new = Side { catalogue: &later, answers: &other, date: date(2027, 5, 2) };
        let it = compare(&old, &new).expect("comparable");
        let sum = it.change.parts.iter().fold(Figures::default(), |sum, part| sum + *part);
        for (sum, total) in sum.to_array().into_iter().zip(it.change.total.to_array()) {
            // What a sum of five numbers of that size can hold.
            assert!(libm::fabs(sum - total) <= 1e-9 * (1.0 + libm::fabs(total)), "{name}: {sum} {total}");
        }
        assert_eq!(it.change.part(Cause::Model), Figures::default());
        let there_and_back = compare(&new, &old).expect("comparable");
        for cause in Cause::ALL {
            let (forth, back) = (it.change.part(cause), there_and_back.change.part(cause));
            let difference = forth.expected_annual_loss + back.expected_annual_loss;
            assert!(libm::fabs(difference) < 1e-6, "{name}: {} is no one-way street", cause.as_str());
        }
    }
}

#[test]
fn what_measures_brought_sums_to_what_the_expected_loss_moved() {
    let catalogue = catalogue();
    for (name, answers) in worked_firms(&catalogue) {
        let undone = one_answer_undone(&catalogue, &answers);
        let old = Side { catalogue: &catalogue, answers: &undone, date: DAY };
        let new = Side { catalogue: &catalogue, answers: &answers, date: date(2027, 8, 1) };
        let it = compare(&old, &new).expect("comparable");
        let sum: f64 = it.moves.iter().map(waage::history::Move::total_eur).sum();
        let total = it.change.total.expected_annual_loss;
        assert!(libm::fabs(sum - total) < 1e-6, "{name}: {sum} {total}");
        let raised = it.moves.iter().filter(|it| it.by_answers > 1e-9);
        let done: Vec<f64> = raised.map(|it| -it.answers_eur).collect();
        assert!(!done.is_empty() && done.iter().all(|it| *it > 0.0), "{name}: {done:?}");
    }
}

#[test]
fn what_a_measure_brings_is_what_dropping_it_loses() {
    let catalogue = catalogue();
    for (name, answers) in worked_firms(&catalogue) {
        let undone = one_answer_undone(&catalogue, &answers);
        let old = Side { catalogue: &catalogue, answers: &undone, date: DAY };
        let new = Side { catalogue: &catalogue, answers: &answers, date: date(2028, 2, 1) };
        let forth = compare(&old, &new).expect("comparable").moves;
        let back = compare(&new, &old).expect("comparable").moves;
        let whole: f64 = forth.iter().map(|it| libm::fabs(it.total_eur())).sum();
        for there in &forth {
            let here = back.iter().find(|it| it.measure == there.measure).expect("moves both ways");
            let gap = libm::fabs(there.total_eur() + here.total_eur());
            assert!(gap <= 1e-3 * whole, "{name}: {} {gap} of {whole}", there.measure.as_str());
        }
    }
}

#[test]
fn the_course_over_a_year_adds_up() {
    let catalogue = catalogue();
    for (name, answers) in worked_firms(&catalogue) {
        let months = (0..=12).map(|it: i32| DAY.checked_add(it.months()).expect("in range"));
        let sides: Vec<Side> =
            months.map(|date| Side { catalogue: &catalogue, answers: &answers, date }).collect();
        let moments = trend(&sides).expect("comparable");
        let steps: f64 =
            moments.iter().filter_map(|it| it.since.as_ref()).map(|it| it.total.expected_annual_loss).sum();
        let whole = moments[12].figures.expected_annual_loss - moments[0].figures.expected_annual_loss;
        assert!(libm::fabs(steps - whole) < 1e-6, "{name}");
    }
}

#[test]
fn the_report_says_what_wore_off_and_what_renewing_is_worth() {
    let catalogue = catalogue();
    let (name, mut answers) = worked_firms(&catalogue).remove(0);
    let later = date(2027, 11, 21);
    let accepted = waage::model::TakenDecision {
        verdict: waage::model::Verdict::Accept,
        date: DAY,
        tier: None,
        due: None,
        owner: Some("owner".into()),
        acceptance: Some(waage::model::Acceptance {
            reason: "a".into(),
            owner: "owner".into(),
            review: date(2027, 3, 1),
        }),
    };
    answers.decisions.insert("mfa".into(), accepted);
    let report =
        waage::report::build(&catalogue, &answers, &waage::decision::Options::on(later)).expect("reckons");
    let facts = &report.ageing;
    assert!(!facts.worn.is_empty() && facts.renewing_eur > 0.0, "{name}: {facts:?}");
    assert!(facts.worn.iter().all(|it| it.fresh > it.today), "{name}: {facts:?}");
    assert!(facts.calendar.contains(&(date(2027, 3, 1), waage::report::Matter::Review("mfa".into()))));
    assert!(facts.calendar.iter().any(|it| it.1 == waage::report::Matter::Repeat));
    let fresh = Side { catalogue: &catalogue, answers: &answers, date: DAY };
    let aged = Side { date: later, ..fresh };
    let wear = compare(&fresh, &aged).expect("comparable").change.total.expected_annual_loss;
    // Answers were a few days old on the first day, so renewing all is worth a little more than the year's wear.
    assert!(facts.renewing_eur >= wear && facts.renewing_eur < 1.2 * wear, "{name}: {facts:?} {wear}");
}
