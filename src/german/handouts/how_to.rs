//! Measure sheets: how a measure is carried out, why here, and how one sees that it is done.

use jiff::civil::Date;

use crate::german::number::{date, euro_range, euros, how_often, percent};
use crate::german::sums::hours;
use crate::model::Deliverer;
use crate::report::ScenarioFacts;

/// Heading of the paper.
pub const TITLE: &str = "Maßnahmenblätter";
/// What it is about, for the metadata.
pub const SUBJECT: &str = "Je Maßnahme: warum, wie, wer, was am Ende vorliegt";
/// Heading of the section in the report.
pub const SECTION: &str = "So gehen Sie es an";
/// Said where the plan does nothing.
pub const NOTHING: &str =
    "Der Plan enthält keine Maßnahme. Einzelne Blätter gibt es mit dem Namen der Maßnahme.";
/// Heads of the parts of a sheet.
pub const WHY: &str = "Warum bei Ihnen";
/// What happens without it.
pub const OTHERWISE: &str = "Wenn Sie es lassen";
/// How one sees that it is done.
pub const PROOF: &str = "Woran Sie merken, dass es fertig ist";
/// What to do.
pub const STEPS: &str = "So gehen Sie vor";
/// What usually goes wrong.
pub const MISTAKE: &str = "Häufigster Fehler: ";
/// What suffices for one or two people.
pub const ALONE: &str = "Allein oder zu zweit: ";
/// What management says.
pub const TEAM: &str = "Satz ans Team: ";
/// How one sees that a step for the meantime is done.
pub const DONE: &str = "Fertig, wenn: ";
/// Heads of the four figures.
pub const FIGURES: [&str; 4] =
    ["zu Beginn", "jedes Jahr im Mittel", "vermiedener Schaden im Jahr", "unterm Strich im Jahr"];
/// Below the sheets.
pub const NOTE: &str = "Netto, gerundet, Schätzung. Vermieden ist Schaden; in Klammern die Spanne, in der acht von zehn Fällen liegen. Bezeichnungen in Programmen: Stand November 2026, sie können abweichen.";

/// Beside the line for the day.
pub const DONE_ON: &str = "erledigt am";

/// Under the heading in the report.
pub fn section_lead(shown: usize, all: usize) -> String {
    let told = "Ein Blatt je Schritt, zum Weitergeben. Die Reihenfolge ist die des Fahrplans.";
    match all - shown {
        0 => told.to_owned(),
        _ => format!("{told} Hier stehen die ersten {shown} von {all}; alle hält das Heft „{TITLE}“."),
    }
}

/// Until the tier is reached.
pub fn until_then(title: &str) -> String {
    format!("Bis dahin, noch heute: {title}")
}

/// Who and until when.
pub fn who(role: &str, until: Option<Date>, via: Option<&str>) -> String {
    let until =
        until.map_or_else(|| "nach dem ersten Jahr".to_owned(), |it| format!("fertig bis {}", date(it)));
    let via = via.map_or_else(String::new, |it| format!(" \u{b7} im Paket „{it}“"));
    format!("zuständig: {role} \u{b7} {until}{via}")
}

/// An own answer that shows the gap.
pub fn answered(question: &str, option: &str) -> String {
    format!("Auf „{question}“ antworten Sie: „{option}“.")
}

/// What happens if it is left out: how often, what usually, what at worst, held against the reserve.
pub fn otherwise(title: &str, it: &ScenarioFacts, reserve: f64) -> String {
    let decade = 1.0 - libm::exp(-10.0 * it.frequency);
    let against = match it.bad / reserve {
        share if !share.is_finite() => String::new(),
        share if share < 0.95 => ", weniger als Ihre Rücklage".to_owned(),
        share if share < 1.5 => ", etwa Ihre ganze Rücklage".to_owned(),
        share => format!(", das {}-Fache Ihrer Rücklage", whole(share)),
    };
    format!(
        "{title} trifft einen Betrieb wie Ihren {}, in zehn Jahren mit {} Wahrscheinlichkeit. Üblich sind {} Schaden, im schlimmen Fall, einem von zwanzig, {}{against}.",
        how_often(it.frequency),
        percent(decade),
        euros(it.median),
        euros(it.bad)
    )
}

fn whole(share: f64) -> String {
    crate::german::number::decimal(share.round(), 0)
}

/// What leans on a measure without an effect of its own.
pub fn carries(titles: &[&str]) -> String {
    match titles {
        [] => "Ohne sie bleibt liegen, was niemandem gehört.".to_owned(),
        titles => {
            let titles: Vec<String> = titles.iter().map(ToString::to_string).collect();
            format!("Ohne sie wirken andere Maßnahmen schwächer: {}.", crate::german::pages::titles(&titles))
        }
    }
}

/// Own time, behind the money.
pub fn and_hours(own_hours: f64) -> String {
    format!(" und {}", hours(own_hours))
}

/// The range, behind what a measure takes off.
pub fn range(low: f64, high: f64) -> String {
    format!(" ({})", euro_range(low, high))
}

/// Over what one side hands over.
pub fn delivers(by: Deliverer) -> &'static str {
    match by {
        Deliverer::Own => "Das liegt am Ende vor",
        Deliverer::ItProvider => "Das liefert der IT-Dienstleister",
        Deliverer::Bank => "Das liefert die Bank",
        Deliverer::Broker => "Das liefert der Makler",
        Deliverer::Consultant => "Das liefert die Beratung",
        Deliverer::Vendor => "Das liefert der Anbieter",
        Deliverer::WebAgency => "Das liefert die Agentur oder der Hoster",
        Deliverer::Responder => "Das liefert der Vorfallhelfer",
        Deliverer::Tester => "Das liefert die prüfende Stelle",
        Deliverer::WatchService => "Das liefert der Überwachungsdienst",
        Deliverer::Suppliers => "Das liefern die Dienstleister",
    }
}

/// A line for those who use a product.
pub fn setting(system: Option<&str>, text: &str) -> String {
    system.map_or_else(|| text.to_owned(), |system| format!("{system}: {text}"))
}

/// The measure does not exist.
pub fn no_such_measure(id: &str, meant: Option<&str>) -> String {
    let meant = meant.map_or_else(String::new, |it| format!(" Meinten Sie „{it}“?"));
    format!("Die Maßnahme „{id}“ gibt es nicht.{meant} „waage content list“ nennt alle Kennungen.")
}

/// Only one paper knows single measures.
pub const ONLY_HOW_TO: &str = "--measure gehört zu „handout how-to“.";
