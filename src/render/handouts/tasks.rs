//! Tasks per person: what to do, what to learn and refresh, what to find out.

use jiff::ToSpan;

use super::Subject;
use super::paper::{empty, lines, paper, section};
use crate::german::handouts::{BOX, tasks as words};
use crate::german::number::{date, hours};
use crate::guidance::Lesson;
use crate::model::Role;
use crate::report::{Sheet, sheets};
use typeset::document::{Block, Column, Document, Row, Table, Text};

/// Months after which a lesson is refreshed (our judgement; the usual yearly rhythm of instruction).
const REFRESH_MONTHS: i64 = 12;

/// The paper: a page for everybody who has something to do.
pub fn paper_of(subject: Subject<'_>) -> Document {
    let sheets = sheets(subject.catalogue, subject.report);
    let mut document = empty(subject, words::TITLE, words::SUBJECT);
    for role in &subject.catalogue.roles {
        let blocks = person(subject, role, &sheets);
        if !blocks.is_empty() {
            document.sections.push(section(role.id.as_str(), &words::title(&role.title), blocks));
        }
    }
    if document.sections.is_empty() {
        return paper(subject, words::TITLE, words::SUBJECT, vec![Block::lead(words::NOTHING)]);
    }
    document
}

fn person(subject: Subject<'_>, role: &Role, sheets: &[Sheet<'_>]) -> Vec<Block> {
    let to_do: Vec<&Sheet<'_>> = sheets.iter().filter(|it| it.done_by == role.id).collect();
    let lessons: Vec<&Lesson> =
        subject.learning.lessons.iter().filter(|it| it.roles.contains(&role.id)).collect();
    let company = &subject.report.answers.company;
    let questions: Vec<&str> = subject
        .report
        .open_points
        .iter()
        .filter(|it| subject.catalogue.stand_in(company, &it.role) == role.id)
        .filter_map(|it| Some(subject.catalogue.question(&it.question)?.text.as_str()))
        .collect();
    if to_do.is_empty() && lessons.is_empty() && questions.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::lead(words::lead(to_do.len(), lessons.len(), questions.len()))];
    if !to_do.is_empty() {
        blocks.push(Block::heading(words::DO));
        blocks.push(Block::Table(measures(subject, &to_do)));
    }
    if !lessons.is_empty() {
        blocks.push(Block::heading(words::LEARN));
        blocks.push(Block::Table(learning(subject, &lessons)));
    }
    if !questions.is_empty() {
        let [done, question] = words::FIND_OUT_HEADS;
        let rows = questions.into_iter().map(|it| Row::of([BOX.into(), it.into()]));
        blocks.push(Block::heading(words::FIND_OUT));
        blocks.push(Block::Table(Table::of([tick(done), Column::words(question, 1.0)], rows).dense()));
    }
    blocks.push(lines(&words::LINES, true));
    blocks
}

fn tick(head: &str) -> Column {
    Column::marks(head)
}

fn measures(subject: Subject<'_>, sheets: &[&Sheet<'_>]) -> Table {
    let [done, what, until, now, yearly] = words::DO_HEADS;
    let columns = [
        tick(done),
        Column::words(what, 1.0),
        Column::short(until),
        Column::amounts(now),
        Column::amounts(yearly),
    ];
    let rows = sheets.iter().map(|it| {
        let how_to = subject.catalogue.knowledge.how_to(&it.measure.id);
        let proof = how_to.and_then(|how_to| how_to.tier(it.level)).map_or("", |it| it.proof.as_str());
        Row::of([
            BOX.into(),
            Text::default().bold(format!("{}. {}", it.number, it.measure.title)).line_break().soft(proof),
            words::until(it.until).into(),
            hours(it.balance.at_start.1).into(),
            hours(it.balance.annual.hours.likely).into(),
        ])
    });
    Table { named_rows: false, ..Table::of(columns, rows).dense() }
}

fn learning(subject: Subject<'_>, lessons: &[&Lesson]) -> Table {
    let [done, unit, week, again] = words::LEARN_HEADS;
    let columns = [tick(done), Column::words(unit, 1.0), Column::short(week), Column::short(again)];
    let rows = lessons.iter().filter_map(|it| {
        let unit = subject.catalogue.knowledge.unit(&it.unit)?;
        let again = it.week.checked_add(REFRESH_MONTHS.months()).unwrap_or(it.week);
        Some(Row::of([BOX.into(), unit.title.as_str().into(), date(it.week).into(), date(again).into()]))
    });
    Table { named_rows: false, ..Table::of(columns, rows).dense() }
}
