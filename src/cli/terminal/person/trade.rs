//! How the firm finds its home.

use super::Person;
use super::company::{Instead, Said};
use crate::assessment::interview::{Belongs, Fact, Interview};
use crate::assessment::trade::{Found, Hit};
use crate::cli::terminal::{Entered, Field, List, Page, Prompts};
use crate::german::conversation::trade as words;
use crate::model::{Catalogue, SubTradeId};

/// Longest word for a trade.
const LONGEST_TRADE: usize = 80;

impl<P: Prompts> Person<'_, P> {
    /// A word, a code, or everyday lines lead to a kind of firm.
    pub(super) fn segment(&mut self, interview: &Interview<'_>, page: &Page) -> anyhow::Result<Said<Fact>> {
        let catalogue = interview.catalogue();
        let known = &interview.draft().company;
        let known_words = || {
            let kind = known.sub_trade.as_ref().and_then(|it| catalogue.sub_trade(it));
            let segment = known.segment.as_ref().and_then(|it| catalogue.segment(it));
            known.trade.clone().or_else(|| Some(kind?.title.clone())).or_else(|| Some(segment?.title.clone()))
        };
        let mut initial = known_words().unwrap_or_default();
        let unchanged = initial.clone();
        loop {
            let entered = {
                let search = &self.trades;
                let check = |typed: &str| {
                    if typed.is_empty() {
                        return Err(words::FIRST_A_WORD.to_owned());
                    }
                    if words::is_list(typed) || (typed == unchanged && known.segment.is_some()) {
                        return Ok(());
                    }
                    let found = search.find(typed);
                    if found.hits.is_empty() && found.segment.is_none() {
                        return Err(words::nothing(&found));
                    }
                    Ok(())
                };
                let suggest = |typed: &str| words::suggestions(catalogue, typed, &search.find(typed));
                let field = Field {
                    label: words::LABEL.into(),
                    initial: initial.clone(),
                    hint: words::HINT.into(),
                    longest: LONGEST_TRADE,
                    check: &check,
                    suggest: Some(&suggest),
                };
                self.prompts.enter(page, &field)?
            };
            let (typed, marked) = match entered {
                Entered::Text(typed) => (typed, None),
                Entered::Suggested(place, typed) => (typed, Some(place)),
                Entered::Back => return Ok(Err(Instead::Back)),
                Entered::Leave => return Ok(Err(Instead::Leave)),
            };
            if typed == unchanged
                && marked.is_none()
                && let Some(segment) = &known.segment
            {
                let (sub_trade, trade) = (known.sub_trade.clone(), known.trade.clone());
                return Ok(Ok(Fact::Segment(Belongs { segment: segment.clone(), sub_trade, trade })));
            }
            let found = self.trades.find(&typed);
            let chosen = match marked {
                Some(place) => found.hits.get(place).cloned().map(Said::Ok),
                None if words::is_list(&typed) => None,
                None if found.is_sure() => found.hits.first().cloned().map(Said::Ok),
                None if found.hits.is_empty() => {
                    let segment = found.segment.clone().expect("the check has let nothing else pass");
                    return Ok(Ok(Fact::Segment(Belongs { trade: Some(typed), ..Belongs::to(segment) })));
                }
                None => match self.which_hit(catalogue, page, &typed, &found)? {
                    Ok(hit) => hit.map(Said::Ok),
                    Err(instead) => Some(Err(instead)),
                },
            };
            match chosen {
                Some(Ok(hit)) => {
                    return Ok(Ok(self.home(catalogue, hit.sub_trade, &typed_for(&hit, &typed))));
                }
                Some(Err(Instead::Leave)) => return Ok(Err(Instead::Leave)),
                Some(Err(Instead::Back)) => {}
                None => match self.by_everyday_lines(catalogue, page)? {
                    Ok(sub_trade) => return Ok(Ok(self.home(catalogue, &sub_trade, ""))),
                    Err(Instead::Leave) => return Ok(Err(Instead::Leave)),
                    Err(Instead::Back) => {}
                },
            }
            initial = typed;
        }
    }

    /// Which of several hits it is; none of them.
    fn which_hit<'t>(
        &mut self,
        catalogue: &Catalogue,
        page: &Page,
        typed: &str,
        found: &Found<'t>,
    ) -> anyhow::Result<Said<Option<Hit<'t>>>> {
        let page = Page { question: words::which(typed, found), asides: Vec::new(), ..page.clone() };
        let mut entries = words::hits(catalogue, found);
        entries.push(words::NONE_FITS.to_owned());
        let list = List { entries, is_answer: true, is_needed: true, ..List::default() };
        Ok(self.pick(&page, &list)?.map(|it| it.and_then(|it| found.hits.get(it).cloned())))
    }

    /// What firms say of themselves, for those whose word finds nothing.
    fn by_everyday_lines(&mut self, catalogue: &Catalogue, page: &Page) -> anyhow::Result<Said<SubTradeId>> {
        let lines = self.trades.lines();
        let asked = |question: &str, entries: Vec<String>| {
            let page = Page { question: question.to_owned(), asides: Vec::new(), ..page.clone() };
            (page, List { entries, is_answer: true, is_needed: true, ..List::default() })
        };
        loop {
            let (first, list) = asked(words::EVERYDAY, lines.iter().map(|it| it.text.clone()).collect());
            let line = match self.pick(&first, &list)? {
                Ok(Some(line)) => &lines[line],
                Ok(None) => continue,
                Err(instead) => return Ok(Err(instead)),
            };
            if let [only] = &line.sub_trades[..] {
                return Ok(Ok(only.clone()));
            }
            let title = |it: &SubTradeId| catalogue.sub_trade(it).map_or("", |it| &it.title).to_owned();
            let (second, list) = asked(&line.text, line.sub_trades.iter().map(title).collect());
            match self.pick(&second, &list)? {
                Ok(Some(kind)) => return Ok(Ok(line.sub_trades[kind].clone())),
                Ok(None) | Err(Instead::Back) => {}
                Err(Instead::Leave) => return Ok(Err(Instead::Leave)),
            }
        }
    }

    /// Says on the next page what was understood.
    fn home(&mut self, catalogue: &Catalogue, id: &SubTradeId, typed: &str) -> Fact {
        let kind = catalogue.sub_trade(id).expect("the dictionary names what the content has");
        self.news.push(words::echo(catalogue, kind, typed));
        let trade = Some(typed.to_owned()).filter(|it| !it.is_empty());
        Fact::Segment(Belongs { segment: kind.segment.clone(), sub_trade: Some(id.clone()), trade })
    }
}

/// The word that is kept: the trade's own where one was found, else what was typed.
fn typed_for(hit: &Hit<'_>, typed: &str) -> String {
    hit.trade.map_or_else(|| typed.to_owned(), |_| hit.word.to_owned())
}
