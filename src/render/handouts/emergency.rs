//! Emergency card and wallet card.

use super::Subject;
use super::paper::{lines, list, paper, ticks};
use crate::german::handouts::emergency as words;
use crate::guidance::FittingContact;
use crate::guidance::law::clocks;
use crate::model::{CallFor, Contact, ContactKind};
use typeset::document::{Block, Boxed, Column, Columns, Document, List, Marker, Row, Table, Text};

/// Clocks the page has room for; the shortest come first.
const CLOCKS: usize = 6;
/// Wallet cards on a sheet.
const CARDS: usize = 4;
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
        lines(&words::PROCESS_LINES, false)
    } else {
        list(Marker::Number, processes)
    };
    let blocks = vec![
        Block::Boxed(Boxed { blocks: calm, size: None }),
        Block::subheading(words::CALLS_TITLE),
        Block::Table(calls(subject, false)),
        Block::Columns(first),
        Block::subheading(words::CLOCKS_TITLE),
        Block::Table(Table::of(clock_columns, clocks).dense()),
        Block::subheading(words::FIRST_TITLE),
        processes,
        lines(&words::LINES, true),
    ];
    paper(subject, words::TITLE, words::SUBJECT, blocks)
}

/// Whom the firm calls: its own contacts, then police and authority of its state; the card has room for those who
/// help, the plan for everybody and for what has to be said.
pub fn calls(subject: Subject<'_>, in_full: bool) -> Table {
    let report = subject.report;
    let contacts = &report.answers.contacts;
    let insured = report.decision.insurance.as_ref().is_some_and(|it| it.0.in_force);
    let needed = |call: CallFor| match call {
        CallFor::Insurer => insured || contacts.contains_key(&call),
        CallFor::Deputy => report.answers.company.employees > 1,
        CallFor::Customers => in_full && contacts.contains_key(&call),
        CallFor::Management | CallFor::Provider | CallFor::Bank => true,
    };
    let row = |(call, who, what): (CallFor, &str, &str)| {
        let own = contacts.get(&call).map(|it| Text::default().bold(words::own(it, in_full)));
        Row::of([who.into(), what.into(), own.unwrap_or_default()])
    };
    let mut rows: Vec<Row> = words::OWN_CALLS.into_iter().filter(|it| needed(it.0)).map(row).collect();
    rows.push(office(subject, ContactKind::Police, words::POLICE));
    rows.push(office(subject, ContactKind::DataProtection, words::AUTHORITY));
    let [who, what, number] = words::CALLS;
    let columns =
        [Column::words(who, 1.7), Column::words(what, 1.3), Column::words(number, 1.6).to_fill_in()];
    Table::of(columns, rows)
}

/// The state's office of a kind, with a number only where one may be printed.
fn office(subject: Subject<'_>, kind: ContactKind, what: &str) -> Row {
    let fitting = subject.report.guidance.contacts.iter().filter(|it| it.kind == kind);
    let contact = |it: &FittingContact| subject.catalogue.knowledge.contact(&it.contact).cloned();
    let local = fitting.filter_map(|it| Some((it, contact(it)?))).find(|it| !it.1.states.is_empty());
    match local {
        None => Row::of([words::NO_STATE.into(), what.into(), Text::default()]),
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

/// Five reflexes and whom to tell, four times in the size of a bank card.
pub fn wallet(subject: Subject<'_>) -> Document {
    let contacts = &subject.report.answers.contacts;
    let tell = contacts.get(&CallFor::Management).or_else(|| contacts.get(&CallFor::Provider));
    let card = || {
        let mut blocks = vec![Block::subheading(words::WALLET_HEAD)];
        blocks.push(Block::List(List {
            marker: Marker::Number,
            items: words::REFLEXES.map(Text::from).into(),
            dense: true,
        }));
        blocks.push(match tell {
            Some(it) => Block::Paragraph(Text::default().bold(words::report_to(it))),
            None => lines(&[words::WALLET_NUMBER], false),
        });
        Block::Boxed(Boxed { blocks, size: Some(words::WALLET_SIZE) })
    };
    let mut blocks = vec![Block::lead(words::WALLET_LEAD)];
    blocks.extend((0..CARDS).map(|_| card()));
    paper(subject, words::WALLET_TITLE, words::WALLET_SUBJECT, blocks)
}
