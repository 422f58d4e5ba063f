//! Open points by role.

use crate::german::number::euros;

/// Heading.
pub const TITLE: &str = "Offene Punkte";
/// What it is about, for the metadata.
pub const SUBJECT: &str = "Was noch niemand beantwortet hat, nach Zuständigkeit";
/// Said where nothing is open.
pub const NOTHING: &str = "Alle Fragen sind beantwortet. Nächste Durchsicht in drei Monaten.";
/// Heads of the table.
pub const HEADS: [&str; 4] = ["erledigt", "Frage", "Wert im Jahr", "Antwort bis"];
/// Said where it was asked and nobody knew.
pub const NOBODY_KNEW: &str = " (wusste niemand)";
/// Said where it was not asked yet.
pub const NOT_ASKED: &str = " (noch nicht gefragt)";
/// Euros a year below which no value is named.
const WORTH_NAMING: f64 = 5.0;

/// How many are open and how to use the paper.
pub fn lead(points: usize) -> String {
    let open = match points {
        1 => "Eine Frage ist offen.".to_owned(),
        more => format!("{more} Fragen sind offen."),
    };
    format!(
        "{open} Geben Sie jeder Person ihren Teil. Oben steht jeweils, was den Plan am meisten klärt. Auch „nein“ ist eine Antwort."
    )
}

/// What an answer is worth; nothing where it is not worth naming.
pub fn worth(value_eur: f64) -> String {
    if value_eur < WORTH_NAMING { String::new() } else { euros(value_eur) }
}

/// How to answer them, and what it means where nothing stands behind a question.
pub fn note(marks_unasked: bool) -> String {
    let unmarked = if marks_unasked {
        "Wo nichts dahinter steht, wusste es bisher niemand."
    } else {
        "Wo nichts dahinter steht, wurde noch nicht gefragt."
    };
    format!(
        "{unmarked} Wert im Jahr: was die Antwort erspart, weil der Plan dann besser passt. Am Rechner lässt sich der Teil einer Rolle auch einzeln beantworten."
    )
}
