//! Measures.

use super::calibration::unit;
use super::check::{Check, Limits};
use crate::catalogue::raw;
use crate::catalogue::{Fault, Noun};
use crate::model::{
    Adoption, BySize, Cited, Condition, Duties, Effect, Exclusive, Gap, LegalDuty, Measure, MeasureId,
    Prerequisite, Stopgap, Tier, TierLevel,
};
use crate::toml_file::Slip;

impl Check<'_> {
    /// A measure.
    pub fn measure(&mut self, raw: &raw::Measure) -> Measure {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Measure, raw.replaced_by.as_ref());
        Measure {
            id: MeasureId::new(&*raw.id),
            title: self.text(&raw.title),
            summary: self.text(&raw.summary),
            kind: raw.kind,
            role: raw.role.value,
            class: raw.class.value,
            acts: raw.acts,
            done_by: self.reference(Noun::Role, &raw.done_by),
            buy_in: self.text(&raw.buy_in),
            trains_carers: raw.trains_carers,
            when: self.profile_when(&raw.when),
            exclusive: raw
                .exclusive
                .as_ref()
                .map(|it| Exclusive { group: it.group.value.clone(), rank: it.rank.value }),
            lifetime_years: self.number(&raw.lifetime_years, Limits::POSITIVE),
            half_life_months: raw.half_life_months.as_ref().map(|it| self.number(it, Limits::POSITIVE)),
            priced_by: unit(raw.priced_by),
            grade: raw.grade,
            sources: self.sources(&raw.sources),
            duties: self.duties(&raw.duties, &raw.tiers),
            effects: self.effects(&raw.effects),
            prerequisites: self.prerequisites(raw),
            adoption: self.adoption(&raw.adoption),
            tiers: self.tiers(raw),
            stopgap: raw.stopgap.as_ref().map(|it| self.stopgap(it)),
        }
    }

    /// A tier that the measure has.
    fn offered(&mut self, tiers: &[raw::Tier], level: &raw::At<TierLevel>) -> TierLevel {
        if !tiers.iter().any(|it| it.level.value == level.value) {
            self.fault(&level.span, Fault::NoEntry { noun: Noun::Tier });
        }
        level.value
    }

    fn duties(&mut self, raw: &raw::Duties, tiers: &[raw::Tier]) -> Duties {
        Duties {
            din_spec_27076: self.references(Noun::DinRequirement, &raw.din_spec_27076),
            bsig_30: raw.bsig_30.iter().map(|it| self.bsig_area(it)).collect(),
            bsig_38: raw.bsig_38,
            gdpr_art_32: raw.gdpr_art_32,
            insurer: raw.insurer,
            gaps: self.gaps(raw, tiers),
            with_renewal: raw.with_renewal.iter().map(|it| it.value).collect(),
            not_first: raw.not_first.iter().map(|it| it.value).collect(),
            laws: raw
                .law
                .iter()
                .map(|it| LegalDuty {
                    regime: it.regime,
                    tier: self.offered(tiers, &it.tier),
                    number: it.number.as_ref().map(|it| self.bsig_area(it)),
                })
                .collect(),
        }
    }

    /// Gaps of the minimum standard. Content before 2026.2 knows only for whom something is a minimum, and no days.
    fn gaps(&mut self, raw: &raw::Duties, tiers: &[raw::Tier]) -> Vec<Gap> {
        let plain = |tier, when| Gap {
            tier,
            due_days: BySize { micro: OLD_DUE_DAYS, small: OLD_DUE_DAYS, medium: OLD_DUE_DAYS },
            yardsticks: Vec::new(),
            when,
            people: 0,
            or_turnover_eur: None,
            unless_denied: Vec::new(),
            or_traits: Vec::new(),
            answers: Vec::new(),
        };
        let first = tiers.first().map(|it| it.level.value);
        let mut gaps = Vec::new();
        gaps.extend(first.filter(|_| raw.base_duty).map(|it| plain(it, Condition::default())));
        for it in &raw.minimum {
            gaps.push(plain(self.offered(tiers, &it.level), self.profile_when(&it.when)));
        }
        for it in &raw.gap {
            gaps.push(self.gap(it, tiers));
        }
        gaps
    }

    fn gap(&mut self, raw: &raw::Gap, tiers: &[raw::Tier]) -> Gap {
        let days = self.count(&raw.due_days);
        let micro = raw.due_days_micro.as_ref().map_or(days, |it| self.count(it));
        let answers = self.answers(&raw.answers);
        Gap {
            tier: self.offered(tiers, &raw.tier),
            due_days: BySize { micro, small: days, medium: days },
            yardsticks: raw.yardsticks.clone(),
            when: self.profile_when(&raw.when),
            people: raw.people.as_ref().map_or(0, |it| self.count(it)),
            or_turnover_eur: raw.or_turnover_eur.as_ref().map(|it| self.number(it, Limits::POSITIVE)),
            unless_denied: self.references(Noun::Item, &raw.unless_denied),
            or_traits: self.references(Noun::Trait, &raw.or_traits),
            answers,
        }
    }

    fn stopgap(&mut self, raw: &raw::Stopgap) -> Stopgap {
        let [micro, small, medium] = raw.own_hours.value;
        for hours in raw.own_hours.value {
            self.within(hours, &raw.own_hours.span, Limits::NOT_NEGATIVE);
        }
        Stopgap {
            what: self.text(&raw.what),
            degree: self.number(&raw.degree, Limits::SHARE),
            valid_days: self.count(&raw.valid_days),
            own_hours: BySize { micro, small, medium },
        }
    }

    fn effects(&mut self, raw: &[raw::Effect]) -> Vec<Effect> {
        for (position, effect) in raw.iter().enumerate() {
            if raw[..position].iter().any(|it| it.scenario == effect.scenario) {
                let fault = Fault::DuplicateId {
                    noun: Noun::Scenario,
                    id: effect.scenario.value.clone(),
                    other: self.file.to_owned(),
                };
                self.fault(&effect.scenario.span, fault);
            }
            if effect.frequency_factor.is_none() && effect.severity_factor.is_none() {
                self.fault(&effect.scenario.span, Fault::Slip(Slip::Missing { key: "frequency_factor" }));
            }
        }
        let mut factor = |it: &Option<raw::Triple>| it.as_ref().map(|it| self.estimate(it, Limits::FACTOR));
        let factors: Vec<_> =
            raw.iter().map(|it| (factor(&it.frequency_factor), factor(&it.severity_factor))).collect();
        let effect = |(it, (frequency_factor, severity_factor)): (&raw::Effect, _)| Effect {
            scenario: self.reference(Noun::Scenario, &it.scenario),
            frequency_factor,
            severity_factor,
        };
        raw.iter().zip(factors).map(effect).collect()
    }

    fn prerequisites(&mut self, raw: &raw::Measure) -> Vec<Prerequisite> {
        let mut prerequisites = Vec::new();
        for (position, it) in raw.prerequisites.iter().enumerate() {
            let twice = raw.prerequisites[..position].iter().any(|other| other.measure == it.measure);
            if twice || it.measure == raw.id {
                let id = it.measure.value.clone();
                let fault = Fault::DuplicateId { noun: Noun::Measure, id, other: self.file.to_owned() };
                self.fault(&it.measure.span, fault);
            }
            prerequisites.push(Prerequisite {
                measure: self.reference(Noun::Measure, &it.measure),
                attenuation: self.estimate(&it.attenuation, Limits::ATTENUATION),
                comes_first: it.comes_first,
            });
        }
        prerequisites
    }

    fn adoption(&mut self, raw: &raw::Adoption) -> Adoption {
        let by_size = BySize {
            micro: self.estimate(&raw.micro, Limits::SHARE),
            small: self.estimate(&raw.small, Limits::SHARE),
            medium: self.estimate(&raw.medium, Limits::SHARE),
        };
        Adoption { by_size: Cited { value: by_size, grade: raw.grade, sources: self.sources(&raw.sources) } }
    }

    fn tiers(&mut self, raw: &raw::Measure) -> Vec<Tier> {
        if raw.tiers.is_empty() {
            self.fault(&raw.id.span, Fault::NoEntry { noun: Noun::Tier });
        }
        let raw = &raw.tiers;
        for pair in raw.windows(2) {
            if pair[0].level.value >= pair[1].level.value {
                let id = pair[1].level.value.as_str().to_owned();
                self.fault(&pair[1].level.span, Fault::OrderNotAscending { noun: Noun::Tier, id });
            }
        }
        raw.iter().map(|it| self.tier(it)).collect()
    }

    fn tier(&mut self, raw: &raw::Tier) -> Tier {
        let [micro, small, medium] = raw.degree.value;
        if let Some(value) = raw.degree.value.into_iter().find(|it| !(0.0..=1.0).contains(it)) {
            self.fault(&raw.degree.span, Fault::OutOfRange { value, low: 0.0, high: 1.0 });
        }
        Tier {
            level: raw.level.value,
            what: self.text(&raw.what),
            degree: BySize { micro, small, medium },
            provider: raw.provider,
            whole: raw.whole,
            cost: self.costs(&raw.cost),
        }
    }
}

/// Days within which a minimum of content before 2026.2 is reached.
const OLD_DUE_DAYS: u32 = 90;
