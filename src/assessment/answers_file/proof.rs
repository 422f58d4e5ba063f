//! What answers were supported with, and the talks in which they were given.

use toml_edit::{Array, ArrayOfTables, InlineTable, Item, TableLike, Value};

use super::read::Faults;
use super::write::{day, set};
use crate::model::{Proof, Visit};
use crate::toml_file::{Table, text};

const PROOF: &str = "proof";
const VISITS: &str = "visits";

/// What an answer's table says it was supported with.
pub fn proof(answer: &mut Table<'_>, faults: &mut Faults) -> Proof {
    let Some(mut table) = answer.table(PROOF, faults) else { return Proof::default() };
    let proof = Proof {
        document: table.words("document", faults),
        person: table.words("person", faults),
        date: table.day("date", faults),
        place: table.words("place", faults),
    };
    table.finish(faults);
    proof
}

/// A talk with people of the firm.
pub fn visit(mut table: Table<'_>, faults: &mut Faults) -> Option<Visit> {
    let date = table.needed_day("date", faults);
    let place = table.words("place", faults);
    let people = table.list("participants", faults).unwrap_or_default();
    let participants = people.iter().filter_map(|it| text(it, faults)).map(str::to_owned).collect();
    table.finish(faults);
    Some(Visit { date: date?, place, participants })
}

/// Writes what an answer was supported with.
pub fn write_proof(answer: &mut dyn TableLike, it: &Proof) {
    if it.is_empty() {
        answer.remove(PROOF);
        return;
    }
    if answer.get(PROOF).is_none_or(|it| it.as_table_like().is_none()) {
        answer.insert(PROOF, Item::Value(InlineTable::new().into()));
    }
    let Some(table) = answer.get_mut(PROOF).and_then(Item::as_table_like_mut) else { return };
    set(table, "document", it.document.as_deref().map(Into::into));
    set(table, "person", it.person.as_deref().map(Into::into));
    set(table, "date", it.date.map(day));
    set(table, "place", it.place.as_deref().map(Into::into));
}

/// Writes the talks, each in the table it had.
pub fn write_visits(root: &mut dyn TableLike, visits: &[Visit]) {
    if visits.is_empty() && !root.contains_key(VISITS) {
        return;
    }
    if root.get(VISITS).is_none_or(|it| it.as_array_of_tables().is_none()) {
        root.insert(VISITS, Item::ArrayOfTables(ArrayOfTables::new()));
    }
    let Some(tables) = root.get_mut(VISITS).and_then(Item::as_array_of_tables_mut) else { return };
    while tables.len() > visits.len() {
        tables.remove(tables.len() - 1);
    }
    for (at, visit) in visits.iter().enumerate() {
        if at == tables.len() {
            tables.push(toml_edit::Table::new());
        }
        let Some(table) = tables.get_mut(at) else { continue };
        set(table, "date", Some(day(visit.date)));
        set(table, "place", visit.place.as_deref().map(Into::into));
        let people: Array = visit.participants.iter().map(String::as_str).collect();
        set(table, "participants", (!visit.participants.is_empty()).then(|| Value::from(people)));
    }
}
