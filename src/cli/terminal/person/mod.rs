//! The person at the terminal, as one who answers an interview.

mod company;
mod decide;
mod question;
mod review;
mod trade;
mod trouble;

pub use decide::{Decided, Wish};
pub use trouble::Trouble;

use std::collections::BTreeSet;

use jiff::civil::Date;

use self::company::Said;
use crate::assessment::interview::{Heard, Interview, Item, Reply, Respondent, Route, Step};
use crate::assessment::trade::TradeSearch;
use crate::assessment::{Renewal, is_repeated};
use crate::cli::terminal::{Field, List, Page, Picked, Prompts, Tick, Ticked, Ticks};
use crate::decision::OpenQuestion;
use crate::german::conversation::{self as say, pause};
use crate::guidance::Running;
use crate::model::{
    Catalogue, Evidence, Interval, MeasureId, Proof, Question, QuestionId, Role, TriggerId, Visit,
};

/// Longest list of names, and longest place.
const LONGEST_NAME: usize = 300;

/// Questions the owner is offered after the pause of a short check.
const MORE: usize = 4;

/// Pages per question where a consultant asks for evidence, person and note, too; where something was seen, two more.
const SCREENS_OF_A_CONSULTANT: u32 = 4;

/// A person, with what they have been told.
pub struct Person<'c, P> {
    prompts: P,
    running: Running<'c>,
    /// What firms call what they do.
    trades: TradeSearch<'c>,
    /// True where a consultant asks for evidence and notes with every answer.
    consultant: bool,
    /// Why questions are asked again, in a repetition.
    renewals: Vec<(QuestionId, Renewal)>,
    loss: Option<Interval>,
    /// What was asked last.
    asked: Option<Item>,
    /// Why the estimate moved, where what was said last moved it.
    moved: Option<String>,
    /// In a short check the open questions by value.
    by_value: Vec<OpenQuestion>,
    /// Said on the next page.
    news: Vec<String>,
    /// Typed for the question on screen, until it is answered.
    pending: Option<Pending>,
    /// Person and place of the last evidence: they rarely change from one question to the next.
    shown_by: Proof,
}

/// Note and evidence for a question that is not answered yet.
#[derive(Clone, Debug)]
struct Pending {
    question: QuestionId,
    note: Option<String>,
    evidence: Evidence,
    proof: Proof,
}

impl<'c, P: Prompts> Person<'c, P> {
    /// A person to be asked, who is first told `opening`.
    pub fn new(prompts: P, running: Running<'c>, trades: TradeSearch<'c>, opening: Vec<String>) -> Self {
        Self {
            prompts,
            running,
            trades,
            consultant: false,
            renewals: Vec::new(),
            loss: None,
            asked: None,
            moved: None,
            by_value: Vec::new(),
            news: opening,
            pending: None,
            shown_by: Proof::default(),
        }
    }

    /// Asks for evidence and notes with every answer.
    #[must_use]
    pub fn with_evidence(mut self, consultant: bool) -> Self {
        self.consultant = consultant;
        self
    }

    /// Asks a consultant with whom and where the talk is, where that is not written down for today yet.
    pub fn visit(&mut self, visits: &[Visit], today: Date) -> anyhow::Result<Said<Option<Visit>>> {
        if !self.consultant {
            return Ok(Ok(None));
        }
        let known = visits.iter().rfind(|it| it.date == today);
        let visit = match known {
            Some(known) => known.clone(),
            None => match self.talk(today)? {
                Ok(visit) => visit,
                Err(instead) => return Ok(Err(instead)),
            },
        };
        self.shown_by.person = visit.participants.first().cloned();
        self.shown_by.place.clone_from(&visit.place);
        let is_new = known.is_none() && (visit.place.is_some() || !visit.participants.is_empty());
        Ok(Ok(is_new.then_some(visit)))
    }

