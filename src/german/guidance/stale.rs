//! What has to be looked at again.

use crate::german::number::{count, date};
use crate::german::pages::joined;
use crate::guidance::{Entry, Stale};
use crate::model::Catalogue;

/// Entries named; the rest is counted.
const MOST_NAMED: usize = 3;

/// That entries of this report are older than a year; nothing where none is.
pub fn stale(catalogue: &Catalogue, entries: &[Stale]) -> Option<String> {
    if entries.is_empty() {
        return None;
    }
    let named = entries.iter().take(MOST_NAMED).map(|it| {
        format!("„{}“ (zuletzt {})", title(catalogue, &it.entry).unwrap_or_default(), date(it.reviewed))
    });
    let mut named: Vec<String> = named.collect();
    let rest = entries.len().saturating_sub(MOST_NAMED);
    if rest > 0 {
        named.push(count(rest, "weiterer Eintrag", "weitere Einträge"));
    }
    Some(format!(
        "Stand prüfen: Seit der letzten Durchsicht ist mehr als ein Jahr vergangen bei {}. Bitte vor dem Handeln bei der genannten Stelle nachfragen oder eine neuere Ausgabe des Programms verwenden.",
        joined(&named)
    ))
}

fn title<'c>(catalogue: &'c Catalogue, entry: &Entry) -> Option<&'c str> {
    let knowledge = &catalogue.knowledge;
    Some(match entry {
        Entry::Law(id) => &knowledge.law(id)?.title,
        Entry::Contact(id) => &knowledge.contact(id)?.title,
        Entry::Grant(id) => &catalogue.grant(id)?.title,
        Entry::Case(id) => &knowledge.case(id)?.title,
        Entry::Attack(id) => &knowledge.attack(id)?.title,
        Entry::Unit(id) => &knowledge.unit(id)?.title,
    })
}
