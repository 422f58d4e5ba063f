//! The glossary.

use super::check::Check;
use crate::catalogue::raw;
use crate::catalogue::{Fault, Noun};
use crate::model::Term;

impl Check<'_> {
    /// Explained words, by word.
    pub fn glossary(&mut self, raw: &raw::Wording) -> Vec<Term> {
        self.format(&raw.format);
        let mut forms: Vec<&str> = Vec::new();
        for form in raw.terms.iter().flat_map(|it| std::iter::once(&it.word).chain(&it.also)) {
            if forms.contains(&form.as_str()) {
                let id = form.value.clone();
                let fault = Fault::DuplicateId { noun: Noun::Term, id, other: self.file.to_owned() };
                self.fault(&form.span, fault);
            }
            forms.push(form);
        }
        for avoided in raw.anglicisms.iter().chain(&raw.jargon) {
            self.text(&avoided.word);
            self.text(&avoided.instead);
        }
        let mut glossary: Vec<Term> = raw
            .terms
            .iter()
            .map(|it| Term {
                word: self.text(&it.word),
                also: it.also.iter().map(|it| self.text(it)).collect(),
                meaning: self.text(&it.meaning),
            })
            .collect();
        glossary.sort_by(|a, b| a.word.to_lowercase().cmp(&b.word.to_lowercase()).then(a.word.cmp(&b.word)));
        glossary
    }
}