    fn talk(&mut self, today: Date) -> anyhow::Result<Said<Visit>> {
        let mut said = [String::new(), String::new()];
        for (at, (question, label)) in say::TALK.into_iter().enumerate() {
            let page = Page {
                news: std::mem::take(&mut self.news),
                question: question.into(),
                asides: vec![say::TALK_ASIDE.into()],
                ..Page::default()
            };
            let hint = say::TALK_HINTS[at].to_owned();
            let field = Field { label: label.into(), hint, longest: LONGEST_NAME, ..Field::default() };
            match self.typed(&page, &field)? {
                Ok(text) => said[at] = text,
                Err(instead) => return Ok(Err(instead)),
            }
        }
        let [people, place] = said;
        let people = people.split(',').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned);
        let participants = people.collect();
        Ok(Ok(Visit { date: today, place: Some(place).filter(|it| !it.is_empty()), participants }))
    }

    /// Says why questions are asked again.
    #[must_use]
    pub fn with_renewals(mut self, renewals: Vec<(QuestionId, Renewal)>) -> Self {
        let again = renewals.iter().filter(|it| is_repeated(&it.1)).count();
        self.news.push(say::due_now(again, renewals.len() - again));
        self.renewals = renewals;
        self
    }

    /// Reckons the running picture of what is known so far, and for a short check which questions come next.
    pub fn reckon(&mut self, interview: &mut Interview<'_>) {
        let answers = interview.draft().answers();
        self.loss = answers.as_ref().map(|it| self.running.loss(it));
        if let (Route::Short { .. }, Some(answers)) = (interview.route(), &answers) {
            self.by_value = self.running.by_value(answers);
            interview.rank(self.by_value.iter().map(|it| it.question.clone()).collect());
        }
    }

    /// Asks which of these steps are done. None: leave.
    pub fn steps_done(
        &mut self,
        catalogue: &Catalogue,
        steps: &[MeasureId],
    ) -> anyhow::Result<Option<BTreeSet<MeasureId>>> {
        if steps.is_empty() {
            return Ok(Some(BTreeSet::new()));
        }
        let page = Page {
            news: std::mem::take(&mut self.news),
            question: say::STEPS_DONE.into(),
            asides: vec![say::STEPS_DONE_ASIDE.into()],
            ..Page::default()
        };
        let title = |it: &MeasureId| catalogue.measure(it).map_or_else(String::new, |it| it.title.clone());
        let ticks = Ticks {
            entries: steps.iter().map(title).collect(),
            states: vec![Tick::Asked; steps.len()],
            ..Ticks::default()
        };
        Ok(match self.prompts.tick(&page, &ticks)? {
            Ticked::These(states) => Some(Ticked::yes(&states).map(|it| steps[it].clone()).collect()),
            Ticked::Nothing => Some(BTreeSet::new()),
            Ticked::Back | Ticked::Leave => None,
        })
    }

    /// Asks what happened since the last check, and says what presses. None: leave.
    pub fn happened(&mut self, catalogue: &Catalogue) -> anyhow::Result<Option<BTreeSet<TriggerId>>> {
        let triggers = &catalogue.knowledge.triggers;
        if triggers.is_empty() {
            return Ok(Some(BTreeSet::new()));
        }
        let page = Page {
            news: std::mem::take(&mut self.news),
            question: say::HAPPENED.into(),
            asides: vec![say::HAPPENED_ASIDE.into()],
            ..Page::default()
        };
        let ticks = Ticks {
            entries: triggers.iter().map(|it| it.text.clone()).collect(),
            states: vec![Tick::Asked; triggers.len()],
            ..Ticks::default()
        };
        let states = match self.prompts.tick(&page, &ticks)? {
            Ticked::These(states) => states,
            Ticked::Nothing => Vec::new(),
            Ticked::Back | Ticked::Leave => return Ok(None),
        };
        let ticked = Ticked::yes(&states).filter_map(|it| triggers.get(it));
        let ticked: Vec<_> = ticked.collect();
        self.news.extend(ticked.iter().filter_map(|it| it.at_once.as_deref()).map(say::at_once));
        Ok(Some(ticked.into_iter().map(|it| it.id.clone()).collect()))
    }

    /// Opens a first check on a page of its own and lets the person choose between the short and the full one.
    /// None: leave.
    pub fn welcome(&mut self, interview: &Interview<'_>, short: usize) -> anyhow::Result<Option<Route>> {
        let minutes = interview.progress().minutes_left();
        let roles: Vec<_> = interview.catalogue().roles.iter().filter(|it| it.says.is_some()).collect();
        let who = Page {
            question: say::WHO_SITS_HERE.into(),
            asides: std::mem::take(&mut self.news),
            ..Page::default()
        };
        let entries = say::who_sits_here(roles.iter().filter_map(|it| it.says.as_deref()));
        let list = List { entries, ..List::default() };
        let time = Page { question: say::HOW_LONG.into(), ..Page::default() };
        let times = List { entries: say::welcome_choices(short, minutes), ..List::default() };
        loop {
            let Picked::Entry(entry) = self.prompts.choose(&who, &list)? else { return Ok(None) };
            if let Some(role) = entry.checked_sub(1).and_then(|it| roles.get(it)) {
                return Ok(Some(Route::Role(role.id.clone())));
            }
            if entry == roles.len() + 1 {
                self.consultant = true;
                return Ok(Some(Route::Full));
            }
            if entry > roles.len() {
                return Ok(None);
            }
            return Ok(match self.prompts.choose(&time, &times)? {
                Picked::Entry(0) => Some(Route::Short { questions: short }),
                Picked::Entry(1) => Some(Route::Full),
                Picked::Back => continue,
                Picked::Entry(_) | Picked::Key(_) | Picked::Nothing | Picked::Leave => None,
            });
        }
    }

    /// To whom a question goes, or all of its topic; none where it stays.
    fn hand_over(&mut self, interview: &Interview<'_>, question: &Question) -> anyhow::Result<Option<Reply>> {
        let catalogue = interview.catalogue();
        let company = interview.draft().company.company();
        let knows = company.map(|it| catalogue.who_knows(question, &it)).unwrap_or_default();
        let roles: Vec<&Role> = knows
            .into_iter()
            .chain(catalogue.roles.iter().filter(|it| it.says.is_some()))
            .filter(|it| interview.by() != Some(&it.id))
            .fold(Vec::new(), |mut all, it| {
                if !all.contains(&it) {
                    all.push(it);
                }
                all
            });
        let titles: Vec<&str> = roles.iter().map(|it| it.title.as_str()).collect();
        let topic = catalogue.topic(&question.topic).map_or("", |it| it.title.as_str());
        let mut page = self.page(interview, topic, say::HAND_OVER);
        page.asides.push(say::HAND_OVER_ASIDE.to_owned());
        let list = List { entries: say::hand_over(&titles, topic), is_answer: true, ..List::default() };
        Ok(match self.prompts.choose(&page, &list)? {
            Picked::Entry(entry) => {
                let to = roles[entry % roles.len()].id.clone();
                Some(Reply::HandOver { to, topic: entry >= roles.len() })
            }
            Picked::Leave => Some(Reply::Leave),
            Picked::Back | Picked::Key(_) | Picked::Nothing => None,
        })
    }

    /// A page with everything that stands on every page; the news are told once.
    fn page(&mut self, interview: &Interview<'_>, heading: &str, question: &str) -> Page {
        let mut progress = interview.progress();
        if self.consultant {
            progress.seconds_left *= SCREENS_OF_A_CONSULTANT;
        }
        let mut page = Page {
            progress: say::progress(progress),
            heading: heading.to_owned(),
            estimate: self
                .loss
                // Whoever answers from outside learns nothing about the firm's money.
                .filter(|_| !interview.draft().records.is_empty() && !interview.is_from_outside())
                .map_or_else(String::new, say::estimate),
            moved: String::new(),
            news: std::mem::take(&mut self.news),
            question: question.to_owned(),
            asides: Vec::new(),
        };
        if !page.estimate.is_empty() {
            page.moved = self.moved.clone().unwrap_or_default();
        }
        page
    }

    /// Why the estimate moved with what was asked last.
    fn why_moved(&self, interview: &Interview<'_>, before: Option<Interval>) -> Option<String> {
        let (before, after) = (before?, self.loss?);
        let item = self.asked.as_ref()?;
        let catalogue = interview.catalogue();
        // What an option says speaks for itself; a figure needs its name.
        match item {
            Item::Question(id) => say::moved(before, after, "", &review::own_answer(interview, id)),
            Item::Profile(_) => {
                let said = review::answer(catalogue, interview.draft(), item);
                say::moved(before, after, &name(interview, item), &said)
            }
        }
    }

    /// Back, or out where there is nothing to go back to.
    fn back(&mut self, interview: &Interview<'_>) -> anyhow::Result<Reply> {
        if interview.can_go_back() {
            return Ok(Reply::Back);
        }
        let page = self.page(interview, "", say::LEAVE_QUESTION);
        let list = List { entries: say::LEAVE_CHOICES.map(str::to_owned).into(), ..List::default() };
        Ok(match self.prompts.choose(&page, &list)? {
            Picked::Entry(1) | Picked::Leave => Reply::Leave,
            // Asks the same thing once more.
            _ => Reply::Back,
        })
    }

    fn doubt(
        &mut self,
        interview: &Interview<'_>,
        doubt: &crate::assessment::Doubt,
    ) -> anyhow::Result<Reply> {
        let catalogue = interview.catalogue();
        let (question, sides) = interview
            .draft()
            .answers()
            .map_or_else(Default::default, |answers| say::doubt(catalogue, &answers, doubt));
        let mut page = self.page(interview, "", &question);
        page.asides = sides;
        let list = List { entries: say::doubt_choices(catalogue, doubt), ..List::default() };
        Ok(match self.prompts.choose(&page, &list)? {
            Picked::Entry(0) | Picked::Key(_) | Picked::Nothing => Reply::Keep,
            Picked::Entry(place) => doubt.items().get(place - 1).cloned().map_or(Reply::Keep, Reply::GoTo),
            Picked::Back => Reply::Back,
            Picked::Leave => Reply::Leave,
        })
    }

    fn pause(&mut self, interview: &Interview<'_>) -> anyhow::Result<Reply> {
        let catalogue = interview.catalogue();
        let done = interview.progress();
        let askable = interview.open_questions();
        let more = askable.len().min(MORE);
        let next: Vec<OpenQuestion> =
            self.by_value.iter().filter(|it| askable.contains(&it.question)).take(more).cloned().collect();
        let asked = pause::question(done.answered + done.unknown, askable.len());
        let mut page = self.page(interview, "", &asked);
        if let Some(answers) = interview.draft().answers() {
            page.asides.extend(pause::certainty(catalogue, &self.running.certainty(&answers)));
        }
        page.asides.push(pause::worth(&next.iter().collect::<Vec<_>>()));
        let list = List { entries: pause::choices(more, askable.len()), ..List::default() };
        Ok(match self.prompts.choose(&page, &list)? {
            Picked::Entry(0) => Reply::More(more),
            Picked::Entry(2) => Reply::More(askable.len()),
            Picked::Entry(_) | Picked::Key(_) | Picked::Nothing => Reply::Finish,
            Picked::Back => Reply::Back,
            Picked::Leave => Reply::Leave,
        })
    }

    /// What was typed for another question does not belong to this one.
    fn forget_pending(&mut self, question: &QuestionId) {
        if self.pending.as_ref().is_some_and(|it| &it.question != question) {
            self.pending = None;
        }
    }
}

