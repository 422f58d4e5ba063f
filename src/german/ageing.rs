//! What has worn off and what comes up, in words.

use jiff::civil::Date;

use super::number::{date, euros, percent};
use crate::model::Catalogue;
use crate::report::{AgeingFacts, Matter, WornMeasure};

/// Heading above what has worn off.
pub const WORN: &str = "Was sich seit den Antworten abgenutzt hat";
/// Heads of its table.
pub const WORN_HEADS: [&str; 4] = ["Maßnahme", "damals", "heute", "Erneuern spart im Jahr"];
/// Heading above the calendar.
pub const CALENDAR: &str = "Wiedervorlage";

/// A measure that has worn off, as a row.
pub fn worn_row(catalogue: &Catalogue, it: &WornMeasure) -> [String; 4] {
    let title = catalogue.measure(&it.measure).map_or("", |measure| measure.title.as_str());
    [title.to_owned(), percent(it.fresh), percent(it.today), euros(it.renewing_eur)]
}

/// What renewing everything is worth.
pub fn renewing(it: &AgeingFacts) -> String {
    format!(
        "Übung, Proben und Überblick lassen nach. Alles zu erneuern spart nach unserer Schätzung {} Schaden im Jahr.",
        euros(it.renewing_eur)
    )
}

/// One line of the calendar.
pub fn matter(catalogue: &Catalogue, day: Date, matter: &Matter, today: Date) -> String {
    let title = |id| catalogue.measure(id).map_or("", |measure| measure.title.as_str());
    let late = if day < today { ", der Termin ist vorbei" } else { "" };
    match matter {
        Matter::Due(id) => format!("{}  „{}“ soll umgesetzt sein{late}", date(day), title(id)),
        Matter::Review(id) if day < today => {
            format!("{}  „{}“: Die Frist ist um, bitte neu entscheiden", date(day), title(id))
        }
        Matter::Review(id) => format!("{}  „{}“: getragenes Risiko neu ansehen", date(day), title(id)),
        Matter::Renew(id) => format!("{}  „{}“ auffrischen oder neu prüfen{late}", date(day), title(id)),
        Matter::Repeat => format!("{}  Befragung wiederholen{late}", date(day)),
    }
}
