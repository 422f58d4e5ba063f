//! The first steps of a quick plan: good enough to see what open answers could still change.

use jiff::civil::Date;

use super::offers::{Offers, SAME};
use super::search::quick_plan;
use crate::model::{Answers, Catalogue, MeasureId, Posture};
use crate::risk::FirmModel;

/// The measures a quick plan raises, those first that take most off the expected loss while the rest of the plan
/// stands.
pub fn quick_first_steps(
    catalogue: &Catalogue,
    answers: &Answers,
    posture: &Posture,
    firm: &FirmModel,
    date: Date,
) -> Vec<MeasureId> {
    let terms = super::decide::terms(catalogue, answers, date);
    let offers = Offers::new(catalogue, answers, posture, terms);
    let (_, planned) = quick_plan(&offers, firm, catalogue.constants.risk_loading.value);
    let with_plan = firm.expected_annual_loss(&planned);
    let raised = (0..planned.len()).filter(|it| planned[*it] > offers.present[*it] + SAME);
    let mut steps: Vec<(f64, &MeasureId)> = raised
        .map(|measure| {
            let mut without = planned.clone();
            without[measure] = offers.present[measure];
            (firm.expected_annual_loss(&without) - with_plan, &catalogue.measures[measure].id)
        })
        .collect();
    steps.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    steps.into_iter().map(|it| it.1.clone()).collect()
}
