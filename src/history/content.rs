//! What a later content says that an earlier one did not: the list behind "new since last time".

use std::collections::BTreeMap;

use crate::assessment::Standings;
use crate::model::{Catalogue, Company, Question, QuestionId, Record};

/// Kinds of entries people care about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContentKind {
    /// What is asked.
    Question,
    /// What can happen: frequency or severity.
    Scenario,
    /// What helps: effect, price or duty.
    Measure,
    /// Offers that supply several measures.
    Bundle,
    /// Public money.
    Grant,
    /// What the law says.
    Law,
    /// Kinds of attack.
    Attack,
    /// What happened to others.
    Case,
    /// Learning units.
    Unit,
    /// Whom to ask.
    Contact,
    /// Planned projects.
    Project,
}

impl ContentKind {
    /// The id used in results.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Scenario => "scenario",
            Self::Measure => "measure",
            Self::Bundle => "bundle",
            Self::Grant => "grant",
            Self::Law => "law",
            Self::Attack => "attack",
            Self::Case => "case",
            Self::Unit => "learning-unit",
            Self::Contact => "contact",
            Self::Project => "project",
        }
    }
}

/// How an entry differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContentChange {
    /// It was not there.
    Added,
    /// It says something else: other words, other figures.
    Changed,
    /// It is no longer used.
    Withdrawn,
}

impl ContentChange {
    /// The id used in results.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// One entry that differs between two contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentNews {
    /// Kind.
    pub kind: ContentKind,
    /// How it differs.
    pub change: ContentChange,
    /// Id.
    pub id: String,
    /// Its name or its question, as the newer content has it, else the older.
    pub title: String,
}

/// What differs between two contents, as far as it can concern the company: questions it is not asked and measures,
/// offers and grants meant for other firms are left out. By kind, then change, then id.
pub fn content_news(
    old: &Catalogue,
    new: &Catalogue,
    company: &Company,
    records: &BTreeMap<QuestionId, Record>,
) -> Vec<ContentNews> {
    let mut news = News { all: Vec::new() };
    let level = new.level(company);
    let standings = Standings::new(new, company, records);
    let asked: Vec<&QuestionId> = standings.open(new).map(|it| &it.id).collect();
    // A withdrawn question stays in the catalogue; for the reader it is gone.
    let in_use = |catalogue: &Catalogue| -> Vec<Question> {
        catalogue.questions.iter().filter(|it| it.withdrawn.is_none()).cloned().collect()
    };
    let (before, after) = (in_use(old), in_use(new));
    news.differ(
        ContentKind::Question,
        &before,
        &after,
        |it| (it.id.as_str(), &it.text),
        |it| asked.contains(&&it.id) || records.contains_key(&it.id),
    );
    news.differ(
        ContentKind::Scenario,
        &old.scenarios,
        &new.scenarios,
        |it| (it.id.as_str(), &it.title),
        |_| true,
    );
    news.differ(
        ContentKind::Measure,
        &old.measures,
        &new.measures,
        |it| (it.id.as_str(), &it.title),
        |it| it.when.holds_for(company, level),
    );
    news.differ(
        ContentKind::Bundle,
        &old.bundles,
        &new.bundles,
        |it| (it.id.as_str(), &it.title),
        |it| it.when.holds_for(company, level),
    );
    news.differ(
        ContentKind::Grant,
        &old.grants,
        &new.grants,
        |it| (it.id.as_str(), &it.title),
        |it| {
            let here =
                it.states.is_empty() || company.state.as_ref().is_some_and(|state| it.states.contains(state));
            here && it.when.holds_for(company, level)
        },
    );
    let (then, now) = (&old.knowledge, &new.knowledge);
    news.differ(ContentKind::Law, &then.laws, &now.laws, |it| (it.id.as_str(), &it.title), |_| true);
    news.differ(
        ContentKind::Attack,
        &then.attacks,
        &now.attacks,
        |it| (it.id.as_str(), &it.title),
        |it| it.when.holds_for(company, level),
    );
    news.differ(
        ContentKind::Case,
        &then.cases,
        &now.cases,
        |it| (it.id.as_str(), &it.title),
        |it| it.segment == company.segment || it.also_segments.contains(&company.segment),
    );
    news.differ(ContentKind::Unit, &then.units, &now.units, |it| (it.id.as_str(), &it.title), |_| true);
    news.differ(
        ContentKind::Contact,
        &then.contacts,
        &now.contacts,
        |it| (it.id.as_str(), &it.title),
        |it| it.states.is_empty() || company.state.as_ref().is_some_and(|state| it.states.contains(state)),
    );
    news.differ(
        ContentKind::Project,
        &then.projects,
        &now.projects,
        |it| (it.id.as_str(), &it.title),
        |it| it.when.holds_for(company, level),
    );
    news.all.sort_by(|a, b| (a.kind, a.change, &a.id).cmp(&(b.kind, b.change, &b.id)));
    news.all
}

struct News {
    all: Vec<ContentNews>,
}

impl News {
    fn differ<T: PartialEq>(
        &mut self,
        kind: ContentKind,
        old: &[T],
        new: &[T],
        named: impl Fn(&T) -> (&str, &String),
        concerns: impl Fn(&T) -> bool,
    ) {
        let find = |all: &'_ [T], id: &str| all.iter().position(|it| named(it).0 == id);
        let mut tell = |entry: &T, change| {
            let (id, title) = named(entry);
            self.all.push(ContentNews { kind, change, id: id.to_owned(), title: title.clone() });
        };
        for entry in new.iter().filter(|it| concerns(it)) {
            match find(old, named(entry).0) {
                None => tell(entry, ContentChange::Added),
                Some(place) if old[place] != *entry => tell(entry, ContentChange::Changed),
                Some(_) => {}
            }
        }
        for entry in old.iter().filter(|it| concerns(it)) {
            if find(new, named(entry).0).is_none() {
                tell(entry, ContentChange::Withdrawn);
            }
        }
    }
}
