//! Bundles and grants: what changes a price.

use jiff::civil::Date;

use super::calibration::unit;
use super::check::{Check, Limits};
use crate::catalogue::raw::{self, At, Day, Policy};
use crate::catalogue::{Diagnostic, Fault, Noun};
use crate::model::nearest;
use crate::model::{Bundle, BundleId, BySize, Estimate, Grant, GrantId, PolicyTerms, State, Supply};

impl Check<'_> {
    /// A bundle.
    pub fn bundle(&mut self, raw: &raw::Bundle) -> Bundle {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Bundle, raw.replaced_by.as_ref());
        if raw.supplies.is_empty() {
            self.fault(&raw.supplies.span, Fault::NoEntry { noun: Noun::Measure });
        }
        Bundle {
            id: BundleId::new(&*raw.id),
            title: self.text(&raw.title),
            what: self.text(&raw.what),
            needs: raw.needs.as_ref().map(|it| self.text(it)),
            when: self.profile_when(&raw.when),
            transfer: raw.transfer.value,
            policy: self.policy(raw),
            lifetime_years: self.number(&raw.lifetime_years, Limits::POSITIVE),
            priced_by: unit(raw.priced_by),
            provider: raw.provider,
            grade: raw.grade,
            sources: self.sources(&raw.sources),
            supplies: self.supplies(&raw.supplies),
            whole: raw.whole,
            own_effort: raw.own_effort,
            cost: self.costs(&raw.cost),
            other_it_cost_replaced: self.estimates(&raw.other_it_cost_replaced, Limits::SHARE),
        }
    }

    fn policy(&mut self, bundle: &raw::Bundle) -> Option<PolicyTerms> {
        if bundle.transfer.value != bundle.policy.is_some() {
            let transfer = bundle.transfer.value;
            self.fault(&bundle.transfer.span, Fault::PolicyAndTransfer { transfer });
        }
        let raw: &Policy = bundle.policy.as_ref()?;
        if raw.covers.is_empty() {
            self.fault(&raw.covers.span, Fault::NoEntry { noun: Noun::Scenario });
        }
        Some(PolicyTerms {
            covers: self.references(Noun::Scenario, &raw.covers),
            deductible_eur: self.estimates(&raw.deductible_eur, Limits::NOT_NEGATIVE),
            limit_eur: self.estimates(&raw.limit_eur, Limits::POSITIVE),
        })
    }

    fn estimates(&mut self, raw: &raw::BySize<raw::Triple>, limits: Limits) -> BySize<Estimate> {
        BySize {
            micro: self.estimate(&raw.micro, limits),
            small: self.estimate(&raw.small, limits),
            medium: self.estimate(&raw.medium, limits),
        }
    }

    fn supplies(&mut self, raw: &[raw::Supply]) -> Vec<Supply> {
        for (position, supply) in raw.iter().enumerate() {
            if raw[..position].iter().any(|it| it.measure == supply.measure) {
                let id = supply.measure.value.clone();
                let fault = Fault::DuplicateId { noun: Noun::Measure, id, other: self.file.to_owned() };
                self.fault(&supply.measure.span, fault);
            }
        }
        raw.iter()
            .map(|it| Supply { measure: self.reference(Noun::Measure, &it.measure), level: it.level.value })
            .collect()
    }

    /// A grant.
    pub fn grant(&mut self, raw: &raw::Grant) -> Grant {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Grant, raw.replaced_by.as_ref());
        Grant {
            id: GrantId::new(&*raw.id),
            title: self.text(&raw.title),
            states: raw.states.iter().filter_map(|it| self.state(it)).collect(),
            when: self.profile_when(&raw.when),
            measures: self.references(Noun::Measure, &raw.measures),
            kinds: raw.kinds.clone(),
            share: self.number(&raw.share, Limits::SHARE),
            min_spend_eur: self.number(&raw.min_spend_eur, Limits::NOT_NEGATIVE),
            max_payment_eur: self.number(&raw.max_payment_eur, Limits::NOT_NEGATIVE),
            valid_from: raw.valid_from.as_ref().and_then(|it| self.day(it)),
            valid_until: raw.valid_until.as_ref().and_then(|it| self.day(it)),
            assured: raw.assured,
            office: self.text(&raw.office),
            url: raw.url.as_ref().map(|it| self.text(it)),
            note: self.text(&raw.note),
            reviewed: self.day_or_first(&raw.reviewed),
            grade: raw.grade,
            sources: self.sources(&raw.sources),
        }
    }

    /// A federal state by its code.
    pub fn state(&mut self, raw: &At<String>) -> Option<State> {
        let state = State::new(raw);
        if state.is_none() {
            let fault = Fault::UnknownReference { noun: Noun::State, id: raw.value.clone() };
            let meant = nearest(&raw.to_uppercase(), State::CODES);
            self.out.push(Diagnostic::at(self.file, raw.span.clone(), fault).meaning(meant));
        }
        state
    }

    /// A day that has to be there; where it is not one, it is reported and stands for the first of all days.
    pub fn day_or_first(&mut self, raw: &At<Day>) -> Date {
        self.day(raw).unwrap_or(Date::MIN)
    }

    /// A day, reported where it is not one.
    pub fn day(&mut self, raw: &At<Day>) -> Option<Date> {
        let day = raw.0.parse().ok();
        if day.is_none() {
            self.fault(&raw.span, Fault::MalformedId { id: raw.0.clone() });
        }
        day
    }
}
