//! A selection with everything its value is made of: the search steps from one to the next.

use super::evaluation::Evaluation;
use super::problem::{Appraisal, Burden, Problem};
use crate::decision::Selection;

/// One change of a selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A field in another state.
    State(usize, u8),
    /// A bundle bought or left.
    Pack(usize, bool),
}

/// Where the search stands.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    problem: &'a Problem,
    selection: Selection,
    /// Per field: what its state takes.
    bills: Vec<Burden>,
    evaluation: Evaluation,
    before: Before,
    /// Fields a step under way has touched.
    touched: Vec<usize>,
}

/// What stood there before the steps that are not kept yet.
#[derive(Clone, Debug, Default)]
struct Before {
    states: Vec<(usize, u8)>,
    packs: Option<u64>,
    bills: Vec<(usize, Burden)>,
}

impl<'a> Candidate<'a> {
    /// At a selection.
    pub fn at(problem: &'a Problem, selection: &Selection) -> Self {
        let mut candidate = Self {
            problem,
            selection: selection.clone(),
            bills: vec![Burden::default(); problem.fields.len()],
            evaluation: Evaluation::new(&problem.loss, &problem.degrees(selection)),
            before: Before::default(),
            touched: Vec::new(),
        };
        for field in 0..problem.fields.len() {
            candidate.bills[field] = candidate.bill(field);
        }
        candidate
    }

    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    /// Takes steps; the value with the prices of what is limited. [`Self::keep`] or [`Self::take_back`] next.
    pub fn take(&mut self, steps: &[Step]) -> f64 {
        self.change(steps);
        self.evaluation.settle(&self.problem.loss);
        self.value()
    }

    /// The same where the value falls below `limit`; elsewhere nothing changes. All earlier steps must be kept.
    pub fn take_below(&mut self, steps: &[Step], limit: f64) -> Option<f64> {
        self.change(steps);
        let problem = self.problem;
        let price = problem.price_of(&self.burden()) - problem.allowance();
        if self.evaluation.settle_below(&problem.loss, limit - price) {
            let value = price + self.evaluation.value(&problem.loss);
            if value < limit {
                return Some(value);
            }
        }
        self.take_back();
        None
    }

    /// Changes selection, degrees and bills; the evaluation is to be settled next.
    fn change(&mut self, steps: &[Step]) {
        for step in steps {
            match *step {
                Step::State(field, state) => {
                    self.before.states.push((field, self.selection.states[field]));
                    self.selection.states[field] = state;
                    self.touch(field);
                }
                Step::Pack(at, bought) => {
                    self.before.packs.get_or_insert(self.selection.packs);
                    let bit = 1 << at;
                    self.selection.packs =
                        if bought { self.selection.packs | bit } else { self.selection.packs & !bit };
                    for field in 0..self.problem.fields.len() {
                        if self.problem.fields[field].packs & bit != 0 {
                            self.touch(field);
                        }
                    }
                }
            }
        }
        let touched = std::mem::take(&mut self.touched);
        for &field in &touched {
            self.update(field);
        }
        self.touched = touched;
        self.touched.clear();
    }

    fn touch(&mut self, field: usize) {
        if !self.touched.contains(&field) {
            self.touched.push(field);
        }
    }

    fn update(&mut self, field: usize) {
        let problem = self.problem;
        let its = &problem.fields[field];
        let choice = its.choice(self.selection.states[field]);
        for &measure in &its.members {
            let mut degree = problem.supplied_to(self.selection.packs, measure);
            if let Some(choice) = choice.filter(|it| it.measure == measure) {
                degree = degree.max(choice.degree);
            }
            self.evaluation.set(&problem.loss, measure, degree);
        }
        self.before.bills.push((field, self.bills[field]));
        self.bills[field] = self.bill(field);
    }

    fn bill(&self, field: usize) -> Burden {
        let its = &self.problem.fields[field];
        let below = Problem::below(its, self.evaluation.degrees());
        let chosen = its.choice(self.selection.states[field]).map(|it| it.burden);
        Burden { below, ..chosen.unwrap_or_default() }
    }

    /// Makes the steps stay.
    pub fn keep(&mut self) {
        self.before.states.clear();
        self.before.packs = None;
        self.before.bills.clear();
        self.evaluation.keep();
    }

    /// Takes all steps back that were not kept.
    pub fn take_back(&mut self) {
        for (field, state) in self.before.states.drain(..).rev() {
            self.selection.states[field] = state;
        }
        if let Some(packs) = self.before.packs.take() {
            self.selection.packs = packs;
        }
        for (field, bill) in self.before.bills.drain(..).rev() {
            self.bills[field] = bill;
        }
        self.evaluation.take_back();
    }

    /// The value after some steps, with what comes on top of it where they lead (never less than nothing), where it is
    /// below `limit`; nothing changes.
    pub fn try_below_with(
        &mut self,
        steps: &[Step],
        limit: f64,
        beyond: &dyn Fn(&Candidate) -> f64,
    ) -> Option<f64> {
        let value = self.take_below(steps, limit)? + beyond(self);
        self.take_back();
        (value < limit).then_some(value)
    }

    /// Money a year of all purchases, euros.
    pub fn money(&self) -> f64 {
        self.burden().money
    }

    /// Steps to another selection.
    pub fn go_to(&mut self, selection: &Selection) {
        let mut steps = Vec::new();
        for (field, (from, to)) in self.selection.states.iter().zip(&selection.states).enumerate() {
            if from != to {
                steps.push(Step::State(field, *to));
            }
        }
        let differing = self.selection.packs ^ selection.packs;
        steps.extend((0..64).filter(|at| differing >> at & 1 == 1).map(|at| {
            let bought = selection.has_pack(at);
            Step::Pack(at, bought)
        }));
        if !steps.is_empty() {
            self.take(&steps);
            self.keep();
        }
    }

    fn burden(&self) -> Burden {
        let packs = self.problem.packs_of(self.selection.packs).map(|at| &self.problem.parcels[at]);
        packs.chain(&self.bills).fold(Burden::default(), |sum, it| Burden {
            money: sum.money + it.money,
            hours: sum.hours + it.hours,
            attention: sum.attention + it.attention,
            below: sum.below + it.below,
        })
    }

    /// The objective with the prices of what is limited: what the search compares.
    pub fn value(&self) -> f64 {
        self.priced(&self.burden())
    }

    /// The objective, and whether the limits are kept.
    pub fn appraise(&self) -> Appraisal {
        let burden = self.burden();
        self.problem.appraisal(self.priced(&burden), &burden)
    }

    fn priced(&self, burden: &Burden) -> f64 {
        let problem = self.problem;
        problem.price_of(burden) + self.evaluation.value(&problem.loss) - problem.allowance()
    }
}
