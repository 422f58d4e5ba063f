//! Answers in the making: what an answers file can hold while the check is still under way.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Answers, CallFor, Company, ContractCheck, CrownJewel, GateLimits, IncidentId, InsuranceOffer, ItemId,
    MeasureId, OpenTraits, OwnContact, OwnCost, Practised, QuestionId, Quote, Record, RoleId, RungId,
    SegmentId, State, SubTradeId, SystemId, TakenDecision, TraitId, Visit,
};

/// Everything said so far. It becomes [`Answers`] once segment and head count are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Version of the content it was last answered with.
    pub content: String,
    /// What is known about the company.
    pub company: CompanyDraft,
    /// Answered questions.
    pub records: BTreeMap<QuestionId, Record>,
    /// Questions handed over to whoever knows, while they are open.
    pub handed_over: BTreeMap<QuestionId, RoleId>,
    /// Talks in which answers were given, the earliest first.
    pub visits: Vec<Visit>,
    /// Decisions taken.
    pub decisions: BTreeMap<MeasureId, TakenDecision>,
    /// Own prices.
    pub costs: BTreeMap<MeasureId, OwnCost>,
    /// What a provider says about measures; it moves no figure.
    pub quotes: BTreeMap<MeasureId, Quote>,
    /// Insurance offer or policy.
    pub insurance: Option<InsuranceOffer>,
    /// The contract with the IT provider, as last read.
    pub contract: Option<ContractCheck>,
    /// What practising showed, by role.
    pub practised: BTreeMap<RoleId, Practised>,
    /// Whom the firm calls in an emergency.
    pub contacts: BTreeMap<CallFor, OwnContact>,
    /// Thresholds for `gate`.
    pub gate: GateLimits,
    /// The rung of the ladder that was chosen.
    pub plan_rung: Option<RungId>,
}

/// What is known about the company so far; the fields are those of [`Company`].
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of Company, documented there")]
pub struct CompanyDraft {
    pub name: Option<String>,
    pub segment: Option<SegmentId>,
    pub sub_trade: Option<SubTradeId>,
    pub trade: Option<String>,
    pub employees: Option<u32>,
    pub turnover_eur: Option<f64>,
    pub balance_sheet_eur: Option<f64>,
    pub state: Option<State>,
    pub liquid_reserve_eur: Option<f64>,
    pub tolerable_ruin: Option<f64>,
    pub standstill_day_eur: Option<f64>,
    pub own_hour_eur: Option<f64>,
    pub hours_per_month: Option<f64>,
    pub computer_users: Option<u32>,
    pub sites: Option<u32>,
    /// Systems in use as far as named.
    pub systems: BTreeSet<SystemId>,
    /// None until the list of traits was gone through.
    pub traits: Option<BTreeSet<TraitId>>,
    /// Traits nobody said yes or no of, where the list was gone through.
    pub traits_open: BTreeSet<TraitId>,
    /// None until asked.
    pub crown_jewels: Option<Vec<CrownJewel>>,
    pub digitalisation: BTreeMap<ItemId, bool>,
    pub past_incidents: BTreeMap<IncidentId, u32>,
}

impl CompanyDraft {
    /// The company, once the two facts that everything rests on are known.
    pub fn company(&self) -> Option<Company> {
        let it = self.clone();
        Some(Company {
            name: it.name,
            turnover_eur: it.turnover_eur,
            balance_sheet_eur: it.balance_sheet_eur,
            state: it.state,
            liquid_reserve_eur: it.liquid_reserve_eur,
            tolerable_ruin: it.tolerable_ruin,
            standstill_day_eur: it.standstill_day_eur,
            own_hour_eur: it.own_hour_eur,
            hours_per_month: it.hours_per_month,
            computer_users: it.computer_users,
            sites: it.sites,
            traits_open: match it.traits {
                Some(_) => OpenTraits::These(it.traits_open),
                None => OpenTraits::AllOthers,
            },
            traits: it.traits.unwrap_or_default(),
            systems: it.systems,
            crown_jewels: it.crown_jewels.unwrap_or_default(),
            digitalisation: it.digitalisation,
            past_incidents: it.past_incidents,
            segment: it.segment?,
            sub_trade: it.sub_trade,
            trade: it.trade,
            employees: it.employees?,
        })
    }
}

impl Draft {
    /// The answers, once segment and head count are known.
    pub fn answers(&self) -> Option<Answers> {
        Some(Answers {
            content: self.content.clone(),
            company: self.company.company()?,
            records: self.records.clone(),
            handed_over: self.handed_over.clone(),
            visits: self.visits.clone(),
            decisions: self.decisions.clone(),
            costs: self.costs.clone(),
            quotes: self.quotes.clone(),
            insurance: self.insurance.clone(),
            contract: self.contract.clone(),
            practised: self.practised.clone(),
            contacts: self.contacts.clone(),
            gate: self.gate.clone(),
            plan_rung: self.plan_rung,
        })
    }
}

impl From<Answers> for Draft {
    fn from(it: Answers) -> Self {
        let company = it.company;
        Self {
            content: it.content,
            company: CompanyDraft {
                name: company.name,
                segment: Some(company.segment),
                sub_trade: company.sub_trade,
                trade: company.trade,
                employees: Some(company.employees),
                turnover_eur: company.turnover_eur,
                balance_sheet_eur: company.balance_sheet_eur,
                state: company.state,
                liquid_reserve_eur: company.liquid_reserve_eur,
                tolerable_ruin: company.tolerable_ruin,
                standstill_day_eur: company.standstill_day_eur,
                own_hour_eur: company.own_hour_eur,
                hours_per_month: company.hours_per_month,
                systems: company.systems,
                computer_users: company.computer_users,
                sites: company.sites,
                traits: match company.traits_open {
                    OpenTraits::AllOthers if company.traits.is_empty() => None,
                    _ => Some(company.traits),
                },
                traits_open: match company.traits_open {
                    OpenTraits::AllOthers => BTreeSet::new(),
                    OpenTraits::These(open) => open,
                },
                crown_jewels: Some(company.crown_jewels),
                digitalisation: company.digitalisation,
                past_incidents: company.past_incidents,
            },
            records: it.records,
            quotes: it.quotes,
            handed_over: it.handed_over,
            visits: it.visits,
            decisions: it.decisions,
            costs: it.costs,
            insurance: it.insurance,
            contract: it.contract,
            practised: it.practised,
            contacts: it.contacts,
            gate: it.gate,
            plan_rung: it.plan_rung,
        }
    }
}
