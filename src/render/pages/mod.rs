//! The management report as a document tree: one message per page, details behind links.

mod annex;
mod borne;
mod costs;
mod decision;
mod draft;
mod help;
mod how_to;
mod method;
mod people;
mod plan;
mod risk;
mod views;
mod weighing;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::decision::Item;
use crate::german;
use crate::german::document::{LANGUAGE, PROGRAM};
use crate::german::pages as words;
use crate::model::{Catalogue, MeasureId, Question, ScenarioId, SizeClass};
use crate::render::change::{self, Pair};
use crate::report::Report;
use typeset::document::{Brand, Document, Foot, Section, Start, Text};

/// What a page is made from.
struct Page<'a> {
    catalogue: &'a Catalogue,
    report: &'a Report,
}

impl Page<'_> {
    fn measure(&self, id: &MeasureId) -> String {
        self.catalogue.measure(id).map_or_else(|| id.to_string(), |it| it.title.clone())
    }

    /// What a step of the road map is called.
    fn step(&self, item: &Item) -> String {
        german::ladder::named(self.catalogue, item)
    }

    /// Who does a step.
    fn who(&self, item: &Item) -> String {
        let role = || self.catalogue.role(&item.role).map_or("", |it| it.title.as_str()).to_owned();
        item.owner.clone().unwrap_or_else(role)
    }

    /// Who knows the answer to a question in this firm.
    fn knower(&self, question: &Question) -> &str {
        let company = &self.report.answers.company;
        self.catalogue.who_knows(question, company).first().map_or("", |it| it.title.as_str())
    }

    /// The day by which a step is done.
    fn day(&self, item: &Item) -> Date {
        #[expect(clippy::cast_possible_truncation, reason = "days of a few years")]
        let days = item.day.ceil().clamp(0.0, 36_500.0) as i64;
        self.report.provenance.date.saturating_add(days.days())
    }

    /// True where few pages have to do.
    fn is_micro(&self) -> bool {
        self.report.answers.company.size() == SizeClass::Micro
    }

    fn is_draft(&self) -> bool {
        self.report.is_draft(self.catalogue)
    }

    fn scenario(&self, id: &ScenarioId) -> String {
        self.catalogue.scenario(id).map_or_else(|| id.to_string(), |it| it.title.clone())
    }
}

/// The whole report; `since` lays the present beside an older file.
pub fn management_report(
    catalogue: &Catalogue,
    report: &Report,
    since: Option<&Pair>,
    brand: &Brand,
) -> Document {
    let page = Page { catalogue, report };
    let is_draft = page.is_draft();
    let sections = [
        Some(if is_draft { draft::section(&page) } else { decision::section(&page, since) }),
        plan::roadmap(&page).filter(|_| !is_draft),
        borne::section(&page).filter(|_| !is_draft),
        Some(risk::profile(&page)),
        Some(risk::curve(&page)),
        // What to buy and to bear is told to those who can decide it.
        Some(costs::section(&page)).filter(|_| !is_draft),
        Some(weighing::section(&page)).filter(|_| !is_draft),
        Some(people::section(&page)),
        people::topics(&page),
        plan::ageing(&page),
        since.map(change::section),
        Some(views::section(&page)),
        plan::cases(&page),
        Some(help::section(&page)),
        Some(method::section(&page)),
        Some(annex::section(&page)),
        // Last: to be taken off and handed on.
        how_to::section(&page).filter(|_| !is_draft),
    ];
    let mut sections: Vec<Section> = sections.into_iter().flatten().collect();
    // The decision has its page alone.
    sections[1].start = Start::NewPage;
    let author = brand.name.clone().unwrap_or_else(|| "waage".into());
    Document {
        title: words::title(report),
        subject: words::SUBJECT.into(),
        author,
        date: report.provenance.date,
        program: PROGRAM,
        language: LANGUAGE,
        is_draft,
        foot: Foot {
            note: if is_draft {
                Text::default().bold(words::draft::FOOT).then(words::draft_foot(report))
            } else {
                Text::plain(words::foot_before_sources(report))
                    .page_of(method::ANCHOR, words::FROM_PAGE, words::BELOW)
                    .then(words::FOOT_AFTER_SOURCES)
            },
            name: report.answers.company.name.clone(),
            before_page: words::BEFORE_PAGE.into(),
            between: words::BETWEEN_PAGES.into(),
        },
        brand: brand.clone(),
        sections,
    }
}
