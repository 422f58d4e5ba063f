//! Which ids exist, so that references can be checked in any order.

use std::collections::BTreeMap;

use crate::catalogue::raw::At;
use crate::catalogue::read::{Entry, RawContent, stem};
use crate::catalogue::{Diagnostic, Fault, Noun};

/// What is known of an id.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'a> {
    /// The file that defines it.
    pub file: &'a str,
    /// What took its place, where it was withdrawn; empty where nothing did.
    pub withdrawn: Option<&'a str>,
}

/// All ids by kind of thing.
#[derive(Debug, Default)]
pub(crate) struct Index<'a> {
    by_noun: BTreeMap<Noun, BTreeMap<&'a str, Known<'a>>>,
    options: BTreeMap<&'a str, Vec<&'a str>>,
    /// Kinds of which a file could not be read: their ids are not all known.
    incomplete: Vec<Noun>,
}

impl<'a> Index<'a> {
    /// Collects every id and reports those given twice.
    pub fn of(content: &'a RawContent<'a>, out: &mut Vec<Diagnostic>) -> Self {
        let mut index = Self { incomplete: unread(&content.unread), ..Self::default() };
        macro_rules! files {
            ($($noun:ident: $field:ident;)*) => {$(
                for Entry { file, raw } in &content.$field {
                    let gone = raw.withdrawn.as_ref().map(|_| replacement(raw.replaced_by.as_ref()));
                    index.add(Noun::$noun, &raw.id, Known { file, withdrawn: gone }, out);
                }
            )*};
        }
        files! { Segment: segments; SubTrade: sub_trades; Scenario: scenarios; Measure: measures; Bundle: bundles; Grant: grants; Question: questions; }
        files! { Case: cases; Attack: attacks; Unit: units; Contact: contacts; Law: laws; Message: messages; Drill: drills; Trigger: triggers; Project: projects; SelfCheck: self_checks; HowTo: how_to; }
        macro_rules! lists {
            ($($noun:ident: $field:ident.$list:ident;)*) => {$(
                for Entry { file, raw } in content.$field.iter() {
                    for entry in raw.$list.iter() {
                        index.add(Noun::$noun, &entry.id, Known { file, withdrawn: None }, out);
                    }
                }
            )*};
        }
        lists! { Topic: topics.topics; Trait: traits.traits; Role: roles.roles; Item: items.items; System: systems.systems; }
        lists! { Contradiction: contradictions.contradictions; }
        lists! { Duty: insurer.points; CustomerQuestion: customer.points; Pillar: pillars.points; Competence: digcomp.points; }
        lists! { DinTopic: din.topics; DinRequirement: din.requirements; }
        lists! { CheckPoint: leadership.points; CheckPoint: contract.points; CheckPoint: supplier.points; CheckPoint: project.points; CheckPoint: restore.points; }
        if let Some(Entry { file, raw }) = &content.sources {
            for (id, _) in &raw.sources {
                index.add(Noun::Source, id, Known { file, withdrawn: None }, out);
            }
        }
        for Entry { raw, .. } in &content.questions {
            let options = raw.options.iter().map(|it| it.id.as_str()).collect();
            index.options.insert(&raw.id, options);
        }
        index
    }

    fn add(&mut self, noun: Noun, id: &'a At<String>, known: Known<'a>, out: &mut Vec<Diagnostic>) {
        let ids = self.by_noun.entry(noun).or_default();
        if let Some(other) = ids.get(id.as_str()) {
            let fault = Fault::DuplicateId { noun, id: id.value.clone(), other: other.file.to_owned() };
            out.push(Diagnostic::at(known.file, id.span.clone(), fault));
        } else {
            ids.insert(id, known);
        }
    }

