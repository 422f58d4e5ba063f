//! The state of an interview and what it says: the step, the items, what is done.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::order::{sequence, with_gates};
use super::{Item, ProfileItem, Route, Step, profile};
use crate::assessment::plausibility::{Doubt, doubts};
use crate::assessment::{Draft, Standing, Standings};
use crate::model::{Catalogue, Question, QuestionId, RoleId, RoleKind, TopicId};

/// An interview under way. All of its state is what was said, so it can be left and resumed anywhere.
#[derive(Clone, Debug)]
pub struct Interview<'c> {
    pub(super) catalogue: &'c Catalogue,
    pub(super) today: Date,
    pub(super) route: Route,
    /// Who answers; nobody named where one person speaks for the firm.
    pub(super) by: Option<RoleId>,
    pub(super) draft: Draft,
    /// Judged for the company as far as it is known, and for a usual one beyond that.
    pub(super) standings: Standings,
    pub(super) ranking: Vec<QuestionId>,
    /// Questions a short check may still ask before it pauses.
    pub(super) allowance: usize,
    /// Topics that a short check has left for another one.
    pub(super) left: BTreeSet<TopicId>,
    /// Items asked so far, in the order in which one can go back.
    pub(super) trail: Vec<Item>,
    pub(super) focus: Focus,
    /// Facts asked in this or an earlier session.
    pub(super) passed: BTreeSet<ProfileItem>,
    /// Questions answered in this session.
    pub(super) confirmed: BTreeSet<QuestionId>,
    pub(super) skipped: BTreeSet<QuestionId>,
    pub(super) pending: Vec<Doubt>,
    pub(super) kept: Vec<Doubt>,
    /// True while the list of answers sent us to one of them.
    pub(super) reviewing: bool,
    /// True once no more questions are wanted.
    pub(super) stopped: bool,
    pub(super) finished: bool,
}

/// What is on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Focus {
    /// The first item without an answer.
    Next,
    /// An earlier one.
    Trail(usize),
}

impl<'c> Interview<'c> {
    /// Begins, or continues where the draft ends.
    pub fn new(
        catalogue: &'c Catalogue,
        draft: Draft,
        route: Route,
        by: Option<RoleId>,
        today: Date,
    ) -> Self {
        let mut passed = profile::passed(&draft.company, !draft.records.is_empty());
        if let Route::Again { facts, .. } = &route {
            passed.retain(|it| !facts.contains(it));
        }
        let route = with_unanswered(route, catalogue, &draft);
        let allowance = if let Route::Short { questions } = route {
            questions.saturating_sub(draft.records.len())
        } else {
            usize::MAX
        };
        let by = if let Route::Role(role) = &route { Some(role.clone()) } else { by };
        let standings = standings(catalogue, &draft);
        let mut interview = Self {
            catalogue,
            today,
            route,
            by,
            draft,
            standings,
            ranking: Vec::new(),
            allowance,
            left: BTreeSet::new(),
            trail: Vec::new(),
            focus: Focus::Next,
            passed,
            confirmed: BTreeSet::new(),
            skipped: BTreeSet::new(),
            pending: Vec::new(),
            kept: Vec::new(),
            reviewing: false,
            stopped: false,
            finished: false,
        };
        // What already stands in the file does not contradict itself for the first time today.
        interview.kept = interview.doubts();
        interview.trail = interview.answered_before();
        interview
    }

