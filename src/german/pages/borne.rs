//! What is borne.

/// Heading.
pub const TITLE: &str = "Was wir bewusst tragen";
/// Under the heading.
pub const LEAD: &str = "Auf diese Maßnahmen verzichten Sie vorerst. Jeder Verzicht hat einen Preis und einen Tag, an dem Sie neu darüber entscheiden. Wo schon jemand entschieden hat, stehen Name, Grund und Tage dabei.";
/// Heads of the table.
pub const HEADS: [&str; 5] = ["Maßnahme", "kostet", "vermeidet", "entschieden von", "neu prüfen"];
/// Under the table.
pub const NOTE: &str = "Beträge je Jahr, Geld und eigene Zeit zusammen. Die vermiedenen Schäden überschneiden sich und lassen sich nicht zusammenzählen.";
