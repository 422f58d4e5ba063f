//! Measures or insurance where the reserve is in danger, and whether what is left can be borne.

use super::advice::InsuranceOutcome;
use super::decide::Options;
use super::insurance::{InsuranceView, insurance};
use super::search::{BestSet, Goal, ReserveLimit};
use super::{Offers, Outlook, Selection};
use crate::model::Answers;
use crate::risk::{FirmModel, Refusal};

/// Whether what is not done can be borne: the probability a year of a loss above the reserve against the limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bearing {
    /// Highest bearable probability.
    pub tolerable: f64,
    /// Probability today.
    pub today: f64,
    /// Probability with the plan.
    pub with_plan: f64,
    /// Probability with the plan and insurance, where insurance is advised or in force.
    pub insured: Option<f64>,
    /// True where everything affordable together stays above the limit.
    pub out_of_reach: bool,
}

impl Bearing {
    /// True where what is borne can be borne.
    pub fn holds(&self) -> bool {
        self.insured.unwrap_or(self.with_plan).min(self.with_plan) <= self.tolerable
    }
}

/// Measures or insurance where the reserve is in danger.
pub(super) struct Choice {
    /// What to buy.
    pub selection: Selection,
    /// The year with it.
    pub outlook: Outlook,
    /// The policy that was judged beside it.
    pub insurance: Option<(InsuranceView, InsuranceOutcome)>,
    /// Degrees without the limit, where the limit's measures were chosen.
    pub unforced: Option<Vec<f64>>,
    /// Degrees under the limit, where insurance was chosen instead.
    pub spared: Option<Vec<f64>>,
}

impl Choice {
    /// What closes the gap more cheaply: more measures or a policy.
    pub fn between(
        answers: &Answers,
        options: &Options,
        offers: &Offers,
        firm: &FirmModel,
        goal: &Goal,
        best: &BestSet,
    ) -> Result<Self, Refusal> {
        let judged = |degrees: &[f64], outlook: &Outlook| {
            let view =
                insurance(answers, offers, firm, degrees, outlook, goal.loading, &options.contradicted)?;
            Ok(view.map(|it| {
                let outcome = outcome(&it, goal);
                (it, outcome)
            }))
        };
        let degrees = offers.degrees(&best.selection);
        if let ReserveLimit::Forced(free) = &best.reserve {
            let free_degrees = offers.degrees(free);
            let free_outlook = Outlook::of(firm, &free_degrees)?;
            let free_value = offers.annual(free).total().likely + free_outlook.valued(goal.loading);
            let policy = judged(&free_degrees, &free_outlook)?;
            let cheaper = policy.as_ref().is_some_and(|(view, outcome)| {
                *outcome == InsuranceOutcome::ClosesTheGap
                    && view.counts_with_plan()
                    && view.net_cost() < best.value - free_value
            });
            if cheaper {
                let spared = Some(degrees);
                let (selection, outlook) = (free.clone(), free_outlook);
                return Ok(Self { selection, outlook, insurance: policy, unforced: None, spared });
            }
            let insurance = judged(&degrees, &best.outlook)?;
            return Ok(Self { unforced: Some(free_degrees), ..Self::of(best, insurance) });
        }
        Ok(Self::of(best, judged(&degrees, &best.outlook)?))
    }

    /// The best set as it is.
    fn of(best: &BestSet, insurance: Option<(InsuranceView, InsuranceOutcome)>) -> Self {
        let (selection, outlook) = (best.selection.clone(), best.outlook);
        Self { selection, outlook, insurance, unforced: None, spared: None }
    }

    /// Whether what is left can be borne.
    pub fn bearing(&self, goal: &Goal, today: &Outlook, best: &BestSet) -> Bearing {
        let counted = self.insurance.as_ref().filter(|(view, outcome)| {
            view.counts_with_plan() && (view.in_force || *outcome != InsuranceOutcome::NotNeeded)
        });
        Bearing {
            tolerable: goal.tolerable_ruin,
            today: today.ruin,
            with_plan: self.outlook.ruin,
            insured: counted.map(|it| it.0.with.ruin),
            out_of_reach: best.reserve == ReserveLimit::OutOfReach,
        }
    }
}

/// Share of the probability of ruin that a policy must take off to be named where it does not close the gap.
const WORTH_NAMING: f64 = 0.25;

fn outcome(view: &InsuranceView, goal: &Goal) -> InsuranceOutcome {
    let (without, with) = (view.without.ruin, view.with.ruin);
    if without > goal.tolerable_ruin {
        if with <= goal.tolerable_ruin {
            return InsuranceOutcome::ClosesTheGap;
        }
        if with <= without * (1.0 - WORTH_NAMING) {
            return InsuranceOutcome::PartOfTheWay;
        }
    }
    if view.net_cost() < 0.0 { InsuranceOutcome::WorthItsPrice } else { InsuranceOutcome::NotNeeded }
}
