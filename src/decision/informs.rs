//! How far one question decides a measure's degree.

use crate::model::{Answer, AnswerCondition, AnswerOption, Answers, Catalogue, Question};

/// The questions that concern a firm, with their weight in each measure.
pub(super) struct Informing<'a> {
    catalogue: &'a Catalogue,
    answers: &'a Answers,
    /// Per measure, in the catalogue's order: sum of weights of the questions that concern the firm.
    weights: Vec<f64>,
    /// Per question, in the catalogue's order.
    concerns: Vec<bool>,
}

/// One measure a question informs.
pub(super) struct Informed {
    /// Place of the measure.
    pub measure: usize,
    /// Weight of the question among all that inform it, 0 to 1.
    pub share: f64,
    /// Degree per option, worst option first.
    pub degrees: Vec<f64>,
}

impl<'a> Informing<'a> {
    pub fn new(catalogue: &'a Catalogue, answers: &'a Answers) -> Self {
        let concerns = concerns(catalogue, answers);
        let mut weights = vec![0.0; catalogue.measures.len()];
        for (question, _) in catalogue.questions.iter().zip(&concerns).filter(|it| *it.1) {
            for (measure, weight) in informed(catalogue, question) {
                weights[measure] += weight;
            }
        }
        Self { catalogue, answers, weights, concerns }
    }

    /// Questions that concern the firm and have no answer that says anything, in the catalogue's order.
    pub fn open(&self) -> impl Iterator<Item = &'a Question> {
        let answers = self.answers;
        self.all().filter(move |it| match answers.records.get(&it.id) {
            None => true,
            Some(record) => *record.best(it) == Answer::Unknown,
        })
    }

    /// Questions that concern the firm, in the catalogue's order.
    pub fn all(&self) -> impl Iterator<Item = &'a Question> {
        let concerned = self.catalogue.questions.iter().zip(&self.concerns);
        let all: Vec<&Question> = concerned.filter(|it| *it.1).map(|it| it.0).collect();
        all.into_iter()
    }

    /// What a question says about measures.
    pub fn informed(&self, question: &Question) -> Vec<Informed> {
        let size = self.catalogue.firm_size(&self.answers.company);
        let each = informed(self.catalogue, question).map(|(measure, weight)| {
            let id = &self.catalogue.measures[measure].id;
            let degree = |option: &AnswerOption| option.degree(id, &size).unwrap_or(0.0);
            let share = if self.weights[measure] > 0.0 { weight / self.weights[measure] } else { 0.0 };
            Informed { measure, share, degrees: question.options.iter().map(degree).collect() }
        });
        each.collect()
    }
}

/// Places and weights of the measures a question informs; all options inform the same.
fn informed<'a>(catalogue: &'a Catalogue, question: &'a Question) -> impl Iterator<Item = (usize, f64)> + 'a {
    question.informs().iter().filter_map(|it| {
        let weight = question.weights.get(&it.measure).copied().unwrap_or(1.0);
        Some((catalogue.measure_index(&it.measure)?, weight))
    })
}

/// Per question, in the catalogue's order: true unless it is for other firms or an earlier answer leads past it, past a
/// question on which it depends included.
fn concerns(catalogue: &Catalogue, answers: &Answers) -> Vec<bool> {
    let level = catalogue.level(&answers.company);
    let fits = |it: &Question| it.withdrawn.is_none() && it.when.holds_for(&answers.company, level);
    let mut concerns: Vec<bool> = catalogue.questions.iter().map(fits).collect();
    loop {
        let passed = |(at, question): (usize, &Question)| {
            let is_reached = |earlier: &AnswerCondition| {
                let place = catalogue.questions.iter().position(|it| it.id == earlier.question);
                let said = place.map(|it| &catalogue.questions[it]);
                let said = said.and_then(|it| Some(answers.records.get(&it.id)?.best(it)));
                leads_here(said, earlier) && place.is_none_or(|it| concerns[it])
            };
            concerns[at] && !question.when.answers.iter().all(is_reached)
        };
        let questions = catalogue.questions.iter().enumerate();
        let passed: Vec<usize> = questions.filter(|it| passed(*it)).map(|it| it.0).collect();
        if passed.is_empty() {
            return concerns;
        }
        for at in passed {
            concerns[at] = false;
        }
    }
}

/// True unless an earlier answer leads past the question.
fn leads_here(said: Option<&Answer>, earlier: &AnswerCondition) -> bool {
    match said {
        Some(Answer::Chosen(option)) => earlier.options.contains(option),
        Some(Answer::NotApplicable { .. }) => false,
        Some(Answer::Unknown) | None => true,
    }
}
