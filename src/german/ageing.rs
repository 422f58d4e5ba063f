//! What has worn off and what comes up, in words.

use jiff::civil::Date;

use super::number::{date, euros, whole_percent};
use super::pages::joined;
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
    [title.to_owned(), whole_percent(it.fresh), whole_percent(it.today), euros(it.renewing_eur)]
}

/// What renewing everything is worth.
pub fn renewing(it: &AgeingFacts) -> String {
    format!(
        "Übung, Proben und Überblick lassen nach. Alles zu erneuern spart nach unserer Schätzung {} Schaden im Jahr.",
        euros(it.renewing_eur)
    )
}

/// The calendar in lines; what is to be renewed on one day stands on one.
pub fn calendar(catalogue: &Catalogue, calendar: &[(Date, Matter)], today: Date) -> Vec<String> {
    let is_renewal = |it: &Matter| matches!(it, Matter::Renew(_));
    let of_one_line = calendar.chunk_by(|a, b| a.0 == b.0 && is_renewal(&a.1) && is_renewal(&b.1));
    of_one_line.map(|entries| line(catalogue, entries, today)).collect()
}

fn line(catalogue: &Catalogue, entries: &[(Date, Matter)], today: Date) -> String {
    let (day, first) = (entries[0].0, &entries[0].1);
    let title = |id| catalogue.measure(id).map_or("", |measure| measure.title.as_str());
    let late = if day < today { ", der Termin ist vorbei" } else { "" };
    match first {
        Matter::Due(id) => format!("{}  „{}“ soll umgesetzt sein{late}", date(day), title(id)),
        Matter::Review(id) if day < today => {
            format!("{}  „{}“: Die Frist ist um, bitte neu entscheiden", date(day), title(id))
        }
        Matter::Review(id) => format!("{}  „{}“: getragenes Risiko neu ansehen", date(day), title(id)),
        Matter::Renew(_) => {
            let titles = entries.iter().filter_map(|(_, it)| match it {
                Matter::Renew(id) => Some(format!("„{}“", title(id))),
                _ => None,
            });
            let titles: Vec<String> = titles.collect();
            format!("{}  {} auffrischen oder neu prüfen{late}", date(day), joined(&titles))
        }
        Matter::Contract => format!("{}  Vertrag mit dem IT-Dienstleister erneut prüfen{late}", date(day)),
        Matter::Repeat => format!("{}  Befragung wiederholen{late}", date(day)),
    }
}
