//! What would be if: other circumstances, measures added or taken away. The answers stay as they are.

use jiff::civil::Date;

use crate::assessment::{in_effect, posture};
use crate::decision::{Annual, Change, Offers, Outlook, changed, terms};
use crate::model::{Answers, Catalogue, Degree, MeasureId, Posture};
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
