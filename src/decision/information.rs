//! What an answer is worth: expected value of partial perfect information (EVPPI), in euros a year.
//!
//! Who does not know whether something is there has two ways: buy all of it, since it could be missing, or leave
//! it. Who knows pays only for what is missing, and only where that pays. The difference, averaged over the
//! possible answers, is what the answer is worth. Formula: `docs/method.md`, "What an answer is worth".

use super::cost::Price;
use super::informs::{Informed, Informing};
use super::offers::{Offers, SAME};
use super::search::{Evaluation, Valuation, ValuedLoss, quick_plan};
use crate::model::{
    AnswerOption, Answers, Catalogue, FirmSize, Measure, MeasureId, Posture, Question, QuestionId,
};
use crate::risk::FirmModel;

/// A question nobody has answered yet.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenQuestion {
    /// The question.
    pub question: QuestionId,
    /// What its answer is worth, euros a year.
    pub value_eur: f64,
    /// Measures for which the possible answers lead to different decisions.
    pub settles: Vec<MeasureId>,
}

/// Weighs what open answers are worth, given a set of degrees for everything else.
pub struct Information<'a> {
    catalogue: &'a Catalogue,
    answers: &'a Answers,
    offers: &'a Offers<'a>,
    loss: ValuedLoss,
    /// Valued loss with the plan in place.
    planned: Evaluation,
}

impl<'a> Information<'a> {
    /// With a plan that is already known.
    pub fn with_plan(
        answers: &'a Answers,
        offers: &'a Offers<'a>,
        firm: &FirmModel,
        valuation: Valuation,
        planned: &[f64],
    ) -> Self {
        let loss = ValuedLoss::new(&firm.structure(), offers.present.len(), valuation);
        Self::of(answers, offers, loss, planned)
    }

    /// With a quick plan of its own: good enough to order questions, fast enough to do it after every answer.
    pub fn quick(answers: &'a Answers, offers: &'a Offers<'a>, firm: &FirmModel, loading: f64) -> Self {
        let (loss, planned) = quick_plan(offers, firm, loading);
        Self::of(answers, offers, loss, &planned)
    }

    fn of(answers: &'a Answers, offers: &'a Offers<'a>, loss: ValuedLoss, planned: &[f64]) -> Self {
        let planned = Evaluation::new(&loss, planned);
        Self { catalogue: offers.catalogue, answers, offers, loss, planned }
    }

    /// Every open question with what its answer is worth, the most valuable first.
    pub fn open_questions(mut self) -> Vec<OpenQuestion> {
        let informing = Informing::new(self.catalogue, self.answers);
        let mut all: Vec<OpenQuestion> = informing
            .open()
            .map(|question| {
                let mut value_eur = 0.0;
                let mut settles = Vec::new();
                for informed in informing.informed(question) {
                    let (value, flips) = self.value(&informed);
                    value_eur += value;
                    if flips {
                        settles.push(self.catalogue.measures[informed.measure].id.clone());
                    }
                }
                OpenQuestion { question: question.id.clone(), value_eur, settles }
            })
            .collect();
        all.sort_by(|a, b| b.value_eur.total_cmp(&a.value_eur).then_with(|| a.question.cmp(&b.question)));
        all
    }

    /// Value of knowing a measure's degree as far as one question decides it, and whether the decision hangs on it.
    fn value(&mut self, informed: &Informed) -> (f64, bool) {
        let measure = &self.catalogue.measures[informed.measure];
        if self.offers.unit_of[informed.measure].is_none() {
            return (0.0, false);
        }
        let present = self.offers.present[informed.measure];
        let average = self.offers.terms.size.adoption(&measure.adoption.by_size.value);
        let degrees: Vec<f64> = informed
            .degrees
            .iter()
            .map(|it| (present + informed.share * (it - average)).clamp(0.0, 1.0))
            .collect();
        let prior = prior(&informed.degrees, average);
        // Actions: leave it, or one of the tiers at its full price.
        let mut actions = vec![(0.0, 0.0)];
        for tier in &measure.tiers {
            let own = self.answers.costs.get(&measure.id);
            let price = Price::of_tier(measure, tier, own, &self.offers.terms);
            let cost = price.annual(&self.offers.terms).total().likely;
            actions.push((self.offers.terms.size.degree(&tier.degree), cost));
        }
        let company = &self.answers.company;
        let least = measure.minimum_for(company, self.catalogue.level(company));
        let least = least.map_or(0.0, |it| self.offers.terms.size.degree(&it.0.degree));
        let mut table = vec![vec![0.0; degrees.len()]; actions.len()];
        let mut known = vec![vec![0.0; degrees.len()]; actions.len()];
        let mut losses: Vec<(f64, f64)> = Vec::new();
        for (action, (degree, cost)) in actions.iter().enumerate() {
            for (answer, there) in degrees.iter().enumerate() {
                let reached = there.max(*degree);
                let loss = self.loss(informed.measure, reached, &mut losses);
                let missing = if *degree > 0.0 { (1.0 - there / degree).max(0.0) } else { 0.0 };
                // A recognised minimum is not left out, whatever it saves.
                let open = if reached < least - SAME { f64::INFINITY } else { 0.0 };
                table[action][answer] = cost + loss + open;
                known[action][answer] = cost * missing + loss + open;
            }
        }
        let expected = |row: &[f64]| {
            row.iter().zip(&prior).map(|(it, p)| if *p > 0.0 { it * p } else { 0.0 }).sum::<f64>()
        };
        let blind = table.iter().map(|it| expected(it)).fold(f64::INFINITY, f64::min);
        let best: Vec<usize> = (0..degrees.len())
            .map(|answer| {
                let order = |a: &usize, b: &usize| known[*a][answer].total_cmp(&known[*b][answer]);
                (0..actions.len()).min_by(order).expect("leaving it is always possible")
            })
            .collect();
        let seeing: Vec<f64> =
            best.iter().enumerate().map(|(answer, action)| known[*action][answer]).collect();
        let buys = |answer: usize| degrees[answer] < actions[best[answer]].0 - SAME;
        let flips = (1..degrees.len()).any(|it| buys(it) != buys(0));
        ((blind - expected(&seeing)).max(0.0), flips)
    }

