//! Supplier questionnaire, contract check, project check: what the firm's answers add to the lists of the content.

use jiff::civil::Date;

use super::emergency::process;
use crate::german::number::{count, date};
use crate::german::pages::joined;
use crate::model::{ContractCheck, CrownJewel, Tick};

/// Heading over who is asked.
pub const ACTORS_TITLE: &str = "Wer von Anfang an dabei ist";

/// What must not stand still here, and until when an answer is asked for.
pub fn supplier_note(processes: &[CrownJewel], until: Option<Date>) -> String {
    let until = until.map(|it| format!("Bitte bis zum {} zurückgeben. ", date(it))).unwrap_or_default();
    let bearable = bearable(processes);
    if bearable.is_empty() {
        return format!("{until}Was bei uns zuerst wieder laufen muss, sagen wir Ihnen gern.");
    }
    format!("{until}Bei uns muss zuerst wieder laufen: {bearable}.")
}

/// Head of the column with what the answers say.
pub const CONTRACT_SAYS: &str = "Ihre Antworten zum Thema";

/// Which contracts to check, and which points against what; points are numbers, in words.
pub fn contract_note(contracts: &[&str], points: &[String], processes: &[CrownJewel]) -> String {
    let which = if contracts.is_empty() {
        "Nehmen Sie zuerst den Vertrag, ohne den Ihr Betrieb am schnellsten steht.".to_owned()
    } else {
        format!("Nach Ihren Angaben betrifft das: {}.", contracts.join(", "))
    };
    let bearable = bearable(processes);
    if bearable.is_empty() || points.is_empty() {
        return which;
    }
    format!("{which} Messen Sie Punkt {} daran, was zuerst wieder laufen muss: {bearable}.", joined(points))
}

/// The firm's own processes with the time they may stand still, the shortest first.
fn bearable(processes: &[CrownJewel]) -> String {
    let mut known: Vec<&CrownJewel> = processes.iter().collect();
    known.sort_by(|a, b| {
        let hours = |it: &CrownJewel| it.tolerable_hours.unwrap_or(f64::INFINITY);
        hours(a).total_cmp(&hours(b)).then_with(|| a.process.cmp(&b.process))
    });
    let told: Vec<String> = known.iter().map(|it| process(&it.process, it.tolerable_hours)).collect();
    told.join("; ")
}

/// Head of the first column.
pub const QUESTION: &str = "Punkt";

/// A box that is ticked.
pub const TICKED: &str = "×";

/// When the contract was read, what is open, when it is read again.
pub fn read_on(it: &ContractCheck) -> String {
    let open = it.points.values().filter(|it| **it != Tick::Yes).count();
    let again = it.again().map(|it| format!(" Wieder prüfen am {}.", date(it))).unwrap_or_default();
    format!("Zuletzt geprüft am {}; {} offen.{again}", date(it.date), count(open, "Punkt ist", "Punkte sind"))
}
