//! The picture that runs along with a check: the estimate so far, and what a finished topic comes to.

use jiff::civil::Date;

use super::cases::ranked;
use super::certainty::{Certainty, certainty};
use crate::assessment::posture;
use crate::decision::{Offers, OpenQuestion, open_questions_by_value, terms};
use crate::model::{
    Answers, Case, Catalogue, Company, Interval, Measure, MeasureId, Question, TierLevel, TopicId,
};
use crate::risk::{FirmModel, interval};

/// Draws behind the running range. A tenth of a report's is enough for two digits and stays below the time a
/// person notices.
const DRAWS: usize = 64;

/// The step of a finished topic that is worth most.
#[derive(Clone, Debug, PartialEq)]
pub struct BestStep {
    /// The measure.
    pub measure: MeasureId,
    /// The variant.
    pub tier: TierLevel,
    /// What it takes off the expected loss, euros a year.
    pub avoided_eur: f64,
    /// What it costs in money, euros a year.
    pub money_eur: f64,
    /// What it costs in own hours a year.
    pub hours: f64,
}

/// How much an answer about a measure takes off the urgency of the next question about it. Among the values tried
/// in the study of the short check this one agreed best with the full check (`docs/method.md`, "How far a short check
/// gets").
const RESEMBLANCE: f64 = 3.0;

/// What a finished topic comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum TopicResult {
    /// One step is worth taking, whatever else is done.
    Step(BestStep),
    /// What would help here costs more than it saves this firm.
    Enough,
    /// Everything that could be done is done.
    Done,
}

/// The picture of one company. It keeps what does not depend on answers to questions.
#[derive(Clone, Debug)]
pub struct Running<'c> {
    catalogue: &'c Catalogue,
    date: Date,
    firm: Option<(Company, FirmModel)>,
}

impl<'c> Running<'c> {
    /// A picture on a day of reckoning.
    pub fn new(catalogue: &'c Catalogue, date: Date) -> Self {
        Self { catalogue, date, firm: None }
    }

    /// Expected loss a year so far, with its range.
    pub fn loss(&mut self, answers: &Answers) -> Interval {
        let posture = posture(self.catalogue, answers, self.date);
        let degrees = posture.expected();
        let firm = self.firm(&answers.company);
        interval(
            firm.expected_annual_loss(&degrees),
            firm.draws(&posture, DRAWS).expected_annual_losses(&degrees),
        )
    }

    /// What a finished topic comes to; nothing where it is about no measure that can be bought.
    pub fn topic(&mut self, answers: &Answers, topic: &TopicId) -> Option<TopicResult> {
        let catalogue = self.catalogue;
        let posture = posture(catalogue, answers, self.date);
        let terms = terms(catalogue, answers, self.date);
        let offers = Offers::new(catalogue, answers, &posture, terms);
        let nothing = offers.nothing();
        let firm = self.firm(&answers.company);
        let now = firm.expected_annual_loss(&offers.present);
        let mut best: Option<(f64, BestStep)> = None;
        let mut is_open = false;
        let mut is_concerned = false;
        for unit in at_home(catalogue, topic).filter_map(|it| offers.unit_of[it]) {
            is_concerned = true;
            for state in 1..=u8::try_from(offers.units[unit].offers.len()).unwrap_or(u8::MAX) {
                let chosen = nothing.with_state(unit, state);
                let degrees = offers.degrees(&chosen);
                if degrees == offers.present {
                    continue;
                }
                is_open = true;
                let avoided_eur = now - firm.expected_annual_loss(&degrees);
                let annual = offers.annual(&chosen);
                let net = avoided_eur - annual.total().likely;
                let Some(offer) = offers.units[unit].offer(state) else {
                    continue;
                };
                if net > best.as_ref().map_or(0.0, |it| it.0) {
                    let step = BestStep {
                        measure: catalogue.measures[offer.measure].id.clone(),
                        tier: offer.level,
                        avoided_eur,
                        money_eur: annual.money_eur.likely,
                        hours: annual.hours.likely,
                    };
                    best = Some((net, step));
                }
            }
        }
        match best {
            Some((_, step)) => Some(TopicResult::Step(step)),
            None if is_open => Some(TopicResult::Enough),
            None => is_concerned.then_some(TopicResult::Done),
        }
    }

