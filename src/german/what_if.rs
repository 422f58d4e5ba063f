//! What would be if, in German.

use super::number::{decimal, euros, hours, one_in, rounded, signed_euros};
use super::sums;
use crate::decision::Rung;
use crate::model::{Catalogue, MeasureId};
use crate::report::{WhatIf, WithoutMeasures};

/// Heading of the comparison.
pub const TITLE: &str = "Was wäre, wenn (Schätzung; Ihre Datei bleibt unverändert)";

/// Heads of the comparison.
pub const HEADS: [&str; 4] = ["", "heute", "dann", "Unterschied"];

/// The rows of the comparison: label, before, after, difference.
pub fn rows(it: &WhatIf) -> Vec<[String; 4]> {
    let row = |label: &str, before: f64, after: f64| {
        // The difference is that of the shown figures.
        let difference = rounded(after) - rounded(before);
        [label.to_owned(), euros(before), euros(after), sums::signed(difference)]
    };
    vec![
        row("Mittlerer Schaden im Jahr", it.before.expected, it.after.expected),
        row(
            "Schlechtes Jahr (Mittel der schlimmsten 5 von 100)",
            it.before.worst_years,
            it.after.worst_years,
        ),
        ["Schaden über der Reserve".into(), one_in(it.before.ruin), one_in(it.after.ruin), String::new()],
    ]
}

/// Heading of the comparison of two plans.
pub fn plan_title(catalogue: &Catalogue, it: &WithoutMeasures) -> String {
    format!("Der Plan ohne {} (Schätzung; Ihre Datei bleibt unverändert)", titles(catalogue, &it.left_out))
}

/// Heads of the comparison of two plans.
pub const PLAN_HEADS: [&str; 4] = ["", "Plan", "ohne", "Unterschied"];

/// The rows of two plans: label, the plan, the plan without, difference.
pub fn plan_rows(it: &WithoutMeasures) -> Vec<[String; 4]> {
    let money = |label: &str, of: fn(&Rung) -> f64| {
        let (plan, without) = (of(&it.plan), of(&it.without));
        [label.to_owned(), euros(plan), euros(without), signed_euros(rounded(without) - rounded(plan))]
    };
    let said = |label: &str, of: fn(&Rung) -> String| {
        [label.to_owned(), of(&it.plan), of(&it.without), String::new()]
    };
    vec![
        money("Geld im Jahr", |it| it.annual.money_eur.likely),
        said("Eigene Arbeit im Jahr", |it| hours(it.annual.hours.likely)),
        money("Mittlerer Schaden im Jahr", |it| it.expected.value),
        money("Schlechtes Jahr", |it| it.outlook.bad_year),
        money("Mittel der schlechtesten 5 %", |it| it.outlook.worst_years),
        said("Schaden über der Reserve", |it| one_in(it.outlook.ruin)),
    ]
}

/// What else changes in the plan.
pub fn plan_changes(catalogue: &Catalogue, it: &WithoutMeasures) -> Vec<String> {
    let missing = |of: &Rung, than: &Rung| -> Vec<MeasureId> {
        than.raised.iter().filter(|id| !of.raised.contains(id)).cloned().collect()
    };
    let mut lines = Vec::new();
    let mut told = missing(&it.without, &it.plan);
    told.retain(|id| !it.left_out.contains(id));
    if it.left_out.iter().all(|id| !it.plan.raised.contains(id)) {
        lines.push("Der Plan kauft davon nichts: Er bleibt, wie er ist.".to_owned());
    }
    if !told.is_empty() {
        lines.push(format!("Dann fällt auch weg: {}.", titles(catalogue, &told)));
    }
    let instead = missing(&it.plan, &it.without);
    if !instead.is_empty() {
        lines.push(format!("Dafür kommt dazu: {}.", titles(catalogue, &instead)));
    }
    lines
}

fn titles(catalogue: &Catalogue, ids: &[MeasureId]) -> String {
    let title =
        |id: &MeasureId| catalogue.measure(id).map_or_else(|| id.to_string(), |it| format!("„{}“", it.title));
    ids.iter().map(title).collect::<Vec<_>>().join(", ")
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
        "Fehler: „{name}“ lässt sich nicht ändern.\n  Möglich sind {choices}, ein Merkmal oder eine Angabe zur Digitalisierung (mit ja, nein oder offen) und jede Frage (mit einer ihrer Antworten oder offen)."
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

/// `--set` names a part of a process that does not exist.
pub fn process_key(name: &str) -> String {
    format!(
        "Fehler: „{name}“ lässt sich nicht ändern.\n  Zum Beispiel: --set crown_jewels=\"Verkauf; Versand\", --set crown_jewels.1.tolerable_hours=4 oder --set crown_jewels.1.day_eur=500"
    )
}

/// `--set` names a process that the firm has not named.
pub fn no_such_process(name: &str, named: usize) -> String {
    let has = match named {
        0 => "Es ist noch kein Ablauf genannt".to_owned(),
        1 => "Genannt ist ein Ablauf".to_owned(),
        _ => format!("Genannt sind {named} Abläufe"),
    };
    format!("Fehler: „{name}“ gibt es nicht.\n  {has}. Neue: --set crown_jewels=\"Verkauf; Versand\"")
}

/// Yes, as typed.
pub const YES: [&str; 4] = ["ja", "true", "1", "yes"];
/// No, as typed.
pub const NO: [&str; 4] = ["nein", "false", "0", "no"];
/// Open, as typed.
pub const OPEN: [&str; 4] = ["offen", "unbekannt", "unknown", "open"];
/// What a tick can be, as offered.
pub const SAID: [&str; 3] = [YES[0], NO[0], OPEN[0]];
