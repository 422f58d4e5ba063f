//! What would be if: other circumstances, measures added or taken away. The answers stay as they are.

use jiff::civil::Date;

use super::build;
use crate::assessment::{in_effect, posture};
use crate::decision::{Annual, Change, Offers, Options, Outlook, Rung, changed, terms};
use crate::model::{Acceptance, Answers, Catalogue, Degree, MeasureId, Posture, TakenDecision, Verdict};
use crate::risk::{FirmModel, Refusal, ScenarioFactor};

/// The difference a change makes today, before any plan.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// The year as it is.
    pub before: Outlook,
    /// The year with the change.
    pub after: Outlook,
    /// What the added measures cost a year.
    pub annual: Annual,
    /// Measures of the change that have no place in this firm.
    pub ignored: Vec<MeasureId>,
}

/// The other circumstances.
#[derive(Clone, Copy, Debug)]
pub struct Then<'a> {
    /// The company and its answers as they would be.
    pub answers: &'a Answers,
    /// What new technology does to scenarios.
    pub factors: &'a [ScenarioFactor],
    /// Measures that count from then on and that nobody has taken yet.
    pub missing: &'a [MeasureId],
}

impl<'a> Then<'a> {
    /// Other answers alone.
    pub fn of(answers: &'a Answers) -> Self {
        Self { answers, factors: &[], missing: &[] }
    }

    /// The firm and its posture under these circumstances.
    pub(super) fn firm(&self, catalogue: &Catalogue, date: Date) -> (FirmModel, Answers, Posture) {
        let answers = in_effect(catalogue, self.answers);
        let firm = FirmModel::new(catalogue, &answers.company).under(self.factors);
        let mut posture = posture(catalogue, &answers, date);
        for place in self.missing.iter().filter_map(|it| catalogue.measure_index(it)) {
            posture.degrees[place] = Degree::exactly(0.0);
        }
        (firm, answers, posture)
    }
}

/// Compares a firm as it is with the same firm under other circumstances and with other measures.
pub fn what_if(
    catalogue: &Catalogue,
    now: &Answers,
    then: &Then,
    change: &Change,
    date: Date,
) -> Result<WhatIf, Refusal> {
    let before = as_it_is(catalogue, now, date)?;
    let (after, annual, ignored) = with_change(catalogue, then, change, date)?;
    Ok(WhatIf { before, after, annual, ignored })
}

/// The year as it is.
pub(super) fn as_it_is(catalogue: &Catalogue, now: &Answers, date: Date) -> Result<Outlook, Refusal> {
    let (firm, _, posture) = Then::of(now).firm(catalogue, date);
    Outlook::of(&firm, &posture.expected())
}

/// The year under other circumstances with a change, what the change costs a year, and its measures that have no place.
pub(super) fn with_change(
    catalogue: &Catalogue,
    then: &Then,
    change: &Change,
    date: Date,
) -> Result<(Outlook, Annual, Vec<MeasureId>), Refusal> {
    let (firm, answers, posture) = then.firm(catalogue, date);
    let offers = Offers::new(catalogue, &answers, &posture, terms(catalogue, &answers, date));
    let (degrees, annual, ignored) = changed(&offers, change);
    Ok((Outlook::of(&firm, &degrees)?, annual, ignored))
}

/// The plan beside the plan that does without some measures.
#[derive(Clone, Debug, PartialEq)]
pub struct WithoutMeasures {
    /// What is left out.
    pub left_out: Vec<MeasureId>,
    /// The rung that is followed.
    pub plan: Rung,
    /// The same rung where nobody may buy what is left out.
    pub without: Rung,
}

/// Asks what the plan is where management bears what these measures would keep away.
///
/// # Errors
///
/// Refused where the inputs lie outside what the distribution can be computed for.
pub fn without_measures(
    catalogue: &Catalogue,
    answers: &Answers,
    options: &Options,
    left_out: &[MeasureId],
) -> Result<WithoutMeasures, Refusal> {
    let plan = build(catalogue, answers, options)?.decision.ladder.followed().clone();
    let mut accepting = Answers { plan_rung: Some(plan.id), ..answers.clone() };
    for id in left_out {
        let acceptance = Acceptance { reason: String::new(), owner: String::new(), review: options.date };
        let accepted = TakenDecision {
            verdict: Verdict::Accept,
            date: options.date,
            tier: None,
            due: None,
            owner: None,
            acceptance: Some(acceptance),
        };
        accepting.decisions.insert(id.clone(), accepted);
    }
    let without = build(catalogue, &accepting, options)?.decision.ladder.followed().clone();
    Ok(WithoutMeasures { left_out: left_out.to_vec(), plan, without })
}
