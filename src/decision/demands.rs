//! What law and contracts demand of a firm, to the tier.

use std::collections::BTreeSet;

use super::decide::Options;
use crate::model::{Answers, LegalDuty, Measure, MeasureId, Regime, TierLevel};

/// Where a demand comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Demand {
    /// BSIG, where the firm falls under it: number of section 30 (2), none for section 38.
    Bsig {
        /// 1 to 10; none for section 38.
        number: Option<u8>,
    },
    /// The guideline for practices under section 390 SGB V.
    Guideline,
    /// The policy in force demands it.
    InsuranceContract,
    /// A contract or authority named by the firm.
    Named,
}

impl Demand {
    /// The word used in JSON.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Bsig { .. } | Self::Guideline => "law",
            Self::InsuranceContract | Self::Named => "contract",
        }
    }
}

/// What is demanded of one firm beyond the recognised minimums.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Demands {
    /// True where sections 30 and 38 BSIG bind it.
    pub bsig: bool,
    /// Rules that bind it by what it does.
    pub regimes: BTreeSet<Regime>,
    /// True where a policy in force has its usual conditions.
    pub policy: bool,
    /// Measures demanded by a contract or an authority.
    pub named: BTreeSet<MeasureId>,
}

impl Demands {
    /// What is demanded under these answers and circumstances.
    pub fn on(answers: &Answers, options: &Options, insured: bool) -> Self {
        let policy = insured || answers.insurance.as_ref().is_some_and(|it| it.in_force);
        Self {
            bsig: options.bsig_applies,
            regimes: options.regimes.clone(),
            policy,
            named: options.demanded.clone(),
        }
    }

    /// What demands a measure, and the tier that meets it. The Act counts only where its text names the measure; what is
    /// one of several ways is weighed like anything else.
    pub fn of(&self, measure: &Measure) -> Option<(Demand, TierLevel)> {
        let duties = &measure.duties;
        let binds = |it: &&LegalDuty| it.regime.map_or(self.bsig, |it| self.regimes.contains(&it));
        if let Some(law) = duties.laws.iter().filter(binds).max_by_key(|it| it.tier) {
            let demand = law.regime.map_or(Demand::Bsig { number: law.number }, |_| Demand::Guideline);
            return Some((demand, law.tier));
        }
        let first = measure.tiers.first()?.level;
        if self.policy && duties.insurer {
            Some((Demand::InsuranceContract, first))
        } else {
            self.named.contains(&measure.id).then_some((Demand::Named, first))
        }
    }
}
