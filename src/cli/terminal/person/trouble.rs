//! What is asked where saving did not go as it should.

use std::path::PathBuf;

use super::{Person, name, review};
use crate::assessment::Draft;
use crate::assessment::interview::{Interview, Item};
use crate::cli::terminal::{Entered, Field, List, Page, Picked, Prompts};
use crate::german::conversation::saving as words;

/// What somebody wants done about an answer that is not saved.
pub enum Trouble {
    /// Try once more.
    Again,
    /// Save there instead.
    Elsewhere(PathBuf),
    /// Leave without.
    Leave,
}

/// Longest path that can be typed.
const LONGEST_PATH: usize = 400;

impl<P: Prompts> Person<'_, P> {
    /// Says something on the next page.
    pub fn tell(&mut self, news: String) {
        self.news.push(news);
    }

    /// Whether what was said here holds against what the file says meanwhile. None: leave.
    pub fn which_holds(
        &mut self,
        interview: &Interview<'_>,
        item: &Item,
        theirs: &Draft,
    ) -> anyhow::Result<Option<bool>> {
        let catalogue = interview.catalogue();
        let said = |draft: &Draft| review::answer(catalogue, draft, item);
        let (ours, theirs) = (said(interview.draft()), said(theirs));
        let page = Page {
            news: std::mem::take(&mut self.news),
            question: words::which_holds(&name(interview, item)),
            asides: if ours == theirs { vec![words::DIFFERS_IN_NOTES.to_owned()] } else { Vec::new() },
            ..Page::default()
        };
        let list = List { entries: words::versions(&ours, &theirs), ..List::default() };
        loop {
            return Ok(match self.prompts.choose(&page, &list)? {
                Picked::Entry(entry) => Some(entry == 0),
                Picked::Leave => None,
                Picked::Back | Picked::Key(_) | Picked::Nothing => continue,
            });
        }
    }

    /// What is to be done about an answer that is not on the disk, and why it is not.
    pub fn not_saved(&mut self, why: &str, path: &str) -> anyhow::Result<Trouble> {
        let page = Page {
            news: vec![why.trim_start_matches(words::FAULT).to_owned()],
            question: words::NOT_SAVED.to_owned(),
            asides: vec![words::KEPT.to_owned()],
            ..Page::default()
        };
        let list = List { entries: words::WAYS.map(str::to_owned).into(), ..List::default() };
        loop {
            match self.prompts.choose(&page, &list)? {
                Picked::Entry(0) => return Ok(Trouble::Again),
                Picked::Entry(1) => {
                    if let Some(path) = self.elsewhere(path)? {
                        return Ok(Trouble::Elsewhere(path));
                    }
                }
                Picked::Entry(_) | Picked::Leave => return Ok(Trouble::Leave),
                Picked::Back | Picked::Key(_) | Picked::Nothing => {}
            }
        }
    }

    fn elsewhere(&mut self, path: &str) -> anyhow::Result<Option<PathBuf>> {
        let check = |typed: &str| {
            if typed.is_empty() || PathBuf::from(typed).exists() {
                return Err(words::NEW_NAME_NEEDED.to_owned());
            }
            Ok(())
        };
        let field = Field {
            label: words::ELSEWHERE_LABEL.into(),
            longest: LONGEST_PATH,
            check: &check,
            ..Field::default()
        };
        let page = Page { question: words::elsewhere(path), ..Page::default() };
        Ok(match self.prompts.enter(&page, &field)? {
            Entered::Text(typed) | Entered::Suggested(_, typed) => Some(PathBuf::from(typed)),
            Entered::Back | Entered::Leave => None,
        })
    }
}