    /// What was said so far.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The content that is asked from.
    pub fn catalogue(&self) -> &'c Catalogue {
        self.catalogue
    }

    /// How questions are chosen.
    pub fn route(&self) -> &Route {
        &self.route
    }

    /// Who answers, where someone was named.
    pub fn by(&self) -> Option<&RoleId> {
        self.by.as_ref()
    }

    /// The day of the answers.
    pub fn today(&self) -> Date {
        self.today
    }

    /// Hands over the order of the short check: the most valuable question first. Questions it does not name
    /// come last, in catalogue order.
    pub fn rank(&mut self, ranking: Vec<QuestionId>) {
        self.ranking = ranking;
    }

    /// Takes over what others wrote meanwhile, merged with what was said here. Where the interview stands does not change,
    /// but what others answered is no longer asked.
    pub fn adopt(&mut self, draft: Draft) {
        self.draft = draft;
        let known = ProfileItem::ALL.into_iter().filter(|it| profile::is_known(*it, &self.draft.company));
        self.passed.extend(known);
        self.judge();
    }

    /// Questions that could be asked now.
    pub fn open_questions(&self) -> Vec<QuestionId> {
        self.sequence()
            .into_iter()
            .map(|index| &self.catalogue.questions[index])
            .filter(|it| self.is_open(it) && !self.is_done(it))
            .map(|it| it.id.clone())
            .collect()
    }

    /// Every question that could be asked with whatever answers, those that conditions name included, in catalogue order.
    pub fn may_be_asked(&self) -> Vec<&'c Question> {
        let asked = self.sequence();
        let all =
            with_gates(self.catalogue, |it| asked.iter().any(|at| self.catalogue.questions[*at].id == it.id));
        let fits = |at: &usize| matches!(self.standings.at(*at), Standing::Open | Standing::Waiting);
        all.into_iter().filter(fits).map(|at| &self.catalogue.questions[at]).collect()
    }

    /// Questions that may follow from answers still to be given.
    pub fn questions_waiting(&self) -> usize {
        let questions = self.sequence().into_iter().map(|index| &self.catalogue.questions[index]);
        questions.filter(|it| !self.is_open(it) && !self.is_done(it)).count()
    }

    /// Where the interview stands.
    pub fn step(&self) -> Step<'_> {
        if self.finished {
            return Step::Finished;
        }
        if let Some(doubt) = self.pending.first() {
            return Step::Doubt(doubt);
        }
        let item = match self.focus {
            Focus::Trail(position) => self.trail.get(position).cloned(),
            Focus::Next if self.stopped => None,
            Focus::Next => self.next_item(),
        };
        match item {
            Some(Item::Profile(item)) => Step::Profile(item),
            Some(Item::Question(id)) => self.catalogue.question(&id).map_or(Step::Review, Step::Question),
            None if !self.stopped && self.allowance == 0 && !self.open_questions().is_empty() => Step::Pause,
            None => Step::Review,
        }
    }

    /// Everything that was or could be asked, facts first, in the order of the content.
    pub fn items(&self) -> Vec<Item> {
        let facts = ProfileItem::ALL.into_iter().filter(|it| self.is_asked(*it)).map(Item::Profile);
        let mut questions = self.sequence();
        questions.sort_unstable();
        let questions = questions.into_iter().map(|index| &self.catalogue.questions[index]);
        let open = questions.filter(|it| self.is_open(it)).map(|it| Item::Question(it.id.clone()));
        facts.chain(open).collect()
    }

    /// Questions passed over in this session.
    pub fn skipped(&self) -> impl Iterator<Item = &QuestionId> {
        self.skipped.iter().filter(|it| !self.draft.records.contains_key(*it))
    }

    /// True where there is an item to go back to.
    pub fn can_go_back(&self) -> bool {
        self.before().is_some()
    }

    pub(super) fn next_item(&self) -> Option<Item> {
        let fact = ProfileItem::ALL.into_iter().find(|it| {
            !self.passed.contains(it) && profile::applies(self.catalogue, *it, &self.draft.company)
        });
        if let Some(fact) = fact {
            return Some(Item::Profile(fact));
        }
        if self.allowance == 0 {
            return None;
        }
        let questions = self.sequence().into_iter().map(|index| &self.catalogue.questions[index]);
        let mut open = questions
            .filter(|it| self.is_open(it) && !self.is_done(it) && !self.skipped.contains(&it.id))
            .peekable();
        let first = *open.peek()?;
        let Route::Short { .. } = self.route else { return Some(Item::Question(first.id.clone())) };
        // A short check asks what is worth most, but of that one topic after the other: what comes up in a topic that was
        // left waits until more questions are wanted.
        let mut worth_most = open.filter(|it| !self.left.contains(&it.topic)).take(self.allowance).peekable();
        let best = worth_most.peek().copied().unwrap_or(first);
        let on_screen = self.topic_on_screen();
        let next = worth_most.find(|it| Some(&it.topic) == on_screen).unwrap_or(best);
        Some(Item::Question(next.id.clone()))
    }

    /// The topic of the question that was asked last.
    pub(super) fn topic_on_screen(&self) -> Option<&TopicId> {
        let asked = self.trail.iter().rev().find_map(|it| match it {
            Item::Question(id) => self.catalogue.question(id),
            Item::Profile(_) => None,
        });
        asked.map(|it| &it.topic)
    }

    pub(super) fn sequence(&self) -> Vec<usize> {
        sequence(self.catalogue, &self.standings, &self.route, &self.ranking, &self.draft.handed_over)
    }

    pub(super) fn judge(&mut self) {
        self.standings = standings(self.catalogue, &self.draft);
    }

    pub(super) fn doubts(&self) -> Vec<Doubt> {
        self.draft.answers().map(|it| doubts(self.catalogue, &it)).unwrap_or_default()
    }

    /// True where whoever answers works for the firm from outside and is not asked about it.
    pub fn is_from_outside(&self) -> bool {
        let Route::Role(role) = &self.route else { return false };
        self.catalogue.role(role).is_none_or(|it| it.kind == RoleKind::Outside)
    }

    /// True where the fact is asked of this firm and of whoever answers.
    pub(super) fn is_asked(&self, item: ProfileItem) -> bool {
        let concerns =
            !self.is_from_outside() || item.is_needed() && !profile::is_known(item, &self.draft.company);
        concerns && profile::applies(self.catalogue, item, &self.draft.company)
    }

    /// True where the question was given to somebody else.
    fn is_handed_over(&self, id: &QuestionId) -> bool {
        self.draft.handed_over.get(id).is_some_and(|it| self.by.as_ref() != Some(it))
    }

    fn standing(&self, id: &QuestionId) -> Option<Standing> {
        let index = self.catalogue.questions.iter().position(|it| &it.id == id)?;
        Some(self.standings.at(index))
    }

    pub(super) fn is_open(&self, question: &Question) -> bool {
        self.standing(&question.id) == Some(Standing::Open)
    }

    pub(super) fn applies(&self, item: &Item) -> bool {
        match item {
            Item::Profile(it) => self.is_asked(*it),
            Item::Question(id) => self.standing(id) == Some(Standing::Open),
        }
    }

    pub(super) fn is_done(&self, question: &Question) -> bool {
        if self.confirmed.contains(&question.id) || self.is_handed_over(&question.id) {
            return true;
        }
        let record = self.draft.records.get(&question.id);
        match &self.route {
            Route::Role(role) => record.is_some_and(|it| {
                it.by.as_ref() == Some(role) || it.also.iter().any(|voice| &voice.by == role)
            }),
            Route::Again { due, .. } => record.is_some() && !due.contains(&question.id),
            Route::Full | Route::Short { .. } | Route::Topic(_) => record.is_some(),
        }
    }

    fn answered_before(&self) -> Vec<Item> {
        let facts = ProfileItem::ALL.into_iter().filter(|it| self.passed.contains(it)).map(Item::Profile);
        let questions = self
            .catalogue
            .questions
            .iter()
            .filter(|it| self.draft.records.contains_key(&it.id) && self.is_done(it));
        facts.chain(questions.map(|it| Item::Question(it.id.clone()))).collect()
    }
}

