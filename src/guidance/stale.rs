//! What a firm is told that has to be looked at again: its last review is too long ago.

use jiff::civil::Date;

use super::attacks::TOLD_ATTACKS;
use super::guide::Guidance;
use crate::model::{AttackId, CaseId, Catalogue, ContactId, GrantId, LawId, UnitId, review_is_overdue};

/// An entry of the knowledge.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// A legal fact.
    Law(LawId),
    /// Whom to ask.
    Contact(ContactId),
    /// Public money.
    Grant(GrantId),
    /// What happened to others.
    Case(CaseId),
    /// A kind of attack.
    Attack(AttackId),
    /// A learning unit.
    Unit(UnitId),
}

/// An entry whose last review is older than it may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Stale {
    /// The entry.
    pub entry: Entry,
    /// Day of its last review.
    pub reviewed: Date,
}

/// Everything this guidance names that was reviewed too long ago: law first.
pub fn stale(catalogue: &Catalogue, guidance: &Guidance, date: Date) -> Vec<Stale> {
    let knowledge = &catalogue.knowledge;
    let mut found: Vec<Stale> = Vec::new();
    let mut look = |entry: Entry, reviewed: Option<Date>| {
        found.extend(
            reviewed.filter(|it| review_is_overdue(*it, date)).map(|reviewed| Stale { entry, reviewed }),
        );
    };
    for id in &guidance.law {
        look(Entry::Law(id.clone()), knowledge.law(id).map(|it| it.reviewed));
    }
    for it in &guidance.contacts {
        look(Entry::Contact(it.contact.clone()), knowledge.contact(&it.contact).map(|it| it.reviewed));
    }
    for it in &guidance.grants {
        look(Entry::Grant(it.grant.clone()), catalogue.grant(&it.grant).map(|it| it.reviewed));
    }
    for it in guidance.cases.iter().flat_map(|it| [&it.worst, &it.best]) {
        look(Entry::Case(it.case.clone()), knowledge.case(&it.case).map(|it| it.reviewed));
    }
    for it in guidance.attacks.iter().take(TOLD_ATTACKS) {
        look(Entry::Attack(it.attack.clone()), knowledge.attack(&it.attack).map(|it| it.reviewed));
    }
    for it in &guidance.learning.lessons {
        look(Entry::Unit(it.unit.clone()), knowledge.unit(&it.unit).map(|it| it.reviewed));
    }
    found
}
