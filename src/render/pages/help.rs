//! Whom the firm meets, what its people learn, who helps, and what is paid for.

use super::Page;
use crate::german::guidance::{attacks, help, learning, stale};
use crate::german::pages::help as words;
use crate::guidance::{Currency, FittingContact, GrantState};
use crate::model::{Contact, ContactKind};
use typeset::document::{Block, Column, Row, Section, Start, Table, Term, Text};

/// Kinds of attack told: people remember three.
const MOST_ATTACKS: usize = 3;
/// The same in the report of a small firm: two columns of one.
const MOST_ATTACKS_MICRO: usize = 2;
/// Lessons shown; the handout prints the year.
const MOST_LESSONS: usize = 3;

pub(super) fn section(page: &Page) -> Section {
    let guidance = &page.report.guidance;
    let mut blocks = vec![Block::heading(attacks::TITLE), Block::two_columns(vec![attack_terms(page)])];
    // The year of lessons is a paper of its own.
    if !guidance.learning.lessons.is_empty() && !page.is_micro() {
        blocks.push(Block::heading(learning::TITLE));
        blocks.push(Block::note(learning::headline(&guidance.learning)));
        blocks.push(Block::Table(lessons(page)));
    }
    blocks.push(Block::heading(help::TITLE));
    if page.report.answers.company.state.is_none() {
        blocks.push(Block::note(help::NO_STATE));
    }
    blocks.push(Block::two_columns(contacts(page)));
    blocks.extend(grants(page));
    blocks.extend(stale::stale(page.catalogue, &guidance.stale).map(Block::note));
    Section {
        anchor: "help".into(),
        kicker: None,
        aside: None,
        title: words::TITLE.into(),
        bookmark: Some(words::BOOKMARK.into()),
        start: Start::Below,
        blocks,
    }
}

fn attack_terms(page: &Page) -> Block {
    let ranked = page.report.guidance.attacks.iter();
    let ranked = ranked.take(if page.is_micro() { MOST_ATTACKS_MICRO } else { MOST_ATTACKS });
    let terms = ranked.filter_map(|ranked| {
        let attack = page.catalogue.knowledge.attack(&ranked.attack)?;
        let mut said = Text::plain(attack.plain.trim());
        if let Some(levers) = attacks::levers(attack) {
            said = said.then(format!(" {levers}."));
        }
        let name =
            Text::default().bold(&attack.title).soft(format!(" \u{b7} {}.", attacks::stands_for(ranked)));
        Some(Term { name, said })
    });
    Block::Terms(terms.collect())
}

fn lessons(page: &Page) -> Table {
    let [week, unit, who, minutes] = learning::HEADS;
    let columns =
        [Column::short(week), Column::words(unit, 1.0), Column::words(who, 1.0), Column::amounts(minutes)];
    let lessons = page.report.guidance.learning.lessons.iter().take(MOST_LESSONS);
    let rows = lessons.map(|it| Row::of(learning::row(page.catalogue, it).map(Text::from)));
    Table { named_rows: false, ..Table::of(columns, rows).dense() }
}

fn contacts(page: &Page) -> Vec<Block> {
    let fitting = &page.report.guidance.contacts;
    let mut blocks = Vec::new();
    let mut last = None;
    for first in fitting {
        if last == Some(first.kind) {
            continue;
        }
        last = Some(first.kind);
        // One of each kind is told to a small firm, the others are named.
        let most = if page.is_micro() { 1 } else { usize::MAX };
        let of_kind = fitting.iter().filter(|it| it.kind == first.kind);
        let mut of_kind = of_kind.filter_map(|it| Some((page.catalogue.knowledge.contact(&it.contact)?, it)));
        let terms: Vec<Term> = of_kind.by_ref().take(most).map(|it| contact(it.0, it.1)).collect();
        blocks.push(Block::subheading(help::kind(first.kind)));
        blocks.push(Block::Terms(terms));
        blocks.extend(others(of_kind));
    }
    blocks
}

/// Further offers of a kind by their names, with the day on which one ends.
fn others<'a>(of_kind: impl Iterator<Item = (&'a Contact, &'a FittingContact)>) -> Option<Block> {
    let mut named = Text::default();
    for (at, (contact, fitting)) in of_kind.enumerate() {
        named = named.then(if at == 0 { help::ALSO } else { ", " });
        named = match &contact.url {
            Some(url) => named.web(&contact.title, url),
            None => named.then(&contact.title),
        };
        named = named.then(help::ending(fitting.currency));
    }
    (!named.is_empty()).then(|| Block::Note(named.then(".")))
}

fn contact(contact: &Contact, fitting: &FittingContact) -> Term {
    let mut said = Text::plain(help::offered(contact));
    // What is paid for and what ends is told in full: whoever misses a day gets nothing.
    if contact.kind == ContactKind::Funding || matches!(fitting.currency, Currency::EndsSoon(_)) {
        said = said.then(contact.what.trim()).then(" ");
    }
    said = said.then(help::reached(contact, fitting));
    if let Some(url) = &contact.url {
        said = said.soft(" \u{b7} ").web(help::address(url), url);
    }
    said = said.soft(format!(" \u{b7} {}", help::standing(contact, fitting.currency)));
    Term { name: Text::default().bold(&contact.title), said }
}

fn grants(page: &Page) -> Vec<Block> {
    let open = page.report.guidance.grants.iter().filter(|it| !matches!(it.state, GrantState::Ended(_)));
    let items: Vec<Text> = open
        .filter_map(|it| {
            let grant = page.catalogue.grant(&it.grant)?;
            let name = match &grant.url {
                Some(url) => Text::default().web(help::grant(grant), url),
                None => Text::plain(help::grant(grant)),
            };
            Some(name.soft(format!(" \u{b7} {}. {}", help::grant_standing(grant, it), grant.note.trim())))
        })
        .collect();
    if items.is_empty() {
        return vec![Block::small(help::NO_GRANTS)];
    }
    vec![Block::heading(help::GRANTS), Block::dense_list(items)]
}
