//! The emergency plan: roles and numbers, the first hour, order of restart, notices, restoring, practice.

use super::Subject;
use super::emergency::calls;
use super::paper::{empty, lines, list, said, section, ticks, with_byline};
use crate::german::handouts::{emergency, emergency_plan as words, shortened};
use crate::guidance::law::clocks;
use crate::model::{CallFor, CrownJewel};
use typeset::document::{Block, Column, Columns, Document, Marker, Row, Table, Text};

/// Rows of the practice log to fill in by hand.
const LOG_ROWS: usize = 7;

/// The plan, a page per matter.
pub fn plan(subject: Subject<'_>) -> Document {
    let mut document = empty(subject, words::TITLE, words::SUBJECT);
    let pages = [
        ("roles", words::ROLES_TITLE, with_byline(subject, roles(subject))),
        ("first-hour", words::HOUR_TITLE, first_hour()),
        ("restart", words::RESTART_TITLE, restart(subject)),
        ("notices", words::NOTICES_TITLE, notices(subject)),
        ("restore", words::RESTORE_TITLE, restore(subject)),
    ];
    document.sections.extend(pages.map(|(anchor, title, blocks)| section(anchor, title, blocks)));
    document
}

fn roles(subject: Subject<'_>) -> Vec<Block> {
    let [role, task] = words::ROLE_HEADS;
    let contacts = &subject.report.answers.contacts;
    let rows = words::ROLES.map(|(call, role, task)| {
        let who = call.and_then(|it| contacts.get(&it)).map(|it| shortened(&it.name, emergency::NAME));
        let who = who.map_or_else(Text::default, |it| Text::default().bold(it));
        Row::of([role.into(), task.into(), who])
    });
    let columns =
        [Column::words(role, 1.1), Column::words(task, 2.4), Column::words(words::WHO, 1.2).to_fill_in()];
    vec![
        Block::lead(words::ROLES_LEAD),
        Block::Table(Table::of(columns, rows).dense()),
        Block::heading(emergency::CALLS_TITLE),
        Block::Table(calls(subject, true).dense()),
        Block::note(words::ROLES_NOTE),
        lines(&words::ROLES_LINES, true),
    ]
}

fn first_hour() -> Vec<Block> {
    let rows =
        words::HOUR.map(|(when, what)| Row::of([Text::default().bold(when), what.into(), Text::default()]));
    let [when, what, done] = words::HOUR_HEADS;
    let columns = [Column::short(when), Column::words(what, 3.0), Column::words(done, 1.0)];
    let both = Columns {
        left: vec![Block::subheading(words::PEOPLE_TITLE), list(Marker::Dash, words::PEOPLE)],
        right: vec![Block::subheading(emergency::DO_NOT_TITLE), list(Marker::Dash, emergency::DO_NOT)],
        left_share: 0.55,
        boxed: false,
    };
    vec![
        Block::lead(emergency::CALM),
        Block::paragraph(emergency::TELL),
        Block::Table(Table::of(columns, rows)),
        Block::Columns(both),
    ]
}

fn restart(subject: Subject<'_>) -> Vec<Block> {
    let mut jewels: Vec<&CrownJewel> = subject.report.answers.company.crown_jewels.iter().collect();
    let hours = |it: &CrownJewel| it.tolerable_hours.unwrap_or(f64::INFINITY);
    jewels.sort_by(|a, b| hours(a).total_cmp(&hours(b)));
    let rows = jewels.iter().enumerate().map(|(at, it)| {
        let number = Text::default().bold((at + 1).to_string());
        let [name, until, day] = words::process(it);
        Row::of([number, name.into(), until.into(), day.into(), Text::default()])
    });
    let [process, until, day, without] = words::RESTART_HEADS;
    let columns = [
        Column::short(""),
        Column::words(process, 2.0),
        Column::words(until, 1.0).to_fill_in(),
        Column::words(day, 0.9).to_fill_in(),
        Column::words(without, 1.6).to_fill_in(),
    ];
    let order = if jewels.is_empty() {
        Block::paragraph(emergency::NO_PROCESS)
    } else {
        Block::Table(Table::of(columns, rows))
    };
    vec![
        Block::lead(words::RESTART_LEAD),
        order,
        Block::heading(words::BASE_TITLE),
        list(Marker::Number, words::BASE),
        Block::heading(words::PAPER_TITLE),
        ticks(words::PAPER),
        Block::note(words::PAPER_NOTE),
        lines(&words::PAPER_LINES, true),
    ]
}

fn notices(subject: Subject<'_>) -> Vec<Block> {
    let report = subject.report;
    let clocks = clocks(subject.catalogue, &report.answers, &report.guidance.nis2);
    let rows = clocks.into_iter().map(|it| {
        let [what, until, whom] = emergency::clock(it);
        Row::of([what.into(), Text::default().bold(until), whom.into(), Text::default()])
    });
    let [what, until, whom, done] = words::NOTICE_HEADS;
    let columns = [
        Column::words(what, 2.2),
        Column::words(until, 0.9),
        Column::words(whom, 1.3),
        Column::words(done, 0.9),
    ];
    let mut blocks = vec![
        Block::lead(words::NOTICES_LEAD),
        Block::Table(Table::of(columns, rows)),
        Block::heading(words::INSURER_TITLE),
    ];
    let contact = report.answers.contacts.get(&CallFor::Insurer);
    match report.answers.insurance.as_ref().filter(|it| it.in_force) {
        Some(policy) => blocks.push(Block::paragraph(words::insurer(policy, contact))),
        None => blocks.push(Block::paragraph(words::NO_POLICY)),
    }
    blocks.extend([
        Block::heading(words::TELL_TITLE),
        list(Marker::Dash, words::TELL),
        lines(&words::NOTICE_LINES, true),
    ]);
    blocks
}

fn restore(subject: Subject<'_>) -> Vec<Block> {
    let list = &subject.catalogue.check_lists.restore;
    let company = &subject.report.answers.company;
    let level = subject.catalogue.level(company);
    let points = list.points.iter().filter(|it| it.when.holds_for(company, level));
    let rows = points.map(|point| {
        let said = point.said_by.as_ref().map_or_else(String::new, |it| said(subject, it));
        Row::of([super::BOX.into(), point.text.as_str().into(), Text::default().soft(said)])
    });
    let [_, step, says] = words::RESTORE_HEADS;
    let columns = [Column::marks(""), Column::words(step, 2.4), Column::words(says, 1.6)];
    let log = (0..LOG_ROWS)
        .map(|_| Row::of([Text::default().line_break(), Text::default(), Text::default(), Text::default()]));
    let heads = words::LOG_HEADS.map(|it| Column::words(it, 1.0));
    vec![
        Block::lead(list.lead.as_deref().unwrap_or_default()),
        Block::Table(Table::of(columns, rows)),
        Block::note(list.note.as_str()),
        Block::heading(words::LOG_TITLE),
        Block::paragraph(words::LOG_LEAD),
        Block::Table(Table::of(heads, log)),
    ]
}
