//! A question of the catalogue.

use std::collections::BTreeSet;

use super::{Pending, Person};
use crate::assessment::interview::{Given, Interview, Reply};
use crate::cli::terminal::{Entered, Field, Key, List, Page, Picked, Prompts};
use crate::german::conversation::{self as say, keys, question as words};
use crate::model::{Answer, Case, Evidence, Proof, Question, Record};

/// Longest note; more belongs into a document of its own.
const LONGEST_NOTE: usize = 2_000;

/// Rows a page needs for everything but question, example and options.
const FRAME_ROWS: usize = 11;

/// Columns of a narrow window, to be on the safe side.
const NARROW: usize = 58;

/// How something asked beside a question ended.
enum Beside {
    /// It was answered.
    Said,
    /// Back to the question.
    Back,
    /// Save and leave.
    Leave,
}

impl<'c, P: Prompts> Person<'c, P> {
    pub(super) fn question(
        &mut self,
        interview: &Interview<'_>,
        question: &Question,
    ) -> anyhow::Result<Reply> {
        self.forget_pending(&question.id);
        let record = own_record(interview, question);
        let mut shown: BTreeSet<char> = BTreeSet::new();
        let topic = interview.catalogue().topic(&question.topic).map_or("", |it| it.title.as_str());
        let mut page = self.page(interview, topic, &question.text);
        let mut marked = record.as_ref().map(|it| place(question, &it.answer));
        loop {
            page.asides = self.asides(interview, question, record.as_ref(), &shown);
            let list = self.list(interview, question, marked);
            let picked = self.prompts.choose(&page, &list)?;
            page.news.clear();
            match picked {
                Picked::Entry(entry) => {
                    marked = Some(entry);
                    if let Some(reply) = self.given(interview, question, record.as_ref(), entry)? {
                        return Ok(reply);
                    }
                }
                Picked::Key(key) if key == keys::NOTE.0 => {
                    if let Beside::Leave = self.note(interview, question, record.as_ref())? {
                        return Ok(Reply::Leave);
                    }
                }
                Picked::Key(key) if key == keys::EVIDENCE.0 => {
                    if let Beside::Leave = self.evidence(interview, question, record.as_ref())? {
                        return Ok(Reply::Leave);
                    }
                }
                Picked::Key(key) if key == keys::UNKNOWN.0 => {
                    let unknown = question.options.len();
                    if let Some(reply) = self.given(interview, question, record.as_ref(), unknown)? {
                        return Ok(reply);
                    }
                }
                Picked::Key(key) if key == keys::HAND_OVER.0 => {
                    if let Some(reply) = self.hand_over(interview, question)? {
                        return Ok(reply);
                    }
                }
                Picked::Key(key) if key == keys::LATER.0 => return Ok(Reply::Skip),
                Picked::Nothing => return Ok(Reply::Skip),
                Picked::Key(key) if key == keys::LIST.0 => match self.review(interview, false)? {
                    Reply::Back => {}
                    reply => return Ok(reply),
                },
                Picked::Key(key) => {
                    // The same key shows and hides.
                    if !shown.remove(&key) {
                        shown.insert(key);
                    }
                }
                Picked::Back => return self.back(interview),
                Picked::Leave => return Ok(Reply::Leave),
            }
        }
    }

    fn list(&mut self, interview: &Interview<'_>, question: &Question, marked: Option<usize>) -> List {
        let mut entries: Vec<String> = question.options.iter().map(|it| it.text.clone()).collect();
        entries.extend([words::UNKNOWN.to_owned(), words::NOT_APPLICABLE.to_owned()]);
        let mut offered = vec![keys::WHY, keys::HELP];
        if !self.shows_example(interview, question) {
            offered.push(keys::EXAMPLE);
        }
        if self.case(interview, question).is_some() {
            offered.push(keys::CASE);
        }
        offered.extend([
            keys::UNKNOWN,
            keys::HAND_OVER,
            keys::WHO,
            keys::NOTE,
            keys::EVIDENCE,
            keys::LATER,
            keys::LIST,
        ]);
        let keys = offered.into_iter().map(|(typed, label)| Key { typed, label: label.into() }).collect();
        List { entries, keys, at: marked, is_answer: true, ..List::default() }
    }

