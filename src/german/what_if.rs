//! What would be if, in German.

use super::number::{decimal, euros, hours, one_in, signed_euros};
use crate::report::WhatIf;

/// Heading of the comparison.
pub const TITLE: &str = "Was wäre, wenn (Schätzung; Ihre Datei bleibt unverändert)";

/// Heads of the comparison.
pub const HEADS: [&str; 4] = ["", "heute", "dann", "Unterschied"];

/// The rows of the comparison: label, before, after, difference.
pub fn rows(it: &WhatIf) -> Vec<[String; 4]> {
    let row = |label: &str, before: f64, after: f64| {
        [label.to_owned(), euros(before), euros(after), signed_euros(after - before)]
    };
    vec![
        row("Mittlerer Schaden im Jahr", it.before.expected, it.after.expected),
        row("Schlechtes Jahr, eines von zwanzig", it.before.bad_year, it.after.bad_year),
        row("Mittel der schlechtesten 5 %", it.before.worst_years, it.after.worst_years),
        ["Schaden über der Reserve".into(), one_in(it.before.ruin), one_in(it.after.ruin), String::new()],
    ]
}

/// What the change costs, where it costs anything.
pub fn cost(it: &WhatIf) -> Option<String> {
    let (money, own) = (it.annual.money_eur.likely, it.annual.hours.likely);
    (money > 0.0 || own > 0.0)
        .then(|| format!("Das kostet im Jahr {} Geld und {} eigene Arbeit.", euros(money), hours(own)))
}

/// Measures that have no place here.
pub fn ignored(ids: &str) -> String {
    format!(
        "Ohne Wirkung, weil unbekannt oder hier nicht passend: {ids}. „waage content list“ nennt alle Maßnahmen."
    )
}

/// `--set` needs a name and a value.
pub fn set_form(text: &str) -> String {
    format!(
        "Fehler: „{text}“ hat nicht die Form NAME=WERT.\n  Zum Beispiel: --set employees=30 oder --set backup-restore-test=within-6-months"
    )
}

/// `--set` names something that cannot be changed.
pub fn set_unknown(name: &str, choices: &str) -> String {
    format!(
        "Fehler: „{name}“ lässt sich nicht ändern.\n  Möglich sind {choices}, ein Merkmal (mit ja oder nein) und jede Frage (mit einer ihrer Antworten)."
    )
}

/// `--set` has a value that does not fit.
pub fn set_value(name: &str, value: &str, choices: &str) -> String {
    if choices.is_empty() {
        format!(
            "Fehler: „{value}“ passt nicht zu „{name}“.\n  Gebraucht wird eine Zahl, zum Beispiel --set {name}=30"
        )
    } else {
        format!("Fehler: „{value}“ passt nicht zu „{name}“.\n  Möglich sind: {choices}.")
    }
}

/// `--set` has a number that cannot be read or is out of its range.
pub fn set_refused(name: &str, value: &str, why: &str) -> String {
    format!("Fehler: „{value}“ passt nicht zu „{name}“.\n  {why}")
}

/// The range a number of the firm has to lie in, as in its file.
pub fn between(least: f64, most: f64) -> String {
    format!("Möglich ist alles von {} bis {}.", decimal(least, 0), decimal(most, 0))
}

/// A measure that does not exist.
pub fn no_such_measure(id: &str, nearest: Option<&str>) -> String {
    let hint = nearest.map(|it| format!(" Meinten Sie „{it}“?")).unwrap_or_default();
    format!("Fehler: Die Maßnahme „{id}“ gibt es nicht.{hint}\n  „waage content list“ nennt alle Maßnahmen.")
}

/// Yes, as typed.
pub const YES: [&str; 4] = ["ja", "true", "1", "yes"];
/// No, as typed.
pub const NO: [&str; 4] = ["nein", "false", "0", "no"];
