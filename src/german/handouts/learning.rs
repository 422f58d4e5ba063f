//! Training plan, pass-on kit, proof of participation.

use jiff::civil::Date;

use crate::german::number::date;
use crate::guidance::LearningPlan;
use crate::model::Setting;

/// Heading of the plan.
pub const PLAN_TITLE: &str = "Lernplan für ein Jahr";
/// What it is about, for the metadata.
pub const PLAN_SUBJECT: &str = "Wer lernt was, in welcher Woche, in kleinen Schritten";
/// Heads of the plan.
pub const PLAN_HEADS: [&str; 5] = ["Woche ab", "Einheit", "Wer", "Min.", "Form"];
/// Said instead of a list of all roles.
pub const EVERYBODY: &str = "alle";
/// Behind a unit that practising has shown to be needed.
pub const PRACTISED: &str = " \u{b7} aus der Übung";
/// Says what that means.
pub const PRACTISED_NOTE: &str =
    "Aus der Übung: Selbstcheck oder Übung zeigten, dass es hier fehlt; die Einheit ist deshalb vorgezogen.";
/// Below the plan.
pub const PLAN_NOTE: &str = "Alle Einheiten stecken im Programm und kosten nur Zeit. Leitfaden, Aufgaben und Lösungen stehen im Blatt zum Weitergeben. Gemessen wird an Meldungen, nicht an Fehlern.";

/// Time for everybody together, what that is worth, and what makes learning possible.
pub fn time(plan: &LearningPlan, hour_eur: f64) -> String {
    let minutes: f64 = plan
        .lessons
        .iter()
        .map(|it| f64::from(it.minutes) * f64::from(u32::try_from(it.roles.len()).unwrap_or(u32::MAX)))
        .sum();
    let hours = minutes / 60.0;
    format!(
        "Zeit: {} für eine Person je Rolle, Arbeitszeit im Wert von {}. Gelernt wird in der Arbeitszeit, auch in Teilzeit und Schicht; wer weitergibt, bekommt die Vorbereitung angerechnet. Gebraucht werden ein ruhiger Tisch und ein Bildschirm; Blätter und Vordrucke liegen als Material bei. Aufgefrischt wird nach zwölf Monaten, nach einem Vorfall sofort.",
        crate::german::number::hours(hours),
        crate::german::number::euros(hours * hour_eur)
    )
}

/// A heading with the number of its sheet where there are several.
pub fn numbered(title: &str, sheet: usize, of: usize) -> String {
    if of == 1 { title.to_owned() } else { format!("{title} ({sheet} von {of})") }
}

/// Heading over the two ways to hold a unit.
pub const BOTH_WAYS_TITLE: &str = "Vor Ort und am Bildschirm";
/// The two ways; every unit can be held both ways.
pub const BOTH_WAYS: [&str; 2] = [
    "Vor Ort: im Stehen, am echten Gerät, höchstens acht Leute. Aufgabe vorlesen, zu zweit lösen, vergleichen.",
    "Am Bildschirm: Aufgabe vorher schicken, zehn Minuten gemeinsames Gespräch mit geteiltem Bildschirm, Antwort in einem Satz zurück. Wer fehlt, holt allein nach.",
];

/// How the plan came about.
pub fn plan_lead(weekly: u32) -> String {
    format!(
        "Aus Ihren Lücken, mit {weekly} Minuten je Person und Woche, kleine Schritte zuerst. Eine Einheit dauert höchstens eine Stunde und darf auf mehrere Wochen verteilt werden."
    )
}

/// What does not fit into the year.
pub fn beyond(units: usize) -> String {
    match units {
        0 => String::new(),
        1 => "Eine Einheit passt bei diesem Zeitbudget nicht mehr ins Jahr.".to_owned(),
        more => format!("{more} Einheiten passen bei diesem Zeitbudget nicht mehr ins Jahr."),
    }
}

/// Rows that the page has no room for.
pub fn more_rows(rows: usize) -> String {
    match rows {
        1 => "Dazu eine weitere Einheit später im Jahr.".to_owned(),
        more => format!("Dazu {more} weitere Einheiten später im Jahr."),
    }
}

/// A week by its Monday.
pub fn week(monday: Date) -> String {
    date(monday)
}

/// Where people learn.
pub fn setting(it: Setting) -> &'static str {
    match it {
        Setting::OnSite => "vor Ort",
        Setting::Digital => "digital",
        Setting::Mixed => "gemischt",
    }
}