/// Head count of a usual firm, taken before the owner gave one: nine in ten firms with staff are smaller than
/// ten people, and those who take the time for a check are the larger among them.
const USUAL_EMPLOYEES: u32 = 10;

/// Until segment and head count are known a usual firm stands in, so that progress promises what will be asked.
fn standings(catalogue: &Catalogue, draft: &Draft) -> Standings {
    let known = &draft.company;
    let segment = known.segment.as_ref().and_then(|it| catalogue.segment(it)).or(catalogue.segments.first());
    let usual = segment.map(|it| catalogue.usual_traits(&it.id, known.sub_trade.as_ref()));
    let usual = usual.unwrap_or_default().iter().cloned().collect();
    let mut assumed = known.clone();
    assumed.segment = segment.map(|it| it.id.clone());
    assumed.employees = known.employees.or(Some(USUAL_EMPLOYEES));
    assumed.traits = Some(known.traits.clone().unwrap_or(usual));
    let company = assumed.company().expect("segment and head count were filled in, a catalogue has segments");
    Standings::new(catalogue, &company, &draft.records)
}

/// A repetition also asks what never had an answer.
fn with_unanswered(route: Route, catalogue: &Catalogue, draft: &Draft) -> Route {
    match route {
        Route::Again { mut due, facts } => {
            let known: BTreeSet<QuestionId> = due.iter().cloned().collect();
            let ids = catalogue.questions.iter().map(|it| &it.id);
            let missing = ids.filter(|it| !draft.records.contains_key(*it) && !known.contains(*it));
            due.extend(missing.cloned());
            Route::Again { due, facts }
        }
        other => other,
    }
}
