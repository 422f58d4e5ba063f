//! Sheets that units of the learning plan name, ready to print.

use super::Subject;
use super::paper::{empty, lines, list, section};
use crate::german::handouts::materials as words;
use crate::model::RoleKind;
use typeset::document::{Block, Column, Document, Marker, Row, Section, Table, Term, Text};

/// The paper: a page per sheet; what only concerns firms that train is left out elsewhere.
pub fn paper_of(subject: Subject<'_>) -> Document {
    let mut document = empty(subject, words::TITLE, words::SUBJECT);
    let company = &subject.report.answers.company;
    document.sections.push(steps(
        "rules",
        words::RULES_TITLE,
        words::RULES_LEAD,
        &words::RULES,
        &words::RULES_LINES,
    ));
    document.sections.push(forms());
    document.sections.push(lists());
    document.sections.push(cards(subject));
    if company.employees > 1 {
        let short =
            steps("short", words::SHORT_TITLE, words::SHORT_LEAD, &words::SHORT_STEPS, &words::SHORT_LINES);
        document.sections.push(short);
    }
    let learns = |it: &&crate::model::RoleId| {
        subject.catalogue.role(it).is_some_and(|it| it.kind == RoleKind::Apprentice)
    };
    if subject.catalogue.roles_present(company).iter().any(|it| learns(&it)) {
        let project = steps(
            "project",
            words::PROJECT_TITLE,
            words::PROJECT_LEAD,
            &words::PROJECT_STEPS,
            &words::PROJECT_LINES,
        );
        document.sections.push(project);
        document.sections.push(school());
    }
    document
}

fn steps(anchor: &str, title: &str, lead: &str, items: &[&str], labels: &[&str]) -> Section {
    let mut blocks = vec![Block::lead(lead), list(Marker::Number, items.iter().copied())];
    blocks.extend(labels.iter().map(|it| lines(&[it], false)));
    section(anchor, title, blocks)
}

fn forms() -> Section {
    let mut blocks = vec![Block::lead(words::FORMS_LEAD)];
    for (title, labels) in words::FORMS {
        let mut form = vec![Block::subheading(title)];
        form.extend(labels.chunks(2).map(|it| lines(it, false)));
        blocks.push(Block::Together(form));
    }
    section("forms", words::FORMS_TITLE, blocks)
}

/// Lists that begin empty.
fn lists() -> Section {
    let mut blocks = vec![Block::lead(words::LISTS_LEAD)];
    for (title, heads) in words::LISTS {
        let columns = heads.iter().map(|it| Column::words(*it, 1.0));
        // Room to write by hand.
        let row = || Row::of(heads.iter().map(|_| Text::default().line_break()));
        let table = Table::of(columns, (0..words::LIST_ROWS).map(|_| row()));
        blocks.push(Block::Together(vec![Block::subheading(title), Block::Table(table)]));
    }
    section("lists", words::LISTS_TITLE, blocks)
}

/// Question and answer to take along from every short unit of the plan.
fn cards(subject: Subject<'_>) -> Section {
    let units = subject.learning.lessons.iter().filter_map(|it| subject.catalogue.knowledge.unit(&it.unit));
    let cards = units.filter(|it| it.minutes <= words::CARD_MINUTES);
    let cards = cards.map(|it| Term {
        name: Text::default().bold(format!("{}.", it.title)),
        said: Text::plain(&it.task).then(" ").bold(&it.solution),
    });
    section(
        "cards",
        words::CARDS_TITLE,
        vec![Block::lead(words::CARDS_LEAD), Block::two_columns(vec![Block::Terms(cards.collect())])],
    )
}

fn school() -> Section {
    let [half, question, seen, signed] = words::SCHOOL_HEADS;
    let columns = [
        Column::short(half),
        Column::words(question, 2.0),
        Column::words(seen, 2.0),
        Column::words(signed, 1.0),
    ];
    let rows = words::SCHOOL.iter().enumerate().map(|(at, it)| {
        // Room to write by hand.
        let number = Text::default().bold(format!("{}.", at + 1)).line_break().line_break();
        Row::of([number, (*it).into(), Text::default(), Text::default()])
    });
    section(
        "school",
        words::SCHOOL_TITLE,
        vec![Block::lead(words::SCHOOL_LEAD), Block::Table(Table::of(columns, rows))],
    )
}