/// Heading of the kit.
pub const KIT_TITLE: &str = "Weitergabe-Paket";
/// What it is about, for the metadata.
pub const KIT_SUBJECT: &str = "Leitfaden, Aufgabenblätter und Lösungsblätter zum Weitergeben im Betrieb";
/// Heading of the guide.
pub const GUIDE_TITLE: &str = "Leitfaden für alle, die weitergeben";
/// What the guide says first.
pub const GUIDE_LEAD: &str = "Sie müssen keine Fachperson sein. Sie brauchen eine Einheit, ein Beispiel aus dem eigenen Betrieb und zehn ruhige Minuten.";
/// How to hold a unit.
pub const GUIDE_STEPS: [&str; 6] = [
    "Einheit auswählen, die zu einer Lücke im Bericht passt. Der Lernplan nennt die Reihenfolge.",
    "Blatt der Gruppe ausdrucken: Aufgaben für alle, Lösungen nur für Sie.",
    "Mit einem Fall beginnen, nicht mit einer Regel. Wer etwas erlebt hat, erzählt zuerst.",
    "Aufgabe in Zweiergruppen lösen lassen, dann vergleichen. Falsche Antworten sind willkommen.",
    "Eine Sache vereinbaren, die ab morgen anders läuft. Fragen: Was hindert daran?",
    "Nachweis ausfüllen und zwei Wochen später nachfragen.",
];
/// Heading over the tone.
pub const GUIDE_TONE_TITLE: &str = "Der Ton";
/// The tone.
pub const GUIDE_TONE: [&str; 3] = [
    "Keine Namen, keine Bloßstellung. Wer geklickt hat, hat der Gruppe etwas beigebracht.",
    "Täuschungen treffen alle, auch die Leitung. Es geht um Reflexe, nicht um Klugheit.",
    "Wo eine Regel die Arbeit aufhält, wird die Regel geändert, bevor sie umgangen wird.",
];
/// Heading over the list of units.
pub const GUIDE_UNITS_TITLE: &str = "Was im Paket liegt";
/// The units of a group: the first three by name, the others counted, each has its place on a sheet.
pub fn in_the_kit(titles: &[&str]) -> String {
    let (named, others) = titles.split_at(titles.len().min(3));
    let named = named.join(" · ");
    match others.len() {
        0 => named,
        1 => format!("{named} und eine weitere"),
        more => format!("{named} und {more} weitere"),
    }
}
/// Heading of the modules for management.
pub const MODULES_TITLE: &str = "Module für die Leitung";
/// What they are about, for the metadata.
pub const MODULES_SUBJECT: &str = "Aufgaben und Lösungen zu dem, was nur die Leitung entscheiden kann";
/// What to do, when holding a unit.
pub const HOW_TO_HOLD: &str = "So halten Sie die Einheit";
/// Material needed.
pub const MATERIAL: &str = "Sie brauchen: ";
/// Task.
pub const TASK: &str = "Aufgabe: ";
/// Solution.
pub const SOLUTION: &str = "Lösung: ";
/// Goal.
pub const GOAL: &str = "Ziel: ";
/// Lines to write an answer on.
pub const ANSWER_LINES: [&str; 1] = ["Ihre Antwort"];

/// Heading of a task sheet.
pub fn tasks_title(role: &str) -> String {
    format!("Aufgabenblatt: {role}")
}

/// Heading of a solution sheet.
pub fn solutions_title(role: &str) -> String {
    format!("Lösungsblatt: {role}")
}

/// Under the heading of a task sheet.
pub const TASKS_LEAD: &str = "Lesen, kurz zu zweit besprechen, in einem Satz antworten. Es gibt keine Noten.";
/// Under the heading of a solution sheet.
pub const SOLUTIONS_LEAD: &str = "Nur für die Person, die anleitet.";

/// A unit with its minutes and where it is learned.
pub fn unit_line(title: &str, minutes: u32, setting: &str) -> String {
    format!("{title} ({minutes} Minuten, {setting})")
}

/// Heading of the proof.
pub const PROOF_TITLE: &str = "Teilnahme an internen Lerneinheiten";
/// What it is about, for the metadata.
pub const PROOF_SUBJECT: &str = "Eigener Vermerk des Betriebs über besuchte Einheiten";
/// Under the heading.
pub const PROOF_LEAD: &str = "Vermerk des Betriebs, von ihm selbst ausgefüllt. Bitte ankreuzen, was besucht wurde, und das Datum eintragen.";
/// Heads of the table.
pub const PROOF_HEADS: [&str; 4] = ["besucht", "Einheit", "Min.", "am"];
/// Below the table.
pub const PROOF_NOTE: &str = "Interner Vermerk ohne amtlichen Anspruch. Er ersetzt kein Zeugnis und keine vorgeschriebene Unterweisung. Die Nummern nennen das Kompetenzfeld im europäischen Rahmen DigComp 2.2.";
/// Lines to write on.
pub const PROOF_LINES: [&str; 3] = ["Name", "Angeleitet von", "Datum, Unterschrift"];
