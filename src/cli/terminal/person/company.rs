//! Facts about the company.

use std::collections::{BTreeMap, BTreeSet};

use super::Person;
use crate::assessment::answers_file::MOST_PROCESSES;
use crate::assessment::interview::{Fact, Interview, ProfileItem, Reply, items_to_ask};
use crate::cli::terminal::{Entered, Field, List, Page, Picked, Prompts, Ticked, Ticks};
use crate::german::amount::{self, remedy};
use crate::german::conversation::company as words;
use crate::model::{CrownJewel, Segment, State};

/// Longest name of a company or a process.
const LONGEST_NAME: usize = 80;

/// Longest number with its unit and the words around it.
const LONGEST_NUMBER: usize = 40;

/// What a person wants instead of answering.
enum Instead {
    Back,
    Leave,
}

type Said<T> = Result<T, Instead>;

/// Makes a fact of an amount.
type AsFact = fn(Option<f64>) -> Fact;

impl<P: Prompts> Person<'_, P> {
    pub(super) fn company(&mut self, interview: &Interview<'_>, item: ProfileItem) -> anyhow::Result<Reply> {
        let mut page = self.page(interview, words::HEADING, words::question(item));
        page.asides.extend(words::aside(item).map(str::to_owned));
        let said = match item {
            ProfileItem::Segment => self.segment(interview, &page)?,
            ProfileItem::Employees => self.employees(interview, &page)?,
            ProfileItem::State => self.state(interview, &page)?,
            ProfileItem::Name => self.name(interview, &page)?,
            ProfileItem::Traits => self.traits(interview, &page)?,
            ProfileItem::Digitalisation => self.items(interview, &page)?,
            ProfileItem::CrownJewels => self.processes(interview, &page)?,
            ProfileItem::Tolerance => self.tolerance(interview, &page)?,
            ProfileItem::Turnover
            | ProfileItem::BalanceSheet
            | ProfileItem::StandstillDay
            | ProfileItem::Reserve => self.amount(interview, page, item)?,
        };
        match said {
            Ok(fact) => Ok(Reply::Fact(fact)),
            Err(Instead::Back) => self.back(interview),
            Err(Instead::Leave) => Ok(Reply::Leave),
        }
    }

    fn pick(&mut self, page: &Page, list: &List) -> anyhow::Result<Said<usize>> {
        loop {
            match self.prompts.choose(page, list)? {
                Picked::Entry(entry) => return Ok(Ok(entry)),
                Picked::Back => return Ok(Err(Instead::Back)),
                Picked::Leave => return Ok(Err(Instead::Leave)),
                Picked::Key(_) => {}
            }
        }
    }

    fn typed(&mut self, page: &Page, field: &Field<'_>) -> anyhow::Result<Said<String>> {
        Ok(match self.prompts.enter(page, field)? {
            Entered::Text(text) => Ok(text),
            Entered::Back => Err(Instead::Back),
            Entered::Leave => Err(Instead::Leave),
        })
    }

    fn ticked(&mut self, page: &Page, ticks: &Ticks) -> anyhow::Result<Said<BTreeSet<usize>>> {
        Ok(match self.prompts.tick(page, ticks)? {
            Ticked::These(ticked) => Ok(ticked),
            Ticked::Back => Err(Instead::Back),
            Ticked::Leave => Err(Instead::Leave),
        })
    }

    fn segment(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Fact>> {
        let mut segments: Vec<&Segment> = interview.catalogue().segments.iter().collect();
        segments.sort_by(|a, b| a.title.cmp(&b.title));
        let known = interview.draft().company.segment.as_ref();
        let list = List {
            entries: segments.iter().map(|it| words::segment(it)).collect(),
            is_long: true,
            at: segments.iter().position(|it| Some(&it.id) == known),
            ..List::default()
        };
        Ok(self.pick(page, &list)?.map(|it| Fact::Segment(segments[it].id.clone())))
    }

    fn employees(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Fact>> {
        let field = Field {
            label: words::PEOPLE_LABEL.into(),
            initial: interview.draft().company.employees.map(|it| it.to_string()).unwrap_or_default(),
            hint: String::new(),
            longest: LONGEST_NUMBER,
            check: &|typed| match amount::people(typed) {
                Ok(0) => Err(words::AT_LEAST_ONE.into()),
                Ok(_) => Ok(()),
                Err(unreadable) => Err(remedy(unreadable)),
            },
        };
        // The check has let nothing else pass.
        Ok(self.typed(page, &field)?.map(|it| Fact::Employees(amount::people(&it).unwrap_or(1))))
    }

    fn amount(
        &mut self,
        interview: &Interview<'_>,
        mut page: Page,
        item: ProfileItem,
    ) -> anyhow::Result<Said<Fact>> {
        let draft = &interview.draft().company;
        let (known, fact): (Option<f64>, AsFact) = match item {
            ProfileItem::BalanceSheet => (draft.balance_sheet_eur, Fact::BalanceSheet),
            ProfileItem::StandstillDay => (draft.standstill_day_eur, Fact::StandstillDay),
            ProfileItem::Reserve => (draft.liquid_reserve_eur, Fact::Reserve),
            _ => (draft.turnover_eur, Fact::Turnover),
        };
        if let Some(company) = draft.company() {
            match item {
                ProfileItem::StandstillDay => page.asides.push(
                    self.running
                        .usual_day(&company)
                        .map_or_else(|| words::USUAL_DAY_UNKNOWN.to_owned(), words::usual_day),
                ),
                ProfileItem::Reserve => {
                    page.asides.push(words::usual_reserve(self.running.usual_reserve(&company)));
                }
                _ => {}
            }
        }
        let least = if item == ProfileItem::Turnover { 1.0 } else { 0.0 };
        let field = Field {
            label: words::AMOUNT_LABEL.into(),
            initial: known.map(words::typed_amount).unwrap_or_default(),
            hint: words::AMOUNT_HINT.into(),
            longest: LONGEST_NUMBER,
            check: &move |typed| match optional(typed).map(amount::amount) {
                None => Ok(()),
                Some(Ok(value)) if value >= least => Ok(()),
                Some(Ok(_)) => Err(remedy(amount::Unreadable::Negative)),
                Some(Err(unreadable)) => Err(remedy(unreadable)),
            },
        };
        let typed = self.typed(&page, &field)?;
        Ok(typed.map(|it| fact(optional(&it).and_then(|it| amount::amount(it).ok()))))
    }

    fn state(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Fact>> {
        let mut states: Vec<State> = State::CODES.iter().filter_map(|it| State::new(it)).collect();
        states.sort_by_key(|it| words::state(it).to_owned());
        let known = interview.draft().company.state.as_ref();
        let mut entries: Vec<String> = states.iter().map(|it| words::state(it).to_owned()).collect();
        entries.push(words::NO_ANSWER.into());
        let found_by = states.iter().map(|it| it.code().to_owned()).collect();
        let at = states.iter().position(|it| Some(it) == known);
        let list = List { entries, found_by, at, ..List::default() };
        Ok(self.pick(page, &list)?.map(|it| Fact::State(states.get(it).cloned())))
    }

    fn name(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Fact>> {
        let field = Field {
            label: words::NAME_LABEL.into(),
            initial: interview.draft().company.name.clone().unwrap_or_default(),
            hint: words::MAY_BE_EMPTY.into(),
            longest: LONGEST_NAME,
            check: &|_| Ok(()),
        };
        Ok(self.typed(page, &field)?.map(|it| Fact::Name(optional(&it).map(str::to_owned))))
    }

    fn traits(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Fact>> {
        let catalogue = interview.catalogue();
        let company = &interview.draft().company;
        let usual = company.segment.as_ref().and_then(|it| catalogue.segment(it));
        let is_ticked = |id| match &company.traits {
            Some(traits) => traits.contains(id),
            None => usual.is_some_and(|it| it.typical_traits.contains(id)),
        };
        let ticks = Ticks {
            entries: catalogue.traits.iter().map(|it| it.text.clone()).collect(),
            ticked: (0..catalogue.traits.len()).filter(|it| is_ticked(&catalogue.traits[*it].id)).collect(),
            most: None,
        };
        let ticked = self.ticked(page, &ticks)?;
        Ok(ticked.map(|it| Fact::Traits(it.into_iter().map(|it| catalogue.traits[it].id.clone()).collect())))
    }

    fn items(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Fact>> {
        let items: Vec<_> = items_to_ask(interview.catalogue()).collect();
        let known = &interview.draft().company.digitalisation;
        let ticks = Ticks {
            entries: items.iter().map(|it| it.text.clone()).collect(),
            ticked: (0..items.len()).filter(|it| known.get(&items[*it].id) == Some(&true)).collect(),
            most: None,
        };
        let ticked = self.ticked(page, &ticks)?;
        Ok(ticked.map(|ticked| {
            let all = items.iter().enumerate().map(|(at, it)| (it.id.clone(), ticked.contains(&at)));
            Fact::Digitalisation(all.collect::<BTreeMap<_, _>>())
        }))
    }

    fn tolerance(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Fact>> {
        let usual = interview.catalogue().constants.tolerable_ruin.value;
        let mut entries: Vec<String> = words::TOLERANCES.iter().map(|it| it.0.to_owned()).collect();
        entries.push(words::usual_tolerance(usual));
        let known = interview.draft().company.tolerable_ruin;
        let same = |it: f64| known.is_some_and(|known| libm::fabs(known - it) < 1e-9);
        let at = words::TOLERANCES.iter().position(|it| same(it.1)).or(Some(entries.len() - 1));
        let picked = self.pick(page, &List { entries, at, ..List::default() })?;
        Ok(picked.map(|it| Fact::Tolerance(words::TOLERANCES.get(it).map(|it| it.1))))
    }

    fn processes(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Fact>> {
        let company = &interview.draft().company;
        let usual = company.segment.as_ref().and_then(|it| interview.catalogue().segment(it));
        let known = company.crown_jewels.clone().unwrap_or_default();
        let mut named: Vec<String> =
            usual.map(|it| it.processes.iter().map(|it| it.text.clone()).collect()).unwrap_or_default();
        let own: Vec<String> =
            known.iter().map(|it| it.process.clone()).filter(|it| !named.contains(it)).collect();
        named.extend(own);
        let own_words = named.len();
        let mut entries = named.clone();
        entries.push(words::OWN_PROCESS.into());
        let is_known = |at: &usize| known.iter().any(|it| named.get(*at) == Some(&it.process));
        let ticks = Ticks {
            ticked: (0..named.len()).filter(is_known).collect(),
            entries,
            most: Some((MOST_PROCESSES, words::too_many_processes())),
        };
        loop {
            let ticked = match self.ticked(page, &ticks)? {
                Ok(ticked) => ticked,
                Err(instead) => return Ok(Err(instead)),
            };
            let mut processes = Vec::new();
            let mut went_back = false;
            for at in ticked {
                let process = if at == own_words {
                    match self.own_process(page)? {
                        Ok(Some(process)) => process,
                        Ok(None) => continue,
                        Err(Instead::Leave) => return Ok(Err(Instead::Leave)),
                        Err(Instead::Back) => {
                            went_back = true;
                            break;
                        }
                    }
                } else {
                    named[at].clone()
                };
                let before = known.iter().find(|it| it.process == process).and_then(|it| it.tolerable_hours);
                match self.standstill(page, &process, before)? {
                    Ok(tolerable_hours) => {
                        processes.push(CrownJewel { process, tolerable_hours, day_eur: None });
                    }
                    Err(Instead::Leave) => return Ok(Err(Instead::Leave)),
                    Err(Instead::Back) => {
                        went_back = true;
                        break;
                    }
                }
            }
            if !went_back {
                return Ok(Ok(Fact::CrownJewels(processes)));
            }
        }
    }

    fn own_process(&mut self, page: &Page) -> anyhow::Result<Said<Option<String>>> {
        let page = Page { question: words::OWN_PROCESS_QUESTION.into(), asides: Vec::new(), ..page.clone() };
        let field = Field {
            label: words::OWN_PROCESS_LABEL.into(),
            initial: String::new(),
            hint: String::new(),
            longest: LONGEST_NAME,
            check: &|_| Ok(()),
        };
        Ok(self.typed(&page, &field)?.map(|it| optional(&it).map(str::to_owned)))
    }

    fn standstill(
        &mut self,
        page: &Page,
        process: &str,
        before: Option<f64>,
    ) -> anyhow::Result<Said<Option<f64>>> {
        let page = Page { question: words::standstill_question(process), asides: Vec::new(), ..page.clone() };
        let same = |it: Option<f64>| match (it, before) {
            (Some(a), Some(b)) => libm::fabs(a - b) < 1e-9,
            _ => false,
        };
        let list = List {
            entries: words::STANDSTILLS.iter().map(|it| it.0.to_owned()).collect(),
            at: words::STANDSTILLS.iter().position(|it| same(it.1)),
            ..List::default()
        };
        Ok(self.pick(&page, &list)?.map(|it| words::STANDSTILLS[it].1))
    }
}

/// Nothing, or a dash for nothing, is no answer.
fn optional(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|it| !it.is_empty() && *it != "-")
}
