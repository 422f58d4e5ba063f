//! What all papers share: metadata, foot, heading.

use super::Subject;
use crate::german::document::{LANGUAGE, PROGRAM};
use crate::german::handouts::{self as words, Says};
use crate::model::{Basis, MeasureId, SaidBy};
use typeset::document::{Block, Brand, Document, Fields, Foot, List, Marker, Section, Start, Text};

/// A paper of one section.
pub fn paper(subject: Subject<'_>, title: &str, about: &str, blocks: Vec<Block>) -> Document {
    let mut document = empty(subject, title, about);
    document.sections.push(section("paper", title, with_byline(subject, blocks)));
    document
}

/// A paper without sections yet.
pub fn empty(subject: Subject<'_>, title: &str, about: &str) -> Document {
    let name = subject.report.answers.company.name.as_deref();
    Document {
        title: title.to_owned(),
        subject: about.to_owned(),
        author: "waage".to_owned(),
        date: subject.report.provenance.date,
        program: PROGRAM,
        language: LANGUAGE,
        is_draft: false,
        foot: Foot {
            note: words::FOOT.into(),
            name: name.map(str::to_owned),
            before_page: words::PAGE.to_owned(),
            between: "/".to_owned(),
        },
        brand: Brand::default(),
        sections: Vec::new(),
    }
}

/// A section on a page of its own.
pub fn section(anchor: &str, title: &str, blocks: Vec<Block>) -> Section {
    Section {
        anchor: anchor.into(),
        kicker: Some(words::KICKER.to_owned()),
        aside: None,
        title: title.to_owned(),
        bookmark: None,
        start: Start::NewPage,
        blocks,
    }
}

/// The blocks under the line that says for whom and when.
pub fn with_byline(subject: Subject<'_>, mut blocks: Vec<Block>) -> Vec<Block> {
    let company = &subject.report.answers.company;
    let line = words::byline(company.name.as_deref(), company.employees, subject.report.provenance.date);
    blocks.insert(0, Block::Byline(line.into()));
    blocks
}

/// A list with boxes to tick.
pub fn ticks<T: Into<Text>>(items: impl IntoIterator<Item = T>) -> Block {
    list(Marker::Checkbox, items)
}

/// A list with a marker.
pub fn list<T: Into<Text>>(marker: Marker, items: impl IntoIterator<Item = T>) -> Block {
    Block::List(List { marker, items: items.into_iter().map(Into::into).collect(), dense: false })
}

/// Lines to write on.
pub fn lines<T: AsRef<str>>(labels: &[T], at_foot: bool) -> Block {
    Block::Fields(Fields { labels: labels.iter().map(|it| it.as_ref().to_owned()).collect(), at_foot })
}

/// What the answers say about a point, in words.
pub fn said(subject: Subject<'_>, by: &SaidBy) -> &'static str {
    let answers = &subject.report.answers;
    let known = |it: bool| if it { Says::Yes } else { Says::NotYet };
    words::says(match by {
        SaidBy::Measure(measure) => standing(subject, measure),
        SaidBy::CrownJewels => known(!answers.company.crown_jewels.is_empty()),
        SaidBy::AcceptedRisk => known(answers.decisions.values().any(|it| it.acceptance.is_some())),
        SaidBy::StandstillDay => known(answers.company.standstill_day_eur.is_some()),
    })
}

fn standing(subject: Subject<'_>, measure: &MeasureId) -> Says {
    let Some(place) = subject.catalogue.measure_index(measure) else { return Says::Nothing };
    let degree = subject.report.posture.degrees[place];
    match degree.basis {
        Basis::Unknown | Basis::NotAsked | Basis::NotRelevant => Says::Nothing,
        Basis::Answered | Basis::Aged if degree.expected >= 0.7 => Says::Yes,
        Basis::Answered | Basis::Aged if degree.expected >= 0.35 => Says::Partly,
        Basis::Answered | Basis::Aged => Says::NotYet,
    }
}
