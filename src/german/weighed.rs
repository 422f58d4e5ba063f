//! What was weighed, in German: the reasons in their order, and the figures that stand beside them.

use super::number::euros;
use super::pages::joined;
use crate::decision::{Advice, Judged};

/// Heading above the decisions with their reasons.
pub const REASONS: &str = "Jede Maßnahme und der Grund der Entscheidung (Schätzung, je Jahr)";

/// Heading above the plan's bundles.
pub const BUNDLES: &str = "Pakete im Plan";

/// Heading of the measures with one decision.
pub fn group(advice: Advice, number: usize) -> String {
    format!("{} ({number})", super::decision::heading(advice))
}

/// What waiting a month costs, where it costs a euro or more.
pub fn waiting(judged: &Judged) -> Option<String> {
    let month = judged.weighed.as_ref().filter(|_| judged.advice.asks_for_action())?.balance.waiting_month;
    (month >= 1.0).then(|| format!("Jeder Monat Warten kostet {}.", euros(month)))
}

/// Measures about which nothing more is to be said, in one sentence.
pub fn without_more(advice: Advice, titles: &[String]) -> String {
    let names = joined(titles);
    match advice {
        Advice::Enough => {
            format!("Genügt so: {names}. Was da ist, reicht; die nächste Stufe kostet mehr, als sie spart.")
        }
        Advice::Informs => format!(
            "Gibt Klarheit: {names}. Das senkt selbst keinen Schaden, zeigt aber Lücken und sichert anderes ab."
        ),
        _ => format!("Erledigt: {names}."),
    }
}
