//! What is borne.

use crate::decision::IfLeft;
use crate::german::ladder::likely;
use crate::german::number::{date, euros, exact_euros};
use crate::model::Catalogue;
use jiff::civil::Date;

/// Heading.
pub const TITLE: &str = "Was wir bewusst tragen";
/// Under the heading.
pub const LEAD: &str = "Jeder Verzicht hat einen Preis und einen Tag, an dem Sie neu entscheiden.";
/// Heads of the table.
pub const HEADS: [&str; 5] = ["Maßnahme", "kostet", "vermeidet", "entschieden von", "neu prüfen"];
/// Where nobody has decided yet.
pub const NOBODY: &str = "____________";
/// Under the table.
pub const NOTE: &str = "Beträge je Jahr, Geld und eigene Zeit zusammen. Wo schon jemand entschieden hat, stehen Name, Grund und Tage dabei. Wo kein Grund steht: Die anderen Schritte decken das meiste ab; die Maßnahme kostet mehr, als sie dann noch vermeidet. Die vermiedenen Schäden überschneiden sich und lassen sich nicht zusammenzählen.";

/// A measure with its price; where it costs nothing that could be shown, its name alone.
pub fn priced(title: &str, cost: f64) -> String {
    if cost > 0.0 { format!("„{title}“ ({})", exact_euros(cost)) } else { format!("„{title}“") }
}

/// What avoids hardly anything, and when it is looked at again.
pub fn idle(titles: &[String], review: Option<Date>) -> String {
    let again = review.map(|it| format!(" Neu prüfen am {}.", date(it))).unwrap_or_default();
    format!("Hier fast ohne Wirkung, daneben der Preis: {}.{again}", titles.join(", "))
}

/// The risk that is left with a measure that is borne.
pub fn left(catalogue: &Catalogue, it: &IfLeft) -> String {
    let what = likely(catalogue, it).map(|it| format!(" {it}")).unwrap_or_default();
    format!(" Das bleibt:{what} Im Mittel {} Schaden im Jahr.", euros(it.more))
}
