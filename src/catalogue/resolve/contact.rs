//! Contacts, offers and legal facts.

use super::check::{Check, Limits};
use crate::catalogue::raw;
use crate::catalogue::{Fault, Noun};
use crate::model::{
    Applies, Contact, ContactId, ContactKind, ContactState, LawId, LegalFact, LegalKind, Phone,
};

impl Check<'_> {
    /// An office or offer.
    pub fn contact(&mut self, raw: &raw::Contact) -> Contact {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Contact, raw.replaced_by.as_ref());
        let state = contact_state(raw.state.value);
        if (state == ContactState::ToCheck) != raw.ask.is_some() {
            self.fault(&raw.state.span, Fault::AskAndState { confirmed: state == ContactState::Confirmed });
        }
        Contact {
            id: ContactId::new(&*raw.id),
            kind: contact_kind(raw.kind),
            title: self.text(&raw.title),
            carrier: raw.carrier.as_ref().map(|it| self.text(it)),
            what: self.text(&raw.what),
            states: raw.states.iter().filter_map(|it| self.state(it)).collect(),
            when: self.profile_when(&raw.when),
            roles: self.references(Noun::Role, &raw.roles),
            phone: raw.phone.as_ref().map(|it| self.phone(it)),
            url: raw.url.as_ref().map(|it| self.text(it)),
            cost: self.text(&raw.cost),
            free: raw.free,
            state,
            ask: raw.ask.as_ref().map(|it| self.text(it)),
            valid_until: raw.valid_until.as_ref().and_then(|it| self.day(it)),
            reviewed: self.day_or_first(&raw.reviewed),
        }
    }

    fn phone(&mut self, raw: &raw::Phone) -> Phone {
        Phone {
            number: self.text(&raw.number),
            hours: raw.hours.as_ref().map(|it| self.text(it)),
            checked: self.day_or_first(&raw.checked),
        }
    }

    /// A legal fact.
    pub fn legal_fact(&mut self, raw: &raw::LegalFact) -> LegalFact {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Law, raw.replaced_by.as_ref());
        let kind = legal_kind(raw.kind);
        if kind == LegalKind::Clock && raw.hours.is_none() {
            self.fault(&raw.id.span, Fault::MissingKey { key: "hours".to_owned() });
        }
        LegalFact {
            id: LawId::new(&*raw.id),
            kind,
            applies: applies(raw.applies),
            when: self.profile_when(&raw.when),
            title: self.text(&raw.title),
            plain: self.text(&raw.plain),
            reference: self.text(&raw.reference),
            hours: raw.hours.as_ref().map(|it| self.number(it, Limits::NOT_NEGATIVE)),
            whom: raw.whom.as_ref().map(|it| self.text(it)),
            valid_from: raw.valid_from.as_ref().and_then(|it| self.day(it)),
            valid_until: raw.valid_until.as_ref().and_then(|it| self.day(it)),
            reviewed: self.day_or_first(&raw.reviewed),
        }
    }
}

fn contact_kind(raw: raw::ContactKind) -> ContactKind {
    match raw {
        raw::ContactKind::Police => ContactKind::Police,
        raw::ContactKind::FirstHelp => ContactKind::FirstHelp,
        raw::ContactKind::DataProtection => ContactKind::DataProtection,
        raw::ContactKind::Advice => ContactKind::Advice,
        raw::ContactKind::Learning => ContactKind::Learning,
        raw::ContactKind::Funding => ContactKind::Funding,
    }
}

fn contact_state(raw: raw::ContactState) -> ContactState {
    match raw {
        raw::ContactState::Confirmed => ContactState::Confirmed,
        raw::ContactState::ToCheck => ContactState::ToCheck,
    }
}

fn legal_kind(raw: raw::LegalKind) -> LegalKind {
    match raw {
        raw::LegalKind::Clock => LegalKind::Clock,
        raw::LegalKind::Duty => LegalKind::Duty,
        raw::LegalKind::Fine => LegalKind::Fine,
        raw::LegalKind::Proposal => LegalKind::Proposal,
    }
}

fn applies(raw: raw::Applies) -> Applies {
    match raw {
        raw::Applies::Always => Applies::Always,
        raw::Applies::PersonalData => Applies::PersonalData,
        raw::Applies::Processor => Applies::Processor,
        raw::Applies::Bsig => Applies::Bsig,
        raw::Applies::Insured => Applies::Insured,
        raw::Applies::CustomerContract => Applies::CustomerContract,
        raw::Applies::Secrecy => Applies::Secrecy,
        raw::Applies::DigitalProducts => Applies::DigitalProducts,
    }
}
