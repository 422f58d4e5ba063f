//! The pause of a short check: what is certain, what is not, what answering more is worth.

use crate::decision::OpenQuestion;
use crate::german::number::{count, euros};
use crate::german::pages::joined;
use crate::guidance::Certainty;
use crate::model::{Catalogue, MeasureId};

/// Less than this a year is not worth a minute of the owner's time, euros.
const WORTHWHILE_EUR: f64 = 1.0;

/// Measures named in one sentence; more do not help to decide.
const NAMED: usize = 5;

/// Asked once the short check has asked what was agreed on.
pub fn question(answered: usize, open: usize) -> String {
    format!(
        "{} beantwortet. {} noch zu Ihrem Betrieb.",
        if answered == 1 { "Eine Frage ist".into() } else { format!("{answered} Fragen sind") },
        if open == 1 { "Eine weitere passt".to_owned() } else { format!("{open} weitere passen") }
    )
}

/// What is certain and what is not, one sentence each.
pub fn certainty(catalogue: &Catalogue, certainty: &Certainty) -> Vec<String> {
    let mut lines = Vec::new();
    if !certainty.sure.is_empty() {
        let verb = if certainty.sure.len() == 1 { "gehört" } else { "gehören" };
        lines.push(format!(
            "Sehr wahrscheinlich {verb} zu Ihren ersten Schritten: {}.",
            titles(catalogue, &certainty.sure)
        ));
    }
    if certainty.is_settled() {
        lines.push("Weitere Antworten ändern daran wahrscheinlich nichts.".into());
    } else if certainty.unsure.is_empty() {
        lines.push("Noch nicht sicher ist, womit Sie anfangen.".into());
    } else {
        lines.push(format!("Noch nicht sicher: {}.", titles(catalogue, &certainty.unsure)));
    }
    lines
}

fn titles(catalogue: &Catalogue, measures: &[MeasureId]) -> String {
    let named = measures.iter().take(NAMED).filter_map(|it| catalogue.measure(it));
    let named: Vec<String> = named.map(|it| format!("„{}“", it.title)).collect();
    joined(&named)
}

/// What the next answers are worth.
pub fn worth(next: &[&OpenQuestion]) -> String {
    let worth: f64 = next.iter().map(|it| it.value_eur).sum();
    if worth < WORTHWHILE_EUR {
        return "Weitere Antworten würden am Plan voraussichtlich nichts mehr ändern.".into();
    }
    let (answers, are) = match next.len() {
        1 => ("Eine weitere Antwort".to_owned(), "wäre"),
        many => (format!("{} weitere Antworten", count_word(many)), "wären"),
    };
    format!(
        "{answers} {are} Ihnen rund {} im Jahr wert (Schätzung), weil der Plan dann genauer passt.",
        euros(worth)
    )
}

fn count_word(many: usize) -> String {
    match many {
        2 => "Zwei".into(),
        3 => "Drei".into(),
        4 => "Vier".into(),
        _ => many.to_string(),
    }
}

/// What can be done at the pause.
pub fn choices(more: usize, all: usize) -> Vec<String> {
    let mut choices =
        vec![format!("noch {} beantworten", count(more, "Frage", "Fragen")), "zur Auswertung".to_owned()];
    if all > more {
        choices.push(format!("alle {all} übrigen Fragen beantworten"));
    }
    choices
}

/// Said below the first steps of a check with open questions: which of them may go, and what may come.
pub fn at_the_end(catalogue: &Catalogue, found: &Certainty, first: &[MeasureId]) -> Option<String> {
    if found.is_settled() {
        return None;
    }
    let (among, others): (Vec<_>, Vec<_>) = found.unsure.iter().cloned().partition(|it| first.contains(it));
    Some(match (among.is_empty(), others.is_empty()) {
        (true, true) => return None,
        (false, true) => {
            format!("Davon noch nicht sicher, weil Fragen offen sind: {}.", titles(catalogue, &among))
        }
        (true, false) => {
            format!("Weil Fragen offen sind, könnte noch dazukommen: {}.", titles(catalogue, &others))
        }
        (false, false) => format!(
            "Davon noch nicht sicher, weil Fragen offen sind: {}. Dazukommen könnte: {}.",
            titles(catalogue, &among),
            titles(catalogue, &others)
        ),
    })
}
