//! The plan's measures as somebody works from them: one sheet per measure, in the order of the road map.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Report;
use crate::decision::{Balance, Item, Source};
use crate::model::{
    Answer, BundleId, Catalogue, Measure, MeasureId, OptionId, QuestionId, RoleId, ScenarioId, TierLevel,
};

/// Answers told on a sheet: the clearest gaps, no list.
const MOST_ANSWERS: usize = 2;
/// Measures named that lose their effect without this one.
const MOST_CARRIED: usize = 3;

/// A measure of the plan as somebody carries it out.
#[derive(Clone, Debug)]
pub struct Sheet<'r> {
    /// Its place in the order of work, from 1.
    pub number: usize,
    /// The measure.
    pub measure: &'r Measure,
    /// The tier that is carried out.
    pub level: TierLevel,
    /// The bundle that brings it.
    pub via: Option<BundleId>,
    /// Who carries it out.
    pub done_by: RoleId,
    /// Until when; none where the own hours of the first year do not reach.
    pub until: Option<Date>,
    /// What it costs and brings.
    pub balance: &'r Balance,
    /// The firm's own answers that show what is missing, the clearest first.
    pub answers: Vec<(QuestionId, OptionId)>,
    /// What it stands against most; none for what only carries others.
    pub scenario: Option<ScenarioId>,
    /// Measures in place or planned that lose effect without it.
    pub carries: Vec<MeasureId>,
}

/// Sheets of everything the plan does, in the order of the road map.
pub fn sheets<'r>(catalogue: &'r Catalogue, report: &'r Report) -> Vec<Sheet<'r>> {
    let mut told: BTreeSet<&MeasureId> = BTreeSet::new();
    let mut sheets = Vec::new();
    for item in report.decision.roadmap.items.iter().filter(|it| it.source != Source::Stopgap) {
        for (measure, _) in &item.raises {
            if told.insert(measure) {
                sheets.extend(sheet(catalogue, report, item, measure, sheets.len() + 1));
            }
        }
    }
    sheets
}

fn sheet<'r>(
    catalogue: &'r Catalogue,
    report: &'r Report,
    item: &Item,
    measure: &MeasureId,
    number: usize,
) -> Option<Sheet<'r>> {
    let measure = catalogue.measure(measure)?;
    let judged = report.decision.measures.iter().find(|it| it.measure == measure.id)?;
    let weighed = judged.weighed.as_ref()?;
    let (level, via) = match &item.source {
        Source::Tier(level) => (*level, None),
        Source::Bundle(id) => {
            let supplies = &catalogue.bundle(id)?.supplies;
            (supplies.iter().find(|it| it.measure == measure.id)?.level, Some(id.clone()))
        }
        Source::Stopgap => return None,
    };
    Some(Sheet {
        number,
        measure,
        level,
        via,
        done_by: catalogue.stand_in(&report.answers.company, &measure.done_by),
        until: report.due_day(&measure.id),
        balance: &weighed.balance,
        answers: gaps(catalogue, report, measure),
        scenario: largest(report, measure),
        carries: carried(catalogue, report, measure),
    })
}

/// The answers that say least of the measure is there.
fn gaps(catalogue: &Catalogue, report: &Report, measure: &Measure) -> Vec<(QuestionId, OptionId)> {
    let size = catalogue.firm_size(&report.answers.company);
    let answered = report.answers.records.iter().filter_map(|(id, record)| {
        let question = catalogue.question(id)?;
        let Answer::Chosen(option) = record.best(question) else { return None };
        let degree = question.option(option)?.degree(&measure.id, &size)?;
        Some((degree, id.clone(), option.clone()))
    });
    let mut gaps: Vec<_> = answered.filter(|it| it.0 < 1.0).collect();
    gaps.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    gaps.into_iter().take(MOST_ANSWERS).map(|(_, question, option)| (question, option)).collect()
}

/// The scenario of which the measure takes off most at full effect.
fn largest(report: &Report, measure: &Measure) -> Option<ScenarioId> {
    let taken = |scenario: &ScenarioId| -> f64 {
        let effect = measure.effects.iter().find(|it| &it.scenario == scenario);
        let factor = effect.map_or(1.0, |it| {
            let kept = |it: Option<crate::model::Estimate>| it.map_or(1.0, |it| it.likely);
            kept(it.frequency_factor) * kept(it.severity_factor)
        });
        1.0 - factor
    };
    let weights = report.scenarios.iter().map(|it| (it.expected * taken(&it.scenario), &it.scenario));
    let best = weights.filter(|it| it.0 > 0.0).max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)));
    best.map(|it| it.1.clone())
}

/// The measures in place or planned that lean on it, those that lose most first.
fn carried(catalogue: &Catalogue, report: &Report, measure: &Measure) -> Vec<MeasureId> {
    let degrees = &report.decision.plan.degrees;
    let leaning = catalogue.measures.iter().enumerate().filter_map(|(place, it)| {
        let need = it.prerequisites.iter().find(|need| need.measure == measure.id)?;
        Some(((1.0 - need.attenuation.likely) * degrees.get(place)?, it.id.clone()))
    });
    let mut leaning: Vec<_> = leaning.filter(|it| it.0 > 0.0).collect();
    leaning.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    leaning.into_iter().take(MOST_CARRIED).map(|it| it.1).collect()
}
