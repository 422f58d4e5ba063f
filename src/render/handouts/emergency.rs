//! Emergency card and wallet card.

use super::Subject;
use super::paper::{lines, list, paper, ticks};
use crate::german::handouts::{FILL_IN, emergency as words};
use crate::guidance::FittingContact;
use crate::guidance::law::clocks;
use crate::model::{Contact, ContactKind};
use typeset::document::{Block, Boxed, Column, Columns, Document, Marker, Row, Table, Text};

/// Clocks the page has room for; the shortest come first.
const CLOCKS: usize = 6;
/// Processes a firm may name.
const PROCESSES: usize = 3;

/// Who calls whom, the first hour, the clocks.
pub fn card(subject: Subject<'_>) -> Document {
    let answers = &subject.report.answers;
    let calm = vec![Block::lead(words::CALM), Block::paragraph(words::TELL)];
    let first = Columns {
        left: vec![Block::subheading(words::DO_TITLE), ticks(words::DO)],
        right: vec![Block::subheading(words::DO_NOT_TITLE), list(Marker::Dash, words::DO_NOT)],
        left_share: 0.6,
        boxed: false,
    };
    let clocks = clocks(subject.catalogue, answers, &subject.report.guidance.nis2);
    let clocks = clocks.into_iter().take(CLOCKS).map(|it| {
        let [what, until, whom] = words::clock(it);
        Row::of([what.into(), Text::default().bold(until), whom.into()])
    });
    let clock_columns = [Column::words("", 2.2), Column::short(""), Column::words("", 1.4)];
    let processes: Vec<Text> = answers
        .company
        .crown_jewels
        .iter()
        .take(PROCESSES)
        .map(|it| words::process(&it.process, it.tolerable_hours).into())
        .collect();
    let processes = if processes.is_empty() {
        Block::paragraph(words::NO_PROCESS)
    } else {
        list(Marker::Number, processes)
    };
    let blocks = vec![
        Block::Boxed(Boxed { blocks: calm }),
        Block::subheading(words::CALLS_TITLE),
        Block::Table(calls(subject)),
        Block::Columns(first),
        Block::subheading(words::CLOCKS_TITLE),
        Block::Table(Table::of(clock_columns, clocks).dense()),
        Block::subheading(words::FIRST_TITLE),
        processes,
        lines(&words::LINES, true),
    ];
    paper(subject, words::TITLE, words::SUBJECT, blocks)
}

fn calls(subject: Subject<'_>) -> Table {
    let report = subject.report;
    let by_hand =
        |(who, what): (&str, &str)| Row::of([who.into(), what.into(), Text::default().soft(FILL_IN)]);
    let mut rows: Vec<Row> = words::OWN_CALLS.map(by_hand).into();
    if report.decision.insurance.as_ref().is_some_and(|it| it.0.in_force) {
        rows.insert(2, by_hand(words::INSURER));
    }
    rows.push(office(subject, ContactKind::Police, words::POLICE));
    rows.push(office(subject, ContactKind::DataProtection, words::AUTHORITY));
    let [who, what, number] = words::CALLS;
    let columns = [Column::words(who, 1.7), Column::words(what, 1.3), Column::words(number, 1.6)];
    Table::of(columns, rows)
}

/// The state's office of a kind, with a number only where one may be printed.
fn office(subject: Subject<'_>, kind: ContactKind, what: &str) -> Row {
    let fitting = subject.report.guidance.contacts.iter().filter(|it| it.kind == kind);
    let contact = |it: &FittingContact| subject.catalogue.knowledge.contact(&it.contact).cloned();
    let local = fitting.filter_map(|it| Some((it, contact(it)?))).find(|it| !it.1.states.is_empty());
    match local {
        None => Row::of([words::NO_STATE.into(), what.into(), Text::default().soft(FILL_IN)]),
        Some((fitting, contact)) => {
            Row::of([contact.title.as_str().into(), what.into(), number(fitting, &contact)])
        }
    }
}

fn number(fitting: &FittingContact, contact: &Contact) -> Text {
    match contact.phone.as_ref().filter(|_| fitting.phone_holds) {
        Some(phone) => {
            Text::default().bold(words::phone(&phone.number, phone.hours.as_deref(), phone.checked))
        }
        None => Text::default().soft(words::look_up(contact.url.as_deref().map(host))),
    }
}

/// The part of an address people type.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |it| it.1);
    rest.split('/').next().unwrap_or(rest)
}

/// Five reflexes and a line for the number, four times.
pub fn wallet(subject: Subject<'_>) -> Document {
    let card = || {
        let mut blocks = vec![Block::subheading(words::WALLET_HEAD)];
        blocks.push(list(Marker::Number, words::REFLEXES));
        blocks.push(lines(&[words::WALLET_NUMBER], false));
        blocks
    };
    let pair = || Block::Columns(Columns { left: card(), right: card(), left_share: 0.5, boxed: true });
    let blocks = vec![Block::lead(words::WALLET_LEAD), pair(), pair()];
    paper(subject, words::WALLET_TITLE, words::WALLET_SUBJECT, blocks)
}
