//! Answers that are already written down, as a respondent.

use super::{Belongs, Fact, Given, Interview, ProfileItem, Refusal, Reply, Respondent, Step};
use std::collections::BTreeSet;

use crate::model::{Answers, OpenTraits};

/// An answers file that is asked instead of a person: it says what stands in it and passes over the rest.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    answers: &'a Answers,
}

impl<'a> Sheet<'a> {
    /// The respondent that knows these answers.
    pub fn new(answers: &'a Answers) -> Self {
        Self { answers }
    }

    fn fact(self, item: ProfileItem) -> Fact {
        let company = &self.answers.company;
        match item {
            ProfileItem::Segment => Fact::Segment(Belongs {
                segment: company.segment.clone(),
                sub_trade: company.sub_trade.clone(),
                trade: company.trade.clone(),
            }),
            ProfileItem::Employees => Fact::Employees(company.employees),
            ProfileItem::Users => Fact::Users(company.computer_users),
            ProfileItem::Sites => Fact::Sites(company.sites),
            ProfileItem::Turnover => Fact::Turnover(company.turnover_eur),
            ProfileItem::BalanceSheet => Fact::BalanceSheet(company.balance_sheet_eur),
            ProfileItem::State => Fact::State(company.state.clone()),
            ProfileItem::StandstillDay => Fact::StandstillDay(company.standstill_day_eur),
            ProfileItem::Name => Fact::Name(company.name.clone()),
            ProfileItem::Traits => Fact::Traits {
                yes: company.traits.clone(),
                open: match &company.traits_open {
                    OpenTraits::AllOthers => BTreeSet::new(),
                    OpenTraits::These(open) => open.clone(),
                },
            },
            ProfileItem::Digitalisation => Fact::Digitalisation(company.digitalisation.clone()),
            ProfileItem::CrownJewels => Fact::CrownJewels(company.crown_jewels.clone()),
            ProfileItem::Incidents => Fact::Incidents(company.past_incidents.clone()),
            ProfileItem::Reserve => Fact::Reserve(company.liquid_reserve_eur),
            ProfileItem::Tolerance => Fact::Tolerance(company.tolerable_ruin),
        }
    }
}

impl Respondent for Sheet<'_> {
    type Error = Refusal;

    fn reply(&mut self, interview: &Interview<'_>) -> Result<Reply, Refusal> {
        Ok(match interview.step() {
            Step::Profile(item) => Reply::Fact(self.fact(item)),
            Step::Question(question) => match self.answers.records.get(&question.id) {
                Some(record) => Reply::Answer(Given {
                    answer: record.answer.clone(),
                    evidence: record.evidence,
                    proof: record.proof.clone(),
                    note: record.note.clone(),
                }),
                None => Reply::Skip,
            },
            // What is written down was looked at when it was written.
            Step::Doubt(_) => Reply::Keep,
            Step::Pause | Step::Review => Reply::Finish,
            Step::Finished => Reply::Leave,
        })
    }
}
