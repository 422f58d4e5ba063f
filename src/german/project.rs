//! A planned project in words.

use super::number::{count, euro_range, euros, hours, one_in, signed_euros, whole_percent};
use super::shown::typed;
use crate::model::{Catalogue, LegalFact, Project};
use crate::report::{ProjectFacts, ProjectMeasure};

/// What it is about, for the metadata.
pub const SUBJECT: &str = "Was ein Vorhaben am Risiko ändert, und was vor der Unterschrift zu klären ist";

/// Heading.
pub fn title(project: &Project) -> String {
    format!("Vorhaben: {}", project.title)
}

/// What the project changes, and what prevention from the first day is worth.
pub fn lead(project: &Project, it: &ProjectFacts) -> String {
    let (today, bare, guarded) =
        (euros(it.today.expected), euros(it.bare.expected), euros(it.guarded.expected));
    let first = if bare == today {
        format!("Am mittleren Schaden von {today} im Jahr ändert es nach unserer Schätzung kaum etwas.")
    } else {
        let verb = if it.bare.expected > it.today.expected { "stiege" } else { "sänke" };
        format!(
            "Ohne Vorsorge {verb} Ihr mittlerer Schaden im Jahr nach unserer Schätzung von {today} auf {bare}."
        )
    };
    let second = if guarded == bare {
        "Was dazugehört, haben Sie schon.".to_owned()
    } else {
        format!("Mit Vorsorge vom ersten Tag an sind es {guarded}.")
    };
    format!("{} {first} {second}", project.benefit)
}

/// Names of the three states.
pub const STATES: [&str; 3] = ["heute", "mit dem Vorhaben, ohne Vorsorge", "mit Vorsorge vom ersten Tag an"];

/// The same for narrow columns.
pub const SHORT_STATES: [&str; 3] = ["heute", "ohne Vorsorge", "mit\u{a0}Vorsorge"];

/// Label of the figure on top.
pub const EXPECTED: &str = "Mittlerer Schaden im Jahr";

/// The figures of the three states, one row each.
pub fn rows(it: &ProjectFacts) -> [[String; 4]; 3] {
    let states = [&it.today, &it.bare, &it.guarded];
    let row = |label: &str, of: fn(&crate::decision::Outlook) -> f64, words: fn(f64) -> String| {
        let [a, b, c] = states.map(|state| words(of(state)));
        [label.to_owned(), a, b, c]
    };
    [
        row(EXPECTED, |it| it.expected, euros),
        row("Schlechtes Jahr (Mittel der schlimmsten 5 von 100)", |it| it.worst_years, euros),
        row("Jahr mit Schaden über der Reserve", |it| it.ruin, one_in),
    ]
}

/// Under the figures: how far the factors reach.
pub fn range(it: &ProjectFacts) -> String {
    let (low, high) = it.bare_range;
    format!(
        "Wie stark ein Vorhaben wirkt, ist unser Urteil (Note C). Ohne Vorsorge liegt der mittlere Schaden danach zwischen {}.",
        euro_range(low, high).replace(" bis ", " und ")
    )
}

/// Whether prevention pays, and whether the rest can be borne.
pub fn balance(it: &ProjectFacts) -> Vec<String> {
    let mut said = Vec::new();
    let (money, own) = (it.annual.money_eur.likely, it.annual.hours.likely);
    if money > 0.0 || own > 0.0 {
        said.push(format!(
            "Die Vorsorge kostet im Jahr {} Geld und {} eigene Arbeit. Sie nimmt {} Schaden im Jahr ab, auch bei dem, was Sie schon haben.",
            euros(money),
            hours(own),
            euros(it.avoided_eur())
        ));
    }
    said.push(remaining(it).to_owned());
    said
}

/// What of the risk stays.
fn remaining(it: &ProjectFacts) -> &'static str {
    match (it.bare.ruin > it.tolerable_ruin, it.guarded.ruin > it.tolerable_ruin) {
        (_, true) => {
            "Auch dann ist ein Jahr über Ihrer Reserve öfter zu erwarten, als Sie tragen wollen. Der Bericht zeigt, was noch hilft."
        }
        (true, false) => {
            "Erst mit dieser Vorsorge bleibt ein Jahr über Ihrer Reserve so selten, wie Sie es wollen."
        }
        (false, false) => "Ein Jahr über Ihrer Reserve bleibt so selten, wie Sie es wollen.",
    }
}

