//! The end of the conversation: what was found, and what is decided.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Person;
use super::company::{Instead, Said};
use crate::cli::terminal::{Field, List, Page, Prompts};
use crate::decision::Source;
use crate::german::amount;
use crate::german::conversation::decide as words;
use crate::model::{
    Acceptance, Catalogue, InsuranceOffer, MeasureId, OwnCost, RungId, TakenDecision, TierLevel, Verdict,
};
use crate::report::Report;

/// Longest name or reason.
const LONGEST: usize = 200;

/// Months until a risk that is borne is looked at again, unless somebody says otherwise.
const REVIEW_MONTHS: i32 = 12;

/// What somebody wants at the end.
pub enum Wish {
    /// Something is decided.
    Decide(Decided),
    /// To see the report.
    Open,
    /// Nothing more.
    Done,
}

/// What was decided, to be written into the answers.
pub enum Decided {
    /// A rung of the ladder.
    Rung(RungId),
    /// A measure is done, or its risk is borne.
    Measure(MeasureId, TakenDecision),
    /// What a measure costs here.
    Price(MeasureId, OwnCost),
    /// A policy or an offer.
    Insurance(InsuranceOffer),
}

/// A measure of the road map with the variant it stands for.
type Step = (MeasureId, Option<TierLevel>);

