//! Contacts, offers and legal facts.

use super::check::{Check, Limits};
use crate::catalogue::raw;
use crate::catalogue::{Fault, Noun};
use crate::model::{
    Condition, Contact, ContactId, ContactState, LawId, LegalFact, LegalKind, OfferTerms, Phone,
};
use crate::toml_file::Slip;

impl Check<'_> {
    /// An office or offer.
    pub fn contact(&mut self, raw: &raw::Contact) -> Contact {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Contact, raw.replaced_by.as_ref());
        let state = raw.state.value;
        if (state == ContactState::ToCheck) != raw.ask.is_some() {
            self.fault(&raw.state.span, Fault::AskAndState { confirmed: state == ContactState::Confirmed });
        }
        Contact {
            id: ContactId::new(&*raw.id),
            kind: raw.kind,
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
            offer: raw.offer.as_ref().map(|it| self.offer_terms(it)),
            reviewed: self.day_or_first(&raw.reviewed),
        }
    }

    fn offer_terms(&mut self, raw: &raw::OfferTerms) -> OfferTerms {
        OfferTerms {
            aim: self.text(&raw.aim),
            duration: self.text(&raw.duration),
            setting: raw.setting,
            digcomp: raw.digcomp.iter().map(|it| self.text(it)).collect(),
            dates: raw.dates.as_ref().map(|it| self.text(it)),
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
        let kind = raw.kind;
        if kind == LegalKind::Clock && raw.hours.is_none() {
            self.fault(&raw.id.span, Fault::Slip(Slip::Missing { key: "hours" }));
        }
        LegalFact {
            id: LawId::new(&*raw.id),
            kind,
            applies: raw.applies,
            when: Condition { answers: self.answers(&raw.answers), ..self.profile_when(&raw.when) },
            title: self.text(&raw.title),
            plain: self.text(&raw.plain),
            reference: self.text(&raw.reference),
            hours: raw.hours.as_ref().map(|it| self.number(it, Limits::NOT_NEGATIVE)),
            whom: raw.whom.as_ref().map(|it| self.text(it)),
            valid_from: raw.valid_from.as_ref().and_then(|it| self.day(it)),
            valid_until: raw.valid_until.as_ref().and_then(|it| self.day(it)),
            sources: self.references(Noun::Source, &raw.sources),
            reviewed: self.day_or_first(&raw.reviewed),
        }
    }
}
