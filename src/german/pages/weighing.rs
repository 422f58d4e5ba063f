//! What the decision rests on.

use crate::german::number::{count, exact_euros};
use crate::german::sums::signed;

/// Heading.
pub const TITLE: &str = "Worauf die Entscheidung beruht";
/// Bookmark.
pub const BOOKMARK: &str = "Grundlagen der Entscheidung";
/// Heads of the questions to be cleared.
pub const CLARIFY_HEADS: [&str; 3] = ["Frage", "wer weiß es", "ist wert, im Jahr"];
/// Under the questions.
pub const CLARIFY_NOTE: &str = "Um so viel besser fällt die Entscheidung mit der Antwort im Mittel aus. Die Werte überschneiden sich, eine Summe gibt es nicht.";
/// Heading above the answers that move the largest risk.
pub const DRIVERS: &str = "Welche Antworten es am meisten bewegen";

/// What a bundle brings, costs and avoids.
pub fn bundle(measures: usize, cost: f64, avoided: f64) -> String {
    format!(
        "Bringt {}. Kostet {} im Jahr und vermeidet {}: unterm Strich {}.",
        count(measures, "Maßnahme", "Maßnahmen"),
        exact_euros(cost),
        exact_euros(avoided),
        signed(avoided - cost)
    )
}