    /// What happened to others, nearest to this firm and this question.
    fn case(&mut self, interview: &Interview<'_>, question: &Question) -> Option<&'c Case> {
        self.running.case(&interview.draft().answers()?, question)
    }

    /// An example is shown at once where there is one and the window has room for it.
    fn shows_example(&self, interview: &Interview<'_>, question: &Question) -> bool {
        let Some(example) = &example(interview, question) else {
            return false;
        };
        let rows = |text: &str| text.chars().count() / NARROW + 1;
        let options: usize = question.options.iter().map(|it| rows(&it.text)).sum();
        let needed = FRAME_ROWS + rows(&question.text) + rows(example) + options;
        self.prompts.height().is_none_or(|it| it >= needed)
    }

    fn asides(
        &mut self,
        interview: &Interview<'_>,
        question: &Question,
        record: Option<&Record>,
        shown: &BTreeSet<char>,
    ) -> Vec<String> {
        let catalogue = interview.catalogue();
        let mut asides = Vec::new();
        if self.shows_example(interview, question) {
            asides.extend(example(interview, question));
        } else if shown.contains(&keys::EXAMPLE.0) {
            asides.push(example(interview, question).unwrap_or_else(|| words::NO_EXAMPLE.to_owned()));
        }
        if shown.contains(&keys::WHY.0) {
            asides.push(words::why(question));
        }
        if shown.contains(&keys::HELP.0) {
            asides.push(words::help(question));
            let texts = [&question.text, &question.help].into_iter();
            let all: Vec<&str> =
                texts.chain(question.options.iter().map(|it| &it.text)).map(String::as_str).collect();
            asides.extend(catalogue.terms_in(&all.join("\n")).into_iter().map(words::term));
        }
        if shown.contains(&keys::CASE.0) {
            asides.extend(self.case(interview, question).map(words::case));
        }
        if shown.contains(&keys::WHO.0) {
            let company = interview.draft().company.company();
            let knows = company.map(|it| catalogue.who_knows(question, &it)).unwrap_or_default();
            let roles: Vec<String> = knows.into_iter().map(|it| it.title.clone()).collect();
            asides.push(words::who(&roles));
        }
        asides.extend(others(interview, question));
        let renewal = self.renewals.iter().find(|it| it.0 == question.id);
        asides.extend(renewal.and_then(|it| say::renewal(catalogue, &it.1)));
        if let (Some(_), Some(record)) = (renewal, record) {
            asides.push(words::before(question, record));
        }
        let pending = self.pending_for(question, record);
        asides.extend(pending.note.as_deref().map(words::note));
        if pending.evidence != Evidence::Claimed {
            asides.push(words::evidence(pending.evidence));
        }
        asides
    }

    fn pending_for(&self, question: &Question, record: Option<&Record>) -> Pending {
        self.pending.clone().filter(|it| it.question == question.id).unwrap_or_else(|| Pending {
            question: question.id.clone(),
            note: record.and_then(|it| it.note.clone()),
            evidence: record.map_or(Evidence::Claimed, |it| it.evidence),
            proof: record.map(|it| it.proof.clone()).unwrap_or_default(),
        })
    }

    /// The reply for an entry; none where the person went back to the options.
    fn given(
        &mut self,
        interview: &Interview<'_>,
        question: &Question,
        record: Option<&Record>,
        entry: usize,
    ) -> anyhow::Result<Option<Reply>> {
        let answer = match question.options.get(entry) {
            Some(option) => Answer::Chosen(option.id.clone()),
            None if entry == question.options.len() => Answer::Unknown,
            None => {
                let because = match record.map(|it| &it.answer) {
                    Some(Answer::NotApplicable { because }) => because.clone(),
                    _ => String::new(),
                };
                Answer::NotApplicable { because }
            }
        };
        if self.consultant {
            match self.consulted(interview, question, record, &answer)? {
                Beside::Said => {}
                Beside::Back => return Ok(None),
                Beside::Leave => return Ok(Some(Reply::Leave)),
            }
        }
        let Pending { note, evidence, proof, .. } = self.pending_for(question, record);
        Ok(Some(Reply::Answer(Given { answer, evidence, proof, note })))
    }

    /// Evidence and note with every answer.
    fn consulted(
        &mut self,
        interview: &Interview<'_>,
        question: &Question,
        record: Option<&Record>,
        answer: &Answer,
    ) -> anyhow::Result<Beside> {
        if matches!(answer, Answer::Chosen(_)) {
            let evidence = self.evidence(interview, question, record)?;
            if !matches!(evidence, Beside::Said) {
                return Ok(evidence);
            }
            let proof = self.proof(interview, question, record)?;
            if !matches!(proof, Beside::Said) {
                return Ok(proof);
            }
        }
        self.note(interview, question, record)
    }

    /// Asks who said it, and of what was seen also what it was and where.
    fn proof(
        &mut self,
        interview: &Interview<'_>,
        question: &Question,
        record: Option<&Record>,
    ) -> anyhow::Result<Beside> {
        let mut pending = self.pending_for(question, record);
        let was_seen = pending.evidence != Evidence::Claimed;
        let proof = &mut pending.proof;
        proof.person = proof.person.take().or_else(|| self.shown_by.person.clone());
        if was_seen {
            proof.place = proof.place.take().or_else(|| self.shown_by.place.clone());
        }
        let parts = [
            (words::DOCUMENT, was_seen, &mut proof.document),
            (words::PERSON, true, &mut proof.person),
            (words::PLACE, was_seen, &mut proof.place),
        ];
        for ((asked, label), _, known) in parts.into_iter().filter(|it| it.1) {
            let page = self.page(interview, &question.text, asked);
            let field = Field {
                label: label.into(),
                initial: known.clone().unwrap_or_default(),
                hint: words::PROOF_HINT.into(),
                longest: LONGEST_NOTE,
                ..Field::default()
            };
            match self.prompts.enter(&page, &field)? {
                Entered::Text(text) | Entered::Suggested(_, text) => {
                    *known = Some(text).filter(|it| !it.is_empty() && it != "-");
                }
                Entered::Back => return Ok(Beside::Back),
                Entered::Leave => return Ok(Beside::Leave),
            }
        }
        let Proof { person, place, .. } = pending.proof.clone();
        self.shown_by.person = person.or(self.shown_by.person.take());
        self.shown_by.place = place.or(self.shown_by.place.take());
        self.pending = Some(pending);
        Ok(Beside::Said)
    }

    /// Asks for a note.
    fn note(
        &mut self,
        interview: &Interview<'_>,
        question: &Question,
        record: Option<&Record>,
    ) -> anyhow::Result<Beside> {
        let mut pending = self.pending_for(question, record);
        let page = self.aside_page(interview, question, words::NOTE_QUESTION);
        let field = Field {
            label: words::NOTE_LABEL.into(),
            initial: pending.note.clone().unwrap_or_default(),
            hint: words::NOTE_HINT.into(),
            longest: LONGEST_NOTE,
            ..Field::default()
        };
        match self.prompts.enter(&page, &field)? {
            Entered::Text(text) | Entered::Suggested(_, text) => {
                pending.note = Some(text).filter(|it| !it.is_empty());
                self.pending = Some(pending);
                Ok(Beside::Said)
            }
            Entered::Back => Ok(Beside::Back),
            Entered::Leave => Ok(Beside::Leave),
        }
    }

    /// Asks how well the answer is supported.
    fn evidence(
        &mut self,
        interview: &Interview<'_>,
        question: &Question,
        record: Option<&Record>,
    ) -> anyhow::Result<Beside> {
        let mut pending = self.pending_for(question, record);
        let mut page = self.aside_page(interview, question, words::EVIDENCE_QUESTION);
        page.asides.push(words::EVIDENCE_ASIDE.to_owned());
        let at = words::EVIDENCES.iter().position(|it| it.0 == pending.evidence);
        let entries = words::EVIDENCES.iter().map(|it| it.1.to_owned()).collect();
        match self.prompts.choose(&page, &List { entries, at, ..List::default() })? {
            Picked::Entry(entry) => {
                pending.evidence = words::EVIDENCES[entry].0;
                self.pending = Some(pending);
                Ok(Beside::Said)
            }
            Picked::Back | Picked::Key(_) | Picked::Nothing => Ok(Beside::Back),
            Picked::Leave => Ok(Beside::Leave),
        }
    }

    fn aside_page(&mut self, interview: &Interview<'_>, question: &Question, asked: &str) -> Page {
        self.page(interview, &question.text, asked)
    }
}

fn example(interview: &Interview<'_>, question: &Question) -> Option<String> {
    let company = &interview.draft().company;
    let segment = company.segment.as_ref()?;
    interview.catalogue().example(question, segment, company.sub_trade.as_ref()).map(words::example)
}

/// What others answered, for whoever speaks for the firm; a person asked for a role answers unseen by and without the others.
fn others(interview: &Interview<'_>, question: &Question) -> Option<String> {
    let record = interview.draft().records.get(&question.id)?;
    if interview.by().is_some() {
        return None;
    }
    let first = record.by.iter().map(|by| (by, record.date, &record.answer));
    let also = record.also.iter().map(|it| (&it.by, it.date, &it.answer));
    let voices: Vec<String> =
        first.chain(also).map(|it| words::voice(interview.catalogue(), question, it)).collect();
    (!voices.is_empty()).then(|| words::voices(&voices))
}

/// What the person at the terminal answered before: in a check for one role their own voice.
pub(super) fn own_record(interview: &Interview<'_>, question: &Question) -> Option<Record> {
    let record = interview.draft().records.get(&question.id)?;
    let Some(by) = interview.by().filter(|it| record.by.as_ref() != Some(*it)) else {
        return Some(record.clone());
    };
    let voice = record.also.iter().find(|it| &it.by == by)?;
    Some(Record {
        answer: voice.answer.clone(),
        evidence: voice.evidence,
        proof: voice.proof.clone(),
        date: voice.date,
        by: Some(voice.by.clone()),
        note: voice.note.clone(),
        also: Vec::new(),
    })
}

/// Where an answer stands in the list.
fn place(question: &Question, answer: &Answer) -> usize {
    match answer {
        Answer::Chosen(id) => question.options.iter().position(|it| &it.id == id).unwrap_or(0),
        Answer::Unknown => question.options.len(),
        Answer::NotApplicable { .. } => question.options.len() + 1,
    }
}
