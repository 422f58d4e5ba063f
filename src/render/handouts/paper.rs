//! What all papers share: metadata, foot, heading.

use super::Subject;
use crate::assessment::Standings;
use crate::german::document::{LANGUAGE, PROGRAM};
use crate::german::handouts::{self as words, Says};
use crate::german::number::exact_euros;
use crate::german::pages::annex::answer;
use crate::model::{Basis, MeasureId, QuestionId, SaidBy};
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

/// What the answers say about a point, in words: a question speaks with its own answer, as long as it counts.
pub fn said(subject: Subject<'_>, by: &SaidBy) -> String {
    let company = &subject.report.answers.company;
    let said = match by {
        SaidBy::Measure(measure) => Some(words::says(standing(subject, measure)).to_owned()),
        SaidBy::Question(id) => answered(subject, id),
        SaidBy::CrownJewels => words::named(&company.crown_jewels),
        SaidBy::StandstillDay => company.standstill_day_eur.map(exact_euros),
    };
    said.unwrap_or_else(|| words::says(Says::Nothing).to_owned())
}

/// What keeps people from doing what was agreed, as answered.
pub fn hindrance(subject: Subject<'_>) -> Option<String> {
    let mut asked = subject.catalogue.questions.iter().filter(|it| it.acceptance);
    asked.find_map(|it| answered(subject, &it.id))
}

fn answered(subject: Subject<'_>, id: &QuestionId) -> Option<String> {
    let Subject { catalogue, report, .. } = subject;
    let records = &report.answers.records;
    let place = catalogue.questions.iter().position(|it| &it.id == id)?;
    let standings = Standings::new(catalogue, &report.answers.company, records);
    let record = standings.counting(catalogue, records, place)?;
    Some(words::quoted(&answer(&catalogue.questions[place], &record.answer)))
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