    /// What is known of an id.
    pub fn get(&self, noun: Noun, id: &str) -> Option<Known<'a>> {
        self.by_noun.get(&noun)?.get(id).copied()
    }

    /// All ids of a kind, ascending.
    pub fn ids(&self, noun: Noun) -> impl Iterator<Item = &'a str> {
        self.by_noun.get(&noun).into_iter().flat_map(|ids| ids.keys().copied())
    }

    /// Every entry with its kind and the file that defines it.
    pub fn all(&self) -> impl Iterator<Item = (Noun, &'a str, &'a str)> {
        let kinds = self.by_noun.iter();
        kinds.flat_map(|(noun, ids)| ids.iter().map(|(id, known)| (*noun, *id, known.file)))
    }

    /// Ids of a kind that are still in use, ascending.
    pub fn in_use(&self, noun: Noun) -> impl Iterator<Item = &'a str> {
        let ids = self.by_noun.get(&noun).into_iter().flatten();
        ids.filter(|(_, known)| known.withdrawn.is_none()).map(|(id, _)| *id)
    }

    /// Withdrawn ids of a kind with the id in use that stands for them now, also over several steps.
    pub fn successors<I: From<&'a str> + Ord>(&self, noun: Noun) -> BTreeMap<I, I> {
        let withdrawn = self.by_noun.get(&noun).into_iter().flatten().filter(|it| it.1.withdrawn.is_some());
        let mapped = withdrawn.filter_map(|(id, known)| {
            let mut next = known.withdrawn?;
            // A circle of successors ends after as many steps as there are ids.
            for _ in 0..self.by_noun.get(&noun).map_or(0, BTreeMap::len) {
                match self.get(noun, next)?.withdrawn {
                    Some(further) => next = further,
                    None => return Some((I::from(id), I::from(next))),
                }
            }
            None
        });
        mapped.collect()
    }

    /// The options of a question; none where the question is unknown.
    pub fn options(&self, question: &str) -> Option<&[&'a str]> {
        self.options.get(question).map(Vec::as_slice)
    }

    /// True when a file that may define such an id could not be read.
    pub fn may_lack(&self, noun: Noun, id: &str, unread: &[&str]) -> bool {
        self.incomplete.contains(&noun) && (is_list(noun) || unread.iter().any(|path| stem(path) == id))
    }
}

fn replacement(id: Option<&At<String>>) -> &str {
    id.map_or("", |it| it.as_str())
}

/// Kinds that stand together in one file.
pub(crate) fn is_list(noun: Noun) -> bool {
    matches!(
        noun,
        Noun::Topic
            | Noun::Trait
            | Noun::Role
            | Noun::Item
            | Noun::Incident
            | Noun::Source
            | Noun::Contradiction
            | Noun::Duty
            | Noun::CustomerQuestion
            | Noun::Pillar
            | Noun::Competence
            | Noun::DinTopic
            | Noun::DinRequirement
            | Noun::CheckPoint
            | Noun::System
    )
}

fn unread(paths: &[&str]) -> Vec<Noun> {
    let places = [
        ("profiles/topics", Noun::Topic),
        ("profiles/traits", Noun::Trait),
        ("profiles/roles", Noun::Role),
        ("profiles/systems", Noun::System),
        ("profiles/digitalisation/items", Noun::Item),
        ("knowledge/calibration", Noun::Incident),
        ("profiles/segments/", Noun::Segment),
        ("profiles/sub-trades/", Noun::SubTrade),
        ("knowledge/sources", Noun::Source),
        ("knowledge/scenarios/", Noun::Scenario),
        ("knowledge/measures/", Noun::Measure),
        ("knowledge/bundles/", Noun::Bundle),
        ("knowledge/grants/", Noun::Grant),
        ("knowledge/cases/", Noun::Case),
        ("knowledge/attacks/", Noun::Attack),
        ("knowledge/learning/", Noun::Unit),
        ("knowledge/offers/", Noun::Contact),
        ("knowledge/law/", Noun::Law),
        ("knowledge/exercise/messages/", Noun::Message),
        ("knowledge/exercise/drills/", Noun::Drill),
        ("knowledge/triggers/", Noun::Trigger),
        ("knowledge/projects/", Noun::Project),
        ("knowledge/exercise/self-checks/", Noun::SelfCheck),
        ("knowledge/views/insurer", Noun::Duty),
        ("knowledge/views/customer", Noun::CustomerQuestion),
        ("knowledge/views/pillars", Noun::Pillar),
        ("knowledge/views/digcomp", Noun::Competence),
        ("knowledge/din-spec-27076", Noun::DinTopic),
        ("knowledge/din-spec-27076", Noun::DinRequirement),
        ("knowledge/checklists/", Noun::CheckPoint),
        ("knowledge/how-to/", Noun::HowTo),
        ("questionnaires/", Noun::Question),
    ];
    let hit = |start: &str| paths.iter().any(|path| path.starts_with(start));
    places.into_iter().filter(|(start, _)| hit(start)).map(|(_, noun)| noun).collect()
}
