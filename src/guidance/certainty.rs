//! How certain the first steps are while questions are still open.
//!
//! Open questions are answered as firms like this one might, in many worlds; a step that comes up in nearly all of
//! them is certain, whatever the owner would still say (`docs/method.md`, "How far a short check gets").

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::assessment::posture;
use crate::decision::{likely_options, quick_first_steps};
use crate::model::{Answer, Answers, Catalogue, MeasureId, Question, Record};
use crate::risk::{FirmModel, strata};

/// Steps looked at: as many as a check names at its end.
pub const FIRST_STEPS: usize = 5;

/// Worlds of open answers. A share of one half is known to about seven points.
const WORLDS: usize = 48;

/// Share of the worlds in which a step has to come up to be called certain.
const SURE: f64 = 0.9;

/// Share of the worlds from which a step that is not among the first today could well become one.
const POSSIBLE: f64 = 0.25;

/// Share of the worlds that have to lead to the same first steps for these to be called settled.
const SETTLED: f64 = 0.9;

/// What is certain about the first steps, and what is not.
#[derive(Clone, Debug, PartialEq)]
pub struct Certainty {
    /// Steps that stay, whatever the open answers are.
    pub sure: Vec<MeasureId>,
    /// Steps that may still come or go, the likeliest first.
    pub unsure: Vec<MeasureId>,
    /// Share of the worlds of open answers that lead to the same first steps, 0 to 1.
    pub stands: f64,
}

impl Certainty {
    /// True where the open answers will hardly change the first steps.
    pub fn is_settled(&self) -> bool {
        self.stands >= SETTLED
    }
}

/// How certain the first steps of these answers are.
pub fn certainty(catalogue: &Catalogue, answers: &Answers, firm: &FirmModel, date: Date) -> Certainty {
    let steps = |answers: &Answers| {
        let mut steps = quick_first_steps(catalogue, answers, &posture(catalogue, answers, date), firm, date);
        steps.truncate(FIRST_STEPS);
        steps
    };
    let today = steps(answers);
    let drawn = drawn(catalogue, answers);
    let worlds: Vec<Vec<MeasureId>> = (0..WORLDS)
        .map(|world| {
            let mut complete = answers.clone();
            for (question, options) in &drawn {
                let record = claimed(question, options[world], date);
                complete.records.insert(question.id.clone(), record);
            }
            steps(&complete)
        })
        .collect();
    let mut met: BTreeMap<&MeasureId, usize> = BTreeMap::new();
    for step in worlds.iter().flatten() {
        *met.entry(step).or_default() += 1;
    }
    let share = |id: &MeasureId| met.get(id).copied().unwrap_or(0) as f64 / WORLDS as f64;
    let sure: Vec<MeasureId> = today.iter().filter(|it| share(it) >= SURE).cloned().collect();
    let others = met.keys().copied().filter(|it| !today.contains(it) && share(it) >= POSSIBLE);
    let mut unsure: Vec<MeasureId> =
        today.iter().filter(|it| share(it) < SURE).chain(others).cloned().collect();
    unsure.sort_by(|a, b| share(b).total_cmp(&share(a)).then_with(|| a.cmp(b)));
    let set = |steps: &[MeasureId]| steps.iter().cloned().collect::<BTreeSet<_>>();
    let same = worlds.iter().filter(|it| set(it) == set(&today)).count();
    Certainty { sure, unsure, stands: same as f64 / WORLDS as f64 }
}

/// For every question without an answer the place of its option in every world. Questions that the other answers of
/// a world close have no effect there.
fn drawn<'c>(catalogue: &'c Catalogue, answers: &Answers) -> Vec<(&'c Question, Vec<usize>)> {
    let is_open = |it: &&Question| it.withdrawn.is_none() && !answers.records.contains_key(&it.id);
    let size = catalogue.firm_size(&answers.company);
    let open = catalogue.questions.iter().filter(is_open);
    open.map(|question| {
        let shares = likely_options(catalogue, question, &size);
        let at = strata(&format!("answer/{}", question.id), WORLDS);
        (question, at.into_iter().map(|it| place(&shares, it)).collect())
    })
    .collect()
}

/// The place whose part of the whole a coordinate falls into.
fn place(shares: &[f64], at: f64) -> usize {
    let mut sum = 0.0;
    let hit = shares.iter().position(|it| {
        sum += it;
        at < sum
    });
    hit.unwrap_or(shares.len().saturating_sub(1))
}

fn claimed(question: &Question, option: usize, date: Date) -> Record {
    Record::claimed(Answer::Chosen(question.options[option].id.clone()), date)
}
