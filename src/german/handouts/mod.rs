//! Sentences of the one-page papers. One file per paper; what several share stands here.

pub mod check_lists;
pub mod emergency;
pub mod emergency_plan;
pub mod how_to;
pub mod leadership;
pub mod learning;
pub mod materials;
pub mod open_points;
pub mod provider_choice;
pub mod provider_request;
pub mod suggestion;
pub mod tasks;
pub mod team_talk;

use jiff::civil::Date;

use super::number::date;
use crate::model::CrownJewel;

/// Foot of every paper.
pub const FOOT: &str =
    "Aus Ihren eigenen Angaben erstellt. Orientierung, kein Zertifikat und keine Rechtsberatung.";
/// The small line above a paper's heading.
pub const KICKER: &str = "IT-SICHERHEIT IM BETRIEB · ZUM AUSHÄNGEN UND ABHEFTEN";
/// Answers to tick.
pub const YES: &str = "ja";
/// Answers to tick.
pub const PARTLY: &str = "teils";
/// Answers to tick.
pub const NO: &str = "nein";
/// Answers to tick.
pub const UNSURE: &str = "unklar";

/// A box to tick, inside a table.
pub const BOX: &str = "□";

/// The word for page and its place.
pub const PAGE: &str = "Seite ";

/// The line under the heading: firm, people, day.
pub fn byline(company: Option<&str>, employees: u32, day: Date) -> String {
    let people = if employees == 1 { "1 Person".to_owned() } else { format!("{employees} Beschäftigte") };
    match company {
        Some(name) => format!("{name}, {people} · Stand {}", date(day)),
        None => format!("{people} · Stand {}", date(day)),
    }
}

/// An answer in the words of its question.
pub fn quoted(answer: &str) -> String {
    format!("„{answer}“")
}

/// The processes a firm has named, shortened for a cell.
pub fn named(processes: &[CrownJewel]) -> Option<String> {
    let names: Vec<&str> = processes.iter().map(|it| it.process.as_str()).collect();
    (!names.is_empty()).then(|| shortened(&names.join("; "), CELL))
}

/// Characters of names that leave a row of a paper its two lines.
const CELL: usize = 90;

/// A text cut to a length, with a mark where something is left out.
pub fn shortened(text: &str, characters: usize) -> String {
    if text.chars().count() <= characters {
        return text.to_owned();
    }
    let start: String = text.chars().take(characters).collect();
    format!("{}…", start.trim_end())
}

/// What the answers say about a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// They speak for it.
    Yes,
    /// In part.
    Partly,
    /// Not yet.
    NotYet,
    /// Nothing was answered.
    Nothing,
}

/// In words.
pub fn says(it: Says) -> &'static str {
    match it {
        Says::Yes => "spricht dafür",
        Says::Partly => "teilweise",
        Says::NotYet => "noch nicht",
        Says::Nothing => "nicht beantwortet",
    }
}
