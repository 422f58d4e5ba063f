//! What law and contracts demand of a firm.

use std::collections::BTreeSet;

use super::advice::DutySource;
use super::decide::Options;
use crate::model::{Answers, Measure, MeasureId};

/// What is demanded of one firm beyond the recognised minimums.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Demands {
    /// True where sections 30 and 38 BSIG bind it.
    pub bsig: bool,
    /// True where a policy in force has its usual conditions.
    pub policy: bool,
    /// Measures demanded by a contract or an authority.
    pub named: BTreeSet<MeasureId>,
}

impl Demands {
    /// What is demanded under these answers and circumstances.
    pub fn on(answers: &Answers, options: &Options) -> Self {
        Self {
            bsig: options.bsig_applies,
            policy: answers.insurance.as_ref().is_some_and(|it| it.in_force),
            named: options.demanded.clone(),
        }
    }

    /// What demands a measure, where anything does.
    pub fn of(&self, measure: &Measure) -> Option<DutySource> {
        let duties = &measure.duties;
        if self.bsig && (!duties.bsig_30.is_empty() || duties.bsig_38) {
            Some(DutySource::Bsig)
        } else if self.policy && duties.insurer {
            Some(DutySource::InsuranceContract)
        } else if self.named.contains(&measure.id) {
            Some(DutySource::Named)
        } else {
            None
        }
    }
}
