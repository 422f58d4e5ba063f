//! Segments, sizes, levels and the ordered lists.

use super::check::{Check, Limits};
use crate::catalogue::raw::{self, At};
use crate::catalogue::{Fault, Noun};
use crate::model::{
    DigitalItem, ItemId, Level, LevelProfile, Role, RoleId, Segment, SegmentId, SizeClass, SizeProfile,
    Topic, TopicId, Trait, TraitId, TypicalProcess, WzCode,
};

/// Editions of the German classification of economic activities that firms are found under.
const WZ_EDITIONS: [u16; 2] = [2008, 2025];

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
            workplace: self.text(&raw.workplace),
            customers: self.text(&raw.customers),
            processes: raw.processes.iter().map(|it| self.process(it)).collect(),
            typical_traits: self.references(Noun::Trait, &raw.typical_traits),
            nis2_annexes: raw.nis2_annexes.iter().map(|it| self.annex(it)).collect(),
            nis2_hint: self.text(&raw.nis2_hint),
        }
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
            .map(|it| DigitalItem { id: ItemId::new(self.list_id(&it.id)), text: self.text(&it.text) })
            .collect()
    }

    /// Traits in order.
    pub fn traits(&mut self, raw: &raw::Traits) -> Vec<Trait> {
        self.format(&raw.format);
        raw.traits
            .iter()
            .map(|it| Trait { id: TraitId::new(self.list_id(&it.id)), text: self.text(&it.text) })
            .collect()
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