/// What remains of the project after prevention, in one line for the terminal.
pub fn net(it: &ProjectFacts) -> String {
    format!(
        "Gegenüber heute bleibt im Mittel ein Unterschied von {} im Jahr (Schätzung).",
        signed_euros(it.remaining_eur())
    )
}

/// Heading over the measures.
pub const MEASURES: &str = "Was vom ersten Tag an dazugehört";
/// Heads of their table.
pub const MEASURE_HEADS: [&str; 3] = ["Maßnahme", "heute", "nächster Schritt im Jahr"];

/// A measure as a row.
pub fn measure_row(catalogue: &Catalogue, it: &ProjectMeasure) -> [String; 3] {
    let title = catalogue.measure(&it.measure).map_or("", |measure| measure.title.as_str());
    let step = match &it.step {
        None => "ist da".to_owned(),
        Some(step) => match (step.money_eur.likely >= 1.0, step.hours.likely >= 0.1) {
            (true, true) => format!("{} und {}", euros(step.money_eur.likely), hours(step.hours.likely)),
            (true, false) => euros(step.money_eur.likely),
            (false, true) => hours(step.hours.likely),
            (false, false) => "fast nichts".to_owned(),
        },
    };
    [title.to_owned(), whole_percent(it.today), step]
}

/// Heading over duties.
pub const DUTIES: &str = "Welche Pflichten dazukommen oder mehr Gewicht bekommen";

/// A legal fact in one line.
pub fn law(it: &LegalFact) -> String {
    format!("{} ({})", it.title, it.reference)
}

/// What changes beside the law.
pub fn duties(it: &ProjectFacts) -> Vec<String> {
    let mut said = Vec::new();
    if it.is_insured {
        said.push(
            "Fragen Sie Ihren Versicherer vor dem Start, ob er von dem Vorhaben wissen will.".to_owned(),
        );
    }
    let [before, after] = it.din;
    if before != after {
        said.push(format!(
            "DIN SPEC 27076: heute {} von {} Punkten, mit dem Vorhaben {} von {}, solange nichts dazukommt.",
            before.0, before.1, after.0, after.1
        ));
    }
    if !it.opened.is_empty() {
        said.push(format!(
            "Die Befragung stellt danach {} mehr. Wiederholen Sie die Befragung, sobald das Vorhaben läuft.",
            count(it.opened.len(), "Frage", "Fragen")
        ));
    }
    said
}

/// Said where the firm has it already.
pub const NOT_NEW: &str =
    "Nach Ihren Angaben gibt es das bei Ihnen schon. Die Fragen helfen trotzdem beim nächsten Vertrag.";

/// Orientation, no advice.
pub const NO_ADVICE: &str = "Zur Orientierung, keine Rechtsberatung.";

/// Heading of the questions.
pub const QUESTIONS: &str = "Vor der Unterschrift";
/// How to use them.
pub const QUESTIONS_LEAD: &str = "Gehen Sie die Fragen mit allen durch, die es angeht. Dreimal „unklar“ heißt: erst klären, dann unterschreiben. Zu jedem „Nein“ steht ein nächster Schritt dabei.";
/// Heads of the table of questions.
pub const QUESTION_HEADS: [&str; 3] = ["Frage", "Wer es weiß", "Wenn nein"];
/// Heading of the ten points that hold for every project.
pub const ALWAYS: &str = "Bei jedem Vorhaben";
/// Lines to sign.
pub const LINES: [&str; 3] = ["Anbieter", "Entscheidung der Leitung", "Datum, Unterschrift"];

/// How to get the paper.
pub fn paper_call(project: &str, file: &str) -> String {
    format!(
        "Als Blatt zum Ausfüllen: waage handout project-check {} --project {project} --pdf vorhaben.pdf",
        typed(file)
    )
}

/// A project that does not exist.
pub fn no_such_project(id: &str, nearest: Option<&str>, known: &[(&str, &str)]) -> String {
    let hint = nearest.map(|it| format!(" Meinten Sie „{it}“?")).unwrap_or_default();
    let widest = known.iter().map(|it| it.0.len()).max().unwrap_or(0);
    let list: Vec<String> = known.iter().map(|(id, title)| format!("    {id:<widest$}  {title}")).collect();
    format!("Fehler: Das Vorhaben „{id}“ gibt es nicht.{hint}\n  Möglich sind:\n{}", list.join("\n"))
}

/// `--project` beside another paper.
pub const ONLY_PROJECT_CHECK: &str = "Fehler: „--project“ gehört zum Blatt project-check.\n  Zum Beispiel: waage handout project-check firma.waage.toml --project web-shop";
