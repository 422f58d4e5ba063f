//! Why a risk is the largest: the answers that move it most.

use super::informs::Informing;
use super::offers::Offers;
use crate::model::{Answer, Answers, Catalogue, QuestionId, ScenarioId};
use crate::risk::FirmModel;

/// The most expensive scenario and what would lower it most.
#[derive(Clone, Debug, PartialEq)]
pub struct Drivers {
    /// The scenario.
    pub scenario: ScenarioId,
    /// What it costs a year on average today, euros.
    pub expected_annual_loss: f64,
    /// The answers that move it most, the strongest first, at most three.
    pub answers: Vec<Driver>,
}

/// One answer and what the best possible one would take off.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// The question.
    pub question: QuestionId,
    /// What the best answer would take off the scenario, euros a year.
    pub takes_off: f64,
    /// True where nobody knew; firms of that size stand in.
    pub unknown: bool,
}

/// Answers named.
const NAMED: usize = 3;

/// Finds what drives the most expensive scenario; none where nothing costs anything.
pub fn drivers(
    catalogue: &Catalogue,
    answers: &Answers,
    offers: &Offers,
    firm: &FirmModel,
) -> Option<Drivers> {
    let now = firm.scenario_losses(&offers.present);
    let order = |a: &usize, b: &usize| now[*a].total_cmp(&now[*b]).then(b.cmp(a));
    let top = (0..now.len()).max_by(order).filter(|it| now[*it] > 0.0)?;
    let informing = Informing::new(catalogue, answers);
    let mut all: Vec<Driver> = informing
        .all()
        .filter_map(|question| {
            let record = answers.records.get(&question.id)?;
            let chosen = match record.best(question) {
                Answer::Chosen(option) => question.options.iter().position(|it| &it.id == option),
                Answer::Unknown => None,
                Answer::NotApplicable { .. } => return None,
            };
            let mut degrees = offers.present.clone();
            for informed in informing.informed(question) {
                let best = informed.degrees.iter().copied().fold(0.0, f64::max);
                let average =
                    offers.terms.size.adoption(&catalogue.measures[informed.measure].adoption.by_size.value);
                let said = chosen.map_or(average, |it| informed.degrees[it]);
                let place = &mut degrees[informed.measure];
                *place = (*place + informed.share * (best - said).max(0.0)).min(1.0);
            }
            let takes_off = now[top] - firm.scenario_losses(&degrees)[top];
            let unknown = *record.best(question) == Answer::Unknown;
            Some(Driver { question: question.id.clone(), takes_off, unknown })
        })
        .filter(|it| it.takes_off > 0.0)
        .collect();
    all.sort_by(|a, b| b.takes_off.total_cmp(&a.takes_off).then_with(|| a.question.cmp(&b.question)));
    all.truncate(NAMED);
    let scenario = catalogue.scenarios[top].id.clone();
    Some(Drivers { scenario, expected_annual_loss: now[top], answers: all })
}
