//! The first page while too little is known.

use crate::german::number::{count, euros};
use crate::german::report::{capital, number_word};
use crate::report::Report;

/// Above the heading.
pub const KICKER: &str = "IT-Sicherheit · Zwischenstand";
/// Heading.
pub const TITLE: &str = "Für den Beschluss fehlen Antworten";
/// Beside the heading, and in the foot of every page.
pub const STAMP: &str = "Entwurf";
/// In the foot of every page.
pub const FOOT: &str = "Entwurf, nicht zum Unterschreiben. ";
/// Heading above the ranges.
pub const KNOWLEDGE: &str = "So weit reicht das Wissen heute";
/// What the ranges are of.
pub const REACHES: [&str; 3] =
    ["mittlerer Schaden im Jahr", "schlimmste 5 von 100 Jahren", "mittlerer Schaden mit Plan"];
/// How to read the ranges.
pub const REACH_CAPTION: &str = "Der Balken reicht über acht von zehn Fällen, der Strich steht in der Mitte. Nach rechts ist jede Stufe etwa das Dreifache. Was Sie noch nicht beantwortet haben, ist mit dem Durchschnitt ähnlicher Betriebe angesetzt.";

/// The ends of a range.
pub fn ends(low: f64, high: f64) -> (String, String) {
    let high = euros(high);
    (euros(low).trim_end_matches(['\u{a0}', '€']).to_owned(), high)
}

/// What is answered, what comes first, from where on it is enough.
pub fn progress(known: usize, next: usize, enough: usize) -> [String; 3] {
    [
        format!("{known} beantwortet"),
        format!("{next} zuerst"),
        format!("ab {enough} Antworten: Vorlage mit Unterschrift"),
    ]
}

/// Heads of the questions.
pub const QUESTION_HEADS: [&str; 3] = ["Frage", "wer weiß es", "ist wert, im Jahr"];
/// Under the questions.
pub const QUESTIONS_NOTE: &str = "Wert: So viel besser fällt die Entscheidung im Mittel aus, wenn Sie die Antwort kennen. Die Werte überschneiden sich und lassen sich nicht zusammenzählen.";
/// Heading above what is sure already.
pub const SURE: &str = "Was schon jetzt feststeht";
/// Heads of what is sure already.
pub const SURE_HEADS: [&str; 3] = ["Lohnt sich in fast jedem Fall", "kostet jetzt", "lohnt sich in"];
/// How to go on: the bold beginning and the rest.
pub const GO_ON: [&str; 2] = [
    "So geht es weiter: ",
    "Beantworten Sie die Fragen oben zuerst. Was andere wissen, steht auf dem Blatt „Offene Punkte“, nach Personen geordnet. Danach entsteht die Vorlage mit Stufen, Schritten und Unterschrift.",
];

/// What is known, how much it narrows, what comes next; the figures in bold.
pub fn lead(report: &Report, enough: usize, questions: usize) -> Vec<(String, bool)> {
    let coverage = &report.coverage;
    let loss = report.today.expected_annual_loss;
    let missing = enough.saturating_sub(coverage.known());
    let answers = match coverage.known() {
        0 => "Ohne Antworten".to_owned(),
        1 => "Nach einer Antwort".to_owned(),
        known => format!("Nach {} Antworten", number_word(known)),
    };
    let narrow = match questions {
        0 => String::new(),
        1 => " Eine Antwort engt das am stärksten ein.".to_owned(),
        _ => {
            format!(" {} Antworten engen das am stärksten ein.", capital(&number_word(questions)))
        }
    };
    vec![
        (format!("{answers} liegt der mittlere Schaden im Jahr zwischen "), false),
        (euros(loss.low), true),
        (" und ".into(), false),
        (euros(loss.high), true),
        (
            format!(
                ".{narrow} Nach {} entsteht die Entscheidungsvorlage.",
                count(missing, "weiteren Antwort", "weiteren Antworten")
            ),
            false,
        ),
    ]
}

/// Heading above the questions.
pub fn questions(number: usize) -> String {
    if number == 1 {
        "Die Antwort, die am meisten klärt".into()
    } else {
        format!("Die {} Antworten, die am meisten klären", number_word(number))
    }
}

/// In how many of a hundred cases it pays.
pub fn of_a_hundred(share: f64) -> String {
    format!("{} von 100 Fällen", crate::german::number::decimal(libm::floor(100.0 * share), 0))
}
