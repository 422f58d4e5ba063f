//! What a reply changes.

use super::machine::Focus;
use super::{Fact, Given, Heard, Interview, Item, Refusal, Reply, Route, Step, profile};
use crate::model::{Answer, QuestionId, Record, RoleId, TopicId, Voice};

impl Interview<'_> {
    /// Takes a reply.
    pub fn respond(&mut self, reply: Reply) -> Result<Heard, Refusal> {
        match reply {
            Reply::Fact(fact) => self.fact(fact),
            Reply::Answer(given) => self.answer(given),
            Reply::Back => Ok(self.back()),
            Reply::Skip => self.skip(),
            Reply::HandOver { to, topic } => self.hand_over(&to, topic),
            Reply::GoTo(item) => self.go_to(&item),
            Reply::Keep => {
                if self.pending.is_empty() {
                    return Err(Refusal::NotAsked);
                }
                let doubt = self.pending.remove(0);
                self.kept.push(doubt);
                Ok(Heard::default())
            }
            Reply::More(questions) => {
                self.allowance = self.allowance.saturating_add(questions);
                self.left.clear();
                Ok(Heard::default())
            }
            Reply::Finish => {
                if self.step() == Step::Review {
                    self.finished = true;
                }
                self.stopped = true;
                self.focus = Focus::Next;
                Ok(Heard::default())
            }
            Reply::Leave => Ok(Heard::default()),
        }
    }

    fn fact(&mut self, fact: Fact) -> Result<Heard, Refusal> {
        let item = fact.item();
        if self.step() != Step::Profile(item) {
            return Err(Refusal::NotAsked);
        }
        if let Fact::Segment(it) = &fact
            && self.catalogue.segment(&it.segment).is_none()
        {
            return Err(Refusal::NoSuchSegment);
        }
        profile::note(fact, &mut self.draft.company, self.catalogue);
        self.passed.insert(item);
        Ok(self.moved_on(&Item::Profile(item), None))
    }

    fn answer(&mut self, given: Given) -> Result<Heard, Refusal> {
        let Step::Question(question) = self.step() else {
            return Err(Refusal::NotAsked);
        };
        if let Answer::Chosen(option) = &given.answer
            && question.option(option).is_none()
        {
            return Err(Refusal::NoSuchOption);
        }
        let (id, topic) = (question.id.clone(), question.topic.clone());
        let first_time = !self.is_done(question);
        let before = self.topic_on_screen().filter(|it| **it != topic).cloned();
        self.left.extend(before);
        self.write(&id, given);
        if self.draft.handed_over.get(&id).is_some_and(|it| self.by.as_ref().is_none_or(|by| by == it)) {
            self.draft.handed_over.remove(&id);
        }
        self.confirmed.insert(id.clone());
        self.skipped.remove(&id);
        if first_time {
            self.allowance =
                if self.allowance == usize::MAX { usize::MAX } else { self.allowance.saturating_sub(1) };
        }
        Ok(self.moved_on(&Item::Question(id), Some(&topic)))
    }

    /// One voice of several is kept beside the others; a firm with one voice has one record.
    fn write(&mut self, id: &QuestionId, given: Given) {
        let Given { answer, evidence, proof, note } = given;
        let date = self.today;
        let own = self.by.clone();
        match (self.draft.records.get_mut(id), own) {
            (Some(record), Some(by)) if record.by.as_ref() != Some(&by) => {
                let voice = Voice { answer, evidence, proof, date, by, note };
                match record.also.iter_mut().find(|it| it.by == voice.by) {
                    Some(earlier) => *earlier = voice,
                    None => record.also.push(voice),
                }
            }
            (record, by) => {
                let also = record.map(|it| std::mem::take(&mut it.also)).unwrap_or_default();
                let record = Record { answer, evidence, proof, date, by, note, also };
                self.draft.records.insert(id.clone(), record);
            }
        }
    }

    fn moved_on(&mut self, item: &Item, topic: Option<&TopicId>) -> Heard {
        if !self.trail.contains(item) {
            self.trail.push(item.clone());
        }
        self.focus = Focus::Next;
        self.reviewing = false;
        self.judge();
        self.pending = self
            .doubts()
            .into_iter()
            .filter(|it| it.items().contains(item) && !self.kept.contains(it))
            .collect();
        let topic_done = topic.filter(|it| self.is_topic_done(it)).cloned();
        Heard { changed: true, topic_done, at_start: false }
    }

    fn is_topic_done(&self, topic: &TopicId) -> bool {
        if matches!(self.route, Route::Short { .. } | Route::Role(_)) {
            return false;
        }
        let mut own = self.sequence().into_iter().map(|it| &self.catalogue.questions[it]);
        !own.any(|it| {
            &it.topic == topic && self.is_open(it) && !self.is_done(it) && !self.skipped.contains(&it.id)
        })
    }

    fn back(&mut self) -> Heard {
        let before = self.before();
        if let Some(position) = before {
            self.focus = Focus::Trail(position);
            self.pending.clear();
        }
        Heard { at_start: before.is_none(), ..Heard::default() }
    }

    pub(super) fn before(&self) -> Option<usize> {
        let end = match self.focus {
            Focus::Next => self.trail.len(),
            Focus::Trail(position) => position,
        };
        (0..end).rev().find(|position| self.applies(&self.trail[*position]))
    }

    fn skip(&mut self) -> Result<Heard, Refusal> {
        let item = match self.step() {
            Step::Profile(item) => {
                if item.is_needed() && !profile::is_known(item, &self.draft.company) {
                    return Err(Refusal::Needed);
                }
                Item::Profile(item)
            }
            Step::Question(question) => Item::Question(question.id.clone()),
            _ => return Err(Refusal::NotAsked),
        };
        match &item {
            Item::Profile(it) => {
                self.passed.insert(*it);
            }
            Item::Question(id) => {
                self.skipped.insert(id.clone());
            }
        }
        if let Focus::Trail(position) = self.focus {
            let later = (position + 1..self.trail.len()).find(|it| self.applies(&self.trail[*it]));
            self.focus = later.filter(|_| !self.reviewing).map_or(Focus::Next, Focus::Trail);
            self.reviewing = false;
        } else {
            self.trail.push(item);
        }
        Ok(Heard::default())
    }

    fn hand_over(&mut self, to: &RoleId, topic: bool) -> Result<Heard, Refusal> {
        let Step::Question(question) = self.step() else { return Err(Refusal::NotAsked) };
        let open = self.sequence().into_iter().map(|it| &self.catalogue.questions[it]);
        let along = open.filter(|it| topic && it.topic == question.topic && !self.is_done(it));
        let ids: Vec<QuestionId> = std::iter::once(question).chain(along).map(|it| it.id.clone()).collect();
        let item = Item::Question(ids[0].clone());
        self.draft.handed_over.extend(ids.into_iter().map(|it| (it, to.clone())));
        Ok(self.moved_on(&item, None))
    }

    fn go_to(&mut self, item: &Item) -> Result<Heard, Refusal> {
        if !self.applies(item) {
            return Err(Refusal::NotAsked);
        }
        self.reviewing = self.step() == Step::Review;
        if let Some(position) = self.trail.iter().position(|it| it == item) {
            self.focus = Focus::Trail(position);
        } else {
            self.trail.push(item.clone());
            self.focus = Focus::Trail(self.trail.len() - 1);
        }
        self.pending.clear();
        Ok(Heard::default())
    }
}
