//! Facts about the company.

use std::collections::BTreeMap;

use super::Person;
use crate::assessment::answers_file::limits::MOST_PROCESSES;
use crate::assessment::interview::{Fact, Interview, ProfileItem, Reply, items_to_ask};
use crate::cli::terminal::{Entered, Field, List, Page, Picked, Prompts, Tick, Ticked, Ticks};
use crate::german::amount::{self, remedy};
use crate::german::conversation::company as words;
use crate::model::{CrownJewel, DigitalItem, IncidentKind, State, Trait};

/// Longest name of a company or a process.
const LONGEST_NAME: usize = 80;

/// Longest number with its unit and the words around it.
const LONGEST_NUMBER: usize = 40;

/// What a person wants instead of answering.
pub enum Instead {
    Back,
    Leave,
}

pub type Said<T> = Result<T, Instead>;

/// Makes a fact of an amount.
type AsFact = fn(Option<f64>) -> Fact;

impl<P: Prompts> Person<'_, P> {
    pub(super) fn company(&mut self, interview: &Interview<'_>, item: ProfileItem) -> anyhow::Result<Reply> {
        let mut page = self.page(interview, words::HEADING, words::question(item));
        page.asides.extend(words::aside(item).map(str::to_owned));
        let said = match item {
            ProfileItem::Segment => self.segment(interview, &page)?.map(Some),
            ProfileItem::Employees => self.employees(interview, &page)?.map(Some),
            ProfileItem::Users | ProfileItem::Sites => self.count(interview, &page, item)?.map(Some),
            ProfileItem::State => self.state(interview, &page)?,
            ProfileItem::Name => self.name(interview, &page)?.map(Some),
            ProfileItem::Traits => self.traits(interview, &page)?,
            ProfileItem::Digitalisation => self.items(interview, &page)?,
            ProfileItem::CrownJewels => self.processes(interview, &page)?,
            ProfileItem::Incidents => self.incidents(interview, &page)?,
            ProfileItem::Tolerance => self.tolerance(interview, &page)?,
            ProfileItem::Turnover
            | ProfileItem::BalanceSheet
            | ProfileItem::StandstillDay
            | ProfileItem::Reserve => self.amount(interview, page, item)?.map(Some),
        };
        match said {
            Ok(Some(fact)) => Ok(Reply::Fact(fact)),
            Ok(None) => Ok(Reply::Skip),
            Err(Instead::Back) => self.back(interview),
            Err(Instead::Leave) => Ok(Reply::Leave),
        }
    }

    /// The entry chosen; none where it stays open.
    pub(super) fn pick(&mut self, page: &Page, list: &List) -> anyhow::Result<Said<Option<usize>>> {
        loop {
            match self.prompts.choose(page, list)? {
                Picked::Entry(entry) => return Ok(Ok(Some(entry))),
                Picked::Nothing => return Ok(Ok(None)),
                Picked::Back => return Ok(Err(Instead::Back)),
                Picked::Leave => return Ok(Err(Instead::Leave)),
                Picked::Key(_) => {}
            }
        }
    }

    pub(super) fn typed(&mut self, page: &Page, field: &Field<'_>) -> anyhow::Result<Said<String>> {
        Ok(match self.prompts.enter(page, field)? {
            Entered::Text(text) | Entered::Suggested(_, text) => Ok(text),
            Entered::Back => Err(Instead::Back),
            Entered::Leave => Err(Instead::Leave),
        })
    }

    /// What is ticked; none where nobody looked.
    fn ticked(&mut self, page: &Page, ticks: &Ticks) -> anyhow::Result<Said<Option<Vec<Tick>>>> {
        Ok(match self.prompts.tick(page, ticks)? {
            Ticked::These(states) => Ok(Some(states)),
            Ticked::Nothing => Ok(None),
            Ticked::Back => Err(Instead::Back),
            Ticked::Leave => Err(Instead::Leave),
        })
    }

    fn employees(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Fact>> {
        let field = Field {
            label: words::PEOPLE_LABEL.into(),
            initial: interview.draft().company.employees.map(|it| it.to_string()).unwrap_or_default(),
            longest: LONGEST_NUMBER,
            check: &|typed| match amount::people(typed) {
                Ok(0) => Err(words::AT_LEAST_ONE.into()),
                Ok(_) => Ok(()),
                Err(unreadable) => Err(remedy(unreadable)),
            },
            ..Field::default()
        };
        // The check has let nothing else pass.
        Ok(self.typed(page, &field)?.map(|it| Fact::Employees(amount::people(&it).unwrap_or(1))))
    }

    /// People at computers, or places of work.
    fn count(
        &mut self,
        interview: &Interview<'_>,
        page: &Page,
        item: ProfileItem,
    ) -> anyhow::Result<Said<Fact>> {
        let company = &interview.draft().company;
        let (known, label, fact): (_, _, fn(Option<u32>) -> Fact) = match item {
            ProfileItem::Sites => (company.sites, words::SITES_LABEL, Fact::Sites),
            _ => (company.computer_users, words::PEOPLE_LABEL, Fact::Users),
        };
        let most = if item == ProfileItem::Users { company.employees } else { None };
        let field = Field {
            label: label.into(),
            initial: known.map(|it| it.to_string()).unwrap_or_default(),
            hint: words::MAY_BE_EMPTY.into(),
            longest: LONGEST_NUMBER,
            check: &move |typed| match optional(typed).map(amount::people) {
                Some(Ok(0)) if item == ProfileItem::Sites => Err(words::AT_LEAST_ONE_SITE.into()),
                Some(Ok(many)) if most.is_some_and(|it| many > it) => Err(words::more_than_all(most)),
                Some(Err(unreadable)) => Err(remedy(unreadable)),
                _ => Ok(()),
            },
            ..Field::default()
        };
        Ok(self.typed(page, &field)?.map(|it| fact(optional(&it).and_then(|it| amount::people(it).ok()))))
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
        Ok(self.euros(&page, known, least)?.map(fact))
    }

    /// An amount; none where the line was left empty.
    pub(super) fn euros(
        &mut self,
        page: &Page,
        known: Option<f64>,
        least: f64,
    ) -> anyhow::Result<Said<Option<f64>>> {
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
            ..Field::default()
        };
        Ok(self.typed(page, &field)?.map(|it| optional(&it).and_then(|it| amount::amount(it).ok())))
    }

    fn state(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Option<Fact>>> {
        let mut states: Vec<State> = State::CODES.iter().filter_map(|it| State::new(it)).collect();
        states.sort_by_key(|it| words::state(it).to_owned());
        let known = interview.draft().company.state.as_ref();
        let mut entries: Vec<String> = states.iter().map(|it| words::state(it).to_owned()).collect();
        entries.push(words::NO_ANSWER.into());
        let found_by = states.iter().map(words::state_words).collect();
        let at = states.iter().position(|it| Some(it) == known);
        let list = List { entries, found_by, at, is_answer: true, ..List::default() };
        Ok(self.pick(page, &list)?.map(|it| it.map(|it| Fact::State(states.get(it).cloned()))))
    }

    fn name(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Fact>> {
        let field = Field {
            label: words::NAME_LABEL.into(),
            initial: interview.draft().company.name.clone().unwrap_or_default(),
            hint: words::MAY_BE_EMPTY.into(),
            longest: LONGEST_NAME,
            ..Field::default()
        };
        Ok(self.typed(page, &field)?.map(|it| Fact::Name(optional(&it).map(str::to_owned))))
    }

    fn traits(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Option<Fact>>> {
        let catalogue = interview.catalogue();
        let company = &interview.draft().company;
        let segment = company.segment.as_ref();
        let own = segment.and_then(|it| catalogue.sub_trade_in(it, company.sub_trade.as_ref()));
        let usual = segment.map_or(&[][..], |it| catalogue.usual_traits(it, company.sub_trade.as_ref()));
        // What such firms have stands first, then what some have, then the rest.
        let rank = |it: &&Trait| {
            let possible = own.is_some_and(|own| own.possible.contains(&it.id));
            own.map(|_| {
                if usual.contains(&it.id) {
                    0
                } else if possible {
                    1
                } else {
                    2
                }
            })
        };
        let mut traits: Vec<&Trait> = catalogue.traits.iter().collect();
        traits.sort_by_key(rank);
        let state = |it: &&Trait| match &company.traits {
            Some(yes) if yes.contains(&it.id) => Tick::Yes,
            Some(_) if company.traits_open.contains(&it.id) => Tick::Open,
            Some(_) => Tick::No,
            None => Tick::offered(usual.contains(&it.id)),
        };
        let ticks = Ticks {
            entries: traits.iter().map(|it| it.text.clone()).collect(),
            states: traits.iter().map(state).collect(),
            may_be_open: true,
            most: None,
        };
        let ticked = self.ticked(page, &ticks)?;
        Ok(ticked.map(|it| {
            let states = it?;
            let with = |tick: Tick| {
                let fitting = states.iter().zip(&traits).filter(move |it| *it.0 == tick);
                fitting.map(|it| it.1.id.clone()).collect()
            };
            Some(Fact::Traits { yes: with(Tick::Yes), open: with(Tick::Open) })
        }))
    }

    fn items(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Option<Fact>>> {
        let company = &interview.draft().company;
        let items: Vec<_> = items_to_ask(interview.catalogue(), company).collect();
        let known = &company.digitalisation;
        let state = |it: &&DigitalItem| match known.get(&it.id) {
            Some(true) => Tick::Yes,
            Some(false) => Tick::No,
            None if known.is_empty() => Tick::Asked,
            None => Tick::Open,
        };
        let ticks = Ticks {
            entries: items.iter().map(|it| it.text.clone()).collect(),
            states: items.iter().map(state).collect(),
            may_be_open: true,
            most: None,
        };
        let ticked = self.ticked(page, &ticks)?;
        Ok(ticked.map(|it| {
            let states = it?;
            let known = states.iter().zip(&items).filter(|it| *it.0 != Tick::Open);
            Some(Fact::Digitalisation(known.map(|it| (it.1.id.clone(), *it.0 == Tick::Yes)).collect()))
        }))
    }

    fn tolerance(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Option<Fact>>> {
        let usual = interview.catalogue().constants.tolerable_ruin.value;
        let mut entries: Vec<String> = words::TOLERANCES.iter().map(|it| it.0.to_owned()).collect();
        entries.push(words::usual_tolerance(usual));
        let known = interview.draft().company.tolerable_ruin;
        let same = |it: f64| known.is_some_and(|known| libm::fabs(known - it) < 1e-9);
        let at = words::TOLERANCES.iter().position(|it| same(it.1)).or(Some(entries.len() - 1));
        let picked = self.pick(page, &List { entries, at, ..List::default() })?;
        Ok(picked.map(|it| it.map(|it| Fact::Tolerance(words::TOLERANCES.get(it).map(|it| it.1)))))
    }

    fn processes(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Option<Fact>>> {
        let company = &interview.draft().company;
        let usual = company
            .segment
            .as_ref()
            .map_or(&[][..], |it| interview.catalogue().usual_processes(it, company.sub_trade.as_ref()));
        let known = company.crown_jewels.clone().unwrap_or_default();
        let mut named: Vec<String> = usual.iter().map(|it| it.text.clone()).collect();
        let own: Vec<String> =
            known.iter().map(|it| it.process.clone()).filter(|it| !named.contains(it)).collect();
        named.extend(own);
        let own_words = named.len();
        let is_known = |it: &String| known.iter().any(|known| known.process == *it);
        let mut states: Vec<Tick> = named.iter().map(|it| Tick::offered(is_known(it))).collect();
        states.push(Tick::Asked);
        let mut entries = named.clone();
        entries.push(words::OWN_PROCESS.into());
        let most = Some((MOST_PROCESSES, words::too_many_processes()));
        let ticks = Ticks { entries, states, may_be_open: false, most };
        'list: loop {
            let states = match self.ticked(page, &ticks)? {
                Ok(Some(states)) => states,
                Ok(None) => return Ok(Ok(None)),
                Err(instead) => return Ok(Err(instead)),
            };
            let mut processes = Vec::new();
            for at in Ticked::yes(&states) {
                let process = if at == own_words {
                    match self.own_process(page)? {
                        Ok(Some(process)) => process,
                        Ok(None) => continue,
                        Err(Instead::Leave) => return Ok(Err(Instead::Leave)),
                        Err(Instead::Back) => continue 'list,
                    }
                } else {
                    named[at].clone()
                };
                let before = known.iter().find(|it| it.process == process);
                let (hours, day) =
                    (before.and_then(|it| it.tolerable_hours), before.and_then(|it| it.day_eur));
                let hours = match self.standstill(page, &process, hours)? {
                    Ok(hours) => hours,
                    Err(Instead::Leave) => return Ok(Err(Instead::Leave)),
                    Err(Instead::Back) => continue 'list,
                };
                // Who has said what a whole day costs has said it for all processes.
                let day = if company.standstill_day_eur.is_some() {
                    Ok(day)
                } else {
                    self.process_day(page, &process, day)?
                };
                match day {
                    Ok(day_eur) => processes.push(CrownJewel { process, tolerable_hours: hours, day_eur }),
                    Err(Instead::Leave) => return Ok(Err(Instead::Leave)),
                    Err(Instead::Back) => continue 'list,
                }
            }
            return Ok(Ok(Some(Fact::CrownJewels(processes))));
        }
    }

    /// What a firm has lived through, and how often.
    fn incidents(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Option<Fact>>> {
        let rule = &interview.catalogue().calibration.experience.value;
        let kinds = &rule.kinds;
        let page = &Page { question: words::incidents_question(rule.years), ..page.clone() };
        let known = &interview.draft().company.past_incidents;
        let state = |it: &IncidentKind| match known.get(&it.id) {
            Some(0) => Tick::No,
            Some(_) => Tick::Yes,
            None if known.is_empty() => Tick::Asked,
            None => Tick::Open,
        };
        let ticks = Ticks {
            entries: kinds.iter().map(|it| it.text.clone()).collect(),
            states: kinds.iter().map(state).collect(),
            may_be_open: true,
            most: None,
        };
        'list: loop {
            let states = match self.ticked(page, &ticks)? {
                Ok(Some(states)) => states,
                Ok(None) => return Ok(Ok(None)),
                Err(instead) => return Ok(Err(instead)),
            };
            let mut all = BTreeMap::new();
            for (kind, state) in kinds.iter().zip(states) {
                let times = match state {
                    Tick::Open => continue,
                    Tick::No | Tick::Asked => 0,
                    Tick::Yes => match self.times(page, kind, rule.years, known.get(&kind.id).copied())? {
                        // It happened; nobody knows how often.
                        Ok(times) => times.unwrap_or(1),
                        Err(Instead::Leave) => return Ok(Err(Instead::Leave)),
                        Err(Instead::Back) => continue 'list,
                    },
                };
                all.insert(kind.id.clone(), times);
            }
            return Ok(Ok(Some(Fact::Incidents(all))));
        }
    }

    fn times(
        &mut self,
        page: &Page,
        kind: &IncidentKind,
        years: f64,
        before: Option<u32>,
    ) -> anyhow::Result<Said<Option<u32>>> {
        let question = words::times_question(&kind.text, years);
        let page = Page { question, asides: Vec::new(), ..page.clone() };
        let list = List {
            entries: words::TIMES.iter().map(|it| it.0.to_owned()).collect(),
            at: before.and_then(|before| words::TIMES.iter().rposition(|it| it.1 <= before)),
            is_answer: true,
            ..List::default()
        };
        Ok(self.pick(&page, &list)?.map(|it| it.map(|it| words::TIMES[it].1)))
    }

    /// What a day without this process costs, where somebody can say.
    fn process_day(
        &mut self,
        page: &Page,
        process: &str,
        known: Option<f64>,
    ) -> anyhow::Result<Said<Option<f64>>> {
        let page =
            Page { question: words::process_day_question(process), asides: Vec::new(), ..page.clone() };
        self.euros(&page, known, 0.0)
    }

    fn own_process(&mut self, page: &Page) -> anyhow::Result<Said<Option<String>>> {
        let page = Page { question: words::OWN_PROCESS_QUESTION.into(), asides: Vec::new(), ..page.clone() };
        let field =
            Field { label: words::OWN_PROCESS_LABEL.into(), longest: LONGEST_NAME, ..Field::default() };
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
            is_answer: true,
            ..List::default()
        };
        Ok(self.pick(&page, &list)?.map(|it| it.and_then(|it| words::STANDSTILLS[it].1)))
    }
}

/// Nothing, or a dash for nothing, is no answer.
fn optional(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|it| !it.is_empty() && *it != "-")
}
