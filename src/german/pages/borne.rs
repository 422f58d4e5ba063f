//! What is borne.

use crate::decision::IfLeft;
use crate::german::ladder::likely;
use crate::german::number::euros;
use crate::model::Catalogue;

/// Heading.
pub const TITLE: &str = "Was wir bewusst tragen";
/// Under the heading.
pub const LEAD: &str = "Auf diese Maßnahmen verzichten Sie vorerst. Jeder Verzicht hat einen Preis und einen Tag, an dem Sie neu darüber entscheiden. Wo schon jemand entschieden hat, stehen Name, Grund und Tage dabei.";
/// Heads of the table.
pub const HEADS: [&str; 5] = ["Maßnahme", "kostet", "vermeidet", "entschieden von", "neu prüfen"];
/// Where nobody has decided yet.
pub const NOBODY: &str = "____________";
/// Under the table.
pub const NOTE: &str = "Beträge je Jahr, Geld und eigene Zeit zusammen. Wo kein Grund steht: Die anderen Schritte decken das meiste ab; die Maßnahme kostet mehr, als sie dann noch vermeidet. Die vermiedenen Schäden überschneiden sich und lassen sich nicht zusammenzählen.";

/// The risk that is left with a measure that is borne.
pub fn left(catalogue: &Catalogue, it: &IfLeft) -> String {
    let what = likely(catalogue, it).map(|it| format!(" {it}")).unwrap_or_default();
    format!(" Das bleibt:{what} Im Mittel {} Schaden im Jahr.", euros(it.more))
}
