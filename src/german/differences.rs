//! Answers that do not fit together, and answers on which people differ.

use super::pages::annex::answer;
use crate::assessment::Disagreement;
use crate::model::{Answers, Catalogue, Contradiction, Side};

/// Both sides of a contradiction: the question with its answer, or the trait.
pub fn sides(catalogue: &Catalogue, answers: &Answers, contradiction: &Contradiction) -> [String; 2] {
    [0, 1].map(|it| side(catalogue, answers, &contradiction.sides[it]))
}

fn side(catalogue: &Catalogue, answers: &Answers, side: &Side) -> String {
    let text = |id| catalogue.trait_(id).map_or("", |it| it.text.as_str());
    match side {
        Side::Answer(condition) => {
            let given = answers.records.get(&condition.question);
            match (catalogue.question(&condition.question), given) {
                (Some(question), Some(given)) => {
                    format!("„{}“ {}", question.text, capitalised(&answer(question, &given.answer)))
                }
                _ => String::new(),
            }
        }
        Side::Trait(id) => format!("Angekreuzt: „{}“", text(id)),
        Side::WithoutTrait(id) => format!("Nicht angekreuzt: „{}“", text(id)),
    }
}

fn capitalised(answer: &str) -> String {
    let mut letters = answer.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}

/// A question on which people differ, with who said what.
pub fn disagreement(catalogue: &Catalogue, found: &Disagreement) -> String {
    let Some(question) = catalogue.question(&found.question) else {
        return String::new();
    };
    let said = found.voices.iter().map(|(by, given)| {
        let who =
            by.as_ref().and_then(|it| catalogue.role(it)).map_or("im Gespräch", |it| it.title.as_str());
        format!("{who}: {}", answer(question, given))
    });
    format!("„{}“ {}", question.text, said.collect::<Vec<_>>().join("; "))
}

/// Heading over both.
pub const TITLE: &str = "Was nicht zusammenpasst";

/// Over answers on which people differ.
pub const DISAGREEMENTS: &str = "Hier haben mehrere Personen verschieden geantwortet. Gerechnet wird mit der Antwort der Person, die es am ehesten weiß:";

/// Over answers that do not fit together.
pub const CONTRADICTIONS: &str =
    "Diese Antworten passen nicht recht zueinander. Sie sind geblieben, wie sie gegeben wurden:";
