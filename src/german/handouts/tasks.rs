//! Tasks per person.

use jiff::civil::Date;

use crate::german::number::date;

/// Heading of the paper.
pub const TITLE: &str = "Aufgaben je Person";
/// What it is about, for the metadata.
pub const SUBJECT: &str = "Wer was bis wann tut, lernt und klärt";
/// Said where nothing is to be done.
pub const NOTHING: &str =
    "Es gibt nichts zu verteilen: keine Maßnahme im Plan, keine offene Frage, keine Lerneinheit.";
/// Heading of what is to be done.
pub const DO: &str = "Tun";
/// Heads of that table.
pub const DO_HEADS: [&str; 5] = ["erledigt", "Maßnahme und Beleg", "bis", "jetzt", "im Jahr"];
/// Heading of what is to be learned.
pub const LEARN: &str = "Lernen und auffrischen";
/// Heads of that table.
pub const LEARN_HEADS: [&str; 4] = ["erledigt", "Einheit", "Woche ab", "auffrischen"];
/// Heading of what is to be found out.
pub const FIND_OUT: &str = "Klären";
/// Heads of that table.
pub const FIND_OUT_HEADS: [&str; 2] = ["erledigt", "Frage"];
/// Lines to write on.
pub const LINES: [&str; 2] = ["Name", "besprochen am"];

/// Heading of a person's sheet.
pub fn title(role: &str) -> String {
    format!("Aufgaben: {role}")
}

/// Until when.
pub fn until(day: Option<Date>) -> String {
    day.map_or_else(|| "danach".to_owned(), date)
}

/// How much it is.
pub fn lead(measures: usize, units: usize, questions: usize) -> String {
    let part = |number: usize, one: &str, many: &str| match number {
        0 => None,
        1 => Some(format!("eine {one}")),
        more => Some(format!("{more} {many}")),
    };
    let parts = [
        part(measures, "Maßnahme", "Maßnahmen"),
        part(units, "Lerneinheit", "Lerneinheiten"),
        part(questions, "offene Frage", "offene Fragen"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let listed = match parts.as_slice() {
        [first, second, third] => format!("{first}, {second} und {third}"),
        parts => parts.join(" und "),
    };
    let mut letters = listed.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let where_to = if measures > 0 { " Die Schritte stehen auf den Maßnahmenblättern." } else { "" };
    format!("{first}{} im nächsten Jahr.{where_to}", letters.as_str())
}
