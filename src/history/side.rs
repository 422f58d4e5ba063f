//! One side of a comparison, and the figures of any mixture of two sides.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Figures;
use crate::assessment::posture;
use crate::model::{Answers, Catalogue, Company, QuestionId, Record, SegmentId};
use crate::risk::{FirmModel, Refusal};

/// An assessment as it was reckoned: content, answers, day.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The content reckoned with.
    pub catalogue: &'a Catalogue,
    /// The answers.
    pub answers: &'a Answers,
    /// Day of reckoning.
    pub date: Date,
}

/// Why two assessments cannot be laid side by side.
#[derive(Clone, Debug, PartialEq)]
pub enum Incomparable {
    /// One side's content does not have the other side's segment.
    NoSuchSegment(SegmentId),
    /// The inputs lie outside what the distribution can be computed for.
    Refused(Refusal),
}

impl From<Refusal> for Incomparable {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// A state of affairs that need not have existed: the company of one side, the answers of the other, and so on.
#[derive(Clone, Copy)]
pub(super) struct World<'a> {
    pub catalogue: &'a Catalogue,
    pub answers: &'a Answers,
    pub company: &'a Company,
    pub records: &'a BTreeMap<QuestionId, Record>,
    pub date: Date,
}

impl<'a> World<'a> {
    /// The state that did exist.
    pub fn of(side: &Side<'a>) -> Self {
        Self {
            catalogue: side.catalogue,
            answers: side.answers,
            company: &side.answers.company,
            records: &side.answers.records,
            date: side.date,
        }
    }

    /// The firm's loss model under this content.
    pub fn firm(&self) -> Result<FirmModel, Incomparable> {
        if self.catalogue.segment(&self.company.segment).is_none() {
            return Err(Incomparable::NoSuchSegment(self.company.segment.clone()));
        }
        Ok(FirmModel::new(self.catalogue, self.company))
    }

    /// Expected degree of every measure, in the catalogue's order.
    pub fn degrees(&self) -> Vec<f64> {
        let answers = Answers {
            records: self.records.clone(),
            ..Answers::unanswered(self.answers.content.as_str(), self.company.clone())
        };
        posture(self.catalogue, &answers, self.date).expected()
    }

    /// The figures of the risk.
    pub fn figures(&self) -> Result<Figures, Incomparable> {
        Ok(figures(&self.firm()?, &self.degrees())?)
    }
}

/// The figures of one side.
pub fn figures_of(side: &Side) -> Result<Figures, Incomparable> {
    World::of(side).figures()
}

/// The figures of a firm at these degrees.
pub fn figures(firm: &FirmModel, degrees: &[f64]) -> Result<Figures, Refusal> {
    let loss = firm.annual_loss(degrees)?;
    let reserve = firm.reserve_eur();
    Ok(Figures {
        expected_annual_loss: firm.expected_annual_loss(degrees),
        probability_no_loss: loss.probability_no_loss(),
        value_at_risk_95: loss.value_at_risk(0.95),
        value_at_risk_99: loss.value_at_risk(0.99),
        tail_value_at_risk_95: loss.tail_value_at_risk(0.95),
        tail_value_at_risk_99: loss.tail_value_at_risk(0.99),
        probability_above_reserve: loss.probability_above(reserve),
        probability_above_reserve_horizon: loss.probability_above_within(reserve, firm.horizon_years()),
    })
}
