//! What would be if: other circumstances, measures added or taken away. The answers stay as they are.

use jiff::civil::Date;

use crate::assessment::{in_effect, posture};
use crate::decision::{Annual, Change, Offers, Outlook, changed, terms};
use crate::model::{Answers, Catalogue, MeasureId};
use crate::risk::{FirmModel, Refusal};

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

/// Compares a firm as it is with the same firm under other circumstances and with other measures.
pub fn what_if(
    catalogue: &Catalogue,
    now: &Answers,
    then: &Answers,
    change: &Change,
    date: Date,
) -> Result<WhatIf, Refusal> {
    let now = in_effect(catalogue, now);
    let firm = FirmModel::new(catalogue, &now.company);
    let before = Outlook::of(&firm, &posture(catalogue, &now, date).expected())?;
    let then = in_effect(catalogue, then);
    let firm = FirmModel::new(catalogue, &then.company);
    let posture = posture(catalogue, &then, date);
    let offers = Offers::new(catalogue, &then, &posture, terms(catalogue, &then, date));
    let (degrees, annual, ignored) = changed(&offers, change);
    Ok(WhatIf { before, after: Outlook::of(&firm, &degrees)?, annual, ignored })
}
