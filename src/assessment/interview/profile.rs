//! Facts about the company: which are asked, which are known, what a fact changes.

use std::collections::BTreeSet;

use super::{Fact, ProfileItem};
use crate::assessment::CompanyDraft;
use crate::model::{Catalogue, DigitalItem};

/// Head count from which a firm is medium by people alone (EU recommendation 2003/361/EC).
pub const MEDIUM_FROM_PEOPLE: u32 = 50;

/// Turnover above which the balance sheet decides the size class of a firm with fewer people (the same).
pub const MEDIUM_ABOVE_TURNOVER: f64 = 10e6;

/// True where the fact is asked of this company.
pub fn applies(catalogue: &Catalogue, item: ProfileItem, company: &CompanyDraft) -> bool {
    match item {
        ProfileItem::BalanceSheet => {
            company.employees.is_some_and(|it| it < MEDIUM_FROM_PEOPLE)
                && company.turnover_eur.is_some_and(|it| it > MEDIUM_ABOVE_TURNOVER)
        }
        ProfileItem::Tolerance => company.liquid_reserve_eur.is_some(),
        ProfileItem::Users => company.employees.is_some_and(|it| it > 1),
        ProfileItem::Sites => company
            .traits
            .as_ref()
            .is_some_and(|it| it.contains(&catalogue.calibration.prices.value.several_sites)),
        _ => true,
    }
}

/// True where the fact is known.
pub fn is_known(item: ProfileItem, company: &CompanyDraft) -> bool {
    match item {
        ProfileItem::Segment => company.segment.is_some(),
        ProfileItem::Employees => company.employees.is_some(),
        ProfileItem::Users => company.computer_users.is_some(),
        ProfileItem::Sites => company.sites.is_some(),
        ProfileItem::Turnover => company.turnover_eur.is_some(),
        ProfileItem::BalanceSheet => company.balance_sheet_eur.is_some(),
        ProfileItem::State => company.state.is_some(),
        ProfileItem::StandstillDay => company.standstill_day_eur.is_some(),
        ProfileItem::Name => company.name.is_some(),
        ProfileItem::Traits => company.traits.is_some(),
        ProfileItem::Digitalisation => !company.digitalisation.is_empty(),
        ProfileItem::CrownJewels => company.crown_jewels.is_some(),
        ProfileItem::Incidents => !company.past_incidents.is_empty(),
        ProfileItem::Reserve => company.liquid_reserve_eur.is_some(),
        ProfileItem::Tolerance => company.tolerable_ruin.is_some(),
    }
}

/// Facts an earlier session has already asked: those that are known and everything before them.
pub fn passed(company: &CompanyDraft, questions_answered: bool) -> BTreeSet<ProfileItem> {
    let last = ProfileItem::ALL.iter().rposition(|it| is_known(*it, company));
    let seen = if questions_answered { ProfileItem::ALL.len() } else { last.map_or(0, |it| it + 1) };
    ProfileItem::ALL[..seen].iter().copied().filter(|it| !it.is_needed() || is_known(*it, company)).collect()
}

/// Writes a fact down.
pub fn note(fact: Fact, company: &mut CompanyDraft, catalogue: &Catalogue) {
    match fact {
        Fact::Segment(it) => {
            company.segment = Some(it.segment);
            company.sub_trade = it.sub_trade;
            company.trade = it.trade;
        }
        Fact::Users(it) => company.computer_users = it,
        Fact::Sites(it) => company.sites = it,
        Fact::Employees(it) => company.employees = Some(it),
        Fact::Turnover(it) => company.turnover_eur = it,
        Fact::BalanceSheet(it) => company.balance_sheet_eur = it,
        Fact::State(it) => company.state = it,
        Fact::StandstillDay(it) => company.standstill_day_eur = it,
        Fact::Name(it) => company.name = it,
        Fact::Traits { yes, open } => {
            company.traits = Some(yes);
            company.traits_open = open;
        }
        Fact::Digitalisation(it) => company.digitalisation = it,
        Fact::CrownJewels(it) => company.crown_jewels = Some(it),
        Fact::Incidents(it) => company.past_incidents = it,
        Fact::Reserve(it) => company.liquid_reserve_eur = it,
        Fact::Tolerance(it) => company.tolerable_ruin = it,
    }
    infer_items(company, catalogue);
}

/// Items that a trait has answered carry its answer; they are never asked twice.
fn infer_items(company: &mut CompanyDraft, catalogue: &Catalogue) {
    // Before the list of items was gone through nothing is known, and nothing inferred means nothing known.
    if company.digitalisation.is_empty() {
        return;
    }
    for item in &catalogue.items {
        if let Some(answer) = answered(item, company) {
            company.digitalisation.insert(item.id.clone(), answer);
        }
    }
}

/// What the traits say about an item: one with the trait's own id says the same, another trait can only mean yes.
fn answered(item: &DigitalItem, company: &CompanyDraft) -> Option<bool> {
    let traits = company.traits.as_ref()?;
    if item.answered_by.iter().any(|it| traits.contains(it)) {
        return Some(true);
    }
    let same = item.answered_by.iter().find(|it| it.as_str() == item.id.as_str())?;
    (!company.traits_open.contains(same)).then_some(false)
}

/// The digitalisation items that no trait has answered.
pub fn items_to_ask<'c>(
    catalogue: &'c Catalogue,
    company: &CompanyDraft,
) -> impl Iterator<Item = &'c DigitalItem> {
    catalogue.items.iter().filter(|it| answered(it, company).is_none())
}
