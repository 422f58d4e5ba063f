//! Segments, sizes, levels and the ordered lists.

use super::check::{Check, Limits};
use crate::catalogue::raw::{self, At, Span};
use crate::catalogue::{Fault, Noun};
use crate::model::{
    Cited, DigitalItem, Grade, ItemId, Level, LevelProfile, Role, RoleId, Segment, SegmentId, Shifts,
    SizeClass, SizeProfile, Topic, TopicId, Trait, TraitExposure, TraitId, TurnoverPerHead, TypicalProcess,
    WzCode,
};
use crate::toml_file::Slip;

/// Editions of the German classification of economic activities that firms are found under.
const WZ_EDITIONS: [u16; 2] = [2008, 2025];

/// Deviations of logarithms beyond which nothing is known.
const DEVIATION: Limits = Limits { low: 0.0, high: 3.0 };

/// Shifts of the logarithm of odds beyond which a share is all or nothing.
const SHIFT: Limits = Limits { low: -6.0, high: 6.0 };

/// Shares of firms: nobody is never and always.
const SOME_SHARE: Limits = Limits { low: 0.005, high: 0.995 };

/// Items of the EU Digital Intensity Index.
const ITEMS: usize = 12;

impl Check<'_> {
    /// A segment.
    pub fn segment(&mut self, raw: &raw::Segment) -> Segment {
        self.head(&raw.format, &raw.id, [Some(&raw.added), raw.withdrawn.as_ref(), None]);
        self.replacement(Noun::Segment, raw.replaced_by.as_ref());
        Segment {
            id: SegmentId::new(&*raw.id),
            title: self.text(&raw.title),
            examples: self.text(&raw.examples),
            wz: self.wz(&raw.wz),
            severity: self.cited(&raw.severity, Limits::POSITIVE),
            fixed_cost_share: self.cited(&raw.fixed_cost_share, Limits::SHARE),
            contribution_margin_share: self.cited(&raw.contribution_margin_share, Limits::SHARE),
            turnover_per_head: self.turnover_per_head(raw),
            own_hour_eur: self.required_number(
                raw,
                raw.own_hour_eur.as_ref(),
                "own_hour_eur",
                Limits::POSITIVE,
            ),
            computer_users: self.required_number(
                raw,
                raw.computer_users.as_ref(),
                "computer_users",
                Limits::SHARE,
            ),
            share_of_firms: self.required_number(
                raw,
                raw.share_of_firms.as_ref(),
                "share_of_firms",
                Limits::SHARE,
            ),
            shifts: self.shifts(raw),
            workplace: self.text(&raw.workplace),
            customers: self.text(&raw.customers),
            processes: raw.processes.iter().map(|it| self.process(it)).collect(),
            typical_traits: self.references(Noun::Trait, &raw.typical_traits),
            nis2_annexes: raw.nis2_annexes.iter().map(|it| self.annex(it)).collect(),
            nis2_hint: self.text(&raw.nis2_hint),
        }
    }

    /// A number that older content lacks and this content has to have.
    fn required_number(
        &mut self,
        segment: &raw::Segment,
        number: Option<&raw::CitedNumber>,
        key: &'static str,
        limits: Limits,
    ) -> Cited<f64> {
        match number {
            Some(it) => self.cited(it, limits),
            None => self.missing(&segment.id.span, key, 1.0),
        }
    }

    /// Reports a key that has to be there; a value to go on with.
    fn missing<T>(&mut self, span: &Span, key: &'static str, instead: T) -> Cited<T> {
        self.fault(span, Fault::Slip(Slip::Missing { key }));
        Cited { value: instead, grade: Grade::C, sources: Vec::new() }
    }

    fn turnover_per_head(&mut self, segment: &raw::Segment) -> Cited<TurnoverPerHead> {
        let Some(raw) = &segment.turnover_per_head else {
            return self.missing(
                &segment.id.span,
                "turnover_per_head",
                TurnoverPerHead { eur: 1.0, deviation: 0.0 },
            );
        };
        let eur = self.number(&raw.value, Limits::POSITIVE);
        let deviation = self.number(&raw.deviation, DEVIATION);
        self.with_sources(TurnoverPerHead { eur, deviation }, raw.grade, &raw.sources)
    }

    fn shifts(&mut self, segment: &raw::Segment) -> Cited<Shifts> {
        let Some(raw) = &segment.shifts else {
            return self.missing(&segment.id.span, "shifts", Shifts::default());
        };
        let digitalisation = self.number(&raw.digitalisation, SHIFT);
        let items = raw.items.iter().map(|(id, it)| {
            let id: ItemId = self.reference(Noun::Item, id);
            (id, self.number(it, SHIFT))
        });
        let items = items.collect();
        let traits = raw.traits.iter().map(|(id, it)| {
            let id: TraitId = self.reference(Noun::Trait, id);
            (id, self.number(it, SHIFT))
        });
        let shifts = Shifts { digitalisation, items, traits: traits.collect() };
        self.with_sources(shifts, raw.grade, &raw.sources)
    }

    /// Shares of firms of the three reference sizes.
    fn shares(&mut self, raw: Option<&raw::CitedShares>, span: &Span, key: &'static str) -> Cited<[f64; 3]> {
        let Some(raw) = raw else { return self.missing(span, key, [0.5; 3]) };
        raw.value.iter().for_each(|it| self.within(*it, &raw.value.span, SOME_SHARE));
        self.with_sources(raw.value.value, raw.grade, &raw.sources)
    }

    /// What took the place of a withdrawn entry.
    pub fn replacement(&mut self, noun: Noun, id: Option<&At<String>>) {
        let Some(id) = id else { return };
        self.mention(noun, id, &id.span);
        if self.index.get(noun, id).is_none() {
            self.unknown(noun, id, self.index.ids(noun));
        }
    }

    fn wz(&mut self, raw: &At<Vec<raw::Wz>>) -> Vec<WzCode> {
        for edition in WZ_EDITIONS {
            if !raw.iter().any(|it| it.edition.value == edition) {
                let fault = Fault::MissingEntry { noun: Noun::WzEdition, id: edition.to_string() };
                self.fault(&raw.span, fault);
            }
        }
        raw.iter()
            .map(|it| WzCode {
                edition: it.edition.value,
                codes: it.codes.iter().map(|it| self.text(it)).collect(),
            })
            .collect()
    }

    /// A process.
    pub fn process(&mut self, raw: &raw::Process) -> TypicalProcess {
        TypicalProcess {
            text: self.text(&raw.text),
            tolerable_hours: self.number(&raw.tolerable_hours, Limits::NOT_NEGATIVE),
        }
    }

    /// A size class.
    pub fn size(&mut self, raw: &raw::Size) -> SizeProfile {
        self.format(&raw.format);
        let size = raw.size.value;
        let file = super::stem(self.file);
        if size.as_str() != file {
            let fault = Fault::IdDiffersFromFile { id: size.as_str().to_owned(), file: file.to_owned() };
            self.fault(&raw.size.span, fault);
        }
        SizeProfile {
            size,
            title: self.text(&raw.title),
            reference_employees: self.number(&raw.reference_employees, Limits::POSITIVE),
            reference_users: self.number(&raw.reference_users, Limits::POSITIVE),
            reference_turnover_eur: self.number(&raw.reference_turnover_eur, Limits::POSITIVE),
            attenuation_relief: self.cited(&raw.attenuation_relief, Limits::SHARE),
            hours_per_month: self.cited(&raw.hours_per_month, Limits::NOT_NEGATIVE),
            review_months: self.count(&raw.review_months),
        }
    }

    /// The three levels.
    pub fn levels(&mut self, raw: &raw::Levels) -> Vec<LevelProfile> {
        self.format(&raw.format);
        for (level, lowest) in Level::ALL.into_iter().zip([Some(0), None, None]) {
            match raw.levels.iter().find(|it| it.level.value == level) {
                None => {
                    let fault = Fault::MissingEntry { noun: Noun::Level, id: level.as_str().to_owned() };
                    self.fault(&raw.format.span, fault);
                }
                Some(it) if lowest.is_some_and(|lowest| it.from_items.value != lowest) => {
                    let value = f64::from(it.from_items.value);
                    self.fault(&it.from_items.span, Fault::OutOfRange { value, low: 0.0, high: 0.0 });
                }
                Some(_) => {}
            }
        }
        for pair in raw.levels.windows(2) {
            let ascends = pair[0].level.value < pair[1].level.value
                && pair[0].from_items.value < pair[1].from_items.value;
            if !ascends {
                let id = pair[1].level.value.as_str().to_owned();
                self.fault(&pair[1].level.span, Fault::OrderNotAscending { noun: Noun::Level, id });
            }
        }
        let profile = |it: &raw::Level, title| LevelProfile {
            level: it.level.value,
            title,
            from_items: it.from_items.value,
        };
        raw.levels.iter().map(|it| profile(it, self.text(&it.title))).collect()
    }

    /// The twelve items.
    pub fn items(&mut self, raw: &raw::Items) -> Vec<DigitalItem> {
        self.format(&raw.format);
        if raw.items.len() != ITEMS {
            let fault = Fault::WrongCount { noun: Noun::Item, found: raw.items.len(), expected: ITEMS };
            let first = raw.items.first().map_or(&raw.format.span, |it| &it.id.span);
            self.fault(first, fault);
        }
        raw.items
            .iter()
            .map(|it| DigitalItem {
                answered_by: self.references(Noun::Trait, &it.answered_by),
                id: ItemId::new(self.list_id(&it.id)),
                text: self.text(&it.text),
                share: self.shares(it.share.as_ref(), &it.id.span, "share"),
            })
            .collect()
    }

    /// Traits in order.
    pub fn traits(&mut self, raw: &raw::Traits) -> Vec<Trait> {
        self.format(&raw.format);
        raw.traits
            .iter()
            .map(|it| Trait {
                id: TraitId::new(self.list_id(&it.id)),
                text: self.text(&it.text),
                implies: it.implies.as_ref().map(|it| self.reference(Noun::Trait, it)),
                prevalence: self.shares(it.prevalence.as_ref(), &it.id.span, "prevalence"),
                exposure: it.exposure.iter().map(|it| self.trait_exposure(it)).collect(),
            })
            .collect()
    }

    fn trait_exposure(&mut self, raw: &raw::TraitExposure) -> TraitExposure {
        if raw.frequency.is_none() && raw.severity.is_none() {
            self.fault(&raw.scenario.span, Fault::Slip(Slip::Missing { key: "frequency" }));
        }
        let mut factor = |it: &Option<At<f64>>| it.as_ref().map(|it| self.number(it, Limits::POSITIVE));
        let (frequency, severity) = (factor(&raw.frequency), factor(&raw.severity));
        TraitExposure {
            scenario: self.reference(Noun::Scenario, &raw.scenario),
            frequency,
            severity,
            deviation: self.number(&raw.deviation, DEVIATION),
        }
    }

    /// Roles in order.
    pub fn roles(&mut self, raw: &raw::Roles) -> Vec<Role> {
        self.format(&raw.format);
        raw.roles
            .iter()
            .map(|it| Role {
                id: RoleId::new(self.list_id(&it.id)),
                title: self.text(&it.title),
                short: it.short.as_ref().map_or_else(|| it.title.value.clone(), |it| self.text(it)),
                says: it.says.as_ref().map(|it| self.text(it)),
                kind: it.kind,
                from_employees: it.from_employees,
                when: it.when.iter().map(|it| self.profile_when(it)).collect(),
            })
            .collect()
    }

    /// Topics in order.
    pub fn topics(&mut self, raw: &raw::Topics) -> Vec<Topic> {
        self.format(&raw.format);
        raw.topics
            .iter()
            .map(|it| Topic {
                id: TopicId::new(self.list_id(&it.id)),
                title: self.text(&it.title),
                summary: self.text(&it.summary),
            })
            .collect()
    }

    fn list_id<'i>(&mut self, id: &'i At<String>) -> &'i str {
        self.id(id);
        id
    }
}

/// All size classes, or the ones that lack a file.
pub(crate) fn missing_sizes(sizes: &[SizeProfile]) -> impl Iterator<Item = SizeClass> {
    SizeClass::ALL.into_iter().filter(|size| !sizes.iter().any(|it| it.size == *size))
}