impl<P: Prompts> Person<'_, P> {
    /// Shows what was found, page by page. False where somebody leaves.
    pub fn found(
        &mut self,
        catalogue: &Catalogue,
        report: &Report,
        certainty: Option<String>,
    ) -> anyhow::Result<bool> {
        for (question, lines) in words::pages(catalogue, report, certainty) {
            let page =
                Page { news: std::mem::take(&mut self.news), question, asides: lines, ..Page::default() };
            let list = List { entries: vec![words::GO_ON.to_owned()], at: Some(0), ..List::default() };
            if let Err(Instead::Leave) = self.pick(&page, &list)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What somebody wants next.
    pub fn wish(&mut self, catalogue: &Catalogue, report: &Report, today: Date) -> anyhow::Result<Wish> {
        let may_decide = !report.is_draft(catalogue);
        loop {
            let page = Page {
                news: std::mem::take(&mut self.news),
                question: words::WHAT_NEXT.into(),
                asides: words::standing(catalogue, report),
                ..Page::default()
            };
            let list = List { entries: words::wishes(may_decide), at: Some(0), ..List::default() };
            let Ok(Some(entry)) = self.pick(&page, &list)? else { return Ok(Wish::Done) };
            let decided = match (may_decide, entry) {
                (_, 0) => return Ok(Wish::Open),
                (true, 1) => self.rung(report)?,
                (true, 2) => self.who_and_when(catalogue, report, today)?,
                (true, 3) => self.price(catalogue, report)?,
                (true, 4) => self.policy(report)?,
                (true, 5) => self.bear(catalogue, report, today)?,
                _ => return Ok(Wish::Done),
            };
            match decided {
                Ok(Some(decided)) => return Ok(Wish::Decide(decided)),
                Ok(None) | Err(Instead::Back) => {}
                Err(Instead::Leave) => return Ok(Wish::Done),
            }
        }
    }

    fn rung(&mut self, report: &Report) -> anyhow::Result<Said<Option<Decided>>> {
        let ladder = &report.decision.ladder;
        let chosen = ladder.chosen;
        let list = List {
            entries: ladder.rungs.iter().map(words::rung).collect(),
            at: ladder.rungs.iter().position(|it| Some(it.id) == chosen),
            is_answer: true,
            ..List::default()
        };
        let page = asked(words::WHICH_RUNG, vec![words::RUNG_ASIDE.to_owned()]);
        Ok(self.pick(&page, &list)?.map(|it| it.map(|it| Decided::Rung(ladder.rungs[it].id))))
    }

    /// One of the steps of the road map, with the variant it stands for.
    fn step(
        &mut self,
        catalogue: &Catalogue,
        report: &Report,
        question: &str,
    ) -> anyhow::Result<Said<Option<Step>>> {
        let items = &report.decision.roadmap.items;
        let entries = items.iter().map(|it| words::step(catalogue, report, it)).collect();
        let list = List { entries, is_long: true, is_answer: true, ..List::default() };
        Ok(self.pick(&asked(question, Vec::new()), &list)?.map(|it| {
            let item = &items[it?];
            let tier = if let Source::Tier(tier) = item.source { Some(tier) } else { None };
            Some((item.measure().clone(), tier))
        }))
    }

    fn who_and_when(
        &mut self,
        catalogue: &Catalogue,
        report: &Report,
        today: Date,
    ) -> anyhow::Result<Said<Option<Decided>>> {
        let (measure, tier) = match self.step(catalogue, report, words::WHICH_STEP)? {
            Ok(Some(step)) => step,
            Ok(None) => return Ok(Ok(None)),
            Err(instead) => return Ok(Err(instead)),
        };
        let known = report.answers.decisions.get(&measure);
        let usual = report.decision.roadmap.items.iter().find(|it| *it.measure() == measure);
        let role = usual.and_then(|it| catalogue.role(&it.role)).map(|it| it.title.clone());
        let who = known.and_then(|it| it.owner.clone()).or(role).unwrap_or_default();
        let owner = match self.words(words::WHO, words::WHO_LABEL, &who)? {
            Ok(owner) => owner,
            Err(instead) => return Ok(Err(instead)),
        };
        let due = known.and_then(|it| it.due).or_else(|| report.due_day(&measure));
        Ok(self.day(words::UNTIL, due, today)?.map(|due| {
            let (verdict, owner) = (Verdict::Do, Some(owner));
            let decision =
                TakenDecision { verdict, date: today, tier, due: Some(due), owner, acceptance: None };
            Some(Decided::Measure(measure, decision))
        }))
    }

    fn price(&mut self, catalogue: &Catalogue, report: &Report) -> anyhow::Result<Said<Option<Decided>>> {
        let (measure, tier) = match self.step(catalogue, report, words::WHICH_PRICE)? {
            Ok(Some(step)) => step,
            Ok(None) => return Ok(Ok(None)),
            Err(instead) => return Ok(Err(instead)),
        };
        let known = report.answers.costs.get(&measure);
        let figures = [known.map(|it| it.one_off_eur), known.map(|it| it.yearly_eur)];
        let [once, yearly] = match self.amounts(&words::PRICES, figures)? {
            Ok(amounts) => amounts,
            Err(instead) => return Ok(Err(instead)),
        };
        // A price names money; the firm's own hours stay what they are.
        let item = report.decision.roadmap.items.iter().find(|it| *it.measure() == measure);
        let (hours_once, hours_yearly) = item.map_or((0.0, 0.0), |it| (it.hours.once, it.hours.yearly));
        let cost = OwnCost {
            tier,
            one_off_eur: once,
            yearly_eur: yearly,
            own_hours_one_off: known.map_or(hours_once, |it| it.own_hours_one_off),
            own_hours_yearly: known.map_or(hours_yearly, |it| it.own_hours_yearly),
        };
        Ok(Ok(Some(Decided::Price(measure, cost))))
    }

    fn policy(&mut self, report: &Report) -> anyhow::Result<Said<Option<Decided>>> {
        let known = report.answers.insurance.as_ref();
        let figures =
            [known.map(|it| it.premium_eur), known.map(|it| it.deductible_eur), known.map(|it| it.limit_eur)];
        let [premium_eur, deductible_eur, limit_eur] = match self.amounts(&words::POLICY, figures)? {
            Ok(amounts) => amounts,
            Err(instead) => return Ok(Err(instead)),
        };
        let list = List {
            entries: words::IN_FORCE.map(str::to_owned).into(),
            at: known.map(|it| usize::from(!it.in_force)),
            is_answer: true,
            ..List::default()
        };
        Ok(self.pick(&asked(words::IN_FORCE_QUESTION, Vec::new()), &list)?.map(|it| {
            let in_force = it? == 0;
            Some(Decided::Insurance(InsuranceOffer { premium_eur, deductible_eur, limit_eur, in_force }))
        }))
    }

    fn bear(
        &mut self,
        catalogue: &Catalogue,
        report: &Report,
        today: Date,
    ) -> anyhow::Result<Said<Option<Decided>>> {
        let (measure, _) = match self.step(catalogue, report, words::WHICH_BORNE)? {
            Ok(Some(step)) => step,
            Ok(None) => return Ok(Ok(None)),
            Err(instead) => return Ok(Err(instead)),
        };
        let reason = match self.words(words::WHY_BORNE, words::REASON_LABEL, "")? {
            Ok(reason) => reason,
            Err(instead) => return Ok(Err(instead)),
        };
        let owner = match self.words(words::WHO_BEARS, words::WHO_LABEL, "")? {
            Ok(owner) => owner,
            Err(instead) => return Ok(Err(instead)),
        };
        let review = today.checked_add(REVIEW_MONTHS.months()).ok();
        Ok(self.day(words::REVIEW, review, today)?.map(|review| {
            let acceptance = Some(Acceptance { reason, owner, review });
            let decision = TakenDecision {
                verdict: Verdict::Accept,
                date: today,
                tier: None,
                due: None,
                owner: None,
                acceptance,
            };
            Some(Decided::Measure(measure, decision))
        }))
    }

    /// Something that has to be said in words.
    fn words(&mut self, question: &str, label: &str, initial: &str) -> anyhow::Result<Said<String>> {
        let field = Field {
            label: label.into(),
            initial: initial.into(),
            longest: LONGEST,
            check: &|typed| if typed.is_empty() { Err(words::NEEDED.to_owned()) } else { Ok(()) },
            ..Field::default()
        };
        self.typed(&asked(question, Vec::new()), &field)
    }

    /// A day that is still to come.
    fn day(&mut self, question: &str, initial: Option<Date>, today: Date) -> anyhow::Result<Said<Date>> {
        let field = Field {
            label: words::DAY_LABEL.into(),
            initial: initial.map(crate::german::number::date).unwrap_or_default(),
            hint: words::DAY_HINT.into(),
            longest: LONGEST,
            check: &move |typed| match amount::day(typed) {
                Some(day) if day >= today => Ok(()),
                Some(_) => Err(words::DAY_IS_PAST.to_owned()),
                None => Err(words::NO_DAY.to_owned()),
            },
            ..Field::default()
        };
        // The check has let nothing else pass.
        Ok(self.typed(&asked(question, Vec::new()), &field)?.map(|it| amount::day(&it).unwrap_or(today)))
    }

    /// Several amounts, one after the other; an empty line is nothing.
    fn amounts<const N: usize>(
        &mut self,
        questions: &[&str; N],
        known: [Option<f64>; N],
    ) -> anyhow::Result<Said<[f64; N]>> {
        let mut all = [0.0; N];
        for (at, question) in questions.iter().enumerate() {
            match self.euros(&asked(question, Vec::new()), known[at], 0.0)? {
                Ok(amount) => all[at] = amount.unwrap_or(0.0),
                Err(instead) => return Ok(Err(instead)),
            }
        }
        Ok(Ok(all))
    }
}

fn asked(question: &str, asides: Vec<String>) -> Page {
    Page { heading: words::HEADING.into(), question: question.into(), asides, ..Page::default() }
}
