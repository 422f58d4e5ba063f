//! Pages on the order of steps and on what happened to others.

use crate::decision::{PERIODS, Roadmap};
use crate::german::number::{euros, hours};

/// Heading of the steps in time.
pub const TITLE: &str = "Wann was geschieht";
/// Under the heading: own hours set the pace.
pub fn lead(hours: &str) -> String {
    format!(
        "Zuerst offene Türen und was jeder Betrieb braucht, jedes bis zu seinem Tag; danach, was je Euro und Stunde am meisten bringt. Ihre eigenen Stunden geben das Tempo vor: {hours} im Monat."
    )
}

/// A period with the money and own hours that are spent up to its end.
pub fn with_sum(roadmap: &Roadmap, period: usize) -> String {
    let name = super::super::ladder::period(period);
    match PERIODS.get(period) {
        Some(day) => {
            let sum = roadmap.until(*day);
            format!("{name} (bis dahin {} und {})", euros(sum.money_eur), hours(sum.hours))
        }
        None => name.into(),
    }
}

/// What is done in a step, and who does it.
pub fn what_and_who(what: Option<&str>, who: &str) -> String {
    match what {
        Some(what) => format!("{what} Zuständig: {who}."),
        None => format!("Zuständig: {who}."),
    }
}

/// Under the table.
pub const NOTE: &str = "Geld im ersten Jahr, eigene Zeit bis zum Ende des ersten Jahres. Die Summen zählen von der laufenden Arbeit die erste Runde. Schätzung.";

/// Heading of the cases.
pub const CASES_TITLE: &str = "Was anderen passiert ist";
/// Above the case that went badly, and above the one that went well.
pub const CASES: [&str; 2] = ["So ging es schlecht aus", "So ging es gut aus"];
/// Before what came of it, and what to learn.
pub const CASE_PARTS: [&str; 2] = ["Ausgang: ", "Lehre: "];

/// Heading of what has worn off.
pub const AGEING_TITLE: &str = "Was nachlässt und was ansteht";
/// Its bookmark.
pub const AGEING_BOOKMARK: &str = "Auffrischen und Termine";
