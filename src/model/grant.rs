//! Public money that takes part of a price off.

use jiff::civil::Date;

use super::{Condition, Estimate, Grade, GrantId, Kind, MeasureId, SourceId, State};

/// A grant for security spending, dated: outside its dates it does not exist.
#[derive(Clone, Debug, PartialEq)]
pub struct Grant {
    /// Id used by content.
    pub id: GrantId,
    /// Name for people.
    pub title: String,
    /// States in which it is paid; everywhere where none is named.
    pub states: Vec<State>,
    /// Firms that qualify, by size, segment and traits.
    pub when: Condition,
    /// Measures it pays for; where none is named, every measure of [`Self::kinds`].
    pub measures: Vec<MeasureId>,
    /// Kinds of measures it pays for; where none is named, every kind.
    pub kinds: Vec<Kind>,
    /// Share of the one-off money it pays, 0 to 1.
    pub share: f64,
    /// Smallest one-off spending that counts, euros.
    pub min_spend_eur: f64,
    /// Highest payment, euros.
    pub max_payment_eur: f64,
    /// First day on which it can be applied for.
    pub valid_from: Option<Date>,
    /// Last day on which it can be applied for.
    pub valid_until: Option<Date>,
    /// True where a firm that qualifies can count on it. A draw, a competition or a case-by-case judgement cannot be
    /// counted on: such a grant is shown, but no price is lowered by it.
    pub assured: bool,
    /// Who pays it and answers questions.
    pub office: String,
    /// Where the terms can be read.
    pub url: Option<String>,
    /// What to mind, in one or two sentences.
    pub note: String,
    /// Day of the last review.
    pub reviewed: Date,
    /// Trust in these terms.
    pub grade: Grade,
    /// Where the terms stand.
    pub sources: Vec<SourceId>,
}

impl Grant {
    /// True when it pays for that measure at all.
    pub fn covers(&self, measure: &MeasureId, kind: Kind) -> bool {
        let named = self.measures.is_empty() || self.measures.contains(measure);
        named && (self.kinds.is_empty() || self.kinds.contains(&kind))
    }

    /// Euros it pays on a one-off spending (low, likely, high alike), before other purchases share its ceiling.
    pub fn payment(&self, one_off: Estimate) -> Estimate {
        let on = |spend: f64| {
            if spend < self.min_spend_eur { 0.0 } else { (spend * self.share).min(self.max_payment_eur) }
        };
        Estimate { low: on(one_off.low), likely: on(one_off.likely), high: on(one_off.high) }
    }
}