    /// Valued loss with one measure at a degree, everything else as planned.
    fn loss(&mut self, measure: usize, degree: f64, known: &mut Vec<(f64, f64)>) -> f64 {
        if let Some(it) = known.iter().find(|it| (it.0 - degree).abs() < SAME) {
            return it.1;
        }
        self.planned.set(&self.loss, measure, degree);
        self.planned.settle(&self.loss);
        let loss = self.planned.value(&self.loss);
        self.planned.take_back();
        known.push((degree, loss));
        loss
    }
}

/// How likely each option is before anybody answers: of all distributions with the average degree of such firms
/// the one that says least (maximum entropy), `p ~ exp(theta * degree)`.
fn prior(degrees: &[f64], average: f64) -> Vec<f64> {
    let (least, most) =
        degrees.iter().fold((f64::INFINITY, 0.0), |(a, b), it| (f64::min(a, *it), f64::max(b, *it)));
    let tilted = |theta: f64| -> Vec<f64> {
        let raw: Vec<f64> = degrees.iter().map(|it| libm::exp(theta * (it - most))).collect();
        let sum: f64 = raw.iter().sum();
        raw.into_iter().map(|it| it / sum).collect()
    };
    if most - least < SAME {
        return tilted(0.0);
    }
    let mean = |p: &[f64]| degrees.iter().zip(p).map(|(degree, p)| degree * p).sum::<f64>();
    let wanted = average.clamp(least + 0.01 * (most - least), most - 0.01 * (most - least));
    let (mut low, mut high) = (-STEEPEST, STEEPEST);
    for _ in 0..50 {
        let middle = 0.5 * (low + high);
        if mean(&tilted(middle)) < wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
    tilted(0.5 * (low + high))
}

/// How likely each option of a question is in a firm of that size before anybody answers, by the average adoption of
/// the measures it informs; questions that inform none open or close others, and each way is as likely.
pub fn likely_options(catalogue: &Catalogue, question: &Question, size: &FirmSize) -> Vec<f64> {
    let measures: Vec<&Measure> =
        question.informs().iter().filter_map(|it| catalogue.measure(&it.measure)).collect();
    if measures.is_empty() {
        return vec![1.0 / question.options.len() as f64; question.options.len()];
    }
    let count = measures.len() as f64;
    let average = measures.iter().map(|it| size.adoption(&it.adoption.by_size.value)).sum::<f64>() / count;
    let degree =
        |option: &AnswerOption| option.informs.iter().map(|it| size.degree(&it.degree)).sum::<f64>() / count;
    prior(&question.options.iter().map(degree).collect::<Vec<_>>(), average)
}

/// Steepest tilt: practically all on the best or the worst option.
const STEEPEST: f64 = 500.0;

/// Posture-independent entry for the interview: open questions by what their answers are worth to this firm.
pub fn open_questions_by_value(
    catalogue: &Catalogue,
    answers: &Answers,
    posture: &Posture,
    firm: &FirmModel,
    date: jiff::civil::Date,
) -> Vec<OpenQuestion> {
    let terms = super::decide::terms(catalogue, answers, date);
    let offers = Offers::new(catalogue, answers, posture, terms);
    let loading = catalogue.constants.risk_loading.value;
    Information::quick(answers, &offers, firm, loading).open_questions()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prior_has_the_average_as_its_mean() {
        let degrees = [0.0, 0.4, 0.85, 1.0];
        let p = prior(&degrees, 0.36);
        let mean: f64 = degrees.iter().zip(&p).map(|(degree, p)| degree * p).sum();
        assert!((mean - 0.36).abs() < 1e-9);
        assert!((p.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!(p.windows(2).all(|it| it[0] > it[1]), "below the middle the worse answer is the likelier");
    }

    #[test]
    fn options_that_say_the_same_are_equally_likely() {
        assert_eq!(prior(&[0.5, 0.5], 0.2), vec![0.5, 0.5]);
    }
}