impl<P: Prompts> Respondent for Person<'_, P> {
    type Error = anyhow::Error;

    fn reply(&mut self, interview: &Interview<'_>) -> anyhow::Result<Reply> {
        self.asked = match interview.step() {
            Step::Profile(item) => Some(Item::Profile(item)),
            Step::Question(question) => Some(Item::Question(question.id.clone())),
            _ => None,
        };
        match interview.step() {
            Step::Profile(item) => self.company(interview, item),
            Step::Question(question) => self.question(interview, question),
            Step::Doubt(doubt) => self.doubt(interview, doubt),
            Step::Pause => self.pause(interview),
            Step::Review | Step::Finished => self.review(interview, true),
        }
    }

    fn heard(&mut self, interview: &mut Interview<'_>, heard: &Heard) -> anyhow::Result<()> {
        self.moved = None;
        if !heard.changed {
            return Ok(());
        }
        self.pending = None;
        let before = self.loss;
        self.reckon(interview);
        self.moved = self.why_moved(interview, before);
        if let (Some(topic), Some(answers)) = (&heard.topic_done, interview.draft().answers())
            && let Some(result) = self.running.topic(&answers, topic)
        {
            self.news.push(say::topic_result(interview.catalogue(), topic, &result));
        }
        Ok(())
    }
}

/// The name of an item.
fn name(interview: &Interview<'_>, item: &Item) -> String {
    say::item_name(interview.catalogue(), item)
}
