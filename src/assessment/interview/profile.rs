//! Facts about the company: which are asked, which are known, what a fact changes.

use std::collections::BTreeSet;

use super::{Fact, ProfileItem};
use crate::assessment::CompanyDraft;
use crate::model::{Catalogue, DigitalItem, ItemId};

/// Head count from which a firm is medium by people alone (EU recommendation 2003/361/EC).
const MEDIUM_FROM_PEOPLE: u32 = 50;

/// Turnover above which the balance sheet decides the size class of a firm with fewer people (the same).
const MEDIUM_ABOVE_TURNOVER: f64 = 10e6;

/// True where the fact is asked of this company.
pub fn applies(item: ProfileItem, company: &CompanyDraft) -> bool {
    match item {
        ProfileItem::BalanceSheet => {
            company.employees.is_some_and(|it| it < MEDIUM_FROM_PEOPLE)
                && company.turnover_eur.is_some_and(|it| it > MEDIUM_ABOVE_TURNOVER)
        }
        ProfileItem::Tolerance => company.liquid_reserve_eur.is_some(),
        _ => true,
    }
}

/// True where the fact is known.
pub fn is_known(item: ProfileItem, company: &CompanyDraft) -> bool {
    match item {
        ProfileItem::Segment => company.segment.is_some(),
        ProfileItem::Employees => company.employees.is_some(),
        ProfileItem::Turnover => company.turnover_eur.is_some(),
        ProfileItem::BalanceSheet => company.balance_sheet_eur.is_some(),
        ProfileItem::State => company.state.is_some(),
        ProfileItem::StandstillDay => company.standstill_day_eur.is_some(),
        ProfileItem::Name => company.name.is_some(),
        ProfileItem::Traits => company.traits.is_some(),
        ProfileItem::Digitalisation => !company.digitalisation.is_empty(),
        ProfileItem::CrownJewels => company.crown_jewels.is_some(),
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
        Fact::Segment(it) => company.segment = Some(it),
        Fact::Employees(it) => company.employees = Some(it),
        Fact::Turnover(it) => company.turnover_eur = it,
        Fact::BalanceSheet(it) => company.balance_sheet_eur = it,
        Fact::State(it) => company.state = it,
        Fact::StandstillDay(it) => company.standstill_day_eur = it,
        Fact::Name(it) => company.name = it,
        Fact::Traits(it) => company.traits = Some(it),
        Fact::Digitalisation(it) => company.digitalisation = it,
        Fact::CrownJewels(it) => company.crown_jewels = Some(it),
        Fact::Reserve(it) => company.liquid_reserve_eur = it,
        Fact::Tolerance(it) => company.tolerable_ruin = it,
    }
    infer_items(company, catalogue);
}

/// A digitalisation item that says the same as a trait carries the trait's id; it is never asked twice.
fn infer_items(company: &mut CompanyDraft, catalogue: &Catalogue) {
    // Before the list of items was gone through nothing is known, and nothing inferred means nothing known.
    if company.digitalisation.is_empty() {
        return;
    }
    let Some(traits) = &company.traits else {
        return;
    };
    for known in &catalogue.traits {
        if catalogue.items.iter().any(|it| it.id.as_str() == known.id.as_str()) {
            company.digitalisation.insert(ItemId::new(known.id.as_str()), traits.contains(&known.id));
        }
    }
}

/// The digitalisation items that no trait has answered.
pub fn items_to_ask(catalogue: &Catalogue) -> impl Iterator<Item = &DigitalItem> {
    catalogue
        .items
        .iter()
        .filter(|it| !catalogue.traits.iter().any(|known| known.id.as_str() == it.id.as_str()))
}
