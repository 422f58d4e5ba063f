//! Answers without what names a firm or its people.

use crate::model::{Acceptance, Answer, Answers, Company, Proof, Record, SizeClass, TakenDecision, Voice};

/// Stands for words that were taken out.
const TAKEN_OUT: &str = "–";

/// The same answers without name, notes, reasons, people and names of processes. No figure depends on these.
pub fn anonymised(answers: &Answers) -> Answers {
    let mut out = answers.clone();
    out.company.name = None;
    out.company.trade = None;
    out.contacts.clear();
    out.visits.clear();
    for (number, jewel) in out.company.crown_jewels.iter_mut().enumerate() {
        jewel.process = (number + 1).to_string();
    }
    out.records.values_mut().for_each(record);
    out.decisions.values_mut().for_each(decision);
    out
}

/// A company as it is told once everything is reckoned: the fewest people of its size class, no turnover, no trade within the segment.
pub fn without_head_count(company: &Company) -> Company {
    let employees = match company.size() {
        SizeClass::Micro => 1,
        SizeClass::Small => 10,
        SizeClass::Medium => 50,
    };
    Company { employees, turnover_eur: None, sub_trade: None, ..company.clone() }
}

fn record(it: &mut Record) {
    answer(&mut it.answer, &mut it.note, &mut it.proof);
    it.also.iter_mut().for_each(|Voice { answer: said, note, proof, .. }| answer(said, note, proof));
}

fn answer(said: &mut Answer, note: &mut Option<String>, proof: &mut Proof) {
    *note = None;
    *proof = Proof::default();
    if let Answer::NotApplicable { because } = said {
        TAKEN_OUT.clone_into(because);
    }
}

fn decision(it: &mut TakenDecision) {
    it.owner = None;
    if let Some(Acceptance { reason, owner, .. }) = &mut it.acceptance {
        TAKEN_OUT.clone_into(reason);
        TAKEN_OUT.clone_into(owner);
    }
}
