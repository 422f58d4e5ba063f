//! The list of all answers.

use super::question::own_record;
use super::{Person, name};
use crate::assessment::interview::{Interview, Item, ProfileItem, Reply, Route};
use crate::assessment::{CompanyDraft, Draft};
use crate::cli::terminal::{List, Picked, Prompts};
use crate::german::conversation::{self as say, company as words};
use crate::model::{Answer, Catalogue, QuestionId};

impl<P: Prompts> Person<'_, P> {
    /// Lets the person pick an answer to change. At the end the first line finishes, midway it leads back.
    pub(super) fn review(&mut self, interview: &Interview<'_>, at_end: bool) -> anyhow::Result<Reply> {
        let mut items = interview.items();
        let is_short = matches!(interview.route(), Route::Short { .. });
        let left_out = is_short && items.iter().any(|it| is_open(interview, it));
        if is_short {
            // A short check leaves most questions out on purpose; the list is about what was said.
            items.retain(|it| !is_open(interview, it));
        }
        let progress = interview.progress();
        let open = items.iter().filter(|it| is_open(interview, it)).count();
        let question = match (at_end, left_out) {
            (true, true) => say::REVIEW_SHORT.to_owned(),
            (true, false) => say::review_question(open, progress.unknown),
            (false, _) => say::REVIEW_MIDWAY.to_owned(),
        };
        let first = if at_end { say::REVIEW_DONE } else { say::REVIEW_BACK };
        let lines = items.iter().map(|it| {
            let said = match it {
                Item::Question(id) => own_answer(interview, id),
                Item::Profile(_) => answer(interview.catalogue(), interview.draft(), it),
            };
            say::review_line(&name(interview, it), &said)
        });
        let entries: Vec<String> = std::iter::once(first.to_owned()).chain(lines).collect();
        let page = self.page(interview, "", &question);
        Ok(match self.prompts.choose(&page, &List { entries, is_long: true, ..List::default() })? {
            Picked::Entry(0) | Picked::Key(_) | Picked::Nothing if at_end => Reply::Finish,
            Picked::Entry(0) | Picked::Key(_) | Picked::Nothing | Picked::Back => Reply::Back,
            Picked::Entry(place) => Reply::GoTo(items[place - 1].clone()),
            Picked::Leave => Reply::Leave,
        })
    }
}

fn is_open(interview: &Interview<'_>, item: &Item) -> bool {
    match item {
        Item::Profile(_) => false,
        Item::Question(id) => !interview.draft().records.contains_key(id),
    }
}

/// What whoever sits here answered, in the words of the list.
pub(super) fn own_answer(interview: &Interview<'_>, id: &QuestionId) -> String {
    let own = interview.catalogue().question(id).and_then(|it| own_record(interview, it));
    own.map_or_else(|| say::REVIEW_OPEN.to_owned(), |own| said(interview.catalogue(), id, &own.answer))
}

/// The answer an item has, in the words of the list.
pub(super) fn answer(catalogue: &Catalogue, draft: &Draft, item: &Item) -> String {
    match item {
        Item::Profile(item) => {
            fact(catalogue, &draft.company, *item).unwrap_or_else(|| words::NO_ANSWER.to_owned())
        }
        Item::Question(id) => match draft.records.get(id).map(|it| &it.answer) {
            None => say::REVIEW_OPEN.to_owned(),
            Some(given) => said(catalogue, id, given),
        },
    }
}

/// An answer in the words of the list.
fn said(catalogue: &Catalogue, id: &QuestionId, answer: &Answer) -> String {
    match answer {
        Answer::Unknown => say::REVIEW_UNKNOWN.to_owned(),
        Answer::NotApplicable { .. } => say::REVIEW_NOT_APPLICABLE.to_owned(),
        Answer::Chosen(option) => catalogue
            .question(id)
            .and_then(|it| it.option(option))
            .map_or_else(String::new, |it| it.text.clone()),
    }
}

fn fact(catalogue: &Catalogue, company: &CompanyDraft, item: ProfileItem) -> Option<String> {
    match item {
        ProfileItem::Segment => {
            let segment = company.segment.as_ref()?;
            let own = catalogue.sub_trade_in(segment, company.sub_trade.as_ref());
            let title = own.map(|it| it.title.clone());
            title.or_else(|| catalogue.segment(segment).map(|it| it.title.clone()))
        }
        ProfileItem::Users => company.computer_users.map(|it| it.to_string()),
        ProfileItem::Sites => company.sites.map(|it| it.to_string()),
        ProfileItem::Employees => company.employees.map(|it| it.to_string()),
        ProfileItem::Turnover => company.turnover_eur.map(words::amount),
        ProfileItem::BalanceSheet => company.balance_sheet_eur.map(words::amount),
        ProfileItem::State => company.state.as_ref().map(|it| words::state(it).to_owned()),
        ProfileItem::StandstillDay => company.standstill_day_eur.map(words::amount),
        ProfileItem::Name => company.name.clone(),
        ProfileItem::Traits => {
            company.traits.as_ref().map(|it| words::ticked(it.len(), catalogue.traits.len()))
        }
        ProfileItem::Digitalisation => {
            let ticked = company.digitalisation.values().filter(|it| **it).count();
            (!company.digitalisation.is_empty()).then(|| words::ticked(ticked, catalogue.items.len()))
        }
        ProfileItem::CrownJewels => {
            let processes = company.crown_jewels.as_ref()?;
            let named: Vec<String> =
                processes.iter().map(|it| words::process(&it.process, it.tolerable_hours)).collect();
            Some(named.join(", ")).filter(|it| !it.is_empty())
        }
        ProfileItem::Incidents => {
            let known = &company.past_incidents;
            (!known.is_empty()).then(|| words::incidents(known.len(), known.values().sum()))
        }
        ProfileItem::Reserve => company.liquid_reserve_eur.map(words::amount),
        ProfileItem::Tolerance => company.tolerable_ruin.map(words::tolerance),
    }
}
