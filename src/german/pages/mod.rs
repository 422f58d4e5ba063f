//! Words of the management report, page by page.

pub mod annex;
pub mod borne;
pub mod costs;
pub mod decision;
pub mod draft;
pub mod help;
pub mod method;
pub mod people;
pub mod plan;
pub mod risk;
pub mod views;
pub mod weighing;

use crate::german::number::date;
use crate::report::Report;

/// Title of the document: shown in the window and by reading programs.
pub fn title(report: &Report) -> String {
    match report.answers.company.name.as_deref() {
        Some(name) => format!("IT-Sicherheit: Entscheidungsvorlage für {name}"),
        None => "IT-Sicherheit: Entscheidungsvorlage".into(),
    }
}

/// What the document is about, for its metadata.
pub const SUBJECT: &str =
    "Was ein Jahr ohne Schutz kosten kann, was Schutz kostet und was sich lohnt (Schätzung)";

/// Before the page on which sources start, in the foot of every page.
pub fn foot_before_sources(report: &Report) -> String {
    let day = report.provenance.answered.map_or(report.provenance.date, |it| it.1);
    format!("Schätzung nach Ihren Angaben vom {}. Quellen und Verlässlichkeit ", date(day))
}

/// In the foot of a draft.
pub fn draft_foot(report: &Report) -> String {
    let day = report.provenance.answered.map_or(report.provenance.date, |it| it.1);
    format!("Schätzung nach wenigen Angaben vom {}.", date(day))
}

/// After that page.
pub const FOOT_AFTER_SOURCES: &str = ". Kein Zertifikat.";

/// Before the number of the page: the firm's name where there is one.
pub const BEFORE_PAGE: &str = "Seite ";

/// Between the number of the page and the number of pages.
pub const BETWEEN_PAGES: &str = " von ";

/// Before the number of a page.
pub const ON_PAGE: &str = "auf Seite ";
/// Before the number of the first of some pages.
pub const FROM_PAGE: &str = "ab Seite ";
/// Said instead of both on paper without pages.
pub const BELOW: &str = "weiter unten";

/// A list in words: "a, b und c".
pub fn joined(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} und {last}", rest.join(", ")),
    }
}

/// Titles in a list; in quotation marks where one of them holds a comma or an "und" of its own.
pub fn titles(items: &[String]) -> String {
    let is_list = |it: &String| it.contains(", ") || it.contains(" und ");
    if items.len() < 2 || !items.iter().any(is_list) {
        return joined(items);
    }
    joined(&items.iter().map(|it| format!("„{it}“")).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_as_people_speak() {
        let items = |it: &[&str]| joined(&it.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(items(&[]), "");
        assert_eq!(items(&["a"]), "a");
        assert_eq!(items(&["a", "b", "c"]), "a, b und c");
    }

    #[test]
    fn titles_that_are_lists_themselves_are_quoted() {
        let list = |it: &[&str]| titles(&it.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(list(&["Regeln", "Firewall"]), "Regeln und Firewall");
        assert_eq!(
            list(&["Regeln", "Türen, Schränke und Besuch"]),
            "„Regeln“ und „Türen, Schränke und Besuch“"
        );
        assert_eq!(list(&["Türen, Schränke und Besuch"]), "Türen, Schränke und Besuch");
    }
}