    /// Open questions in the order of asking: by what their answers are worth to this firm, those about a measure
    /// that was asked about already later, since answers about one thing resemble each other.
    pub fn by_value(&mut self, answers: &Answers) -> Vec<OpenQuestion> {
        let posture = posture(self.catalogue, answers, self.date);
        let (catalogue, date) = (self.catalogue, self.date);
        let open = open_questions_by_value(catalogue, answers, &posture, self.firm(&answers.company), date);
        let asked: Vec<&Question> = answers.records.keys().filter_map(|it| catalogue.question(it)).collect();
        let urgency = |it: &OpenQuestion| {
            let Some(question) = catalogue.question(&it.question) else { return it.value_eur };
            let related = asked.iter().filter(|other| share_a_measure(question, other)).count();
            it.value_eur / (1.0 + RESEMBLANCE * related as f64)
        };
        let mut ranked: Vec<(f64, OpenQuestion)> = open.into_iter().map(|it| (urgency(&it), it)).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.question.cmp(&b.1.question)));
        ranked.into_iter().map(|it| it.1).collect()
    }

    /// The case that fits this firm best among those that the question's measures would have changed.
    pub fn case(&mut self, answers: &Answers, question: &Question) -> Option<&'c Case> {
        let catalogue = self.catalogue;
        let degrees = posture(catalogue, answers, self.date).expected();
        let losses = self.firm(&answers.company).scenario_losses(&degrees);
        let concerns = |case: &Case| question.informs().iter().any(|it| case.measures.contains(&it.measure));
        let ranked = ranked(catalogue, &answers.company, &losses);
        ranked.iter().filter_map(|it| catalogue.knowledge.case(&it.case)).find(|it| concerns(it))
    }

    /// How certain the first steps are while questions are open.
    pub fn certainty(&mut self, answers: &Answers) -> Certainty {
        let (catalogue, date) = (self.catalogue, self.date);
        certainty(catalogue, answers, self.firm(&answers.company), date)
    }

    /// What a day without IT is taken to cost where the owner gives no figure, euros.
    pub fn usual_day(&self, company: &Company) -> Option<f64> {
        let constants = &self.catalogue.constants;
        let scale = constants.reference_day_eur.value / constants.reference.turnover_eur;
        company.turnover_eur.map(|it| it * scale)
    }

    /// The reserve assumed where the owner gives none, euros.
    pub fn usual_reserve(&self, company: &Company) -> f64 {
        let company = Company { liquid_reserve_eur: None, ..company.clone() };
        FirmModel::new(self.catalogue, &company).reserve_eur()
    }

    fn firm(&mut self, company: &Company) -> &FirmModel {
        if self.firm.as_ref().is_none_or(|(known, _)| known != company) {
            self.firm = Some((company.clone(), FirmModel::new(self.catalogue, company)));
        }
        let (_, firm) = self.firm.as_ref().expect("it was just made");
        firm
    }
}

/// Positions of the measures that a topic is about: those its questions inform more than the questions of any other topic.
fn at_home<'a>(catalogue: &'a Catalogue, topic: &'a TopicId) -> impl Iterator<Item = usize> + 'a {
    let measures = catalogue.measures.iter().enumerate();
    measures.filter(move |it| home(catalogue, it.1) == Some(topic)).map(|it| it.0)
}

/// The topic whose questions inform a measure most, of several the first.
fn home<'c>(catalogue: &'c Catalogue, measure: &Measure) -> Option<&'c TopicId> {
    let informing = |it: &&Question| it.informs().iter().any(|it| it.measure == measure.id);
    let weight = |topic: &TopicId| -> f64 {
        let own = catalogue.questions.iter().filter(informing).filter(|it| it.topic == *topic);
        own.map(|it| it.weights.get(&measure.id).copied().unwrap_or(1.0)).sum()
    };
    let weighed = catalogue.topics.iter().map(|it| (&it.id, weight(&it.id))).filter(|it| it.1 > 0.0);
    weighed.reduce(|best, it| if it.1 > best.1 { it } else { best }).map(|it| it.0)
}

/// True where two questions inform the same measure.
fn share_a_measure(one: &Question, other: &Question) -> bool {
    one.informs().iter().any(|it| other.informs().iter().any(|also| also.measure == it.measure))
}
