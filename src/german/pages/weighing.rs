//! What the decision rests on.

/// Heading.
pub const TITLE: &str = "Worauf die Entscheidung beruht";
/// Bookmark.
pub const BOOKMARK: &str = "Grundlagen der Entscheidung";
/// Heads of the questions to be cleared.
pub const CLARIFY_HEADS: [&str; 3] = ["Frage", "weiß am ehesten", "ist wert, im Jahr"];
/// Under the questions.
pub const CLARIFY_NOTE: &str = "Wert: So viel besser fällt die Entscheidung im Mittel aus, wenn Sie die Antwort kennen. Die Werte überschneiden sich und lassen sich nicht zusammenzählen.";
/// Heading above the answers that move the largest risk.
pub const DRIVERS: &str = "Diese Antworten bewegen es am meisten";
