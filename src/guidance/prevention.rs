//! What prevention costs against the damage a case tells of.

use crate::decision::{Advice, Decision};
use crate::model::{Case, Catalogue, MeasureId, Posture};
use crate::risk::FirmModel;

/// Where a measure of a case stands in this firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// It is there.
    InPlace,
    /// The plan contains it.
    Planned,
    /// The risk is borne, or it has to be clarified first.
    Open,
}

/// One measure of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseMeasure {
    /// The measure.
    pub measure: MeasureId,
    /// Where it stands.
    pub step: Step,
    /// Burden a year where it is planned, euros, own hours included.
    pub yearly_eur: f64,
}

/// Prevention beside damage. Every figure is an estimate for this firm except [`Self::reported_eur`].
#[derive(Clone, Debug, PartialEq)]
pub struct Prevention {
    /// The measures that would have limited the case, as they stand in this firm.
    pub measures: Vec<CaseMeasure>,
    /// What the planned ones cost a year together, euros, own hours included.
    pub yearly_eur: f64,
    /// Damage the case's source reports, euros.
    pub reported_eur: Option<f64>,
    /// What such an event would cost this firm today on average, euros.
    pub own_event_eur: f64,
    /// What it would cost with the planned ones of these measures in place, euros.
    pub own_event_with_plan_eur: f64,
    /// Expected loss a year from such events today, euros.
    pub own_yearly_eur: f64,
    /// Expected loss a year from such events with them in place, euros.
    pub own_yearly_with_plan_eur: f64,
}

/// Lays a case beside the firm's own figures; none where the scenario is unknown.
pub fn prevention(
    catalogue: &Catalogue,
    posture: &Posture,
    firm: &FirmModel,
    decision: &Decision,
    case: &Case,
) -> Option<Prevention> {
    let at = catalogue.scenario_index(&case.scenario)?;
    let today = posture.expected();
    let mut then = today.clone();
    let mut measures = Vec::new();
    for id in &case.measures {
        let Some(place) = catalogue.measure_index(id).filter(|it| firm.is_relevant(*it)) else { continue };
        let judged = decision.measures.iter().find(|it| &it.measure == id);
        let planned = judged.and_then(|it| it.weighed.as_ref()).filter(|it| it.in_plan);
        let (step, yearly_eur) = match (planned, judged.map(|it| it.advice)) {
            (Some(weighed), _) => {
                then[place] = decision.plan.degrees[place];
                (Step::Planned, weighed.balance.annual.total().likely)
            }
            (None, Some(Advice::InPlace)) => (Step::InPlace, 0.0),
            _ => (Step::Open, 0.0),
        };
        measures.push(CaseMeasure { measure: id.clone(), step, yearly_eur });
    }
    // Expected loss a year over events a year: the mean loss per event.
    let event = |degrees: &[f64]| {
        let frequency = firm.lines(degrees)[at].frequency;
        if frequency > 0.0 { firm.scenario_losses(degrees)[at] / frequency } else { 0.0 }
    };
    Some(Prevention {
        yearly_eur: measures.iter().map(|it| it.yearly_eur).sum(),
        reported_eur: case.loss_eur,
        own_event_eur: event(&today),
        own_event_with_plan_eur: event(&then),
        own_yearly_eur: firm.scenario_losses(&today)[at],
        own_yearly_with_plan_eur: firm.scenario_losses(&then)[at],
        measures,
    })
}
