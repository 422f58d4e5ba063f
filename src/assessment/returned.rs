//! An answers file that comes back from somebody else, before it is laid beside the firm's own.

use super::Draft;
use super::draft::CompanyDraft;
use crate::model::{Catalogue, GateLimits, RoleId, RoleKind};

/// What came back, as far as it may change anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    /// Answers, prices, and where it comes from the firm itself the facts about the firm.
    pub draft: Draft,
    /// What it says besides, in the order of the file; it changes nothing.
    pub ignored: Vec<Ignored>,
}

/// What nobody decides by sending a file back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ignored {
    /// Facts about the firm, from somebody outside.
    Company,
    /// What management decides: measures, accepted risks, the rung of the plan.
    Decisions,
    /// The policy.
    Insurance,
    /// Whom the firm calls in an emergency.
    Contacts,
    /// The thresholds of `gate`.
    Gate,
}

/// What came back, cleared of what others do not decide. Answers nobody signed are taken to be `by`'s.
pub fn returned(catalogue: &Catalogue, theirs: Draft, by: Option<&RoleId>) -> Returned {
    let mut draft = theirs;
    let mut ignored = Vec::new();
    for record in draft.records.values_mut().filter(|it| it.by.is_none()) {
        record.by = by.cloned();
    }
    let is_outside = |it: &RoleId| catalogue.role(it).is_some_and(|it| it.kind == RoleKind::Outside);
    let mut voices = draft.records.values().map(|it| it.by.as_ref());
    let from_outside = by.map_or_else(|| voices.all(|it| it.is_some_and(is_outside)), is_outside);
    if from_outside && draft.company != CompanyDraft::default() {
        draft.company = CompanyDraft::default();
        ignored.push(Ignored::Company);
    }
    if !draft.decisions.is_empty() || draft.plan_rung.is_some() {
        draft.decisions.clear();
        draft.plan_rung = None;
        ignored.push(Ignored::Decisions);
    }
    if draft.insurance.take().is_some() {
        ignored.push(Ignored::Insurance);
    }
    if !std::mem::take(&mut draft.contacts).is_empty() {
        ignored.push(Ignored::Contacts);
    }
    if std::mem::take(&mut draft.gate) != GateLimits::default() {
        ignored.push(Ignored::Gate);
    }
    // Nobody hands questions over to others by answering some.
    draft.handed_over.clear();
    // What people practised elsewhere says nothing of this firm.
    draft.practised.clear();
    Returned { draft, ignored }
}

/// Makes room for newer answers of the same people: who answers again corrects what they said before.
pub fn give_way(ours: &mut Draft, theirs: &Draft) {
    for (id, newer) in &theirs.records {
        let (Some(record), Some(by)) = (ours.records.get_mut(id), &newer.by) else { continue };
        record.also.retain(|it| it.by != *by || it.date > newer.date);
        if record.by.as_ref() == Some(by) && record.date <= newer.date {
            let also = std::mem::take(&mut record.also);
            *record = crate::model::Record { also, ..newer.clone() };
        }
        ours.handed_over.retain(|question, to| question != id || to != by);
    }
    for (id, newer) in &theirs.costs {
        ours.costs.insert(id.clone(), newer.clone());
    }
    for (id, newer) in &theirs.quotes {
        ours.quotes.insert(id.clone(), newer.clone());
    }
}
